"""Families `performance_budget` and `narrative_arithmetic`: project money said in reports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from juesuan.accounts import Accounts, bare
from juesuan.amounts import TEN_THOUSAND, YUAN
from juesuan.checks import Check, Evidence, Figure, Outcome, Severity, of_fact, of_statement
from juesuan.compare import equal, finding, not_applicable, passed, unchecked
from juesuan.evaluations.entity_linking import best_match
from juesuan.passages import Hit
from juesuan.records import Entry, Evaluation, Fact, FundLine, Measure, Statement
from juesuan.rules.performance import METHOD, fund_evidence, quoted, total_line
from juesuan.rules.performance_scope import Report, reports
from juesuan.rules.registry import rule

FAMILY = "performance_budget"
MONEY = "项目资金"
ALIKE = Decimal("0.85")
HALF, TWICE = Decimal("0.5"), Decimal(2)
SPENT = (Measure.FINAL, Measure.OTHER)  # a figure without its unit is read as OTHER
BUDGETS = (Measure.BUDGET, Measure.OPENING_BUDGET)
COLUMNS = {
    Measure.BUDGET: ("budget", "opening"),
    Measure.OPENING_BUDGET: ("opening", "budget"),
    Measure.FINAL: ("executed",),
}
NAMES = {
    Measure.BUDGET: "预算",
    Measure.OPENING_BUDGET: "年初预算",
    Measure.FINAL: "支出",
    Measure.RECEIVED: "到位资金",
}

# subject in the report on the whole department: the form's cells that say the same
IN_FORMS = {
    "财政拨款收入": (("04", "本年收入合计", "income"), ("02", "合计", "fiscal")),
    "财政拨款支出": (("04", "本年支出合计", "total"), ("03", "合计", "total")),
    "基本支出": (("03", "合计", "basic"), ("05", "合计", "basic")),
    "项目支出": (("03", "合计", "project"), ("05", "合计", "project")),
    "人员经费": (("06", "人员经费合计", "final"),),
    "公用经费": (("06", "公用经费合计", "final"),),
    bare("“三公”经费"): (("09", "", "final:total"),),
    bare("因公出国（境）费"): (("09", "", "final:abroad"),),
    "公务用车购置费": (("09", "", "final:purchase"),),
    "公务用车运行维护费": (("09", "", "final:running"),),
    "公务接待费": (("09", "", "final:reception"),),
}
BUDGETED_IN_FORMS = {
    subject: tuple((form, row, key.replace("final:", "budget:")) for form, row, key in cells)
    for subject, cells in IN_FORMS.items()
    if any(key.startswith("final:") for _, _, key in cells)
}
_YEARLY = re.compile(r"每年(?:度)?(?:计划)?(?:资金|经费)?投入(?:资金|经费)?(?P<sum>\d+(?:\.\d+)?)(?!\d|元|亿)")
SEVERAL_YEARS = re.compile(r"总(?:金额|投资|预算|额)|\d+年(?:建成|期)|每年|分年|分期")
_FURTHER = re.compile(r"另(?:有|外|行)|此外|除此之外|还(?:有|安排)")


@rule("report-restates-project-money", family=FAMILY, basis=METHOD, zh="报告所述项目预算、支出与自评表一致")
def report_restates_project_money(accounts: Accounts) -> Iterator[Check]:
    """The budget and the spending that a report states are those of the project's own table."""
    checks = [check for report in reports(accounts) for check in _restated(accounts, report)]
    yield from checks or [not_applicable("报告所述项目资金", "报告没有说明项目资金，或没有对应的自评表")]


@rule("spending-within-receipts", family=FAMILY, basis=METHOD, zh="项目支出不超过到位资金")
def spending_within_receipts(accounts: Accounts) -> Iterator[Check]:
    """A project does not spend more than the sentence, or else its report, says it received."""
    checks = []
    arrived = project_money(accounts.measured(Measure.RECEIVED), Measure.RECEIVED)
    for spent in project_money(accounts.measured(Measure.FINAL), Measure.FINAL):
        received = [each for each in arrived if each.quote == spent.quote]
        checks += [_receipts_check(received[-1], spent)] if received else []
    for report, received_in, spent_in in _told_apart(accounts):
        if received_in.quote != spent_in.quote:
            checks.append(_receipts_check(received_in, spent_in, quoted(report.evaluation.project)))
    yield from checks or [not_applicable("支出与到位资金", "报告没有同时说明到位资金和支出")]


