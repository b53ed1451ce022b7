"""Rows of forms with codes, and of lists, whose cells are parted by spaces only.

Blanks leave no trace there: what follows a label is kept in displayed order as loose amounts, and
`columns` decides later which column each belongs to.
"""

from __future__ import annotations

import re
from dataclasses import replace

from juesuan.document import Line
from juesuan.forms.draft import Reading, Row
from juesuan.forms.headings import is_numbering
from juesuan.forms.running_words import (
    BEGINS_CODED,
    Body,
    Word,
    figures_in,
    in_columns,
    is_line_number,
    label_of,
    shown,
)
from juesuan.forms.text import flat, joined

_CODE = re.compile(r"\d{2,7}")
_TOTAL = re.compile(r"^(?:本年支出|本年收入|支出|收入)?(?:合计|总计)$")
_WHOLE_CODES = (3, 5, 7)


def coded_from_lines(body: Body) -> list[Row]:
    """Rows of a form with code, name and columns; wrapped names and codes are put together."""
    rows: list[Row] = []
    for number, line in enumerate(body.lines[body.start(BEGINS_CODED) :], 1):
        code, rest = _leading_code(body.words(line))
        label, amounts = label_of(rest), tuple(figures_in(rest))
        if code and _is_rest_of_code(rows, code):
            rows[-1] = _continued(replace(rows[-1], code=rows[-1].code + code), label, (), line)
        elif code or _TOTAL.match(flat(label)):
            row = Row(number, code, joined(label), line.place, shown(line), wrapped=not label)
            placed = in_columns(rest, body.order)
            rows.append(row.with_figures(placed) if placed else replace(row, loose=amounts))
        elif rows:
            rows[-1] = _continued(rows[-1], label, amounts, line)
        if rows and any(word.broken for word in rest):
            rows[-1] = rows[-1].doubted(f"断开的数字：{shown(line)}")
    return rows


def list_from_lines(body: Body) -> list[Row]:
    """Items with one figure each; a line number before the figure is left out."""
    rows: list[Row] = []
    for number, line in enumerate(body.lines, 1):
        pieces = body.words(line)
        label, figures = label_of(pieces), list(figures_in(pieces))
        if not label or is_numbering(line.text.split()) or "行次" in label:
            continue
        if figures and is_line_number(figures[0].amount) and figures[0].amount.value == len(rows) + 1:
            figures.pop(0)
        row = Row(number, "", joined(label), line.place, shown(line))
        rows.append(row.with_figures({"final": figures[0]}) if figures else row)
        if len(figures) > 1 or any(word.broken for word in pieces):
            rows[-1] = rows[-1].doubted(f"多出的数字：{shown(line)}")
    return rows


def _leading_code(pieces: list[Word]) -> tuple[str, list[Word]]:
    """The code at the beginning of a line, in one piece or as 类 款 项, and the pieces after it."""
    count = 0
    while count < len(pieces) and _CODE.fullmatch(pieces[count].text):
        count += 1
    if count == 0 or (count == len(pieces) and count > 1):
        return "", pieces
    found = [word.text for word in pieces[:count]]
    if len(found[0]) < 3 and not (count == 1 and len(pieces) == 2):
        return "", pieces
    return "".join(found) if len(found[0]) == 3 else found[0], pieces[count if len(found[0]) == 3 else 1 :]


def _is_rest_of_code(rows: list[Row], code: str) -> bool:
    before = rows[-1].code if rows else ""
    return bool(before) and len(before) not in _WHOLE_CODES and len(before + code) in _WHOLE_CODES and len(code) < 3


def _continued(row: Row, label: str, amounts: tuple[Reading, ...], line: Line) -> Row:
    """A row with the next line of it: the rest of its name, or its figures where it had none."""
    if amounts and row.loose:
        return row.doubted(f"多出的数字：{shown(line)}")
    return replace(
        row,
        item=joined(row.item + label),
        loose=row.loose or amounts,
        quote=f"{row.quote} {shown(line)}",
        wrapped=row.wrapped or bool(label),
    )
