"""Self-evaluations in lines of labels with their values, as a form is filled in or as a list is told.

The lines become the same rows of cells that a ruled table has; what they mean is read elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from juesuan.document import Document, Line
from juesuan.evaluations.arrangements import arranged
from juesuan.evaluations.cards import level_in
from juesuan.evaluations.headings import indicator_headings
from juesuan.evaluations.labelled_lines import below_label, is_label, labelled
from juesuan.evaluations.segments import Row, Segment, first_label, of_one_width
from juesuan.evaluations.vocabulary import is_title

_BEGINS = re.compile(r"[(（]?[0-9一二三四五六七八九十]{1,3}[)）、.．]")
_ENDS = ("；", ";", "。")
_MOST_LINES = 4  # over which the sentence on an indicator runs
_FEWEST_INDICATORS = 2
_LONGEST_LABEL = 8  # characters of a label of no known meaning


def listed_segments(document: Document, claimed: frozenset[int]) -> Iterator[Segment]:
    """The self-evaluations among the lines that no table holds, with their points; each with the title above it."""
    orders = frozenset(grid.order for grid in document.grids)
    first = 0
    while first < len(document.lines):
        rows, end = _run(document.lines, first, claimed, orders)
        whole = arranged(of_one_width(rows))
        if _holds_indicators(whole):
            above = tuple(at for at in range(max(0, first - 1), first) if is_title(document.lines[at].text))
            yield Segment(above[0] if above else first, tuple(of_one_width(whole)), above, tuple(range(first, end)))
        first = max(end, first + 1)


def _holds_indicators(rows: Sequence[Row]) -> bool:
    """Whether rows have headings that ask for points, made of the labels of several indicators."""
    heads = [number for number, row in enumerate(rows) if {"weight", "score"} & indicator_headings(row).keys()]
    return bool(heads) and len(rows) - heads[0] > _FEWEST_INDICATORS


def _run(lines: Sequence[Line], first: int, claimed: frozenset[int], orders: frozenset[int]) -> tuple[list[Row], int]:
    """The rows of lines of labels from a line on, up to the next project's, and the line behind them."""
    rows: list[Row] = []
    number = first
    while number < len(lines):
        if number in claimed or (rows and (number in orders or is_title(lines[number].text))):
            break
        row, end = _next(lines, number, claimed | orders)
        if not row or (rows and first_label(row) == "project"):
            break
        rows.append(row)
        number = end
    return rows, number


def _next(lines: Sequence[Line], number: int, stops: frozenset[int]) -> tuple[Row, int]:
    """The row that begins on a line, and the line behind it; no row where none does."""
    following = [] if number + 1 in stops else lines[number + 1 : number + 3]
    if following and not is_label(following[0].text) and _labels(lines[number].text, following):
        return below_label(lines[number], following[0]), number + 2
    end = _end(lines, number, stops)
    return labelled(lines[number], "".join(line.text.strip() for line in lines[number:end])), end


def _labels(text: str, following: Sequence[Line]) -> bool:
    """Whether a line is the label of the next: one that is known, or a short one among others."""
    among = len(following) > 1 and is_label(following[1].text)
    plain = len(text.strip()) <= _LONGEST_LABEL and not any(map(str.isdigit, text)) and not re.search("[:：]", text)
    return is_label(text) or (among and plain and not level_in(text))


def _end(lines: Sequence[Line], first: int, stops: frozenset[int]) -> int:
    """The line behind a sentence that begins with its number and runs over several lines."""
    if not _BEGINS.match(lines[first].text.strip()) or level_in(lines[first].text):
        return first + 1
    for number in range(first, min(first + _MOST_LINES, len(lines))):
        after = lines[number + 1].text.strip() if number + 1 < len(lines) else ""
        if not after or number + 1 in stops or lines[number].text.rstrip().endswith(_ENDS) or _BEGINS.match(after):
            return number + 1
    return first + 1
