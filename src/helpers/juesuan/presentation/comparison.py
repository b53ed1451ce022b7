"""Departments side by side: money, structure, growth, cost per head, execution, and what fails where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from statistics import mean

from juesuan import across
from juesuan.accounts import Accounts
from juesuan.auditing import Audit
from juesuan.checks import Outcome
from juesuan.collection import Collection
from juesuan.findings import Language, Weight, findings
from juesuan.kinds.kind import Kind
from juesuan.kinds.policy import marks as marks_of
from juesuan.presentation import charts, drawn, markup
from juesuan.presentation.charts import Bar
from juesuan.presentation.drawn import Chart
from juesuan.presentation.gathering import cards
from juesuan.presentation.labels import label, sayer
from juesuan.presentation.marks import Marks
from juesuan.presentation.markup import Fragment
from juesuan.presentation.phrasing import money, points, share, ten_thousands
from juesuan.presentation.pictures import Pictures
from juesuan.presentation.portrait import Change, Portrait, funded, portrait, yuan
from juesuan.presentation.tables import Row, Table, table
from juesuan.presentation.telling import tell
from juesuan.presentation.words import FAMILY_NAMES, choose, item
from juesuan.records import Fact, Measure
from juesuan.rules import FAMILIES

PER_UNIT = ("running_per_head", "cost_per_vehicle", "cost_per_guest")
STAFF_UNITS = ("人", "名")


def opening(known: Collection, language: Language = "zh") -> Fragment:
    """What is compared."""
    title = label("comparison_title", language)
    years = sorted({each.accounts.year for each in known.audits if each.accounts.year})
    facts = [label("departments_count", language, count=len(known.audits)), *years]
    html = markup.render("opening.html.j2", say=sayer(language), title=title, facts=facts)
    about = {"title": title, "language": language}
    return Fragment(f'<div class="juesuan" lang="{language}">\n{html}</div>', title, about)


def overview(known: Collection, language: Language = "zh") -> Fragment:
    """Money and findings of each department."""
    columns = ("department", "year", "expenditure_yuan10k", "errors", "notices", "made", "unchecked")
    rows = [_overview_row(each) for each in known.audits]
    return _tables("overview_heading", language, [_table("overview_heading", columns, rows, language)])


def _overview_row(each: Audit) -> tuple[str, ...]:
    spent = portrait(each.accounts).expenditure
    return (
        *_name(each.accounts),
        "" if spent is None else ten_thousands(yuan(spent)),
        str(len(each.weighing(Weight.ERROR))),
        str(len(each.weighing(Weight.NOTICE))),
        str(each.made),
        str(each.outcomes[Outcome.UNCHECKED]),
    )


def structure(known: Collection, language: Language = "zh") -> Fragment:
    """How each department's spending divides into personnel, running cost and projects."""
    columns = ("department", "year", "personnel", "running", "project", "largest_function")
    portraits = [(each.accounts, portrait(each.accounts)) for each in _finals(known)]
    parted = [(accounts, figures) for accounts, figures in portraits if _parts(figures)]
    rows = [(*_name(accounts), *_shares(figures), _largest(figures)) for accounts, figures in parted]
    data = _table("structure_heading", columns, rows, language, words=1)
    kinds = [item(kind, language) for kind in ("人员经费", "公用经费", "项目支出")]
    stacked = [(_title(accounts), [float(part) for part in _parts(figures)]) for accounts, figures in parted]
    bars = [Bar(" ".join(_name(accounts)), 0.0, " / ".join(_shares(figures))) for accounts, figures in parted]
    chart = drawn.chart("structure_heading", charts.stacks(stacked, kinds), bars, data, language) if parted else None
    return _tables("structure_heading", language, [], chart)


def _parts(figures: Portrait) -> list[Decimal]:
    parts = (figures.personnel, figures.running, figures.project)
    values = [Decimal(0) if part is None else yuan(part) for part in parts]
    return values if figures.personnel is not None and sum(values) > 0 else []


def _shares(figures: Portrait) -> list[str]:
    parts = _parts(figures)
    return [share(part, sum(parts, Decimal(0))) for part in parts]


def _largest(figures: Portrait) -> str:
    return figures.functions[0].name if figures.functions else ""


