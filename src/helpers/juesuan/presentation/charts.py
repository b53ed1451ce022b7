"""The charts of an audit: bars with their label above, a mark for the figure they are held against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from juesuan.presentation import chart_style as style

ROW = 0.44  # inches a bar takes with its label
BAR = 0.26  # of the height of a row
LIFT = 0.28  # of a row from the middle of a bar to the line its label stands on
KEY = 0.022  # of the width, a square that names a colour
KEY_GAP = 0.036
NARROW = 0.6  # rows that a line of a key takes
ROOM = 60  # half-width characters that fit above a bar
COLOURS = (style.ACCENT, style.SECOND, style.THIRD, style.FAINT)


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: name, length, the words at its end, and where the mark stands, if any."""

    name: str
    length: float
    words: str
    mark: float | None = None


@dataclass(frozen=True, slots=True)
class Canvas:
    """A figure in which heights are rows from its foot and widths are parts of the whole.

    Shapes are put on the figure itself: without axes a chart is drawn in half the time.
    """

    figure: Figure
    rows: float

    def bar(self, y: float, width: float, *, left: float = 0.0, height: float = BAR, colour: str) -> None:
        """A bar around the height `y`."""
        foot = (y + 0.4 - height / 2) / self.rows
        self.figure.add_artist(Rectangle((left, foot), width, height / self.rows, color=colour, linewidth=0))

    def words(self, x: float, y: float, text: str, *, right: bool = False, above: bool = False) -> None:
        """A label at a point; on the right side it is a figure, in a quieter colour."""
        self.figure.text(
            x,
            (y + 0.4) / self.rows,
            text,
            ha="right" if right else "left",
            va="baseline" if above else "center_baseline",
            color=style.MUTED if right else style.INK,
        )


def bars(rows: Sequence[Bar], *, full: float | None = None) -> Figure:
    """Horizontal bars; `full` is the length of a whole row where it is not the longest bar's."""
    with mpl.rc_context(style.prepared()):
        canvas = _canvas(len(rows))
        scale = full or max(max(row.length, row.mark or 0.0) for row in rows) or 1.0
        for place, row in enumerate(rows):
            _bar(canvas, len(rows) - 1 - place, row, scale)
    return canvas.figure


def stack(parts: Sequence[Bar]) -> Figure:
    """One bar parted into shares, each named below it with its words."""
    whole = sum(part.length for part in parts) or 1.0
    with mpl.rc_context(style.prepared()):
        canvas = _canvas(len(parts) * NARROW + 0.8)
        top = len(parts) * NARROW + 0.2
        left = 0.0
        for place, (part, colour) in enumerate(zip(parts, COLOURS, strict=False)):
            canvas.bar(top, part.length / whole, left=left, height=0.42, colour=colour)
            left += part.length / whole
            y = top - 0.62 - place * NARROW
            canvas.bar(y, KEY, height=0.28, colour=colour)
            canvas.words(KEY_GAP, y, _fitting(part.name, part.words))
            canvas.words(1.0, y, part.words, right=True)
    return canvas.figure


def stacks(rows: Sequence[tuple[str, Sequence[float]]], kinds: Sequence[str]) -> Figure:
    """One full-length bar a row, each parted in the same kinds; the kinds are named once, on top."""
    with mpl.rc_context(style.prepared()):
        canvas = _canvas(len(rows) + 1)
        for place, (kind, colour) in enumerate(zip(kinds, COLOURS, strict=False)):
            x = place / len(kinds)
            canvas.bar(len(rows), KEY, left=x, colour=colour)
            canvas.words(x + KEY_GAP, len(rows), kind)
        for place, (name, parts) in enumerate(rows):
            left, y = 0.0, len(rows) - 1 - place
            for part, colour in zip(parts, COLOURS, strict=False):
                canvas.bar(y, part / sum(parts), left=left, colour=colour)
                left += part / sum(parts)
            canvas.words(0.0, y + LIFT, _fitting(name, ""), above=True)
    return canvas.figure


def _canvas(rows: float) -> Canvas:
    return Canvas(Figure(figsize=(style.WIDTH, rows * ROW)), rows)


def _bar(canvas: Canvas, y: float, row: Bar, scale: float) -> None:
    canvas.bar(y, 1.0, colour=style.EMPTY)
    canvas.bar(y, max(row.length, 0.0) / scale, colour=style.ACCENT)
    if row.mark is not None:
        x = min(max(row.mark / scale, 0.0), 1.0 - style.MARK_WIDTH)
        canvas.bar(y, style.MARK_WIDTH, left=x, height=BAR * 1.7, colour=style.MARK)
    canvas.words(0.0, y + LIFT, _fitting(row.name, row.words), above=True)
    canvas.words(1.0, y + LIFT, row.words, right=True, above=True)


def _fitting(name: str, words: str) -> str:
    """The name cut to what the words beside it leave; the table below the chart has it whole."""
    room = ROOM - _width(words)
    if _width(name) <= room:
        return name
    while name and _width(name) + 2 > room:
        name = name[:-1]
    return name.rstrip() + "…"


def _width(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
