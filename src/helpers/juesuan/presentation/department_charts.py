"""Which charts a department's key_figures has, each with its figures as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from juesuan.findings import Language
from juesuan.kinds.kind import Kind
from juesuan.presentation import charts
from juesuan.presentation.charts import Bar, Line
from juesuan.presentation.key_figures import Change, KeyFigures, Pair, Project, Slice, yuan
from juesuan.presentation.labels import label
from juesuan.presentation.phrasing import money, percent, points, share, ten_thousands
from juesuan.presentation.tables import Table, table
from juesuan.presentation.words import entry, item

MOST = 12  # bars a chart can hold and still be read; the table below it holds all
GAP = "　"  # between an amount and its share
FULL_RATE = 100.0


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawn chart: its title, a sentence below it, its lines, and its data."""

    title: str
    caption: str
    lines: Sequence[Line]
    table: Table


def spending(key_figures: KeyFigures, language: Language, kind: Kind = Kind.FINAL_ACCOUNTS) -> list[Chart]:
    """The charts on money; one that has nothing to compare is left out."""
    drawn = (
        _kinds(key_figures, language),
        _breakdown("by_function", key_figures.functions, language),
        _breakdown("by_economic", key_figures.economic, language),
        _years(key_figures.changes, language, kind),
        _pairs("budget_final", key_figures.lines, language),
        _pairs("three_public", key_figures.three_public, language),
    )
    return [chart for chart in drawn if chart is not None]


def performance(key_figures: KeyFigures, language: Language) -> list[Chart]:
    """The chart on the execution and the scores of projects, where they are stated."""
    rows = [
        Bar(each.name, float(each.rate), _rated(each.rate, each.score, language))
        for each in key_figures.projects
        if each.rate is not None
    ]
    if not rows:
        return []
    full = max(FULL_RATE, *(row.length for row in rows))
    columns = ("project_column", "budget_column", "executed_column", "rate_column", "score_column")
    data = _table("projects", columns, [_project_row(each) for each in key_figures.projects], language)
    return [
        chart(
            "projects",
            charts.bars(rows[:MOST], full=full),
            rows[:MOST],
            data,
            language,
            caption=label("rate_caption", language),
        )
    ]


def _rated(rate: Decimal, score: Decimal | None, language: Language) -> str:
    words = percent(rate)
    return words if score is None else f"{words}{GAP}{label('points', language, points=points(score))}"


def _project_row(project: Project) -> tuple[str, ...]:
    return (
        project.name,
        "" if project.budget is None else ten_thousands(project.budget),
        "" if project.executed is None else ten_thousands(project.executed),
        "" if project.rate is None else percent(project.rate),
        "" if project.score is None else points(project.score),
    )


def _kinds(key_figures: KeyFigures, language: Language) -> Chart | None:
    basic = [("人员经费", key_figures.personnel), ("公用经费", key_figures.running)]
    if key_figures.personnel is None or key_figures.running is None:
        basic = [("基本支出", key_figures.basic)]
    named = [*basic, ("项目支出", key_figures.project)]
    parts = [Slice("", name, yuan(amount)) for name, amount in named if amount is not None and yuan(amount) > 0]
    if len(parts) < 2:
        return None
    rows, data = _shares("by_kind", parts, language)
    return chart("by_kind", charts.stack(rows), rows, data, language)


def _breakdown(name: str, slices: Sequence[Slice], language: Language) -> Chart | None:
    if len(slices) < 2:
        return None
    rows, data = _shares(name, slices, language)
    return chart(name, charts.bars(rows[:MOST]), rows, data, language)


def _shares(name: str, slices: Sequence[Slice], language: Language) -> tuple[list[Bar], Table]:
    whole = sum((each.value for each in slices), Decimal(0))
    rows = [
        Bar(
            item(each.name, language),
            float(each.value),
            f"{money(each.value, language)}{GAP}{share(each.value, whole)}",
        )
        for each in slices
    ]
    cells = [
        (f"{each.code} {entry(each.name, language)}".strip(), ten_thousands(each.value), share(each.value, whole))
        for each in slices
    ]
    return rows, _table(name, ("item", "amount_column", "share_column"), cells, language)


def _pairs(name: str, pairs: Sequence[Pair], language: Language) -> Chart | None:
    if all(pair.budget is None for pair in pairs):
        return None
    rows = [
        Bar(item(pair.name, language), float(pair.final), _completed(pair, language), _mark(pair.budget))
        for pair in pairs
    ]
    cells = [(entry(pair.name, language), *pair_cells(pair)) for pair in pairs]
    data = _table(name, ("item", "budget_column", "final_column", "completion_column"), cells, language)
    return chart(name, charts.bars(rows[:MOST]), rows, data, language, caption=label("budget_caption", language))


def pair_cells(pair: Pair) -> tuple[str, str, str]:
    """Budget and final in 万元, and the completion."""
    budget = "" if pair.budget is None else ten_thousands(pair.budget)
    return budget, ten_thousands(pair.final), share(pair.final, pair.budget) if pair.budget else ""


def change_cells(change: Change) -> tuple[str, str, str]:
    """Prior and final in 万元, and the rate of change; the prior must not be zero."""
    return ten_thousands(change.prior), ten_thousands(change.final), _signed_share(change)


def _mark(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _completed(pair: Pair, language: Language) -> str:
    final = money(pair.final, language)
    return f"{final}{GAP}{share(pair.final, pair.budget)}" if pair.budget else final


def _years(changes: Sequence[Change], language: Language, kind: Kind) -> Chart | None:
    known = [change for change in changes if change.prior > 0]
    if not known:
        return None
    rows = [
        Bar(
            item(each.name, language),
            float(each.final),
            f"{money(each.final, language)}{GAP}{_signed_share(each)}",
            float(each.prior),
        )
        for each in known
    ]
    cells = [(entry(each.name, language), *change_cells(each)) for each in known]
    columns = [label(each, language, kind) for each in ("item", "prior_column", "final_column", "change_column")]
    data = table(label("years", language), columns, cells)
    return chart("years", charts.bars(rows), rows, data, language, caption=label("years_caption", language, kind))


def _signed_share(change: Change) -> str:
    step = change.final - change.prior
    sign = "+" if step > 0 else "−" if step < 0 else "±"
    return sign + share(abs(step), change.prior)


def _table(name: str, columns: Sequence[str], rows: Sequence[Sequence[str]], language: Language) -> Table:
    return table(label(name, language), [label(column, language) for column in columns], rows)


def chart(
    name: str,
    lines: Sequence[Line],
    rows: Sequence[Bar],
    data: Table,
    language: Language,
    *,
    caption: str = "",
    title: str = "",
) -> Chart:
    """A chart of drawn lines; of `rows` there may be more in the table than are drawn.

    Its title is the label `name`, or another.
    """
    captions = [caption] if caption else []
    if len(data.rows) > len(rows):
        captions.append(label("more", language, count=len(data.rows) - len(rows)))
    return Chart(title or label(name, language), " ".join(captions), lines, data)
