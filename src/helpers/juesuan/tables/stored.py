"""Documents read back out of `juesuan.sqlite`: what they are at once, their figures when they are asked for.

What comes back is what documents are held against each other by: figures of forms, figures of prose, and targets.
The words between them stay in the sources.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from juesuan.accounts import Accounts
from juesuan.amounts import MONEY_UNITS, YUAN, Amount, parse_amount
from juesuan.checks import Evidence
from juesuan.document import Place
from juesuan.evaluations.quantities import parse_quantity
from juesuan.kinds.kind import Kind, Scope
from juesuan.panel.same_words import TEMPLATE, Said
from juesuan.records import (
    Direction,
    Entry,
    Evaluation,
    Fact,
    Form,
    FormRow,
    FundLine,
    Indicator,
    Measure,
    Statement,
)
from juesuan.tables.dictionary import FOLDER, tables
from juesuan.tables.joined import AND

WHAT_THEY_ARE = (
    "folder, document, department, year, kind, scope, doubts, passed, rounding, failed, unchecked, errors, notices, "
    "EXISTS (SELECT 1 FROM indicators WHERE indicators.folder = documents.folder) AS evaluated"
)
REMEMBERED = 2**16  # places as texts write them, of which all bodies have the same
FACTS = 'form, row, code, item, "column", key, value, displayed_unit, decimals, displayed, place, quote, doubt'
STATEMENTS = (
    'section, topic, subject, measure, direction, period, value, unit, displayed, quote, place, of, "group", role, '
    "project, doubt, inferred"
)
INDICATORS = (
    "evaluation, project, line, level3, target, actual, unit, score, fund, opening, budget, executed, place, quote, "
    "doubt"
)
FAILED = """
SELECT family, rule, count(*) AS checks FROM checks WHERE folder = ? AND outcome = 'failed' GROUP BY family, rule
"""
SHARED = """
SELECT words, document, department, year, quote, place FROM explanations WHERE words IN (
    SELECT words FROM explanations WHERE wording NOT IN (
        SELECT wording FROM explanations GROUP BY wording HAVING count(DISTINCT department) >= ?
    ) GROUP BY words HAVING count(DISTINCT coalesce(department, '') || ' ' || coalesce(year, '')) > 1
) AND kind <> 'template' ORDER BY words, folder, number
"""


class Store:
    """An open database of joined tables, to be read only."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        self._connection.row_factory = sqlite3.Row

    def is_current(self) -> bool:
        """Whether it has every column that this program writes."""
        return all(self._has(name, [column.name for column in table.columns]) for name, table in tables().items())

    def _has(self, table: str, columns: Sequence[str]) -> bool:
        known = {row["name"] for row in self._connection.execute("SELECT name FROM pragma_table_info(?)", (table,))}
        return known >= set(columns)

    def documents(self, department: str | None = None) -> Iterator[sqlite3.Row]:
        """What each document, or each of one body, is, and what came of its checks; by body, year and scope."""
        which, values = ("", ()) if department is None else ("WHERE department = ?", (department,))
        return self._connection.execute(
            f"SELECT {WHAT_THEY_ARE} FROM documents {which} ORDER BY department, year, scope, {FOLDER}", values
        )

    def counts(self, scope: Scope) -> Iterator[tuple[str, int]]:
        """Each body with the number of disclosures that it published within a scope; what names no body by files."""
        one = f"CASE WHEN department IS NULL THEN {FOLDER} ELSE coalesce(year, '') || kind END"
        query = f"SELECT coalesce(department, ''), count(DISTINCT {one}) FROM documents WHERE scope = ? GROUP BY 1"
        return (tuple(row) for row in self._connection.execute(query, (str(scope),)))

    def failed(self, folder: str) -> Counter[tuple[str, str]]:
        """How many checks of each family and rule failed in a document."""
        rows = self._connection.execute(FAILED, (folder,))
        return Counter({(row["family"], row["rule"]): row["checks"] for row in rows})

    def shared_words(self) -> Iterator[list[Said]]:
        """Sentences that two documents or more have in common, and that are no template's; each document once."""
        rows = self._connection.execute(SHARED, (TEMPLATE,))
        for _, found in groupby(rows, key=lambda row: row["words"]):
            once: dict[tuple[str, str], Said] = {}
            for row in found:
                body, year = row["department"] or "", _text(row["year"])
                evidence = Evidence(row["quote"] or "", _place(row["place"] or ""), document=row["document"] or "")
                once.setdefault((body, year), Said(row["words"], body, year, evidence))
            yield list(once.values())

    def sentences(self, folder: str) -> Iterator[tuple[str, Evidence]]:
        """The sentences of a document on problems and reasons."""
        query = f"SELECT words, quote, place FROM explanations WHERE {FOLDER} = ? ORDER BY number"
        for row in self._connection.execute(query, (folder,)):
            yield row["words"], Evidence(row["quote"] or "", _place(row["place"] or ""))

    def accounts(self, document: sqlite3.Row) -> Accounts:
        """The figures of one document."""
        facts = [_fact(row) for row in self._of("facts", FACTS, document)]
        return Accounts(
            source=document["document"] or "",
            digest="",
            department=document["department"] or "",
            year=_text(document["year"]),
            forms=tuple(_forms(facts)),
            facts=tuple(facts),
            statements=tuple(_statement(row) for row in self._of("statements", STATEMENTS, document)),
            evaluations=tuple(_evaluations(self._of("indicators", INDICATORS, document))),
            doubts=tuple(filter(None, (document["doubts"] or "").split(AND))),
            kind=Kind(document["kind"]),
            scope=Scope(document["scope"]),
        )

    def _of(self, table: str, columns: str, document: sqlite3.Row) -> Iterator[sqlite3.Row]:
        query = f"SELECT {columns} FROM {table} WHERE {FOLDER} = ? ORDER BY number"
        return self._connection.execute(query, (document["folder"],))


