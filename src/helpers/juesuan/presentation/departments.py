"""All audited departments below a folder, from the small summaries that each audit leaves."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from juesuan.accounts import bare
from juesuan.checks import Outcome
from juesuan.findings import Language, Weight
from juesuan.kinds.kind import Kind, Scope
from juesuan.kinds.policy import POLICIES, SCOPES
from juesuan.presentation.key_figures import EXPENDITURE, INCOME, Cell
from juesuan.spreadsheet import original

SUMMARY = "audit.json"
PAGE = "audit.html"
FACTS = "facts.csv"
WANTED = frozenset((*INCOME, *EXPENDITURE))


@dataclass(frozen=True, slots=True)
class Department:
    """One audited document of a body and year: where it stands, its money in 元, its counts.

    `sources` are the names of its files. `again` says that another version of it is counted in its place.
    """

    folder: Path
    name: str
    year: str
    sources: tuple[str, ...]
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
        _read(out),
        key=lambda each: (-each.found(Weight.ERROR), -each.found(Weight.NOTICE), each.folder.name),
    )


def about(each: Department, language: Language) -> str:
    """What a document is where it is not a department's final accounts, or not the version that counts; else ""."""
    at = 0 if language == "zh" else 1
    policy = POLICIES[each.kind]
    said = [SCOPES[each.scope][at]] if each.scope is not Scope.DEPARTMENT else []
    said += [(policy.zh, policy.en)[at]] if each.kind is not Kind.FINAL_ACCOUNTS else []
    said += [("同一决算的另一版本，不计入合计", "another version, not counted")[at]] if each.again else []
    return ("，" if language == "zh" else ", ").join(said)


def _read(out: Path) -> Iterator[Department]:
    for path in sorted(out.glob(f"*/{SUMMARY}")):
        summary: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        cells = _cells(path.with_name(FACTS))
        yield Department(
            path.parent,
            summary["department"],
            summary["year"],
            tuple(Path(each).name for each in summary.get("files") or [summary["source"]]),
            "en" if summary.get("language") == "en" else "zh",
            _first(cells, INCOME),
            _first(cells, EXPENDITURE),
            summary["outcomes"],
            summary["findings"],
            len(summary.get("crashes", [])),
            Kind(summary.get("kind", Kind.FINAL_ACCOUNTS)),
            Scope(summary.get("scope", Scope.DEPARTMENT)),
            again=not summary.get("counted", True),
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
