"""Family `narrative_arithmetic`: this year's figure, last year's and the change between them, all three told."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from juesuan.accounts import Accounts
from juesuan.checks import Check, Outcome
from juesuan.compare import negated, not_applicable, sums_to, unchecked
from juesuan.records import Measure, Statement
from juesuan.rules.prose import ASIDE, companion, misplaced, rising, side
from juesuan.rules.prose_rates import BASIS
from juesuan.rules.registry import rule


@rule("prose-prior-change", family="narrative_arithmetic", basis=BASIS, zh="所述上年数加减增减额等于本年数")
def prose_prior_change(accounts: Accounts) -> Iterator[Check]:
    """Last year's figure with the change told right behind it gives this year's (比上年12.00万元增加2.00万元)."""
    checks = []
    for before, change in _pairs(accounts):
        finals = _finals(accounts, change)
        if finals:
            checks.append(_check(accounts, before, change, finals))
    yield from checks or [not_applicable("上年数与增减额", "正文没有同时说明本年数、上年数和增减额")]


def _pairs(accounts: Accounts) -> Iterator[tuple[Statement, Statement]]:
    """Last year's figure and the change of the same account that is the next figure of its sentence."""
    said = [each for each in accounts.statements if each.amount is not None and each.measure is not Measure.RATE]
    for before, change in pairwise(said):
        one = before.subject == change.subject and before.quote == change.quote and before.project == change.project
        known = before.measure is Measure.PRIOR and change.measure is Measure.CHANGE and rising(change) is not None
        if one and known and not change.of and not {before.role, change.role} & set(ASIDE):
            yield before, change


def _finals(accounts: Accounts, change: Statement) -> list[Statement]:
    """This year's figures that may be meant: the account's own, then any other of the sentence."""
    own = companion(accounts, change, Measure.FINAL)
    if own is None or own.paragraph != change.paragraph or (own.quote != change.quote and change.inferred):
        return []  # whose change it is must be said
    beside = accounts.within(change.paragraph, change.paragraph)
    others = [each for each in beside if each.measure is Measure.FINAL and each.quote == change.quote and each.amount]
    return [own, *(each for each in others if each is not own)]


def _check(accounts: Accounts, before: Statement, change: Statement, finals: list[Statement]) -> Check:
    move = side(change) if rising(change) else negated(side(change))
    subject = f"{change.section}：{change.subject}的上年数与增减额"
    checks = [sums_to(side(final), [side(before), move], subject, parts_label="上年数与增减额推算") for final in finals]
    failed = all(check.outcome is Outcome.FAILED for check in checks)
    if failed and (doubt := misplaced(accounts, finals[0]) or misplaced(accounts, before)):
        return unchecked(subject, doubt, side(change))
    return checks[0] if failed else next(check for check in checks if check.outcome is not Outcome.FAILED)
