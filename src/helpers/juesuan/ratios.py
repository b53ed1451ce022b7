"""Comparing percentages: shares, completions and rates of change, within what their figures' rounding can reach.

Like `juesuan.compare`, each function makes one `Check` and knows no form and no sentence.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from juesuan.amounts import PERCENT, Amount, Interval, plain
from juesuan.checks import Check, Figure, Outcome, Severity
from juesuan.compare import Gap, amount_of, amount_text, doubt_in, gather, report, rounded, unchecked

HUNDRED = Decimal(100)


def is_share(
    rate: Figure,
    part: Figure,
    whole: Figure,
    subject: str = "",
    *,
    severity: Severity = Severity.ERROR,
) -> Check:
    """A percentage said of two displayed figures: part ÷ whole, within what their rounding can reach."""
    subject = subject or rate.label
    if doubt := doubt_in((rate, part, whole)):
        return unchecked(subject, doubt, rate, part, whole)
    numerator, denominator = amount_of(part), amount_of(whole)
    if numerator.unit != denominator.unit:
        if not (numerator.is_money and denominator.is_money):
            return unchecked(subject, f"{part.label}与{whole.label}单位不同", rate, part, whole)
        numerator = numerator.into(denominator.unit)
    if denominator.value == 0:
        return unchecked(subject, f"{whole.label}为零，比率没有意义", rate, part, whole)
    try:
        reach = (numerator.interval / denominator.interval) * HUNDRED
    except ZeroDivisionError:
        return unchecked(subject, f"{whole.label}小到不能求比率", rate, part, whole)
    value = numerator.value / denominator.value * HUNDRED
    label = f"{_after(rate, part)}÷{_after(rate, whole)}（{amount_text(part)}÷{amount_text(whole)}）"
    return _rate(subject, rate, value, reach, label, (part, whole), severity)


def is_growth(
    rate: Figure,
    current: Figure,
    change: Figure,
    rising: bool,
    subject: str = "",
    *,
    severity: Severity = Severity.ERROR,
) -> Check:
    """A rate of change said with the change: change ÷ (current ∓ change), the prior year implied."""
    subject = subject or rate.label
    if doubt := doubt_in((rate, current, change)):
        return unchecked(subject, doubt, rate, current, change)
    now, move = amount_of(current), amount_of(change)
    if not (now.is_money and move.is_money) and now.unit != move.unit:
        return unchecked(subject, f"{current.label}与{change.label}单位不同", rate, current, change)
    now = now.into(move.unit) if now.unit != move.unit else now
    ends = [
        _growth(n, m, rising)
        for n in (now.interval.low, now.interval.high)
        for m in (move.interval.low, move.interval.high)
    ]
    value = _growth(now.value, move.value, rising)
    known = [end for end in ends if end is not None]
    if value is None or len(known) < len(ends):
        return unchecked(subject, "上年数推算为零，增减率没有意义", rate, current, change)
    moved = amount_text(change)
    label = f"{_after(rate, change)}÷上年数（{moved}÷({amount_text(current)}{'-' if rising else '+'}{moved})）"
    return _rate(subject, rate, value, Interval(min(known), max(known)), label, (current, change), severity)


def _after(first: Figure, second: Figure) -> str:
    """The second label without the place that it shares with the first."""
    place, said, _ = first.label.partition("所述")
    return second.label.removeprefix(f"{place}{said}") if said else second.label


def _growth(now: Decimal, move: Decimal, rising: bool) -> Decimal | None:
    prior = now - move if rising else now + move
    return move / prior * HUNDRED if prior > 0 else None


def _rate(
    subject: str,
    rate: Figure,
    value: Decimal,
    reach: Interval,
    label: str,
    parts: tuple[Figure, ...],
    severity: Severity,
) -> Check:
    said = amount_of(rate)
    decimals = max(said.decimals, 2)
    shown = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    right = Figure(label, Amount(shown, PERCENT, decimals, f"{plain(shown, decimals)}%"), gather(*parts), parts=parts)
    if rounded(value, said) == said.value:
        outcome = Outcome.PASSED
    else:
        outcome = Outcome.ROUNDING if said.interval.meets(reach) else Outcome.FAILED
    difference = said.value - value
    end = reach.high if difference > 0 else reach.low
    return report(subject, outcome, rate, right, Gap(difference, said.half + abs(end - value), PERCENT), severity)
