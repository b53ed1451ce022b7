"""The charts of an audit: lines of words, each with a bar below that is a picture of a few bytes.

The words are words of the page: they are read aloud, wrap where it is narrow and need no type of their own.
A bar follows the light or dark scheme of the reader by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from urllib.parse import quote

WIDTH, HEIGHT = 1000, 20  # of a bar, in its own units: a page stretches it
TAIL = 5  # left free above and below a bar that a mark may stand out of
MARK_WIDTH = 7
IN_ADDRESS = " =/:;,.(){}-'"  # stand in a data address as they are


class Colour(Enum):
    """A colour by day and by night."""

    ACCENT = ("#1f5f7a", "#6fb3cf")
    SECOND = ("#7fa9b8", "#3f6c80")
    THIRD = ("#c9a35b", "#b28a45")
    FAINT = ("#d9dde0", "#39424b")
    MARK = ("#a3282f", "#f08a85")
    EMPTY = ("#eceeef", "#242c34")


PARTS = (Colour.ACCENT, Colour.SECOND, Colour.THIRD, Colour.FAINT)


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: name, length, the words at its end, and where the mark stands, if any."""

    name: str
    length: float
    words: str
    mark: float | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a chart: its words left and right, the bar below as a data address, a square that names a colour."""

    name: str = ""
    words: str = ""
    bar: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a bar, from `left` on, in units of its width; a slim one leaves room above and below."""

    left: float
    width: float
    colour: Colour
    is_slim: bool = True


def bars(rows: Sequence[Bar], *, full: float | None = None) -> list[Line]:
    """A bar a line; `full` is the length of a whole one where it is not the longest bar's."""
    scale = full or max((max(row.length, row.mark or 0.0) for row in rows), default=0.0) or 1.0
    return [Line(row.name, row.words, _svg(_bar(row, scale))) for row in rows]


def stack(parts: Sequence[Bar]) -> list[Line]:
    """One bar parted into shares, each named below it with its words."""
    keyed = list(zip(parts, PARTS, strict=False))
    whole = _svg(_shares([(part.length, colour) for part, colour in keyed]))
    return [Line(bar=whole), *(Line(part.name, part.words, key=_key(colour)) for part, colour in keyed)]


def stacks(rows: Sequence[tuple[str, Sequence[float]]], kinds: Sequence[str]) -> list[Line]:
    """One full-length bar a line, each parted in the same kinds; the kinds are named once, on top."""
    keys = [Line(kind, key=_key(colour)) for kind, colour in zip(kinds, PARTS, strict=False)]
    return [*keys, *(Line(name, bar=_svg(_shares(list(zip(parts, PARTS, strict=False))))) for name, parts in rows)]


def _bar(row: Bar, scale: float) -> Iterator[_Piece]:
    yield _Piece(0, WIDTH, Colour.EMPTY)
    yield _Piece(0, max(row.length, 0.0) / scale * WIDTH, Colour.ACCENT)
    if row.mark is not None:
        left = min(max(row.mark / scale, 0.0) * WIDTH, WIDTH - MARK_WIDTH)
        yield _Piece(left, MARK_WIDTH, Colour.MARK, is_slim=False)


def _shares(parts: Sequence[tuple[float, Colour]]) -> Iterator[_Piece]:
    whole = sum(length for length, _ in parts) or 1.0
    left = 0.0
    for length, colour in parts:
        yield _Piece(left, length / whole * WIDTH, colour, is_slim=False)
        left += length / whole * WIDTH


def _key(colour: Colour) -> str:
    return _svg([_Piece(0, WIDTH, colour, is_slim=False)])


def _svg(pieces: Iterable[_Piece]) -> str:
    """The pieces as the address of a picture: the same for the same pieces."""
    drawn = [each for each in pieces if each.width]
    used = list(dict.fromkeys(each.colour for each in drawn))
    day, night = ("".join(f".{each.name}{{fill:{each.value[at]}}}" for each in used) for at in (0, 1))
    shapes = "".join(_rectangle(each) for each in drawn)
    markup = (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {HEIGHT}' preserveAspectRatio='none'>"
        f"<style>{day}@media screen and (prefers-color-scheme:dark){{{night}}}</style>{shapes}</svg>"
    )
    return f"data:image/svg+xml,{quote(markup, safe=IN_ADDRESS)}"


def _rectangle(piece: _Piece) -> str:
    top, height = (TAIL, HEIGHT - 2 * TAIL) if piece.is_slim else (0, HEIGHT)
    return (
        f"<rect class='{piece.colour.name}' x='{piece.left:.1f}' y='{top}' "
        f"width='{piece.width:.1f}' height='{height}'/>"
    )