def growth(known: Collection, language: Language = "zh") -> Fragment:
    """Each department's lines against the prior year that its document implies."""
    columns = ("department", "year", "item", "prior_column", "final_column", "change_column")
    rows = [
        (*_name(each.accounts), item(change.name, language), *drawn.change_cells(change))
        for each in _finals(known)
        for change in portrait(each.accounts).changes
        if change.prior > 0
    ]
    implied = _table("growth_heading", columns, rows, language, words=2)
    return _tables("growth_heading", language, [implied, *_published_growth(known, language)])


def _published_growth(known: Collection, language: Language) -> Iterator[Table]:
    """Line by line, where two years of a department are here and nothing need be implied."""
    for years in across.consecutive(each.accounts for each in known.audits):
        before = {fact.code: yuan(fact.amount) for fact in _spending(years.earlier)}
        now = {fact.code: fact for fact in _spending(years.later)}
        changes = [Change(fact.item, before[code], yuan(fact.amount)) for code, fact in now.items() if before.get(code)]
        rows = [(item(change.name, language), *drawn.change_cells(change)) for change in changes]
        title = f"{years.later.department} {years.earlier.year}—{years.later.year}"
        columns = ("item", "prior_published", "final_column", "change_column")
        yield table(title, [label(column, language) for column in columns], rows)


def _spending(accounts: Accounts) -> Iterator[Fact]:
    return (fact for fact in accounts.column("05", "total") if fact.code and fact.amount.is_money and not fact.doubt)


def three_public(known: Collection, language: Language = "zh") -> Fragment:
    """The three public expenses of each department, by kind, against their budget."""
    columns = ("department", "year", "item", "budget_column", "final_column", "completion_column")
    rows = [
        (*_name(each.accounts), item(pair.name, language), *drawn.pair_cells(pair))
        for each in _finals(known)
        for pair in portrait(each.accounts).three_public
    ]
    return _tables("three_public", language, [_table("three_public", columns, rows, language, words=2)])


def per_head(known: Collection, language: Language = "zh") -> Fragment:
    """Cost per head, per vehicle and per guest, where the document counts them."""
    columns = ("department", "year", "item", "count_column", "each_column")
    rows = [(*_name(each.accounts), *cells) for each in _finals(known) for cells in _per_head(each.accounts, language)]
    return _tables("per_head_heading", language, [_table("per_head_heading", columns, rows, language, words=2)])


def _per_head(accounts: Accounts, language: Language) -> Iterator[tuple[str, ...]]:
    for key, (amount, count) in _counted(accounts).items():
        yield label(key, language), points(count), money(amount / count, language)


def per_unit(accounts: Accounts) -> dict[str, Decimal]:
    """What a head, a vehicle and a guest cost in 元, by label, where the document counts them."""
    return {key: amount / count for key, (amount, count) in _counted(accounts).items()}


def _counted(accounts: Accounts) -> dict[str, tuple[Decimal, Decimal]]:
    """Amounts in 元 and what they are divided by."""
    figures = portrait(accounts)
    kinds = {pair.name: pair.final for pair in figures.three_public}
    running = None if figures.running is None else yuan(figures.running)
    related = (
        (running, staff(accounts)),
        (kinds.get("公务用车运行维护费"), _count(accounts, ("公务用车保有量", "车辆"))),
        (kinds.get("公务接待费"), _count(accounts, ("接待人次",))),
    )
    return {key: (amount, count) for key, (amount, count) in zip(PER_UNIT, related, strict=True) if amount and count}


def staff(accounts: Accounts) -> Decimal | None:
    """The number of staff that the document says, None where it does not or says several."""
    totals = {
        each.amount.value
        for each in accounts.statements
        if each.topic == "organisation"
        and each.measure is Measure.COUNT
        and each.role == "total"
        and each.amount is not None
        and each.amount.unit in STAFF_UNITS
    }
    return totals.pop() if len(totals) == 1 else None


def _count(accounts: Accounts, subjects: Sequence[str]) -> Decimal | None:
    for subject in subjects:
        for each in accounts.statements:
            if each.subject == subject and each.measure is Measure.COUNT and each.amount is not None:
                return each.amount.value
    return None


