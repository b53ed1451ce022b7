"""The largest of many rows, so that a page of ten thousand bodies is read like one of ten."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Generic, TypeVar

from juesuan.findings import Language
from juesuan.presentation.labels import label

T = TypeVar("T")
Weighed = tuple[Decimal, tuple[str, ...]]

MOST_ROWS = 400  # of a table on a page; all stand in the joined tables
MOST_TABLES = 12  # tables of one section, each of one body


class Largest(Generic[T]):
    """The heaviest of what is added, in the order in which they came; of two of one weight the first."""

    def __init__(self, most: int = MOST_ROWS) -> None:
        self._most = most
        self._kept: list[tuple[Decimal, int, T]] = []
        self.count = 0

    def add(self, weight: Decimal, each: T) -> None:
        self.count += 1
        entry = (weight, -self.count, each)
        if len(self._kept) < self._most:
            heapq.heappush(self._kept, entry)
        elif entry[:2] > self._kept[0][:2]:
            heapq.heapreplace(self._kept, entry)

    def __iter__(self) -> Iterator[T]:
        return (each for _, _, each in sorted(self._kept, key=lambda entry: -entry[1]))

    def __len__(self) -> int:
        return len(self._kept)

    def told(self, language: Language) -> str:
        """That these are not all; "" where they are."""
        if self.count <= len(self._kept):
            return ""
        return label("largest_of", language, shown=len(self._kept), count=self.count)


def largest(rows: Iterable[tuple[Decimal, T]], most: int = MOST_ROWS) -> Largest[T]:
    """The heaviest of weighed rows."""
    kept: Largest[T] = Largest(most)
    for weight, row in rows:
        kept.add(weight, row)
    return kept
