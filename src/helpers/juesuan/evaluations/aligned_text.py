"""Tables in text that keeps the page's layout, one row a line, read by the columns in which their cells stand alone.

No headings need be known for that: what the rows mean is read elsewhere, as of any grid.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from juesuan.document import Cell, Document, Grid, Line
from juesuan.evaluations.cards import level_in
from juesuan.evaluations.labelled_lines import labelled
from juesuan.evaluations.layout_columns import alignment, headings, measured, merged, overlap
from juesuan.evaluations.segments import Row, Segment, segments
from juesuan.evaluations.vocabulary import FUND_HEADINGS, INDICATOR_HEADINGS, heading_key, is_title, label_key
from juesuan.evaluations.wrapped_cells import Piece

_FEWEST_COLUMNS = 3
_FULL = 0.5  # share of the most cells of a line that a line has at least which shows where columns are


def aligned_segments(document: Document, first: int, end: int) -> Iterator[Segment]:
    """The self-evaluations in the lines behind a title, from `first` to before `end`, each with those lines."""
    while end > first and labelled(document.lines[end - 1], document.lines[end - 1].text):
        end -= 1  # the head of the table that follows
    rows = aligned_rows(document.lines[first:end])
    if rows:
        alone = replace(document, grids=(Grid(tuple(rows), first),))
        for segment in segments(alone):
            yield replace(segment, below=tuple(range(first, end)))


def aligned_rows(lines: Sequence[Line]) -> list[Row]:
    """The lines as rows of one grid; nothing where they show too few columns, or cells that run over several lines."""
    pieces = max((measured(lines, wide) for wide in (2, 1)), key=alignment)
    head = next((number for number, line in enumerate(pieces) if headings(line)), 0)
    if any(map(_is_rest, pieces[head + 1 :])):
        return []
    most = max(map(len, pieces), default=0)
    full = [line for line in pieces if len(line) > _FULL * most]
    spans = merged((piece.start, piece.end) for line in full for piece in line)
    if len(spans) < _FEWEST_COLUMNS:
        return []
    rows = []
    for line, found in zip(lines, pieces, strict=True):
        texts = [""] * len(spans)
        for piece in found:
            at = max(range(len(spans)), key=lambda column: overlap(spans[column], piece))
            texts[at] += piece.text
        if found:
            rows.append(tuple(Cell(text, replace(line.place, cell=at)) for at, text in enumerate(texts, 1)))
    return rows


def _is_rest(line: Sequence[Piece]) -> bool:
    """Whether a line holds the rest of cells that began on another, so that a line is no row."""
    texts = [piece.text for piece in line]
    digits = any(character.isdigit() for text in texts for character in text)
    return bool(texts) and not digits and not any(map(_is_known, texts))


def _is_known(text: str) -> bool:
    """Whether a cell is one of those that a row may have alone: a title, a label, a heading, the name of a level."""
    asked = heading_key(text, INDICATOR_HEADINGS) or heading_key(text, FUND_HEADINGS) or label_key(text)
    return bool(asked or level_in(text)) or is_title(text)
