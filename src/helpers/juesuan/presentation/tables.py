"""Tables of a page as plain data: what stands in which cell, before any markup."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from juesuan.accounts import Accounts
from juesuan.amounts import plain
from juesuan.auditing import Audit
from juesuan.checks import Outcome
from juesuan.findings import Language
from juesuan.presentation.labels import label
from juesuan.presentation.words import FAMILY_NAMES, OUTCOMES, choose, form_title
from juesuan.records import Fact, Form
from juesuan.rules import FAMILIES


@dataclass(frozen=True, slots=True)
class Row:
    """One row; the first cell names it. `level` indents it, `emphasis` sets it off."""

    cells: tuple[str, ...]
    level: int = 0
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption; `numbers` are the indices of columns that hold figures."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    numbers: frozenset[int] = frozenset()


def table(caption: str, headings: Iterable[str], rows: Iterable[Iterable[str]]) -> Table:
    """A table whose first column holds names and all others figures."""
    names = tuple(headings)
    return Table(caption, names, tuple(Row(tuple(row)) for row in rows), frozenset(range(1, len(names))))


@dataclass(frozen=True, slots=True)
class FormTable:
    """A statutory form as found: its title, and its rows where any holds a figure."""

    title: str
    table: Table | None


def form_tables(accounts: Accounts, language: Language) -> list[FormTable]:
    """Every form of the document with the rows that hold figures other than zero."""
    return [_form_table(form, accounts, language) for form in accounts.forms]


def _form_table(form: Form, accounts: Accounts, language: Language) -> FormTable:
    title = form_title(form.number, language, form.title)
    facts = [fact for fact in accounts.facts if fact.form == form.number]
    columns = list(dict.fromkeys(fact.column for fact in facts))
    rows: dict[tuple[int, str], dict[str, Fact]] = {}
    for fact in facts:
        rows.setdefault((fact.row, fact.item), {})[fact.column] = fact
    shown = [cells for cells in rows.values() if any(fact.amount.value for fact in cells.values())]
    if not shown:
        return FormTable(title, None)
    headings = (label("item", language), *(column.replace("\n", "") for column in columns))
    caption = f"{title} · {label('unit', language, unit=form.unit)}" if form.unit else title
    table_rows = tuple(_form_row(cells, columns) for cells in shown)
    return FormTable(title, Table(caption, headings, table_rows, frozenset(range(1, len(headings)))))


def _form_row(cells: dict[str, Fact], columns: list[str]) -> Row:
    fact = next(iter(cells.values()))
    name = f"{fact.code} {fact.item}".strip().replace("\n", "")
    texts = (_displayed(cells[column]) if column in cells else "" for column in columns)
    level = {5: 2, 7: 3}.get(len(fact.code), 0)
    return Row((name, *texts), level, emphasis=len(fact.code) <= 3)


def _displayed(fact: Fact) -> str:
    amount = fact.amount
    whole, point, fraction = plain(amount.value, max(amount.decimals, 0)).partition(".")
    return f"{int(whole):,}{point}{fraction}" if not whole.startswith("-0") else f"{whole}{point}{fraction}"


def coverage_table(audit: Audit) -> Table:
    """Of the numerals in each section of the prose, how many were understood."""
    columns = ("section", "numerals", "understood")
    rows = [
        (each.section, str(each.numerals), str(each.understood)) for each in audit.accounts.coverage if each.numerals
    ]
    return table(label("coverage", audit.language), [label(column, audit.language) for column in columns], rows)


def family_table(audit: Audit) -> Table:
    """How many checks of each family came out in which way."""
    language = audit.language
    counts = Counter((check.family, check.outcome) for check in audit.checks)
    present = [family for family in FAMILIES if any(counts[family, outcome] for outcome in Outcome)]
    rows = [
        (choose(FAMILY_NAMES[family], language), *(str(counts[family, outcome] or "–") for outcome in Outcome))
        for family in present
    ]
    headings = (label("family", language), *(choose(OUTCOMES[outcome], language) for outcome in Outcome))
    return table(label("all_families", language), headings, rows)
