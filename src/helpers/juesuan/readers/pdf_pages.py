"""Pages of a PDF as pdfium sees them: glyphs with their boxes, and whether there are ruled lines."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from ctypes import c_float
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from pypdfium2 import raw

from juesuan.document import Box
from juesuan.errors import UnreadableSource

_THIN = 3.0  # points; what is thinner is a line
_LONG = 8.0  # points; what is shorter is a tick or a dot
_FEWEST_RULES = 2  # lines either way; a frame has as many
_ENOUGH_RULES = 3  # lines either way beyond which no more are counted
_MANY_SEGMENTS = 8  # a path of more is a drawing of several lines
_DEEPEST = 4  # levels of forms within forms that are looked into
_COPYING_ALLOWED = 1 << 4  # PDF 32000-1, table 22, bit 5
_OBLIQUE = 3.0  # degrees off the upright beyond which a glyph belongs to a watermark
_UNMAPPED = frozenset("\x00\ufffd\ufffe\uffff")


@dataclass(frozen=True, slots=True)
class Frame:
    """A page's rectangle in the PDF's own coordinates, turned clockwise by `turn` degrees.

    `enter` and `leave` convert boxes between the PDF's coordinates (left, bottom, right, top) and
    those of the turned page: (left, top, right, bottom) in points from its top left corner.
    """

    turn: int
    area: Box

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


@dataclass(frozen=True, slots=True)
class Glyph:
    """One visible character; `box` is in the page's reading frame, `order` its rank in the PDF."""

    character: str
    box: Box
    order: int


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `reading` is the frame in which its text stands upright, `shown` the page as displayed.

    `rules` is how many ruled lines it has across and down (the lesser, counted up to 3), `pictured`
    whether it holds pictures, `unmapped` how many of its glyphs cannot be told.
    """

    number: int
    reading: Frame
    shown: Frame
    glyphs: tuple[Glyph, ...]
    rules: int
    pictured: bool
    unmapped: int

    @property
    def is_ruled(self) -> bool:
        """Whether it has lines enough for a table."""
        return self.rules >= _FEWEST_RULES

    def displayed(self, box: Box) -> Box:
        """A box of the reading frame as it lies on the displayed page."""
        return self.shown.enter(self.reading.leave(box))


def open_pdf(data: bytes, source: Path | str) -> pypdfium2.PdfDocument:
    """The PDF in `data`, opened with the empty password; raises `UnreadableSource`."""
    try:
        pdf = pypdfium2.PdfDocument(data)
        count = len(pdf)
    except pypdfium2.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise UnreadableSource(source, "is protected by a password", "save it without one") from error
        raise UnreadableSource(source, "is damaged or cut off: no PDF can be read from it", "fetch it again") from error
    if count == 0:
        raise UnreadableSource(source, "is a PDF without pages", "fetch it again")
    if is_encrypted(pdf) and not raw.FPDF_GetDocPermissions(pdf) & _COPYING_ALLOWED:
        raise UnreadableSource(source, "does not allow its text to be extracted", "save it without restrictions")
    return pdf


def is_encrypted(pdf: pypdfium2.PdfDocument) -> bool:
    """Whether the PDF is encrypted, if only with the empty password."""
    return bool(raw.FPDF_GetSecurityHandlerRevision(pdf) != -1)


def pages_of(pdf: pypdfium2.PdfDocument, source: Path | str) -> list[Page]:
    """All pages of a PDF; raises `UnreadableSource` where one cannot be loaded."""
    pages = []
    for index in range(len(pdf)):
        try:
            page = pdf[index]
            pages.append(_page(page, index + 1))
            page.close()
        except pypdfium2.PdfiumError as error:
            raise UnreadableSource(source, f"is damaged: its page {index + 1} cannot be read") from error
    return pages


def _page(page: pypdfium2.PdfPage, number: int) -> Page:
    text = page.get_textpage()
    found = list(_characters(text))
    text.close()
    turn = _usual(turn for _, _, _, turn in found)
    reading = Frame(turn, page.get_mediabox())
    glyphs = tuple(Glyph(character, reading.enter(box), order) for character, box, order, _ in found)
    drawing = _Drawing(page)
    return Page(
        number=number,
        reading=reading,
        shown=Frame(page.get_rotation() % 360, page.get_cropbox()),
        glyphs=glyphs,
        rules=drawing.rules,
        pictured=drawing.pictured,
        unmapped=sum(1 for glyph in glyphs if glyph.character in _UNMAPPED),
    )


def _characters(text: pypdfium2.PdfTextPage) -> Iterator[tuple[str, Box, int, int]]:
    """Character, box in the PDF's coordinates, rank and clockwise turn to the upright of all that is not oblique."""
    rectangle = raw.FS_RECTF()
    for index in range(text.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(text, index))
        if character.isspace() or not raw.FPDFText_GetLooseCharBox(text, index, rectangle):
            continue
        degrees = math.degrees(raw.FPDFText_GetCharAngle(text, index))
        quarter = round(degrees / 90)
        if abs(degrees - 90 * quarter) <= _OBLIQUE:
            box = (rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
            yield character, box, index, -90 * quarter % 360


def _usual(turns: Iterator[int]) -> int:
    counts = Counter(turns)
    return counts.most_common(1)[0][0] if counts else 0


class _Drawing:
    """What a page draws besides text: ruled lines and pictures."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self._across = 0
        self._down = 0
        self.pictured = False
        self._edges = [c_float() for _ in range(4)]
        count = raw.FPDFPage_CountObjects(page)
        self._look(raw.FPDFPage_GetObject(page, index) for index in range(count))

    @property
    def rules(self) -> int:
        return min(self._across, self._down, _ENOUGH_RULES)

    def _look(self, objects: Iterator[raw.FPDF_PAGEOBJECT], depth: int = 0) -> None:
        for thing in objects:
            kind = raw.FPDFPageObj_GetType(thing)
            if kind == raw.FPDF_PAGEOBJ_PATH:
                self._count(thing)
            elif kind == raw.FPDF_PAGEOBJ_IMAGE:
                self.pictured = True
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                inner = raw.FPDFFormObj_CountObjects(thing)
                self._look((raw.FPDFFormObj_GetObject(thing, index) for index in range(inner)), depth + 1)

    def _count(self, path: raw.FPDF_PAGEOBJECT) -> None:
        left, bottom, right, top = self._edges
        if self.rules == _ENOUGH_RULES or not raw.FPDFPageObj_GetBounds(path, left, bottom, right, top):
            return
        width, height = right.value - left.value, top.value - bottom.value
        if height <= _THIN:
            self._across += width >= _LONG
        elif width <= _THIN:
            self._down += height >= _LONG
        elif raw.FPDFPath_CountSegments(path) >= _MANY_SEGMENTS:
            self._across += _ENOUGH_RULES
            self._down += _ENOUGH_RULES
        elif _is_stroked(path):
            self._across += _FEWEST_RULES
            self._down += _FEWEST_RULES


def _is_stroked(path: raw.FPDF_PAGEOBJECT) -> bool:
    fill, stroke = raw.c_int(), raw.FPDF_BOOL()
    return bool(raw.FPDFPath_GetDrawMode(path, fill, stroke) and stroke.value)
