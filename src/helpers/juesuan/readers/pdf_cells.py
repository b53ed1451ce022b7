"""Glyphs put into the cells of the ruled tables in which they stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from juesuan.document import Cell, Place
from juesuan.readers.glyphs import lines_of, text_of
from juesuan.readers.pdf_pages import Glyph
from juesuan.readers.ruling import Region, Ruling

_APART = 0.1  # em; glyphs nearer than this on both sides of a line are one word running over it
_EVEN = 0.01  # em; by how much the gaps between the glyphs of one word differ at most

Rows = tuple[tuple[Cell, ...], ...]


def is_within(glyph: Glyph, ruling: Ruling) -> bool:
    """Whether the middle of a glyph lies inside a table."""
    x, y = _middle(glyph)
    left, top, right, bottom = ruling.area
    return left <= x <= right and top <= y <= bottom


def cells_of(ruling: Ruling, page: int, glyphs: Iterable[Glyph]) -> Rows:
    """The rows of a table with the text of its `glyphs`; places taken by a merged cell are empty."""
    owners = {
        (region.row + down, region.column + across): region
        for region in ruling.regions
        for down in range(region.rows)
        for across in range(region.columns)
    }
    held: dict[Region, list[Glyph]] = {region: [] for region in ruling.regions}
    for run in _runs(glyphs, ruling):
        held[owners[_place(run, ruling)]].extend(run)
    rows = []
    for row in range(len(ruling.down) - 1):
        cells = []
        for column in range(len(ruling.across) - 1):
            region = owners[row, column]
            is_first = (region.row, region.column) == (row, column)
            cells.append(_cell(region, ruling, page, held[region]) if is_first else _covered(row, column, ruling, page))
        rows.append(tuple(cells))
    return tuple(rows)


def _cell(region: Region, ruling: Ruling, page: int, glyphs: Sequence[Glyph]) -> Cell:
    text = "\n".join(text_of(line) for line in lines_of(glyphs))
    place = Place(page=page, box=ruling.box(region))
    return Cell(text, place, columns=region.columns, rows=region.rows)


def _covered(row: int, column: int, ruling: Ruling, page: int) -> Cell:
    box = ruling.box(Region(row, column, 1, 1))
    return Cell("", Place(page=page, box=box))


def _runs(glyphs: Iterable[Glyph], ruling: Ruling) -> Iterator[list[Glyph]]:
    """Glyphs written one directly after the other, so that they are one word whatever line they cross."""
    run: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.order):
        if run and not (_touch(run[-1], glyph) and (_together(run[-1], glyph, ruling) or _evenly(run, glyph))):
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def _touch(before: Glyph, after: Glyph) -> bool:
    em = before.box[3] - before.box[1]
    same_line = abs(before.box[3] - after.box[3]) < em / 2
    return after.order == before.order + 1 and same_line and abs(after.box[0] - before.box[2]) <= _APART * em


def _together(before: Glyph, after: Glyph, ruling: Ruling) -> bool:
    return _at(before, ruling) == _at(after, ruling)


def _evenly(run: Sequence[Glyph], after: Glyph) -> bool:
    """Whether a glyph follows as closely as those of the run do; what is too wide may end where the next begins."""
    gaps = [later.box[0] - earlier.box[2] for earlier, later in pairwise([*run[-2:], after])]
    return max(gaps) - min(gaps) <= _EVEN * (after.box[3] - after.box[1])


def _place(run: Sequence[Glyph], ruling: Ruling) -> tuple[int, int]:
    """Row and column of a run: where it starts (words) or ends (figures); what runs over a line did not fit."""
    return _at(run[-1] if run[-1].character.isdigit() else run[0], ruling)


def _at(glyph: Glyph, ruling: Ruling) -> tuple[int, int]:
    x, y = _middle(glyph)
    row = min(max(bisect_right(ruling.down, y) - 1, 0), len(ruling.down) - 2)
    column = min(max(bisect_right(ruling.across, x) - 1, 0), len(ruling.across) - 2)
    return row, column


def _middle(glyph: Glyph) -> tuple[float, float]:
    left, top, right, bottom = glyph.box
    return (left + right) / 2, (top + bottom) / 2
