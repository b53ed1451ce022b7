"""Forms that stand in grids: which grid is which form, and its rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from juesuan.amounts import parse_amount
from juesuan.document import Cell, Document, Grid, Place
from juesuan.forms.blocks import read_blocks
from juesuan.forms.catalogue import BY_NUMBER, PUBLIC_ITEMS, SPECS, Layout, Spec
from juesuan.forms.cells import Sheet, sheet
from juesuan.forms.coded import read_coded
from juesuan.forms.draft import Draft, Row
from juesuan.forms.halves import read_halves
from juesuan.forms.headings import Headings, read_headings
from juesuan.forms.lists import read_list
from juesuan.forms.public import read_public
from juesuan.forms.ragged import set_right
from juesuan.forms.surroundings import annex_above, is_heading, notes_below, title_line
from juesuan.forms.text import filled, flat, has_words
from juesuan.forms.titles import form_titled, printed_form, read_head
from juesuan.forms.torn import mend, tails_joined

READERS: dict[Layout, Callable[[Sheet], tuple[list[Row], dict[str, str]]]] = {
    Layout.HALVES: read_halves,
    Layout.CODED: read_coded,
    Layout.BLOCKS: read_blocks,
    Layout.PUBLIC: read_public,
    Layout.LIST: read_list,
}
_COUNTS = re.compile(r"团组|人次|批次|保有量")
_EVALUATED = re.compile(r"绩效|指标|分值|得分")
_WORDS = re.compile(r"[\u4e00-\u9fff]{2}")
_MANY = 3


@dataclass(frozen=True, slots=True)
class _Found:
    """A grid known to be a form, the index of its first line, grids that go on with it, and one that may."""

    spec: Spec
    grid: Grid
    first: int
    more: tuple[Grid, ...] = ()
    next: Grid | None = None


def drafts_from_grids(document: Document) -> list[Draft]:
    """One draft for each form found in a grid; where a form stands twice, the one with more figures."""
    best: dict[str, Draft] = {}
    found = _find(document)
    for index, each in enumerate(found):
        end = found[index + 1].first if index + 1 < len(found) else _next_grid(document, each)
        draft = _draft(document, each, end, bounded=index + 1 < len(found))
        other = best.get(each.spec.number)
        if draft and (other is None or _figures(other) < _figures(draft)):
            best[each.spec.number] = draft
    return list(best.values())


def _find(document: Document) -> list[_Found]:
    found: list[_Found] = []
    above = 0
    for grid in document.grids:
        known, first = _known(document, grid, above, {each.spec.number for each in found})
        if known:
            found.append(_Found(known, grid, first))
        elif found and _goes_on(document, found[-1], grid, above):
            found[-1] = replace(found[-1], more=(*found[-1].more, grid))
        elif found and _last(found[-1]) == above and not _speaks(document, above, grid.order):
            found[-1] = replace(found[-1], next=grid)
        above = grid.order
    return found


def _known(document: Document, grid: Grid, above: int, seen: set[str]) -> tuple[Spec | None, int]:
    """The form a grid is, by the title above or in it, else by headings, else by its printed number."""
    headings = read_headings(grid)
    index, titled = title_line(document, above, grid.order)
    spec = next((found for text in headings.above if (found := form_titled(text))), titled)
    if spec and _fits(spec, headings):
        return spec, annex_above(document, index, above) if index >= 0 else grid.order
    unseen = (each for each in SPECS if each.decisive and each.number not in seen)
    by_heading = next((each for each in unseen if _decides(each, headings)), None)
    if by_heading and _fits(by_heading, headings):
        return by_heading, grid.order
    lines = [line.text for line in document.lines[max(above, grid.order - _MANY) : grid.order]]
    printed = next((printed_form(text) for text in (*lines, *headings.above) if printed_form(text)), "")
    if printed and not spec and printed not in seen and _fits(BY_NUMBER[printed], headings):
        return BY_NUMBER[printed], grid.order
    return None, grid.order


def _decides(spec: Spec, headings: Headings) -> bool:
    keys = {spec.key_of(path) for path in headings.paths if path}
    return set(spec.decisive) <= keys


def _fits(spec: Spec, headings: Headings) -> bool:
    """Whether headings and rows are those of the form."""
    rows, columns = READERS[spec.layout](sheet(spec, headings, ""))
    if spec.layout is Layout.HALVES:
        return len({row.side for row in rows}) > 1
    if spec.layout is Layout.BLOCKS:
        return any(row.code.startswith("30") for row in rows) or "人员经费合计" in {flat(row.item) for row in rows}
    if spec.layout is Layout.PUBLIC:
        keys = {*columns, *(key for row in rows for key in row.figures)}
        return len({key.partition(":")[2] for key in keys} & set(PUBLIC_ITEMS)) >= _MANY
    if spec.layout is Layout.LIST:
        return any("采购" in row.item for row in rows)
    return len(set(columns) & set(spec.keys)) >= min(_MANY, len(spec.keys))


def _goes_on(document: Document, before: _Found, grid: Grid, above: int) -> bool:
    """Whether a grid without title carries on the form before it."""
    words = [cell.text for row in grid.rows for cell in row]
    between = document.lines[above : grid.order]
    if before.spec.layout is Layout.PUBLIC and _is_counts(words):
        return _last(before) == above and not any(is_heading(line.text) for line in between)
    if _speaks(document, above, grid.order):
        return False
    return len(grid.rows[0]) == len(before.grid.rows[0]) or any("经费合计" in flat(text) for text in words)


def _speaks(document: Document, first: int, last: int) -> bool:
    """Whether a line among these says anything; numbers of pages do not."""
    return any(_WORDS.search(line.text) for line in document.lines[first:last])


def _last(found: _Found) -> int:
    """Where the last grid of a form stands."""
    return max(each.order for each in (found.grid, *found.more))


def _is_counts(words: list[str]) -> bool:
    """Whether cells are those of the counts some print below form 09; a target's words may sound like them."""
    texts = [flat(text) for text in words]
    return any(map(_COUNTS.search, texts)) and not any(map(_EVALUATED.search, texts))


