"""Rows of forms 06 and 09 whose cells are parted by spaces only."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from juesuan.amounts import parse_amount
from juesuan.document import Line
from juesuan.forms.catalogue import PUBLIC_ITEMS
from juesuan.forms.classification import ECONOMIC, name_key
from juesuan.forms.draft import Reading, Row
from juesuan.forms.headings import is_numbering
from juesuan.forms.public import BUDGET, COUNT, FINAL, public_item
from juesuan.forms.running_words import Body, Word, figures_in, in_columns, label_of, shown
from juesuan.forms.text import joined

_ECONOMIC = re.compile(r"3\d\d(?:\d\d)?")
_SUM = re.compile(r"(?:人员|公用)经费合计|^合计$")
_COUNTED = re.compile(r"团组|人次|批次|保有量|购置数|购置量")
_COUNT_UNIT = re.compile(r"[(（](辆|个|人次|人|批次|批|台|次)[)）]")
_MEASURE = re.compile(r"(?:年初|全年)?预算数|决算数")
_MANY = 3
_PLACED = 0.5  # share of the figures that must find a row of their own

BY_COLUMNS = "单元格不是逐行排列，无法确定"


def blocks_from_lines(body: Body) -> list[Row]:
    """Rows of form 06: wherever a code or a total begins, a new row, also over a line's end."""
    words = [(number, line, word) for number, line in enumerate(body.lines, 1) for word in body.words(line)]
    pieces = [piece for piece in words if not piece[2].blank]
    rows: list[Row] = []
    figures = 0
    for (number, line, word), following in pairwise([*pieces, (0, None, Word(""))]):
        assert line is not None
        is_code = _ECONOMIC.fullmatch(word.text) and following[2].figure is None and not following[2].broken
        if is_code or _SUM.search(word.text):
            code, label = (word.text, "") if is_code else ("", word.text)
            rows.append(Row(number, code, label, line.place, word.text))
        elif _is_nameless_code(body, word, following[2]):
            rows.append(Row(number, word.text, ECONOMIC[word.text], line.place, word.text))
        elif rows:
            rows[-1] = _with_word(rows[-1], word)
            figures += word.figure is not None
    misplaced = sum(bool(row.figures) for row in rows) < _PLACED * figures
    return [row.doubted(BY_COLUMNS) for row in rows] if misplaced else rows


def _is_nameless_code(body: Body, word: Word, after: Word) -> bool:
    """Whether a whole number right before a figure is a code, whose name was broken over the lines around."""
    shown = None if after.figure is None else after.figure.amount.decimals
    return word.text in ECONOMIC and body.decimals is not None and shown == body.decimals


def public_from_lines(body: Body) -> list[Row]:
    """Rows of form 09: one row of figures in blocks or pairs, or one row for each item; and counts."""
    rows: list[Row] = []
    side = "pairs" if _in_pairs(body) else "blocks"
    for number, line in enumerate(body.lines, 1):
        pieces = body.words(line)
        label, figures = label_of(pieces), tuple(figures_in(pieces))
        if _COUNTED.search(label):
            rows += _counts(number, line, pieces)
        elif figures and not is_numbering(line.text.split()):
            item = public_item(body.spec, label) if label else ""
            row = Row(number, "", joined(label), line.place, shown(line))
            two = (f"{BUDGET}:{item}", f"{FINAL}:{item}")
            placed = in_columns(pieces, two if item else public_order(side))
            if item and len(figures) == 2:
                placed = dict(zip(two, figures, strict=True))
            if placed:
                rows.append(row.with_figures(placed))
            else:
                _add_figures(rows, replace(row, loose=figures, side=side))
        if rows and any(word.broken for word in pieces):
            rows[-1] = rows[-1].doubted(f"断开的数字：{shown(line)}")
    return rows


def public_order(side: str) -> tuple[str, ...]:
    """The keys of form 09's twelve columns, item by item (`pairs`) or budget before final (`blocks`)."""
    if side == "pairs":
        return tuple(f"{measure}:{item}" for item in PUBLIC_ITEMS for measure in (BUDGET, FINAL))
    return tuple(f"{measure}:{item}" for measure in (BUDGET, FINAL) for item in PUBLIC_ITEMS)


def _in_pairs(body: Body) -> bool:
    """Whether the lowest headings alternate between budget and final."""
    words = [word for line in body.lines for word in line.text.split() if _MEASURE.fullmatch(word)]
    measures = ["预算" in word for word in words]
    return len(measures) > _MANY and all(a != b for a, b in pairwise(measures))


def _add_figures(rows: list[Row], row: Row) -> None:
    """Append a row of figures, or join it to the line before where one row was broken over two lines."""
    before = rows[-1] if rows else None
    if before and before.loose and not before.item and not row.item and before.number == row.number - 1:
        rows[-1] = replace(row, loose=before.loose + row.loose, quote=f"{before.quote} {row.quote}")
    else:
        rows.append(row)


def _with_word(row: Row, word: Word) -> Row:
    displayed = f"{row.quote} {word.text}"
    if word.broken or (word.figure is not None and row.figures):
        return row.doubted(f"多出的数字：{word.text}")
    if word.figure is not None:
        return replace(row.with_figures({FINAL: word.figure}), quote=displayed)
    if not row.figures or name_key(row.item + word.text) == name_key(ECONOMIC.get(row.code, "")):
        return replace(row, item=row.item + word.text, quote=displayed)
    return row


def _counts(number: int, line: Line, pieces: list[Word]) -> list[Row]:
    rows: list[Row] = []
    for piece in pieces:
        if piece.blank:
            continue
        if piece.figure is None:
            rows.append(Row(number, "", piece.text, line.place, piece.text))
        elif rows and not rows[-1].figures:
            match = _COUNT_UNIT.search(rows[-1].item)
            amount = parse_amount(piece.text, match[1] if match else "个")
            if amount:
                found = rows[-1].with_figures({COUNT: Reading(amount, "统计数", line.place)})
                rows[-1] = replace(found, quote=f"{found.quote} {piece.text}")
    return rows
