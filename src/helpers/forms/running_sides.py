"""Rows of two-sided forms, of form 06 and of form 09 whose cells are parted by spaces only."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from helpers.amounts import parse_amount
from helpers.document import Line
from helpers.forms.catalogue import PUBLIC_ITEMS
from helpers.forms.classification import ECONOMIC, name_key
from helpers.forms.draft import Reading, Row
from helpers.forms.halves import EXPENDITURE, INCOME, with_opening
from helpers.forms.headings import is_numbering
from helpers.forms.public import BUDGET, COUNT, FINAL, public_item
from helpers.forms.running_rows import Body, Word, figures_in, shown, words
from helpers.forms.text import flat, joined

_BEGINS_SIDE = re.compile(r"^\s*一、")
_LABEL = re.compile(
    r"^(?:[一二三四五六七八九十]+、|本年|年初|年末|上年|总计|合计|使用|结余分配|一般公共预算|政府性基金|国有资)"
)
_INCOME = re.compile(r"收入|预算财政拨款$|^使用|^年初|^上年")
_EXPENDITURE = re.compile(r"支出?$|结余分配|^年末|^结转下年")
_ECONOMIC = re.compile(r"3\d\d(?:\d\d)?")
_SUM = re.compile(r"(?:人员|公用)经费合计|^合计$")
_COUNTED = re.compile(r"团组|人次|批次|保有量|购置数|购置量")
_MANY = 3


@dataclass(slots=True)
class _Side:
    """A label of one line with the figures that follow it."""

    label: str
    figures: list[Reading]


def halves_from_lines(body: Body) -> list[Row]:
    """Rows of form 01 or 04: one for each half of a line; line numbers are left out."""
    head = body.lines[: _head(body)]
    numbered = any("行" in line.text.split() for line in head) or "行次" in "".join(flat(line.text) for line in head)
    rows: list[Row] = []
    offset: int | None = None
    for number, line in enumerate(body.lines[_head(body) :], 1):
        sides = _sides(words(line, body.unit))
        if not sides:
            if rows and not any(figures_in(words(line, body.unit))):
                rows[-1] = replace(rows[-1], item=joined(rows[-1].item + line.text))
            continue
        if numbered:
            offset = _without_line_numbers(sides, offset)
        rows += [_side_row(number, line, side, name) for side, name in _named(sides, rows)]
    return with_opening(rows)


def blocks_from_lines(body: Body) -> list[Row]:
    """Rows of form 06: wherever a code or a total begins, a new row."""
    rows: list[Row] = []
    begun = False
    for number, line in enumerate(body.lines, 1):
        pieces = words(line, body.unit)
        for piece, after in pairwise([*pieces, None]):
            assert piece is not None
            is_code = _ECONOMIC.fullmatch(piece.text) and after is not None and after.amount is None
            if is_code or _SUM.search(piece.text):
                code = piece.text if is_code else ""
                rows.append(Row(number, code, "" if is_code else piece.text, line.place, piece.text))
                begun = True
            elif begun:
                rows[-1] = _with_piece(rows[-1], piece)
    return rows


def public_from_lines(body: Body) -> list[Row]:
    """Rows of form 09: one row of figures in blocks or pairs, or one row for each item; and counts."""
    rows: list[Row] = []
    measures = [
        BUDGET if "预算" in word else FINAL for line in body.lines for word in line.text.split() if _is_measure(word)
    ]
    pairs = len(measures) > _MANY and all(a != b for a, b in pairwise(measures))
    for number, line in enumerate(body.lines, 1):
        pieces = words(line, body.unit)
        label = "".join(piece.text for piece in pieces if not piece.amount)
        figures = tuple(figures_in(pieces))
        if _COUNTED.search(label):
            rows += _counts(number, line, pieces)
        elif figures and not is_numbering(line.text.split()):
            item = public_item(body.spec, label) if label else ""
            row = Row(number, "", joined(label), line.place, shown(line))
            if item and len(figures) == 2:
                rows.append(row.with_figures({f"{BUDGET}:{item}": figures[0], f"{FINAL}:{item}": figures[1]}))
            else:
                _add_figures(rows, replace(row, loose=figures, side="pairs" if pairs else "blocks"))
    return rows


def _add_figures(rows: list[Row], row: Row) -> None:
    """Append a row of figures, or join it to the line before where one row was broken over two lines."""
    before = rows[-1] if rows else None
    if before and before.loose and not before.item and not row.item and before.number == row.number - 1:
        rows[-1] = replace(row, loose=before.loose + row.loose, quote=f"{before.quote} {row.quote}")
    else:
        rows.append(row)


def public_order(side: str) -> tuple[str, ...]:
    """The keys of form 09's twelve columns, item by item (`pairs`) or budget before final (`blocks`)."""
    if side == "pairs":
        return tuple(f"{measure}:{item}" for item in PUBLIC_ITEMS for measure in (BUDGET, FINAL))
    return tuple(f"{measure}:{item}" for measure in (BUDGET, FINAL) for item in PUBLIC_ITEMS)


