"""Family `performance_budget`: the function codes that reports name as sources of their money."""

from __future__ import annotations

import re
from collections.abc import Iterator

from juesuan.accounts import Accounts
from juesuan.checks import Check, Evidence, Outcome, of_fact
from juesuan.compare import finding, not_applicable, unchecked
from juesuan.records import Evaluation, Fact
from juesuan.rules.performance import METHOD, quoted
from juesuan.rules.performance_projects import column, no_more_than
from juesuan.rules.performance_scope import reports
from juesuan.rules.registry import rule

FAMILY = "performance_budget"
_CODE = re.compile(r"(?P<code>2\d{6})科目")


@rule("funding-code", family=FAMILY, basis=METHOD, zh="注明同一功能科目的各项目支出之和不超过该科目项目支出")
def funding_code(accounts: Accounts) -> Iterator[Check]:
    """Projects whose reports cite one function code spend no more than the code's project expenditure."""
    cited: dict[str, dict[int, tuple[Evaluation, Evidence]]] = {}
    for report in reports(accounts):
        if report.evaluation.overall:
            continue
        for hit in accounts.prose.search(_CODE):
            if report.holds(hit.passage.index):
                entry = (report.evaluation, hit.evidence)
                cited.setdefault(hit.match["code"], {}).setdefault(id(report.evaluation), entry)
    if not cited:
        yield not_applicable("项目资金来源科目", "报告没有注明资金来源科目")
    for code, projects in cited.items():
        yield _code_check(accounts, code, list(projects.values()))


def _code_check(accounts: Accounts, code: str, projects: list[tuple[Evaluation, Evidence]]) -> Check:
    subject = f"资金来源{code}"
    figures = column([evaluation for evaluation, _ in projects], "executed")
    cell = accounts.fact("05", code, "project")
    if cell is None or any(figure.amount is None or figure.doubt for figure in figures):
        return unchecked(subject, f"公开05表没有{code}的项目支出，或自评表没有执行数")
    check = no_more_than(
        f"注明资金来源{code}的{len(projects)}个项目执行数之和", figures, of_fact(cell, f"公开05表{code}项目支出")
    )
    if check.outcome is not Outcome.FAILED:
        return check
    cited = [evidence for _, evidence in projects]
    others = [fact for fact in accounts.column("05", "project") if _is_sister(fact, cell)]
    rows = [Evidence(fact.quote, fact.place, fact.form, fact.code, fact.column) for fact in others]
    names = "、".join(quoted(evaluation.project) for evaluation, _ in projects)
    return finding(
        subject,
        f"{check.zh[:-1]}（{names}），其中有项目列错科目。",
        f"The {len(projects)} projects said to be funded from {code} spent {check.stated} in all, more than "
        f"the project expenditure of {code} in form 05, {cell.amount}.",
        [*check.evidence, *cited, *rows],
        stated=check.stated,
        expected=check.expected,
    )


def _is_sister(fact: Fact, cell: Fact) -> bool:
    """Whether a row is an item of the same section, to which a project may have been booked."""
    return len(fact.code) == len(cell.code) and fact.code != cell.code and fact.code[:5] == cell.code[:5]
