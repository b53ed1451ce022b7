"""Family `narrative_arithmetic`: a completion rate and the difference from the budget said beside it are one."""

from __future__ import annotations

from collections.abc import Iterator

from juesuan.accounts import Accounts
from juesuan.amounts import Interval
from juesuan.checks import Check
from juesuan.compare import finding, gather, not_applicable, passed, unchecked
from juesuan.ratios import HUNDRED
from juesuan.records import Measure, Statement
from juesuan.rules.prose import ASIDE, companion, is_against_budget, rising, side
from juesuan.rules.prose_groups import BASIS, BUDGETS
from juesuan.rules.registry import rule


@rule(
    "completion-and-difference",
    family="narrative_arithmetic",
    basis=BASIS,
    zh="没有写明预算数的，完成率与所述预决算之差相符",
)
def completion_and_difference(accounts: Accounts) -> Iterator[Check]:
    """Where no budget is told, the completion rate is what the difference from the budget implies."""
    checks = [check for change in _differences(accounts) if (check := _check(accounts, change)) is not None]
    yield from checks or [not_applicable("完成率与预决算之差", "正文没有同时说明完成率和预决算之差，或已写明预算数")]


def _differences(accounts: Accounts) -> Iterator[Statement]:
    for change in accounts.measured(Measure.CHANGE):
        told = is_against_budget(change) and change.amount is not None and change.amount.is_money
        if told and change.role not in ASIDE and rising(change) is not None:
            yield change


def _check(accounts: Accounts, change: Statement) -> Check | None:
    rate, final = companion(accounts, change, Measure.COMPLETION), companion(accounts, change, Measure.FINAL)
    if rate is None or final is None or final.amount is None or change.amount is None or rate.amount is None:
        return None
    if not rate.paragraph == final.paragraph == change.paragraph or companion(accounts, change, *BUDGETS) is not None:
        return None
    subject = f"{change.section}：{change.subject}完成率与预决算之差"
    if doubt := rate.doubt or final.doubt or change.doubt:
        return unchecked(subject, doubt, side(rate), side(change))
    now, move = final.amount.interval, change.amount.into(final.amount.unit).interval
    budget = now - move if rising(change) else now + move
    if budget.low <= 0:
        return None
    shown = Interval(now.low / budget.high * HUNDRED, now.high / budget.low * HUNDRED)
    if shown.meets(rate.amount.interval):
        return passed(subject, side(rate), side(change))
    word = "大于" if rising(change) else "小于"
    middle = (shown.low + shown.high) / 2
    return finding(
        subject,
        f"{change.section}称{change.subject}完成预算的{rate.amount}，又称决算数{word}预算数{change.amount}，"
        f"按决算数{final.amount}推算应完成{middle:.2f}%。",
        f"{change.section}: {change.subject} is said to complete {rate.amount} of its budget and to differ from it by "
        f"{change.amount}, which makes {middle:.2f}%.",
        gather(side(rate), side(change), side(final)),
        stated=str(rate.amount),
        expected=f"{middle:.2f}%",
    )
