"""From the bytes of a text conversion to its characters."""

from __future__ import annotations

import codecs
import unicodedata

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_GUESSES = ("utf-8", "gb18030")
_TOLERATED = 0.005  # share of characters that may be damaged: a file cut off in the middle of one
_SPACING = frozenset("\t\n\r\f\v")


def decode(data: bytes) -> str | None:
    """The text in `data`: UTF-8, UTF-16 or UTF-32 with a mark, GB18030; None where it is no text."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _text(data, encoding)
    exact = (_text(data, encoding, "strict") for encoding in _GUESSES)
    damaged = (_text(data, encoding) for encoding in _GUESSES)
    return next((text for attempts in (exact, damaged) for text in attempts if text is not None), None)


def _text(data: bytes, encoding: str, errors: str = "replace") -> str | None:
    try:
        text = data.decode(encoding, errors)
    except UnicodeDecodeError:
        return None
    broken = sum(text.count(character) for character in filter(_is_broken, set(text)))
    return None if broken > _TOLERATED * len(text) else text


def _is_broken(character: str) -> bool:
    if character == "\ufffd":
        return True
    return character not in _SPACING and unicodedata.category(character) in ("Cc", "Cn", "Cs")
