"""Where words stand in a text: figures not inside longer ones, longer words before shorter."""

from __future__ import annotations

import re
from collections.abc import Iterable


def occurrences(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """The spans of all these words in a text, in order and without overlap."""
    found: list[tuple[int, int]] = []
    for each in sorted(dict.fromkeys(words), key=len, reverse=True):
        for match in re.finditer(rf"(?<![\d.,]){re.escape(each)}(?![\d]|[.,]\d)", text):
            if all(match.end() <= first or match.start() >= last for first, last in found):
                found.append(match.span())
    return sorted(found)
