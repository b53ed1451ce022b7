"""How wide lines are where a text was wrapped, seen from the lines that end in the middle of a sentence."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from juesuan.document import Line
from juesuan.readers.markers import ends_paragraph, has_clauses, is_row, starts_paragraph

_TOKEN = re.compile(r"[“‘（《(]*(?:[A-Za-z0-9.,%％+-]+|\S)[，。；：、！？）》”’,;:!?)]*")
_NARROWEST = 12.0  # em; lines below it are cells, not wrapped prose
_NEAREST = 15  # wrapped lines around a line that tell its limit
_REACH = 80  # lines
_FEWEST = 4
_SPREAD = 4.5  # em that an unbreakable figure can leave empty at the end of a line
_AGREEING = 0.6
_OVER = 1.5  # em by which squeezed punctuation lets a line seem longer


@dataclass(frozen=True, slots=True)
class Extent:
    """Where a line begins and ends, in em from a common left edge; in a text by the places left free before it."""

    left: float
    right: float

    @property
    def width(self) -> float:
        return self.right - self.left


def extents(lines: Sequence[Line]) -> list[Extent]:
    """The extent of every line: from its box in a PDF, from its characters in a text."""
    em = _em(lines)
    return [_extent(line, em) for line in lines]


def _em(lines: Sequence[Line]) -> float:
    """The usual width of a Chinese character in a PDF's running text, in points."""
    sizes = sorted(
        (line.place.box[2] - line.place.box[0]) / width(line.text)
        for line in lines
        if line.place.box is not None and width(line.text) >= _NARROWEST
    )
    return max(sizes[len(sizes) // 2], 1.0) if sizes else 1.0


def _extent(line: Line, em: float) -> Extent:
    box = line.place.box
    left = line.indent / 2
    return Extent(left, left + width(line.text)) if box is None else Extent(box[0] / em, box[2] / em)


def width(text: str) -> float:
    """Width in em as typeset: a Chinese character is one, a Latin one half, a space a quarter."""
    return sum(map(_character_width, text))


def _character_width(character: str) -> float:
    if character == " ":
        return 0.25
    return 1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.5


@dataclass(frozen=True, slots=True)
class Column:
    """The left and right edge, in em, between which the lines around a place were wrapped."""

    left: float
    right: float


class Columns:
    """The columns of a document; they change with its pages and parts."""

    def __init__(self, lines: Sequence[Line], shapes: Sequence[Extent]) -> None:
        self._shapes = shapes
        self._wrapped = [
            i
            for i, (line, following) in enumerate(pairwise(lines))
            if _is_wrapped(line.text, shapes[i]) and not starts_paragraph(following.text)
        ]

    def around(self, index: int) -> Column | None:
        """The column in which a line stands; None where lines are whole paragraphs or reach beyond it."""
        here = bisect_left(self._wrapped, index)
        around = self._wrapped[max(0, here - _NEAREST) : here + _NEAREST]
        near = sorted((i for i in around if abs(i - index) <= _REACH), key=lambda i: abs(i - index))[:_NEAREST]
        if len(near) < _FEWEST:
            return None
        edges = sorted(self._shapes[i].right for i in near)
        right = edges[len(edges) * 4 // 5]
        agreeing = sum(1 for edge in edges if right - _SPREAD <= edge <= right + _OVER)
        if agreeing < _AGREEING * len(edges) or self._shapes[index].right > right + 2 * _OVER:
            return None
        starts = sorted(self._shapes[i + 1].left for i in near)
        return Column(starts[len(starts) // 2], right)


def _is_wrapped(text: str, shape: Extent) -> bool:
    """Whether a line must be wrapped: running text that ends within a sentence."""
    if shape.width < _NARROWEST or ends_paragraph(text) or is_row(text):
        return False
    return has_clauses(text)


def room_left(before: Extent, after: str, column: Column) -> float:
    """How many em were left over on a line if the first word of the next had gone on it; below zero: no room."""
    token = _TOKEN.match(after)
    return column.right - before.right - width(token[0] if token else "")
