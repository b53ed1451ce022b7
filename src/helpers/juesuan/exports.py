"""A department's folder: the tidy tables, the findings, and everything needed to go on without the source.

The tables are views for people and other programs; `document.json` holds the whole of `Accounts`,
so that `load` gives back what the readers gave. The same audit is always the same bytes. Personal
data is masked in every text.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter, ValidationError

from juesuan import export_rows, privacy
from juesuan.accounts import Accounts
from juesuan.auditing import Audit
from juesuan.errors import MissingSource, UnreadableSource
from juesuan.spreadsheet import neutral, original

if TYPE_CHECKING:
    import pandas as pd

DOCUMENT = "document.json"
FINDINGS = "findings.json"
TABLES: dict[str, Callable[[Audit], Iterable[export_rows.Row]]] = {
    "facts": export_rows.facts,
    "statements": export_rows.statements,
    "indicators": export_rows.indicators,
    "coverage": export_rows.coverage,
    "checks": export_rows.checks,
    "findings": export_rows.findings,
    "evidence": export_rows.evidence,
    "explanations": export_rows.explanations,
}
NOT_WORDS = {"digest", "displayed", "left", "right", "value"}  # a long amount must not pass for a telephone number


def write(audit: Audit, folder: Path) -> None:
    """Write the tables, `findings.json` and `document.json` into a folder, which is made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in TABLES.items():
        _save(folder / f"{name}.csv", _csv(export_rows.COLUMNS[name], rows(audit)))
    accounts = masked(_accounts().dump_python(audit.accounts, mode="json"))
    _save(folder / FINDINGS, json.dumps(findings(audit), ensure_ascii=False, indent=1))
    _save(folder / DOCUMENT, json.dumps(accounts, ensure_ascii=False))


def findings(audit: Audit) -> list[dict[str, Any]]:
    """What `findings.json` holds: one object a finding, personal data masked."""
    return [masked(finding.as_dict()) for finding in audit.findings]


def load(folder: Path | str) -> Accounts:
    """The accounts exported into a folder, personal data masked, without the source.

    Raises `MissingSource` where there is no export and `UnreadableSource` where it is damaged.
    """
    path = Path(folder) / DOCUMENT
    try:
        return _accounts().validate_json(path.read_bytes())
    except FileNotFoundError:
        raise MissingSource(folder, f"holds no {DOCUMENT}", "audit the source first") from None
    except ValidationError as error:
        where = ".".join(str(step) for step in error.errors()[0]["loc"])
        raise UnreadableSource(path, f"damaged at {where or 'its beginning'}", "audit the source again") from None


def frames(folder: Path | str) -> dict[str, pd.DataFrame]:
    """The exported tables of one department, or of every department below a folder, by their names.

    Types and keys are those of `juesuan.schemas`. Raises `MissingSource` where there is no export.
    """
    import pandas as pd  # takes a second to load, which whoever wants no frames need not wait for

    from juesuan.schemas import typed

    folder = Path(folder)
    found = [folder] if (folder / DOCUMENT).is_file() else sorted(path.parent for path in folder.glob(f"*/{DOCUMENT}"))
    if not found:
        raise MissingSource(folder, "holds no exported department", "run juesuan audit first")

    def read(name: str) -> pd.DataFrame:
        paths = (each / f"{name}.csv" for each in found)
        tables = [pd.read_csv(path, dtype=str, keep_default_na=False).map(original) for path in paths]
        return typed(name, pd.concat(tables, ignore_index=True))

    return {name: read(name) for name in TABLES}


@lru_cache(maxsize=2**14)
def _mask(text: str) -> str:
    return privacy.mask(text)


@lru_cache(maxsize=2**14)
def harmless(text: str) -> str:
    """Words for a table: masked, and nothing that a spreadsheet would run."""
    return neutral(_mask(text))


@cache
def _accounts() -> TypeAdapter[Accounts]:
    return TypeAdapter(Accounts)


def masked(value: Any, key: str = "") -> Any:
    """A record as plain data with personal data masked in every text; figures stay."""
    if isinstance(value, str):
        return value if key in NOT_WORDS else _mask(value)
    if isinstance(value, dict):
        return {name: masked(each, name) for name, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [masked(each, key) for each in value]
    return value


def _csv(columns: tuple[str, ...], rows: Iterable[export_rows.Row]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    cells = [(column, safe_for(column)) for column in columns]
    for row in rows:
        writer.writerow([safe(row[column]) for column, safe in cells])
    return text.getvalue()


def safe_for(column: str) -> Callable[[str], str]:
    """What makes a cell of a column safe to publish and to open in a spreadsheet."""
    return neutral if column in NOT_WORDS else harmless


def _save(path: Path, text: str) -> None:
    path.write_bytes(text.rstrip("\n").encode("utf-8", errors="replace") + b"\n")
