"""Family `performance_budget`: opening budgets in self-evaluation tables and in the prose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from juesuan.accounts import Accounts
from juesuan.checks import Check, Evidence, Outcome, Severity, of_statement
from juesuan.compare import equal, finding, not_applicable, passed, unchecked
from juesuan.records import Evaluation, FundLine, Measure, Statement
from juesuan.rules.performance import METHOD, fund_evidence, quoted, table_name, total_line
from juesuan.rules.performance_budgets import amount
from juesuan.rules.registry import rule

FAMILY = "performance_budget"
GENERAL = ("一般公共预算财政拨款支出", "财政拨款支出", "支出总计", "本年支出合计")
WHOLE = (*GENERAL, "整体支出", "部门整体支出", "部门预算")
LARGE_CUT = Decimal("0.5")
TELLING_REASON = 8  # characters; 项目调整 alone explains nothing


@rule(
    "opening-budget-restated",
    family="table_narrative",
    basis=METHOD,
    zh="整体支出自评表的年初预算与正文所述年初预算一致",
)
def opening_budget_restated(accounts: Accounts) -> Iterator[Check]:
    """The opening budget in the whole department's table is the one that the prose states."""
    overall = next((each for each in accounts.evaluations if each.overall), None)
    line = total_line(overall) if overall else None
    said = _openings(accounts)
    if overall is None or line is None or line.opening.amount is None or not said:
        yield not_applicable("整体支出年初预算", "整体支出自评表没有年初预算数，或正文没有说明年初预算")
        return
    if not _only_general_budget(accounts):
        yield unchecked("整体支出年初预算", "部门另有其他资金，整体支出与一般公共预算不可比")
        return
    right = amount(line.opening, line, f"{table_name(overall)}年初预算数")
    checks = [equal(of_statement(each, f"正文所述{each.subject}年初预算"), right, "整体支出年初预算") for each in said]
    yield next((check for check in checks if check.outcome is not Outcome.FAILED), checks[0])


@rule(
    "opening-budget-in-report",
    family="table_narrative",
    basis=METHOD,
    zh="整体支出自评报告所述年初预算与正文所述年初预算一致",
)
def opening_budget_in_report(accounts: Accounts) -> Iterator[Check]:
    """The opening budget of all expenditure in the report on the whole department is the one of part three."""
    reported = [
        each
        for each in accounts.measured(Measure.OPENING_BUDGET)
        if each.amount and each.topic == "report.overall" and each.subject in WHOLE and not each.project
    ]
    said = _openings(accounts)
    if not reported or not said:
        yield not_applicable("报告所述年初预算", "报告或正文没有说明年初预算")
    elif not _only_general_budget(accounts):
        yield unchecked("报告所述年初预算", "部门另有其他资金，整体支出与一般公共预算不可比")
    else:
        for each in reported:
            left = of_statement(each, f"{quoted(each.section)}所述{each.subject}年初预算")
            checks = [equal(left, of_statement(one, f"正文所述{one.subject}年初预算"), left.label) for one in said]
            yield next((check for check in checks if check.outcome is not Outcome.FAILED), checks[0])


@rule("opening-equals-final", family=FAMILY, basis=METHOD, zh="年初预算与决算完全相同而项目有节余的，年初预算存疑")
def opening_equals_final(accounts: Accounts) -> Iterator[Check]:
    """An opening budget that equals the final figure to the cent sits ill with projects that were underspent."""
    pairs = [(each, final) for each in _openings(accounts) if (final := _final_beside(accounts, each)) is not None]
    tables = [(each, line) for each in accounts.evaluations if not each.overall and (line := total_line(each))]
    if not pairs or not tables:
        yield not_applicable("年初预算与决算", "没有年初预算、决算的说明，或没有项目自评表")
        return
    for opening, final in pairs:
        yield _too_even(opening, final, tables)


@rule("budget-cut-explained", family=FAMILY, basis=METHOD, zh="年中大幅调整预算的，应说明原因")
def budget_cut_explained(accounts: Accounts) -> Iterator[Check]:
    """A budget cut by more than half, or more than doubled, in the course of the year is explained."""
    found = [
        (each, line)
        for each in accounts.evaluations
        if not each.overall and (line := total_line(each)) and line.opening.amount and line.budget.amount
    ]
    if not found:
        yield not_applicable("预算调整", "自评表没有同时列出年初和全年预算数")
    for evaluation, line in found:
        yield _cut(evaluation, line)


def _only_general_budget(accounts: Accounts) -> bool:
    """Whether all that was spent is general public budget, as far as the forms tell."""
    everything, general = accounts.fact("03", "合计", "total"), accounts.fact("05", "合计", "total")
    return everything is None or general is None or everything.amount.value == general.amount.value


def _openings(accounts: Accounts) -> list[Statement]:
    return [
        each
        for each in accounts.measured(Measure.OPENING_BUDGET)
        if each.amount and each.subject in GENERAL and each.topic.startswith(("general", "fiscal", "expenditure"))
    ]


def _final_beside(accounts: Accounts, opening: Statement) -> Statement | None:
    return next(
        (
            each
            for each in accounts.within(opening.paragraph, opening.paragraph)
            if each.measure is Measure.FINAL and each.amount and each.subject == opening.subject
        ),
        None,
    )


def _too_even(opening: Statement, final: Statement, tables: Sequence[tuple[Evaluation, FundLine]]) -> Check:
    subject = f"{quoted(opening.section)}年初预算与决算"
    under = [
        (each, line)
        for each, line in tables
        if (budget := line.opening.amount or line.budget.amount)
        and line.executed.amount
        and budget.value > line.executed.amount.value
    ]
    same = opening.amount and final.amount and opening.amount.value == final.amount.value
    if not same or not under:
        return passed(subject)
    return finding(
        subject,
        f"{subject}同为{opening.amount}，而{len(under)}个项目的预算没有用完：年初预算可能是按决算填写的。",
        f"{subject}: both {opening.amount}, while {len(under)} projects were underspent.",
        [Evidence(opening.quote, opening.place), *(fund_evidence(line) for _, line in under)],
        stated=str(opening.amount),
        expected="年初批复的预算数",
        severity=Severity.NOTICE,
    )


def _cut(evaluation: Evaluation, line: FundLine) -> Check:
    subject = f"{quoted(evaluation.project)}预算调整"
    opening, budget = line.opening.amount, line.budget.amount
    assert opening is not None and budget is not None  # only lines with both come here
    low, high = sorted((opening.value, budget.value))
    reasons = [evaluation.reason, *(each.reason for each in evaluation.indicators)]
    if low >= high * LARGE_CUT or any(len(reason) >= TELLING_REASON for reason in reasons):
        return passed(subject)
    return finding(
        subject,
        f"{subject}：年初预算数{line.opening.text}，全年预算数{line.budget.text}，自评表没有说明调整的原因。",
        f"{subject}: from {line.opening.text} to {line.budget.text} without a reason in the table.",
        [fund_evidence(line)],
        stated=line.budget.text,
        expected=line.opening.text,
        severity=Severity.NOTICE,
    )
