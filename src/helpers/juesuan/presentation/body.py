"""One body over the years and against its budgets: what was spent on what, and what the years must agree on."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from juesuan.findings import Language
from juesuan.panel.documents import City
from juesuan.panel.series import Series, final_years, series
from juesuan.presentation import charts, department_charts, markup
from juesuan.presentation.charts import Bar
from juesuan.presentation.department_charts import Chart
from juesuan.presentation.key_figures import Change
from juesuan.presentation.labels import label, sayer
from juesuan.presentation.markup import Fragment
from juesuan.presentation.phrasing import ten_thousands
from juesuan.presentation.tables import Row, Table
from juesuan.presentation.words import item, kind_name

FORM = "05"  # which every body has and which lists every account
_CLASS = 3  # digits of a function class


def opening(known: City, language: Language = "zh") -> Fragment:
    """Whose years, and out of which files."""
    documents = list(known)
    title = label("panel_title", language, name=documents[0].department)
    facts = [f"{each.year} {kind_name(each.kind, language)}" for each in documents]
    counted = {each.source for each in documents}
    if further := [each.source for each in known.every() if each.source not in counted]:
        facts.append(label("further_versions", language, names=label("enumeration", language).join(further)))
    html = markup.render("opening.html.j2", say=sayer(language), title=title, facts=facts)
    return Fragment(
        f'<div class="juesuan" lang="{language}">\n{html}</div>', title, {"title": title, "language": language}
    )


def spending(known: City, language: Language = "zh") -> Fragment:
    """General-budget spending over the years: the total as a chart, all accounts that have a series as a table."""
    years = final_years(each.accounts for each in known)
    found = series(years, FORM)
    data = _table(found, [each.year for each in years], language)
    total = next((each for each in found if not each.code), None)
    drawings = (
        [_chart(total, _table([total], list(total.values), language), language)]
        if total is not None and len(total.values) > 1
        else []
    )
    title = label("series_heading", language)
    html = markup.render(
        "comparison.html.j2",
        say=sayer(language),
        title=title,
        anchor="series",
        tables=[data] if data.rows else [],
        charts=drawings,
    )
    return Fragment(f'<div class="juesuan" lang="{language}">\n{html}</div>', title)


def _table(found: Sequence[Series], years: Sequence[str], language: Language) -> Table:
    headings = (label("class_column", language), *years)
    rows = tuple(
        Row(
            (
                _name(each, language),
                *(ten_thousands(each.values[year]) if year in each.values else "" for year in years),
            ),
            level=max(0, (len(each.code) - _CLASS) // 2),
            emphasis=len(each.code) <= _CLASS,
        )
        for each in found
    )
    return Table(label("series_heading", language), headings, rows, frozenset(range(1, len(headings))))


def _name(each: Series, language: Language) -> str:
    """Code and latest name, with the names that it had before."""
    name = f"{each.code} {item(each.name, language)}".strip()
    before = "、".join(each.former)
    if not before:
        return name
    return f"{name}（原{before}）" if language == "zh" else f"{name} (formerly {before})"


def _chart(total: Series, data: Table, language: Language) -> Chart:
    years = list(total.values)
    before = dict(zip(years[1:], years, strict=False))
    bars = [
        Bar(year, float(value), _words(value, total.values.get(before.get(year, ""))))
        for year, value in total.values.items()
    ]
    return department_charts.chart("series_heading", charts.bars(bars), bars, data, language)


def _words(value: Decimal, earlier: Decimal | None) -> str:
    """The amount with its growth over the year before."""
    shown = ten_thousands(value)
    return f"{shown} / {department_charts.change_cells(Change('', earlier, value))[-1]}" if earlier else shown
