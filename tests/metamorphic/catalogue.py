"""All changes, and what becomes of a text by some of them."""

from __future__ import annotations

import random
from collections.abc import Sequence

from metamorphic import of_figures, of_pages, of_tables, of_words
from metamorphic.change import Change

CHANGES = (*of_figures.CHANGES, *of_tables.CHANGES, *of_words.CHANGES, *of_pages.CHANGES)


def changed(text: str, changes: Sequence[Change], rng: random.Random) -> bytes | None:
    """The bytes of a text after the changes; None where one of them finds nothing to change."""
    encode = None
    for change in changes:
        before = text
        text = change.alter(text, rng) if change.alter else text
        encode = change.encode or encode
        if text == before and not change.encode:
            return None
    return encode(text) if encode else text.encode("utf-8", "surrogatepass")


def chosen(number: int, count: int) -> tuple[Change, ...]:
    """So many different changes, the same for the same number: those in their order for one at a time."""
    if count == 1:
        return (CHANGES[number % len(CHANGES)],)
    rng = random.Random(number)
    picked = rng.sample(CHANGES, count)
    return tuple(picked) if sum(change.encode is not None for change in picked) < 2 else chosen(number + 10**6, count)
