"""Pages of a PDF as pdfium sees them: glyphs with their boxes, and whether there are ruled lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from pypdfium2 import raw

from juesuan.document import Box
from juesuan.errors import LimitExceeded, UnreadableSource
from juesuan.readers.drawings import Drawing
from juesuan.readers.frames import Frame, turns_of, upright
from juesuan.readers.limits import IS_IT_RIGHT, TooLarge
from juesuan.readers.pdf_streams import check_streams
from juesuan.readers.ruling import Rules

_COPYING_ALLOWED = 1 << 4  # PDF 32000-1, table 22, bit 5
_PUNCTUATION = frozenset(".,%-+()/:;*&@_=<>[]\"'|~#·×÷±°§²³")
_UNTOLD = 0.2  # share of characters that cannot be told beyond which a page is not read
_FEWEST_GLYPHS = 5  # of a page with text; a scan with a page number has fewer


@dataclass(frozen=True, slots=True)
class Glyph:
    """One visible character; `box` is in the page's reading frame, `order` its rank in the PDF.

    `confidence` is that of a recogniser, 1 for what the PDF itself tells.
    """

    character: str
    box: Box
    order: int
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Page:
    """One page in the frame in which its text stands upright.

    `rules` are its ruled lines, `pictured` the share of it that pictures cover, `resolution` the
    dots per inch of the largest. `scanned` is whether its text was recognised in a picture, `untold`
    whether the PDF has text there in fonts that do not tell their characters.
    """

    number: int
    frame: Frame
    glyphs: tuple[Glyph, ...]
    rules: Rules
    pictured: float
    resolution: float
    scanned: bool = False
    untold: bool = False

    @property
    def has_text(self) -> bool:
        """Whether it has more characters than a page number."""
        return len(self.glyphs) >= _FEWEST_GLYPHS

    @property
    def is_garbled(self) -> bool:
        """Whether its fonts do not tell what its characters are."""
        told = sum(_is_told(glyph.character) for glyph in self.glyphs)
        return self.has_text and len(self.glyphs) - told > _UNTOLD * len(self.glyphs)


def open_pdf(data: bytes, source: Path | str) -> pypdfium2.PdfDocument:
    """The PDF in `data`, opened with the empty password; raises `UnreadableSource` or `LimitExceeded`."""
    try:
        check_streams(data)
        pdf = pypdfium2.PdfDocument(data)
        count = len(pdf)
    except TooLarge as limit:
        raise LimitExceeded(source, str(limit), IS_IT_RIGHT) from None
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
    turns = turns_of(text)
    frame = upright(page, turns)
    glyphs = tuple(_glyphs(text, frame, turns))
    text.close()
    drawing = Drawing(page, frame)
    return Page(
        number=number,
        frame=frame,
        glyphs=glyphs,
        rules=drawing.rules,
        pictured=drawing.pictured,
        resolution=drawing.resolution,
    )


def _glyphs(text: pypdfium2.PdfTextPage, frame: Frame, turns: Sequence[int | None]) -> Iterator[Glyph]:
    """Every visible character that is not oblique."""
    rectangle = raw.FS_RECTF()
    for index, turn in enumerate(turns):
        if turn is None or not raw.FPDFText_GetLooseCharBox(text, index, rectangle):
            continue
        box = (rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
        yield Glyph(chr(raw.FPDFText_GetUnicode(text, index)), frame.enter(box), index)


def _is_told(character: str) -> bool:
    """Whether a character is one that a Chinese disclosure is written with; a font without map gives others."""
    if character.isascii():
        return character.isalnum() or character in _PUNCTUATION
    return (
        character in _PUNCTUATION
        or "\u2000" <= character < "\ue000"
        or "\uf900" <= character < "\ufff0"
        or character >= "\U00020000"
    )
