"""Family `performance_budget`: how many projects and how much money were self-evaluated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from juesuan.accounts import Accounts
from juesuan.amounts import YUAN
from juesuan.checks import Check, Evidence, Figure, Outcome, Severity, of_fact, of_statement
from juesuan.compare import equal, finding, gather, not_applicable, passed, restated, sums_to, unchecked
from juesuan.evaluations.vocabulary import squeezed
from juesuan.records import Evaluation, Fact, Measure, Statement
from juesuan.rules.performance import METHOD, no_tables, quoted, table_name, total_line
from juesuan.rules.performance_budgets import amount
from juesuan.rules.performance_told import sums_told
from juesuan.rules.registry import rule

FAMILY = "performance_budget"
EVALUATED = ("绩效自评金额", "部门评价金额/一般公共预算", "部门评价金额")
LISTED = "所列项目合计"
_WHOLE = re.compile(r"占[^，。；\d]{0,16}$|整体支出(?:资金|金额)?$")  # before a sum that is not the projects'
_SELF_EVALUATED = re.compile(r"对\d+个[^，。；]{0,6}项目(?:进行|开展)[^，。；]{0,6}自评")
_OF_PROJECTS = ("", "个", "项")  # what projects are counted in
_OF_OTHERS = re.compile(  # before a number that is not of all projects, or not of projects at all
    r"(?:内容|指标|要点|任务|事项|问题)\s*$|(?:分|等级|优|良|中|差|完成|最高|最低)[^，。；]{0,6}的项目(?:有|共有|共)?\s*$"
)
_SOME = re.compile(r"\d+\s*个(?:重点|代表性|典型)项目")
_IN_QUOTES = re.compile(r"“[^”]+”")
_FULLY = re.compile(r"项目支出全面(?:开展|实施|组织)")
OTHER_BUDGETS = re.compile(r"政府性基金|国有资本|社会保险")


@rule("evaluated-amount", family=FAMILY, basis=METHOD, zh="所述自评资金等于各项目自评表的执行数（或预算数）之和")
def evaluated_amount(accounts: Accounts) -> Iterator[Check]:
    """The money said to be evaluated is the sum of the projects' tables, as budget or as spending."""
    tables = project_tables(accounts)
    said = [each for each in _evaluated(accounts) if each.amount and each.amount.value]
    sums = list(sums_told(accounts, tables))
    if not tables or not (said or sums):
        yield not_applicable("自评资金", "没有项目自评表，或没有说明自评资金")
        return
    yield from sums
    for each in said:
        yield _against_tables(accounts, each, tables, "自评资金")


@rule("listed-projects-total", family=FAMILY, basis=METHOD, zh="报告所列各项目支出合计等于各项目自评表执行数之和")
def listed_projects_total(accounts: Accounts) -> Iterator[Check]:
    """The spending that a report states for all its projects together is the sum of their tables."""
    tables = project_tables(accounts)
    said = [each for each in accounts.statements if each.subject == LISTED and each.measure is Measure.FINAL]
    if not tables or not said:
        yield not_applicable("所列项目合计", "报告没有说明各项目支出合计，或没有项目自评表")
        return
    for each in said:
        yield _against_tables(accounts, each, tables, "所列项目合计")


@rule("evaluation-is-full", family=FAMILY, basis=METHOD, zh="称项目支出“全面”自评的，自评资金等于项目支出")
def evaluation_is_full(accounts: Accounts) -> Iterator[Check]:
    """Where project expenditure is said to be evaluated in full, the money evaluated is all of it."""
    facts = project_expenditures(accounts)
    said = next((each for each in _evaluated(accounts) if each.amount and each.subject == EVALUATED[0]), None)
    if not facts or said is None or said.amount is None:
        yield not_applicable("自评覆盖面", "没有说明自评资金，或没有项目支出决算数")
        return
    budgets = [figure.amount for figure in column(project_tables(accounts), "budget")]
    planned = sum((each.into(YUAN).value for each in budgets if each), Decimal(0))
    if planned and said.amount.into(YUAN).value == planned:
        yield unchecked("自评覆盖面", "自评资金以预算数计，不能与决算数比较", of_statement(said, "自评资金"))
        return
    checks = [_coverage(said, fact) for fact in facts]
    yield next((check for check in checks if check.outcome is not Outcome.FAILED), checks[0])


@rule("projects-within-expenditure", family=FAMILY, basis=METHOD, zh="各项目自评表执行数之和不超过项目支出")
def projects_within_expenditure(accounts: Accounts) -> Iterator[Check]:
    """The projects' tables together spend no more than the department's project expenditure."""
    facts = project_expenditures(accounts)
    tables = project_tables(accounts)
    subject = "各项目执行数之和"
    if not facts or not tables:
        yield not_applicable(subject, "没有项目自评表，或没有项目支出决算数")
        return
    figures = column(tables, "executed")
    if doubt := next((figure.doubt for figure in figures if figure.doubt or figure.amount is None), None):
        yield unchecked(subject, doubt or "有项目自评表没有读出执行数")
        return
    widest = facts[-1]
    yield no_more_than(subject, figures, of_fact(widest, f"公开{widest.form}表项目支出"))


