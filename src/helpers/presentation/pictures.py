"""Pictures of places in a PDF: a strip of the page with the cells or words boxed."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageDraw

from helpers.document import Box, Place
from helpers.privacy import spans

ABOVE, BELOW = 46.0, 26.0  # points of page shown around what is boxed
TALLEST = 260.0  # points; places further apart get strips of their own
SIDE = 18.0  # points of margin cut off left and right
PIXELS = 1040  # width of a strip
GREYS = 15
BOX_COLOUR = (176, 32, 40)
MASK_COLOUR = (90, 90, 90)


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG as data address with its size in pixels; `page` counts from 1."""

    src: str
    width: int
    height: int
    page: int


class Pictures:
    """Strips of one PDF, within an allowance of bytes so that a page stays light.

    For any other source, and once the allowance is spent, there are no pictures.
    """

    def __init__(self, source: Path, allowance: int = 1_000_000) -> None:
        self._source = source
        self._left = allowance if source.suffix.lower() == ".pdf" and source.is_file() else 0

    def of(self, places: Iterable[Place]) -> list[Picture]:
        """One strip for places near each other, in the order of the pages."""
        strips = list(_near(places))
        if self._left <= 0 or not strips:
            return []
        with closing(pdfium.PdfDocument(self._source)) as pdf:
            made = [_strip(pdf, page, boxes) for page, boxes in strips]
        self._left -= sum(len(picture.src) for picture in made)
        return made


def whole_page(source: Path, place: Place) -> Picture:
    """The whole page of a PDF with one place boxed, where it has a box."""
    assert place.page is not None
    with closing(pdfium.PdfDocument(source)) as pdf:
        return _picture(pdf, place.page, [] if place.box is None else [place.box], 0.0, 0.0, float("inf"))


def _strip(pdf: pdfium.PdfDocument, number: int, boxes: Sequence[Box]) -> Picture:
    top, bottom = min(box[1] for box in boxes) - ABOVE, max(box[3] for box in boxes) + BELOW
    return _picture(pdf, number, boxes, SIDE, top, bottom)


def _picture(
    pdf: pdfium.PdfDocument, number: int, boxes: Sequence[Box], side: float, top: float, bottom: float
) -> Picture:
    """The part of a page between two heights, without so much margin at the sides."""
    with closing(pdf[number - 1]) as page:
        width, height = page.get_size()
        side = side if width > 4 * side else 0.0
        top, bottom = max(0.0, top), min(height, bottom)
        scale = PIXELS / (width - 2 * side)
        bitmap = page.render(scale=scale, crop=(side, height - bottom, side, top), may_draw_forms=False)
        image = bitmap.to_pil().convert("RGB")
        draw = ImageDraw.Draw(image)
        for box in _hidden(page, height):
            draw.rectangle(_scaled(box, side, top, scale, 1.0), fill=MASK_COLOUR)
        for box in boxes:
            draw.rectangle(_scaled(box, side, top, scale, -2.0), outline=BOX_COLOUR, width=3)
    return Picture(_png(image), image.width, image.height, number)


def _near(places: Iterable[Place]) -> Iterator[tuple[int, list[Box]]]:
    """Places that fit one strip together."""
    known = {(place.page, place.box) for place in places if place.page is not None and place.box is not None}
    strip: list[Box] = []
    current = 0
    for page, box in sorted(known, key=lambda each: (each[0], each[1][1], each[1])):
        if strip and (page != current or box[3] - strip[0][1] > TALLEST):
            yield current, strip
            strip = []
        current = page
        strip.append(box)
    if strip:
        yield current, strip


def _hidden(page: pdfium.PdfPage, height: float) -> Iterator[Box]:
    """Where personal data stand on the page, character by character."""
    with closing(page.get_textpage()) as text:
        for each in spans(text.get_text_range()):
            for index in range(each.start, each.end):
                left, bottom, right, top = text.get_charbox(index, loose=True)
                yield left, height - top, right, height - bottom


def _scaled(box: Box, side: float, top: float, scale: float, shrink: float) -> tuple[float, float, float, float]:
    left, upper, right, lower = box
    return (
        (left - side + shrink) * scale,
        (upper - top + shrink) * scale,
        (right - side - shrink) * scale,
        (lower - top - shrink) * scale,
    )


def _png(image: Image.Image) -> str:
    """Greys and one red in sixteen colours: a quarter of the bytes, and as legible."""
    red = image.getchannel("R").point(lambda value: 255 if value > 120 else 0)
    calm = image.getchannel("G").point(lambda value: 255 if value < 80 else 0)
    boxed = Image.composite(red, Image.new("L", image.size), calm)
    indexed = image.convert("L").point(lambda value: round(value * (GREYS - 1) / 255))
    indexed.paste(GREYS, mask=boxed)
    palette = Image.frombytes("P", image.size, indexed.tobytes())
    greys = [value for step in range(GREYS) for value in [round(step * 255 / (GREYS - 1))] * 3]
    palette.putpalette([*greys, *BOX_COLOUR])
    buffer = io.BytesIO()
    palette.save(buffer, "PNG", bits=4, optimize=True)
    return f"data:image/png;base64,{base64.b64encode(buffer.getvalue()).decode()}"
