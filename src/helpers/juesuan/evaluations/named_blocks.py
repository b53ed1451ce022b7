"""Several projects beside one another, the headings of an indicator under the name of each: a table a project."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from juesuan.document import Cell
from juesuan.evaluations.cells import filled
from juesuan.evaluations.headings import indicator_headings
from juesuan.evaluations.vocabulary import (
    FUND_HEADINGS,
    INDICATOR_HEADINGS,
    heading_key,
    is_level,
    is_total,
    squeezed,
)

Row = tuple[Cell, ...]
_FEWEST_BLOCKS = 2
_FEWEST_HEADINGS = 3  # of one indicator: its name, its target, its result
_NAME = "项目名称"


@dataclass(frozen=True, slots=True)
class _Heads:
    """Two rows of headings: the columns that all projects share, and those of each, which has its name above."""

    shared: tuple[int, ...]
    blocks: tuple[tuple[int, ...], ...]
    upper: Row
    lower: Row


def by_block(rows: Sequence[Row]) -> list[Row]:
    """The rows; those under headings printed for each of several projects as a table of each."""
    for number in range(len(rows) - 1):
        heads = _heads(rows[number], rows[number + 1])
        if heads is not None:
            end = next((at for at in range(number + 2, len(rows) - 1) if _heads(rows[at], rows[at + 1])), len(rows))
            tables = (row for block in heads.blocks for row in _table(heads, block, rows[number + 2 : end]))
            return [*rows[:number], *tables, *by_block(rows[end:])]
    return list(rows)


def _heads(upper: Row, lower: Row) -> _Heads | None:
    if len(upper) != len(lower):
        return None
    starts = [at for at in filled(upper) if lower[at].text.strip() and lower[at].text != upper[at].text]
    names = [squeezed(upper[at].text) for at in starts]
    if len(set(names)) < _FEWEST_BLOCKS or len(names) != len(set(names)) or not all(map(_is_name, names)):
        return None
    blocks = [tuple(range(start, end)) for start, end in zip(starts, [*starts[1:], len(lower)], strict=True)]
    texts = [tuple(squeezed(lower[at].text) for at in block if lower[at].text.strip()) for block in blocks]
    if len(set(texts)) > 1 or len(texts[0]) < _FEWEST_HEADINGS:
        return None
    heads = _Heads(tuple(range(starts[0])), tuple(block[: len(texts[0])] for block in blocks), upper, lower)
    return heads if indicator_headings(_headings(heads, heads.blocks[0])) else None


def _is_name(text: str) -> bool:
    known = heading_key(text, INDICATOR_HEADINGS) or heading_key(text, FUND_HEADINGS)
    return not (known or is_level(text) or any(map(str.isdigit, text)))


def _headings(heads: _Heads, block: Sequence[int]) -> list[Cell]:
    shared = [heads.upper[at] if heads.upper[at].text.strip() else heads.lower[at] for at in heads.shared]
    return [*shared, *(heads.lower[at] for at in block)]


def _table(heads: _Heads, block: Sequence[int], rows: Sequence[Row]) -> Iterator[Row]:
    """The name of a project, its headings and what stands under them."""
    width = len(heads.upper)
    yield _wide([replace(heads.upper[0], text=_NAME), heads.upper[block[0]]], width)
    yield _wide(_headings(heads, block), width)
    for row in rows:
        if any(row[at].text.strip() for at in block) or is_total(next((row[at].text for at in filled(row)), "")):
            yield _wide([row[at] for at in (*heads.shared, *block)], width)


def _wide(cells: Sequence[Cell], width: int) -> Row:
    return (*cells, *[replace(cells[0], text="")] * (width - len(cells)))
