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
ROOM = 3.0  # points between words and the box around them
SIDE = 18.0  # points of margin cut off left and right
PIXELS = 920  # width of a strip
GREYS = 7
BOX_COLOUR = (176, 32, 40)
MASK_COLOUR = (90, 90, 90)


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG as data address with its size in pixels; `page` counts from 1."""

    src: str
    width: int
    height: int
    page: int


@dataclass(frozen=True, slots=True)
class Spot:
    """Where on which page, and the words in that box which matter, where not all of it does."""

    page: int
    box: Box
    words: tuple[str, ...] = ()


class Pictures:
    """Strips of one PDF, within an allowance of bytes so that a page stays light.

    For any other source, and once the allowance is spent, there are no pictures.
    """

    def __init__(self, source: Path, allowance: int = 1_000_000) -> None:
        self._source = source
        self._left = allowance if source.suffix.lower() == ".pdf" and source.is_file() else 0

    def of(self, spots: Iterable[Spot]) -> list[Picture]:
        """One strip for spots near each other, in the order of the pages."""
        strips = list(_near(spots))
        if self._left <= 0 or not strips:
            return []
        with closing(pdfium.PdfDocument(self._source)) as pdf:
            made = [_strip(pdf, page, near) for page, near in strips]
        self._left -= sum(len(picture.src) for picture in made)
        return made


def whole_page(source: Path, place: Place) -> Picture:
    """The whole page of a PDF with one place boxed, where it has a box."""
    assert place.page is not None
    with closing(pdfium.PdfDocument(source)) as pdf:
        spots = [] if place.box is None else [Spot(place.page, place.box)]
        return _picture(pdf, place.page, spots, 0.0, 0.0, float("inf"))


def _strip(pdf: pdfium.PdfDocument, number: int, spots: Sequence[Spot]) -> Picture:
    top, bottom = min(spot.box[1] for spot in spots) - ABOVE, max(spot.box[3] for spot in spots) + BELOW
    return _picture(pdf, number, spots, SIDE, top, bottom)


def _picture(
    pdf: pdfium.PdfDocument, number: int, spots: Sequence[Spot], side: float, top: float, bottom: float
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
            draw.rectangle(_scaled(box, side, top, scale, -0.5), fill=MASK_COLOUR)
        for box in [box for spot in spots for box in _boxed(page, spot, height)]:
            draw.rectangle(_scaled(box, side, top, scale, -2.0), outline=BOX_COLOUR, width=3)
    return Picture(_png(image), image.width, image.height, number)


def _near(spots: Iterable[Spot]) -> Iterator[tuple[int, list[Spot]]]:
    """Spots that fit one strip together."""
    strip: list[Spot] = []
    for spot in sorted(set(spots), key=lambda spot: (spot.page, spot.box[1], spot.box, spot.words)):
        if strip and (spot.page != strip[0].page or spot.box[3] - strip[0].box[1] > TALLEST):
            yield strip[0].page, strip
            strip = []
        strip.append(spot)
    if strip:
        yield strip[0].page, strip


def _boxed(page: pdfium.PdfPage, spot: Spot, height: float) -> list[Box]:
    """The boxes of the spot's words within its own box; that itself where the words are not found in it."""
    found: list[Box] = []
    with closing(page.get_textpage()) as text:
        for words in spot.words:
            with closing(text.search(words)) as search:
                while (hit := search.get_next()) is not None:
                    box = _around([text.get_charbox(index) for index in range(hit[0], sum(hit))], height)
                    if _inside(box, spot.box):
                        found.append(_widened(box))
    return found or [spot.box]


def _around(characters: Sequence[Box], height: float) -> Box:
    """The box around characters, whose boxes count from the foot of the page."""
    lefts, bottoms, rights, tops = zip(*characters, strict=True)
    return min(lefts), height - max(tops), max(rights), height - min(bottoms)


def _inside(box: Box, outer: Box) -> bool:
    middle, centre = (box[1] + box[3]) / 2, (box[0] + box[2]) / 2
    return (
        outer[1] <= middle <= outer[3]
        and outer[0] <= centre <= outer[2]
        and box[3] - box[1] <= 2 * (outer[3] - outer[1])
    )


def _widened(box: Box) -> Box:
    return box[0] - ROOM, box[1] - ROOM, box[2] + ROOM, box[3] + ROOM


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
    """Greys and one red in eight colours: a fifth of the bytes, and as legible."""
    red = image.getchannel("R").point(lambda value: 255 if value > 120 else 0)
    calm = image.getchannel("G").point(lambda value: 255 if value < 80 else 0)
    boxed = Image.composite(red, Image.new("L", image.size), calm)
    indexed = image.convert("L").point(lambda value: round(value * (GREYS - 1) / 255))
    indexed.paste(GREYS, mask=boxed)
    palette = Image.frombytes("P", image.size, indexed.tobytes())
    greys = [value for step in range(GREYS) for value in [round(step * 255 / (GREYS - 1))] * 3]
    palette.putpalette([*greys, *BOX_COLOUR])
    buffer = io.BytesIO()
    palette.save(buffer, "PNG", bits=4)
    return f"data:image/png;base64,{base64.b64encode(buffer.getvalue()).decode()}"
