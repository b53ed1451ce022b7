"""Family `wording`: words, phrases and sentences printed twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from helpers.accounts import Accounts, bare
from helpers.checks import Check, Evidence, Severity
from helpers.compare import finding, passed
from helpers.passages import Hit, dense
from helpers.records import Evaluation
from helpers.rules.registry import rule
from helpers.rules.wording import BASIS, MOST_EVIDENCE, Telltale, hits, report

_TWICE = re.compile(r"([\u4e00-\u9fff][\u4e00-\u9fff（）“”]{1,15}?)\1")
_PHRASES = (
    "主要原因(?:[是为])?|主要用于|主要包括|主要是|其中|包括|由于|与上年度?相比|较上年(?:决算数)?|比上年(?:决算数)?"
)
_SHORT = "主要|进行|原因|以及|增加|减少|下降|增长|其中|完成|包括|用于|万元|年度|上年|相比|因为|由于"
_PARTED = tuple(
    Telltale(re.compile(pattern), "重复", "is printed twice", "只留其一", Severity.NOTICE)
    for pattern in (
        rf"({_PHRASES})[，：、]\1",
        rf"({_SHORT})\1",
        r"的的(?<!目的的)(?![确士])|[万亿]元元|%%|是是(?!非)",
    )
)
_SENTENCE = re.compile(r"[^。；！\n]+[。；！]")
_LONG = 12  # characters from which a sentence is not repeated by chance
_CELL = 20  # characters from which a clause inside one cell is not


@rule("doubled-name", family="wording", basis=BASIS, zh="单位名称中没有重复的字词")
def doubled_name(accounts: Accounts) -> Iterator[Check]:
    """No part of the reporting body's name is printed twice."""
    doubled: dict[str, list[Evidence]] = {}
    for name, place in _names(accounts):
        doubled.setdefault(name, []).append(place)
    if not doubled:
        yield passed("单位名称的重复字词")
    for name, evidence in doubled.items():
        right = _TWICE.sub(r"\1", name)
        yield finding(
            f"单位名称的重复字词：{name}",
            f"“{name}”重复了“{_repeated(name)}”，共{len(evidence)}处，应为“{right}”。",
            f"“{name}” prints “{_repeated(name)}” twice in {len(evidence)} places; it should be “{right}”.",
            list(dict.fromkeys(evidence))[:MOST_EVIDENCE],
            stated=name,
            expected=right,
        )


@rule("doubled-words", family="wording", basis=BASIS, zh="没有重复的词语")
def doubled_words(accounts: Accounts) -> Iterator[Check]:
    """No phrase is printed twice in a row."""
    accounts_named = {bare(row.item) for form in accounts.forms for row in form.rows}
    twice = Telltale(_TWICE, "重复", "is printed twice", "只留其一", Severity.NOTICE)
    found = [(hit, twice) for hit in accounts.prose.search(_TWICE) if _is_slip(accounts, hit, accounts_named)]
    yield from report(accounts, "重复的词语", [*hits(accounts, _PARTED), *found])


@rule("doubled-sentence", family="wording", basis=BASIS, zh="没有重复的句子")
def doubled_sentence(accounts: Accounts) -> Iterator[Check]:
    """No sentence is printed twice in one paragraph or in one cell of a self-evaluation."""
    found = [*_doubled_in_prose(accounts), *_doubled_in_cells(accounts)]
    if not found:
        yield passed("重复的句子")
    for place, sentence, evidence in found:
        yield finding(
            f"重复的句子：{place}",
            f"{place}中“{sentence}”出现两次。",
            f"“{sentence}” is printed twice.",
            [evidence],
            stated=sentence,
            expected="只留一句",
            severity=Severity.NOTICE,
        )


def _names(accounts: Accounts) -> Iterator[tuple[str, Evidence]]:
    """Doubled forms of the reporting body's name, wherever it is named."""
    right = accounts.department
    for naming in accounts.names:
        if _TWICE.search(naming.name) and _TWICE.sub(r"\1", naming.name) == right:
            yield naming.name, Evidence(naming.quote, naming.place)
    for hit in accounts.prose.search(_TWICE) if right else ():
        name = _doubled_name(hit, right)
        if name:
            yield name, hit.evidence


def _doubled_name(hit: Hit, right: str) -> str:
    """The doubled name around a hit, "" where the words without the repetition are not the body's name."""
    text, half = hit.passage.dense, hit.start + len(hit.match[1])
    single = text[:half] + text[hit.end :]
    start = single.find(right, max(0, half - len(right)))
    if start < 0 or start > hit.start or start + len(right) < half:
        return ""
    return text[start : start + len(right) + len(hit.match[1])]


def _repeated(name: str) -> str:
    match = _TWICE.search(name)
    return match[1] if match else ""


def _is_slip(accounts: Accounts, hit: Hit, accounts_named: set[str]) -> bool:
    """Whether a repetition is the author's: no list of accounts, no row of headings, no way of speaking."""
    unit = hit.match[1]
    if len(unit) < 3 or bare(unit) in accounts_named or unit.startswith("一"):
        return False
    if accounts.department and _doubled_name(hit, accounts.department):
        return False
    if re.search(r"[，。；：]", hit.passage.dense):
        return True
    return hit.words in hit.passage.text and len(hit.passage.starts) == 1


def _doubled_in_prose(accounts: Accounts) -> Iterator[tuple[str, str, Evidence]]:
    for passage in accounts.prose:
        if len(set(passage.dense.split("。"))) > passage.dense.count("。"):
            continue  # no two sentences alike
        sentences = list(_SENTENCE.finditer(passage.dense))
        for before, after in pairwise(sentences):
            if before.group() == after.group() and len(after.group()) >= _LONG:
                title = passage.section.title if passage.section else "正文"
                yield title, after.group(), passage.evidence(after.start(), after.end())


def _doubled_in_cells(accounts: Accounts) -> Iterator[tuple[str, str, Evidence]]:
    for evaluation in accounts.evaluations:
        name = evaluation.project or "整体支出绩效自评表"
        for text in dict.fromkeys(_cells(evaluation)):
            sentence = _said_before(text)
            if sentence:
                yield name, sentence, Evidence(text, evaluation.place)


def _cells(evaluation: Evaluation) -> Iterator[str]:
    yield evaluation.goal
    yield evaluation.result
    for indicator in evaluation.indicators:
        yield indicator.level3
        yield indicator.target.text
        yield indicator.actual.text


def _said_before(text: str) -> str:
    """The first long sentence of a cell that stands in the cell before already."""
    whole = dense(text)
    for match in re.finditer(r"[^。；！]+", whole):
        if len(match.group()) >= _CELL and match.group() in whole[: match.start()]:
            return match.group()
    return ""
