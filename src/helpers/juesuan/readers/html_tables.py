"""Tables that a conversion wrote in HTML: rows of cells, merged ones with their reach.

Tags are found by one pattern and never nested: of tables within tables the innermost are read, and
what stands around them stays text. So a damaged page costs no more time than a sound one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from juesuan.document import Cell, Place
from juesuan.readers.markup import without_markup
from juesuan.readers.spans import WIDEST, expanded
from juesuan.readers.text_tables import Numbered, Table

_TAG = re.compile(r"<(?P<closes>/?)(?P<name>table|tr|t[dh])(?:\s(?P<rest>[^<>]*))?/?>", re.IGNORECASE)
_SPAN = re.compile(r"(?P<way>col|row)span\s*=\s*[\"']?\s*(?P<count>\d{1,4})", re.IGNORECASE)


@dataclass(slots=True)
class _Open:
    """A table while its rows come in; `aside` are the words in it that stand in no cell (a caption)."""

    rows: list[list[Cell]] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)

    @property
    def is_table(self) -> bool:
        """Whether anything in it stands side by side."""
        return any(sum(1 for cell in row if cell.text) > 1 for row in self.rows)


@dataclass(frozen=True, slots=True)
class _Text:
    """Lines as one text, at which offset each of them starts, and its number."""

    whole: str
    starts: Sequence[int]
    numbers: Sequence[int]

    def number_at(self, offset: int) -> int:
        return self.numbers[bisect_right(self.starts, offset) - 1]

    def lines(self, start: int, end: int) -> list[Numbered]:
        """A stretch of the text as numbered lines."""
        first = bisect_right(self.starts, start) - 1
        return [(self.numbers[at], raw) for at, raw in enumerate(self.whole[start:end].split("\n"), first)]


def part_tables(numbered: Sequence[Numbered]) -> Iterator[Table | list[Numbered]]:
    """HTML tables and, between them, the other lines with their numbers, in the order of the text."""
    starts = list(accumulate((len(raw) + 1 for _, raw in numbered), initial=0))[:-1]
    text = _Text("\n".join(raw for _, raw in numbered), starts, [number for number, _ in numbered])
    position = 0
    for start, end in _spans(text.whole):
        yield text.lines(position, start)
        yield from _read(text, start, end)
        position = end
    yield text.lines(position, len(text.whole))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each innermost table begins and ends; one that is not closed ends with its last row or cell."""
    start, ended, inside = -1, -1, False
    for tag in _TAG.finditer(text):
        name, closes = tag["name"].lower(), bool(tag["closes"])
        if name == "table":
            if start >= 0 and (closes or (ended > start and not inside)):
                yield start, tag.end() if closes else ended
            start, inside = -1 if closes else tag.start(), False
        elif closes:
            ended, inside = tag.end(), False
        else:
            inside = inside or name != "tr"
    if 0 <= start < ended:
        yield start, ended


def _read(text: _Text, start: int, end: int) -> Iterator[Table | list[Numbered]]:
    """One table, with the words in it that no cell holds above it; as lines where nothing stands side by side."""
    table = _Open()
    counts: Counter[int] = Counter()
    position, cell = start, None
    for tag in (*_TAG.finditer(text.whole, start, end), None):
        words = without_markup(text.whole[position : tag.start() if tag else end])
        if cell is not None:
            line = text.number_at(cell.start())
            counts[line] += 1
            table.rows[-1].append(_cell(words, cell["rest"] or "", Place(line=line, cell=counts[line])))
        elif words:
            table.aside.append(words)
        if tag is None:
            break
        position = tag.end()
        name, opens = tag["name"].lower(), not tag["closes"]
        cell = tag if opens and name in ("td", "th") else None
        if opens and (name == "tr" or (cell is not None and not table.rows)):
            table.rows.append([])
    first = text.number_at(start)
    yield [(first, words) for words in table.aside]
    rows = expanded(table.rows) if table.is_table else None
    if rows is None:
        yield [(cell.place.line or first, cell.text) for row in table.rows for cell in row if cell.text]
    else:
        yield Table(rows)


def _cell(words: str, attributes: str, place: Place) -> Cell:
    spans = {match["way"].lower(): int(match["count"]) for match in _SPAN.finditer(attributes)}
    columns = min(max(spans.get("col", 1), 1), WIDEST)
    return Cell(words, place, columns=columns, rows=max(spans.get("row", 1), 1))
