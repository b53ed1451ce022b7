"""Self-evaluations in lines of labels with their values (目标值：≥4处), as a form is filled in or as a list is told.

The lines become the same rows of cells that a ruled table has; what they mean is read elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from juesuan.document import Cell, Document, Line
from juesuan.evaluations.arrangements import arranged
from juesuan.evaluations.cards import level_in
from juesuan.evaluations.headings import indicator_headings
from juesuan.evaluations.segments import Row, Segment, of_one_width
from juesuan.evaluations.vocabulary import FUND_HEADINGS, INDICATOR_HEADINGS, heading_key, is_title, label_key

_ORDINAL = re.compile(r"^(?:[(（]?[0-9一二三四五六七八九十]{1,3}[)）、.．]|[-—·•●◆*])\s*")
_LABELLED = re.compile(r"(?P<label>[^:：,，;；。\d≥≤<>=＞＜]{2,14})\s*[:：]\s*(?P<value>\S.*)")
_SAID = re.compile(
    r"(?P<label>[^:：,，;；。\d≥≤<>=＞＜]{2,14}?)(?:为|是|[:：])?\s*(?P<value>(?:[≥≤<>=＞＜]|不[低高少多超]\S{0,2})?\s*\d.*)"
)
_PART = re.compile(r"[，,；;。]\s*|\t|\s{2,}")
_NAMED = re.compile(r"(?P<name>[^:：,，;；。≥≤]{2,30}?)\s*[:：—]+\s*(?P<value>\S.*)")
_ENDS = ("；", ";", "。")
_MOST_LINES = 4  # over which the sentence on an indicator runs
_NAME = "指标名称"
_FEWEST_SAID = 2  # values that a line must say of the thing that it begins with
_FEWEST_LINES = 2


def listed_segments(document: Document, claimed: frozenset[int]) -> Iterator[Segment]:
    """The self-evaluations among the lines that no table holds, with their points; each with the title above it."""
    orders = frozenset(grid.order for grid in document.grids)
    first = 0
    while first < len(document.lines):
        rows, end = _run(document.lines, first, claimed, orders)
        whole = arranged(of_one_width(rows))
        if len(rows) >= _FEWEST_LINES and any({"weight", "score"} & indicator_headings(row).keys() for row in whole):
            above = tuple(at for at in range(max(0, first - 1), first) if is_title(document.lines[at].text))
            yield Segment(above[0] if above else first, tuple(of_one_width(whole)), above, tuple(range(first, end)))
        first = max(end, first + 1)


def _run(lines: Sequence[Line], first: int, claimed: frozenset[int], orders: frozenset[int]) -> tuple[list[Row], int]:
    """The rows of lines of labels from a line on, and the line behind them."""
    rows: list[Row] = []
    number = first
    while number < len(lines):
        if number in claimed or (rows and (number in orders or is_title(lines[number].text))):
            break
        end = _end(lines, number, claimed | orders)
        row = _row(lines[number], "".join(line.text.strip() for line in lines[number:end]))
        if not row:
            break
        rows.append(row)
        number = end
    return rows, number


def _end(lines: Sequence[Line], first: int, stops: frozenset[int]) -> int:
    """The line behind a sentence that begins with its number and runs over several lines."""
    if not _ORDINAL.match(lines[first].text.strip()) or level_in(lines[first].text):
        return first + 1
    for number in range(first, min(first + _MOST_LINES, len(lines))):
        after = lines[number + 1].text.strip() if number + 1 < len(lines) else ""
        if not after or number + 1 in stops or lines[number].text.rstrip().endswith(_ENDS) or _ORDINAL.match(after):
            return number + 1
    return first + 1


def _row(line: Line, text: str) -> Row:
    """A text as labels with their values, or as the name of a level; nothing where it is neither."""
    level = level_in(text)
    if level:
        return _cells(line, [level])
    told = _ORDINAL.sub("", text)
    if match := _NAMED.fullmatch(told):
        said = _pairs(match["value"])
        if len(said) >= 2 * _FEWEST_SAID:
            return _cells(line, [_NAME, match["name"].strip(), *said])
    return _cells(line, _pairs(told))


def _pairs(text: str) -> list[str]:
    """Label, value, label, value … where a text is made of nothing else."""
    found: list[str] = []
    for part in filter(None, _PART.split(text.strip())):
        match = _LABELLED.fullmatch(part) or _SAID.fullmatch(part)
        if match is None or not _asks(match["label"]):
            return []
        found += [match["label"].strip(), match["value"].strip()]
    return found


def _asks(label: str) -> bool:
    known = heading_key(label, INDICATOR_HEADINGS) or heading_key(label, FUND_HEADINGS)
    return bool(known or label_key(label))


def _cells(line: Line, texts: Sequence[str]) -> Row:
    return tuple(Cell(text, replace(line.place, cell=number)) for number, text in enumerate(texts, 1))
