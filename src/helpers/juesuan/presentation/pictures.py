"""Pictures of places in a PDF: a strip of the page with the cells or words boxed."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageDraw

from juesuan.auditing import Audit
from juesuan.document import Box, Leaf, Place
from juesuan.presentation.sheets import Sheet, Sheets, Stretch
from juesuan.privacy import PersonalDatum

ABOVE, BELOW = 46.0, 26.0  # points of page shown around what is boxed
TALLEST = 260.0  # points; places further apart get strips of their own
ROOM = 2.0  # points between words and the box around them
SIDE = 18.0  # points of margin cut off left and right
WINDOW = 0.42  # share of a strip's width that a phone shows at its own size
STEPS = 20  # in which a narrow page moves its window over a strip
GREYS = 3  # as legible as more of them, and a quarter less bytes
QUICK = 1  # of the methods by which a WebP is packed: as small as the slower ones make it
BOX_COLOUR = (176, 32, 40)


@dataclass(frozen=True, slots=True)
class Picture:
    """A WebP as data address with its size in pixels; `page` counts from 1.

    `focus` is the class by which a narrow page shows the part with the boxes, "whole" where they need
    the whole width.
    """

    src: str
    width: int
    height: int
    page: int
    focus: str = "whole"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a page; of a quotation there, which begins in the box or of which the box is a cell, what is meant.

    Without a quotation the box itself is meant. `file` counts the files of a joined disclosure from 1.
    """

    page: int
    box: Box
    quote: str = ""
    meant: tuple[Stretch, ...] = ()
    file: int = 0


class Pictures:
    """Strips of PDFs, within an allowance of bytes so that a page stays light; what is `personal` is covered.

    For any other source, for a page that cannot be drawn, and once the allowance is spent, there are no pictures.
    Several `sources` are the files of a joined disclosure.
    """

    def __init__(self, *sources: Path, personal: Sequence[PersonalDatum] = (), allowance: int = 800_000) -> None:
        numbered = enumerate(sources, 1) if len(sources) > 1 else [(0, sources[0])]
        self._sheets = {
            number: Sheets(source, [each for each in personal if (each.place.file or 0) == number])
            for number, source in numbered
            if source.suffix.lower() == ".pdf" and source.is_file()
        }
        self._left = allowance

    def of(self, spots: Iterable[Spot], most: int | None = None) -> list[Picture]:
        """One strip for spots near each other, in the order of the pages; no more than the first `most`."""
        if self._left <= 0:
            return []
        try:
            near = islice(_near(self._boxes(spots)), most)
            made = [_strip(self._sheets[file][page], boxes) for (file, page), boxes in near]
        except (pdfium.PdfiumError, OSError, ValueError):  # the words of the source stand there all the same
            return []
        self._left -= sum(len(picture.src) for picture in made)
        return made

    def _boxes(self, spots: Iterable[Spot]) -> Iterator[tuple[Leaf, Box]]:
        """What to box for each spot: the words where they are found, else its own box."""
        for spot in spots:
            if spot.file not in self._sheets:
                continue
            sheet = self._sheets[spot.file][spot.page]
            found = sheet.find(spot.quote, spot.meant, spot.box) if spot.quote else []
            for box in found or [spot.box]:
                yield (spot.file, spot.page), sheet.clearance(box, ROOM)


def of(audit: Audit) -> Pictures:
    """The pictures of an audit's source."""
    return Pictures(audit.source, *audit.further, personal=audit.accounts.personal)


def whole_page(source: Path, place: Place, personal: Iterable[PersonalDatum] = ()) -> Picture:
    """The whole page of a PDF with one place boxed, where it has a box."""
    assert place.page is not None
    sheet = Sheets(source, personal)[place.page]
    return _picture(sheet, [] if place.box is None else [place.box], (0.0, 0.0, sheet.width, sheet.height))


def _strip(sheet: Sheet, boxes: Sequence[Box]) -> Picture:
    top = sheet.between_lines(max(0.0, min(box[1] for box in boxes) - ABOVE), -1.0)
    bottom = sheet.between_lines(min(sheet.height, max(box[3] for box in boxes) + BELOW), 1.0)
    side = SIDE if sheet.width > 4 * SIDE else 0.0
    return _picture(sheet, boxes, (side, max(0.0, top), sheet.width - side, min(sheet.height, bottom)))


def _picture(sheet: Sheet, boxes: Sequence[Box], part: Box) -> Picture:
    left, top, right, bottom = (round(edge * sheet.scale) for edge in part)
    image = sheet.image.crop((left, top, right, bottom)).convert("RGB")
    draw = ImageDraw.Draw(image)
    for box in boxes:
        moved = (box[0] - part[0], box[1] - part[1], box[2] - part[0], box[3] - part[1])
        draw.rectangle([edge * sheet.scale for edge in moved], outline=BOX_COLOUR, width=2)
    return Picture(_webp(image), image.width, image.height, sheet.page, _focus(boxes, part))


def _focus(boxes: Sequence[Box], part: Box) -> str:
    """How far to the right the window must stand for the boxes to be in its middle, in steps."""
    width = part[2] - part[0]
    first, last = min((box[0] for box in boxes), default=0.0), max((box[2] for box in boxes), default=width)
    if last - first > WINDOW * width * 0.9:
        return "whole"
    middle = ((first + last) / 2 - part[0]) / width
    share = (middle - WINDOW / 2) / (1 - WINDOW)
    return f"at{round(min(max(share, 0.0), 1.0) * STEPS)}"


def _near(boxes: Iterable[tuple[Leaf, Box]]) -> Iterator[tuple[Leaf, list[Box]]]:
    """Boxes that fit one strip together, page by page."""
    strip: list[Box] = []
    current = (0, 0)
    for page, box in sorted(set(boxes), key=lambda each: (each[0], each[1][1], each[1])):
        if strip and (page != current or box[3] - strip[0][1] > TALLEST):
            yield current, strip
            strip = []
        current = page
        strip.append(box)
    if strip:
        yield current, strip


def _webp(image: Image.Image) -> str:
    """A few greys and one red, without loss: a tenth of the bytes, and as legible."""
    red = image.getchannel("R").point(lambda value: 255 if value > 120 else 0)
    calm = image.getchannel("G").point(lambda value: 255 if value < 80 else 0)
    boxed = Image.composite(red, Image.new("L", image.size), calm)
    grey = image.convert("L").point(lambda value: round(round(value * (GREYS - 1) / 255) * 255 / (GREYS - 1)))
    few = Image.merge("RGB", (grey, grey, grey))
    few.paste(BOX_COLOUR, mask=boxed)
    buffer = io.BytesIO()
    few.save(buffer, "WEBP", lossless=True, method=QUICK)
    return f"data:image/webp;base64,{base64.b64encode(buffer.getvalue()).decode()}"
