"""The data dictionary: what each table and column means, its type, unit and allowed values.

The one source of the schemas of frames, the data package, the database and the reference.
The words are data: `tables.csv`, `columns.csv`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from juesuan.checks import Outcome, Severity
from juesuan.export_rows import COLUMNS
from juesuan.findings import LANGUAGES, Weight
from juesuan.fiscal import Phase
from juesuan.forms.statutory import BY_NUMBER
from juesuan.kinds.kind import Kind, Scope
from juesuan.records import Direction, Measure
from juesuan.rules.registry import FAMILIES

Type = Literal["string", "integer", "number", "year"]

HERE = Path(__file__).parent
DOCUMENTS = "documents"
FOLDER, NUMBER = "folder", "number"  # what joined tables have before the columns of a body's own
VALUES: dict[str, tuple[str, ...]] = {  # of columns that hold one of few words, whatever the table
    "kind": tuple(Kind),
    "scope": tuple(Scope),
    "measure": tuple(Measure),
    "direction": tuple(Direction),
    "phase": tuple(Phase),
    "family": FAMILIES,
    "outcome": tuple(Outcome),
    "language": LANGUAGES,
}
OWN_VALUES: dict[tuple[str, str], tuple[str, ...]] = {
    ("facts", "form"): tuple(BY_NUMBER),
    ("checks", "severity"): ("", *Severity),
    ("findings", "severity"): tuple(Weight),
    ("indicators", "line"): ("fund", "indicator", "total"),
}
PATTERNS = {
    "code": r"^\d*$",
    "year": r"^(\d{4})?$",
    "fiscal_year": r"^(\d{4})?$",
    "place": r"^((file \d+ )?(p\d+(:-?\d+\.\d(,-?\d+\.\d){3})?|l\d+(c\d+)?|sheet \d+ [A-Z]+\d+"
    r"|table \d+ row \d+( cell \d+)?))?$",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `unit` is a unit, or the column that holds it; `fiscal` its type in the Fiscal Data Package.

    `values` are all that it can hold ("" among them where it may be blank), () where they are many;
    `pattern` is a regular expression that all match, "" for none.
    """

    name: str
    type: Type
    unit: str
    fiscal: str
    zh: str
    en: str
    values: tuple[str, ...]
    pattern: str


@dataclass(frozen=True, slots=True)
class Table:
    """A joined table: `key` are the columns that name a row, `parent` the table below documents that it belongs to."""

    name: str
    key: tuple[str, ...]
    parent: str
    zh: str
    en: str
    columns: tuple[Column, ...]

    @property
    def reference(self) -> tuple[str, ...]:
        """The columns that name a row of the parent, in the order of its key."""
        return (FOLDER, self.parent.removesuffix("s"))

    @property
    def own(self) -> tuple[Column, ...]:
        """The columns of a body's own table, which has neither folder nor number."""
        return tuple(column for column in self.columns if column.name not in (FOLDER, NUMBER))


@cache
def tables() -> dict[str, Table]:
    """Every joined table by its name, documents first."""
    words = {(row["table"], row["name"]): row for row in _rows("columns")}
    return {row["name"]: _table(row, words) for row in _rows("tables")}


def _table(row: dict[str, str], words: dict[tuple[str, str], dict[str, str]]) -> Table:
    name, key = row["name"], tuple(row["key"].split())
    before = (FOLDER,) if name == DOCUMENTS else (FOLDER, NUMBER)
    columns = (_column(name, each, words) for each in (*before, *COLUMNS[name]))
    return Table(name, key, row["parent"], row["zh"], row["en"], tuple(columns))


def _column(table: str, name: str, words: dict[tuple[str, str], dict[str, str]]) -> Column:
    own = words.get((table, name)) or words["", name]
    kind: Type = own["type"]  # type: ignore[assignment]  # the words are tried by a test
    values = OWN_VALUES.get((table, name), VALUES.get(name, ()))
    pattern = PATTERNS.get(name, "") if kind in ("string", "year") else ""
    return Column(name, kind, own["unit"], own["fiscal"], own["zh"], own["en"], tuple(map(str, values)), pattern)


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)