def performance(known: Collection, language: Language = "zh") -> Fragment:
    """Projects, their execution and their scores."""
    columns = ("department", "year", "projects_column", "budget_column", "executed_column", "rate_column", "mean_score")
    rows = [_performance_row(each.accounts) for each in known.audits if each.accounts.evaluations]
    return _tables("performance", language, [_table("performance", columns, rows, language)])


def _performance_row(accounts: Accounts) -> tuple[str, ...]:
    projects = portrait(accounts).projects
    budget, executed = funded(projects)
    scores = [project.score for project in projects if project.score is not None]
    return (
        *_name(accounts),
        str(len(projects)),
        ten_thousands(budget) if budget else "",
        ten_thousands(executed) if budget else "",
        share(executed, budget) if budget else "",
        points(Decimal(mean(scores)).quantize(Decimal("0.01"))) if scores else "",
    )


def rules(known: Collection, language: Language = "zh") -> Fragment:
    """Which families of checks fail where, and which rules most often."""
    failed = [(each, check) for each in known.audits for check in each.checks if check.outcome is Outcome.FAILED]
    cells = Counter((_title(each.accounts), check.family) for each, check in failed)
    names = [_title(each.accounts) for each in known.audits]
    families = [family for family in FAMILIES if any(cells[name, family] for name in names)]
    headings = (label("department", language), *(choose(FAMILY_NAMES[family], language) for family in families))
    rows = [(name, *(str(cells[name, family] or "–") for family in families)) for name in names]
    matrix = table(label("rules_heading", language), headings, rows)
    often = Counter(check.rule for _, check in failed).most_common()
    where = {rule: len({each.accounts.source for each, check in failed if check.rule == rule}) for rule, _ in often}
    columns = ("rule", "failed_checks", "departments")
    ranked = _table("often_heading", columns, [(rule, str(count), str(where[rule])) for rule, count in often], language)
    return _tables("rules_heading", language, [matrix, ranked])


def years(known: Collection, language: Language = "zh") -> Fragment:
    """What two years of one department must agree on, and where they do not."""
    pairs = across.consecutive(each.accounts for each in known.audits)
    made = [check for pair in pairs for check in across.checks(pair)]
    found = findings(made, language)
    pictures = Pictures(Path())
    marks = Marks(*(each.accounts for each in known.audits))
    told = [tell(each, pictures, marks, language) for each in found if each.severity is not Weight.ROUNDING]
    held = sum(check.outcome in (Outcome.PASSED, Outcome.ROUNDING) for check in made)
    introduction = label(
        "years_found" if pairs else "years_none", language, pairs=len(pairs), held=held, failed=len(told)
    )
    return _fragment(
        "findings",
        language,
        title=label("years_heading", language),
        anchor="years",
        introduction=introduction,
        cards=cards(told, language),
    )


def _finals(known: Collection) -> list[Audit]:
    """Those of final accounts: what was budgeted is no spending to compare with it."""
    return [each for each in known.audits if each.accounts.kind is not Kind.BUDGET]


def _name(accounts: Accounts) -> tuple[str, str]:
    """Name and year, with what the document is where it is not a department's final accounts."""
    about = "，".join(marks_of(accounts.kind, accounts.scope))
    return (accounts.department or accounts.source) + (f"（{about}）" if about else ""), accounts.year


def _title(accounts: Accounts) -> str:
    return " ".join(_name(accounts)).strip()


def _table(
    key: str, columns: Sequence[str], rows: Sequence[Sequence[str]], language: Language, words: int = 1
) -> Table:
    """A table of departments; after the name `words` columns hold words, the others figures."""
    headings = tuple(label(column, language) for column in columns)
    made = tuple(Row(tuple(row)) for row in rows)
    return Table(label(key, language), headings, made, frozenset(range(words + 1, len(columns))))


def _tables(key: str, language: Language, tables: list[Table], chart: Chart | None = None) -> Fragment:
    shown = [each for each in tables if each.rows]
    title = label(key, language)
    return _fragment("comparison", language, anchor=key, title=title, tables=shown, charts=[chart] if chart else [])


def _fragment(template: str, language: Language, **values: object) -> Fragment:
    html = markup.render(f"{template}.html.j2", say=sayer(language), **values)
    return Fragment(f'<div class="juesuan" lang="{language}">\n{html}</div>', str(values.get("title", template)))
