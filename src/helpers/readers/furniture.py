"""What a page carries besides its matter: page numbers and running lines."""

from __future__ import annotations

import re

_PAGE_NUMBER = re.compile(
    r"(?:[-—–－―─·•~]{1,2}\s*\d{1,3}\s*[-—–－―─·•~]{1,2}|第\s*\d{1,3}\s*页(?:\s*[,，/]?\s*共\s*\d{1,3}\s*页)?"
    r"|\d{1,3}\s*/\s*\d{1,3}|[-—–]\s*[ⅠⅡⅢⅣⅤⅥivx]{1,4}\s*[-—–])"
)


def is_page_number(text: str) -> bool:
    """Whether a line is a page number that says so itself (`- 5 -`, `第 5 页`); a bare number is not enough."""
    return _PAGE_NUMBER.fullmatch(text.strip()) is not None
