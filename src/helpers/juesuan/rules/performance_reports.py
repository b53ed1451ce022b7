"""Families `performance_target` and `table_narrative`: targets that a report sets against its project's table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from juesuan.accounts import Accounts
from juesuan.amounts import PERCENT, Amount, plain
from juesuan.checks import Check, Evidence, Severity
from juesuan.compare import finding, not_applicable, passed, unchecked
from juesuan.evaluations.quantities import parse_quantity
from juesuan.records import FundLine, Indicator, Measure, Statement
from juesuan.rules.performance import HUNDRED, METHOD, fund_evidence, quoted, row_evidence, total_line
from juesuan.rules.performance_money import SEVERAL_YEARS
from juesuan.rules.performance_scope import Report, reports
from juesuan.rules.registry import rule

_DONE = re.compile(r"(?:完成|实现|达到)了?(?:全年|全部|各项|年度)?(?:的)?(?:预期|绩效|既定)+(?:指标|目标)|已完成")
_SATISFACTION = re.compile(r"满意")
_INPUT = re.compile(r"资金投入|投入资金|项目资金|经费投入|预算资金|资金额度")


@rule("execution-target", family="performance_target", basis=METHOD, zh="报告设定的预算执行率目标与实际执行率相符")
def execution_target(accounts: Accounts) -> Iterator[Check]:
    """A project called done reached the execution rate that its own report set."""
    found = [
        (report, target, line)
        for report in reports(accounts)
        for target in _targets(accounts, report)
        if "执行率" in target.subject and (line := total_line(report.evaluation)) is not None
    ]
    if not found:
        yield not_applicable("预算执行率目标", "报告没有设定预算执行率目标")
    for report, target, line in found:
        yield _execution_check(accounts, report, target, line)


@rule("satisfaction-target", family="table_narrative", basis=METHOD, zh="满意度目标在报告和自评表中一致")
def satisfaction_target(accounts: Accounts) -> Iterator[Check]:
    """The target for satisfaction is the same in a project's report and in its table."""
    checks = [check for report in reports(accounts) if (check := _satisfaction_check(accounts, report)) is not None]
    yield from checks or [not_applicable("满意度目标", "报告和自评表没有可以对照的满意度目标")]


@rule("input-target", family="performance_budget", basis=METHOD, zh="报告设定的资金投入目标与项目预算一致")
def input_target(accounts: Accounts) -> Iterator[Check]:
    """The money that a report plans to put in is the project's budget."""
    checks = [check for report in reports(accounts) for check in _input_checks(accounts, report)]
    yield from checks or [not_applicable("资金投入目标", "报告没有设定资金投入目标")]


def _targets(accounts: Accounts, report: Report) -> Iterator[Statement]:
    return (each for each in report.statements(accounts) if each.measure is Measure.TARGET and each.amount)


def _execution_check(accounts: Accounts, report: Report, target: Statement, line: FundLine) -> Check:
    subject = f"{quoted(report.evaluation.project)}预算执行率目标"
    aim, spent = target.amount, line.executed.amount
    budget = line.budget.amount or line.opening.amount
    if aim is None or spent is None or budget is None or not budget.value or target.doubt:
        return unchecked(subject, target.doubt or "自评表没有预算数和执行数")
    rate = (spent.value / budget.value * HUNDRED).quantize(Decimal("0.01"))
    if rate >= aim.value - aim.step / 2:
        return passed(subject)
    done = _called_done(accounts, report)
    said = f"，却说“{done.quote[-30:]}”" if done else ""
    return finding(
        subject,
        f"{subject}为{aim.displayed}，实际{line.executed.text}÷{budget.displayed}＝{plain(rate)}%，没有达到{said}。",
        f"{subject}: {aim.displayed} was set; {line.executed.text} of {budget.displayed} is {plain(rate)}%.",
        [
            Evidence(target.quote, target.place),
            fund_evidence(line),
            *_money(accounts, report),
            *([done] if done else []),
        ],
        stated=aim.displayed,
        expected=f"{plain(rate)}%",
        severity=Severity.ERROR if done else Severity.NOTICE,
    )


