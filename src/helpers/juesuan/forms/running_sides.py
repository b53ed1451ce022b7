"""Rows of the two-sided forms 01 and 04 whose cells are parted by spaces only."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from juesuan.document import Line
from juesuan.forms.draft import Reading, Row
from juesuan.forms.halves import EXPENDITURE, INCOME, with_opening
from juesuan.forms.running_words import Body, Word, figures_in, is_line_number
from juesuan.forms.text import flat, joined

BROKEN = "断开的行，无法确定"
_BEGINS = re.compile(r"^\s*一、")
_LABEL = re.compile(
    r"^(?:[一二三四五六七八九十]+、|本年|年初|年末|上年|总计|合计|使用|结余分配|一般公共预算|政府性基金|国有资)"
)
_INCOME = re.compile(r"收入|预算财政拨款$|^使用|^年初|^上年")
_EXPENDITURE = re.compile(r"支出?$|结余分配|^年末|^结转下年")
_SKIPPED = 5  # line numbers that may be missing between two lines


@dataclass(slots=True)
class _Side:
    """A label of one line with the figures that follow it, without its 行次 once that is taken off."""

    label: str
    figures: list[Reading]
    line_number: int | None = None


@dataclass(slots=True)
class _Count:
    """The 行次 of the left half so far, and how much higher the right half counts."""

    left: int = 0
    offset: int = 0


def halves_from_lines(body: Body) -> list[Row]:
    """Rows of form 01 or 04: one for each half of a line; line numbers are left out."""
    start = body.start(_BEGINS)
    head = body.lines[:start]
    numbered = any("行" in line.text.split() for line in head) or "行次" in "".join(flat(line.text) for line in head)
    count = _Count()
    rows: list[Row] = []
    for number, line in enumerate(body.lines[start:], 1):
        pieces = body.words(line)
        sides = _sides(pieces)
        if not sides and rows and not any(figures_in(pieces)):
            rows[-1] = replace(rows[-1], item=joined(rows[-1].item + line.text))
        if numbered:
            _take_line_numbers(sides, count)
        if _is_broken(sides, pieces, numbered):
            rows = _last_doubted(rows)
        rows += [_row(number, line, side, name) for side, name in _named(sides)]
        if any(piece.broken for piece in pieces):
            rows = _last_doubted(rows)
    return with_opening(rows)


def _sides(pieces: list[Word]) -> list[_Side]:
    """The labels of a line with what follows each; figures before the first label have the label ""."""
    sides: list[_Side] = []
    for piece in pieces:
        if piece.broken or piece.blank:
            continue
        if piece.figure is not None:
            if not sides:
                sides.append(_Side("", []))
            sides[-1].figures.append(piece.figure)
        elif _LABEL.match(piece.text) or (sides and sides[-1].figures):
            sides.append(_Side(piece.text, []))
        elif sides:
            sides[-1].label += piece.text
        else:
            return []
    return sides


def _take_line_numbers(sides: list[_Side], count: _Count) -> None:
    for side in sides:
        if side.figures and is_line_number(side.figures[0].amount):
            side.line_number = int(side.figures.pop(0).amount.value)
    numbers = [side.line_number for side in sides if side.label]
    if len(numbers) == 2 and numbers[0] is not None and numbers[1] is not None:
        count.offset = numbers[1] - numbers[0]
    for side in sides:
        last = side.figures[-1].amount if side.figures else None
        right = None if side.line_number is None else side.line_number + count.offset
        if last is not None and count.offset and is_line_number(last) and last.value == right:
            side.figures.pop()
    first = sides[0].line_number if sides else None
    if sides and not sides[0].label and first is not None and not count.left < first < count.left + _SKIPPED:
        sides[0].line_number = None  # no 行次 but the rest of a number in the line above
    elif first is not None and first > count.left and (not count.offset or first <= count.offset):
        count.left = first


def _is_broken(sides: list[_Side], pieces: list[Word], numbered: bool) -> bool:
    """Whether a line begins with what belongs to the line above: figures that no label stands before."""
    if not sides or sides[0].label:
        return False
    return not numbered or bool(sides[0].figures) or sides[0].line_number is None


def _last_doubted(rows: list[Row]) -> list[Row]:
    """The rows with those of the last line doubted."""
    last = rows[-1].number if rows else 0
    return [row.doubted(BROKEN) if row.number == last else row for row in rows]


def _named(sides: list[_Side]) -> list[tuple[_Side, str]]:
    labelled = [side for side in sides if side.label]
    if len(labelled) == 2:
        return list(zip(labelled, (INCOME, EXPENDITURE), strict=True))
    if len(labelled) != 1:
        return []
    label = flat(labelled[0].label)
    left = sides[0] is labelled[0] and (_INCOME.search(label) is not None) and not _EXPENDITURE.search(label)
    return [(labelled[0], INCOME if left else EXPENDITURE)]


def _row(number: int, line: Line, side: _Side, name: str) -> Row:
    displayed = " ".join([joined(side.label), *(figure.amount.displayed for figure in side.figures)])
    row = Row(number, "", joined(side.label), line.place, displayed, side=name)
    if name == INCOME:
        done = row.with_figures({INCOME: side.figures[0]} if side.figures else {})
        return done if len(side.figures) < 2 else done.doubted(BROKEN)
    return replace(row, loose=tuple(side.figures))
