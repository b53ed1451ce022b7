"""Text that a spreadsheet would take for a formula, made harmless and taken back again."""

from __future__ import annotations

import re

_LEADS = "=+-@＝＋－＠\t\r\n"
_NUMBER = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)%?")


def neutral(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet might run it; numbers stay as they are."""
    if text.lstrip("'").startswith(tuple(_LEADS)) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def original(text: str) -> str:
    """The inverse of `neutral`."""
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(tuple(_LEADS)) else text
