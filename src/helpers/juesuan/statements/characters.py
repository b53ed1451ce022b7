"""The one place where ways of writing a sign are made one: brackets, widths, gaps inside words.

A text is first folded, so that names come out alike; all matching is done on its shadow, which is
as long. What is quoted is cut from the source itself.
"""

from __future__ import annotations

import re

DATE = "\ue000"
"""Stands in a shadow for each character of a date."""
DIGIT = "\ue001"
"""Stands in a shadow for each digit that belongs to no figure (an ordinal, a code, a name)."""

_SIGNS = str.maketrans(
    "０１２３４５６７８９．，％﹪（）〔〕【】［］[]：；　\u00a0\t\n＋－＂／～",
    '0123456789.,%%()()()()():;    +-"/~',
)
_BRACKETS = str.maketrans("〔〕【】［］[]", "（）" * 4)
_WORD = r"[\u4e00-\u9fff（）“”‘’《》〔〕【】，。：；、！？]"
_LEFT_BLANK = r"(?:批次|人次|团组|[辆人个])\s*[，,。；;、]"  # the gap before these stands for a number
_GAP = re.compile(rf"(?<={_WORD})[ \t\u3000\u00a0]+(?={_WORD})(?!{_LEFT_BLANK})")


def gaps(text: str) -> list[tuple[int, int]]:
    """Where white space stands inside words, as a conversion or a typesetter leaves it (万 元, 支 出)."""
    return [match.span() for match in _GAP.finditer(text)]


def with_one_bracket(text: str) -> str:
    """The text with 〔〕, 【】 and [] written （）; as long as the text."""
    return text.translate(_BRACKETS)


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
