"""Cells of a self-evaluation table as entries: text, amount, place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from juesuan.amounts import PERCENT, TEN_THOUSAND, YUAN, Amount, parse_amount
from juesuan.document import Cell
from juesuan.evaluations.quantities import narrow, parse_quantity, points_in
from juesuan.records import Entry

_LINE_BREAK = re.compile(r"\s*\n\s*")
_MONEY = re.compile(rf"(?P<number>.*?\d)\s*(?P<unit>{TEN_THOUSAND}|{YUAN})")
_DASHES = {"", "-", "—", "——", "–", "/", "--", "\\"}


def tidy(text: str) -> str:
    """The text of a cell with its line breaks joined."""
    return _LINE_BREAK.sub("", text).strip()


def is_empty(text: str) -> bool:
    """Whether a cell says nothing; a dash says nothing too."""
    return narrow(text) in _DASHES


def filled(row: Sequence[Cell]) -> list[int]:
    """The columns of a row that hold text, dashes among them."""
    return [column for column, cell in enumerate(row) if cell.text.strip()]


def row_quote(row: Sequence[Cell]) -> str:
    """A row as displayed, its filled cells parted by a space."""
    return " ".join(tidy(cell.text) for cell in row if cell.text.strip())


def money_in(text: str, unit: str) -> Amount | None:
    """The money in a fund cell, in the table's unit unless the cell names its own."""
    word = narrow(text).removeprefix("+")
    match = _MONEY.fullmatch(word)
    return parse_amount(match["number"], match["unit"]) if match else parse_amount(word, unit)


def percent_in(text: str) -> Amount | None:
    """A rate or completion, with or without its % sign."""
    return parse_amount(narrow(text), PERCENT)


def money_entry(cell: Cell, unit: str, doubt: str = "") -> Entry:
    return Entry(tidy(cell.text), money_in(cell.text, unit), cell.place, doubt)


def percent_entry(cell: Cell, doubt: str = "") -> Entry:
    return Entry(tidy(cell.text), percent_in(cell.text), cell.place, doubt)


def points_entry(cell: Cell, doubt: str = "") -> Entry:
    return Entry(tidy(cell.text), points_in(cell.text), cell.place, doubt)


def quantity_entry(cell: Cell, unit: str = "", doubt: str = "") -> Entry:
    """A target or a result; its amount is the bare number, without the bound it is said with."""
    quantity = parse_quantity(cell.text, unit)
    return Entry(tidy(cell.text), quantity.amount if quantity else None, cell.place, doubt)
