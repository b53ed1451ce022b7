"""From glyphs on a page to lines of text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise

from juesuan.document import Box
from juesuan.readers.markup import visible
from juesuan.readers.pdf_pages import Glyph

_SAME_LINE = 0.5  # share of its height that a glyph must have in common with a line
_DOUBLE = 0.15  # em; the same character drawn again so near is a bold one, not a second
_WORD_GAP = 0.15  # em between words, and between figures and what stands beside them
_HAN_GAP = 0.5  # em between Chinese characters written in one go: more than justification makes
CELL_GAP = 1.5  # em; what is farther apart are cells of a row


def lines_of(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Glyphs sorted into lines from top to bottom, each from left to right."""
    lines: list[list[Glyph]] = []
    top = bottom = 0.0
    for glyph in sorted(glyphs, key=lambda glyph: (glyph.box[1] + glyph.box[3], glyph.box[0])):
        _, upper, _, lower = glyph.box
        shared = min(bottom, lower) - max(top, upper)
        if lines and shared >= _SAME_LINE * min(lower - upper, bottom - top):
            lines[-1].append(glyph)
            top, bottom = min(top, upper), max(bottom, lower)
        else:
            lines.append([glyph])
            top, bottom = upper, lower
    return [_without_doubles(sorted(line, key=lambda glyph: (glyph.box[0], glyph.order))) for line in lines]


def text_of(line: Sequence[Glyph]) -> str:
    """The text of one line; words are parted by a space, cells of a row by two."""
    pieces = [line[0].character] if line else []
    for before, after in pairwise(line):
        pieces.append(_gap(before, after))
        pieces.append(after.character)
    return visible("".join(pieces)).strip()


def pieces_of(line: Sequence[Glyph], apart: float) -> list[list[Glyph]]:
    """A line parted where its glyphs stand `apart` em or more."""
    pieces = [[line[0]]] if line else []
    for before, after in pairwise(line):
        if _distance(before, after) >= apart:
            pieces.append([])
        pieces[-1].append(after)
    return pieces


def box_of(glyphs: Iterable[Glyph]) -> Box:
    """The smallest box around some glyphs."""
    boxes = [glyph.box for glyph in glyphs]
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def _without_doubles(line: list[Glyph]) -> list[Glyph]:
    kept: list[Glyph] = []
    for glyph in line:
        em = glyph.box[3] - glyph.box[1]
        if kept and kept[-1].character == glyph.character and glyph.box[0] - kept[-1].box[0] < _DOUBLE * em:
            continue
        kept.append(glyph)
    return kept


def _gap(before: Glyph, after: Glyph) -> str:
    gap = _distance(before, after)
    if gap >= CELL_GAP:
        return "  "
    is_justified = _is_wide(before.character) and _is_wide(after.character) and after.order == before.order + 1
    return " " if gap > (_HAN_GAP if is_justified else _WORD_GAP) else ""


def _distance(before: Glyph, after: Glyph) -> float:
    """How far apart two glyphs of a line stand, in em."""
    return (after.box[0] - before.box[2]) / max(before.box[3] - before.box[1], 1.0)


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WFA"
