"""How a page of a PDF lies: turned so that its text stands upright."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

from juesuan.document import Box

_OBLIQUE = 3.0  # degrees off the upright beyond which a glyph belongs to a watermark


@dataclass(frozen=True, slots=True)
class Frame:
    """A page's rectangle in the PDF's own coordinates, turned clockwise by `turn` degrees.

    `enter` and `leave` convert boxes between the PDF's coordinates (left, bottom, right, top) and
    those of the turned page: (left, top, right, bottom) in points from its top left corner.
    """

    turn: int
    area: Box

    @property
    def width(self) -> float:
        left, bottom, right, top = self.area
        return right - left if self.turn in (0, 180) else top - bottom

    @property
    def height(self) -> float:
        left, bottom, right, top = self.area
        return top - bottom if self.turn in (0, 180) else right - left

    def enter(self, box: Box) -> Box:
        x0, y0, x1, y1 = box
        left, bottom, right, top = self.area
        if self.turn == 90:
            return y0 - bottom, x0 - left, y1 - bottom, x1 - left
        if self.turn == 180:
            return right - x1, y0 - bottom, right - x0, y1 - bottom
        if self.turn == 270:
            return top - y1, right - x1, top - y0, right - x0
        return x0 - left, top - y1, x1 - left, top - y0

    def leave(self, box: Box) -> Box:
        x0, y0, x1, y1 = box
        left, bottom, right, top = self.area
        if self.turn == 90:
            return y0 + left, x0 + bottom, y1 + left, x1 + bottom
        if self.turn == 180:
            return right - x1, y0 + bottom, right - x0, y1 + bottom
        if self.turn == 270:
            return right - y1, top - x1, right - y0, top - x0
        return x0 + left, top - y1, x1 + left, top - y0


def upright(page: pypdfium2.PdfPage, turns: Iterable[int | None]) -> Frame:
    """The frame in which most of a page's text, of these `turns`, stands upright; without text, as it is displayed."""
    counted = Counter(turn for turn in turns if turn is not None)
    turn = counted.most_common(1)[0][0] if counted else page.get_rotation() % 360
    return Frame(turn, _shown(page))


def _shown(page: pypdfium2.PdfPage) -> Box:
    """The part of the page that is displayed, in the PDF's coordinates."""
    left, bottom, right, top = page.get_mediabox()
    crop = page.get_cropbox()
    shown = max(left, crop[0]), max(bottom, crop[1]), min(right, crop[2]), min(top, crop[3])
    return shown if shown[0] < shown[2] and shown[1] < shown[3] else (left, bottom, right, top)


def turns_of(text: pypdfium2.PdfTextPage) -> list[int | None]:
    """For every character of a page what `_turn_of` gives."""
    return [_turn_of(text, index) for index in range(text.count_chars())]


def _turn_of(text: pypdfium2.PdfTextPage, index: int) -> int | None:
    """By how many degrees clockwise a character must be turned to stand upright; None for an oblique one or a space."""
    if chr(raw.FPDFText_GetUnicode(text, index)).isspace():
        return None
    degrees = math.degrees(raw.FPDFText_GetCharAngle(text, index))
    quarter = round(degrees / 90)
    return -90 * quarter % 360 if abs(degrees - 90 * quarter) <= _OBLIQUE else None