def _draft(document: Document, found: _Found, end: int, *, bounded: bool) -> Draft | None:
    grid = _whole(found)
    headings = read_headings(grid)
    above = list(range(found.first, found.grid.order))
    head = read_head([*(document.lines[i].text for i in above), *headings.above], found.spec)
    last = _last(found)
    below = [*range(found.grid.order, last), *notes_below(document, last, end, bounded)]
    made = sheet(found.spec, headings, head.unit or headings.unit)
    made = _even(made, headings.width)
    rows, columns = READERS[found.spec.layout](made)
    draft = Draft(
        spec=found.spec,
        head=replace(head, unit=made.unit),
        columns=columns,
        rows=tuple(rows),
        place=_place(grid),
        notes=tuple(document.lines[i].text for i in below) + made.notes,
        lines=(*above, *below),
        unread=not any(row.figures or row.loose for row in rows) and _shows_money(made, found.next),
    )
    return mend(draft)


def _shows_money(made: Sheet, following: Grid | None) -> bool:
    """Whether an amount with a fraction, other than zero, stands below the headings or in a grid right after."""
    rows = [cells for _, cells in made.body] + list(following.rows if following else ())
    amounts = (parse_amount(cell.text, "") for cells in rows for cell in cells)
    return any(amount is not None and amount.value != 0 and amount.decimals > 0 for amount in amounts)


def _even(made: Sheet, headed: int) -> Sheet:
    """The sheet with torn and uneven rows set right; below form 09 the counts have cells of their own."""
    body = tails_joined(made.body)
    aside = [item for item in body if made.spec.layout is Layout.PUBLIC and any(has_words(c.text) for c in item[1])]
    even, uneven = set_right([item for item in body if item not in aside], headed)
    return replace(made, body=tuple(sorted((*even, *aside), key=lambda item: item[0])), uneven=uneven)


def _whole(found: _Found) -> Grid:
    width = max(len(each.rows[0]) for each in (found.grid, *found.more))
    blank = Cell("", Place())
    rows = [row + (blank,) * (width - len(row)) for each in (found.grid, *found.more) for row in each.rows]
    return Grid(tuple(rows), found.grid.order)


def _place(grid: Grid) -> Place:
    cells: Iterator[Cell] = (cell for row in grid.rows for cell in row if filled([cell.text]))
    first = next(cells, None)
    return first.place if first else Place()


def _next_grid(document: Document, found: _Found) -> int:
    return next((grid.order for grid in document.grids if grid.order > _last(found)), len(document.lines))


def _figures(draft: Draft) -> int:
    return sum(len(row.figures) for row in draft.rows)
