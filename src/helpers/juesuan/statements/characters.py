"""A shadow of a text in which every way of writing a sign is one sign, at the same offset.

All matching is done on the shadow; what is quoted is cut from the text itself.
"""

from __future__ import annotations

DATE = "\ue000"
"""Stands in a shadow for each character of a date."""
DIGIT = "\ue001"
"""Stands in a shadow for each digit that belongs to no figure (an ordinal, a code, a name)."""

_SIGNS = str.maketrans(
    "０１２３４５６７８９．，％﹪（）：；　\u00a0\t\n＋－〔〕【】［］＂／～",
    '0123456789.,%%():;    +-[][][]"/~',
)


def closing(shadow: str, opened: int) -> int:
    """Where the bracket that opens at an offset closes; -1 where it does not."""
    depth = 0
    for offset in range(opened, len(shadow)):
        depth += (shadow[offset] == "(") - (shadow[offset] == ")")
        if depth == 0:
            return offset
    return -1


def shadow_of(text: str) -> str:
    """The text with half-width digits, punctuation and brackets; as long as the text."""
    return text.translate(_SIGNS)
