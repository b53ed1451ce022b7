"""Families `performance_budget` and `wording`: one set of projects with two sums, one regulation with two names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from juesuan.accounts import Accounts
from juesuan.amounts import YUAN
from juesuan.checks import Check, Evidence, Severity, of_statement
from juesuan.compare import finding, gather, not_applicable, passed
from juesuan.passages import Hit
from juesuan.records import Evaluation, Statement
from juesuan.rules.performance import METHOD, quoted, table_name
from juesuan.rules.performance_projects import EVALUATED, count_beside, project_tables
from juesuan.rules.performance_scope import meant, reports
from juesuan.rules.registry import rule

_REGULATION = re.compile(r"《(?P<name>[\u4e00-\u9fff]{4,30}(?:办法|条例|规定|细则|规则|制度|方案|规程))》")
_MOST_CHANGED = 3  # characters in which two names of one regulation differ
_SAME_ENDS = 4  # characters at both ends together that they share at least


@rule("evaluated-twice", family="performance_budget", basis=METHOD, zh="同一批项目的自评金额与部门评价金额一致")
def evaluated_twice(accounts: Accounts) -> Iterator[Check]:
    """The same projects, evaluated by themselves and by the department, are of one sum."""
    number = len(project_tables(accounts))
    own, other = (_said(accounts, subject, number) for subject in EVALUATED[::2])
    if number == 0 or own is None or other is None:
        yield not_applicable("自评金额与部门评价金额", "没有对同一批项目分别说明自评和部门评价的金额")
        return
    assert own.amount and other.amount  # `_said` keeps only those with one
    subject = f"{number}个项目的自评金额与部门评价金额"
    if own.amount.into(YUAN).value == other.amount.into(YUAN).value:
        yield passed(subject)
        return
    yield finding(
        subject,
        f"同样是{number}个项目，绩效自评涉及资金{own.amount}，部门评价涉及资金{other.amount}。",
        f"The same {number} projects come to {own.amount} when self-evaluated and to "
        f"{other.amount} in the department's own evaluation.",
        gather(of_statement(own, "自评"), of_statement(other, "部门评价")),
        stated=str(own.amount),
        expected=str(other.amount),
        severity=Severity.NOTICE,
    )


@rule("regulation-two-names", family="wording", basis=METHOD, zh="同一项目引用的同一文件，名称前后一致")
def regulation_two_names(accounts: Accounts) -> Iterator[Check]:
    """What a project's report and its table cite as their rules bears one name."""
    applies = False
    for evaluation, said in _cited(accounts):
        shown = set(_REGULATION.findall(_words(evaluation)))
        for name in sorted(shown - said.keys()):
            applies = True
            alike = [other for other in said.keys() - shown if _differ_within(name, other)]
            yield (
                _two_names(evaluation, name, said[alike[0]]) if alike else passed(f"{table_name(evaluation)}《{name}》")
            )
    if not applies:
        yield not_applicable("文件名称", "报告与自评表没有引用名称相近的文件")


def _cited(accounts: Accounts) -> Iterator[tuple[Evaluation, dict[str, Hit]]]:
    """Each project's table with the regulations that the prose about this project cites."""
    found = reports(accounts)
    about = [(meant(accounts, found, hit.passage), hit) for hit in accounts.prose.search(_REGULATION)]
    for evaluation in project_tables(accounts):
        yield evaluation, {hit.match["name"]: hit for tables, hit in about if tables == (evaluation,)}


def _said(accounts: Accounts, subject: str, number: int) -> Statement | None:
    """The one sum of a subject that is said beside a count of as many projects as have tables."""
    found = [
        each
        for each in accounts.under("performance")
        if each.subject.partition("/")[0] == subject
        and each.amount
        and each.amount.is_money
        and each.amount.value
        and count_beside(accounts, each) == number
    ]
    return found[0] if len(found) == 1 else None


def _words(evaluation: Evaluation) -> str:
    cells = [evaluation.goal, evaluation.result, evaluation.reason]
    cells += [text for row in evaluation.indicators for text in (row.level3, row.target.text, row.actual.text)]
    return "\n".join(re.sub(r"\s", "", cell) for cell in cells)


def _differ_within(one: str, other: str) -> bool:
    """Whether two names of one length differ in a few characters that stand together between the same ends."""
    if len(one) != len(other):
        return False
    changed = [place for place, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
    together = changed[-1] - changed[0] < _MOST_CHANGED
    return together and changed[0] > 0 and len(one) - len(changed) >= _SAME_ENDS and changed[-1] < len(one) - 1


def _two_names(evaluation: Evaluation, name: str, hit: Hit) -> Check:
    return finding(
        f"{table_name(evaluation)}《{name}》",
        f"{table_name(evaluation)}称《{name}》，{quoted(evaluation.project)}的自评情况称《{hit.match['name']}》，"
        "疑为同一文件。",
        f"The table cites “{name}”, the report “{hit.match['name']}”: probably one regulation.",
        [hit.evidence, Evidence(f"《{name}》", evaluation.place)],
        stated=name,
        expected=hit.match["name"],
        severity=Severity.NOTICE,
    )
