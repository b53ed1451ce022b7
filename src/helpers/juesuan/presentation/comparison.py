"""Departments side by side: money, structure, growth, cost per head, execution, and what fails where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from statistics import mean

from juesuan import across
from juesuan.accounts import Accounts
from juesuan.findings import Language
from juesuan.kinds.kind import Kind
from juesuan.panel.documents import City, Document
from juesuan.presentation import charts, department_charts, markup, unit_costs
from juesuan.presentation.charts import Bar
from juesuan.presentation.department_charts import Chart
from juesuan.presentation.key_figures import Change, KeyFigures, funded, key_figures, yuan
from juesuan.presentation.labels import label, sayer
from juesuan.presentation.largest import MOST_TABLES, Largest, Weighed, largest
from juesuan.presentation.markup import Fragment
from juesuan.presentation.phrasing import money, points, share, ten_thousands
from juesuan.presentation.questions import Questions
from juesuan.presentation.tables import Row, Table, table
from juesuan.presentation.words import FAMILY_NAMES, beside_name, choose, item
from juesuan.records import Fact
from juesuan.rules import FAMILIES, RULES

DRAWN = 30  # bodies of a chart, the largest ones
MOST_RULES = 30  # of those that fail, the ones that fail most
_GRAVER = 10**6  # an error weighs more than any number of notices


def opening(known: City, language: Language = "zh") -> Fragment:
    """What is compared."""
    title = label("comparison_title", language)
    years: Counter[str] = Counter()
    bodies: set[str] = set()
    for each in known:
        years[each.year] += 1
        bodies.add(each.department)
    counted = label("departments_count", language, count=len(bodies), documents=years.total())
    facts = [counted, *sorted(filter(None, years))]
    html = markup.render("opening.html.j2", say=sayer(language), title=title, facts=facts)
    about = {"title": title, "language": language}
    return Fragment(f'<div class="juesuan" lang="{language}">\n{html}</div>', title, about)


def overview(known: City, language: Language = "zh", heading: str = "overview_heading") -> Fragment:
    """Money and findings of each document, those with most errors where there are too many."""
    columns = ("department", "year", "expenditure_yuan10k", "errors", "notices", "made", "unchecked")
    rows = ((Decimal(each.errors * _GRAVER + each.notices), _overview_row(each, language)) for each in known)
    return _tables(heading, language, [_table(heading, columns, rows, language)])


def _overview_row(each: Document, language: Language) -> tuple[str, ...]:
    spent = key_figures(each.accounts).expenditure
    return (
        *_name(each, language),
        "" if spent is None else ten_thousands(yuan(spent)),
        *map(str, (each.errors, each.notices, each.made, each.unchecked)),
    )


def structure(known: City, language: Language = "zh") -> Fragment:
    """How the spending of each department, the largest of many, divides into personnel, running cost and projects."""
    columns = ("department", "year", "personnel", "running", "project", "largest_function")
    parted: Largest[tuple[tuple[str, str], list[Decimal], str]] = Largest(DRAWN)
    for each in _finals(known):
        figures = key_figures(each.accounts)
        if parts := _parts(figures):
            parted.add(sum(parts, Decimal(0)), (_name(each, language), parts, _largest(figures)))
    rows = ((Decimal(0), (*name, *_shares(parts), function)) for name, parts, function in parted)
    data = _table("structure_heading", columns, rows, language, words=1)
    kinds = [item(kind, language) for kind in ("人员经费", "公用经费", "项目支出")]
    stacked = [(" ".join(name).strip(), [float(part) for part in parts]) for name, parts, _ in parted]
    bars = [Bar(" ".join(name), 0.0, " / ".join(_shares(parts))) for name, parts, _ in parted]
    chart = (
        department_charts.chart("structure_heading", charts.stacks(stacked, kinds), bars, data, language)
        if bars
        else None
    )
    return _tables("structure_heading", language, [], chart, parted.told(language))


def _parts(figures: KeyFigures) -> list[Decimal]:
    parts = (figures.personnel, figures.running, figures.project)
    values = [Decimal(0) if part is None else yuan(part) for part in parts]
    return values if figures.personnel is not None and sum(values) > 0 else []


def _shares(parts: Sequence[Decimal]) -> list[str]:
    return [share(part, sum(parts, Decimal(0))) for part in parts]


def _largest(figures: KeyFigures) -> str:
    return figures.functions[0].name if figures.functions else ""


def growth(known: City, language: Language = "zh") -> Fragment:
    """Each department's lines against the prior year that its document implies."""
    columns = ("department", "year", "item", "prior_column", "final_column", "change_column")
    rows = (
        (
            abs(change.final - change.prior),
            (*_name(each, language), item(change.name, language), *department_charts.change_cells(change)),
        )
        for each in _finals(known)
        for change in key_figures(each.accounts).changes
        if change.prior > 0
    )
    implied = _table("growth_heading", columns, rows, language, words=2)
    published: Largest[Table] = Largest(MOST_TABLES)
    for body in known.bodies():
        for weight, data in _published_growth(body, language):
            published.add(weight, data)
    return _tables("growth_heading", language, [implied, *published], about=published.told(language))


def _published_growth(body: Sequence[Document], language: Language) -> Iterator[tuple[Decimal, Table]]:
    """Line by line, where two years of a department are here and nothing need be implied."""
    for years in across.consecutive(each.accounts for each in body):
        before = {fact.code: yuan(fact.amount) for fact in _spending(years.earlier)}
        now = {fact.code: fact for fact in _spending(years.later)}
        changes = [Change(fact.item, before[code], yuan(fact.amount)) for code, fact in now.items() if before.get(code)]
        rows = [(item(change.name, language), *department_charts.change_cells(change)) for change in changes]
        title = f"{years.later.department} {years.earlier.year}—{years.later.year}"
        columns = ("item", "prior_published", "final_column", "change_column")
        weight = max((abs(change.final - change.prior) for change in changes), default=Decimal(0))
        yield weight, table(title, [label(column, language) for column in columns], rows)


