"""How charts look: one type, one palette that follows light and dark, SVG with text as outlines."""

from __future__ import annotations

import io
import re
from functools import cache
from typing import TYPE_CHECKING, Any

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.font_manager import fontManager

from juesuan.presentation import fonts

if TYPE_CHECKING:
    from matplotlib.typing import RcKeyType

Settings = dict["RcKeyType", Any]

WIDTH = 4.3  # inches; a phone shows the letters at four fifths of their size, a desk at their own
INK = "#1d2733"
MUTED = "#5a6672"
FAINT = "#d9dde0"
ACCENT = "#1f5f7a"
SECOND = "#7fa9b8"
THIRD = "#c9a35b"
MARK = "#a3282f"
EMPTY = "#eceeef"
MARK_WIDTH = 0.007  # of a chart's width

DARK = {
    INK: "#e8e6e1",
    MUTED: "#a5afb8",
    FAINT: "#39424b",
    ACCENT: "#6fb3cf",
    SECOND: "#3f6c80",
    THIRD: "#b28a45",
    MARK: "#f08a85",
    EMPTY: "#242c34",
}

UNDATED = ("Date", "Creator", "Format", "Type")  # metadata left out, so that the same figure is the same bytes

SETTINGS: Settings = {
    "font.family": [fonts.FAMILY, "DejaVu Sans"],
    "font.size": 9.5,
    "text.color": INK,
    "axes.unicode_minus": False,
    "svg.fonttype": "path",
    "svg.hashsalt": "juesuan",
    "figure.dpi": 72,
}


@cache
def prepared() -> Settings:
    """The settings for drawing, once the packaged font is known to matplotlib."""
    fontManager.addfont(str(fonts.path()))
    return SETTINGS


def svg(figure: Figure) -> str:
    """The figure as SVG: the same bytes for the same figure, colours that follow the reader's scheme."""
    buffer = io.StringIO()
    with mpl.rc_context(prepared()):
        figure.savefig(buffer, format="svg", transparent=True, metadata=dict.fromkeys(UNDATED))
    return _themed(buffer.getvalue())


def _themed(markup: str) -> str:
    names = {colour: f"--c{index}" for index, colour in enumerate(DARK)}
    for colour, name in names.items():
        markup = markup.replace(colour, f"var({name})")
    light = "".join(f"{name}:{colour};" for colour, name in names.items())
    dark = "".join(f"{names[colour]}:{other};" for colour, other in DARK.items())
    style = f"<style>svg{{{light}}}@media screen and (prefers-color-scheme:dark){{svg{{{dark}}}}}</style>"
    body = markup[markup.index("<svg") :]
    body = re.sub(r"<metadata>.*?</metadata>", "", body, flags=re.DOTALL)
    return re.sub(r"(<svg[^>]*>)", lambda match: match[1] + style, body, count=1)
