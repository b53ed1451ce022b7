"""Which form a grid is by what stands in it: its headings and rows, and last of all a printed number."""

from __future__ import annotations

from collections.abc import Sequence

from juesuan.document import Document, Grid
from juesuan.forms.columns import grid_columns
from juesuan.forms.description import FormDescription, FormSet, Layout
from juesuan.forms.headings import read_headings
from juesuan.forms.statutory.three_public import ITEMS
from juesuan.forms.text import flat
from juesuan.forms.titles import printed_form, title_of

_MANY = 3  # columns or items of a form that tell it
_PRINTED_LINES = 3  # lines above a grid in which its printed number can stand


def fits(form: FormDescription, grid: Grid) -> bool:
    """Whether headings and rows of a grid are those of a form."""
    headings = read_headings(grid)
    body = [[cell.text for cell in cells] for _, cells in headings.body]
    width = max(map(len, body), default=len(headings.paths))
    columns = grid_columns(form, headings.paths, body, width)
    keys = {column.key for column in columns if column.key}
    sides = {column.side for column in columns}
    texts = "".join(flat(text) for row in body for text in row)
    if form.layout is Layout.TWO_SIDED:
        return len(sides) > 1
    if form.layout is Layout.ECONOMIC:
        return "工资福利" in texts or "商品和服务" in texts or "人员经费合计" in texts or _has_codes(body, "30")
    if form.layout is Layout.PUBLIC:
        labels = {form.key_of(flat(text).removeprefix("其中:")) for row in body for text in row[:3]}
        return len(({key.partition(":")[2] for key in keys} | labels) & set(ITEMS)) >= _MANY
    if form.layout is Layout.LIST:
        return "采购" in texts or "货物" in texts
    bare = {key.rpartition(":")[2] for key in keys}
    return len(bare & set(form.keys)) >= min(_MANY, len(form.keys)) or (
        bool(bare & set(form.keys)) and any(":" in key for key in keys)
    )


def _has_codes(body: Sequence[Sequence[str]], beginning: str) -> bool:
    return any(text.strip().startswith(beginning) and text.strip().isdecimal() for row in body for text in row)


def by_headings(grid: Grid, seen: set[str], forms: FormSet) -> FormDescription | None:
    """The form whose columns no other has together, None where it was `seen` already or there is none."""
    headings = read_headings(grid)
    body = [[cell.text for cell in cells] for _, cells in headings.body]
    width = max(map(len, body), default=len(headings.paths))
    for form in forms.forms:
        if form.decisive and form.number not in seen:
            keys = {column.key.rpartition(":")[2] for column in grid_columns(form, headings.paths, body, width)}
            if set(form.decisive) <= keys and fits(form, grid):
                return form
    return None


def by_print(document: Document, grid: Grid, seen: set[str], forms: FormSet) -> FormDescription | None:
    """The form whose number is printed above a grid without title, where its columns are those of the form."""
    above = [line.text for line in document.above(grid, _PRINTED_LINES)]
    shown = (printed_form(text, forms) for text in (*above, *read_headings(grid).above))
    printed = next(filter(None, shown), "")
    if not printed or printed in seen or any(title_of(text) for text in above):
        return None
    form = forms.by_number[printed]
    return form if fits(form, grid) else None
