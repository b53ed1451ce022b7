"""Budgets and final accounts of one year side by side: what was approved, adjusted and executed, and what disagrees."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from juesuan import budget_year, execution, project_results
from juesuan.budget_year import BudgetYear
from juesuan.checks import Check, Figure
from juesuan.execution import Line, yuan
from juesuan.findings import Language
from juesuan.kinds.kind import Kind
from juesuan.panel.documents import City
from juesuan.presentation import charts, department_charts, markup
from juesuan.presentation.charts import Bar
from juesuan.presentation.department_charts import Chart
from juesuan.presentation.labels import label, sayer
from juesuan.presentation.largest import MOST_TABLES, Largest
from juesuan.presentation.markup import Fragment
from juesuan.presentation.phrasing import share, ten_thousands
from juesuan.presentation.questions import Questions
from juesuan.presentation.tables import Row, Table, table
from juesuan.presentation.words import item
from juesuan.privacy import mask

COLUMNS = ("item", "approved_column", "adjusted_column", "executed_column", "completion_column", "reason")
DRAWN = 12  # items of a chart, the largest ones


def pairs(known: City) -> Iterator[BudgetYear]:
    """The budgets that stand beside the final accounts of their year, body by body."""
    for body in known.bodies():
        if any(each.kind is Kind.BUDGET for each in body) and len(body) > 1:
            yield from budget_year.together(each.accounts for each in body)


def checks(pair: BudgetYear) -> Iterator[Check]:
    """All that a budget and the final accounts of its year are held against each other for."""
    for made in (budget_year.checks, execution.checks, project_results.checks):
        yield from made(pair)


def approved(known: City, language: Language = "zh") -> Fragment:
    """Where the opening budget that the accounts tell is not the approved one, and what was executed far from it."""
    asked, together = Questions(), 0
    for pair in pairs(known):
        together += 1
        asked.add(checks(pair), pair.budget, pair.final)
    introduction = label(
        "approved_found" if together else "approved_none",
        language,
        pairs=together,
        held=asked.held,
        failed=asked.failed,
        unchecked=asked.unchecked,
    )
    return asked.shown("approved", introduction, language)


def executed(known: City, language: Language = "zh") -> Fragment:
    """Each item from its approval over its adjustment to its execution, with the rate and the reason given."""
    kept: Largest[BudgetYear] = Largest(MOST_TABLES)
    for pair in pairs(known):
        kept.add(max((abs(line.difference) for line in execution.lines(pair)), default=Decimal(0)), pair)
    tables, drawings = [], []
    for pair in kept:
        lines = execution.lines(pair)
        name = f"{pair.final.department} {pair.final.year}"
        data = _table(name, lines, language)
        tables += [data, _results(name, pair, language)]
        drawings += [chart] if (chart := _chart(name, lines, data, language)) else []
    title = label("execution_heading", language)
    html = markup.render(
        "comparison.html.j2",
        say=sayer(language),
        title=title,
        anchor="execution",
        tables=[each for each in tables if each.rows],
        charts=drawings,
        about=kept.told(language),
    )
    return Fragment(f'<div class="juesuan" lang="{language}">\n{html}</div>', title)


def _results(name: str, pair: BudgetYear, language: Language) -> Table:
    """Each project's targets as they were approved, as they were evaluated, and what became of them."""
    columns = ("project_column", "item", "approved_target", "evaluated_target", "result_column")
    rows = []
    for each in project_results.results(pair):
        done = each.evaluated
        after = (done.target.text, done.actual.text) if done else ("", "")
        rows.append((mask(each.project), mask(each.indicator), mask(each.approved.target.text), *map(mask, after)))
    return table(name, [label(column, language) for column in columns], rows)


def _table(name: str, lines: list[Line], language: Language) -> Table:
    rows = [
        (
            f"{line.code} {item(line.item, language)}".strip(),
            *(_amount(side) for side in (line.approved, line.adjusted, line.executed)),
            "" if line.rate is None else f"{line.rate:.2f}%",
            line.reason,
        )
        for line in lines
    ]
    headings = tuple(label(column, language) for column in COLUMNS)
    return Table(name, headings, tuple(map(Row, rows)), frozenset(range(1, len(COLUMNS) - 1)))  # the last holds reasons


def _amount(figure: Figure | None) -> str:
    value = yuan(figure)
    return "" if value is None else ten_thousands(value)


def _chart(name: str, lines: list[Line], data: Table, language: Language) -> Chart | None:
    """The largest items: a bar for what was executed, a line where the budget stood."""
    known = [(line, approved, spent) for line in lines if line.code and (approved := yuan(line.approved))
             and (spent := yuan(line.executed)) is not None]  # fmt: skip
    largest = sorted(known, key=lambda each: -max(each[1:]))[:DRAWN]
    bars = [
        Bar(
            item(line.item, language),
            float(spent),
            f"{ten_thousands(spent)} / {share(spent, approved)}",
            float(approved),
        )
        for line, approved, spent in largest
    ]
    return (
        department_charts.chart("execution_heading", charts.bars(bars), bars, data, language, title=name)
        if bars
        else None
    )
