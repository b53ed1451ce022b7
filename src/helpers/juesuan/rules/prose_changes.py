"""Changes said against a budget that is said too: the amount, the word for its way, and the rate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from juesuan.accounts import Accounts
from juesuan.checks import Check, Figure, Outcome
from juesuan.compare import finding, gather, negated, not_applicable, passed, sums_to, unchecked
from juesuan.ratios import HUNDRED, is_share
from juesuan.records import Measure, Statement
from juesuan.rules.prose import ASIDE, companion, is_against_budget, misplaced, rising, side
from juesuan.rules.registry import rule

BASIS = "《地方预决算公开操作规程》（财预〔2016〕143号）：说明中的数据应准确"
OPENING, DIFFERENCE = "年初", "差异率"
BUDGETS = (Measure.OPENING_BUDGET, Measure.BUDGET)
NOTHING = "正文没有同时说明决算数、预算数和两者之差"


@dataclass(frozen=True, slots=True)
class _Step:
    """From a budget to the final figure by a change, all said of one thing in one paragraph."""

    change: Statement
    final: Statement
    budget: Statement
    up: bool

    @property
    def subject(self) -> str:
        return f"{self.change.section}：{self.change.subject}与预算数之差"

    def check(self, up: bool) -> Check:
        """Whether the change leads from the budget to the final figure in this direction."""
        move = side(self.change)
        parts = [side(self.budget), move if up else negated(move)]
        return sums_to(side(self.final), parts, self.subject, parts_label="预算数与增减额推算")


@rule("prose-budget-change", family="narrative_arithmetic", basis=BASIS, zh="所述与预算数之差等于决算数减预算数")
def prose_budget_change(accounts: Accounts) -> Iterator[Check]:
    """A change against a budget is the final figure less that budget."""
    steps = _steps(accounts)
    for step in steps:
        check = step.check(step.up)
        doubt = _doubt(accounts, step) if check.outcome is Outcome.FAILED else ""
        if doubt:
            yield unchecked(step.subject, doubt, side(step.change))
        elif check.outcome is Outcome.FAILED and _holds(step.check(not step.up)):
            yield not_applicable(step.subject, "数额相符，方向另行核对")
        else:
            yield check
    if not steps:
        yield not_applicable("与预算数之差", NOTHING)


@rule("prose-budget-change-word", family="direction", basis=BASIS, zh="较预算数增加、减少的说法与数字相符")
def prose_budget_change_word(accounts: Accounts) -> Iterator[Check]:
    """What is said to be more or less than a budget by the amount that it differs is so."""
    steps = _steps(accounts)
    for step in steps:
        check = step.check(step.up)
        if _holds(check):
            yield passed(step.subject, side(step.change))
        elif doubt := check.reason or _doubt(accounts, step):
            yield unchecked(step.subject, doubt, side(step.change))
        elif _holds(step.check(not step.up)):
            yield _turned(step)
        else:
            yield not_applicable(step.subject, "数额不符，另行核对")
    if not steps:
        yield not_applicable("较预算数增减的方向", NOTHING)


@rule("prose-difference-rate", family="narrative_arithmetic", basis=BASIS, zh="预决算差异率等于两者之差除以预算数")
def prose_difference_rate(accounts: Accounts) -> Iterator[Check]:
    """A rate of difference between budget and final figure is their difference over the budget."""
    rates = [each for each in accounts.measured(Measure.SHARE) if each.amount and DIFFERENCE in each.subject]
    for rate in rates:
        beside = [each for each in accounts.within(rate.paragraph, rate.paragraph) if each.offset < rate.offset]
        final = next((each for each in reversed(beside) if each.measure is Measure.FINAL and each.amount), None)
        budget = next((each for each in reversed(beside) if each.measure in BUDGETS and each.amount), None)
        subject = f"{rate.section}：预决算差异率"
        if final is None or budget is None or final.subject != budget.subject:
            yield unchecked(subject, "没有在差异率之前说明预算数和决算数", side(rate))
        elif all(each.amount and not each.amount.value for each in (rate, final, budget)):
            yield not_applicable(subject, "预算数、决算数均为零")
        else:
            yield is_share(_completed(rate), side(final), side(budget), subject)
    if not rates:
        yield not_applicable("预决算差异率", "正文没有说明预决算差异率")


def _completed(rate: Statement) -> Figure:
    """A rate of difference as the share of the budget that it leaves: a tenth less is 90%."""
    figure = side(rate)
    assert figure.amount is not None
    amount = replace(figure.amount, value=figure.amount.value + HUNDRED, displayed="")
    return replace(figure, label=f"{rate.section}所述预决算差异率{rate.amount}加100%", amount=amount)


def _steps(accounts: Accounts) -> list[_Step]:
    steps = []
    for change in accounts.measured(Measure.CHANGE):
        up = rising(change)
        if not is_against_budget(change) or up is None or change.role in ASIDE:
            continue
        if change.amount is None or change.amount.value == 0:
            continue
        kind = Measure.OPENING_BUDGET if OPENING in change.of else Measure.BUDGET
        final, budget = companion(accounts, change, Measure.FINAL), companion(accounts, change, kind)
        if final and budget and final.paragraph == budget.paragraph == change.paragraph:
            steps.append(_Step(change, final, budget, up))
    return steps


def _doubt(accounts: Accounts, step: _Step) -> str:
    """Why one of the figures may be another account's; "" where none may."""
    return next(filter(None, (misplaced(accounts, each) for each in (step.change, step.final, step.budget))), "")


def _holds(check: Check) -> bool:
    return check.outcome in (Outcome.PASSED, Outcome.ROUNDING)


def _turned(step: _Step) -> Check:
    change = step.change
    said, other = ("增加", "减少") if step.up else ("减少", "增加")
    return finding(
        step.subject,
        f"{change.section}称{change.subject}较{change.of}{said}{change.amount}，而按所列数字是{other}。",
        f"{change.section}: {change.subject} is said to {change.direction} by {change.amount} against its budget, "
        "while the figures moved the other way.",
        gather(side(change), side(step.final), side(step.budget)),
        stated=said,
        expected=other,
    )
