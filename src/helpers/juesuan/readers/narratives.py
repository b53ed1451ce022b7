"""Tables of sentences, as the form 部门整体支出绩效自评情况 is one: what they tell is prose and is read as prose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from juesuan.amounts import parse_amount
from juesuan.document import Document, Grid, Line, Paragraph
from juesuan.readers.markers import is_prose

_TOLD = 16  # characters of a cell that tells something, the least
_MOST_CELLS = 3  # different texts of one row: a heading, one under it, what is told
_MOSTLY = 0.6  # share of the rows that end in what is told


def with_narratives(document: Document) -> Document:
    """The document with the cells of its tables of sentences as lines and paragraphs, where the tables stood."""
    told = [grid for grid in document.grids if _is_narrative(grid)]
    for grid in reversed(told):
        document = _narrated(document, grid)
    return document


def _narrated(document: Document, grid: Grid) -> Document:
    """The document with one grid put in as lines; all that stands behind it moves on by as many."""
    added = tuple(_lines(grid))
    at, by = grid.order, len(added)
    before = [each for each in document.paragraphs if each.first < at]
    behind = [replace(each, first=each.first + by, last=each.last + by) for each in document.paragraphs[len(before) :]]
    own = [Paragraph(line.text, at + number, at + number, (0,)) for number, line in enumerate(added)]
    number = document.grids.index(grid)
    moved = (replace(each, order=each.order + by) for each in document.grids[number + 1 :])
    return replace(
        document,
        lines=(*document.lines[:at], *added, *document.lines[at:]),
        paragraphs=(*before, *own, *behind),
        grids=(*document.grids[:number], *moved),
    )


def _is_narrative(grid: Grid) -> bool:
    """Whether a grid has rows of a heading and what is told under it, and no cell that is a figure."""
    rows = [
        texts for row in grid.rows if (texts := list(dict.fromkeys(cell.text.strip() for cell in row if cell.text)))
    ]
    if len(rows) < 2 or any(len(texts) > _MOST_CELLS for texts in rows):
        return False
    if any(parse_amount(text, "") is not None for texts in rows for text in texts):
        return False
    return sum(len(texts[-1]) >= _TOLD and is_prose(texts[-1]) for texts in rows) >= _MOSTLY * len(rows)


def _lines(grid: Grid) -> Iterator[Line]:
    """The texts of the cells, row by row; what a merged cell repeats beside or below it, once."""
    above: set[str] = set()
    for row in grid.rows:
        texts = {cell.text: cell for cell in row if cell.text.strip()}
        for text, cell in texts.items():
            if text not in above:
                yield from (Line(part.strip(), cell.place) for part in text.splitlines() if part.strip())
        above = set(texts)
