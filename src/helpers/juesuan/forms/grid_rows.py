"""The rows of a form that stands in a grid: cells become tokens that know their columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from juesuan.amounts import is_blank, parse_amount
from juesuan.document import Cell, Grid
from juesuan.forms.columns import GridColumn, Role, grid_columns
from juesuan.forms.counts import COUNTED
from juesuan.forms.dense_headings import dense_columns
from juesuan.forms.description import RATE, FormDescription, Layout
from juesuan.forms.headings import Headings, read_headings
from juesuan.forms.row_width_repair import UNEVEN, set_right
from juesuan.forms.split_number_repair import tails_joined
from juesuan.forms.tables import IndexedRow, Kind, TableRow, Token
from juesuan.forms.text import digits_of, filled, flat, has_words, joined

NO_NUMBER = "单元格不是数字"
_NOTE = re.compile(r"^(?:注|说明|备注)\d?[:：\d]|^(?:本|此)表(?:反映|为空|无)")
_LEADING_CODE = re.compile(r"^\s*[\[【(（]?(\d{3,7})[\]】)）]?\s*[-—:：]?\s*((?!年)\D.*)$", re.DOTALL)
# rows whose labels and figures stand in any column: counts below form 09, sums below form 06
_FREE = re.compile(r"团组|人次|批次|保有量|购置数|购置量|辆\)|人\)|个\)|批\)|(?:人员|公用)(?:经费|支出)(?:合计|小计)$")

Cells = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class GridPart:
    """What one grid gives a form: its columns, rows, notes, the texts above its headings and the unit in them.

    `headed` tells whether the grid has headings of its own; `orders` are the sequences in which figures
    can stand that have lost their columns.
    """

    columns: tuple[GridColumn, ...]
    rows: tuple[TableRow, ...]
    notes: tuple[str, ...]
    above: tuple[str, ...]
    unit: str
    headed: bool
    orders: tuple[tuple[str, ...], ...]


def read_grid(form: FormDescription, grid: Grid, unit: str, before: GridPart | None = None) -> GridPart:
    """The rows of a grid; one without headings has the columns of the part `before` it, where it is as wide."""
    headings = read_headings(grid)
    if form.layout is Layout.PUBLIC and _are_of_counts(headings):
        labels = tuple(enumerate(headings.rows, -len(headings.rows)))  # each above its number
        headings = replace(headings, paths=(), rows=(), width=0, body=(*labels, *headings.body))
    body = [(index, cells) for index, cells in headings.body if not note_in(cells)]
    notes = tuple(joined(text) for _, cells in headings.body if (text := note_in(cells)))
    dense = dense_columns(form, headings, body) if headings.rows else None
    body, uneven = _even(form, body, 0 if dense else headings.width)
    unit = unit or headings.unit
    columns = dense.columns if dense else _columns(form, headings, body, before)
    loosens = form.layout is Layout.CODED and bool(form.whole)  # arithmetic can place what has lost its column
    rows = tuple(
        _row(number, cells, columns, unit, uneven=index in uneven, loosens=loosens)
        for number, (index, cells) in enumerate(body, 1)
    )
    headed = any(headings.paths)
    orders = (dense.order,) if dense else form.orders
    return GridPart(columns, rows, notes, headings.above, headings.unit, headed, orders)


def _are_of_counts(headings: Headings) -> bool:
    """Whether each heading names what is counted, not paid."""
    named = [path for path in headings.paths if path]
    return bool(named) and all(map(COUNTED.search, named))


def _columns(
    form: FormDescription, headings: Headings, body: Sequence[IndexedRow], before: GridPart | None
) -> tuple[GridColumn, ...]:
    width = max([len(cells) for _, cells in body], default=len(headings.paths))
    if before is not None and not any(headings.paths):
        if len(before.columns) == width:
            return before.columns
        return tuple(replace(column, key="") for column in grid_columns(form, (), _texts(body), width))
    return grid_columns(form, headings.paths, _texts(body), width)


def _texts(body: Sequence[IndexedRow]) -> list[list[str]]:
    return [[cell.text for cell in cells] for _, cells in body]


def _even(form: FormDescription, body: list[IndexedRow], headed: int) -> tuple[list[IndexedRow], frozenset[int]]:
    """The body with torn and uneven rows set right; counts below form 09 have cells of their own."""
    joint = tails_joined(body)
    aside = [item for item in joint if form.layout is Layout.PUBLIC and any(has_words(cell.text) for cell in item[1])]
    even, uneven = set_right([item for item in joint if item not in aside], headed)
    return sorted((*even, *aside), key=lambda item: item[0]), uneven


def _row(
    number: int, cells: Cells, columns: Sequence[GridColumn], unit: str, *, uneven: bool, loosens: bool
) -> TableRow:
    free = any(_FREE.search(flat(cell.text)) for cell in cells)
    tokens: list[Token] = []
    for index, cell in enumerate(cells):
        column = columns[index] if index < len(columns) else GridColumn(Role.FIGURE, "", 0)
        if cell.text.strip():
            tokens += _tokens(cell, column, unit, free=free)
    if uneven and not free and loosens:
        tokens = [replace(token, key=None) if token.kind is Kind.FIGURE else token for token in tokens]
    return TableRow(number, tuple(tokens), UNEVEN if uneven and not free and not loosens else "")


def _tokens(cell: Cell, column: GridColumn, unit: str, *, free: bool) -> list[Token]:
    """The tokens of a cell; in a `free` row words may stand anywhere, each before its number."""
    text, side = cell.text, column.side
    if column.role is Role.SKIPPED:
        return []
    if is_blank(text):
        return [Token(Kind.BLANK, text, cell.place, key=column.key or None, side=side)]
    if free or column.role is Role.NAME or has_words(text):
        return _words(cell, column, unit, free=free)
    code = digits_of(text)
    if column.role is Role.CODE:
        return [Token(Kind.CODE, code, cell.place, side=side)] if code else []
    return _figures(cell, column, unit)


def _words(cell: Cell, column: GridColumn, unit: str, *, free: bool) -> list[Token]:
    text, side = cell.text, column.side
    if not has_words(text):
        if free:
            return _figures(cell, column, unit)
        code = digits_of(text)
        return [Token(Kind.CODE, code, cell.place, side=side)] if code else []
    if match := _LEADING_CODE.match(text):
        return [Token(Kind.CODE, match[1], cell.place, side=side), Token(Kind.LABEL, match[2], cell.place, side=side)]
    if column.role is Role.FIGURE and not free:
        return [Token(Kind.TORN, text, cell.place, key=column.key, side=side, doubt=f"{NO_NUMBER}：{joined(text)}")]
    return [Token(Kind.LABEL, text, cell.place, side=side)]


def _figures(cell: Cell, column: GridColumn, unit: str) -> list[Token]:
    amount = parse_amount(cell.text, "%" if column.key.startswith(RATE) else unit)
    if amount is not None:
        return [Token(Kind.FIGURE, cell.text, cell.place, amount, column.key or None, column.side, column.path)]
    pieces = [(piece, parse_amount(piece, unit)) for piece in cell.text.split()]
    if len(pieces) > 1 and all(found is not None and found.decimals for _, found in pieces):
        return [Token(Kind.FIGURE, piece, cell.place, found, None, column.side) for piece, found in pieces]
    doubt = f"{NO_NUMBER}：{joined(cell.text)}"
    return [Token(Kind.TORN, cell.text, cell.place, key=column.key, side=column.side, doubt=doubt)]


def note_in(cells: Cells) -> str:
    """The note that a row is, "" where it is none."""
    said = filled([cell.text for cell in cells])
    return said[0] if len(said) == 1 and _NOTE.match(flat(said[0])) else ""
