"""A form too wide for its page: columns that were cut off onto another page are put back beside their rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, pairwise

from juesuan.document import Cell, Grid, Place
from juesuan.forms.description import FormDescription, Layout
from juesuan.forms.grid_rows import note_in
from juesuan.forms.headings import is_label_heading, read_headings
from juesuan.forms.text import digits_of, filled, flat, has_words

LOST = "另页的栏目与科目对不上行"
_CODE = range(3, 8)  # digits of a code

Row = tuple[Cell, ...]


def columns_joined(form: FormDescription, grids: Sequence[Grid]) -> tuple[list[Grid], bool]:
    """The grids of a form, columns beside their rows again, and whether there are columns whose rows are not known.

    Columns go to the first rows that have the fewest pieces: pages are laid out across and down, or down and across.
    """
    if form.layout is Layout.PUBLIC:  # blocks of columns without rows are of different measures
        return list(grids), False
    done: list[Grid] = []
    pieces: list[int] = []
    lost = False
    for grid in chain.from_iterable(_parted(form, grid) for grid in grids):
        joint = [(count, index, whole) for index, count in enumerate(pieces) if (whole := beside(done[index], grid))]
        if joint:
            _, index, whole = min(joint, key=lambda each: each[:2])
            done[index], pieces[index] = whole, pieces[index] + 1
        elif done and has_no_labels(grid):
            lost = True
        else:
            done.append(grid)
            pieces.append(1)
    return done, lost


def _parted(form: FormDescription, grid: Grid) -> list[Grid]:
    """A grid parted before a row of its body that holds headings of other columns of the form."""
    headings = read_headings(grid)
    known = {form.key_of(path) for path in headings.paths}
    starts = [index for index, row in headings.body if index > headings.start and _heads_others(form, row, known)]
    bounds = [0, *starts, len(grid.rows)]
    return [replace(grid, rows=grid.rows[a:b]) for a, b in pairwise(bounds)] if starts else [grid]


def _heads_others(form: FormDescription, row: Row, known: set[str]) -> bool:
    keys = {form.key_of(flat(cell.text)) for cell in row if has_words(cell.text) and not is_label_heading(cell.text)}
    return len(keys) > 1 and "" not in keys and not keys & known


def has_no_labels(grid: Grid) -> bool:
    """Whether no row below the headings of a grid has a code or a name."""
    body = _body(grid)
    return bool(body) and not any(_is_label(cell.text) for row in body for cell in row)


def beside(left: Grid, right: Grid) -> Grid | None:
    """Both grids as one, where the right one holds other columns of the same rows and no more; else None."""
    first, second = read_headings(left), read_headings(right)
    rows, added = _body(left), _body(right)
    if len(added) == len(rows) + 1 and _counts_on(added[0]):
        added = added[1:]
    labels = _labels_again(rows, added)
    if labels is None:
        return None
    paths, more = _padded(first.paths, len(left.rows[0])), _padded(second.paths, len(right.rows[0]))[labels:]
    if any(paths) != any(more) or not more or set(filter(None, paths)) & set(filter(None, more)):
        return None
    headings = [*paths, *more[:-1], f"{more[-1]}({first.unit})" if first.unit else more[-1]]
    width, place = len(headings), rows[0][0].place
    return Grid(
        (
            *(_row([text], width, place) for text in first.above),
            *([_row(headings, width, place)] if any(paths) else []),
            *((*row, *cells[labels:]) for row, cells in zip(rows, added, strict=True)),
            *(_row([text], width, place) for row in (*left.rows, *right.rows) if (text := note_in(row))),
        ),
        left.order,
    )


def _body(grid: Grid) -> list[Row]:
    """The rows below the headings but notes, with those in which nothing stands."""
    headings = read_headings(grid)
    read = {index for index, _ in headings.body}
    rows = [row for index, row in enumerate(grid.rows) if index in read or (index >= headings.start and _is_empty(row))]
    return [row for row in rows if not note_in(row)]


def _is_empty(row: Row) -> bool:
    return not filled([cell.text for cell in row])


def _counts_on(row: Row) -> bool:
    """Whether a row numbers columns whose numbers go on from those before."""
    said = [flat(cell.text) for cell in row]
    return all(map(str.isdecimal, said)) and all(int(b) == int(a) + 1 for a, b in pairwise(said))


def _labels_again(rows: Sequence[Row], added: Sequence[Row]) -> int | None:
    """How many columns of `added` say again which row it is; None where its rows are not those of `rows`."""
    if not any(_is_label(cell.text) for row in rows for cell in row) or len(rows) != len(added):
        return None
    width = 0
    for row, cells in zip(rows, added, strict=True):
        labels = {flat(cell.text) for cell in row if _is_label(cell.text)}
        said = [(index, flat(cell.text)) for index, cell in enumerate(cells) if _is_label(cell.text)]
        if any(text not in labels for _, text in said):
            return None
        width = max([width, *(index + 1 for index, _ in said)])
    return width


def _is_label(text: str) -> bool:
    return has_words(text) or (len(digits_of(text)) in _CODE and "." not in text)


def _padded(paths: Sequence[str], width: int) -> list[str]:
    return [*paths, *[""] * (width - len(paths))][:width]


def _row(texts: Sequence[str], width: int, place: Place) -> Row:
    return tuple(Cell(text, place) for text in _padded(texts, width))
