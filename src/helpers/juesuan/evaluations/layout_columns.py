"""The columns of a table in text that keeps the page's layout, from where the pieces of its lines stand."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from juesuan.document import Cell, Line, Place
from juesuan.evaluations.heading_rows import PART
from juesuan.evaluations.headings import fund_headings, indicator_headings, list_headings, with_values
from juesuan.evaluations.vocabulary import FUND_HEADINGS, INDICATOR_HEADINGS, fund_kind, heading_key, is_total
from juesuan.evaluations.wrapped_cells import Piece

Pieces = Sequence[Sequence[Piece]]
TOKEN = re.compile(r"\S+(?: \S+)*")
NUMERAL = re.compile(r"-?[\d,]+(?:\.\d+)?(?:%|分)?|[-—–/]+")
_WIDE = "WFA"  # classes of width of Unicode's annex 11 that a converter may count as two places
_ALONE = 18  # what a heading without a column costs, in places of distance
_SLACK = 1  # places by which the end of a full cell may run into the next column
_LONG, _LONGEST_END = 5, 3  # characters of a heading too long for its line, and of what is left of it for the next
_FULL = 8  # places of a cell that may be full


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns under a row of headings: what they ask for, and from where to where they reach."""

    keys: dict[str, int]
    spans: tuple[tuple[int, int], ...]
    heads: dict[Piece, int]

    def under(self, piece: Piece) -> int:
        """The column that a heading was set over, that any other piece overlaps most, else the nearest."""
        return (
            self.heads[piece]
            if piece in self.heads
            else max(range(len(self.spans)), key=lambda at: overlap(self.spans[at], piece))
        )

    def at(self, keys: Iterable[str]) -> set[int]:
        return {self.keys[key] for key in keys if key in self.keys}


def measured(lines: Sequence[Line], wide: int) -> Pieces:
    """The pieces of every line where a Chinese character takes `wide` places."""
    return [list(_pieces(line, number, wide)) for number, line in enumerate(lines)]


def _pieces(line: Line, number: int, wide: int) -> Iterator[Piece]:
    for first, text in _tokens(line.text):
        start = line.indent + _width(line.text[:first], wide)
        yield Piece(text, number, start, start + _width(text, wide))


def _tokens(text: str) -> Iterator[tuple[int, str]]:
    """What several spaces part, and what one space parts where both sides are figures or headings."""
    for match in TOKEN.finditer(text):
        first, words = match.start(), match[0].split(" ")
        whole = words[0]
        for before, word in pairwise(words):
            if _stands_alone(before) and _stands_alone(word):
                yield first, whole
                first, whole = first + len(whole) + 1, word
            else:
                whole += f" {word}"
        yield first, whole


def _stands_alone(word: str) -> bool:
    return bool(NUMERAL.fullmatch(word) or heading_key(word, INDICATOR_HEADINGS) or heading_key(word, FUND_HEADINGS))


def _width(text: str, wide: int) -> int:
    return sum(wide if unicodedata.east_asian_width(character) in _WIDE else 1 for character in text)


def alignment(pieces: Pieces) -> int:
    """How many pieces begin where others do, or end, or have their middle: whichever are most.

    Converters count a Chinese character as one place or as two, and cells stand left, right or in the middle.
    """
    beside = [piece for found in pieces if len(found) > 1 for piece in found]
    stands = (
        Counter(piece.start for piece in beside),
        Counter(piece.end for piece in beside),
        Counter(piece.start + piece.end for piece in beside),
    )
    return max(sum(count for count in counts.values() if count > 1) for counts in stands)


def headings(pieces: Sequence[Piece]) -> dict[str, int]:
    row = [Cell(piece.text, Place()) for piece in pieces]
    return indicator_headings(row) or list_headings(row) or fund_headings(row)


def is_list_head(pieces: Sequence[Piece]) -> bool:
    """Whether pieces are the headings of a list of projects."""
    return bool(list_headings([Cell(piece.text, Place()) for piece in pieces]))


def wrapped_below(pieces: Pieces, head: int, last: int) -> int:
    """How many lines below a row of headings hold nothing but the ends of headings that were too long for one."""
    end = head + 1
    while end < last and pieces[end] and all(_ends_one(piece, pieces[head]) for piece in pieces[end]):
        end += 1
    return end - head - 1


def _ends_one(piece: Piece, heads: Sequence[Piece]) -> bool:
    over = next((each for each in heads if overlap((each.start, each.end), piece) > 0), None)
    return (
        over is not None
        and len(piece.text) <= _LONGEST_END
        and len(over.text) >= _LONG
        and not any(map(str.isdigit, piece.text))
    )


