"""Several departments at once, for people who explore: frames, single audits, and checks of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pandas as pd

from juesuan import auditing, export_rows, exports
from juesuan.accounts import Accounts
from juesuan.auditing import Audit
from juesuan.batch.sources import find
from juesuan.checks import Check, Figure
from juesuan.errors import MissingSource
from juesuan.findings import Language
from juesuan.schemas import typed

FINDING_COLUMNS = (
    *("document", "department", "year", "id", "rule", "family", "severity", "subject", "message"),
    *("claim", "basis", "stated", "expected", "difference", "tolerance", "cause", "witness"),
)
SUMMARY_COLUMNS = ("document", "department", "year", "forms", "statements", "evaluations", "checks", "findings")


@dataclass(frozen=True)
class Collection:
    """Audited departments, in the order of their names and years."""

    audits: tuple[Audit, ...]

    @cached_property
    def departments(self) -> pd.DataFrame:
        """One row a department and year: what was found in its document, and how much of it was checked."""
        return pd.DataFrame([_summary(each) for each in self.audits], columns=list(SUMMARY_COLUMNS))

    @cached_property
    def facts(self) -> pd.DataFrame:
        """Every figure of every form, in 元 as exact decimals."""
        return self._frame("facts", export_rows.facts)

    @cached_property
    def statements(self) -> pd.DataFrame:
        """Every figure said in prose."""
        return self._frame("statements", export_rows.statements)

    @cached_property
    def indicators(self) -> pd.DataFrame:
        """Every indicator and fund line of the self-evaluations."""
        return self._frame("indicators", export_rows.indicators)

    @cached_property
    def checks(self) -> pd.DataFrame:
        """Every check made, with its outcome."""
        return self._frame("checks", export_rows.checks)

    @cached_property
    def findings(self) -> pd.DataFrame:
        """What the checks found: one row a finding."""
        rows = [_owner(each) | finding for each in self.audits for finding in exports.findings(each)]
        return pd.DataFrame(rows, columns=list(FINDING_COLUMNS))

    def audit(self, name: str) -> Audit:
        """The audit of the one document, or department, whose name contains `name`.

        Raises `MissingSource` where none or several do.
        """
        found = [each for each in self.audits if name in each.accounts.source or name in each.accounts.department]
        if len(found) != 1:
            known = "、".join(each.accounts.source for each in self.audits)
            raise MissingSource(name, f"names {len(found)} documents here", f"choose one of {known}")
        return found[0]

    def check(self, rule: Callable[[Accounts], Iterable[Check]]) -> pd.DataFrame:
        """A check of one's own over all departments: one row for each check it makes."""
        return pd.DataFrame([_made(each, check) for each in self.audits for check in rule(each.accounts)])

    def _frame(self, table: str, rows: Callable[[Audit], Iterable[Mapping[str, str]]]) -> pd.DataFrame:
        columns = list(export_rows.COLUMNS[table])
        found = [row for each in self.audits for row in rows(each)]
        return typed(table, pd.DataFrame(found, columns=columns, dtype=str))


def of(folder: Path | str, language: Language = "zh") -> Collection:
    """The departments of a folder: of exported ones where `juesuan audit` has filled it, else of its documents.

    Raises `MissingSource` where the folder holds neither, and `SourceError` for a document that cannot be read.
    """
    folder = Path(folder)
    found = list(_exported(folder, language)) or list(_read(folder, language))
    if not found:
        raise MissingSource(folder, "holds neither audited departments nor disclosures", "name another folder")
    return Collection(
        tuple(sorted(found, key=lambda each: (each.accounts.department, each.accounts.year, each.accounts.scope)))
    )


def _exported(folder: Path, language: Language) -> Iterator[Audit]:
    for path in sorted(folder.glob(f"*/{exports.DOCUMENT}")):
        known = exports.load(path.parent)
        yield auditing.examine(known, path.parent / known.source, language)


def _read(folder: Path, language: Language) -> Iterator[Audit]:
    sources, refused = find([folder], folder / "processed")
    if refused:
        raise refused[0]
    for source in sources:
        yield from auditing.every(source.path, language)


def _owner(each: Audit) -> dict[str, str]:
    return {"document": each.accounts.source, "department": each.accounts.department, "year": each.accounts.year}


def _summary(each: Audit) -> dict[str, object]:
    known = each.accounts
    counts = (known.forms, known.statements, known.evaluations, each.checks, each.findings)
    return _owner(each) | dict(zip(SUMMARY_COLUMNS[3:], map(len, counts), strict=True))


def _made(each: Audit, check: Check) -> dict[str, object]:
    return _owner(each) | {
        "subject": check.subject,
        "outcome": str(check.outcome),
        "left": _shown(check.left),
        "right": _shown(check.right),
        "difference": check.difference,
        "reason": check.reason,
    }


def _shown(figure: Figure | None) -> str:
    return "" if figure is None or figure.amount is None else str(figure.amount)
