"""Text of strangers on a terminal: control, direction and other invisible characters become visible."""

from __future__ import annotations

import unicodedata

_HIDDEN = ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")


def visible(text: str) -> str:
    """One line in which nothing can move the cursor, turn the direction of writing or hide itself."""
    return "".join(
        _escape(character) if unicodedata.category(character) in _HIDDEN else character for character in text
    )


def _escape(character: str) -> str:
    return character.encode("unicode_escape", errors="backslashreplace").decode("ascii")
