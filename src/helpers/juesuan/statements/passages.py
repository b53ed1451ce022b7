"""Running text of one section: paragraphs put end to end where a page break tore them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from juesuan.document import Document, Place
from juesuan.statements.aside import Aside, masked, set_aside
from juesuan.statements.characters import gaps, shadow_of, with_one_bracket
from juesuan.statements.numerals import Numeral, figures
from juesuan.statements.ordinals import read_ordinal

_TORN_END = re.compile(r"[、(\d]$|(?:[均各增减下完占年同]|预|决|支|其|与上|[为的及和于由至])$")
_TORN_START = re.compile(r"^(?:[,。、;%)]|万元|元[,。;、(]|[\d.,]+\s*(?:万元|元|%|[辆个批])|年度|长|降)")
_LONGEST_SENTENCE = 2000
_YEAR = re.compile(r"\d{4}")
_SENTENCE = re.compile(r"[^。！？!?]+[。！？!?]?[”\"）)]*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, or what of it follows a run-in heading, before it is put into a passage."""

    paragraph: int
    offset: int
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Text to be understood in one go.

    `text` is the `source` with one sort of brackets and without gaps inside words; `shadow` is as long
    and has dates and ordinals masked. `kept` is the offset in the source of each of its characters,
    `pieces` are (offset in the source, paragraph, offset in the paragraph) of what it was put together from.
    """

    text: str
    shadow: str
    numerals: tuple[Numeral, ...]
    asides: tuple[Aside, ...]
    source: str
    kept: Sequence[int]
    pieces: tuple[tuple[int, int, int], ...]

    def locate(self, offset: int) -> tuple[int, int]:
        """The paragraph and the offset in it of a character of the passage."""
        at = self.kept[offset]
        start, paragraph, within = self.pieces[bisect_right(self.pieces, (at, 10**9, 0)) - 1]
        return paragraph, within + at - start

    def displayed(self, start: int, end: int) -> str:
        """A stretch of the passage, verbatim."""
        return self.source[self.kept[start] : self.kept[end - 1] + 1] if start < end else ""

    def place(self, document: Document, offset: int) -> Place:
        """Where in the source a character of the passage stands."""
        paragraph, within = self.locate(offset)
        return document.place_at(document.paragraphs[paragraph], within)

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Start and end of each sentence; one without end is cut at a comma."""
        for match in _SENTENCE.finditer(self.shadow):
            start, end = match.span()
            while end - start > _LONGEST_SENTENCE:
                mark = max(self.shadow.rfind(mark, start, start + _LONGEST_SENTENCE) for mark in ",;:")
                cut = mark + 1 if mark > start else start + _LONGEST_SENTENCE
                yield start, cut
                start = cut
            if self.shadow[start:end].strip():
                yield start, end

    def figures(self, start: int, end: int) -> tuple[Numeral, ...]:
        """The figures that begin between two offsets."""
        first = bisect_left(self.numerals, start, key=lambda numeral: numeral.start)
        last = bisect_left(self.numerals, end, key=lambda numeral: numeral.start)
        return self.numerals[first:last]

    def years(self, start: int, end: int) -> Iterator[tuple[int, str]]:
        """Offset and year of every date between two offsets that names its year."""
        first = bisect_left(self.asides, start, key=lambda aside: aside.start)
        for aside in self.asides[first:]:
            if aside.start >= end:
                break
            year = _YEAR.match(self.text, aside.start)
            if aside.kind == "date" and year:
                yield aside.start, year[0]


def passages(pieces: Iterable[Piece]) -> Iterator[Passage]:
    """The passages that a section's pieces make up, torn paragraphs joined."""
    waiting: list[Piece] = []
    for piece in pieces:
        if waiting and not _continues(waiting[-1], piece):
            yield _passage(waiting)
            waiting = []
        waiting.append(piece)
    if waiting:
        yield _passage(waiting)


def _continues(before: Piece, after: Piece) -> bool:
    if after.paragraph != before.paragraph + 1 or after.offset:
        return False
    end, start = shadow_of(before.text.rstrip()), shadow_of(after.text.lstrip())
    if read_ordinal(start) is not None:
        return False
    awaited = end.endswith(";") or (end.endswith(":") and start[:1].isdigit())
    return awaited or bool(_TORN_END.search(end) or _TORN_START.match(start))


def _passage(pieces: list[Piece]) -> Passage:
    source = ""
    marks = []
    for piece in pieces:
        marks.append((len(source), piece.paragraph, piece.offset))
        source += piece.text
    kept = _kept(source)
    text = with_one_bracket("".join([source[at] for at in kept]))
    plain = shadow_of(text)
    asides = set_aside(plain)
    shadow = masked(plain, asides)
    return Passage(text, shadow, tuple(figures(text, shadow)), tuple(asides), source, kept, tuple(marks))


def _kept(source: str) -> Sequence[int]:
    """The offsets of a text's characters without the gaps inside its words."""
    kept: list[int] = []
    position = 0
    for start, end in gaps(source):
        kept += range(position, start)
        position = end
    return [*kept, *range(position, len(source))] if kept else range(len(source))
