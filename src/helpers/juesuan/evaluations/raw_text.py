"""Self-evaluation tables that a conversion left as plain lines, their cells parted by spaces only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from juesuan.amounts import TEN_THOUSAND, YUAN
from juesuan.document import Cell, Document, Line
from juesuan.evaluations.cells import is_empty, money_in, tidy
from juesuan.evaluations.funds import FundReader
from juesuan.evaluations.quantities import narrow, points_in
from juesuan.evaluations.raw_text_rows import read_rows
from juesuan.evaluations.vocabulary import FUND_HEADINGS, fund_kind, heading_key, is_title, squeezed
from juesuan.part_ordinals import PART_OR_SECTION
from juesuan.records import Entry, Evaluation, FundLine

_LONGEST_TABLE = 400
_ENTRIES = ("opening", "budget", "executed", "weight", "rate", "score")
_TORN = "数字断在几行，可能没有读全"
_GRID_NEAR = 6
_BODY = r"(?:部\s*门|单\s*位)\s*(?:[(（]\s*(?:部\s*门|单\s*位)\s*[)）])?\s*名\s*称"
_OPENING = re.compile(rf"项\s*目\s*名\s*称|{_BODY}")
_TOTAL = re.compile(r"^(?:总\s*分|合\s*计|总\s*得\s*分)\s*[:：]?\s*(?P<points>[\d.\s分]+)$")
_CLOSING = re.compile(rf"^(?:附\s*件|附\s*表|{PART_OR_SECTION}|[一二三四五六七八九十]+、)")
_BLOCK = re.compile(r"一\s*级\s*指\s*标|评\s*价\s*指\s*标")
_RESULT = re.compile(r"执\s*行\s*数|实\s*际\s*完\s*成")
_GOAL = re.compile(r"预\s*期\s*目\s*标|总\s*体\s*目\s*标")
_DONE = re.compile(r"(?:全\s*年\s*)?实\s*际\s*完\s*成\s*情\s*况")
_FUND_WORDS = (
    "年初预算数", "全年预算数", "全年执行数", "调整预算数", "预算数", "执行数", "执行率", "分值", "权重", "得分",
)  # fmt: skip
_FUND_HEADING = re.compile("|".join(r"\s*".join(word) for word in _FUND_WORDS))
_ORDINAL = r"(?:[(（]?[一二三四五六七八九十][)）、]|\d+[.、])?"
_FUND_LABEL = re.compile(
    rf"{_ORDINAL}(?:年度资金总额|资金总额|预算总额|其中[:：]?(?:当年)?(?:一般公共预算)?财政拨款|上年结转(?:结余)?资金|"
    r"其他资金|单位资金|基本支出|人员(?:经费|支出)|公用(?:经费|支出)|项目支出|一般性项目|重点项目|专项资金)[:：]?$"
)
_OTHER_FUND_LABEL = re.compile(r"[^\s,，。;；]{2,10}(?:资金|支出|经费|项目)[:：]?$")


def read_raw_tables(document: Document, claimed: frozenset[int]) -> Iterator[tuple[int, Evaluation]]:
    """Evaluations among the lines that no grid holds, each with the index of its title line."""
    start = 0
    while (found := _next_table(document, start, claimed)) is not None:
        first, last = found
        yield first, _read(document.lines[first : last + 1], tuple(range(first, last + 1)))
        start = last + 1


def _next_table(document: Document, start: int, claimed: frozenset[int]) -> tuple[int, int] | None:
    orders = [grid.order for grid in document.grids]
    for index in range(start, len(document.lines)):
        if index in claimed or not is_title(document.lines[index].text):
            continue
        if any(index < order <= index + _GRID_NEAR for order in orders):
            continue
        last = _end(document, index, orders)
        text = "\n".join(line.text for line in document.lines[index + 1 : last + 1])
        if _OPENING.search(text) and _BLOCK.search(text) and _RESULT.search(text):
            return index, last
    return None


def _end(document: Document, first: int, orders: Sequence[int]) -> int:
    """The last line of the table: its total, or the line before the next heading, title or grid."""
    limit = min([first + _LONGEST_TABLE, len(document.lines), *(order for order in orders if order > first)])
    for index in range(first + 1, limit):
        text = document.lines[index].text
        if _TOTAL.match(narrow(text)):
            return index
        if is_title(text) or _CLOSING.match(text.strip()):
            return index - 1
    return limit - 1


def _read(lines: Sequence[Line], indices: tuple[int, ...]) -> Evaluation:
    body = list(lines[1:])
    total = _TOTAL.match(narrow(body[-1].text)) if body else None
    body = body[:-1] if total else body
    block = _first(body, _BLOCK)
    goal = _first(body, _GOAL)
    goal = goal if goal < block else block
    unit = _unit(body[:goal])
    project, department = _names(body[:goal])
    indicators, reads_scores = read_rows(body[block:])
    weight, score = _points(total["points"], lines[-1]) if total else (Entry(), Entry())
    goals, result = _goals(body[goal:block])
    return Evaluation(
        overall=not project,
        project=project,
        department=department,
        unit=unit,
        funds=tuple(_funds(body[:goal], unit)),
        indicators=indicators,
        total_weight=weight,
        total_score=score,
        goal=goals,
        result=result,
        has_scores=reads_scores,
        place=lines[0].place,
        lines=indices,
    )


def _first(lines: Sequence[Line], pattern: re.Pattern[str]) -> int:
    """Index of the line in which the pattern begins, also where its word is broken over lines."""
    text, offset = "\n".join(line.text for line in lines), 0
    match = pattern.search(text)
    if match is None:
        return len(lines)
    for index, line in enumerate(lines):
        offset += len(line.text) + 1
        if match.start() < offset:
            return index
    return len(lines)


def _unit(lines: Sequence[Line]) -> str:
    text = squeezed("".join(line.text for line in lines))
    return YUAN if "(元)" in text and f"({TEN_THOUSAND})" not in text else TEN_THOUSAND


def _names(lines: Sequence[Line]) -> tuple[str, str]:
    """The project's and the department's name; "" where the table has none."""
    text = "\n".join(line.text for line in lines)
    project = re.search(r"项\s*目\s*名\s*称\s*(?P<name>\S.*)", text)
    unit = re.search(r"实\s*施\s*单\s*位\s*(?P<name>\S.*)", text)
    body = re.search(rf"{_BODY}\s*(?P<name>\S.*)", text)
    department = unit or body
    return project["name"].strip() if project else "", department["name"].strip() if department else ""


def _points(text: str, line: Line) -> tuple[Entry, Entry]:
    found = [Entry(part, points_in(part), line.place) for part in text.split()]
    if len(found) == 1:
        return Entry(), found[0]
    return found[0], found[1]


def _goals(lines: Sequence[Line]) -> tuple[str, str]:
    text = "\n".join(line.text for line in lines)
    goal, done = _GOAL.search(text), _DONE.search(text)
    if goal is None:
        return "", ""
    between = "" if done is None else _GOAL.sub("", text[goal.end() : done.start()]).strip()
    if done is None or not between:
        return tidy(text[(done or goal).end() :]), ""
    return tidy(text[goal.end() : done.start()]), tidy(text[done.end() :])


def _funds(lines: Sequence[Line], unit: str) -> Iterator[FundLine]:
    headings = _fund_headings(lines)
    if not headings:
        return
    reader = FundReader({key: column for column, key in enumerate(headings, 1)}, unit)
    label, torn = "", False
    for line in lines:
        words, figures = _split(line.text)
        label += words
        if not figures:
            continue
        match = _FUND_LABEL.search(squeezed(label)) or _OTHER_FUND_LABEL.search(squeezed(label))
        if match and len(figures) > 1:
            cells = (Cell(match[0], line.place), *(Cell(figure, line.place) for figure in figures))
            yield from (_doubted(found) if torn else found for found in reader.lines(cells))
            label = ""
        torn = match is not None and len(figures) == 1


def _doubted(line: FundLine) -> FundLine:
    """A line of which some figures stand in lines of their own, so that none is known to be whole or in its place."""
    entries = {key: replace(getattr(line, key), doubt=_TORN) for key in _ENTRIES}
    return replace(line, **entries)


def _fund_headings(lines: Sequence[Line]) -> list[str]:
    """The keys of the fund columns in the order in which their headings are printed."""
    keys: list[str] = []
    for match in _FUND_HEADING.finditer("\n".join(line.text for line in lines)):
        key = heading_key(match[0], FUND_HEADINGS)
        if key not in keys:
            keys.append(key)
    return keys if {"budget", "executed"} <= set(keys) else []


def _split(text: str) -> tuple[str, list[str]]:
    """The words of a line and the figures or dashes that end it."""
    tokens = text.split()
    figures: list[str] = []
    while tokens and (
        is_empty(tokens[-1]) or money_in(tokens[-1].removesuffix("分").removesuffix("%"), "") is not None
    ):
        figures.insert(0, tokens.pop())
    words = " ".join(tokens)
    return ("", figures) if fund_kind(words) == "" and not words else (words, figures)
