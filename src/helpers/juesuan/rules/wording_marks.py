"""Family `wording`: punctuation, ordinals of headings and counts as an author leaves them wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from juesuan.accounts import Accounts
from juesuan.checks import Check, Evidence, Severity
from juesuan.compare import finding, passed
from juesuan.part_ordinals import PART_OR_SECTION
from juesuan.passages import Passage
from juesuan.rules.registry import rule
from juesuan.rules.wording import BASIS, Telltale, hits, report

_STRAY = (
    Telltale(
        re.compile(r"、(?=[）。；])|，(?=[。；）])|[。；](?=[，；、])|：(?=[，。；])"),
        "是多余的标点",
        "is a stray mark",
        "删去多余的标点",
        Severity.NOTICE,
    ),
)
_FRACTIONS = (
    Telltale(
        re.compile(r"\d+\.\d+(?:个团组|批次|人次|[辆人](?![\u4e00-\u9fff]*均))"),
        "是计数而带小数",
        "is a count shown with decimals",
        "写成整数",
        Severity.NOTICE,
    ),
)
_NEW_START = re.compile(
    rf"{PART_OR_SECTION}|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d{{1,2}}[.、]|20\d\d年|本年度|本部门|本单位|其中|附件|截至"
)
_ENUMERATED = re.compile(r"(?:^|[，。；：、\n])[\d一二三四五六七八九十①-⑳a-zA-Z]{1,3}）")
_NUMERALS = "一二三四五六七八九十"
_ORDINAL = re.compile(rf"（([{_NUMERALS}]{{1,3}})）|([{_NUMERALS}]{{1,3}})、|(第)[{_NUMERALS}]部分")
_TWO_ORDINALS = re.compile(rf"（[{_NUMERALS}]{{1,3}}）[{_NUMERALS}]{{1,3}}、")
_QUOTE = re.compile("[“”]")
_HEADING_LENGTH = 30


@rule("stray-mark", family="wording", basis=BASIS, zh="标点使用正确，括号成对")
def stray_mark(accounts: Accounts) -> Iterator[Check]:
    """No mark is left over, and brackets come in pairs."""
    open_brackets = [passage for passage in accounts.prose if _is_unbalanced(passage.dense)]
    lone_quotes = [(passage, place) for passage in accounts.prose if (place := _lone_quote(passage.dense)) is not None]
    for passage, place in lone_quotes:
        yield _notice(passage, "引号", "的引号没有成对", "has a quotation mark without its pair", place)
    if not open_brackets:
        yield from report(accounts, "标点", hits(accounts.prose, _STRAY))
        return
    found = hits(accounts.prose, _STRAY)
    yield from report(accounts, "标点", found) if found else ()
    for passage in open_brackets:
        start = passage.dense.rfind("（")
        yield _notice(passage, "括号", "的括号没有成对", "has a bracket that is not closed", start)


@rule("unfinished-sentence", family="wording", basis=BASIS, zh="段落以完整的句子结束")
def unfinished_sentence(accounts: Accounts) -> Iterator[Check]:
    """No paragraph of the prose breaks off at a comma."""
    passages = accounts.prose.passages
    broken = [
        before
        for before, after in pairwise(passages)
        if before.dense.endswith(("，", "、"))
        and len(before.dense) > _HEADING_LENGTH
        and after.index == before.index + 1
        and (after.is_heading or _NEW_START.match(after.dense))
    ]
    if not broken:
        yield passed("段落的结束")
    for passage in broken:
        yield _notice(
            passage, "段落的结束", "的段落以逗号结束，句子没有写完", "breaks off at a comma", len(passage.dense) - 1
        )


@rule("whole-counts", family="wording", basis=BASIS, zh="辆、批次、人次等计数为整数")
def whole_counts(accounts: Accounts) -> Iterator[Check]:
    """Vehicles, receptions and people are counted in whole numbers."""
    yield from report(accounts, "计数", hits(accounts.prose, _FRACTIONS))


@rule("heading-ordinals", family="wording", basis=BASIS, zh="标题序号连续，一个标题只有一个序号")
def heading_ordinals(accounts: Accounts) -> Iterator[Check]:
    """Ordinals of headings run on without a gap, and no heading has two."""
    passages = accounts.prose.passages
    twice = [passage for passage in passages if _TWO_ORDINALS.match(passage.dense)]
    gaps = list(_gaps(passages))
    if not twice and not gaps:
        yield passed("标题序号")
    for passage in twice:
        yield _notice(passage, "标题序号", "的标题有两个序号", "has two ordinals", 0)
    for before, passage in gaps:
        shown = f"{before or '上级标题'}之后为“{_ordinal(passage)}”"
        yield _notice(passage, "标题序号", f"的标题序号不连续（{shown}）", "does not follow the ordinal before it", 0)


def _notice(passage: Passage, subject: str, zh: str, en: str, offset: int) -> Check:
    title = passage.section.title if passage.section else "正文"
    evidence: Evidence = passage.evidence(offset, offset + 1)
    return finding(
        f"{subject}：{title}",
        f"{title}{zh}。",
        f"“{evidence.quote}” {en}.",
        [evidence],
        stated=evidence.quote,
        severity=Severity.NOTICE,
    )


def _lone_quote(text: str) -> int | None:
    """Where a whole paragraph that pairs its quotation marks elsewhere has one without its pair."""
    if "“" not in text or "”" not in text or not text.endswith(("。", "；")):
        return None
    opened: int | None = None
    for match in _QUOTE.finditer(text):
        if (match[0] == "“") == (opened is not None):
            return match.start() if opened is None else opened
        opened = match.start() if match[0] == "“" else None
    return opened


def _is_unbalanced(text: str) -> bool:
    """Whether one bracket of a finished paragraph was not closed; `1）` and the like open nothing."""
    return text.endswith("。") and text.count("（") == text.count("）") + 1 and not _ENUMERATED.search(text)


def _gaps(passages: Sequence[Passage]) -> Iterator[tuple[str, Passage]]:
    """Headings whose ordinal does not follow the one before, with that one ("" where there is none)."""
    last: dict[int, int] = {}
    unnumbered = False
    for passage in passages:
        match = _ORDINAL.match(passage.dense)
        if match is None:
            unnumbered = unnumbered or _could_be_heading(passage.dense)
            continue
        level = 2 if match[1] else 1 if match[2] else 0
        number = _value(match[1] or match[2] or "")
        before = last.get(level, 0)
        if level == 2 and number not in (1, before + 1) and not unnumbered and level - 1 in last:
            yield (f"“（{_NUMERALS[before - 1]}）”" if 0 < before <= 10 else ""), passage
        last = {higher: value for higher, value in last.items() if higher < level} | {level: number}
        unnumbered = False


def _could_be_heading(text: str) -> bool:
    return len(text) <= _HEADING_LENGTH and not re.search(r"[，。；：]", text)


def _ordinal(passage: Passage) -> str:
    match = _ORDINAL.match(passage.dense)
    return match.group() if match else ""


def _value(numeral: str) -> int:
    """A Chinese numeral below a hundred; 0 for none."""
    tens, found, units = numeral.rpartition("十")
    if not found:
        return _NUMERALS.find(numeral) + 1 if numeral else 0
    return (_NUMERALS.find(tens) + 1 if tens else 1) * 10 + (_NUMERALS.find(units) + 1 if units else 0)
