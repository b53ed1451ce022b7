"""Texts of the same length in which a character has one form: full width, dashes, spaces and dots are folded."""

from __future__ import annotations

import unicodedata

_DASHES = "‐‑‒–—―−﹣－ー"
_DOTS = "·•・‧∙⋅．﹒"


class _Folded(dict[int, str]):
    """Each character's plain form, worked out when it is met first."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        plain = unicodedata.normalize("NFKC", character)
        if character.isspace():
            plain = " "
        self[code] = plain if len(plain) == 1 else character
        return self[code]


_FOLDED = _Folded({ord(dash): "-" for dash in _DASHES} | {ord(dot): "·" for dot in _DOTS} | {ord("．"): "."})


def folded(text: str) -> str:
    """The text with each character in its plain form; offsets stay."""
    return text.translate(_FOLDED)
