"""Figures said to few places, as a form or the project's own table shows them to more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from juesuan.accounts import Accounts, bare
from juesuan.amounts import Amount
from juesuan.checks import Figure, of_fact
from juesuan.compare import rounded
from juesuan.records import Statement
from juesuan.rules.linking import row_named
from juesuan.rules.performance import total_line
from juesuan.rules.performance_budgets import amount
from juesuan.rules.performance_projects import project_tables
from juesuan.rules.prose import side

# the sections whose parts are rows of a form: topic, form and column key
ROWS = (("basic", "06", "final"), ("operating_cost", "06", "final"), ("general", "05", "total"))


def finer(accounts: Accounts, said: Statement) -> Figure:
    """The figure to the places that the document knows it to; as said where nothing else rounds to it."""
    figure = side(said)
    if said.amount is None or not said.amount.is_money:
        return figure
    known = [each for each in _shown(accounts, said) if each.amount is not None and not each.doubt]
    fitting = [each for each in known if each.amount and _rounds_to(each.amount, said.amount)]
    if len(fitting) != 1 or fitting[0].amount is None:
        return figure
    return replace(figure, amount=fitting[0].amount.into(said.amount.unit), evidence=fitting[0].evidence)


def _rounds_to(fine: Amount, coarse: Amount) -> bool:
    if not fine.is_money:
        return False
    same = fine.into(coarse.unit)
    return same.decimals > coarse.decimals and rounded(same.value, coarse) == coarse.value


def _shown(accounts: Accounts, said: Statement) -> Iterator[Figure]:
    """What forms and tables show under the name said."""
    for topic, form, key in ROWS:
        if said.topic.partition(".")[0] == topic and (row := row_named(accounts, form, said.subject)) is not None:
            fact = accounts.fact(form, row.code or bare(row.item), key)
            yield from [of_fact(fact, row.item)] if fact is not None else []
    for table in project_tables(accounts):
        line = total_line(table) if bare(table.project) == bare(said.subject).removesuffix("项目") else None
        if line is not None:
            yield amount(line.executed, line, table.project)
