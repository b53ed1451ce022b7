"""Family `narrative_arithmetic`: a completion rate names the kind of budget that stands beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from juesuan.accounts import Accounts
from juesuan.checks import Check, Outcome
from juesuan.compare import finding, gather, not_applicable, passed
from juesuan.ratios import is_share
from juesuan.records import Measure, Statement
from juesuan.rules.prose import ASIDE, PRIOR, companion, side
from juesuan.rules.prose_groups import BASIS
from juesuan.rules.registry import rule

# how a budget's wording tells its kind, and what the other kind is measured as
KINDS = (
    (re.compile(r"年初"), Measure.OPENING_BUDGET, Measure.BUDGET, "全年预算"),
    (re.compile(r"全年|调整|变更"), Measure.BUDGET, Measure.OPENING_BUDGET, "年初预算"),
)
REPORTS = ("report", "performance")


@rule(
    "completion-names-budget", family="narrative_arithmetic", basis=BASIS, zh="完成率所称的预算与所列预算是同一种预算"
)
def completion_names_budget(accounts: Accounts) -> Iterator[Check]:
    """A rate that is right against the one budget said is called the completion of that kind of budget."""
    checks = [check for rate in _rates(accounts) if (check := _check(accounts, rate)) is not None]
    yield from checks or [not_applicable("完成率所称的预算", "完成率没有写明是哪一种预算的")]


def _rates(accounts: Accounts) -> Iterator[Statement]:
    return (
        each
        for each in accounts.measured(Measure.COMPLETION)
        if each.amount is not None
        and each.period != PRIOR
        and each.role not in ASIDE
        and not each.topic.startswith(REPORTS)
    )


def _check(accounts: Accounts, rate: Statement) -> Check | None:
    for words, own, other, name in KINDS:
        if not words.search(rate.of):
            continue
        subject = f"{rate.section}：{rate.subject}完成{rate.of}的比率"
        meant, final = companion(accounts, rate, other), companion(accounts, rate, Measure.FINAL)
        if companion(accounts, rate, own) is not None or meant is None or final is None:
            return passed(subject, side(rate))
        if meant.paragraph != rate.paragraph or not meant.amount or not meant.amount.value:
            return passed(subject, side(rate))
        if is_share(side(rate), side(final), side(meant)).outcome not in (Outcome.PASSED, Outcome.ROUNDING):
            return passed(subject, side(rate))
        return finding(
            subject,
            f"{rate.section}称{rate.subject}完成{rate.of}的{rate.amount}，而所列{meant.amount}为{name}数。",
            f"{rate.section}: {rate.amount} of {rate.subject} is called the completion of another budget than the one "
            f"said, {meant.amount}.",
            gather(side(rate), side(meant), side(final)),
            stated=rate.of,
            expected=name,
        )
    return None
