"""Comparing figures: equality, bounds and sums with propagated rounding (quotients: `juesuan.ratios`).

Each function makes one `Check`. Nothing here knows a form or a sentence; labels come in from
the rules. A side without amount, or with a doubt, gives `unchecked` with that reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from juesuan.amounts import MONEY_UNITS, PERCENT, Amount, grouped, plain
from juesuan.checks import Check, Evidence, Figure, Outcome, Severity


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
    return tuple(dict.fromkeys([item for figure in figures for item in figure.evidence]))


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
    a, b = amount_of(left), amount_of(right)
    if a.unit != b.unit:
        if not (a.is_money and b.is_money):
            return unchecked(subject, f"{left.label}与{right.label}单位不同：{a.unit}、{b.unit}", left, right)
        b = b.into(a.unit)
    coarse, fine = (a, b) if a.decimals <= b.decimals else (b, a)
    cut = False
    if rounded(fine.value, coarse) == coarse.value:
        outcome = Outcome.PASSED
    elif a.interval.meets(b.interval):
        outcome = Outcome.ROUNDING
    else:
        cut = fine.decimals > coarse.decimals and _cut(fine.value, coarse) == coarse.value
        outcome = Outcome.ROUNDING if cut else Outcome.FAILED
    gap = Gap(a.value - b.value, a.half + b.half, a.unit, cut)
    return report(subject, outcome, left, right, gap, severity, terms=((1, left), (-1, right)))


def at_most(part: Figure, whole: Figure, subject: str = "", *, severity: Severity = Severity.ERROR) -> Check:
    """A figure that another one includes: it may be less, and no more than rounding above it."""
    subject = subject or part.label
    if doubt := doubt_in((part, whole)):
        return unchecked(subject, doubt, part, whole)
    a, b = amount_of(part), amount_of(whole)
    if a.unit != b.unit:
        if not (a.is_money and b.is_money):
            return unchecked(subject, f"{part.label}与{whole.label}单位不同：{a.unit}、{b.unit}", part, whole)
        b = b.into(a.unit)
    over = a.value - b.value
    if over <= 0:
        return replace(passed(subject, part, whole), terms=((1, part), (-1, whole)), bounded=True)
    outcome = Outcome.ROUNDING if a.interval.meets(b.interval) else Outcome.FAILED
    most = Gap(over, a.half + b.half, a.unit)
    terms = ((1, part), (-1, whole))
    check = report(subject, outcome, part, whole, most, severity, terms=terms, bounded=True)
    gap = f"{_trim(over)}{_unit(a.unit)}"
    most_shown = restated(amount_of(whole), a.unit)
    return replace(
        check,
        zh=f"{part.label}为{a.shown}，不应大于{whole.label}的{most_shown}，多出{gap}。",
        en=f"{part.label} is {a.shown} and should not exceed {whole.label}, {most_shown}; it is {gap} more.",
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
    whole = amount_of(total)
    try:
        amounts = [amount_of(part).into(whole.unit) for part in parts]
    except ValueError:
        return unchecked(subject, f"{total.label}与分项单位不同", total, *parts)
    value = sum((amount.value for amount in amounts), Decimal(0))
    tolerance = whole.half + sum((amount.half for amount in amounts), Decimal(0))
    difference = whole.value - value
    if difference == 0:
        outcome = Outcome.PASSED
    else:
        outcome = Outcome.ROUNDING if abs(difference) <= tolerance else Outcome.FAILED
    shown = amounts if whole.unit == PERCENT else [whole, *amounts]  # a hundred per cent is exact to any place
    decimals = max(amount.decimals for amount in shown)
    computed = Amount(value, whole.unit, decimals, plain(value, decimals))
    formula = " + ".join(amount_text(part) for part in parts).replace("+ -", "− ")
    right = Figure(
        f"{parts_label or '各分项之和'}（{formula}）"
        if len(parts) <= 14
        else (parts_label or f"{len(parts)}个分项之和"),
        computed,
        gather(*parts),
        parts=tuple(parts),
    )
    terms = ((1, total), *((-1, part) for part in parts))
    return report(subject, outcome, total, right, Gap(difference, tolerance, whole.unit), severity, terms=terms)


def negated(figure: Figure) -> Figure:
    """The same figure as a part to be taken off."""
    if figure.amount is None:
        return figure
    amount = replace(figure.amount, value=-figure.amount.value, displayed=f"-{figure.amount.displayed}")
    return replace(figure, amount=amount, parts=(figure,))


def amount_text(figure: Figure) -> str:
    """The figure to the places it is displayed with, without its unit; empty where there is none."""
    if figure.amount is None:
        return ""
    return grouped(plain(figure.amount.value, max(figure.amount.decimals, 0)))


def restated(amount: Amount, unit: str) -> str:
    """An amount as displayed and, where it is money in another unit, what it comes to in this one."""
    if amount.unit == unit or not amount.is_money or unit not in MONEY_UNITS:
        return amount.shown
    return f"{amount.shown}＝{grouped(plain(amount.into(unit).value.normalize()))}{unit}"


def amount_of(figure: Figure) -> Amount:
    """The amount of a figure that has one."""
    assert figure.amount is not None  # doubt_in has been asked before
    return figure.amount


def rounded(value: Decimal, like: Amount) -> Decimal:
    """A value rounded to the places to which an amount is shown."""
    return (value / like.step).quantize(Decimal(1), ROUND_HALF_UP) * like.step


def _cut(value: Decimal, like: Amount) -> Decimal:
    return (value / like.step).quantize(Decimal(1), ROUND_DOWN) * like.step


@dataclass(frozen=True, slots=True)
class Gap:
    """How far two sides are apart, and how far the half-units of what was compared reach; `cut` where digits
    were cut off. A difference within the reach is what rounding explains, and no other is."""

    difference: Decimal
    reach: Decimal
    unit: str
    cut: bool = False


def report(
    subject: str,
    outcome: Outcome,
    left: Figure,
    right: Figure,
    gap: Gap,
    severity: Severity,
    *,
    terms: tuple[tuple[int, Figure], ...] = (),
    bounded: bool = False,
) -> Check:
    """A comparison as it came out; where the sides differ, with the sentences that say so."""
    a, other = amount_of(left), restated(amount_of(right), gap.unit)
    zh, en = ("", "") if outcome is Outcome.PASSED else _sentences(left, right, other, gap, outcome)
    return Check(
        subject,
        outcome,
        left,
        right,
        gap.difference,
        gap.reach,
        zh=zh,
        en=en,
        severity=severity,
        evidence=gather(left, right),
        stated=a.shown,
        expected=other,
        terms=terms,
        bounded=bounded,
    )


def _sentences(left: Figure, right: Figure, other: str, gap: Gap, outcome: Outcome) -> tuple[str, str]:
    """That two sides differ, by how much, and what rounding explains of it; `other` is how the right side is shown."""
    own, far, most = amount_of(left).shown, _trim(abs(gap.difference)), _trim(gap.reach)
    zh_unit, en_unit = _unit(gap.unit), " percentage points" if gap.unit == PERCENT else gap.unit
    if left.label == right.label:
        zh = f"{left.label}两处不同，一处为{own}，一处为{other}，相差{far}{zh_unit}"
        en = f"{left.label} is told twice, as {own} and as {other}; they differ by {far}{en_unit}"
    else:
        zh = f"{left.label}为{own}，{right.label}为{other}，相差{far}{zh_unit}"
        en = f"{left.label} is {own}, {right.label} is {other}; they differ by {far}{en_unit}"
    if gap.cut:
        return f"{zh}，是截去末位而非四舍五入所致。", f"{en}, because digits were cut off instead of rounded."
    if outcome is not Outcome.FAILED:
        return (
            f"{zh}，在四舍五入所能解释的{most}{zh_unit}之内。",
            f"{en}, within the {most}{en_unit} that rounding explains.",
        )
    if not gap.reach:  # counted, not rounded
        return f"{zh}。", f"{en}."
    return (
        f"{zh}，超出四舍五入所能解释的{most}{zh_unit}。",
        f"{en}, more than the {most}{en_unit} that rounding explains.",
    )


def _unit(unit: str) -> str:
    return "个百分点" if unit == PERCENT else unit


def _trim(value: Decimal) -> str:
    return grouped(plain(value.quantize(Decimal("0.00001")).normalize()))
