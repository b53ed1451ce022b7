"""How wide lines are where a text was wrapped, seen from the lines that end in the middle of a sentence."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from helpers.document import Line
from helpers.readers.markers import ends_paragraph, is_prose, is_row

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
    """Where a line begins and ends, in em from a common left edge; a text's lines all begin at 0."""

    left: float
    right: float


def extents(lines: Sequence[Line]) -> list[Extent]:
    """The extent of every line: from its box in a PDF, from its characters in a text."""
    return [_extent(line) for line in lines]


def _extent(line: Line) -> Extent:
    box = line.place.box
    if box is None:
        return Extent(0.0, width(line.text))
    em = max(box[3] - box[1], 1.0)
    return Extent(box[0] / em, box[2] / em)


def width(text: str) -> float:
    """Width in em as typeset: a Chinese character is one, a Latin one half, a space a quarter."""
    return sum(map(_character_width, text))


def _character_width(character: str) -> float:
    if character == " ":
        return 0.25
    return 1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.5


class Limits:
    """The right edge at which lines were wrapped, line by line; it changes within a document."""

    def __init__(self, lines: Sequence[Line], shapes: Sequence[Extent]) -> None:
        self._shapes = shapes
        self._wrapped = [i for i, line in enumerate(lines) if _is_wrapped(line.text, shapes[i])]

    def at(self, index: int) -> float | None:
        """The limit around a line, in em; None where lines are whole paragraphs."""
        here = bisect_left(self._wrapped, index)
        around = self._wrapped[max(0, here - _NEAREST) : here + _NEAREST]
        near = sorted((i for i in around if abs(i - index) <= _REACH), key=lambda i: abs(i - index))[:_NEAREST]
        edges = sorted(self._shapes[i].right for i in near)
        if len(edges) < _FEWEST:
            return None
        limit = edges[len(edges) * 4 // 5]
        agreeing = sum(1 for edge in edges if limit - _SPREAD <= edge <= limit + _OVER)
        return limit if agreeing >= _AGREEING * len(edges) else None


def _is_wrapped(text: str, shape: Extent) -> bool:
    """Whether a line is certainly wrapped: prose that ends within a sentence."""
    if shape.right - shape.left < _NARROWEST or ends_paragraph(text) or is_row(text):
        return False
    return is_prose(text)


def room_left(before: Extent, after: str, limit: float) -> float:
    """How many em were left over on a line if the first word of the next had gone on it; below zero: no room."""
    token = _TOKEN.match(after)
    return limit - before.right - width(token[0] if token else "")
