"""Pages of a PDF as pictures, each drawn once, with personal data covered; and where words stand on them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageDraw

from juesuan.document import Box
from juesuan.presentation.marking import occurrences
from juesuan.privacy import PersonalDatum, spans
from juesuan.readers.frames import Frame, upright

PIXELS = 920  # width of a page
COVER = 90  # grey over personal data
SHORT = 60  # letters of a quotation that is boxed as a whole
OVERLAP = 0.5  # points by which covers of neighbouring letters overlap


@dataclass(frozen=True)
class Sheet:
    """One page, its text upright: its size in points, its grey picture with `scale` pixels a point, and its text."""

    source: Path
    page: int
    width: float
    height: float
    scale: float
    image: Image.Image
    text: str

    def find(self, quote: str, words: Sequence[str], near: Box) -> list[Box]:
        """Where the words stand in a quotation, line by line; all of a short quotation without such words.

        The quotation is looked for without regard to spaces and line ends, the place nearest to
        `near` is taken. Nothing where it is not found, as in a text layer out of order.
        """
        dense, indices = self._dense
        wanted = "".join(quote.split())
        starts = [match.start() for match in re.finditer(re.escape(wanted), dense)] if wanted else []
        if not starts:
            return []
        start = min(starts, key=lambda each: abs(self._letters[indices[each]][1] - near[1]))
        spans = occurrences(wanted, ["".join(each.split()) for each in words])
        if not spans and len(wanted) <= SHORT:
            spans = [(0, len(wanted))]
        return [box for first, last in spans for box in self._lines(indices[start + first : start + last])]

    def _lines(self, indices: Sequence[int]) -> Iterator[Box]:
        """The boxes around letters, one for each line they stand on."""
        line: list[Box] = []
        for letter in (self._letters[index] for index in indices):
            if line and letter[1] > line[-1][3]:
                yield _around(line)
                line = []
            line.append(letter)
        if line:
            yield _around(line)

    @cached_property
    def _dense(self) -> tuple[str, list[int]]:
        """The text without spaces and line ends, and where each of its letters stands in `text`."""
        indices = [index for index, letter in enumerate(self.text) if not letter.isspace()]
        return "".join(self.text[index] for index in indices), indices

    @cached_property
    def _letters(self) -> list[Box]:
        """The box of each letter of `text`."""
        with _opened(self.source, self.page) as page, closing(page.get_textpage()) as text:
            frame = upright(page, text)
            return [_letter(text, index, frame) for index in range(len(self.text))]


class Sheets:
    """The pages of one PDF by number, counted from 1. The file is open only while a page is drawn.

    What is `personal` is covered where it stands, and so is whatever else in a page's text has its form.
    """

    def __init__(self, source: Path, personal: Iterable[PersonalDatum] = ()) -> None:
        self._source = source
        self._drawn: dict[int, Sheet] = {}
        self._personal: dict[int, list[PersonalDatum]] = defaultdict(list)
        for datum in personal:
            if datum.place.page is not None and datum.place.box is not None:
                self._personal[datum.place.page].append(datum)

    def __getitem__(self, number: int) -> Sheet:
        if number not in self._drawn:
            self._drawn[number] = _drawn(self._source, number, self._personal[number])
        return self._drawn[number]


def _drawn(source: Path, number: int, personal: Iterable[PersonalDatum]) -> Sheet:
    with _opened(source, number) as page, closing(page.get_textpage()) as textpage:
        frame = upright(page, textpage)
        page.set_rotation(frame.turn)
        scale = PIXELS / frame.width
        image = page.render(scale=scale, grayscale=True, may_draw_forms=False).to_pil().convert("L")
        text = textpage.get_text_range()
        letters = [_letter(textpage, index, frame, loose=True) for index in range(len(text))]
    draw = ImageDraw.Draw(image)
    for left, top, right, bottom in (*_by_form(text, letters), *_by_place(text, letters, personal)):
        box = (left - OVERLAP, top - OVERLAP, right + OVERLAP, bottom + OVERLAP)
        draw.rectangle([edge * scale for edge in box], fill=COVER)
    return Sheet(source, number, frame.width, frame.height, scale, image, text)


def _by_form(text: str, letters: Sequence[Box]) -> Iterator[Box]:
    for span in spans(text):
        yield from letters[span.start : span.end]


def _by_place(text: str, letters: Sequence[Box], personal: Iterable[PersonalDatum]) -> Iterator[Box]:
    """The letters of each datum in its line or cell; the whole of that where they cannot be told."""
    for datum in personal:
        assert datum.place.box is not None
        inside = [index for index, box in enumerate(letters) if text[index].strip() and _is_in(box, datum.place.box)]
        found = list(datum.pattern().finditer("".join(text[index] for index in inside)))
        for match in found:
            yield from (letters[index] for index in inside[match.start() : match.end()])
        if not found:
            yield datum.place.box


def _is_in(letter: Box, place: Box) -> bool:
    """Whether the middle of a letter lies in a place."""
    across, down = (letter[0] + letter[2]) / 2, (letter[1] + letter[3]) / 2
    return place[0] - OVERLAP <= across <= place[2] + OVERLAP and place[1] - OVERLAP <= down <= place[3] + OVERLAP


def _letter(text: pdfium.PdfTextPage, index: int, frame: Frame, *, loose: bool = False) -> Box:
    """The box of a letter, from the top left corner of the upright page."""
    return frame.enter(text.get_charbox(index, loose=loose))


def _around(letters: Sequence[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*letters, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


@contextmanager
def _opened(source: Path, number: int) -> Iterator[pdfium.PdfPage]:
    """A page of a document, both closed afterwards."""
    with closing(pdfium.PdfDocument(source)) as document, closing(document[number - 1]) as page:
        yield page
