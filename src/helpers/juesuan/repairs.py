"""Repairs: one figure shown otherwise would mend several failed checks and break none.

Each failed comparison implies, for each figure in it, what the figure would have to be. Where several
imply the same, that figure is the slip and the checks are its witnesses. One slip may be printed in
several cells: those that show the same figure and would have to show the same other one go together.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from juesuan.amounts import YUAN, Amount, plain
from juesuan.checks import Check, Figure, Outcome

Cell = tuple[str, ...]
HELD = (Outcome.PASSED, Outcome.ROUNDING)
_MOST_TERMS = 40  # a longer sum implies nothing certain of a single addend


class Slip(StrEnum):
    """What may happen to the digits of a figure."""

    POINT = "point moved"
    LOST = "digit lost"
    GAINED = "digit gained"
    TURNED = "digits turned"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Repair:
    """`figures` all show one amount; were it `instead`, the checks `mended` (indices) would hold.

    `slip` is what happened to the digits, where they tell; `sure` that no other figure would mend as much.
    """

    figures: tuple[Figure, ...]
    instead: Amount
    mended: frozenset[int]
    slip: Slip
    sure: bool = True

    @property
    def shown(self) -> Amount:
        """The amount that the figures show now."""
        amount = self.figures[0].amount
        assert amount is not None  # only figures with amounts are in comparisons
        return amount


@dataclass(frozen=True, slots=True)
class Equation:
    """A comparison in one unit: the cells with their signs sum to `left`, which may be no more than `reach`."""

    signs: Mapping[Cell, int]
    left: Decimal
    reach: Decimal
    bounded: bool

    def holds(self, change: Decimal, cells: Iterable[Cell]) -> bool:
        """Whether it holds when each of some cells grows by `change`."""
        left = self.left + change * sum(self.signs.get(cell, 0) for cell in cells)
        return left <= self.reach if self.bounded else abs(left) <= self.reach


def repairs(checks: Sequence[Check], failed: Mapping[int, Check]) -> list[Repair]:
    """The repairs that explain failed checks, each check by one at most, the most telling first."""
    wrong = {i: equation for i, check in failed.items() if (equation := _equation(check)) is not None}
    if len(wrong) < 2:
        return []
    figures = {cell_of(figure): figure for i in wrong for _, figure in failed[i].terms}
    touched = set(figures)
    held = [
        equation
        for check in checks
        if check.outcome in HELD and any(cell_of(figure) in touched for _, figure in check.terms)
        if (equation := _equation(check)) is not None
    ]
    return _chosen(list(_candidates(wrong, held, figures)))


def cell_of(figure: Figure) -> Cell:
    """The place of a figure, the same wherever it is compared."""
    if not figure.evidence:
        return (figure.label,)
    first = figure.evidence[0]
    if first.form:
        return first.form, first.row, first.column, str(first.place)
    return str(first.place), first.quote, figure.amount.displayed if figure.amount else ""


def slip(shown: Amount, instead: Amount) -> Slip:
    """What made one display out of another."""
    was, meant = (plain(each.value, each.decimals) for each in (shown, instead))
    was_digits, digits = was.replace(".", "").lstrip("0"), meant.replace(".", "").lstrip("0")
    if was_digits.rstrip("0") == digits.rstrip("0"):
        return Slip.POINT
    if any(was == meant[:n] + meant[n + 1 :] for n in range(len(meant))):
        return Slip.LOST
    if any(meant == was[:n] + was[n + 1 :] for n in range(len(was))):
        return Slip.GAINED
    if any(meant == was[:n] + was[n + 1 : n + 2] + was[n : n + 1] + was[n + 2 :] for n in range(len(was))):
        return Slip.TURNED
    return Slip.NONE


def _candidates(
    wrong: Mapping[int, Equation], held: Sequence[Equation], figures: Mapping[Cell, Figure]
) -> Iterator[Repair]:
    at: dict[Cell, list[Equation]] = defaultdict(list)
    for equation in held:
        for cell in equation.signs:
            at[cell].append(equation)
    implied: dict[Decimal, list[tuple[int, Cell, Decimal]]] = defaultdict(list)
    for i, equation in wrong.items():
        for cell, sign in equation.signs.items():
            implied[_value(figures[cell])].append((i, cell, -sign * equation.left))
    for shown, hints in implied.items():
        if len({i for i, _, _ in hints}) < 2:
            continue
        for change in {change for i, _, change in hints if not wrong[i].bounded}:
            cells = {cell for i, cell, each in hints if abs(each - change) <= wrong[i].reach}
            mended = {i for i, _, _ in hints if wrong[i].holds(change, cells)}
            broken = sum(not equation.holds(change, cells) for equation in _once(at, cells))
            if len(mended) > 1 and 2 * broken < len(mended) and shown + change >= 0:
                own = tuple(figures[cell] for cell in sorted(cells))
                instead = _instead(own[0], change)
                yield Repair(own, instead, frozenset(mended), slip(own[0].amount or instead, instead))


def _chosen(candidates: list[Repair]) -> list[Repair]:
    """Candidates that explain the most first; of equals, the fewest cells and the likeliest slip."""
    chosen: list[Repair] = []
    left = {i for each in candidates for i in each.mended}
    support = Counter(each.instead.value for each in candidates)
    while left:
        ranked = {i: _rank(each, left) for i, each in enumerate(candidates) if len(each.mended & left) > 1}
        if not ranked:
            break
        best = candidates[max(ranked, key=lambda i: (ranked[i], support[candidates[i].instead.value]))]
        rivals = [each for i, each in enumerate(candidates) if ranked.get(i) == _rank(best, left)]
        sure = all(each.figures == best.figures for each in rivals if each.mended & best.mended & left)
        chosen.append(replace(best, mended=best.mended & left, sure=sure))
        left -= best.mended
    return chosen


def _rank(each: Repair, left: set[int]) -> tuple[int, int, bool]:
    return len(each.mended & left), -len(each.figures), bool(each.slip)


def _equation(check: Check) -> Equation | None:
    figures = [figure for _, figure in check.terms]
    if not 2 <= len(figures) <= _MOST_TERMS or any(figure.amount is None or figure.doubt for figure in figures):
        return None
    amounts = [_amount(figure) for figure in figures]
    if len({amount.unit for amount in amounts}) > 1:
        return None
    signs: Counter[Cell] = Counter()
    for sign, figure in check.terms:
        signs[cell_of(figure)] += sign * _direction(figure)
    left = sum((sign * amount.value for (sign, _), amount in zip(check.terms, amounts, strict=True)), Decimal(0))
    return Equation(signs, left, sum((amount.half for amount in amounts), Decimal(0)), check.bounded)


def _amount(figure: Figure) -> Amount:
    assert figure.amount is not None
    return figure.amount.into(YUAN) if figure.amount.is_money else figure.amount


def _value(figure: Figure) -> Decimal:
    return abs(_amount(figure).value)


def _direction(figure: Figure) -> int:
    """-1 for a figure that a comparison takes off (`compare.negated`): its cell shows the amount itself."""
    return -1 if figure.amount is not None and figure.amount.value < 0 else 1


def _once(at: Mapping[Cell, Sequence[Equation]], cells: Iterable[Cell]) -> list[Equation]:
    return list({id(equation): equation for cell in cells for equation in at.get(cell, ())}.values())


def _instead(figure: Figure, change: Decimal) -> Amount:
    """What a figure would show after a change, in its own unit and to its own places."""
    assert figure.amount is not None
    value = _value(figure) + change
    own = figure.amount
    amount = Amount(value, YUAN, 0, "").into(own.unit) if own.is_money else Amount(value, own.unit, 0, "")
    return Amount(amount.value.quantize(own.step) if own.decimals >= 0 else amount.value, own.unit, own.decimals, "")
