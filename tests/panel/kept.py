"""A database of documents that were audited just now, as a run leaves it behind."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from juesuan.auditing import Audit
from juesuan.batch.folders import DATABASE
from juesuan.tables import joined
from juesuan.tables.database import Database
from juesuan.tables.dictionary import tables


def database(audits: Iterable[Audit], folder: Path) -> Path:
    """Write the joined tables of some audits into a folder; the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with Database(folder / DATABASE) as made:
        for number, audit in enumerate(audits):
            for name, table in tables().items():
                made.add(name, list(joined.cells(audit, f"{number:05d}", table)))
    return folder
