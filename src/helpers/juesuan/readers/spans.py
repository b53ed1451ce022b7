"""Merged cells laid out over the rows and columns into which they reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from juesuan.document import Cell, Place
from juesuan.readers.limits import MOST_CELLS, MOST_COLUMNS

WIDEST = 100  # columns over which a cell of a form can reach
_BLANK = Cell("", Place())


def expanded(rows: Sequence[Sequence[Cell]]) -> tuple[tuple[Cell, ...], ...] | None:
    """Rows of equally many cells, blanks where a merged cell reaches; None where there are too many."""
    done: list[list[Cell]] = []
    below: dict[int, int] = {}  # by column, over how many more rows a cell from above reaches
    count = 0
    for index, row in enumerate(rows):
        wide: list[Cell] = []
        for cell in row:
            while len(wide) in below:
                wide.append(_blank_below(below, len(wide)))
            reach = min(cell.rows, len(rows) - index) - 1
            if reach:
                below |= dict.fromkeys(range(len(wide), len(wide) + cell.columns), reach)
            wide += [replace(cell, rows=reach + 1), *[_BLANK] * (cell.columns - 1)]
        wide += [_blank_below(below, column) for column in range(len(wide), max(below, default=-1) + 1)]
        done.append(wide)
        count += len(wide)
        if count > MOST_CELLS:
            return None
    width = max(map(len, done))
    if width > MOST_COLUMNS or width * len(done) > MOST_CELLS:
        return None
    return tuple((*row, *[_BLANK] * (width - len(row))) for row in done if row)


def _blank_below(below: dict[int, int], column: int) -> Cell:
    """A blank in a column; of a cell that reaches into it from above, one row less is left."""
    if column in below:
        below[column] -= 1
        if not below[column]:
            del below[column]
    return _BLANK