@rule(
    "overall-report-restates-forms",
    family="table_narrative",
    basis="部门决算公开表样 03—06",
    zh="整体支出自评报告所述支出与决算报表一致",
)
def overall_report_restates_forms(accounts: Accounts) -> Iterator[Check]:
    """Spending said in the report on the whole department is that of the statutory forms."""
    said = [
        each
        for each in accounts.statements
        if each.topic == "report.overall" and each.measure in (*SPENT, Measure.BUDGET)
    ]
    found = [(each, check) for each in said if (check := _against_forms(accounts, each)) is not None]
    restated = {(bare(each.subject), each.measure) for each, check in found if check.outcome is not Outcome.FAILED}
    checks = [
        _unless_smaller(each, check) if (bare(each.subject), each.measure) in restated else check
        for each, check in found
    ]
    yield from checks or [not_applicable("整体支出自评报告", "没有整体支出自评报告，或没有决算报表")]


@rule("yearly-plan", family=FAMILY, basis=METHOD, zh="分年投入的项目，当年预算与所述每年投入一致")
def yearly_plan(accounts: Accounts) -> Iterator[Check]:
    """Where a report plans a sum for every year, the year's budget is that sum."""
    checks = []
    for report in reports(accounts):
        line = total_line(report.evaluation)
        plans = [hit for hit in accounts.prose.search(_YEARLY) if report.holds(hit.passage.index)]
        checks += [_plan_check(report, hit, line) for hit in plans if line]
    yield from checks or [not_applicable("每年投入", "报告没有说明每年投入")]


@rule("receipts-left-over", family=FAMILY, basis="部门决算公开表样 01", zh="到位未用的资金应有年末结转")
def receipts_left_over(accounts: Accounts) -> Iterator[Check]:
    """Money received and not spent shows as carried over in form 01."""
    left = list(_told_apart(accounts))
    form = accounts.form("01")
    if form is None or not left:
        yield not_applicable("到位未用的资金", "没有收入支出决算总表，或报告没有说明到位资金和支出")
        return
    for report, received, spent in left:
        yield _left_over_check(accounts, report, received, spent)


def project_money(statements: Sequence[Statement] | Iterator[Statement], *measures: Measure) -> list[Statement]:
    """The statements of a project's money with these measures."""
    return [
        each
        for each in statements
        if each.measure in measures and each.subject == MONEY and each.amount and each.amount.is_money
    ]


def one_value(found: list[Statement]) -> Statement | None:
    """The statement where all that were found say one value, else None."""
    values = {each.amount.into(YUAN).value for each in found if each.amount}
    return found[0] if len(values) == 1 else None


def _restated(accounts: Accounts, report: Report) -> Iterator[Check]:
    if report.evaluation.overall:
        for table, said in _by_project(accounts, report):
            yield from _against_table(table, said)
    else:
        yield from _against_table(report.evaluation, project_money(report.statements(accounts), *COLUMNS))


def _by_project(accounts: Accounts, report: Report) -> Iterator[tuple[Evaluation, list[Statement]]]:
    """What the report on the whole department says of single projects' money, with their tables."""
    named = {tie.name: tie.evaluation for tie in accounts.ties if tie.name}
    said: dict[str, list[Statement]] = {}
    for each in project_money(report.statements(accounts), *COLUMNS):
        if each.project:
            said.setdefault(each.project, []).append(each)
    for project, statements in said.items():
        match = best_match(project, accounts.evaluations)
        index = named.get(project, match[0] if match and match[1] >= ALIKE else None)
        if index is not None:
            yield accounts.evaluations[index], statements


def _against_table(evaluation: Evaluation, said: Sequence[Statement]) -> Iterator[Check]:
    line = total_line(evaluation)
    if line is None:
        return
    for each in said:
        entries = [entry for name in COLUMNS[each.measure] if (entry := getattr(line, name)).amount]
        if not entries:
            continue
        subject = f"{quoted(evaluation.project)}{NAMES[each.measure]}"
        checks = [_restated_check(each, line, entry, subject) for entry in entries]
        best = next((check for check in checks if check.outcome is not Outcome.FAILED), checks[0])
        if best.outcome is Outcome.FAILED and (reason := _why_another(each, said, line)):
            best = unchecked(subject, reason)
        yield best


def _restated_check(said: Statement, line: FundLine, entry: Entry, subject: str) -> Check:
    left = of_statement(said, f"报告所述{subject}")
    right = Figure(f"自评表{quoted(line.label)}", entry.amount, (fund_evidence(line),), entry.doubt)
    return equal(left, right, subject)


def _why_another(said: Statement, others: Sequence[Statement], line: FundLine) -> str:
    """Why a figure that differs from the table may speak of other money; "" where it cannot."""
    if SEVERAL_YEARS.search(re.sub(r"\s", "", said.quote)):
        return "报告所述可能是多年的总额"
    if _FURTHER.match(re.sub(r"\s", "", said.quote)):
        return "报告所述是另一笔资金"
    figures = [entry.amount.into(YUAN).value for entry in (line.opening, line.budget, line.executed) if entry.amount]
    beside = [each for each in others if each.quote == said.quote and each.measure is said.measure and each is not said]
    if any(each.amount and round(each.amount.into(YUAN).value, -2) in _near(figures) for each in beside):
        return "同一句中另有一数与自评表相符"
    return "" if not beside else "同一句中有几个同类的数，不能确定是哪一个"


