"""Family `narrative_arithmetic`: rates of change said in prose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from juesuan.accounts import Accounts
from juesuan.amounts import PERCENT
from juesuan.checks import Check, Figure, Outcome, Severity
from juesuan.compare import finding, gather, unchecked
from juesuan.ratios import HUNDRED, is_growth, is_share
from juesuan.records import Measure, Statement
from juesuan.rules.prose import ASIDE, PRIOR, companion, is_against_budget, misplaced, rising, side
from juesuan.rules.prose_rates import BASIS, BUDGETS, WHOLE
from juesuan.rules.registry import rule
from juesuan.statements.subjects import BOTH_SIDES


@rule("prose-growth", family="narrative_arithmetic", basis=BASIS, zh="增减幅度等于增减额除以由其推算的上年数")
def prose_growth(accounts: Accounts) -> Iterator[Check]:
    """A rate of change is the change over the prior year that current figure and change imply."""
    for rate in _rates(accounts):
        subject = f"{rate.section}：{rate.subject}增减幅度"
        change, now = companion(accounts, rate, Measure.CHANGE), companion(accounts, rate, Measure.FINAL)
        now = now or _of_both(accounts, rate)
        if rate.role in ASIDE and (now is None or now.paragraph != rate.paragraph):
            now = None  # a reason may speak of the account in another scope
        before = _before(accounts, rate) if change is None else None
        if before is not None and now is not None:
            yield _unless_of_another(accounts, rate, now, is_share(_as_share(rate), side(now), side(before), subject))
            continue
        if change is None or now is None:
            yield unchecked(subject, "正文没有说明增减额或本年数", side(rate))
            continue
        up = rising(change)
        if up is None:
            yield unchecked(subject, "增减方向不明", side(rate), side(change))
        elif up and _same_money(now, change):
            yield _from_zero(subject, rate, now, change)
        else:
            yield _unless_of_another(accounts, rate, now, _grown(accounts, rate, now, change, subject))


def _rates(accounts: Accounts) -> Iterator[Statement]:
    """Rates of change in percent; what is said in points (个百分点) is the difference of two rates."""
    said = (each for each in accounts.measured(Measure.RATE) if each.amount is not None and each.period != PRIOR)
    return (each for each in said if each.amount is not None and each.amount.unit == PERCENT)


def _before(accounts: Accounts, rate: Statement) -> Statement | None:
    """What a rate is held against: the figure of the year before, or the budget, that its paragraph tells."""
    if rising(rate) is None or (rate.of and not is_against_budget(rate)):
        return None
    found = companion(accounts, rate, *(BUDGETS if rate.of else (Measure.PRIOR,)))
    return found if found is not None and found.paragraph == rate.paragraph else None


def _grown(accounts: Accounts, rate: Statement, now: Statement, change: Statement, subject: str) -> Check:
    """The rate by the subject's own figure; by any other of its sentence where it names no subject or cannot be so.

    其中甲……、乙……，比上年增加……: the whole may be meant, or the last part.
    """
    up = rising(change) is True
    own = is_growth(side(rate), side(now), side(change), up, subject)
    impossible = own.outcome is Outcome.UNCHECKED and up
    nameless = rate.inferred or now.role == "part"
    if not (impossible or (nameless and own.outcome is Outcome.FAILED)):
        return own
    beside = [each for each in accounts.within(rate.paragraph, rate.paragraph) if each.quote == rate.quote]
    finals = [each for each in beside if each.measure is Measure.FINAL and each.role not in ASIDE and each.amount]
    checks = [is_growth(side(rate), side(each), side(change), up, subject) for each in finals]
    known = [check for check in checks if check.outcome is not Outcome.UNCHECKED]
    held = next((check for check in known if check.outcome is not Outcome.FAILED), None)
    return held or (known[0] if known and impossible else own)


def _unless_of_another(accounts: Accounts, rate: Statement, now: Statement, check: Check) -> Check:
    """A failed check, unless its figures may be of another account than the text before them names."""
    doubt = misplaced(accounts, now) or _said_before(accounts, rate) if check.outcome is Outcome.FAILED else ""
    return unchecked(check.subject, doubt, side(rate)) if doubt else check


def _as_share(rate: Statement) -> Figure:
    """A rate of change as the share of last year's figure that this year's is: a tenth less is 90%."""
    figure = side(rate)
    assert figure.amount is not None
    value = HUNDRED + figure.amount.value if rising(rate) else HUNDRED - figure.amount.value
    return replace(
        figure, label=f"{figure.label}{rate.amount}折算", amount=replace(figure.amount, value=value, displayed="")
    )


def _of_both(accounts: Accounts, rate: Statement) -> Statement | None:
    """This year's figure where income and spending are each said apart and are one."""
    sides = [
        companion(accounts, replace(rate, subject=name), Measure.FINAL) for name in BOTH_SIDES.get(rate.subject, ())
    ]
    known = [each for each in sides if each is not None]
    return known[0] if len({each.amount.value for each in known if each.amount is not None}) == 1 else None


def _said_before(accounts: Accounts, rate: Statement) -> str:
    """Why a rate may be a reason's: its paragraph has said the subject's own before; "" where it has not."""
    if not rate.inferred:
        return ""
    others = (each for each in _rates(accounts) if each.paragraph == rate.paragraph)
    own = any(each.offset < rate.offset and each.subject == rate.subject and each.of == rate.of for each in others)
    return "同段已说明该科目的增减幅度，所述或为原因中的数字" if own else ""


def _same_money(now: Statement, change: Statement) -> bool:
    assert now.amount is not None and change.amount is not None
    if now.amount.unit != change.amount.unit or now.amount.value == 0:
        return False
    return now.amount.value == change.amount.value


def _from_zero(subject: str, rate: Statement, now: Statement, change: Statement) -> Check:
    """A rate of change from nothing: a notice where it is the customary 100 %, or so high that rounding explains it."""
    assert rate.amount is not None and change.amount is not None and now.amount is not None
    most_before = now.amount.half + change.amount.half
    explained = rate.amount.value == WHOLE.value or rate.amount.value * most_before >= change.amount.value * WHOLE.value
    zh = (
        f"{rate.section}称{rate.subject}增加{change.amount}，与本年数相同，上年即为零，不存在增长率，"
        f"却称增长{rate.amount}。"
    )
    en = (
        f"{rate.section}: {rate.subject} grew by {change.amount}, all of this year's figure; "
        f"from zero there is no rate, yet {rate.amount} is given."
    )
    return finding(
        subject,
        zh,
        en,
        gather(side(rate), side(now), side(change)),
        stated=str(rate.amount),
        expected="上年为零，不计算增长率",
        severity=Severity.NOTICE if explained else Severity.ERROR,
    )
