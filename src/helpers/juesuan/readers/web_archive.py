"""Web pages saved with their pictures in one file (MHT)."""

from __future__ import annotations

import email
import re
from pathlib import Path

from juesuan.errors import UnreadableSource
from juesuan.readers.encoding import decode

_HEADERS = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}")
_KIND = re.compile(rb"^content-type:\s*(?:multipart/related|text/html)", re.IGNORECASE | re.MULTILINE)


def is_web_archive(data: bytes) -> bool:
    """Whether the bytes begin with the headers of such a file."""
    headers = _HEADERS.match(data)
    return headers is not None and _KIND.search(headers[0]) is not None


def page_of_archive(data: bytes, source: Path) -> str:
    """The web page in an MHT file; raises `UnreadableSource`."""
    for part in email.message_from_bytes(data).walk():
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            text = decode(page) if isinstance(page, bytes) else None
            if text:
                return text
    raise UnreadableSource(source, "is a web archive without a page that can be read", "save the page as HTML")