def _head(body: Body) -> int:
    return body.start(_BEGINS_SIDE)


def _is_measure(word: str) -> bool:
    return re.fullmatch(r"(?:年初|全年)?预算数|决算数", word) is not None


def _sides(pieces: list[Word]) -> list[_Side]:
    """The labels of a line with what follows each; figures before the first label have the label ""."""
    sides: list[_Side] = []
    for piece in pieces:
        if piece.amount is not None:
            if not sides:
                sides.append(_Side("", []))
            sides[-1].figures.append(piece.amount)
        elif _LABEL.match(piece.text) or (sides and sides[-1].figures):
            sides.append(_Side(piece.text, []))
        elif sides:
            sides[-1].label += piece.text
        else:
            return []
    return sides


def _without_line_numbers(sides: list[_Side], offset: int | None) -> int | None:
    """Take 行次 off; `offset` is how much higher the right half counts, once a line has shown it."""
    labelled = [side for side in sides if side.label]
    if len(labelled) == 2 and all(side.figures for side in labelled):
        offset = int(labelled[1].figures[0].amount.value) - int(labelled[0].figures[0].amount.value)
    for side in sides:
        first = side.figures.pop(0) if side.figures else None
        last = side.figures[-1] if side.figures else None
        if first and last and offset and last.amount.value == first.amount.value + offset and not last.amount.decimals:
            side.figures.pop()
    return offset


def _named(sides: list[_Side], rows: list[Row]) -> list[tuple[_Side, str]]:
    labelled = [side for side in sides if side.label]
    if len(labelled) == 2:
        return list(zip(labelled, (INCOME, EXPENDITURE), strict=True))
    if len(labelled) != 1:
        return []
    label = flat(labelled[0].label)
    left = sides[0] is labelled[0] and (_INCOME.search(label) is not None) and not _EXPENDITURE.search(label)
    return [(labelled[0], INCOME if left else EXPENDITURE)]


def _side_row(number: int, line: Line, side: _Side, name: str) -> Row:
    displayed = " ".join([joined(side.label), *(figure.amount.displayed for figure in side.figures)])
    row = Row(number, "", joined(side.label), line.place, displayed, side=name)
    if name == INCOME:
        done = row.with_figures({INCOME: side.figures[0]} if side.figures else {})
        return done if len(side.figures) < 2 else done.doubted("多出的数字")
    return replace(row, loose=tuple(side.figures))


def _with_piece(row: Row, piece: Word) -> Row:
    displayed = f"{row.quote} {piece.text}"
    if piece.amount is None:
        if not row.figures or name_key(row.item + piece.text) == name_key(ECONOMIC.get(row.code, "")):
            return replace(row, item=row.item + piece.text, quote=displayed)
        return row
    if row.figures:
        return row.doubted(f"多出的数字：{piece.text}")
    return replace(row.with_figures({FINAL: piece.amount}), quote=displayed)


def _counts(number: int, line: Line, pieces: list[Word]) -> list[Row]:
    rows: list[Row] = []
    for piece in pieces:
        if piece.amount is None:
            rows.append(Row(number, "", piece.text, line.place, piece.text))
        elif rows and not rows[-1].figures:
            match = re.search(r"[(（](辆|个|人次|人|批次|批|台|次)[)）]", rows[-1].item)
            amount = parse_amount(piece.text, match[1] if match else "个")
            if amount:
                found = rows[-1].with_figures({COUNT: Reading(amount, "统计数", line.place)})
                rows[-1] = replace(found, quote=f"{found.quote} {piece.text}")
    return rows