@rule("project-count", family=FAMILY, basis=METHOD, zh="所述自评项目数与项目自评表数一致")
def project_count(accounts: Accounts) -> Iterator[Check]:
    """As many projects are said to be evaluated as have tables."""
    tables = project_tables(accounts)
    counted = [each for each in accounts.statements if _counts_projects(each) and not _is_part(accounts, each)]
    first = {id(each) for each in {each.quote: each for each in reversed(counted)}.values()}
    said = [each for each in counted if _is_rank(each) or id(each) in first]  # what a sentence says next is of these
    if not tables or not said:
        yield no_tables(accounts, "自评项目数", "没有说明自评项目数" if tables else "")
        return
    if accounts.unread_evaluations:
        yield unchecked("自评项目数", " ".join(accounts.unread_evaluations))
        return
    ranks = [each for each in said if _is_rank(each)]
    groups = [[each] for each in said if not _is_rank(each)] + ([ranks] if ranks else [])
    counts = [sum((each.amount.value for each in group if each.amount), Decimal(0)) for group in groups]
    confirmed = any(count == len(tables) for count in counts)
    for group, count in zip(groups, counts, strict=True):
        yield _count_check(group, count, tables, confirmed or _described(accounts) == len(tables))


def _is_part(accounts: Accounts, said: Statement) -> bool:
    """Whether a number is of some of the projects (其中1个项目……), or of something else that projects have.

    Numbers of the ranks of projects make up all of them.
    """
    if _is_rank(said):
        return False
    text = accounts.paragraphs[said.paragraph].text
    clause = re.split("[，。；,;]", text[: said.offset])[-1]
    return "其中" in clause or bool(_OF_OTHERS.search(clause) or _SOME.match(text, said.offset))


def _described(accounts: Accounts) -> int:
    """How many projects part four tells of one by one."""
    return len({each.project for each in accounts.sections if each.project and each.topic.startswith("performance")})


def project_tables(accounts: Accounts) -> list[Evaluation]:
    """Every project's own table, without those that stand beside it in reports.

    The money of one that has none is that of the list of projects.
    """
    listed = {squeezed(row.project): row.funds for each in accounts.evaluations for row in each.listed}
    own = (each for each in accounts.evaluations if not each.overall and each.project and not each.supplementary)
    return [each if each.funds else replace(each, funds=listed.get(squeezed(each.project), ())) for each in own]


def _evaluated(accounts: Accounts) -> Iterator[Statement]:
    """Sums said to be evaluated, of the general budget or of all budgets together."""
    return (
        each
        for each in accounts.statements
        if each.subject in EVALUATED
        and each.measure is Measure.FINAL
        and each.topic.startswith("performance")
        and not _is_whole(each)
    )


def _is_whole(said: Statement) -> bool:
    """Whether a sum is named as the whole of which the money evaluated is a share, or that of the whole department."""
    shown = said.amount.displayed if said.amount else ""
    return bool(shown) and _WHOLE.search(squeezed(said.quote).partition(shown)[0]) is not None


def project_expenditures(accounts: Accounts) -> list[Fact]:
    """What may be meant by project expenditure: that of the general budget, then that of all money."""
    facts = (accounts.fact("05", "合计", "project"), accounts.fact("03", "合计", "project"))
    return [fact for fact in facts if fact is not None]


def column(tables: list[Evaluation], key: str) -> list[Figure]:
    """One column of every project's total line; a figure without amount where a table has none."""
    figures = []
    for table in tables:
        line = total_line(table)
        label = f"{table_name(table)}"
        figures.append(amount(getattr(line, key), line, label) if line else Figure(label))
    return figures


def _against_tables(accounts: Accounts, said: Statement, tables: list[Evaluation], what: str) -> Check:
    left = of_statement(said, f"{quoted(said.section)}所述{said.subject}")
    subject = f"{what}：{said.section}"
    counted = count_beside(accounts, said)
    if counted is not None and counted != len(tables):
        return unchecked(subject, f"所述{counted}个项目，只有{len(tables)}张项目自评表", left)
    checks = [
        sums_to(left, column(tables, key), subject, parts_label=f"{len(tables)}张项目自评表{name}之和")
        for key, name in (("executed", "执行数"), ("budget", "预算数"))
    ]
    good = next((each for each in checks if each.outcome in (Outcome.PASSED, Outcome.ROUNDING)), None)
    if good is None and counted is None:
        return unchecked(subject, "没有说明项目数，自评表可能不全", left)
    return good or checks[0]


