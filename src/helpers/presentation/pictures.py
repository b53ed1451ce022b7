"""Pictures of places in a PDF: a strip of the page with the cells or words boxed."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw

from helpers.document import Box, Place
from helpers.presentation.sheets import Sheet, Sheets

ABOVE, BELOW = 46.0, 26.0  # points of page shown around what is boxed
TALLEST = 260.0  # points; places further apart get strips of their own
ROOM = 3.0  # points between words and the box around them
SIDE = 18.0  # points of margin cut off left and right
GREYS = 7
BOX_COLOUR = (176, 32, 40)


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

    def __init__(self, source: Path, allowance: int = 800_000) -> None:
        self._sheets = Sheets(source)
        self._left = allowance if source.suffix.lower() == ".pdf" and source.is_file() else 0

    def of(self, spots: Iterable[Spot]) -> list[Picture]:
        """One strip for spots near each other, in the order of the pages."""
        if self._left <= 0:
            return []
        made = [self._strip(near) for near in _near(spots)]
        self._left -= sum(len(picture.src) for picture in made)
        return made

    def _strip(self, spots: Sequence[Spot]) -> Picture:
        sheet = self._sheets[spots[0].page]
        top, bottom = min(spot.box[1] for spot in spots) - ABOVE, max(spot.box[3] for spot in spots) + BELOW
        side = SIDE if sheet.width > 4 * SIDE else 0.0
        return _picture(sheet, spots, (side, max(0.0, top), sheet.width - side, min(sheet.height, bottom)))


def whole_page(source: Path, place: Place) -> Picture:
    """The whole page of a PDF with one place boxed, where it has a box."""
    assert place.page is not None
    sheet = Sheets(source)[place.page]
    spots = [] if place.box is None else [Spot(place.page, place.box)]
    return _picture(sheet, spots, (0.0, 0.0, sheet.width, sheet.height))


def _picture(sheet: Sheet, spots: Sequence[Spot], part: Box) -> Picture:
    left, top, right, bottom = (round(edge * sheet.scale) for edge in part)
    image = sheet.image.crop((left, top, right, bottom)).convert("RGB")
    draw = ImageDraw.Draw(image)
    for box in [box for spot in spots for box in _boxed(sheet, spot)]:
        moved = (
            box[0] - part[0] - ROOM,
            box[1] - part[1] - ROOM,
            box[2] - part[0] + ROOM,
            box[3] - part[1] + ROOM,
        )
        draw.rectangle([edge * sheet.scale for edge in moved], outline=BOX_COLOUR, width=3)
    return Picture(_png(image), image.width, image.height, sheet.page)


def _near(spots: Iterable[Spot]) -> Iterator[list[Spot]]:
    """Spots that fit one strip together."""
    strip: list[Spot] = []
    for spot in sorted(set(spots), key=lambda spot: (spot.page, spot.box[1], spot.box, spot.words)):
        if strip and (spot.page != strip[0].page or spot.box[3] - strip[0].box[1] > TALLEST):
            yield strip
            strip = []
        strip.append(spot)
    if strip:
        yield strip


def _boxed(sheet: Sheet, spot: Spot) -> list[Box]:
    """The boxes of the spot's words within its own box; that itself where the words are not found in it."""
    found = [box for words in spot.words for box in sheet.find(words) if _is_inside(box, spot.box)]
    return found or [spot.box]


def _is_inside(box: Box, outer: Box) -> bool:
    """Whether words stand in a place: their middle does, and they are no taller than two of its lines."""
    centre, middle = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    fits = box[3] - box[1] <= 2 * (outer[3] - outer[1])
    return fits and outer[0] <= centre <= outer[2] and outer[1] <= middle <= outer[3]


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
