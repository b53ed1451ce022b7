"""Where the ruled tables of a PDF stand and how they are divided, from the lines that are drawn in it."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
from pypdfium2 import raw

from juesuan.document import Box
from juesuan.errors import UnreadableSource
from juesuan.readers.pdf_pages import Frame, Page, is_encrypted

_CLEARLY_RULED = 3  # lines either way that are no accident
_LARGEST_PICTURE = 2000.0  # points; a page beyond is not drawn at 300 dpi to look for lines


@dataclass(frozen=True, slots=True)
class Region:
    """One cell, merged or not: its first row and column, and how many rows and columns it takes."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Ruling:
    """The lines of one table in its page's reading frame, from left to right and from top to bottom."""

    page: int
    across: tuple[float, ...]
    down: tuple[float, ...]
    regions: tuple[Region, ...]

    def box(self, region: Region) -> Box:
        """The box of a cell."""
        return (
            self.across[region.column],
            self.down[region.row],
            self.across[region.column + region.columns],
            self.down[region.row + region.rows],
        )

    @property
    def area(self) -> Box:
        """The box of the whole table."""
        return self.across[0], self.down[0], self.across[-1], self.down[-1]


def rulings_of(pdf: pypdfium2.PdfDocument, data: bytes, pages: Sequence[Page], source: Path | str) -> list[Ruling]:
    """The ruled tables on those of `pages` that have ruled lines, in reading order.

    The PDF's own lines tell the tables; a page that clearly has lines and yet no table is drawn
    and looked at as a picture. Raises `UnreadableSource` where camelot cannot read the PDF.
    """
    ruled = {page.number: page for page in pages if page.is_ruled and page.glyphs}
    if not ruled:
        return []
    found = _found(pdf, data, list(ruled), "vector", source)
    answered = {table.page for table in found}
    blank = [number for number, page in ruled.items() if number not in answered and _is_worth_drawing(page)]
    if blank:
        found += _found(pdf, data, blank, "combined", source)
    rulings = [_ruling(table, ruled[table.page]) for table in found]
    return sorted(rulings, key=lambda ruling: (ruling.page, ruling.down[0], ruling.across[0]))


def _is_worth_drawing(page: Page) -> bool:
    left, bottom, right, top = page.reading.area
    return page.rules >= _CLEARLY_RULED and max(right - left, top - bottom) <= _LARGEST_PICTURE


def _found(
    pdf: pypdfium2.PdfDocument, data: bytes, numbers: Sequence[int], engine: str, source: Path | str
) -> list[Any]:
    """camelot's tables; what it cannot open is given to it once more as pdfium writes it out again."""
    from juesuan.readers.camelot_grids import tables

    failure: Exception | None = None
    for copy in _copies(pdf, data):
        try:
            return tables(copy, numbers, engine)
        except Exception as error:  # camelot's parser raises anything at all on damaged input
            failure = error
    raise UnreadableSource(source, "is damaged: its tables cannot be read", "fetch it again") from failure


def _copies(pdf: pypdfium2.PdfDocument, data: bytes) -> Iterator[bytes]:
    if not is_encrypted(pdf):
        yield data
    rewritten = io.BytesIO()
    pdf.save(rewritten, flags=raw.FPDF_REMOVE_SECURITY)
    yield rewritten.getvalue()


def _ruling(table: Any, page: Page) -> Ruling:
    """camelot's table in the page's reading frame; it may have turned the page to read it."""
    turn = {"clockwise": -90, "anticlockwise": 90}.get(table.rotation, 0)
    frame = Frame((page.shown.turn + turn) % 360, page.reading.area)
    height = frame.height

    def converted(x0: float, y0: float, x1: float, y1: float) -> Box:
        box = (x0, height - y1, x1, height - y0)
        left, top, right, bottom = box if frame == page.reading else page.reading.enter(frame.leave(box))
        return round(left, 2), round(top, 2), round(right, 2), round(bottom, 2)

    boxes = [converted(cell.x1, cell.y1, cell.x2, cell.y2) for row in table.cells for cell in row]
    across = sorted({x for box in boxes for x in (box[0], box[2])})
    down = sorted({y for box in boxes for y in (box[1], box[3])})
    walls = _Walls(across, down)
    for cell in (cell for row in table.cells for cell in row):
        for is_drawn, wall in (
            (cell.left, (cell.x1, cell.y1, cell.x1, cell.y2)),
            (cell.right, (cell.x2, cell.y1, cell.x2, cell.y2)),
            (cell.top, (cell.x1, cell.y2, cell.x2, cell.y2)),
            (cell.bottom, (cell.x1, cell.y1, cell.x2, cell.y1)),
        ):
            if is_drawn:
                walls.add(converted(*wall))
    return Ruling(table.page, tuple(across), tuple(down), tuple(_regions(walls, len(down) - 1, len(across) - 1)))


class _Walls:
    """Which sides of the smallest cells are drawn."""

    def __init__(self, across: Sequence[float], down: Sequence[float]) -> None:
        self._columns = {x: index for index, x in enumerate(across)}
        self._rows = {y: index for index, y in enumerate(down)}
        self._left: set[tuple[int, int]] = set()
        self._top: set[tuple[int, int]] = set()

    def add(self, wall: Box) -> None:
        left, top, right, _ = wall
        place = (self._rows[top], self._columns[left])
        (self._left if left == right else self._top).add(place)

    def owner(self, row: int, column: int) -> tuple[int, int]:
        """The first row and column of the merged cell that takes in a place."""
        while column > 0 and (row, column) not in self._left:
            column -= 1
        while row > 0 and (row, column) not in self._top:
            row -= 1
        return row, column


def _regions(walls: _Walls, rows: int, columns: int) -> Iterator[Region]:
    members: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for row in range(rows):
        for column in range(columns):
            members.setdefault(walls.owner(row, column), []).append((row, column))
    for (row, column), places in members.items():
        last_row, last_column = max(place[0] for place in places), max(place[1] for place in places)
        yield Region(row, column, last_row - row + 1, last_column - column + 1)