def count_beside(accounts: Accounts, said: Statement) -> int | None:
    """How many projects the same paragraph speaks of; None where it names no number or several."""
    counts = {
        int(each.amount.value)
        for each in accounts.statements
        if each.paragraph == said.paragraph
        and each.measure is Measure.COUNT
        and "项目" in each.subject
        and each.amount
        and each.amount.value
        and not OTHER_BUDGETS.search(each.subject)
    }
    return counts.pop() if len(counts) == 1 else None


def _coverage(said: Statement, fact: Fact) -> Check:
    subject = "自评覆盖面"
    left = of_statement(said, "自评资金")
    check = equal(left, of_fact(fact, f"公开{fact.form}表项目支出"), subject)
    if check.outcome is not Outcome.FAILED or said.amount is None:
        return check
    full = _FULLY.search(re.sub(r"\s", "", said.quote)) is not None
    more = said.amount.into(fact.amount.unit).value > fact.amount.value
    whole = fact.amount.into(said.amount.unit)
    share = said.amount.value / whole.value * 100 if whole.value else Decimal(0)
    shown = restated(fact.amount, said.amount.unit)
    claim = "称项目支出全面自评，" if full else ""
    return finding(
        subject,
        f"{claim}自评资金{said.amount}，项目支出为{shown}，覆盖{share.quantize(Decimal('0.01'))}%。",
        f"{said.amount} evaluated of a project expenditure of {shown}: {share.quantize(Decimal('0.01'))}%.",
        gather(left, of_fact(fact, "项目支出")),
        stated=str(said.amount),
        expected=shown,
        severity=Severity.ERROR if full and not more else Severity.NOTICE,
    )


def no_more_than(subject: str, figures: list[Figure], whole: Figure) -> Check:
    """A sum of parts that may be less than the whole, not more."""
    check = sums_to(whole, figures, subject)
    left, right = check.left, check.right
    if check.outcome is not Outcome.FAILED or left is None or right is None or left.amount is None:
        return check
    if check.difference is not None and check.difference > 0:
        return passed(subject)
    return finding(
        subject,
        f"{subject}{right.amount}超过{left.label}{left.amount.shown}。",
        f"{subject} {right.amount} exceeds {left.label} {left.amount.shown}.",
        gather(whole, *figures),
        stated=str(right.amount),
        expected=f"≤ {left.amount.shown}",
    )


def _counts_projects(statement: Statement) -> bool:
    name, _, part = statement.subject.partition("/")
    if statement.topic == "report.overall" and statement.measure is Measure.COUNT and statement.amount:
        return _SELF_EVALUATED.search(re.sub(r"\s", "", statement.quote)) is not None and "项目" in name
    return (
        statement.measure is Measure.COUNT
        and statement.amount is not None
        and statement.amount.unit in _OF_PROJECTS
        and statement.topic.startswith("performance")
        and name in ("绩效自评项目数", "绩效自评结果反映项目数", "部门评价项目数")
        and not OTHER_BUDGETS.search(part)
        and (statement.amount.value > 0 or _is_rank(statement))
    )


def _is_rank(statement: Statement) -> bool:
    return statement.subject.endswith(("一级项目", "二级项目", "三级项目"))


def _count_check(said: list[Statement], count: Decimal, tables: list[Evaluation], confirmed: bool) -> Check:
    """An error where fewer are said than shown, or where another count of the document agrees with the tables."""
    subject = f"自评项目数：{said[0].section}"
    if count == len(tables):
        return passed(subject)
    evidence = [Evidence(each.quote, each.place) for each in said]
    own = not said[0].subject.startswith("部门")  # the department may well evaluate other projects than the units
    sure = own and (confirmed or count < len(tables))
    return finding(
        subject,
        f"文件说自评{count}个项目，却有{len(tables)}张项目自评表。",
        f"{count} projects are said to be evaluated; there are {len(tables)} project tables.",
        [*dict.fromkeys(evidence), *(Evidence(each.project, each.place) for each in tables)],
        stated=str(count),
        expected=str(len(tables)),
        severity=Severity.ERROR if sure or _lists_as_many(said, count, len(tables)) else Severity.NOTICE,
    )


def _lists_as_many(said: list[Statement], count: Decimal, number: int) -> bool:
    """Whether the clause that ends in the count lists another number of names: as many as there are tables."""
    counted = re.search(rf"(?P<names>[^，。；,;]+?)等?共?{count}[个项]", squeezed(said[0].quote))
    names = counted["names"] if counted else ""
    listed = len(_IN_QUOTES.findall(names)) or names.count("、") + 1
    return listed > 1 and listed == number