def columns_of(pieces: Pieces, first: int, head: int, last: int) -> Columns:
    """Columns as the lines under the headings show them, the headings set over them in their order.

    A long row of headings drifts to the right of its columns: each has two places at least before it.
    """
    heads = [(piece.start, piece.end) for piece in pieces[head]]
    rows = [pieces[number] for number in range(head + 1 + wrapped_below(pieces, head, last), last)]
    cells = [piece for row in rows for piece in row if not is_total(piece.text) and fund_kind(piece.text) != "total"]
    beside = merged((piece.start, piece.end) for piece in cells if any(len(row) > 1 and piece in row for row in rows))
    under = merged((piece.start, piece.end) for piece in cells if not crosses(beside, piece))
    homes = _matched(heads, under)
    spans = sorted([*under, *(span for span, home in zip(heads, homes, strict=True) if home is None)])
    at = [spans.index(span if home is None else under[home]) for span, home in zip(heads, homes, strict=True)]
    keys = {key: at[place] for key, place in headings(pieces[head]).items() if place < len(at)}
    if "target" in keys and not {"level1", "level2"} & keys.keys() and keys["target"] - 1 not in at:
        keys["level3"] = keys["target"] - 1  # one heading stood over all levels
    found = Columns(keys, tuple(spans), dict(zip(pieces[head], at, strict=True)))
    return replace(found, keys=with_values(keys, [_cells(row, found) for row in rows]))


def _cells(row: Sequence[Piece], columns: Columns) -> list[Cell]:
    """The pieces of a line as cells in the columns that they stand under."""
    texts = {columns.under(piece): piece.text for piece in row}
    return [Cell(texts.get(column, ""), Place()) for column in range(len(columns.spans))]


def _matched(heads: Sequence[tuple[int, int]], columns: Sequence[tuple[int, int]]) -> list[int | None]:
    """The column under each heading, in order and with the least distance in all; None for a heading without."""
    best: dict[tuple[int, int], tuple[int, list[int | None]]] = {}

    def least(head: int, column: int) -> tuple[int, list[int | None]]:
        if head == len(heads):
            return 0, []
        if (head, column) not in best:
            tries = [(_ALONE + (rest := least(head + 1, column))[0], [None, *rest[1]])]
            for home in range(column, len(columns)):
                cost, rest_of = least(head + 1, home + 1)
                tries.append((cost + _apart(heads[head], columns[home]), [home, *rest_of]))
            best[head, column] = min(tries, key=lambda found: found[0])
        return best[head, column]

    return least(0, 0)[1]


def _apart(one: tuple[int, int], other: tuple[int, int]) -> int:
    return min(abs(one[0] - other[0]), abs(sum(one) - sum(other)) // 2)


def merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """From where to where columns reach in which cells stand from these places to those."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1] - (_SLACK if found[-1][1] - found[-1][0] >= _FULL else 0):
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def are_parts(line: Sequence[Piece]) -> bool:
    """Whether a line under headings names the parts of one of them (总额、财政拨款、其他资金)."""
    figures = any(NUMERAL.fullmatch(piece.text) for piece in line)
    return not figures and sum(PART.fullmatch(piece.text) is not None for piece in line) > 1


def over_parts(pieces: Pieces, head: int, heading: int, columns: Columns) -> dict[int, str]:
    """The headings by column, one that stands over parts set over the part that is the whole."""
    texts: dict[int, str] = {}
    parts = {columns.under(piece): piece.text for piece in pieces[heading] if PART.fullmatch(piece.text)}
    wholes = [column for column, text in sorted(parts.items()) if fund_kind(text) == "total" or not fund_kind(text)]
    for piece in pieces[head]:
        column = columns.under(piece)
        whole = [each for each in wholes if each <= column] if column in parts else []
        texts[whole[-1] if whole else column] = piece.text
    for piece in pieces[heading]:
        column = columns.under(piece)
        rest = piece.text if column not in parts or column not in texts else ""
        texts[column] = f"{texts.get(column, '')}{rest}"
    return texts


def crosses(spans: Sequence[tuple[int, int]], piece: Piece) -> bool:
    """Whether a piece reaches over several columns: a title among the rows, no cell of them."""
    return sum(overlap(span, piece) > _SLACK for span in spans) > 1


def overlap(span: tuple[int, int], piece: Piece) -> int:
    """How many places both share; how far they are apart, below zero, where none."""
    return min(span[1], piece.end) - max(span[0], piece.start)
