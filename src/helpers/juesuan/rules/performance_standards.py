"""Family `performance_score`: points by the standards that a table prints, and points where results should stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from juesuan.accounts import Accounts
from juesuan.amounts import plain
from juesuan.checks import Check, Severity
from juesuan.compare import finding, passed, unchecked
from juesuan.evaluations.bands import FEWEST, bands, points_due
from juesuan.evaluations.formulas import due_by_formula
from juesuan.evaluations.quantities import narrow, parse_quantity
from juesuan.records import Evaluation, FundLine, Indicator
from juesuan.rules.performance import METHOD, fund_evidence, line_of, no_tables, row_evidence, row_name, total_line
from juesuan.rules.performance_pairs import HUNDRED
from juesuan.rules.registry import rule

FAMILY = "performance_score"
_PERCENT = r"\d+(?:\.\d+)?%"
_SAID = re.compile(_PERCENT)
_EXECUTION = re.compile(r"预算执行(?:率|情况)?$|预算执行率")
_KINDS = (("基本支出", "basic"), ("项目", "project"), ("人员", "personnel"), ("公用", "running"))
_POINTS_MOST = 20  # points that an indicator of execution carries at most


@rule("standard-applied", family=FAMILY, basis=METHOD, zh="得分符合评分标准所列的分档")
def standard_applied(accounts: Accounts) -> Iterator[Check]:
    """Where a table prints by bands or a formula how many points a result earns, the score is what that gives."""
    rows = [
        (each, row) for each in accounts.evaluations for row in each.indicators if len(bands(row.standard)) >= FEWEST
    ]
    computed = [(each, *found) for each in accounts.evaluations for found in due_by_formula(each.indicators)]
    if not rows and not computed:
        yield no_tables(accounts, "评分标准", "自评表没有可以计算的评分标准")
    for evaluation, row in rows:
        yield _standard_check(evaluation, row)
    for evaluation, row, due in computed:
        yield _formula_check(evaluation, row, due)


@rule("execution-as-points", family=FAMILY, basis=METHOD, zh="预算执行指标填写执行率，而不是分值")
def execution_as_points(accounts: Accounts) -> Iterator[Check]:
    """An indicator of budget execution has a rate as target and result, not full points for money not all spent."""
    rows = [(each, row) for each in accounts.evaluations for row in each.indicators if _is_points(row)]
    if not rows:
        yield no_tables(accounts, "预算执行指标", "预算执行指标没有填成分值")
    for evaluation, row in rows:
        yield _points_check(evaluation, row)


def _standard_check(evaluation: Evaluation, row: Indicator) -> Check:
    subject = f"{row_name(evaluation, row)}得分"
    said = {
        Decimal(match.rstrip("%")) for text in (row.actual.text, row.reason) for match in _SAID.findall(narrow(text))
    }
    if row.score.amount is None or row.doubt or len(said) != 1:
        return unchecked(subject, row.doubt or "没有印出可以对照评分标准的比率")
    rate = said.pop()
    due = points_due(bands(row.standard), rate)
    if due is None:
        return unchecked(subject, "评分标准的分档没有读全")
    if row.score.amount.value == due:
        return passed(subject)
    return finding(
        subject,
        f"{subject}为{row.score.text}分，比率{plain(rate)}%按评分标准应得{plain(due)}分。",
        f"{subject} is {row.score.text}; by the printed standard {plain(rate)}% earns {plain(due)}.",
        [row_evidence(row)],
        stated=row.score.text,
        expected=plain(due),
    )


def _formula_check(evaluation: Evaluation, row: Indicator, due: Decimal) -> Check:
    subject = f"{row_name(evaluation, row)}得分"
    score = row.score.amount
    if score is None or row.doubt or row.score.doubt:
        return unchecked(subject, row.doubt or row.score.doubt or "没有读出得分")
    if abs(score.value - due) <= score.half:
        return passed(subject)
    shown = plain(due.quantize(Decimal("0.01"), ROUND_HALF_UP))
    return finding(
        subject,
        f"{subject}为{score.displayed}分，完成值{row.actual.text}按评分标准所列公式应得{shown}分。",
        f"{subject} is {score.displayed}; by the formula of the standard {row.actual.text} earns {shown}.",
        [row_evidence(row)],
        stated=score.displayed,
        expected=shown,
    )


def _is_points(row: Indicator) -> bool:
    target, result = parse_quantity(row.target.text), parse_quantity(row.actual.text)
    if target is None or result is None or row.doubt or row.unit or not _EXECUTION.search(narrow(row.level3)):
        return False
    bare = not (target.amount.unit or result.amount.unit or target.sign or result.sign)
    return bare and target.amount.value == result.amount.value and 0 < target.amount.value <= _POINTS_MOST


def _points_check(evaluation: Evaluation, row: Indicator) -> Check:
    subject = f"{row_name(evaluation, row)}完成值"
    line = _line(evaluation, row)
    budget, spent = (line.budget.amount, line.executed.amount) if line else (None, None)
    if line is None or budget is None or spent is None or not budget.value:
        return unchecked(subject, "表中没有可以算出执行率的预算数和执行数")
    rate = spent.value / budget.value * HUNDRED
    if rate >= HUNDRED:
        return passed(subject)
    shown = plain(rate.quantize(Decimal("0.01")))
    return finding(
        subject,
        f"{subject}填成分值，给满{row.actual.text}分，而同表预算{budget.displayed}、执行{spent.displayed}，执行率只有{shown}%。",
        f"{subject} shows full points ({row.actual.text}) where a rate should stand; the table gives {shown}%.",
        [row_evidence(row), fund_evidence(line)],
        stated=row.actual.text,
        expected=f"{shown}%",
        severity=Severity.NOTICE,
    )


def _line(evaluation: Evaluation, row: Indicator) -> FundLine | None:
    """The money that the indicator speaks of: of its kind, else the total, where the table has one."""
    for word, kind in _KINDS:
        if word in row.level3 and (line := line_of(evaluation, kind)) is not None:
            return line
    return total_line(evaluation)
