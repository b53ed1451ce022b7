"""Family `wording`: words, phrases and sentences printed twice in a row."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from juesuan.accounts import Accounts, bare
from juesuan.checks import Check, Evidence, Severity
from juesuan.compare import finding, not_applicable, passed
from juesuan.passages import Hit
from juesuan.rules.registry import rule
from juesuan.rules.wording import BASIS, MOST_EVIDENCE, Telltale, hits_everywhere, report

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
_PROBLEM = re.compile(r"存在的?(?:主要)?问题：([^。；\n]{12,80})[。；]")
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
    yield from report(accounts, "重复的词语", [*hits_everywhere(accounts, _PARTED), *found])


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


@rule("copied-problem", family="wording", basis=BASIS, zh="不同项目不写同样的问题")
def copied_problem(accounts: Accounts) -> Iterator[Check]:
    """No problem is told of several projects in the same words."""
    told: dict[str, list[Hit]] = defaultdict(list)
    for hit in accounts.prose.search(_PROBLEM):
        told[hit.match[1]].append(hit)
    if not told:
        yield not_applicable("各项目的问题", "正文没有逐项说明问题")
        return
    copied = {words: places for words, places in told.items() if len(places) > 1}
    if not copied:
        yield passed("各项目的问题")
    for words, places in copied.items():
        yield finding(
            f"各项目的问题：{words}",
            f"{len(places)}个项目写了同样的问题“{words}”，疑为复制。",
            f"“{words}” is told as the problem of {len(places)} projects; it may have been copied.",
            [hit.evidence for hit in places[:MOST_EVIDENCE]],
            stated=words,
            expected="各项目自己的问题",
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
    for passage in accounts.cells:
        sentence = _said_before(passage.dense)
        if sentence and passage.section is not None:
            yield passage.section.title, sentence, Evidence(passage.text, passage.places[0])


def _said_before(whole: str) -> str:
    """The first long sentence of a cell that stands in the cell before already."""
    for match in re.finditer(r"[^。；！]+", whole):
        if len(match.group()) >= _CELL and match.group() in whole[: match.start()]:
            return match.group()
    return ""
