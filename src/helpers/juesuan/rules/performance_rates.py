"""Family `narrative_arithmetic`: rates and shares said in reports and in part four."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import ROUND_DOWN, Decimal

from juesuan.accounts import Accounts, bare
from juesuan.amounts import TEN_THOUSAND, Amount, plain
from juesuan.checks import Check, Figure, Outcome, of_fact, of_statement
from juesuan.compare import gather, not_applicable, sums_to, unchecked
from juesuan.ratios import is_share
from juesuan.records import Evaluation, Fact, Measure, Statement
from juesuan.rules.performance import METHOD, fund_evidence, quoted, total_line
from juesuan.rules.performance_money import BUDGETS, MONEY, NAMES, project_money
from juesuan.rules.performance_projects import OTHER_BUDGETS, column, project_expenditures, project_tables
from juesuan.rules.performance_scope import Report, report_at, reports
from juesuan.rules.registry import rule

PLANNED = "计划到位资金"
CENTS = 2
_ARRIVAL = re.compile(r"到位")
_PROJECT_SHARE = re.compile(r"项目支出(?:预算)?总额|项目支出$")
_BUDGET_TOTAL = re.compile(r"(?:项目|支出)预算|预算(?:总额|数|合计)")
_GENERAL_SHARE = re.compile(r"^一般公共预算(?:财政拨款)?支出(?:总额|决算)?$")


@rule("report-rates", family="narrative_arithmetic", basis=METHOD, zh="报告所述执行率、到位率与所述金额相符")
def report_rates(accounts: Accounts) -> Iterator[Check]:
    """A rate said in a report follows from the money said beside it, or from the project's table."""
    found = reports(accounts)
    checks = [
        (each, report_at(found, each.paragraph), check)
        for each in accounts.measured(Measure.COMPLETION)
        if each.amount and each.topic.startswith(("report", "performance"))
        if (check := _rate_check(accounts, found, each)) is not None
    ]
    rounding = [report for _, report, check in checks if _is_rounded_up(check)]
    for rate, report, check in checks:
        settled = check if report in rounding else _cut_is_rounding(check)
        yield (settled.outcome is Outcome.FAILED and _of_table(report, rate)) or settled
    if not checks:
        yield not_applicable("报告所述比率", "报告没有可以核对的执行率、到位率")


@rule(
    "evaluated-share",
    family="narrative_arithmetic",
    basis=METHOD,
    zh="自评资金占项目支出（或一般公共预算支出）的比重等于两者之比",
    whole=True,
)
def evaluated_share(accounts: Accounts) -> Iterator[Check]:
    """The share of project expenditure, or of all general-budget expenditure, that was evaluated follows from both."""
    known = [(each, facts) for each in _evaluated_shares(accounts) if (facts := _wholes(accounts, each))]
    if not known:
        yield not_applicable("自评资金占比", "没有说明自评资金占项目支出的比重，或没有项目支出决算数")
    for share, facts in known:
        part = _summed(accounts, share)
        if part is None or not part.amount or not part.amount.value:
            continue
        left = of_statement(share, f"自评资金占{share.of}的比重")
        numerator = of_statement(part, "自评资金")
        of_projects = _PROJECT_SHARE.search(share.of) is not None
        name = "项目支出" if of_projects else "合计"
        checks = [is_share(left, numerator, of_fact(fact, f"公开{fact.form}表{name}"), left.label) for fact in facts]
        check = next((check for check in checks if check.outcome is not Outcome.FAILED), checks[0])
        failed = check.outcome is Outcome.FAILED
        yield _of_budgets(accounts, left, numerator, check) if of_projects and failed else check


def _rate_check(accounts: Accounts, found: list[Report], rate: Statement) -> Check | None:
    report = report_at(found, rate.paragraph)
    if bare(rate.subject) != MONEY:
        return None
    if rate.of == PLANNED:
        part, whole = _arrivals(accounts, report, rate)
    elif _ARRIVAL.search(rate.of):
        part, whole = _before(accounts, report, rate, Measure.FINAL), _before(accounts, report, rate, Measure.RECEIVED)
    else:
        part = _before(accounts, report, rate, Measure.FINAL)
        whole = _before(accounts, report, rate, *BUDGETS, Measure.TARGET)
        if part and whole and part.offset < whole.offset and part.paragraph == whole.paragraph:
            whole = None if part.quote != whole.quote else whole
    left = _told(rate)
    sides = _sides(report, rate, part, whole)
    if sides is None:
        return None
    part_known, whole_known = as_granted(sides[0]), as_granted(sides[1])
    return is_share(left, part_known, whole_known, left.label)


def _told(rate: Statement) -> Figure:
    return of_statement(rate, f"{quoted(rate.section)}所述{rate.word or '完成率'}")


def _of_table(report: Report | None, rate: Statement) -> Check | None:
    """The check against the project's table where it comes out; None where it does not, or for money received."""
    line = total_line(report.evaluation) if report and not report.evaluation.overall else None
    if line is None or line.executed.amount is None or "到位" in rate.of:
        return None
    left, spent = _told(rate), Figure("自评表执行数", line.executed.amount, (fund_evidence(line),))
    for entry in (line.budget, line.opening):
        if entry.amount:
            check = is_share(left, spent, Figure("自评表预算数", entry.amount, (fund_evidence(line),)), left.label)
            if check.outcome in (Outcome.PASSED, Outcome.ROUNDING):
                return check
    return None


