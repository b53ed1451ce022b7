"""Family `performance_budget`: the money of self-evaluation tables, in itself and against the forms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from juesuan.accounts import Accounts
from juesuan.checks import Check, Figure, Outcome, Severity, of_fact
from juesuan.compare import equal, finding, not_applicable, passed, sums_to, unchecked
from juesuan.records import Entry, Evaluation, FundLine
from juesuan.rules.performance import (
    METHOD,
    fund_evidence,
    line_of,
    no_tables,
    quoted,
    table_name,
    total_line,
)
from juesuan.rules.registry import rule

FAMILY = "performance_budget"
COLUMNS = (("opening", "年初预算数"), ("budget", "预算数"), ("executed", "执行数"))
BY_SOURCE = ("fiscal", "carried", "other")
BY_TASK = ("task", "personnel", "running", "basic", "project")
PARTS = (("total", ("basic", "project")), ("basic", ("personnel", "running")))

# kind of fund line in the whole department's table: the form's cells that say the same
IN_FORMS = {
    "total": (("03", "合计", "total"), ("04", "本年支出合计", "total"), ("05", "合计", "total")),
    "basic": (("03", "合计", "basic"), ("05", "合计", "basic")),
    "project": (("03", "合计", "project"), ("05", "合计", "project")),
    "personnel": (("06", "人员经费合计", "final"),),
    "running": (("06", "公用经费合计", "final"),),
}


@rule("fund-lines-sum", family=FAMILY, basis=METHOD, zh="自评表资金总额等于各项资金之和")
def fund_lines_sum(accounts: Accounts) -> Iterator[Check]:
    """The total of a self-evaluation's money is the sum of its lines, its budget the opening one as adjusted."""
    checks = [check for each in accounts.evaluations for check in (*_sums(each), *_adjusted(each))]
    yield from checks or [no_tables(accounts, "自评表资金合计", "自评表没有可以相加的资金")]


@rule("spending-within-budget", family=FAMILY, basis=METHOD, zh="执行数不超过全年预算数")
def spending_within_budget(accounts: Accounts) -> Iterator[Check]:
    """No line of a self-evaluation is spent beyond its full-year budget."""
    checks = [check for each in accounts.evaluations for line in each.funds for check in _within(each, line)]
    yield from checks or [no_tables(accounts, "预算内执行")]


@rule(
    "overall-table-restates-forms",
    family=FAMILY,
    basis="部门决算公开表样 03、05、06",
    zh="整体支出自评表的执行数与决算报表一致",
)
def overall_table_restates_forms(accounts: Accounts) -> Iterator[Check]:
    """The whole department's self-evaluation says what the statutory forms say was spent."""
    checks = [
        check
        for evaluation in accounts.evaluations
        if evaluation.overall
        for check in _against_forms(accounts, evaluation)
    ]
    yield from checks or [not_applicable("整体支出自评表", "文件中没有整体支出自评表，或没有决算报表")]


def amount(entry: Entry, line: FundLine, label: str) -> Figure:
    """A cell of a fund line as one side of a check."""
    return Figure(label, entry.amount, (fund_evidence(line),), entry.doubt)


def _sums(evaluation: Evaluation) -> Iterator[Check]:
    for whole, parts in _families(evaluation):
        for key, name in COLUMNS:
            total = getattr(whole, key)
            given = [(line, getattr(line, key)) for line in parts if getattr(line, key).amount]
            if total.amount is None or not given:
                continue
            subject = f"{table_name(evaluation)}{quoted(whole.label)}{name}"
            figures = [amount(entry, line, f"{quoted(line.label)}{name}") for line, entry in given]
            yield _sum_check(amount(total, whole, subject), figures, subject)


def _adjusted(evaluation: Evaluation) -> Iterator[Check]:
    """Each line's budget against its opening budget and what was added or taken off."""
    for line in evaluation.funds:
        if line.opening.amount and line.adjustment.amount and line.budget.amount:
            subject = f"{table_name(evaluation)}{quoted(line.label)}预算数"
            parts = [amount(line.opening, line, "年初预算数"), amount(line.adjustment, line, "追加（减）数")]
            yield sums_to(
                amount(line.budget, line, subject), parts, subject, parts_label="年初预算数与追加（减）数之和"
            )


def _sum_check(total: Figure, parts: Sequence[Figure], subject: str) -> Check:
    """The total against all its parts; where several name the same source, the first of them will do.

    中央 and 省级 money may be printed below 财政拨款 as its parts, so that a sum of all counts twice.
    """
    check = sums_to(total, parts, subject)
    if check.outcome is not Outcome.FAILED or len(parts) == 1:
        return check
    first = sums_to(total, parts[:1], subject)
    return check if first.outcome is Outcome.FAILED else first


