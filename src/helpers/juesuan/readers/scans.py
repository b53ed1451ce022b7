"""Pages that are pictures: their ruled lines and recognised text, as if the page had them itself."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pypdfium2

from juesuan.document import Box
from juesuan.readers import kept
from juesuan.readers.frames import Frame
from juesuan.readers.pdf_pages import Glyph, Page
from juesuan.readers.ruling import Rules, rulings_of

if TYPE_CHECKING:  # what sees takes a second to load, which most documents need not wait for
    from juesuan.readers import ink

COARSEST = 130.0  # dots per inch; below, figures were misread in tests
CONFIDENT = 0.93  # above the surest wrong figures that the recogniser is known for (0.84), with room
_DPI = 200.0  # at which pages are looked at; finer costs time and reads no better
_POINTS = 72.0  # in an inch
_SOME, _MUCH = 0.05, 0.2  # share of a page that pictures must cover to be looked at, without and with text beside
_MARGIN = 4  # pixels around a piece that go with it: the faint edge of its strokes
_LINE = 1.5  # points on either side of the middle of a line that the PDF draws
_INSET = 1.5  # points between the middle of a cell's line and what may be text
_SEPARATE = 10  # between the ranks of two pieces, so that they are not one word


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line as recognised: its text, the confidence in it, and its box in points."""

    text: str
    confidence: float
    box: Box


@dataclass(frozen=True, slots=True)
class Scan:
    """What was found on the picture of a page."""

    rules: Rules
    pieces: tuple[Piece, ...]


def needs_recognition(page: Page) -> bool:
    """Whether pictures on a page, or its unreadable characters, hold what only recognition can tell."""
    is_picture = page.pictured >= (_MUCH if page.has_text else _SOME) and page.resolution >= COARSEST
    return is_picture or page.is_garbled


def recognised(pdf_page: pypdfium2.PdfPage, page: Page) -> Page:
    """The page with the text and lines of its picture; what it tells and draws beside is left as it is."""
    own = () if page.is_garbled else page.glyphs
    grey = _rendered(pdf_page, page.frame)
    drawn = page.rules if own else Rules()
    lines = [(start, at - _LINE, end, at + _LINE) for at, start, end in drawn.across]
    lines += [(at - _LINE, start, at + _LINE, end) for at, start, end in drawn.down]
    for box in (*(glyph.box for glyph in own), *lines):
        left, top, right, bottom = (max(round(edge * _DPI / _POINTS), 0) for edge in box)
        grey[top:bottom, left:right] = 255
    key = hashlib.sha256(grey.tobytes() + repr(grey.shape).encode()).hexdigest()
    scan = kept.of(key)
    if scan is None:
        scan = _scan(grey)
        kept.keep(key, scan)
    glyphs = (*own, *_glyphs(scan.pieces, max((glyph.order for glyph in own), default=0) + _SEPARATE))
    rules = Rules((*drawn.across, *scan.rules.across), (*drawn.down, *scan.rules.down))
    return replace(page, glyphs=glyphs, rules=rules, scanned=True, untold=page.is_garbled)


def _rendered(page: pypdfium2.PdfPage, frame: Frame) -> ink.Image:
    import numpy as np

    page.set_rotation(frame.turn)
    picture = page.render(scale=_DPI / _POINTS, grayscale=True, may_draw_forms=False).to_numpy()
    return np.array(picture.reshape(picture.shape[:2]), np.uint8)


def _scan(grey: ink.Image) -> Scan:
    from juesuan.readers import ink, recognition

    scale = _DPI / _POINTS
    level = ink.upright(grey)
    rules, words = ink.rules_of(ink.ink(level), scale)
    height, width = level.shape
    places: list[tuple[ink.Pixels, ink.Pixels]] = []  # where text stands, and the cell or page that it keeps within
    for ruling in rulings_of(rules):
        for region in ruling.regions:
            left, top, right, bottom = (round(edge * scale) for edge in ruling.box(region))
            inset = round(_INSET * scale)
            cell = (left + inset, top + inset, right - inset, bottom - inset)
            places += [(box, cell) for box in ink.cell_boxes(words, cell, scale)]
        left, top, right, bottom = (round(edge * scale) for edge in ruling.area)
        words[top : bottom + 1, left : right + 1] = 0
    places += [(box, (0, 0, width, height)) for box in ink.text_boxes(words, scale)]
    pictures = [_cut(level, box, within) for box, within in places]
    found = zip((box for box, _ in places), recognition.readings(pictures), strict=True)
    pieces = (Piece(_folded(reading.text), reading.confidence, _points(box)) for box, reading in found if reading.text)
    return Scan(rules, tuple(pieces))


def _cut(level: ink.Image, box: ink.Pixels, within: ink.Pixels) -> ink.Image:
    """The picture of a piece with the faint edge of its strokes."""
    left, top = (max(box[at] - _MARGIN, within[at]) for at in (0, 1))
    right, bottom = (min(box[at] + _MARGIN, within[at]) for at in (2, 3))
    return level[top:bottom, left:right]


def _points(box: ink.Pixels) -> Box:
    left, top, right, bottom = (edge * _POINTS / _DPI for edge in box)
    return left, top, right, bottom


def _folded(text: str) -> str:
    """A figure with the signs of figures, where the recogniser saw full-width ones."""
    return text.translate(_SIGNS) if text and all(sign in _FIGURE for sign in text) else text


_SIGNS = str.maketrans("，．。－—–％", ",..---%")
_WRITTEN = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d{1,6})?%?|-+|\d{3}(?:-\d{2})*")
_FIGURE = frozenset("0123456789.,-% ，．。－—–％")


def is_misshapen(text: str) -> bool:
    """Whether a text is of the signs of figures and yet no figure as they are written (`45,00`)."""
    bare = text.strip()
    return bool(bare) and all(sign in _FIGURE for sign in bare) and not _WRITTEN.fullmatch(bare)


def _glyphs(pieces: Sequence[Piece], first: int) -> Iterator[Glyph]:
    """The characters of each piece, spread over its box by their usual widths."""
    order = first
    for piece in pieces:
        left, top, right, bottom = piece.box
        widths = [2.0 if unicodedata.east_asian_width(character) in "WFA" else 1.0 for character in piece.text]
        unit = (right - left) / sum(widths)
        for character, width in zip(piece.text, widths, strict=True):
            if not character.isspace():
                yield Glyph(character, (left, top, left + unit * width, bottom), order, piece.confidence)
                order += 1
            left += unit * width
        order += _SEPARATE