def _sides(
    report: Report | None, rate: Statement, part: Statement | None, whole: Statement | None
) -> tuple[Figure, Figure] | None:
    """Part and whole of a rate: as said, the missing one from the project's table."""
    line = total_line(report.evaluation) if report and not report.evaluation.overall else None
    spending = rate.of != PLANNED and not _ARRIVAL.search(rate.of)
    left = of_statement(part, NAMES.get(part.measure, "支出")) if part else None
    planned = rate.of == PLANNED
    right = of_statement(whole, PLANNED if planned else NAMES.get(whole.measure, "预算")) if whole else None
    if line and spending and left is None and line.executed.amount:
        left = Figure("自评表执行数", line.executed.amount, (fund_evidence(line),))
    if line and right is None and line.budget.amount and rate.of != "到位资金":
        right = Figure("自评表预算数", line.budget.amount, (fund_evidence(line),))
    return (left, right) if left and right else None


def _before(accounts: Accounts, report: Report | None, rate: Statement, *measures: Measure) -> Statement | None:
    """The nearest figure of a project's money before a rate in its paragraph, else the last before it in its report."""
    known = project_money(accounts.statements, *measures)
    near = [each for each in known if each.paragraph == rate.paragraph and each.offset < rate.offset]
    if near or report is None or report.evaluation.overall:
        return near[-1] if near else None
    own = [each for each in known if report.holds(each.paragraph) and each.paragraph < rate.paragraph]
    return own[-1] if own else None


def _arrivals(accounts: Accounts, report: Report | None, rate: Statement) -> tuple[Statement | None, Statement | None]:
    """Money received and money that should have been: two figures of the rate's own sentence, or its budget."""
    beside = [each for each in project_money(accounts.statements, Measure.RECEIVED) if each.quote == rate.quote]
    planned = [each for each in project_money(accounts.statements, *BUDGETS) if each.quote == rate.quote]
    if len(beside) >= 2 and not planned:
        return beside[-1], beside[0]
    part = beside[-1] if beside else _before(accounts, report, rate, Measure.RECEIVED)
    return part, planned[-1] if planned else _before(accounts, report, rate, *BUDGETS)


def as_granted(figure: Figure) -> Figure:
    """A project's money said in whole units is a round sum that was granted, not one rounded for display."""
    if figure.amount is None or figure.amount.decimals > 0:
        return figure
    return replace(figure, amount=figure.amount.with_decimals(CENTS))


def _is_rounded_up(check: Check) -> bool:
    """Whether a rate is right only as a rounded one (86% of 85.71%), so that its report does not cut digits off."""
    said = check.left.amount if check.left else None
    if check.outcome is not Outcome.PASSED or said is None or check.difference is None:
        return False
    return (said.value - check.difference).quantize(said.step, ROUND_DOWN) != said.value


def _cut_is_rounding(check: Check) -> Check:
    """A rate whose last digits were cut off instead of rounded is no error of arithmetic."""
    said = check.left.amount if check.left else None
    if check.outcome is not Outcome.FAILED or said is None or check.difference is None:
        return check
    share = said.value - check.difference
    if share.quantize(said.step, ROUND_DOWN) != said.value:
        return check
    shown = plain(share.quantize(said.step / 10, ROUND_DOWN))
    return replace(
        check,
        outcome=Outcome.ROUNDING,
        zh=f"{check.subject}为{said.displayed}，是{shown}%截去末位而非四舍五入所得。",
        en=f"{check.subject} is {said.displayed}: {shown}% cut off rather than rounded.",
    )


def _evaluated_shares(accounts: Accounts) -> Iterator[Statement]:
    return (
        each
        for each in accounts.measured(Measure.SHARE)
        if each.topic.startswith("performance")
        and (each.subject.startswith("绩效自评金额") or _PROJECT_SHARE.search(each.of))
        and not OTHER_BUDGETS.search(each.of)
    )


def _wholes(accounts: Accounts, share: Statement) -> list[Fact]:
    """The forms' totals of which a share may be said; none where its wording names another."""
    if _PROJECT_SHARE.search(share.of):
        return project_expenditures(accounts)
    total = accounts.fact("05", "合计", "total") if _GENERAL_SHARE.search(share.of) else None
    return [total] if total else []


def _summed(accounts: Accounts, share: Statement) -> Statement | None:
    """The sum of which a share is said: the nearest before it in its paragraph."""
    near = [
        each
        for each in accounts.statements
        if each.paragraph == share.paragraph
        and each.offset < share.offset
        and each.measure is Measure.FINAL
        and bare(each.subject) == bare(share.subject)
    ]
    return near[-1] if near else None


def _are_complete(tables: list[Evaluation], evaluated: Figure) -> bool:
    """Whether the tables are all that were evaluated: their spending, or budgets, come to the sum that is said."""
    sums = (sums_to(evaluated, column(tables, key), "") for key in ("executed", "budget") if tables)
    return any(check.outcome in (Outcome.PASSED, Outcome.ROUNDING) for check in sums)


def _of_budgets(accounts: Accounts, left: Figure, numerator: Figure, check: Check) -> Check:
    """The check of a share that is not one of project expenditure: the tables' budgets may be the base meant."""
    tables = project_tables(accounts)
    budgets = column(tables, "budget")
    known = _are_complete(tables, numerator) and all(figure.amount and not figure.doubt for figure in budgets)
    if not known:
        return unchecked(left.label, "没有项目支出预算总额", left) if _BUDGET_TOTAL.search(left.label) else check
    total = sum((figure.amount.into(TEN_THOUSAND).value for figure in budgets if figure.amount), Decimal(0))
    base = Figure(
        "各项目预算数之和", Amount(total, TEN_THOUSAND, 2, str(total)), gather(*budgets), parts=tuple(budgets)
    )
    other = is_share(left, numerator, base, left.label)
    return check if other.outcome is Outcome.FAILED and not _BUDGET_TOTAL.search(left.label) else other
