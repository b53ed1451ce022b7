"""Many bodies at a glance: who published, departments against their units, who stands out, and borrowed words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from juesuan.execution import lines as lines_of
from juesuan.execution import yuan as in_yuan
from juesuan.findings import Language
from juesuan.kinds.kind import Kind, Scope
from juesuan.kinds.policy import SCOPES
from juesuan.panel.documents import City, Document, versions
from juesuan.panel.ledger import Body, Entry, Published, State, held
from juesuan.panel.peers import FEWEST, Peers, peers
from juesuan.panel.units import Families, checks
from juesuan.presentation import approval, charts, department_charts, markup
from juesuan.presentation.charts import Bar
from juesuan.presentation.comparison import DRAWN
from juesuan.presentation.department_charts import Chart
from juesuan.presentation.key_figures import yuan
from juesuan.presentation.labels import label, sayer
from juesuan.presentation.largest import Largest, Weighed, largest
from juesuan.presentation.markup import Fragment
from juesuan.presentation.phrasing import money, share, ten_thousands
from juesuan.presentation.questions import Questions
from juesuan.presentation.tables import Row, Table, table
from juesuan.presentation.unit_costs import PER_UNIT, per_unit
from juesuan.presentation.words import item, kind_name

GENERAL = "一般公共预算支出"
_CLASS = 3  # digits of a function class
_REMARKABLE = (State.MISSING, State.LATE, State.SEVERAL, State.UNEXPECTED)


def published(known: City) -> list[Published]:
    """What was published, as the ledger is held against it."""
    return [each.published for each in known.every()]


def publication(known: City, ledger: Sequence[Body] = (), language: Language = "zh") -> Fragment:
    """Which disclosures of which year are here; against a ledger, which of those owed are missing, late or doubled."""
    there = published(known)
    entries = held(ledger, there)
    tables = [_gaps(entries, language)] if ledger else []
    if several := [group for group in _several(known) if len(group) > 1]:
        tables.append(_versions(several, language))
    about = "" if ledger else label("ledger_none", language)
    return _tables("publication_heading", [_coverage(there, entries, language), *tables], language, about)


def _coverage(published: Sequence[Published], entries: Sequence[Entry], language: Language) -> Table:
    """How many bodies published how many documents of each kind and year; what is missing only a ledger tells."""
    there = Counter((each.year, each.kind) for each in published)
    bodies = Counter((year, kind) for year, kind, _ in {(each.year, each.kind, each.name) for each in published})
    states = Counter((each.year, each.kind, each.state) for each in entries)
    remarkable = _REMARKABLE if entries else ()
    rows = [
        (
            year,
            kind_name(kind, language),
            bodies[year, kind],
            there[year, kind],
            *(states[year, kind, state] for state in remarkable),
        )
        for year, kind in sorted({*there, *((year, kind) for year, kind, _ in states)})
    ]
    headings = ("year", "kind_column", "bodies_column", "documents_column", *(f"state_{each}" for each in remarkable))
    words = ((Decimal(0), tuple(str(cell or "–") for cell in row)) for row in rows)
    return _table("coverage_heading", headings, words, language, words=2)


def _several(known: City) -> Iterator[list[Document]]:
    for name, documents in groupby(known.every(), key=lambda each: each.department):
        if name:
            yield from versions(documents)


def _versions(groups: Sequence[Sequence[Document]], language: Language) -> Table:
    """Which disclosures are here in several versions, the one that counts first."""
    rows = (
        (
            Decimal(len(group)),
            (
                group[0].department,
                kind_name(group[0].kind, language),
                group[0].year,
                group[0].source,
                "、".join(each.source for each in group[1:]),
            ),
        )
        for group in groups
    )
    headings = ("department", "kind_column", "year", "counted_column", "not_counted_column")
    return _table("versions_heading", headings, rows, language, words=5)


def _gaps(entries: Iterable[Entry], language: Language) -> Table:
    at = 0 if language == "zh" else 1
    rows = (
        (
            Decimal(each.days or 0),
            (
                each.name,
                SCOPES[each.scope][at],
                kind_name(each.kind, language),
                each.year,
                label(f"state_{each.state}", language),
                "、".join(each.sources) or each.address,
                "" if each.days is None else str(each.days),
            ),
        )
        for each in entries
        if each.state is not State.PUBLISHED
    )
    headings = ("department", "scope_column", "kind_column", "year", "state_column", "source", "days_column")
    return _table("gaps_heading", headings, rows, language, words=6)


def _table(caption: str, columns: Sequence[str], rows: Iterable[Weighed], language: Language, words: int) -> Table:
    """A table of which the first `words` columns hold words and the others figures."""
    headings = tuple(label(column, language) for column in columns)
    kept = largest(rows)
    told = " ".join(filter(None, (label(caption, language), kept.told(language))))
    return Table(told, headings, tuple(map(Row, kept)), frozenset(range(words, len(columns))))


def classes(known: City, language: Language = "zh") -> Fragment:
    """What all departments together spent on each function class, by year."""
    spent: dict[str, dict[str, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    names: dict[str, str] = {}
    for each in _departments(known):
        for fact in each.accounts.column("05", "total"):
            if len(fact.code) == _CLASS and fact.amount.is_money and not fact.doubt:
                spent[fact.code][each.year] += yuan(fact.amount)
                names[fact.code] = fact.item
    years = sorted({year for by_year in spent.values() for year in by_year})
    codes = sorted(spent, key=lambda code: -spent[code].get(years[-1], Decimal(0)))
    rows = [
        (
            f"{code} {item(names[code], language)}",
            *(ten_thousands(spent[code][y]) if y in spent[code] else "" for y in years),
        )
        for code in codes
    ]
    headings = (label("class_column", language), *years)
    data = Table(
        label("classes_heading", language), headings, tuple(map(Row, rows)), frozenset(range(1, len(headings)))
    )
    bars = [
        Bar(item(names[code], language), float(spent[code][years[-1]]), money(spent[code][years[-1]], language))
        for code in codes
        if years[-1] in spent[code]
    ]
    title = f"{label('classes_heading', language)} {years[-1]}" if years else ""
    drawings = [department_charts.chart("classes_heading", charts.bars(bars), bars, data, language)] if bars else []
    about = label("classes_about", language, year=years[-1]) if title else ""
    return _shown("classes_heading", [data] if len(years) > 1 else [], language, about, drawings)


def _departments(known: City) -> Iterator[Document]:
    """The final accounts of departments, one a body and year: what may be added up without counting money twice."""
    seen: set[tuple[str, str]] = set()
    for each in known:
        if each.kind is Kind.FINAL_ACCOUNTS and each.scope is Scope.DEPARTMENT and each.year:
            if (each.department, each.year) not in seen:
                yield each
            seen.add((each.department, each.year))


def execution(known: City, language: Language = "zh") -> Fragment:
    """Each body's general budget from approval to execution, a bar with a line where the budget stood."""
    lines: Largest[tuple[str, Decimal, Decimal]] = Largest()
    for pair in approval.pairs(known):
        for line in lines_of(pair):
            approved, spent = in_yuan(line.approved), in_yuan(line.executed)
            if line.item == GENERAL and approved and spent is not None:
                lines.add(approved, (f"{pair.final.department} {pair.final.year}", approved, spent))
    rows = (
        (approved, (name, ten_thousands(approved), ten_thousands(spent), share(spent, approved)))
        for name, approved, spent in lines
    )
    headings = ("department", "approved_column", "executed_column", "completion_column")
    data = _table("glance_heading", headings, rows, language, words=1)
    bars = [
        Bar(name, float(spent), f"{ten_thousands(spent)} / {share(spent, approved)}", float(approved))
        for name, approved, spent in sorted(lines, key=lambda each: -each[1])[:DRAWN]
    ]
    drawings = [department_charts.chart("glance_heading", charts.bars(bars), bars, data, language)] if bars else []
    about = lines.told(language) if len(lines) else label("approved_none", language)
    return _shown("glance_heading", [data] if len(lines) > DRAWN else [], language, about, drawings)


