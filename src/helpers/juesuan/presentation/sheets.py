"""Pages of a PDF as pictures, each drawn once, with personal data covered; and where words stand on them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageDraw

from juesuan.document import Box
from juesuan.marking import occurrences
from juesuan.privacy import PersonalDatum, spans
from juesuan.readers.frames import turns_of, upright

PIXELS = 920  # width of a page
COVER = 90  # grey over personal data
LEAD = 2.0  # points of white left at the edge of a strip
REACH = 24  # points in which a strip looks for its edge
AROUND = 10.0  # points by which a name of several lines reaches above and below the figures of its row
SHORT = 60  # letters of a quotation that is boxed as a whole
OVERLAP = 0.5  # points by which covers of neighbouring letters overlap

Stretch = tuple[int, int]


@dataclass(frozen=True)
class Sheet:
    """One page, its text upright: its size in points, its grey picture with `scale` pixels a point, and its text.

    `letters` are the boxes of the characters of `text`, as high as their type.
    """

    page: int
    width: float
    height: float
    scale: float
    image: Image.Image
    text: str
    letters: tuple[Box, ...]

    def find(self, quote: str, stretches: Sequence[Stretch], near: Box) -> list[Box]:
        """Where stretches of a quotation stand, line by line; all of a short quotation without any.

        A place that holds less than the quotation is a cell of it: what is meant is looked for in it, then
        in the cells before it. Else the quotation is looked for on the page, without regard to spaces and line
        ends, and the one nearest to `near` is taken. Nothing where it is not found, as in a text layer out of order.
        """
        wanted, meant = _dense(quote, stretches)
        inside = [index for index in self._visible if is_in(self.letters[index], near)]
        if meant and len(inside) < len(wanted):
            words = {wanted[first:last] for first, last in meant}
            held = "".join(self.text[index] for index in inside)
            beside = [index for index in self._visible if _is_beside(self.letters[index], near)]
            for indices, text in ((inside, held), (beside, "".join(self.text[index] for index in beside))):
                if found := occurrences(text, words):
                    return [box for first, last in found for box in self._lines(indices[first:last])]
        dense = "".join(self.text[index] for index in self._visible)
        starts = [match.start() for match in re.finditer(re.escape(wanted), dense)] if wanted else []
        if not starts:
            return []
        start = min(starts, key=lambda each: abs(self.letters[self._visible[each]][1] - near[1]))
        if not meant and len(wanted) <= SHORT:
            meant = [(0, len(wanted))]
        return [box for first, last in meant for box in self._lines(self._visible[start + first : start + last])]

    def between_lines(self, edge: float, step: float) -> float:
        """The edge moved by as little as it takes, up (`step` < 0) or down, to cut through no letter.

        Where lines stand so close that there is no such place in reach, it is where the fewest are cut.
        """
        steps = [edge + step * number for number in range(REACH)]
        lines = [(box[1] - LEAD, box[3] + LEAD) for box in self._solid]
        near = [line for line in lines if line[0] < max(steps) and line[1] > min(steps)]
        return min(steps, key=lambda at: sum(top < at < bottom for top, bottom in near))

    def clearance(self, box: Box, room: float) -> Box:
        """The box with room around it, as far as no other letter stands in the way."""
        left, top, right, bottom = box
        across = [each for each in self._solid if each[0] < right and each[2] > left]
        along = [each for each in self._solid if each[1] < bottom and each[3] > top]
        above = max((each[3] for each in across if each[3] <= top + OVERLAP), default=0.0)
        below = min((each[1] for each in across if each[1] >= bottom - OVERLAP), default=self.height)
        before = max((each[2] for each in along if each[2] <= left + OVERLAP), default=0.0)
        behind = min((each[0] for each in along if each[0] >= right - OVERLAP), default=self.width)
        return (
            max(left - room, min(before, left)),
            max(top - room, min(above, top)),
            min(right + room, max(behind, right)),
            min(bottom + room, max(below, bottom)),
        )

    def _lines(self, indices: Sequence[int]) -> Iterator[Box]:
        """The boxes around letters, one for each line they stand on."""
        line: list[Box] = []
        for letter in (self.letters[index] for index in indices):
            if line and letter[1] > line[-1][3] - OVERLAP:
                yield _around(line)
                line = []
            line.append(letter)
        if line:
            yield _around(line)

    @cached_property
    def _visible(self) -> list[int]:
        """Where the characters of `text` stand that are no space."""
        return [index for index, letter in enumerate(self.text) if not letter.isspace()]

    @cached_property
    def _solid(self) -> list[Box]:
        return [self.letters[index] for index in self._visible]


def _dense(quote: str, stretches: Sequence[Stretch]) -> tuple[str, list[Stretch]]:
    """A quotation without spaces, and the stretches as they lie in it."""
    before = list(accumulate((not letter.isspace() for letter in quote), initial=0))
    return "".join(quote.split()), [(before[first], before[last]) for first, last in stretches]


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
        frame = upright(page, turns_of(textpage))
        page.set_rotation(frame.turn)
        scale = PIXELS / frame.width
        image = page.render(scale=scale, grayscale=True, may_draw_forms=False).to_pil().convert("L")
        text = textpage.get_text_range()
        letters = [frame.enter(textpage.get_charbox(index, loose=True)) for index in range(len(text))]
    draw = ImageDraw.Draw(image)
    for left, top, right, bottom in (*_by_form(text, letters), *_by_place(text, letters, personal)):
        box = (left - OVERLAP, top - OVERLAP, right + OVERLAP, bottom + OVERLAP)
        draw.rectangle([edge * scale for edge in box], fill=COVER)
    return Sheet(number, frame.width, frame.height, scale, image, text, tuple(letters))


def _by_form(text: str, letters: Sequence[Box]) -> Iterator[Box]:
    for span in spans(text):
        yield from letters[span.start : span.end]


def _by_place(text: str, letters: Sequence[Box], personal: Iterable[PersonalDatum]) -> Iterator[Box]:
    """The letters of each datum in its line or cell; the whole of that where they cannot be told."""
    for datum in personal:
        assert datum.place.box is not None
        inside = [index for index, box in enumerate(letters) if text[index].strip() and is_in(box, datum.place.box)]
        found = list(datum.pattern().finditer("".join(text[index] for index in inside)))
        for match in found:
            yield from (letters[index] for index in inside[match.start() : match.end()])
        if not found:
            yield datum.place.box


def is_in(letter: Box, place: Box) -> bool:
    """Whether the middle of a letter lies in a place."""
    across, down = (letter[0] + letter[2]) / 2, (letter[1] + letter[3]) / 2
    return place[0] - OVERLAP <= across <= place[2] + OVERLAP and place[1] - OVERLAP <= down <= place[3] + OVERLAP


def _around(letters: Sequence[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*letters, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


@contextmanager
def _opened(source: Path, number: int) -> Iterator[pdfium.PdfPage]:
    """A page of a document, both closed afterwards."""
    with closing(pdfium.PdfDocument(source)) as document, closing(document[number - 1]) as page:
        yield page


def _is_beside(letter: Box, near: Box) -> bool:
    """Whether a letter stands before a cell, in its row or in a name of several lines around it."""
    return letter[2] <= near[0] and letter[3] > near[1] - AROUND and letter[1] < near[3] + AROUND
