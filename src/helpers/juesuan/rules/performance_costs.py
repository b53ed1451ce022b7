"""Family `performance_budget`: indicators that are the project's money, against its budget and spending."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from juesuan.accounts import Accounts
from juesuan.amounts import TEN_THOUSAND, Amount, parse_amount
from juesuan.checks import Check, Evidence, Figure, Outcome
from juesuan.compare import at_most, equal, not_applicable, sums_to
from juesuan.evaluations.quantities import Quantity, narrow, parse_quantity
from juesuan.records import Evaluation, FundLine, Indicator
from juesuan.rules.performance import METHOD, quoted, row_evidence, row_name, table_name, total_line
from juesuan.rules.performance_budgets import FAMILY, amount
from juesuan.rules.registry import rule

COST = "成本"
_MONEY = re.compile(r"[^\s,，。;；:：]{0,20}经费(?:共|为|预算|支出|完成){0,2}(?P<sum>\d+(?:\.\d+)?)万元?")


@dataclass(frozen=True, slots=True)
class _Cost:
    """An indicator whose target and result are sums of money."""

    indicator: Indicator
    target: Quantity
    result: Quantity


@rule("cost-equals-spending", family=FAMILY, basis=METHOD, zh="以项目预算为目标的成本指标，其完成值等于执行数")
def cost_equals_spending(accounts: Accounts) -> Iterator[Check]:
    """Indicators whose targets are, or sum to, the project's budget end in the project's spending."""
    checks = [check for each in accounts.evaluations for check in _restated(each)]
    yield from checks or [not_applicable("成本指标与执行数", "自评表没有以项目预算为目标的指标")]


@rule(
    "cost-within-target", family=FAMILY, basis=METHOD, zh="完成值即为全部支出的成本指标，没有超支时指标值不小于完成值"
)
def cost_within_target(accounts: Accounts) -> Iterator[Check]:
    """An indicator that ends in all of the spending, which kept to the budget, kept to its target too."""
    checks = [check for each in accounts.evaluations for check in _targets(each)]
    yield from checks or [not_applicable("成本指标值", "自评表没有以全部支出为完成值的成本指标")]


@rule("goal-restates-money", family=FAMILY, basis=METHOD, zh="年度目标和完成情况所述项目经费与预算数、执行数一致")
def goal_restates_money(accounts: Accounts) -> Iterator[Check]:
    """The project's money in the goal is its budget, that in what became of it its spending, where one of both is."""
    checks = [check for each in accounts.evaluations if (check := _goal(each)) is not None]
    yield from checks or [not_applicable("目标所述经费", "年度目标和完成情况没有说明项目经费")]


def _goal(evaluation: Evaluation) -> Check | None:
    """The check of a table whose goal and result each name one sum of the project's money."""
    line = total_line(evaluation)
    planned, done = _sums(evaluation.goal), _sums(evaluation.result)
    if line is None or line.executed.amount is None or len(planned) != 1 or len(done) != 1:
        return None
    budgets, spent = _budgets(evaluation, line), amount(line.executed, line, f"{quoted(line.label)}执行数")
    subject = f"{table_name(evaluation)}目标和完成情况所述经费"
    goal = Figure(f"{table_name(evaluation)}年度目标所述经费", planned[0], (_quote(evaluation, evaluation.goal),))
    result = Figure(f"{table_name(evaluation)}完成情况所述经费", done[0], (_quote(evaluation, evaluation.result),))
    as_budgeted = planned[0].into(evaluation.unit).value in budgets
    as_spent = equal(result, spent, subject)
    if as_budgeted or as_spent.outcome not in (Outcome.PASSED, Outcome.ROUNDING):
        return as_spent if as_budgeted else not_applicable(subject, "所述经费不是项目的预算数，也不是执行数")
    return equal(goal, amount(line.budget if line.budget.amount else line.opening, line, "预算数"), subject)


def _sums(text: str) -> list[Amount]:
    """The sums that a text calls its project's money."""
    found = (parse_amount(match["sum"], TEN_THOUSAND) for match in _MONEY.finditer(narrow(text)))
    return [each for each in found if each is not None]


def _quote(evaluation: Evaluation, text: str) -> Evidence:
    match = _MONEY.search(narrow(text))
    return Evidence(match.group() if match else text, evaluation.place)


def _restated(evaluation: Evaluation) -> Iterator[Check]:
    line = total_line(evaluation)
    if line is None or line.executed.amount is None:
        return
    budgets, spent = _budgets(evaluation, line), amount(line.executed, line, f"{quoted(line.label)}执行数")
    costs = list(_costs(evaluation))
    for cost in costs:
        if cost.target.amount.into(evaluation.unit).value in budgets:
            yield equal(_result(evaluation, cost), spent)
    kinds = [each for each in costs if COST in each.indicator.level2]
    planned = sum((each.target.amount.into(evaluation.unit).value for each in kinds), Decimal(0))
    if len(kinds) > 1 and planned in budgets:
        subject = f"{table_name(evaluation)}各成本指标完成值之和"
        yield sums_to(spent, [_result(evaluation, each) for each in kinds], subject, parts_label=subject)


def _targets(evaluation: Evaluation) -> Iterator[Check]:
    line = total_line(evaluation)
    if line is None or line.executed.amount is None:
        return
    budgets, spent = _budgets(evaluation, line), line.executed.amount.into(evaluation.unit)
    if not budgets or spent.value > max(budgets):
        return
    for cost in _costs(evaluation):
        target, result = cost.target.amount.into(evaluation.unit), cost.result.amount.into(evaluation.unit)
        if result.value != spent.value or target.value in budgets or _loses_points(cost.indicator):
            continue
        subject = f"{row_name(evaluation, cost.indicator)}指标值"
        limit = Figure(subject, cost.target.amount, (row_evidence(cost.indicator),), cost.indicator.doubt)
        yield at_most(_result(evaluation, cost), limit, subject)


def _costs(evaluation: Evaluation) -> Iterator[_Cost]:
    for indicator in evaluation.indicators:
        target = parse_quantity(indicator.target.text, indicator.unit)
        result = parse_quantity(indicator.actual.text, indicator.unit)
        if target is None or result is None or result.is_bound:
            continue
        if target.amount.is_money and result.amount.is_money:
            yield _Cost(indicator, target, result)


def _loses_points(indicator: Indicator) -> bool:
    """Whether the table itself counts the cost as too high."""
    weight, score = indicator.weight.amount, indicator.score.amount
    return weight is not None and score is not None and score.value < weight.value


def _budgets(evaluation: Evaluation, line: FundLine) -> list[Decimal]:
    return [entry.amount.into(evaluation.unit).value for entry in (line.opening, line.budget) if entry.amount]


def _result(evaluation: Evaluation, cost: _Cost) -> Figure:
    label = f"{row_name(evaluation, cost.indicator)}实际完成值"
    return Figure(label, cost.result.amount, (row_evidence(cost.indicator),), cost.indicator.doubt)
