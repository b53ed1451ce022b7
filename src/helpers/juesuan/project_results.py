"""What a project was to reach when its budget was approved, against what its self-evaluation says it was to reach.

A target that was moved, or left out, is a question (核实): the evaluation may have been adjusted in due form.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from juesuan.accounts import Accounts, bare
from juesuan.budget_year import BudgetYear, titled
from juesuan.checks import Check, Evidence, Figure, Severity, of_entry, standing_in
from juesuan.compare import equal, finding, gather, passed, unchecked
from juesuan.records import Entry, Evaluation, Indicator

RULE, FAMILY = "review-project-targets", "review"
BASIS = "《项目支出绩效评价管理办法》（财预〔2020〕10号）；《中央部门预算绩效目标管理办法》（财预〔2015〕88号）"
UNLIKE = "两处的指标值不是可比的数"


@dataclass(frozen=True, slots=True)
class Result:
    """One indicator of a project: the target approved with the budget, and target and result of the self-evaluation.

    `evaluated` is None where the self-evaluation has no such indicator.
    """

    project: str
    indicator: str
    approved: Indicator
    evaluated: Indicator | None


def results(pair: BudgetYear) -> list[Result]:
    """Every target of the projects that stand in both documents, in the order of the budget."""
    return [
        Result(plan.project, each.level3, each, _named(each.level3, done))
        for plan, done in _projects(pair)
        for each in plan.indicators
    ]


def checks(pair: BudgetYear) -> Iterator[Check]:
    """Whether self-evaluations keep to the money and the targets with which their projects were approved."""
    for plan, done in _projects(pair):
        targets = (_target(pair, plan, each, _named(each.level3, done)) for each in plan.indicators)
        for check in (*_money(pair, plan, done), *targets):
            if pair.doubt:
                check = unchecked(check.subject, pair.doubt)
            yield replace(check, subject=f"{titled(pair)}：{check.subject}").called(RULE, FAMILY, BASIS)


def _projects(pair: BudgetYear) -> Iterator[tuple[Evaluation, Evaluation]]:
    """The projects of one name in both documents, each name once in each."""
    planned, evaluated = _by_name(pair.budget), _by_name(pair.final)
    return ((planned[name], evaluated[name]) for name in planned if name in evaluated)


def _by_name(accounts: Accounts) -> dict[str, Evaluation]:
    names = [bare(each.project) for each in accounts.evaluations if each.project and not each.overall]
    tables = {bare(each.project): each for each in accounts.evaluations if not each.overall and not each.doubt}
    return {name: table for name, table in tables.items() if names.count(name) == 1}


def _named(name: str, table: Evaluation) -> Indicator | None:
    """The one indicator of a name in a table."""
    found = [each for each in table.indicators if bare(each.level3) == bare(name)]
    return found[0] if len(found) == 1 and not found[0].doubt else None


def _money(pair: BudgetYear, plan: Evaluation, done: Evaluation) -> Iterator[Check]:
    """The opening budget that a self-evaluation shows, where it has a column for it."""
    approved = next((line.budget for line in plan.funds if line.kind == "total"), Entry())
    opening = next((line.opening for line in done.funds if line.kind == "total"), Entry())
    if approved.amount is not None and opening.amount is not None:
        stated = standing_in(pair.final.source, of_entry(opening, f"自评表“{done.project}”年初预算数"))
        right = standing_in(pair.budget.source, of_entry(approved, f"预算绩效目标表“{plan.project}”资金总额"))
        yield equal(stated, right, f"{done.project}：年初预算数", severity=Severity.REVIEW)


def _target(pair: BudgetYear, plan: Evaluation, approved: Indicator, evaluated: Indicator | None) -> Check:
    subject = f"{plan.project}：{approved.level3}"
    planned = of_entry(approved.target, f"预算所列“{approved.level3}”指标值", approved.quote)
    before = standing_in(pair.budget.source, planned)
    if evaluated is None:
        evidence = (Evidence(approved.quote, approved.place, document=pair.budget.source),)
        zh = (
            f"“{plan.project}”预算批复的指标“{approved.level3}”（{approved.target.text}）不在自评表中。为什么没有评价？"
        )
        en = f'"{approved.level3}" ({approved.target.text}), a target of {plan.project}, is not in its evaluation. Why?'
        return finding(subject, zh, en, evidence, expected=approved.target.text, severity=Severity.REVIEW)
    told = of_entry(evaluated.target, f"自评表“{approved.level3}”指标值", evaluated.quote)
    after = standing_in(pair.final.source, told)
    if before.amount is None or after.amount is None or before.amount.unit != after.amount.unit:
        alike = bare(approved.target.text) == bare(evaluated.target.text)
        return passed(subject, after, before) if alike else unchecked(subject, UNLIKE, after, before)
    if before.amount.value == after.amount.value:
        return passed(subject, after, before)
    return _moved(subject, plan, before, after, evaluated)


def _moved(subject: str, plan: Evaluation, before: Figure, after: Figure, evaluated: Indicator) -> Check:
    reached = f"，实际完成{evaluated.actual.text}" if evaluated.actual.text else ""
    was, now = before.amount, after.amount
    return finding(
        subject,
        f"“{plan.project}”的“{evaluated.level3}”预算批复的指标值是{was}，自评表改为{now}{reached}。是否按程序调整？",
        f'{plan.project}: the target of "{evaluated.level3}" was {was} in the budget and is {now} in the '
        "self-evaluation. Was it adjusted in due form?",
        gather(after, before),
        stated=str(now),
        expected=str(was),
        severity=Severity.REVIEW,
    )
