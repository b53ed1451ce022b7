"""Chinese type that needs nothing installed: the packaged font, for charts and as a web font of used glyphs."""

from __future__ import annotations

import base64
import io
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

PACKAGE = "zhplot"
FILE = "fonts/NotoSansSC-Regular.ttf"
FAMILY = "Noto Sans SC"

UNUSED_TABLES = ("BASE", "DSIG", "GDEF", "GPOS", "GSUB", "STAT", "VORG", "gasp", "vhea", "vmtx")
FIRST_BEYOND_LATIN = 0x2E80  # below stand letters, marks and arrows that every machine can show

_AHEAD: list[TTFont] = []


@cache
def path() -> Path:
    """The packaged font (Noto Sans SC, SIL Open Font License).

    The package is located, not imported: importing it would change matplotlib's settings.
    """
    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"the font package {PACKAGE} is not installed; install juesuan's dependencies")
    return Path(spec.submodule_search_locations[0]) / FILE


def open_ahead() -> None:
    """Read the font now, for the next `web_font` to use up: for a process that will fork others to make pages."""
    font = _opened()
    font["cmap"].ensureDecompiled(recurse=True)
    for table in ("glyf", "hmtx"):
        font[table]
    _AHEAD.append(font)


def _opened() -> TTFont:
    """The font in memory: an open file would be one for all processes that are forked, each moving its position."""
    font = TTFont(io.BytesIO(path().read_bytes()), lazy=True, recalcBBoxes=False, recalcTimestamp=False)
    font.setGlyphOrder([f"g{number}" for number in range(font["maxp"].numGlyphs)])  # else made up from all characters
    for table in UNUSED_TABLES:
        if table in font:
            del font[table]
    return font


def web_font(text: str) -> str:
    """A WOFF font of the Chinese characters in `text` as a data address; empty where there are none.

    WOFF, not WOFF2: two thirds larger files are no loss at this size, and it is made ten times faster.
    """
    wanted = sorted({ord(character) for character in text if ord(character) >= FIRST_BEYOND_LATIN})
    if not wanted:
        return ""
    options = subset.Options(
        flavor="woff",
        hinting=True,
        layout_features=[],
        name_IDs=[],
        notdef_outline=True,
        glyph_names=False,
        canonical_order=False,
        recalc_bounds=False,
        recalc_timestamp=False,
    )
    font = _AHEAD.pop() if _AHEAD else _opened()
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    made = io.BytesIO()
    subset.save_font(font, made, options)
    return f"data:font/woff;base64,{base64.b64encode(made.getvalue()).decode()}"
