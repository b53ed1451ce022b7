"""Text that a spreadsheet would take for a formula, made harmless and taken back again."""

from __future__ import annotations

import re

MADE_HARMLESS = "'"  # before a text that a spreadsheet might run
_LEADS = frozenset("=+-@＝＋－＠\t\r\n")
_NUMBER = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)%?")


def neutral(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet might run it; numbers stay as they are."""
    return MADE_HARMLESS + text if _is_risky(text) and not _NUMBER.fullmatch(text) else text


def original(text: str) -> str:
    """The inverse of `neutral`."""
    return text[1:] if text.startswith(MADE_HARMLESS) and _is_risky(text) else text


def _is_risky(text: str) -> bool:
    first = text[:1]
    return first in _LEADS or (first == MADE_HARMLESS and text.lstrip(MADE_HARMLESS)[:1] in _LEADS)