def _spending(accounts: Accounts) -> Iterator[Fact]:
    return (fact for fact in accounts.column("05", "total") if fact.code and fact.amount.is_money and not fact.doubt)


def three_public(known: City, language: Language = "zh") -> Fragment:
    """The three public expenses of each department, by kind, against their budget."""
    columns = ("department", "year", "item", "budget_column", "final_column", "completion_column")
    rows = (
        (pair.final, (*_name(each, language), item(pair.name, language), *department_charts.pair_cells(pair)))
        for each in _finals(known)
        for pair in key_figures(each.accounts).three_public
    )
    return _tables("three_public", language, [_table("three_public", columns, rows, language, words=2)])


def per_head(known: City, language: Language = "zh") -> Fragment:
    """Cost per head, per vehicle and per guest, where the document counts them."""
    columns = ("department", "year", "item", "count_column", "each_column")
    rows = (
        (amount, (*_name(each, language), label(key, language), points(count), money(amount / count, language)))
        for each in _finals(known)
        for key, (amount, count) in unit_costs.counted(each.accounts).items()
    )
    return _tables("per_head_heading", language, [_table("per_head_heading", columns, rows, language, words=2)])


def performance(known: City, language: Language = "zh") -> Fragment:
    """Projects, their execution and their scores."""
    columns = ("department", "year", "projects_column", "budget_column", "executed_column", "rate_column", "mean_score")
    rows = (_performance_row(each, language) for each in known if each.is_evaluated)
    return _tables("performance", language, [_table("performance", columns, rows, language)])


def _performance_row(each: Document, language: Language) -> Weighed:
    projects = key_figures(each.accounts).projects
    budget, executed = funded(projects)
    scores = [project.score for project in projects if project.score is not None]
    return budget, (
        *_name(each, language),
        str(len(projects)),
        ten_thousands(budget) if budget else "",
        ten_thousands(executed) if budget else "",
        share(executed, budget) if budget else "",
        points(Decimal(mean(scores)).quantize(Decimal("0.01"))) if scores else "",
    )


def rules(known: City, language: Language = "zh") -> Fragment:
    """Which families of checks fail where, and which rules most often."""
    often: Counter[str] = Counter()
    where: Counter[str] = Counter()
    failing: Counter[str] = Counter()
    matrix: Largest[tuple[str, Counter[str]]] = Largest()
    for each in known:
        failed = each.failed()
        by_family: Counter[str] = Counter()
        for (family, rule), count in failed.items():
            by_family[family] += count
            often[rule] += count
        where.update({rule for _, rule in failed})
        failing.update(by_family)
        matrix.add(Decimal(by_family.total()), (" ".join(_name(each, language)).strip(), by_family))
    families = [family for family in FAMILIES if failing[family]]
    headings = (label("department", language), *(choose(FAMILY_NAMES[family], language) for family in families))
    rows = [(name, *(str(counts[family] or "–") for family in families)) for name, counts in matrix]
    columns = ("rule", "failed_checks", "departments")
    ranked = [
        (Decimal(count), (_claim(rule, language), str(count), str(where[rule])))
        for rule, count in often.most_common(MOST_RULES)
    ]
    tables = [
        table(label("rules_heading", language), headings, rows),
        _table("often_heading", columns, ranked, language, words=0),
    ]
    return _tables("rules_heading", language, tables, about=matrix.told(language))


def _claim(name: str, language: Language) -> str:
    """What a rule claims; its name where it is one of another program."""
    rule = RULES.get(name)
    return name if rule is None else rule.zh if language == "zh" else rule.claim


def years(known: City, language: Language = "zh") -> Fragment:
    """What two years of one department must agree on, and where they do not."""
    pairs, asked = 0, Questions()
    for body in known.bodies():
        for pair in across.consecutive(each.accounts for each in body):
            pairs += 1
            asked.add(across.checks(pair), pair.earlier, pair.later)
    introduction = label(
        "years_found" if pairs else "years_none", language, pairs=pairs, held=asked.held, failed=asked.failed
    )
    return asked.shown("years", introduction, language)


def _finals(known: City) -> Iterator[Document]:
    """Those of final accounts: what was budgeted is no spending to compare with it."""
    return (each for each in known if each.kind is not Kind.BUDGET)


def _name(each: Document, language: Language) -> tuple[str, str]:
    """Name and year, with what the document is where it is not a department's final accounts."""
    return (each.department or each.source) + beside_name(each.kind, each.scope, language), each.year


def _table(key: str, columns: Sequence[str], rows: Iterable[Weighed], language: Language, words: int = 1) -> Table:
    """A table of departments; after the name `words` columns hold words, the others figures."""
    headings = tuple(label(column, language) for column in columns)
    kept = largest(rows)
    made = tuple(Row(row) for row in kept)
    caption = " ".join(filter(None, (label(key, language), kept.told(language))))
    return Table(caption, headings, made, frozenset(range(words + 1, len(columns))))


def _tables(key: str, language: Language, tables: list[Table], chart: Chart | None = None, about: str = "") -> Fragment:
    shown = [each for each in tables if each.rows]
    title = label(key, language)
    html = markup.render(
        "comparison.html.j2",
        say=sayer(language),
        title=title,
        anchor=key,
        tables=shown,
        charts=[chart] if chart else [],
        about=about,
    )
    return Fragment(f'<div class="juesuan" lang="{language}">\n{html}</div>', title)
