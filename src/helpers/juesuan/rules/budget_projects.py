"""The projects that a budget lists (项目支出表) against their total and against all project spending."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate

from juesuan.accounts import Accounts, bare
from juesuan.checks import Check, Figure, Outcome
from juesuan.compare import at_most, not_applicable, sums_to, unchecked
from juesuan.rules.budget_prose import TOTAL_ROWS
from juesuan.rules.registry import rule

BASIS = "部门预算公开表样 项目支出表"
NESTED = "表中另有小计行，不能确定哪些是项目"
_FEWEST = 2  # rows that a subtotal is of


@rule("budget-projects-sum", family="table_sum", basis=BASIS, zh="项目支出表各项目之和等于合计", budget=True)
def budget_projects_sum(accounts: Accounts) -> Iterator[Check]:
    """The projects of a budget's form sum to its total."""
    rows = [(bare(line.item), figure) for line in accounts.lines("62") if (figure := line.figure("total")) is not None]
    wholes = [figure for name, figure in rows if name in TOTAL_ROWS]
    parts = [figure for name, figure in rows if name not in TOTAL_ROWS]
    if len(wholes) != 1 or not parts:
        yield not_applicable("各项目之和", "没有项目支出表，或表中没有合计")
        return
    subject, inner = "项目支出表各项目之和", _subtotals(parts)
    check = sums_to(wholes[0], parts, subject, parts_label="各项目之和")
    if check.outcome is Outcome.FAILED and inner:
        flat = [figure for place, figure in enumerate(parts) if place not in inner]
        check = sums_to(wholes[0], flat, subject, parts_label="各项目之和")
        if check.outcome is Outcome.FAILED:
            check = unchecked(subject, NESTED, wholes[0])
    yield check


@rule(
    "budget-projects-within",
    family="cross_table",
    basis=f"{BASIS}、部门支出总表",
    zh="项目支出表的合计不大于部门支出总表的项目支出",
    budget=True,
)
def budget_projects_within(accounts: Accounts) -> Iterator[Check]:
    """The projects that a budget lists are within all its project spending."""
    totals = [line.figure("total") for line in accounts.lines("62") if bare(line.item) in TOTAL_ROWS]
    every = [line.figure("project") for line in accounts.lines("53") if not line.code and bare(line.item) in TOTAL_ROWS]
    if len(totals) == len(every) == 1 and totals[0] is not None and every[0] is not None:
        yield at_most(totals[0], every[0], "项目支出表与部门支出总表")
    else:
        yield not_applicable("项目支出表与部门支出总表", "没有其中一表，或表中没有合计")


def _subtotals(parts: Sequence[Figure]) -> set[int]:
    """The places of rows that are the sum of two or more rows right below them."""
    values = [figure.amount.value if figure.amount is not None else Decimal(0) for figure in parts]
    return {
        place
        for place, value in enumerate(values)
        if value and value in list(accumulate(values[place + 1 :]))[_FEWEST - 1 :]
    }
