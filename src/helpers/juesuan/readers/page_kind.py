"""Whether a text is a web page: known before what reads pages, and takes long to load, is needed."""

from __future__ import annotations

import re

_AHEAD = r"(?:\s|<!--.*?-->|<\?xml.*?\?>|<\?import.*?>)*"
_PAGE = re.compile(rf"{_AHEAD}<(?:!doctype\s+html|html|head|body|meta|title)\b", re.IGNORECASE | re.DOTALL)
_FRAGMENT = re.compile(
    rf"{_AHEAD}<(?:div|p|table|section|article|style|script|h[1-6]|center|font|span)\b.*</\w+>\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_MARKDOWN = re.compile(r"^(?:#{1,6} |\|.*\|\s*$|[-*] )|\*\*", re.MULTILINE)


def is_html(text: str) -> bool:
    """Whether a text is a web page, or a piece of one; pasted text with a few tags is not."""
    return _PAGE.match(text) is not None or (_FRAGMENT.match(text) is not None and not _MARKDOWN.search(text))
