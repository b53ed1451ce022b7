"""The rows of one form as every layout reads them, from a ruled grid or from bare text.

A row is a sequence of tokens. Where the source shows columns, a figure knows its column's key and every token
its side (how many columns of figures end left of it); where blanks left no trace both are None.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from juesuan.amounts import Amount
from juesuan.document import Cell, Place
from juesuan.forms.description import FormDescription
from juesuan.forms.draft import Reading
from juesuan.forms.text import joined

IndexedRow = tuple[int, tuple[Cell, ...]]  # a row of a grid with its index


class Kind(StrEnum):
    """What a token is."""

    CODE = "code"
    LABEL = "label"
    FIGURE = "figure"
    BLANK = "blank"  # a sign for nothing: a dash, a slash
    TORN = "torn"  # stands where a figure should and is none


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a row as displayed. `amount` is that of a figure; `path` the headings above it."""

    kind: Kind
    text: str
    place: Place
    amount: Amount | None = None
    key: str | None = None
    side: int | None = None
    path: str = ""
    doubt: str = ""

    @property
    def reading(self) -> Reading:
        """The figure as a reading; only figures have one."""
        assert self.amount is not None
        return Reading(self.amount, self.path, self.place, self.doubt)


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row below the headings, counted from 1; `doubt` says why its cells may not be what they seem.

    `wrapped` tells that it was put together from several lines.
    """

    number: int
    tokens: tuple[Token, ...]
    doubt: str = ""
    wrapped: bool = False

    @property
    def place(self) -> Place:
        return next((token.place for token in self.tokens if token.place != Place()), Place())

    @property
    def quote(self) -> str:
        """The row as displayed, cells parted by a space."""
        return quoted(self.tokens)

    def of(self, *kinds: Kind) -> tuple[Token, ...]:
        return tuple(token for token in self.tokens if token.kind in kinds)

    @property
    def label(self) -> str:
        return label_of(self.tokens)

    def without(self, *kinds: Kind) -> TableRow:
        return replace(self, tokens=tuple(token for token in self.tokens if token.kind not in kinds))


@dataclass(frozen=True, slots=True)
class Table:
    """All rows of a form; `columns` are heading paths by key, `orders` the sequences its figures can stand in.

    `numbered` tells that the headings of bare text name a column of line numbers (行次).
    """

    form: FormDescription
    rows: tuple[TableRow, ...]
    columns: dict[str, str]
    orders: tuple[tuple[str, ...], ...]
    unit: str
    notes: tuple[str, ...] = ()
    numbered: bool = False


def filled_by_signs(row: TableRow, orders: Sequence[Sequence[str]]) -> dict[str, Reading]:
    """The figures of a row by column where signs for nothing fill all the other columns; else none."""
    cells = row.of(Kind.FIGURE, Kind.BLANK)
    order = next((order for order in orders if len(order) == len(cells)), None)
    if order is None or not any(token.kind is Kind.BLANK for token in cells):
        return {}
    return {key: token.reading for key, token in zip(order, cells, strict=True) if token.kind is Kind.FIGURE}


def without_line_number(row: TableRow) -> TableRow:
    """A row of bare text without the short whole number between its label and its other cells."""
    for index in range(1, len(row.tokens) - 1):
        before, token = row.tokens[index - 1], row.tokens[index]
        is_number = token.kind is Kind.FIGURE and token.key is None and token.text.isdecimal()
        if is_number and before.kind is Kind.LABEL and len(token.text) <= _LINE_NUMBER:
            return replace(row, tokens=row.tokens[:index] + row.tokens[index + 1 :])
    return row


_LINE_NUMBER = 3  # digits of a line's number at most


def quoted(tokens: Iterable[Token]) -> str:
    return " ".join(joined(token.text) for token in tokens if token.text.strip())


def label_of(tokens: Iterable[Token]) -> str:
    """The label among tokens, its pieces put together; what a merged cell repeats beside itself counts once."""
    return joined("".join(text for text, _ in groupby(token.text for token in tokens if token.kind is Kind.LABEL)))


def code_of(tokens: Sequence[Token]) -> str:
    """One code out of one token, or out of several for class, section and item (类 款 项)."""
    parts = [token.text for token in tokens if token.kind is Kind.CODE]
    if not parts:
        return ""
    longest = max(parts, key=len)
    if len(parts) == 1 or len(longest) >= _SECTION or all(longest.startswith(part) for part in parts):
        return longest
    return "".join(parts)


_SECTION = 5  # digits of a section's code: what is as long holds the whole by itself
