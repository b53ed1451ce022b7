"""Family `narrative_arithmetic`: last year's figures, as the changes told imply them, fit together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from juesuan.accounts import Accounts
from juesuan.amounts import grouped
from juesuan.checks import Check, Figure, Outcome, Severity
from juesuan.compare import finding, gather, negated, not_applicable, passed, sums_to
from juesuan.records import Direction, Measure, Statement
from juesuan.rules.prose import ASIDE, companion, current, rising, side
from juesuan.rules.prose_groups import BASIS
from juesuan.rules.registry import rule

TOTAL = ("general", "一般公共预算财政拨款支出")
PARTS = (("basic", "人员经费"), ("basic", "公用经费"))


@dataclass(frozen=True, slots=True)
class _Moved:
    """A figure of this year with its change, from which last year's follows."""

    now: Statement
    change: Statement

    @property
    def figures(self) -> list[Figure]:
        """This year's figure less its change, as parts of a sum."""
        change = side(self.change)
        return [side(self.now), negated(change) if rising(self.change) else change]


@rule(
    "prior-basic-within-total",
    family="narrative_arithmetic",
    basis=BASIS,
    zh="推算的上年基本支出小于推算的上年支出总额",
)
def prior_basic_within_total(accounts: Accounts) -> Iterator[Check]:
    """Basic expenditure last year, as its changes imply it, was within all expenditure last year.

    Where it was all of it, there would have been no projects, which calls for a look.
    """
    subject = "推算的上年基本支出与支出总额"
    total, parts = _moved(accounts, *TOTAL), [_moved(accounts, *part) for part in PARTS]
    known = [part for part in parts if part is not None]
    if total is None or len(known) < len(PARTS):
        yield not_applicable(subject, "正文没有说明支出总额、人员经费和公用经费的增减额")
        return
    moved = side(total.change)
    as_one = [moved if rising(total.change) else negated(moved), *(figure for part in known for figure in part.figures)]
    check = sums_to(side(total.now), as_one, subject)  # holds where last year's basic expenditure was all of it
    whole, basic = _prior([total]), _prior(known)
    evidence = gather(side(total.change), *(side(part.change) for part in known))
    failed = check.outcome is Outcome.FAILED
    if check.outcome is Outcome.UNCHECKED:
        yield check
    elif failed and check.difference is not None and check.difference > 0:
        yield passed(subject)
    elif failed:
        yield finding(
            subject,
            f"按所述增减额推算，上年人员经费与公用经费之和{basic}大于上年支出总额{whole}。",
            f"As the changes imply, last year's basic expenditure, {basic}, exceeds all expenditure, {whole}.",
            evidence,
            stated=basic,
            expected=f"≤ {whole}",
        )
    elif _has_projects(accounts):
        yield finding(
            subject,
            f"按所述增减额推算，上年人员经费与公用经费之和{basic}即为上年支出总额{whole}，没有项目支出，而本年有。",
            f"As the changes imply, last year's basic expenditure, {basic}, was all expenditure, {whole}, "
            "without the projects of this year.",
            evidence,
            stated=basic,
            expected=f"< {whole}",
            severity=Severity.NOTICE,
        )
    else:
        yield passed(subject)


def _moved(accounts: Accounts, topic: str, subject: str) -> _Moved | None:
    for change in current(accounts, topic):
        if change.measure is not Measure.CHANGE or change.subject != subject or change.role in ASIDE or change.of:
            continue
        now = companion(accounts, change, Measure.FINAL)
        known = _is_money(change) and change.direction in (Direction.INCREASE, Direction.DECREASE)
        if known and now is not None and _is_money(now) and now.paragraph == change.paragraph:
            return _Moved(now, change)
    return None


def _is_money(said: Statement) -> bool:
    return said.amount is not None and said.amount.is_money


def _prior(moved: list[_Moved]) -> str:
    """Last year's figures added up, as shown."""
    amounts = [figure.amount for each in moved for figure in each.figures if figure.amount is not None]
    unit = amounts[0].unit
    return f"{grouped(str(sum((amount.into(unit).value for amount in amounts), Decimal(0))))}{unit}"


def _has_projects(accounts: Accounts) -> bool:
    fact = accounts.fact("05", "合计", "project") or accounts.fact("03", "合计", "project")
    return fact is not None and fact.amount.value > 0