def units(known: City, ledger: Sequence[Body] = (), language: Language = "zh") -> Fragment:
    """Departments held against the sums of their own offices and units."""
    asked, pairs = Questions(), 0
    for family in Families(ledger).of(known):
        pairs += 1
        asked.add(checks(family), family.department, *family.members)
    introduction = label(
        "units_found" if pairs else "units_none",
        language,
        pairs=pairs,
        held=asked.held,
        failed=asked.failed,
        unchecked=asked.unchecked,
    )
    return asked.shown("units", introduction, language)


def same_words(known: City, language: Language = "zh") -> Fragment:
    """Problems and reasons that two documents tell in the same words."""
    asked = Questions()
    asked.add(known.same_words())
    introduction = label("same_words_found" if asked.failed else "same_words_none", language, count=asked.failed)
    return asked.shown("same_words", introduction, language)


def standing_out(known: City, language: Language = "zh") -> Fragment:
    """Bodies far from what is usual among their peers of one year: cost per head, per vehicle, per guest."""
    tables = []
    for (year, scope), costs in sorted(_costs(known).items()):
        whose = SCOPES[scope][0 if language == "zh" else 1]
        for key in PER_UNIT:
            found = peers({name: cost[key] for name, cost in costs.items() if key in cost})
            tables += [_outliers(found, f"{label(key, language)} {year} {whose}", language)] if found else []
    about = label("peers_about" if tables else "peers_none", language, fewest=FEWEST)
    return _tables("peers_heading", tables, language, about)


def _costs(known: City) -> dict[tuple[str, Scope], dict[str, dict[str, Decimal]]]:
    """What each body's heads, vehicles and guests cost, among the bodies of its year and scope."""
    costs: dict[tuple[str, Scope], dict[str, dict[str, Decimal]]] = defaultdict(dict)
    for each in known:
        if each.kind is Kind.FINAL_ACCOUNTS and each.department and each.year:
            costs[each.year, each.scope].setdefault(each.department, per_unit(each.accounts))
    return costs


def _outliers(found: Peers, caption: str, language: Language) -> Table:
    usual = label("usual", language, median=money(found.median, language), count=len(found.standings))
    rows = largest(
        (
            abs(each.score),
            (
                each.name,
                money(each.value, language),
                f"{each.value / found.median:.1f}" if found.median else "",
                f"{each.score:.1f}",
            ),
        )
        for each in found.standings
        if each.stands_out
    )
    headings = [label(each, language) for each in ("department", "each_column", "times_median", "deviation_column")]
    return table(f"{caption}（{usual}）" if language == "zh" else f"{caption} ({usual})", headings, rows)


def _tables(key: str, tables: list[Table], language: Language, about: str = "") -> Fragment:
    return _shown(key, tables, language, about, [])


def _shown(key: str, tables: list[Table], language: Language, about: str, drawings: list[Chart]) -> Fragment:
    title = label(key, language)
    html = markup.render(
        "comparison.html.j2", say=sayer(language), title=title, anchor=key, tables=tables, charts=drawings, about=about
    )
    return Fragment(f'<div class="juesuan" lang="{language}">\n{html}</div>', title)
