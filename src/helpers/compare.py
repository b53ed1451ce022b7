"""Comparing figures: equality, sums, quotients and rates of change with propagated rounding.

Each function makes one `Check`. Nothing here knows a form or a sentence; labels come in from
the rules. A side without amount, or with a doubt, gives `unchecked` with that reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from helpers.amounts import PERCENT, Amount, Interval, plain
from helpers.checks import Check, Evidence, Figure, Outcome, Severity

HUNDRED = Decimal(100)


def not_applicable(subject: str, reason: str) -> Check:
    """The document has nothing of the kind the claim is about."""
    return Check(subject, Outcome.NOT_APPLICABLE, reason=reason)


def unchecked(subject: str, reason: str, *figures: Figure) -> Check:
    """The claim applies, but an input is missing or was not read with certainty."""
    return Check(subject, Outcome.UNCHECKED, reason=reason, evidence=gather(*figures))


def passed(subject: str, left: Figure | None = None, right: Figure | None = None) -> Check:
    """A claim about words or order that holds."""
    return Check(subject, Outcome.PASSED, left, right)


def finding(
    subject: str,
    zh: str,
    en: str,
    evidence: Sequence[Evidence],
    *,
    stated: str = "",
    expected: str = "",
    severity: Severity = Severity.ERROR,
) -> Check:
    """A claim about words or order that does not hold; `zh` and `en` say so in one sentence."""
    return Check(
        subject,
        Outcome.FAILED,
        zh=zh,
        en=en,
        evidence=tuple(evidence),
        stated=stated,
        expected=expected,
        severity=severity,
    )


def gather(*figures: Figure) -> tuple[Evidence, ...]:
    """The evidence of several sides, each place once."""
    return tuple(dict.fromkeys(item for figure in figures for item in figure.evidence))


def doubt_in(figures: Sequence[Figure]) -> str:
    """Why these figures cannot be compared; empty where they can."""
    for figure in figures:
        if figure.doubt:
            return figure.doubt
        if figure.amount is None:
            return f"{figure.label}：没有数字"
    return ""


def equal(left: Figure, right: Figure, subject: str = "", *, severity: Severity = Severity.ERROR) -> Check:
    """Two displays of one figure. The finer one may round, or be cut, to the coarser one."""
    subject = subject or left.label
    if doubt := doubt_in((left, right)):
        return unchecked(subject, doubt, left, right)
    a, b = _amount(left), _amount(right)
    if a.unit != b.unit:
        if not (a.is_money and b.is_money):
            return unchecked(subject, f"{left.label}与{right.label}单位不同：{a.unit}、{b.unit}", left, right)
        b = b.into(a.unit)
    coarse, fine = (a, b) if a.decimals <= b.decimals else (b, a)
    difference = a.value - b.value
    tolerance = a.half + b.half
    if _round(fine.value, coarse) == coarse.value:
        outcome = Outcome.PASSED
    elif a.interval.meets(b.interval) or (fine.decimals > coarse.decimals and _cut(fine.value, coarse) == coarse.value):
        outcome = Outcome.ROUNDING
    else:
        outcome = Outcome.FAILED
    return _report(subject, outcome, left, right, difference, tolerance, a.unit, severity)


def at_most(part: Figure, whole: Figure, subject: str = "", *, severity: Severity = Severity.ERROR) -> Check:
    """A figure that another one includes: it may be less, and no more than rounding above it."""
    subject = subject or part.label
    if doubt := doubt_in((part, whole)):
        return unchecked(subject, doubt, part, whole)
    a, b = _amount(part), _amount(whole)
    if a.unit != b.unit:
        if not (a.is_money and b.is_money):
            return unchecked(subject, f"{part.label}与{whole.label}单位不同：{a.unit}、{b.unit}", part, whole)
        b = b.into(a.unit)
    over = a.value - b.value
    if over <= 0:
        return passed(subject, part, whole)
    outcome = Outcome.ROUNDING if a.interval.meets(b.interval) else Outcome.FAILED
    check = _report(subject, outcome, part, whole, over, a.step / 2 + b.step / 2, a.unit, severity)
    gap = f"{_trim(over)}{_unit(a.unit)}"
    return replace(
        check,
        zh=f"{part.label}为{_shown(a)}，不应大于{whole.label}的{_shown(b)}，多出{gap}。",
        en=f"{part.label} is {_shown(a)} and should not exceed {whole.label}, {_shown(b)}; it is {gap} more.",
    )


def sums_to(
    total: Figure,
    parts: Sequence[Figure],
    subject: str = "",
    *,
    parts_label: str = "",
    severity: Severity = Severity.ERROR,
) -> Check:
    """A total and its parts; each of the n parts carries half a unit, and so does the total.

    Parts may be negative figures (use `negated`). The tolerance is the sum of the half-units.
    """
    subject = subject or total.label
    if doubt := doubt_in((total, *parts)):
        return unchecked(subject, doubt, total, *parts)
    if not parts:
        return unchecked(subject, f"{total.label}：没有分项", total)
    whole = _amount(total)
    try:
        amounts = [_amount(part).into(whole.unit) for part in parts]
    except ValueError:
        return unchecked(subject, f"{total.label}与分项单位不同", total, *parts)
    value = sum((amount.value for amount in amounts), Decimal(0))
    tolerance = whole.half + sum((amount.half for amount in amounts), Decimal(0))
    difference = whole.value - value
    if difference == 0:
        outcome = Outcome.PASSED
    else:
        outcome = Outcome.ROUNDING if abs(difference) <= tolerance else Outcome.FAILED
    decimals = max(amount.decimals for amount in (whole, *amounts))
    computed = Amount(value, whole.unit, decimals, plain(value, decimals))
    formula = " + ".join(amount_text(part) for part in parts).replace("+ -", "− ")
    right = Figure(
        f"{parts_label or '各分项之和'}（{formula}）"
        if len(parts) <= 14
        else (parts_label or f"{len(parts)}个分项之和"),
        computed,
        gather(*parts),
    )
    return _report(subject, outcome, total, right, difference, tolerance, whole.unit, severity)


def negated(figure: Figure) -> Figure:
    """The same figure as a part to be taken off."""
    if figure.amount is None:
        return figure
    amount = replace(figure.amount, value=-figure.amount.value, displayed=f"-{figure.amount.displayed}")
    return replace(figure, amount=amount)


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
    numerator, denominator = _amount(part), _amount(whole)
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
    return _rate(subject, rate, value, reach, label, gather(part, whole), severity)


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
    now, move = _amount(current), _amount(change)
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
    return _rate(subject, rate, value, Interval(min(known), max(known)), label, gather(current, change), severity)


def amount_text(figure: Figure) -> str:
    """The figure as displayed, without its unit; empty where there is none."""
    if figure.amount is None:
        return ""
    return plain(figure.amount.value, max(figure.amount.decimals, 0))


def _after(first: Figure, second: Figure) -> str:
    """The second label without the place that it shares with the first."""
    place, said, _ = first.label.partition("所述")
    return second.label.removeprefix(f"{place}{said}") if said else second.label


def _amount(figure: Figure) -> Amount:
    assert figure.amount is not None  # doubt_in has been asked before
    return figure.amount


def _round(value: Decimal, like: Amount) -> Decimal:
    return (value / like.step).quantize(Decimal(1), ROUND_HALF_UP) * like.step


def _cut(value: Decimal, like: Amount) -> Decimal:
    return (value / like.step).quantize(Decimal(1), ROUND_DOWN) * like.step


def _growth(now: Decimal, move: Decimal, rising: bool) -> Decimal | None:
    prior = now - move if rising else now + move
    return move / prior * HUNDRED if prior > 0 else None


def _rate(
    subject: str,
    rate: Figure,
    value: Decimal,
    reach: Interval,
    label: str,
    evidence: tuple[Evidence, ...],
    severity: Severity,
) -> Check:
    said = _amount(rate)
    decimals = max(said.decimals, 2)
    shown = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    right = Figure(label, Amount(shown, PERCENT, decimals, f"{plain(shown, decimals)}%"), evidence)
    if _round(value, said) == said.value:
        outcome = Outcome.PASSED
    else:
        outcome = Outcome.ROUNDING if said.interval.meets(reach) else Outcome.FAILED
    tolerance = said.half + (reach.high - reach.low) / 2
    return _report(subject, outcome, rate, right, said.value - shown, tolerance, PERCENT, severity)


def _report(
    subject: str,
    outcome: Outcome,
    left: Figure,
    right: Figure,
    difference: Decimal,
    tolerance: Decimal,
    unit: str,
    severity: Severity,
) -> Check:
    a, b = _amount(left), _amount(right)
    far, most = _trim(abs(difference)), _trim(tolerance)
    gap, room = f"{far}{_unit(unit)}", f"{most}{_unit(unit)}"
    en_unit = " percentage points" if unit == PERCENT else f" {unit}"
    zh = en = ""
    if outcome in (Outcome.FAILED, Outcome.ROUNDING):
        zh = f"{left.label}为{_shown(a)}，{right.label}为{_shown(b)}，相差{gap}，"
        en = f"{left.label} is {_shown(a)}, {right.label} is {_shown(b)}; they differ by {far}{en_unit}, "
        if outcome is Outcome.FAILED:
            zh += f"超出四舍五入所能解释的{room}。"
            en += f"more than the {most}{en_unit} that rounding explains."
        elif abs(difference) <= tolerance:
            zh += f"在四舍五入所能解释的{room}之内。"
            en += f"within the {most}{en_unit} that rounding explains."
        else:
            zh += "是截去末位而非四舍五入所致。"
            en += "because digits were cut off instead of rounded."
    return Check(
        subject,
        outcome,
        left,
        right,
        difference,
        tolerance,
        zh=zh,
        en=en,
        severity=severity,
        evidence=gather(left, right),
        stated=_shown(a),
        expected=_shown(b),
    )


def _unit(unit: str) -> str:
    return "个百分点" if unit == PERCENT else f" {unit}"


def _shown(amount: Amount) -> str:
    text = amount.displayed or plain(amount.value, max(amount.decimals, 0))
    if amount.unit == PERCENT:
        return text if text.endswith("%") else f"{text}%"
    return f"{text} {amount.unit}"


def _trim(value: Decimal) -> str:
    return format(value.quantize(Decimal("0.00001")).normalize(), "f")
