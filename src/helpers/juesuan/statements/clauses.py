"""Clauses: what stands between two marks of punctuation, or between a mark and a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from juesuan.statements.passages import Passage

_MARKS = re.compile(r"[,;:。]")
_LONGEST = 240


@dataclass(frozen=True, slots=True)
class Clause:
    """Start and end in the passage, the mark that ends it ("" at a figure) and the mark before it.

    `followed` tells whether a figure comes right after it.
    """

    start: int
    end: int
    mark: str
    after: str
    followed: bool


def clauses(passage: Passage, start: int, end: int, followed: bool) -> Iterator[Clause]:
    """The clauses of a stretch; with `followed` the last one is the head of the figure at `end`.

    A colon right before the figure belongs to its head (执行率：98%). Of a clause longer than any
    sentence needs only the end is read.
    """
    cursor, after = start, ""
    for mark in _MARKS.finditer(passage.shadow, start, end):
        if followed and mark[0] == ":" and not passage.shadow[mark.end() : end].strip():
            break
        yield Clause(max(cursor, mark.start() - _LONGEST), mark.start(), mark[0], after, followed=False)
        cursor, after = mark.end(), mark[0]
    if followed or cursor < end:
        yield Clause(max(cursor, end - _LONGEST), end, "", after, followed)
