"""Setting the cells of a row under the headings they belong to, where a conversion may have shifted them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from juesuan.document import Cell
from juesuan.evaluations.cells import is_empty, money_in, percent_in
from juesuan.evaluations.quantities import points_in

IGNORED = "ignored"  # begins the key of every column that is set aside
POINTS = ("weight", "score")
PERCENTS = ("rate", "completion")
MONEYS = ("opening", "adjustment", "budget", "executed", "received", "balance")
_SHIFTS = (0, 1, -1, 2, -2, 3, -3)


@dataclass(frozen=True, slots=True)
class Headings:
    """Column numbers by key, as the headings stand, and the usual shift of the rows under them."""

    columns: dict[str, int]
    shift: int = 0

    def key_at(self, column: int) -> str:
        return next((key for key, at in self.columns.items() if at == column), "")

    def in_order(self) -> list[str]:
        return sorted(self.columns, key=lambda key: self.columns[key])


def fits(key: str, text: str) -> bool:
    """Whether a cell's text can be what its column asks for; blanks fit everywhere."""
    if is_empty(text):
        return True
    if key in POINTS:
        return points_in(text) is not None
    if key in PERCENTS:
        return percent_in(text) is not None
    if key in MONEYS:
        amount = money_in(text, "万元")
        return amount is not None and amount.is_money
    return True


def shifts(usual: int) -> list[int]:
    """The shifts to try, the unshifted row first, then the one its neighbours had."""
    return list(dict.fromkeys((0, usual, *_SHIFTS)))


def in_sequence(row: Sequence[Cell], at: Sequence[int], keys: Sequence[str]) -> dict[str, int]:
    """Cells taken for the keys one after the other; empty where number or kind of the cells differ."""
    if len(at) != len(keys) or not all(fits(key, row[column].text) for key, column in zip(keys, at, strict=True)):
        return {}
    return dict(zip(keys, at, strict=True))


def by_position(row: Sequence[Cell], at: Sequence[int], headings: Headings) -> dict[str, int]:
    """Cells that all stand under a heading, with one shift for the whole row; empty where none will do."""
    for shift in shifts(headings.shift):
        found = {headings.key_at(column - shift): column for column in at}
        if "" not in found and all(fits(key, row[column].text) for key, column in found.items()):
            return found
    return {}
