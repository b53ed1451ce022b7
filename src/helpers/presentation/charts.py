"""The charts of an audit: bars with their label above, a mark for the figure they are held against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from helpers.presentation import chart_style as style

ROW = 0.44  # inches a bar takes with its label
MARGIN = 0.06
BAR = 0.26  # of the height of a row
COLOURS = (style.ACCENT, style.SECOND, style.THIRD, style.FAINT)
ROOM = 60  # half-width characters that fit above a bar


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: name, length, the words at its end, and where the mark stands, if any."""

    name: str
    length: float
    words: str
    mark: float | None = None


def bars(rows: Sequence[Bar], *, full: float | None = None) -> Figure:
    """Horizontal bars; `full` is the length of a whole row where it is not the longest bar's."""
    style.prepare()
    with mpl.rc_context(style.SETTINGS):
        figure, axes = _canvas(len(rows))
        longest = max(max(row.length, row.mark or 0.0) for row in rows)
        scale = full or longest or 1.0
        for place, row in enumerate(rows):
            _bar(axes, len(rows) - 1 - place, row, scale)
    return figure


def stack(parts: Sequence[Bar]) -> Figure:
    """One bar parted into shares, each named below it with its words."""
    style.prepare()
    whole = sum(part.length for part in parts) or 1.0
    with mpl.rc_context(style.SETTINGS):
        figure, axes = _canvas(len(parts) * 0.6 + 0.8, rows=len(parts) * 0.6 + 0.8)
        top = len(parts) * 0.6 + 0.2
        left = 0.0
        for place, part in enumerate(parts):
            colour = COLOURS[place % len(COLOURS)]
            axes.barh(top, part.length / whole, height=0.42, left=left, color=colour, align="center")
            left += part.length / whole
            y = top - 0.62 - place * 0.6
            axes.barh(y, 0.022, height=0.28, color=colour, align="center")
            axes.text(0.036, y, _fitting(part.name, part.words), va="center", ha="left")
            axes.text(1.0, y, part.words, va="center", ha="right", color=style.MUTED)
    return figure


def stacks(rows: Sequence[tuple[str, Sequence[float]]], kinds: Sequence[str]) -> Figure:
    """One full-length bar a row, each parted in the same kinds; the kinds are named once, on top."""
    style.prepare()
    with mpl.rc_context(style.SETTINGS):
        figure, axes = _canvas(len(rows) + 1)
        for place, (kind, colour) in enumerate(zip(kinds, COLOURS, strict=False)):
            x = place / len(kinds)
            axes.barh(len(rows), 0.022, height=BAR, left=x, color=colour, align="center")
            axes.text(x + 0.036, len(rows), kind, va="center", ha="left")
        for place, (name, parts) in enumerate(rows):
            left, y = 0.0, len(rows) - 1 - place
            for part, colour in zip(parts, COLOURS, strict=False):
                axes.barh(y, part / sum(parts), height=BAR, left=left, color=colour, align="center")
                left += part / sum(parts)
            axes.text(0.0, y + 0.22, _fitting(name, ""), va="bottom", ha="left")
    return figure


def _canvas(height: float, rows: float | None = None) -> tuple[Figure, Axes]:
    figure = Figure(figsize=(style.WIDTH, height * ROW + 2 * MARGIN))
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_xlim(0, 1)
    axes.set_ylim(-0.4, (rows or height) - 0.4)
    axes.axis("off")
    return figure, axes


def _bar(axes: Axes, y: float, row: Bar, scale: float) -> None:
    axes.barh(y, 1.0, height=BAR, color=style.FAINT, alpha=0.45, align="center")
    axes.barh(y, max(row.length, 0.0) / scale, height=BAR, color=style.ACCENT, align="center")
    if row.mark is not None:
        x = min(max(row.mark / scale, 0.003), 0.997)
        axes.vlines(x, y - BAR * 0.85, y + BAR * 0.85, color=style.MARK, linewidth=2)
    axes.text(0.0, y + 0.22, _fitting(row.name, row.words), va="bottom", ha="left")
    axes.text(1.0, y + 0.22, row.words, va="bottom", ha="right", color=style.MUTED)


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
