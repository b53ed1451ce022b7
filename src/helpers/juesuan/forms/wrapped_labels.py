"""Names that wrap over several lines, put together around the codes they belong to.

A converter writes the lines of a name above, beside and below its code and figures: as many above as below
where the cell is centred, all below where it is not. Which lines belong to which row is the cheapest
division over all rows; a name that its code is known by decides where two are as cheap.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from juesuan.forms.tables import Kind, TableRow, label_of
from juesuan.forms.text import flat

_TOTAL = re.compile(r"合计|总计|小计")
_MOST = 4  # lines of a name above or below its row
_KNOWN = -4.0  # a name that the code is known by
_CENTRED, _BELOW, _LOPSIDED, _NAMELESS = 1.0, 0.5, 5.0, 6.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A row with the label that belongs to it; `wrapped` tells that it was put together from several lines."""

    row: TableRow
    label: str
    wrapped: bool
    lines: tuple[TableRow, ...]


def entries(rows: Sequence[TableRow], is_known: Callable[[TableRow, str], bool]) -> list[Entry]:
    """Every row that is more than the piece of a name, with its whole name."""
    anchors = [index for index, row in enumerate(rows) if not is_piece(row)]
    if not anchors:
        return []
    gaps = [b - a - 1 for a, b in zip([-1, *anchors], [*anchors, len(rows)], strict=True)]
    above = _division(rows, anchors, gaps, is_known)
    done = []
    for place, anchor in enumerate(anchors):
        before = above[place]
        after = gaps[place + 1] - (above[place + 1] if place + 1 < len(anchors) else 0)
        done.append(_entry(rows, anchor, before, after))
    return done


def is_piece(row: TableRow) -> bool:
    """Whether a row holds words only, and none of a total."""
    return bool(row.tokens) and all(t.kind is Kind.LABEL for t in row.tokens) and not _TOTAL.search(flat(row.label))


def _entry(rows: Sequence[TableRow], anchor: int, before: int, after: int) -> Entry:
    lines = tuple(rows[anchor - before : anchor + 1 + after])
    label = label_of(token for line in lines for token in line.tokens)
    return Entry(rows[anchor], label, rows[anchor].wrapped or before + after > 0, lines)


def _division(
    rows: Sequence[TableRow],
    anchors: Sequence[int],
    gaps: Sequence[int],
    is_known: Callable[[TableRow, str], bool],
) -> list[int]:
    """For each row how many of the lines above it are its own."""
    best: dict[int, tuple[float, list[int]]] = {k: (0.0, [k]) for k in range(min(gaps[0], _MOST) + 1)}
    for place, anchor in enumerate(anchors):
        last = place + 1 == len(anchors)
        following: dict[int, tuple[float, list[int]]] = {}
        for before, (cost, chosen) in best.items():
            gap = gaps[place + 1]
            for after in [gap] if last else range(gap + 1):
                whole = cost + _cost(rows, anchor, before, after, is_known)
                if gap - after not in following or whole < following[gap - after][0]:
                    following[gap - after] = (whole, [*chosen, gap - after])
        best = following
    _, chosen = min(best.values(), key=lambda each: each[0])
    return chosen[:-1]


def _cost(
    rows: Sequence[TableRow], anchor: int, before: int, after: int, is_known: Callable[[TableRow, str], bool]
) -> float:
    if max(before, after) > _MOST:
        return _LOPSIDED * (before + after)
    row = rows[anchor]
    own = bool(row.label)
    cost = _shape(own, before, after)
    if not before + after:
        return cost
    return cost + (_KNOWN if is_known(row, _entry(rows, anchor, before, after).label) else 0.0)


def _shape(own: bool, before: int, after: int) -> float:
    """How unusual it is that a name lies so around its row; `own` tells that a part stands in the row itself."""
    if before == after:
        return 0.0 if before and not own else _CENTRED if before else 0.0 if own else _NAMELESS
    if own and not before:
        return _BELOW
    return _LOPSIDED
