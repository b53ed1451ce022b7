"""`juesuan.sqlite`: the joined tables with keys, indices and full-text search, for SQL and for Datasette.

What is blank is NULL. Amounts are numbers, which SQLite keeps to fifteen significant digits; the CSV files
have them exact. Full-text search finds any three characters or more that follow each other, Chinese too.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from juesuan.spreadsheet import MADE_HARMLESS, original
from juesuan.tables.dictionary import DOCUMENTS, FOLDER, Table, tables

AFFINITIES = {"string": "TEXT", "integer": "INTEGER", "year": "INTEGER", "number": "NUMERIC"}
DICTIONARY = "dictionary"
TRIGRAMS_SINCE = (3, 34)  # the version of SQLite that first finds words in a text without blanks
INDICES: dict[str, tuple[tuple[str, ...], ...]] = {
    DOCUMENTS: (("department", "year"), ("region",)),
    "facts": (("form", "key", "code"), ("function_code",), ("economic_code",), ("department", "fiscal_year")),
    "statements": (("topic", "measure"), ("department", "year")),
    "indicators": (("project",), ("department", "year")),
    "checks": (("rule", "outcome"), ("department", "year")),
    "findings": (("severity", "family"), ("rule",), ("department", "year")),
    "evidence": ((FOLDER, "finding"),),
    "explanations": (("words",), ("wording", "department")),
}
SEARCHED: dict[str, tuple[str, ...]] = {
    DOCUMENTS: ("department", "document"),
    "facts": ("item",),
    "statements": ("subject", "quote"),
    "indicators": ("project", "level3", "target", "actual", "reason"),
    "findings": ("subject", "message"),
    "evidence": ("quote",),
}


class Database:
    """A database being written; a context at whose end it is complete."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> Database:
        self._path.unlink(missing_ok=True)
        self._connection = sqlite3.connect(self._path, isolation_level=None)
        run = self._connection.execute
        run("PRAGMA journal_mode = OFF")  # it is moved to its place when it is whole, and thrown away when it is not
        run("PRAGMA synchronous = OFF")
        run("BEGIN")
        for table in tables().values():
            run(_create(table))
        self._add_dictionary()
        self._inserts = {
            name: f"INSERT INTO {_quoted(name)} VALUES ({', '.join('?' * len(table.columns))})"
            for name, table in tables().items()
        }
        return self

    def add(self, table: str, rows: Sequence[Sequence[str]]) -> None:
        """Add rows of an exported table, in the order of its columns."""
        self._connection.executemany(self._inserts[table], ([_stored(cell) for cell in row] for row in rows))

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self._finish()
        finally:
            self._connection.close()

    def _finish(self) -> None:
        run = self._connection.execute
        for table, indices in INDICES.items():
            for columns in indices:
                run(f"CREATE INDEX {_quoted('_'.join((table, *columns)))} ON {_quoted(table)} ({_list(columns)})")
        if sqlite3.sqlite_version_info >= TRIGRAMS_SINCE:
            for table, columns in SEARCHED.items():
                found = _quoted(f"{table}_fts")
                options = f'content="{table}", tokenize="trigram"'
                run(f"CREATE VIRTUAL TABLE {found} USING fts5({_list(columns)}, {options})")
                run(f"INSERT INTO {found} ({found}) VALUES ('rebuild')")
        run("COMMIT")

    def _add_dictionary(self) -> None:
        columns = ("table", "column", "type", "unit", "zh", "en")
        run = self._connection.execute
        run(f"CREATE TABLE {DICTIONARY} ({_list(columns)}, PRIMARY KEY ({_list(columns[:2])}))")
        rows = (
            (table.name, column.name, column.type, column.unit or None, column.zh, column.en)
            for table in tables().values()
            for column in table.columns
        )
        self._connection.executemany(f"INSERT INTO {DICTIONARY} VALUES (?, ?, ?, ?, ?, ?)", rows)


def _create(table: Table) -> str:
    columns = [
        f"{_quoted(column.name)} {AFFINITIES[column.type]}" + (" NOT NULL" if column.name in table.key else "")
        for column in table.columns
    ]
    keys = [f"PRIMARY KEY ({_list(table.key)})"]
    if table.name != DOCUMENTS:
        keys.append(f"FOREIGN KEY ({FOLDER}) REFERENCES {DOCUMENTS} ({FOLDER})")
    if table.parent:
        above = tables()[table.parent]
        keys.append(f"FOREIGN KEY ({_list(table.reference)}) REFERENCES {_quoted(above.name)} ({_list(above.key)})")
    return f"CREATE TABLE {_quoted(table.name)} ({', '.join([*columns, *keys])})"


def _stored(cell: str) -> str | None:
    if not cell:
        return None
    return original(cell) if cell[0] == MADE_HARMLESS else cell  # of millions of cells few are


def _list(columns: Sequence[str]) -> str:
    return ", ".join(map(_quoted, columns))


def _quoted(name: str) -> str:
    return f'"{name}"'
