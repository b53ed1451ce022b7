"""Rows that hold more or fewer cells than their table: a blank was lost, or a number fell into two.

Such a row is set right where only one way gives every column what it holds elsewhere; else it is
reported, and its figures must be placed by arithmetic.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from juesuan.amounts import is_blank, parse_amount
from juesuan.document import Cell, Place
from juesuan.forms.headings import own_width
from juesuan.forms.tables import IndexedRow
from juesuan.forms.text import flat, has_words

UNEVEN = "单元格数与表头不符"
_USUAL = 0.6  # share of rows of one width that makes it the table's
_FEW = 3  # rows that are too few to outvote the headings
_MOST = 2  # cells lost or gained that are worth setting right

_LABELS = 2  # columns in which the label of a total may stand
_TOTAL = re.compile(r"^(?:合计|总计|小计)$")

Cells = tuple[Cell, ...]


def set_right(body: Sequence[IndexedRow], headed: int) -> tuple[tuple[IndexedRow, ...], frozenset[int]]:
    """The rows, set right where certain, and the indices of those that are not.

    `headed` is the number of cells in the headings.
    """
    widths = [own_width(cells) for _, cells in body]
    usual = _usual(widths, headed)
    regular = [cells for (_, cells), width in zip(body, widths, strict=True) if width == usual]
    keeps_blanks = any(not cells[usual - 1].text.strip() for cells in regular)
    kinds = [{_kind(cells[column]) for cells in regular} | {""} for column in range(usual)]
    columns = [Counter(_rough(cells[c]) for _, cells in body if c < len(cells)) for c in range(max(widths, default=0))]
    done: list[IndexedRow] = []
    uneven: set[int] = set()
    for (index, cells), width in zip(body, widths, strict=True):
        trimmed = width < usual and not keeps_blanks and _is_like_others(cells[:width], columns)
        if not usual or width == usual or trimmed:
            done.append((index, cells))
            continue
        ways = _one_label(_distinct(way for way in _ways(cells[:width], usual) if _suits(way, kinds)))
        if len(ways) != 1:
            uneven.add(index)
        done.append((index, ways[0] if ways else cells))
    return tuple(done), frozenset(uneven)


def _usual(widths: Sequence[int], headed: int) -> int:
    """The width that most rows have, `headed` where there are too few to tell, 0 where none is usual."""
    if headed >= max(widths, default=0) or len(widths) < _FEW:
        return headed
    width, count = Counter(widths).most_common(1)[0]
    return width if count >= _USUAL * len(widths) else 0


def _kind(cell: Cell) -> str:
    """What a cell holds: nothing, words, whole digits, or a number with a fraction."""
    if is_blank(cell.text):
        return ""
    if has_words(cell.text):
        return "words"
    amount = parse_amount(cell.text, "")
    if amount is None:
        return "other"
    return f"places {amount.decimals}"


def _rough(cell: Cell) -> str:
    """What a cell holds without telling numbers apart."""
    kind = _kind(cell)
    return "number" if kind.startswith("places") else kind


def _is_like_others(cells: Cells, columns: Sequence[Counter[str]]) -> bool:
    """Whether each cell holds what another row holds in its column, or stands there alone."""
    for cell, column in zip(cells, columns, strict=False):
        kind = _rough(cell)
        filled = column.total() - column[""]
        if kind and column[kind] == 1 and filled > 1 and not _TOTAL.match(flat(cell.text)):
            return False
    return True


def _ways(cells: Cells, usual: int) -> Iterator[Cells]:
    """Every way to bring a row to the usual width: blanks put in, or neighbours put together."""
    missing = usual - len(cells)
    if 0 < missing <= _MOST:
        for places in combinations(range(usual), missing):
            rest = iter(cells)
            yield tuple(Cell("", Place()) if column in places else next(rest) for column in range(usual))
    elif 0 < -missing <= _MOST:
        alike = [c for c, (a, b) in enumerate(pairwise(cells)) if _rough(a) == _rough(b)]
        for seams in combinations(alike, -missing):
            yield _sewn(cells, seams)


def _sewn(cells: Cells, seams: Sequence[int]) -> Cells:
    done: list[Cell] = []
    for column, cell in enumerate(cells):
        if column - 1 in seams and done:
            done[-1] = replace(done[-1], text=f"{done[-1].text}{cell.text}")
        else:
            done.append(cell)
    return tuple(done)


def _suits(cells: Cells, kinds: Sequence[set[str]]) -> bool:
    return all(
        _kind(cell) in allowed or (column < _LABELS and _TOTAL.match(flat(cell.text)))
        for column, (cell, allowed) in enumerate(zip(cells, kinds, strict=True))
    )


def _one_label(ways: list[Cells]) -> list[Cells]:
    """One of the ways that differ only in which of the first columns the label of a total stands."""
    beyond = {tuple(cell.text for cell in way[_LABELS:]) for way in ways}
    labels = {"".join(cell.text for cell in way[:_LABELS]) for way in ways}
    return ways[:1] if len(beyond) == 1 and len(labels) == 1 else ways


def _distinct(ways: Iterator[Cells]) -> list[Cells]:
    seen: dict[tuple[str, ...], Cells] = {}
    for way in ways:
        seen.setdefault(tuple(cell.text for cell in way), way)
    return list(seen.values())
