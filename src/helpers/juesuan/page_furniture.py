"""What stands at the head or foot of every printed page, whatever the document."""

from __future__ import annotations

import re
import unicodedata

# what a browser or a word processor prints: date and time, address, page number
_PRINTED = re.compile(
    r"^\d{4}[/.-]\d{1,2}[/.-]\d{1,2}\d{1,2}:\d{2}|^(?:https?|file)://[!-~]+$|^第?\d{1,3}页(?:[,，/]?共\d{1,3}页)?$"
    r"|^[-—–]\d{1,3}[-—–]$|^\d{1,3}/\d{1,3}$"
)


def is_furniture(text: str) -> bool:
    """Whether a line or cell only says what a program prints on every page; a bare number may be a figure."""
    return _PRINTED.search("".join(unicodedata.normalize("NFKC", text).split())) is not None