@lru_cache(maxsize=REMEMBERED)
def _place(text: str) -> Place:
    return Place.parse(text)


def _fact(row: sqlite3.Row) -> Fact:
    return Fact(
        row["form"],
        row["row"],
        row["code"] or "",
        row["item"] or "",
        row["column"] or "",
        row["key"] or "",
        _amount(row["value"], row["displayed_unit"] or "", row["decimals"], row["displayed"] or ""),
        _place(row["place"] or ""),
        row["quote"] or "",
        row["doubt"] or "",
    )


def _amount(value: float | None, unit: str, decimals: int, displayed: str) -> Amount:
    """A figure as the form shows it; the table has money in 元, and SQLite fifteen digits of it."""
    exact = Decimal(str(value or 0)) / MONEY_UNITS.get(unit, Decimal(1))
    return Amount(exact.quantize(Decimal(1).scaleb(-decimals)), unit, decimals, displayed)


def _forms(facts: Sequence[Fact]) -> Iterator[Form]:
    by_form: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_form[fact.form].append(fact)
    for number, found in by_form.items():
        rows = dict.fromkeys((fact.row, fact.code, fact.item) for fact in found)
        lines = tuple(FormRow(*row, found[0].place) for row in rows)
        columns = tuple(dict.fromkeys(fact.key for fact in found))
        empty = not any(fact.amount.value for fact in found)
        yield Form(number, "", "", found[0].amount.unit, "", columns, lines, (), found[0].place, empty)


def _statement(row: sqlite3.Row) -> Statement:
    amount = None if row["value"] is None else parse_amount(row["displayed"] or "", row["unit"] or "")
    return Statement(
        row["section"] or "",
        row["topic"] or "",
        row["subject"] or "",
        Measure(row["measure"]),
        Direction(row["direction"] or ""),
        row["period"] or "",
        amount,
        row["quote"] or "",
        _place(row["place"] or ""),
        0,
        0,
        of=row["of"] or "",
        group=row["group"] or "",
        role=row["role"] or "",
        project=row["project"] or "",
        doubt=row["doubt"] or "",
        inferred=bool(row["inferred"]),
    )


def _evaluations(rows: Iterator[sqlite3.Row]) -> Iterator[Evaluation]:
    by_number: dict[int, list[sqlite3.Row]] = defaultdict(list)
    for row in rows:
        by_number[row["evaluation"]].append(row)
    for lines in by_number.values():
        project = lines[0]["project"] or ""
        total = next((Entry("", _points(row["score"])) for row in lines if row["line"] == "total"), Entry())
        yield Evaluation(
            overall=not project,
            project=project,
            department="",
            unit="",
            funds=tuple(_fund(row) for row in lines if row["line"] == "fund"),
            indicators=tuple(_indicator(row) for row in lines if row["line"] == "indicator"),
            total_score=total,
            place=_place(lines[0]["place"] or ""),
        )


def _fund(row: sqlite3.Row) -> FundLine:
    place = _place(row["place"] or "")
    opening, budget, executed = (
        Entry(_text(row[key]), None if row[key] is None else parse_amount(_text(row[key]), row["unit"] or YUAN), place)
        for key in ("opening", "budget", "executed")
    )
    return FundLine(row["fund"] or "", row["level3"] or "", opening, budget, executed, quote=row["quote"] or "")


def _indicator(row: sqlite3.Row) -> Indicator:
    place, unit = _place(row["place"] or ""), row["unit"] or ""
    target, actual = _quantity(row["target"] or "", unit, place), _quantity(row["actual"] or "", unit, Place())
    return Indicator(
        "", "", row["level3"] or "", target, actual, row["unit"] or "", quote=row["quote"] or "", place=place,
        doubt=row["doubt"] or "",
    )  # fmt: skip


def _quantity(text: str, unit: str, place: Place) -> Entry:
    quantity = parse_quantity(text, unit)
    return Entry(text, quantity.amount if quantity else None, place)


def _points(value: float | None) -> Amount | None:
    return None if value is None else parse_amount(str(value), "分")


def _text(value: object) -> str:
    return "" if value is None else str(value)
