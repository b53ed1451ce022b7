"""Rows of forms whose cells are parted by spaces only; blanks leave no trace there.

What follows a label is kept in displayed order as loose amounts; `columns` decides later which
column each belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from helpers.amounts import parse_amount
from helpers.document import Line, Place
from helpers.forms.catalogue import Spec
from helpers.forms.draft import Reading, Row
from helpers.forms.headings import is_numbering
from helpers.forms.text import flat, has_words, joined

_CODE = re.compile(r"\d{2,7}")
_TOTAL = re.compile(r"^(?:本年支出|本年收入|支出|收入)?(?:合计|总计)$")
_SIX_COLUMNS = re.compile(r"年初.*结")
_WHOLE_CODES = (3, 5, 7)
BEGINS_CODED = re.compile(r"^\s*(?:\d{3,7}\s+\D|(?:合\s*计|总\s*计)\s+[\d-])")


@dataclass(frozen=True, slots=True)
class Body:
    """The lines of one form below its title, unit and department, above its notes."""

    spec: Spec
    lines: tuple[Line, ...]
    unit: str

    @property
    def order(self) -> tuple[str, ...]:
        """The keys of the columns in their order, as far as headings and numbering tell."""
        head = self.lines[: self.start(BEGINS_CODED)]
        orders = self.spec.orders
        counts = [sum(word.isdigit() for word in line.text.split()) for line in head if is_numbering(line.text.split())]
        fitting = [order for order in orders if counts and len(order) == max(counts)]
        if fitting or len(orders) < 2:
            return (fitting or list(orders) or [()])[0]
        six = _SIX_COLUMNS.search("".join(flat(line.text) for line in head))
        return orders[0] if six else orders[-1]

    def start(self, begins: re.Pattern[str]) -> int:
        """Index of the first line below the headings: after the numbering, else the first that `begins` matches."""
        for index, line in enumerate(self.lines):
            if is_numbering(line.text.split()):
                return index + 1
            if begins.match(line.text):
                return index
        return len(self.lines)


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of a line between spaces: a label, or a figure."""

    text: str
    amount: Reading | None


def words(line: Line, unit: str) -> list[Word]:
    """The pieces of a line in order."""
    return [Word(text, _reading(text, line.place, unit)) for text in line.text.split()]


def coded_from_lines(body: Body) -> list[Row]:
    """Rows of a form with code, name and columns; wrapped names and codes are put together."""
    rows: list[Row] = []
    for number, line in enumerate(body.lines[body.start(BEGINS_CODED) :], 1):
        pieces = words(line, body.unit)
        code, rest = _leading_code(pieces)
        label = "".join(word.text for word in rest if not word.amount)
        amounts = tuple(word.amount for word in rest if word.amount)
        if code or _TOTAL.match(flat(label)):
            if not (code and _is_rest_of_code(rows, code)):
                rows.append(Row(number, code, joined(label), line.place, shown(line), loose=amounts))
                continue
            rows[-1] = replace(rows[-1], code=rows[-1].code + code)
            amounts = ()
        if rows:
            rows[-1] = _continued(rows[-1], label, amounts, line)
    return rows


def list_from_lines(body: Body) -> list[Row]:
    """Items with one figure each; a line number before the figure is left out."""
    rows: list[Row] = []
    for number, line in enumerate(body.lines, 1):
        pieces = words(line, body.unit)
        label = "".join(word.text for word in pieces if not word.amount)
        amounts = [word.amount for word in pieces if word.amount]
        if not label or is_numbering(line.text.split()) or "行次" in label:
            continue
        row = Row(number, "", joined(label), line.place, shown(line))
        counted = amounts and amounts[0].amount.value == len(rows) + 1 and not amounts[0].amount.decimals
        figures = amounts[1:] if counted else amounts
        rows.append(row.with_figures({"final": figures[0]}) if figures else row)
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
    return replace(row, item=joined(row.item + label), loose=row.loose or amounts, quote=f"{row.quote} {shown(line)}")


def _reading(text: str, place: Place, unit: str) -> Reading | None:
    amount = None if has_words(text) else parse_amount(text, unit)
    return None if amount is None else Reading(amount, "", place)


def shown(line: Line) -> str:
    """A line as displayed, runs of white space closed to one space."""
    return " ".join(line.text.split())


def figures_in(pieces: list[Word]) -> Iterator[Reading]:
    """The figures among the pieces of a line."""
    return (word.amount for word in pieces if word.amount)
