"""Text that stands in columns without ruled lines: spaces keep the columns, as on the page."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from juesuan.readers.glyphs import CELL_GAP, box_of, pieces_of, text_of
from juesuan.readers.pdf_pages import Glyph

_FEWEST = 3  # lines of several cells that make a table
_WIDEST = 0.6  # share of a table's width that a line of one cell in it may take; prose takes more
_FARTHEST = 2.5  # heights of a line between two lines of a table
_APART = "  "  # at least, between two cells

Line = Sequence[Glyph]


@dataclass(frozen=True, slots=True)
class _Row:
    """One line with its cells."""

    line: Line
    cells: tuple[Line, ...]

    @property
    def top(self) -> float:
        return box_of(self.line)[1]

    @property
    def width(self) -> float:
        box = box_of(self.line)
        return box[2] - box[0]

    @property
    def height(self) -> float:
        box = box_of(self.line)
        return max(box[3] - box[1], 1.0)


def texts_of(lines: Sequence[Line]) -> list[str]:
    """The text of each line of a page, those of a table with their cells at the columns where they stand.

    A Chinese character takes two columns; a line of a table may so begin with spaces.
    """
    rows = [_Row(line, tuple(pieces_of(line, CELL_GAP))) for line in lines]
    texts = [text_of(line) for line in lines]
    for first, last in _tables(rows):
        texts[first:last] = _laid_out(rows[first:last])
    return texts


def _tables(rows: Sequence[_Row]) -> Iterator[tuple[int, int]]:
    """First and behind-last index of each run of lines that is a table."""
    first = 0
    for index in range(1, len(rows) + 1):
        if index == len(rows) or not _go_on(rows[first:index], rows[index]):
            if sum(len(row.cells) > 1 for row in rows[first:index]) >= _FEWEST:
                yield first, index
            first = index


def _go_on(above: Sequence[_Row], row: _Row) -> bool:
    """Whether a line goes on with the lines above as a row of their table: near, and no line of prose."""
    if row.top - above[-1].top > _FARTHEST * max(row.height, above[-1].height):
        return False
    alone = [each for each in (above[-1], row) if len(each.cells) == 1]
    widest = max(each.width for each in (*above, row))
    return all(each.width <= _WIDEST * widest for each in alone)


def _laid_out(rows: Sequence[_Row]) -> Iterator[str]:
    left = min(box_of(row.line)[0] for row in rows)
    half = _half_width(rows)
    for row in rows:
        text = ""
        for cell in row.cells:
            column = round((box_of(cell)[0] - left) / half)
            text += " " * max(column - columns(text), len(_APART) if text else 0) + text_of(cell)
        yield text


def _half_width(rows: Sequence[_Row]) -> float:
    """Half the usual width of a Chinese character, in points."""
    widths = sorted(
        glyph.box[2] - glyph.box[0]
        for row in rows
        for glyph in row.line
        if unicodedata.east_asian_width(glyph.character) in "WF"
    )
    heights = sorted(row.height for row in rows)
    return max((widths[len(widths) // 2] if widths else heights[len(heights) // 2]) / 2, 0.5)


def columns(text: str) -> int:
    """How many columns a text takes."""
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)
