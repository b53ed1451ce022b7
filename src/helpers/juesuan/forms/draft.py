"""A form on its way from cells to facts: rows whose amounts know their column, or not yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from juesuan.amounts import Amount
from juesuan.document import Place
from juesuan.forms.description import FormDescription


@dataclass(frozen=True, slots=True)
class Reading:
    """One figure read: its amount, heading path, place, and why it may be wrong ("" = certain).

    `placed_by` is the identity that chose its column, "" where it stands in one by itself.
    """

    amount: Amount
    column: str
    place: Place
    doubt: str = ""
    placed_by: str = ""

    def doubted(self, reason: str) -> Reading:
        return self if self.doubt else replace(self, doubt=reason)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a form, or of one half or block of it; rows of one line share their number.

    `figures` are by column key. `loose` are amounts in their displayed order whose columns are
    still to be decided, because blanks left no trace. `side` is the half of a two-sided form, `wrapped`
    tells that the label was put together from several lines.
    """

    number: int
    code: str
    item: str
    place: Place
    quote: str
    figures: Mapping[str, Reading] = field(default_factory=dict)
    loose: tuple[Reading, ...] = ()
    side: str = ""
    doubt: str = ""
    wrapped: bool = False

    def with_figures(self, figures: Mapping[str, Reading]) -> Row:
        return replace(self, figures=dict(figures))

    def doubted(self, reason: str) -> Row:
        """The row and every figure in it marked uncertain."""
        figures = {key: reading.doubted(reason) for key, reading in self.figures.items()}
        return replace(self.with_figures(figures), doubt=self.doubt or reason)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above a form: title, printed number, unit and department, each "" where missing."""

    title: str = ""
    label: str = ""
    unit: str = ""
    department: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """One form with its rows.

    `columns` are heading paths by key; `unread` tells that it shows figures that are in no row or no column;
    `orders` are the sequences of keys that loose figures can stand in, the likeliest first.
    """

    form: FormDescription
    head: Head
    columns: Mapping[str, str]
    rows: tuple[Row, ...]
    place: Place
    notes: tuple[str, ...] = ()
    lines: tuple[int, ...] = ()
    unread: bool = False
    orders: tuple[tuple[str, ...], ...] = ()

    def with_rows(self, rows: Iterable[Row]) -> Draft:
        return replace(self, rows=tuple(rows))