def _called_done(accounts: Accounts, report: Report) -> Evidence | None:
    """Where the report or its table says that the project reached its aims, or grades it 优."""
    for passage in report.passages(accounts):
        match = _DONE.search(passage.dense)
        if match and not passage.is_heading and "目标明确" not in passage.dense:
            return passage.evidence(match.start(), match.end())
    if re.fullmatch(r"[^未没]{0,12}(?:已|全部|全面)完成[^未没]{0,12}", report.evaluation.result):
        return Evidence(report.evaluation.result, report.evaluation.place)
    graded = next((each for each in report.statements(accounts) if each.word in ("优", "优秀")), None)
    return Evidence(graded.quote, graded.place) if graded else None


def _money(accounts: Accounts, report: Report) -> list[Evidence]:
    """The sentence in which the report itself says what was spent."""
    spent = next((each for each in report.statements(accounts) if each.measure is Measure.FINAL and each.amount), None)
    return [Evidence(spent.quote, spent.place)] if spent else []


def _satisfaction_check(accounts: Accounts, report: Report) -> Check | None:
    said = [each for each in _targets(accounts, report) if _SATISFACTION.search(each.subject)]
    rows = [(each, amount) for each in report.evaluation.indicators if (amount := _satisfaction(each)) is not None]
    if len(said) != 1 or len(rows) != 1 or said[0].amount is None:
        return None
    row, target = rows[0]
    aim = said[0].amount
    subject = f"{quoted(report.evaluation.project)}满意度目标"
    if aim.unit != PERCENT or target.unit != PERCENT:
        return None
    result = row.actual.amount.value if row.actual.amount else None
    if aim.value in (target.value, result):
        return passed(subject)
    return finding(
        subject,
        f"{subject}，报告为{aim.displayed}，自评表为{row.target.text}。",
        f"{subject}: {aim.displayed} in the report, {row.target.text} in the table.",
        [Evidence(said[0].quote, said[0].place), row_evidence(row)],
        stated=aim.displayed,
        expected=row.target.text,
    )


def _satisfaction(row: Indicator) -> Amount | None:
    """The target of an indicator that stands under 满意度, None for any other."""
    if not _SATISFACTION.search(row.level1 + row.level2) or not _SATISFACTION.search(row.level3) or row.doubt:
        return None
    quantity = parse_quantity(row.target.text)
    return quantity.amount if quantity else None


def _input_checks(accounts: Accounts, report: Report) -> Iterator[Check]:
    line = total_line(report.evaluation)
    if line is None or report.evaluation.overall:
        return
    budgets = [entry for entry in (line.budget, line.opening) if entry.amount]
    for target in _targets(accounts, report):
        if not target.amount or not target.amount.is_money or not _INPUT.search(target.subject) or not budgets:
            continue
        subject = f"{quoted(report.evaluation.project)}资金投入目标"
        aim = target.amount.into(report.evaluation.unit)
        if any(entry.amount and entry.amount.into(report.evaluation.unit).value == aim.value for entry in budgets):
            yield passed(subject)
            continue
        if SEVERAL_YEARS.search(re.sub(r"\s", "", target.quote)):
            yield unchecked(subject, "报告所述可能是多年的总额")
            continue
        yield finding(
            subject,
            f"{subject}为{target.amount}，自评表预算数为{budgets[0].text}{report.evaluation.unit}。",
            f"{subject} is {target.amount}; the table's budget is {budgets[0].text} {report.evaluation.unit}.",
            [Evidence(target.quote, target.place), fund_evidence(line), *_money(accounts, report)],
            stated=str(target.amount),
            expected=f"{budgets[0].text} {report.evaluation.unit}",
        )
