"""Whether an identity can hold of displayed figures: half-units propagated, never a fixed tolerance.

Pure functions over intervals (`Amount.interval`, or `shown` for a bare decimal), for rules and for
readers that try a figure in several columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from juesuan.amounts import Interval
from juesuan.identities.table import RowIdentity

_NOTHING = Interval(Decimal(0), Decimal(0))


def shown(value: Decimal, decimals: int) -> Interval:
    """Every value that a figure shown to so many decimals can stand for."""
    half = Decimal(1).scaleb(-decimals) / 2
    return Interval(value - half, value + half)


def total(terms: Iterable[tuple[int, Interval]]) -> Interval:
    """Every value that terms, each with its sign, can come to."""
    reach = _NOTHING
    for sign, term in terms:
        reach = reach + term if sign > 0 else reach - term
    return reach


def holds(whole: Interval, parts: Iterable[tuple[int, Interval]]) -> bool:
    """Whether a whole can be the sum of its parts."""
    return whole.meets(total(parts))


def _parts_of(keys: set[str]) -> set[str]:
    """The keys of columns that are parts of another one given."""
    return {key for key in keys if key.partition(":")[0] in keys - {key}}


def row_holds(identity: RowIdentity, cells: Mapping[str, Interval]) -> bool:
    """Whether a row's cells, by key, can satisfy an identity; a blank cell (no entry) is nothing."""
    given = {key for _, key in identity.parts if key in cells}
    parts = [(sign, cells[key]) for sign, key in identity.parts if key in given - _parts_of(given)]
    return holds(cells.get(identity.whole, _NOTHING), parts)
