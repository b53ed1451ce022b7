"""Tables that go on over the end of a page, put together again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from juesuan.document import Cell, Line
from juesuan.readers.pdf_cells import Rows
from juesuan.readers.seams import begins_table, is_rest_of_row, repeated_heading, says_it_goes_on

_SAME_EDGE = 4.0  # points by which a column's edge may lie elsewhere on the next page
_CAPTION_LINES = 4  # lines above a table that a continuation may repeat


@dataclass(frozen=True, slots=True)
class Sheet:
    """The part of a table that stands on one page: its column edges in points, and its rows."""

    first_page: int
    last_page: int
    edges: tuple[float, ...]
    rows: Rows

    @property
    def texts(self) -> list[list[str]]:
        return [[cell.text for cell in row] for row in self.rows]


Item = Line | Sheet


def joined_sheets(items: Sequence[Item]) -> list[Item]:
    """Lines and tables in reading order, each table whole; captions repeated in between are dropped."""
    whole: list[Item] = []
    pending: list[Line] = []
    captions: list[str] = []
    for item in items:
        if isinstance(item, Line):
            pending.append(item)
            continue
        before = whole[-1] if whole else None
        joined = _joined(before, item, [line.text for line in pending], captions) if isinstance(before, Sheet) else None
        if joined is not None:
            whole[-1] = joined
        else:
            captions = [line.text for line in pending[-_CAPTION_LINES:]]
            whole += [*pending, item]
        pending = []
    return [*whole, *pending]


def _joined(before: Sheet, after: Sheet, between: Sequence[str], captions: Sequence[str]) -> Sheet | None:
    """Both parts as one table, or None where they are two."""
    if after.first_page != before.last_page + 1:
        return None
    repeated = repeated_heading(before.texts, after.texts)
    if not all(says_it_goes_on(text) or (repeated and text in captions) for text in between):
        return None
    if begins_table(before.texts[0], before.texts[-1], after.texts[repeated] if repeated < len(after.rows) else []):
        return None
    edges = _common_edges(before.edges, after.edges)
    if edges is None:
        return None
    rows = _spread(before.rows, before.edges, edges)
    added = _spread(after.rows[repeated:], after.edges, edges)
    if added and is_rest_of_row([cell.text for cell in rows[-1]], [cell.text for cell in added[0]]):
        rows, added = (*rows[:-1], _whole_row(rows[-1], added[0])), added[1:]
    return replace(before, last_page=after.last_page, edges=edges, rows=rows + added)


def _whole_row(before: tuple[Cell, ...], after: tuple[Cell, ...]) -> tuple[Cell, ...]:
    pairs = zip(before, after, strict=True)
    return tuple(replace(cell, text=f"{cell.text}\n{rest.text}") if rest.text else cell for cell, rest in pairs)


def _common_edges(before: tuple[float, ...], after: tuple[float, ...]) -> tuple[float, ...] | None:
    """The edges of the finer division where the other has no edge that it lacks, else None.

    The parts may stand farther left or right on their pages: what counts is how far edges are apart.
    """
    fine, coarse = (before, after) if len(before) >= len(after) else (after, before)
    if abs((fine[-1] - fine[0]) - (coarse[-1] - coarse[0])) > 2 * _SAME_EDGE:
        return None
    shift = fine[0] - coarse[0]
    is_part = all(any(abs(edge + shift - other) <= _SAME_EDGE for other in fine) for edge in coarse)
    return fine if is_part else None


def _spread(rows: Rows, edges: tuple[float, ...], fine: tuple[float, ...]) -> Rows:
    """Rows divided by `edges` written in the columns of `fine`; a cell wider than a column is merged."""
    if len(edges) == len(fine):
        return rows
    shift = fine[0] - edges[0]
    starts = [min(range(len(fine)), key=lambda i: abs(fine[i] - edge - shift)) for edge in edges]
    spread = []
    for row in rows:
        cells: list[Cell] = []
        for column, cell in enumerate(row):
            last = min(column + cell.columns, len(starts) - 1)
            cells.append(replace(cell, columns=starts[last] - starts[column]))
            cells += [Cell("", cell.place)] * (starts[column + 1] - starts[column] - 1)
        spread.append(tuple(cells))
    return tuple(spread)
