"""All audited departments below a folder, from the small summaries that each audit leaves."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from juesuan.accounts import bare
from juesuan.checks import Outcome
from juesuan.findings import Language, Weight
from juesuan.kinds.kind import Kind, Scope
from juesuan.presentation.portrait import EXPENDITURE, INCOME, Cell
from juesuan.spreadsheet import original

SUMMARY = "audit.json"
PAGE = "audit.html"
FACTS = "facts.csv"
WANTED = frozenset((*INCOME, *EXPENDITURE))


@dataclass(frozen=True, slots=True)
class Department:
    """One audited document of a body and year: where it stands, its money in 元, its counts.

    `again` says that another document of the same body, year, kind and scope comes before it.
    """

    folder: Path
    name: str
    year: str
    source: str
    language: Language
    income: Decimal | None
    expenditure: Decimal | None
    outcomes: Mapping[str, int]
    findings: Mapping[str, int]
    crashes: int
    kind: Kind
    scope: Scope
    again: bool = False

    def found(self, weight: Weight) -> int:
        """How many findings of this weight."""
        return self.findings.get(weight, 0)

    @property
    def made(self) -> int:
        """Checks that could be made and applied."""
        return sum(self.outcomes.get(each, 0) for each in (Outcome.PASSED, Outcome.ROUNDING, Outcome.FAILED))

    @property
    def unchecked(self) -> int:
        """Checks that could not be made."""
        return self.outcomes.get(Outcome.UNCHECKED, 0)


def departments(out: Path) -> list[Department]:
    """Every department below the folder, the one with most errors first."""
    return sorted(
        _told_apart(list(_read(out))),
        key=lambda each: (-each.found(Weight.ERROR), -each.found(Weight.NOTICE), each.folder.name),
    )


def _told_apart(found: Sequence[Department]) -> Iterator[Department]:
    """The same documents, with those marked that are another version of one; the plain folder comes first."""
    known: set[tuple[str, str, Kind, Scope]] = set()
    for each in sorted(found, key=lambda each: (len(each.folder.name), each.folder.name)):
        identity = (each.name, each.year, each.kind, each.scope)
        yield replace(each, again=bool(each.name) and identity in known)
        known.add(identity)


def _read(out: Path) -> Iterator[Department]:
    for path in sorted(out.glob(f"*/{SUMMARY}")):
        summary: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        cells = _cells(path.with_name(FACTS))
        yield Department(
            path.parent,
            summary["department"],
            summary["year"],
            Path(summary["source"]).name,
            "en" if summary.get("language") == "en" else "zh",
            _first(cells, INCOME),
            _first(cells, EXPENDITURE),
            summary["outcomes"],
            summary["findings"],
            len(summary.get("crashes", [])),
            Kind(summary.get("kind", Kind.FINAL_ACCOUNTS)),
            Scope(summary.get("scope", Scope.DEPARTMENT)),
        )


def _cells(path: Path) -> dict[Cell, Decimal]:
    """The certain ones of the amounts that are wanted, by form, row and column key."""
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as lines:
        certain = (row for row in csv.DictReader(lines) if row["value"] and not row["doubt"])
        cells = ((_cell(row), row["value"]) for row in certain)
        return {cell: Decimal(value) for cell, value in cells if cell in WANTED}


def _cell(row: Mapping[str, str]) -> Cell:
    return row["form"], row["code"] or bare(original(row["item"])), row["key"]


def _first(cells: Mapping[Cell, Decimal], wanted: Sequence[Cell]) -> Decimal | None:
    return next((cells[cell] for cell in wanted if cell in cells), None)
