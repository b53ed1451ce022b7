"""Family `table_narrative`: satisfaction said in prose against the tables that measured it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from juesuan.accounts import Accounts
from juesuan.amounts import PERCENT
from juesuan.checks import Check, Figure, Outcome, of_statement
from juesuan.compare import equal, not_applicable, unchecked
from juesuan.evaluations.vocabulary import squeezed
from juesuan.records import Evaluation, Indicator, Measure, Statement
from juesuan.rules.performance import METHOD, quoted, row_evidence, row_name
from juesuan.rules.performance_scope import Report, report_at, reports
from juesuan.rules.performance_told import results_told
from juesuan.rules.registry import rule

_SATISFACTION = re.compile(r"满意[度率]$")
_BOUND_BEFORE = re.compile(r"(?:≥|>=|不低于|不少于|高于|超过|大于|目标|预期)[^，。；\d]{0,6}$")
_BOUND_AFTER = re.compile(r"^(?:\(含\))?(?:及)?以上")

Row = tuple[Evaluation, Indicator]


@rule(
    "satisfaction-said",
    family="table_narrative",
    basis=METHOD,
    zh="正文所述满意度、自评表完成情况所述结果与同名指标的实际完成值一致",
)
def satisfaction_said(accounts: Accounts) -> Iterator[Check]:
    """The satisfaction that prose reports, and any result that a table tells of its goals, is that of its indicator."""
    found = reports(accounts)
    checks = [check for each in _said(accounts) if (check := _check(accounts, found, each)) is not None]
    checks += results_told(accounts)
    yield from checks or [not_applicable("所述满意度", "正文没有说明满意度，或自评表没有同名的满意度指标")]


def _said(accounts: Accounts) -> Iterator[Statement]:
    """Shares of those content that are told of performance as reached: neither a target nor a bound."""
    for each in accounts.measured(Measure.SHARE):
        name = each.subject.rpartition("/")[2]
        if each.amount is None or each.amount.unit != PERCENT or not _SATISFACTION.search(name):
            continue
        before, _, after = re.sub(r"\s", "", each.quote).partition(re.sub(r"\s", "", each.amount.displayed))
        if not _BOUND_BEFORE.search(before) and not _BOUND_AFTER.match(after):
            yield each


def _check(accounts: Accounts, found: list[Report], said: Statement) -> Check | None:
    """The check against the rows of the name that is said; None where none has it."""
    report = report_at(found, said.paragraph)
    name = squeezed(said.subject.rpartition("/")[2])
    rows = [row for row in _rows(accounts, report, said) if squeezed(row[1].level3) == name]
    if not rows or not said.topic.startswith(("performance", "report")):
        return None
    subject = f"{quoted(said.section)}所述{name}"
    left = of_statement(said, subject)
    checks = [equal(left, _result(table, row, _decimals(accounts)), subject) for table, row in rows]
    good = next((check for check in checks if check.outcome is not Outcome.FAILED), None)
    if good is None and len({row.actual.text for _, row in rows}) > 1:
        return unchecked(subject, "几张自评表有同名的满意度指标，不能确定所述是哪一张", left)
    return good or checks[0]


def _result(table: Evaluation, row: Indicator, decimals: int) -> Figure:
    """The result of an indicator; one shown whole beside others with fractions has dropped zeros and is not rounded."""
    shown = row.actual.amount
    amount = shown.with_decimals(max(decimals, shown.decimals)) if shown else None
    return Figure(f"{row_name(table, row)}实际完成值", amount, (row_evidence(row),), row.doubt)


def _decimals(accounts: Accounts) -> int:
    """The most decimals with which the tables show a share of those content."""
    rows = (row for table in accounts.evaluations for row in table.indicators if _SATISFACTION.search(row.level3))
    return max((row.actual.amount.decimals for row in rows if row.actual.amount), default=0)


def _rows(accounts: Accounts, report: Report | None, said: Statement) -> Iterator[Row]:
    """The measured rows of the report's own table; of the whole department's where it is meant, else of all."""
    tables = [report.evaluation] if report else list(accounts.evaluations)
    if report is None and "整体支出" in re.sub(r"\s", "", said.quote):
        tables = [each for each in tables if each.overall]
    for table in tables:
        for row in table.indicators:
            if row.actual.amount is not None and row.actual.amount.unit == PERCENT:
                yield table, row
