"""Which columns the amounts of a row belong to, where blank cells left no trace.

The row's own arithmetic decides first, then the sums over its sisters; what stays open is kept
with a doubt.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from juesuan.forms.draft import Reading, Row
from juesuan.identities.table import RowIdentity

UNDECIDED = "空白单元格未留痕迹，无法确定数字所在栏"
_MOST = 20000  # joint placings that are worth trying

Placing = dict[str, Reading]
Holds = Callable[[Mapping[str, Decimal]], bool]


def placings(amounts: Sequence[Reading], order: Sequence[str], holds: Holds) -> list[Placing]:
    """Every way to put the amounts into columns in their order in which the row's arithmetic holds.

    Ways that differ only in where a zero stands count as one.
    """
    found: dict[tuple[tuple[str, Decimal], ...], Placing] = {}
    for keys in combinations(order, len(amounts)):
        placing = dict(zip(keys, amounts, strict=True))
        if holds(values(placing)):
            found.setdefault(tuple((k, v) for k, v in values(placing).items() if v), placing)
    return list(found.values())


def anyhow(amounts: Sequence[Reading], order: Sequence[str], whole: str) -> list[Placing]:
    """Every way to put the amounts into columns in their order, whatever they come to.

    The whole, where the form has one, is never blank beside its parts.
    """
    every = [dict(zip(keys, amounts, strict=True)) for keys in combinations(order, len(amounts))]
    return [placing for placing in every if not whole or whole in placing]


def used(placing: Mapping[str, Reading]) -> set[str]:
    """The columns that hold something other than zero."""
    return {key for key, reading in placing.items() if reading.amount.value}


def values(placing: Mapping[str, Reading]) -> dict[str, Decimal]:
    """The bare values of a placing."""
    return {key: reading.amount.value for key, reading in placing.items()}


def sums(whole: str, parts: Sequence[str], slack: Decimal) -> Holds:
    """The claim that a row's whole is the sum of its parts, up to `slack` a part for rounding."""

    def holds(row: Mapping[str, Decimal]) -> bool:
        present = [row[part] for part in parts if part in row]
        if not present:
            return True
        return whole in row and abs(row[whole] - sum(present)) <= slack * (len(present) + 1)

    return holds


def balance(whole: str, parts: Sequence[tuple[int, str]], slack: Decimal) -> Holds:
    """The claim that a row's whole is what its parts come to, each with its sign; a blank is nothing."""

    def holds(row: Mapping[str, Decimal]) -> bool:
        total = sum((sign * row.get(key, Decimal(0)) for sign, key in parts), Decimal(0))
        return abs(row.get(whole, Decimal(0)) - total) <= slack * (len(parts) + 1)

    return holds


def within(placing: Mapping[str, Reading], keys: set[str]) -> bool:
    """Whether a placing uses no other columns than these for anything but zero."""
    return all(key in keys for key, value in values(placing).items() if value)


def agree_on(options: Sequence[Placing]) -> Placing:
    """The first placing, with a doubt on every figure that another option puts elsewhere."""
    first = options[0]
    return {
        key: reading if all(other.get(key) is reading for other in options) else reading.doubted(UNDECIDED)
        for key, reading in first.items()
    }


def jointly(
    children: Sequence[Sequence[Placing]],
    parent: Mapping[str, Decimal],
    keys: Sequence[str],
    slack: Decimal,
    wrong: int = 0,
) -> list[list[Placing]]:
    """For each child the options that remain when all children together must sum to their parent.

    `wrong` is the number of columns that may fail to. Returned unchanged where there are too many
    combinations or none fits (a list that leaves children out).
    """
    count = 1
    for options in children:
        count *= max(len(options), 1)
    if count == 1 or count > _MOST:
        return [list(options) for options in children]
    room = slack * (len(children) + 1)
    fitting = [chosen for chosen in _choices(children) if _misfits(chosen, parent, keys, room) <= wrong]
    if not fitting:
        return [list(options) for options in children]
    return [_distinct([chosen[i] for chosen in fitting]) for i in range(len(children))]


def settle(row: Row, options: Sequence[Placing]) -> Row:
    """The row with its amounts in their columns; doubted where there is no single placing.

    Then its blanks are no certain blanks either, so the row is doubted as a whole, but a figure
    that every placing puts into the same column is certain.
    """
    if not row.loose:
        return row
    if not options:
        return row.doubted(UNDECIDED)
    placed = row.with_figures({**row.figures, **agree_on(options)})
    if row.doubt:
        return placed.doubted(row.doubt)
    return placed if len(options) == 1 else replace(placed, doubt=row.doubt or UNDECIDED)


def placed_by(sums: Sequence[RowIdentity], width: int, before: Row, row: Row) -> Row:
    """The row with the identity that chose the column of each figure that was loose `before`.

    `width` is the number of columns: as many figures leave no choice.
    """
    if not before.loose or len(before.loose) >= width:
        return row
    names: dict[str, str] = {}
    for identity in sums:
        for key in (identity.whole, *(key for _, key in identity.parts)):
            names.setdefault(key, identity.name)
    chosen = {key: names[key] for key in row.figures if key in names and key not in before.figures}
    return row.with_figures({k: replace(r, placed_by=chosen[k]) if k in chosen else r for k, r in row.figures.items()})


def _choices(children: Sequence[Sequence[Placing]]) -> list[list[Placing]]:
    chosen: list[list[Placing]] = [[]]
    for options in children:
        chosen = [[*before, option] for before in chosen for option in (options or [{}])]
    return chosen


def _misfits(chosen: Sequence[Placing], parent: Mapping[str, Decimal], keys: Sequence[str], room: Decimal) -> int:
    """The number of columns in which the children do not sum to their parent."""
    rows = [values(each) for each in chosen]
    sums = {key: sum((row.get(key, Decimal(0)) for row in rows), Decimal(0)) for key in keys}
    return sum(abs(total - parent.get(key, Decimal(0))) > room for key, total in sums.items())


def _distinct(options: Sequence[Placing]) -> list[Placing]:
    seen: dict[tuple[tuple[str, int], ...], Placing] = {}
    for option in options:
        seen.setdefault(tuple((key, id(reading)) for key, reading in option.items()), option)
    return list(seen.values())
