"""Text that a spreadsheet would take for a formula, made harmless and taken back again."""

from __future__ import annotations

import re

_LEADS = frozenset("=+-@＝＋－＠\t\r\n")
_NUMBER = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)%?")


def neutral(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet might run it; numbers stay as they are."""
    return f"'{text}" if _is_risky(text) and not _NUMBER.fullmatch(text) else text


def original(text: str) -> str:
    """The inverse of `neutral`."""
    return text[1:] if text.startswith("'") and _is_risky(text) else text


def _is_risky(text: str) -> bool:
    first = text[:1]
    return first in _LEADS or (first == "'" and text.lstrip("'")[:1] in _LEADS)
