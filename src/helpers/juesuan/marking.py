"""Where words stand in a text: figures not inside longer ones, longer words before shorter."""

from __future__ import annotations

import re
from collections.abc import Iterable


def occurrences(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """The spans of all these words in a text, in order and without overlap; a figure also where blanks split it."""
    found: list[tuple[int, int]] = []
    for each in sorted(filter(None, dict.fromkeys(words)), key=len, reverse=True):
        for first, last in _spans(text, re.escape(each)) or _spans(text, r"\s*".join(map(re.escape, each))):
            if all(last <= start or first >= end for start, end in found):
                found.append((first, last))
    return sorted(found)


def _spans(text: str, pattern: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(rf"(?<![\d.,]){pattern}(?![\d]|[.,]\d)", text)]
