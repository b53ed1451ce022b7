"""Headings of a source that writes one over several columns but once: they have an order, and no place.

So does a table that was copied from a page as text. Blanks below such headings keep their place, so that
the figures stand in the order of columns that the words name, counted from the last column of labels.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from juesuan.amounts import parse_amount
from juesuan.document import Cell, Line
from juesuan.forms.columns import GridColumn, Role
from juesuan.forms.description import FormDescription, Layout, is_measure
from juesuan.forms.headings import Headings, is_label_heading, is_numbering, own_width
from juesuan.forms.tables import IndexedRow, Kind, TableRow, Token
from juesuan.forms.text import digits_of, filled, flat, has_words
from juesuan.forms.text_columns import orders_of

_OF_MANY_COLUMNS = (Layout.CODED, Layout.ECONOMIC, Layout.PUBLIC)
_CODE_AND_NAME = 2  # headings of labels that are each over a column; words further right stand in for money
_MOSTLY = 0.5  # share of the filled cells of a column that tell what it holds

Cells = Sequence[Cell]


@dataclass(frozen=True, slots=True)
class DenseColumns:
    """The columns below dense headings, and the order of those of figures, () where it is not certain."""

    columns: tuple[GridColumn, ...]
    order: tuple[str, ...]


def dense_columns(form: FormDescription, headings: Headings, body: Sequence[IndexedRow]) -> DenseColumns | None:
    """The columns below dense headings, without keys where their order is not certain; None where they have places."""
    rows = [cells for _, cells in body]
    labels = _label_columns(rows)
    width = _width(rows)
    if form.layout not in _OF_MANY_COLUMNS or not _are_dense(form, headings.rows, labels, width):
        return None
    order = _order(form, headings.rows, width - labels)
    roles = [_label_role([row[column].text for row in rows if column < len(row)]) for column in range(labels)]
    count = max((len(row) for row in rows), default=0) - labels
    keys = [order[index] if index < len(order) else "" for index in range(count)]
    columns = {column.key: column.heading for column in form.columns}
    figures = [GridColumn(Role.FIGURE, columns.get(key, ""), 0, key) for key in keys]
    return DenseColumns((*(GridColumn(role, "", 0) for role in roles), *figures), order)


def _label_columns(rows: Sequence[Cells]) -> int:
    """The number of columns up to the last in which words stand before the first of money."""
    width = max(map(len, rows), default=0)
    shown = [filled([row[column].text for row in rows if column < len(row)]) for column in range(width)]
    money = next((column for column, texts in enumerate(shown) if _mostly(_is_money, texts)), width)
    return max((column + 1 for column, texts in enumerate(shown[:money]) if _mostly(has_words, texts)), default=0)


def _width(rows: Sequence[Cells]) -> int:
    """The width of the widest rows; one that is alone with its width has a cell too many."""
    widths = Counter(map(own_width, rows))
    return max((width for width, count in widths.items() if count > 1), default=max(widths, default=0))


def _mostly(holds: Callable[[str], bool], texts: Sequence[str]) -> bool:
    return sum(map(holds, texts)) > _MOSTLY * len(texts)


def _is_money(text: str) -> bool:
    amount = parse_amount(text, "")
    return amount is not None and amount.decimals > 0


def _label_role(texts: Sequence[str]) -> Role:
    return Role.CODE if _mostly(lambda text: bool(digits_of(text)), filled(list(texts))) else Role.NAME


def _are_dense(form: FormDescription, heads: Sequence[Cells], labels: int, width: int) -> bool:
    """Whether no row of headings has a blank, and none but the last names every column."""
    named = [part for row in heads if not _numbers(row) and not _is_of_all(part := _filled_part(row))]
    if not named or any(cell.columns > 1 for row in heads for cell in row):
        return False
    if not all(all(text.strip() for text in row) for row in named):
        return False
    whole = [_is_whole(form, row, labels, width) for row in named]
    return not all(whole) if form.layout is Layout.PUBLIC else not any(whole)


def _filled_part(row: Cells) -> list[str]:
    """The texts of a row up to the last that says something."""
    last = max((index for index, cell in enumerate(row) if cell.text.strip()), default=-1)
    return [cell.text for cell in row[: last + 1]]


def _is_of_all(texts: Sequence[str]) -> bool:
    """Whether a row says but the measure of all columns below."""
    return len(said := filled(list(texts))) == 1 and is_measure(flat(said[0]))


def _numbers(row: Cells) -> bool:
    return is_numbering([cell.text for cell in row])


def _is_whole(form: FormDescription, row: Sequence[str], labels: int, width: int) -> bool:
    """Whether a row of headings names each column of labels and each of figures."""
    beside = form.layout in (Layout.ECONOMIC, Layout.PUBLIC)  # labels and figures may alternate
    headed = sum(map(is_label_heading, row[:labels]))
    return len(row) >= width and (beside or headed in (labels, _CODE_AND_NAME))


def _order(form: FormDescription, heads: Sequence[Cells], count: int) -> tuple[str, ...]:
    """The keys of the columns of figures from the left; none where the words leave several sequences."""
    lines = [Line(" ".join(filled([cell.text for cell in row])), row[0].place) for row in heads]
    figure = Token(Kind.FIGURE, "", lines[0].place)
    orders = [order for order in orders_of(form, lines, [TableRow(1, (figure,) * count)]) if len(order) >= count]
    lengths = {len(order) for order in orders}
    return orders[0] if orders and (len(lengths) == 1 or form.layout is Layout.PUBLIC) else ()