def _near(figures: Sequence[Decimal]) -> set[Decimal]:
    return {round(figure, -2) for figure in figures}


def _told_apart(accounts: Accounts) -> Iterator[tuple[Report, Statement, Statement]]:
    """Every project's report that gives one sum received and one sum spent, with both."""
    for report in reports(accounts):
        received = one_value(project_money(report.statements(accounts), Measure.RECEIVED))
        spent = one_value(project_money(report.statements(accounts), Measure.FINAL))
        if received and spent and report.section.topic == "report.project":
            yield report, received, spent


def _receipts_check(received: Statement, spent: Statement, name: str = "") -> Check:
    subject = f"{name or quoted(spent.section)}支出与到位资金"
    if received.amount is None or spent.amount is None or received.doubt or spent.doubt:
        return unchecked(subject, received.doubt or spent.doubt or "没有数字")
    have, used = received.amount.into(YUAN), spent.amount.into(YUAN)
    if used.value <= have.value or used.interval.meets(have.interval):
        return passed(subject)
    return finding(
        subject,
        f"{subject}：支出{spent.amount}超过到位资金{received.amount}，超出四舍五入所能解释的范围。",
        f"{subject}: {spent.amount} spent exceeds {received.amount} received, beyond rounding.",
        list(dict.fromkeys(Evidence(each.quote, each.place) for each in (received, spent))),
        stated=str(spent.amount),
        expected=f"≤ {received.amount}",
    )


def _against_forms(accounts: Accounts, said: Statement) -> Check | None:
    cells = (BUDGETED_IN_FORMS if said.measure is Measure.BUDGET else IN_FORMS).get(bare(said.subject), ())
    facts = [fact for form, row, key in cells if (fact := accounts.fact(form, row, key)) is not None]
    if not facts or said.amount is None or said.project:
        return None
    left = _in_yuan(of_statement(said, f"{quoted(said.section)}所述{said.subject}"), facts[0])
    checks = [equal(left, of_fact(fact, f"公开{fact.form}表{fact.item or fact.column}"), left.label) for fact in facts]
    return next((check for check in checks if check.outcome is not Outcome.FAILED), checks[0])


def _unless_smaller(said: Statement, check: Check) -> Check:
    """A smaller figure beside one that restates the form may be of a part, unless it is said as part of the whole."""
    if check.outcome is not Outcome.FAILED or said.role or (check.difference is not None and check.difference > 0):
        return check
    return unchecked(check.subject, "同一报告另有一数与报表相符，这一数可能只是其中一部分")


def _in_yuan(said: Figure, fact: Fact) -> Figure:
    """An amount printed without a unit read as 元, where the form's own amount shows that nothing else can be meant."""
    if said.amount is None or said.amount.unit or not fact.amount.value:
        return said
    ratio = said.amount.value / fact.amount.into(YUAN).value
    return Figure(said.label, replace(said.amount, unit=YUAN), said.evidence) if HALF < ratio < TWICE else said


def _plan_check(report: Report, plan: Hit, line: FundLine) -> Check:
    subject = f"{quoted(report.evaluation.project)}每年投入"
    budget = line.budget.amount or line.opening.amount
    if budget is None:
        return unchecked(subject, "自评表没有预算数")
    if Decimal(plan.match["sum"]) == budget.into(TEN_THOUSAND).value:
        return passed(subject)
    return finding(
        subject,
        f"{subject}计划为{plan.match['sum']}，当年预算数却是{budget.displayed}，没有说明。",
        f"{subject}: {plan.match['sum']} a year was planned, {budget.displayed} budgeted, without explanation.",
        [plan.evidence, fund_evidence(line)],
        stated=budget.displayed,
        expected=plan.match["sum"],
        severity=Severity.NOTICE,
    )


def _left_over_check(accounts: Accounts, report: Report, received: Statement, spent: Statement) -> Check:
    subject = f"{quoted(report.evaluation.project)}到位未用的资金"
    assert received.amount is not None and spent.amount is not None  # _one keeps only those with one
    have, used = received.amount.into(YUAN), spent.amount.into(YUAN)
    over = accounts.fact("01", bare("年末结转和结余"), "expenditure")
    if have.value <= used.value or (over is not None and over.amount.value):
        return passed(subject)
    left = [of_fact(over, "年末结转和结余")] if over else []
    return finding(
        subject,
        f"{subject}：到位{received.amount}、支出{spent.amount}，收入支出决算总表却没有年末结转。",
        f"{subject}: {received.amount} received and {spent.amount} spent, yet form 01 carries nothing over.",
        [
            Evidence(received.quote, received.place),
            Evidence(spent.quote, spent.place),
            *(item for figure in left for item in figure.evidence),
        ],
        stated=str(received.amount),
        expected=str(spent.amount),
        severity=Severity.NOTICE,
    )