def _families(evaluation: Evaluation) -> Iterator[tuple[FundLine, list[FundLine]]]:
    """Every total with the lines that make it up."""
    whole = total_line(evaluation)
    lines = evaluation.funds
    if whole is None:
        return
    if not evaluation.overall:
        parts = [line for line in lines if line.kind in BY_SOURCE and "/" not in line.label]
        fiscal = [line for line in parts if line.kind == "fiscal"]
        if len(fiscal) == 1 or (len(fiscal) > 1 and _adds_up(whole, parts)):
            yield whole, parts
        return
    if any(line.kind == "task" for line in lines):
        yield whole, [line for line in lines if line.kind in BY_TASK]
    elif line_of(evaluation, "basic") and line_of(evaluation, "project"):
        for kind, kinds in PARTS:
            if total := line_of(evaluation, kind):
                yield total, [found for each in kinds if (found := line_of(evaluation, each))]
    elif len(parts := [line for line in lines if line.kind in BY_TASK]) > 1:  # one alone (其中：项目支出) is not all
        yield whole, parts


def _adds_up(whole: FundLine, parts: Sequence[FundLine]) -> bool:
    """Whether one column is the sum of all parts, so that none of them is a part of another."""
    for key, name in COLUMNS:
        entries = [
            getattr(part, key) for part in parts if getattr(part, key).amount and getattr(part, key).amount.value
        ]
        total = getattr(whole, key)
        if total.amount and len(entries) > 1:
            figures = [amount(entry, whole, name) for entry in entries]
            if sums_to(amount(total, whole, name), figures, name).outcome is Outcome.PASSED:
                return True
    return False


def _within(evaluation: Evaluation, line: FundLine) -> Iterator[Check]:
    spent, budget = line.executed, line.budget
    if spent.amount is None or budget.amount is None or line.kind == "":
        return
    subject = f"{table_name(evaluation)}{quoted(line.label)}"
    if spent.doubt or budget.doubt:
        yield unchecked(subject, spent.doubt or budget.doubt)
    elif spent.amount.value <= budget.amount.value:
        yield passed(subject)
    else:
        # a lone 预算数 may be the opening budget, which spending may exceed
        full_year = any(each.opening.amount for each in evaluation.funds)
        yield finding(
            subject,
            f"{subject}执行数{spent.text}超过预算数{budget.text}（{evaluation.unit}）。",
            f"{subject}: spent {spent.text} of a budget of {budget.text} ({evaluation.unit}).",
            [fund_evidence(line)],
            stated=spent.text,
            expected=f"≤ {budget.text}",
            severity=Severity.ERROR if full_year else Severity.NOTICE,
        )


def _against_forms(accounts: Accounts, evaluation: Evaluation) -> Iterator[Check]:
    for kind, cells in IN_FORMS.items():
        line = _spent_line(evaluation, kind)
        facts = [fact for form, row, key in cells if (fact := accounts.fact(form, row, key)) is not None]
        if line is None or not facts:
            continue
        subject = f"{table_name(evaluation)}{quoted(line.label)}执行数"
        left = amount(line.executed, line, subject)
        checks = [equal(left, of_fact(fact, f"公开{fact.form}表{fact.item}"), subject) for fact in facts]
        check = next((check for check in checks if check.outcome is not Outcome.FAILED), checks[0])
        if kind == "total" and line_of(evaluation, "task"):
            check = _of_tasks(accounts, left, check)
        if check.outcome is Outcome.FAILED and (number := _not_read(accounts, cells)):
            check = unchecked(subject, f"公开{number}表没有读全，不知其中的这一数", left)
        yield check if facts[0].form == "03" or _is_all_general(accounts) else _or_other_money(check, left)


def _not_read(accounts: Accounts, cells: Sequence[tuple[str, str, str]]) -> str:
    """The form that shows no figure in its cell though it has rows that were not read with certainty; "" if none."""
    for number, row, key in cells:
        form = accounts.form(number)
        if form is not None and accounts.fact(number, row, key) is None and any(each.doubt for each in form.rows):
            return number
    return ""


def _is_all_general(accounts: Accounts) -> bool:
    """Whether the forms show that all that was spent is general public budget."""
    everything, general = accounts.fact("03", "合计", "total"), accounts.fact("05", "合计", "total")
    return everything is not None and general is not None and everything.amount.value == general.amount.value


def _or_other_money(check: Check, said: Figure) -> Check:
    """A table that shows more than the forms of the fiscal money alone may include other money."""
    more = check.outcome is Outcome.FAILED and check.difference is not None and check.difference > 0
    return unchecked(check.subject, "自评表可能包括财政拨款以外的资金", said) if more else check


def _of_tasks(accounts: Accounts, total: Figure, check: Check) -> Check:
    """A total of tasks may be that of all expenditure, of the projects alone or of the chief of them."""
    if check.outcome is not Outcome.FAILED or (check.difference is not None and check.difference > 0):
        return check
    projects = [fact for form in ("03", "05") if (fact := accounts.fact(form, "合计", "project")) is not None]
    checks = [equal(total, of_fact(fact, f"公开{fact.form}表项目支出"), check.subject) for fact in projects]
    good = next((each for each in checks if each.outcome is not Outcome.FAILED), None)
    return good or unchecked(check.subject, "所列任务可能不是全部支出", total)


def _spent_line(evaluation: Evaluation, kind: str) -> FundLine | None:
    """The line of this kind with spending; a single task that carries all the money stands for the total."""
    found = [line for line in evaluation.funds if line.kind == kind and line.executed.amount]
    if found:
        return found[0]
    tasks = [line for line in evaluation.funds if line.kind == "task" and line.executed.amount]
    return tasks[0] if kind == "total" and len(tasks) == 1 else None
