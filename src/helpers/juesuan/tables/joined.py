"""The tables of all bodies below a folder of outputs, joined: CSV files, their description, and a database.

Each body's own tables are made when it is audited; here their rows come together in the order of the
folders' names, a body at a time, so that memory does not grow with their number. The same bodies give
the same bytes.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from juesuan import exports
from juesuan.auditing import Audit
from juesuan.batch.folders import DATABASE, PACKAGE, SUMMARY
from juesuan.exports import harmless, masked
from juesuan.tables import package, parquet
from juesuan.tables.database import Database
from juesuan.tables.dictionary import DOCUMENTS, Table, tables
from juesuan.tables.summary import summary

AND = "; "  # between the members of a list in one cell

Cells = list[str]


def names() -> tuple[str, ...]:
    """The files that `write` makes, the one that describes the others last."""
    extra = parquet.names() if parquet.available() else ()
    return (*(f"{table}.csv" for table in tables()), *extra, DATABASE, PACKAGE)


def outdated() -> tuple[str, ...]:
    """Files of an earlier run that this one cannot make, and that would tell of what no longer stands."""
    return () if parquet.available() else parquet.names()


def write(out: Path, target: Path) -> None:
    """Join what stands below `out` into files in the folder `target`."""
    known = tables()
    with ExitStack() as stack:
        database = stack.enter_context(Database(target / DATABASE))
        files = {
            name: stack.enter_context((target / f"{name}.csv").open("w", encoding="utf-8", newline=""))
            for name in known
        }
        writers = {name: csv.writer(file, lineterminator="\n") for name, file in files.items()}
        for name, table in known.items():
            writers[name].writerow(column.name for column in table.columns)
        for path in sorted(out.glob(f"*/{SUMMARY}")):
            for name, table in known.items():
                rows = list(_rows(path.parent, table))
                writers[name].writerows(rows)
                database.add(name, rows)
    if parquet.available():
        parquet.write(target)
    package.write(target)


def cells(audit: Audit, folder: str, table: Table) -> Iterator[Cells]:
    """The rows of a table for an audit just made, as if it stood in a folder of this name."""
    if table.name == DOCUMENTS:
        known = {"language": audit.language, "digest": audit.accounts.digest, "program": "", **summary(audit)}
        yield [folder, *_document(known, table)]
        return
    for number, row in enumerate(exports.TABLES[table.name](audit), 1):
        yield [folder, str(number), *(exports.safe_for(column.name)(row[column.name]) for column in table.own)]


def _rows(folder: Path, table: Table) -> Iterator[Cells]:
    """A body's rows of a table, each with the folder's name and, where there are many, its number before it."""
    if table.name == DOCUMENTS:
        yield [folder.name, *_document(json.loads((folder / SUMMARY).read_text(encoding="utf-8")), table)]
        return
    for number, row in enumerate(_exported(folder / f"{table.name}.csv", table), 1):
        yield [folder.name, str(number), *row]


def _exported(path: Path, table: Table) -> Iterator[Cells]:
    """The rows of an exported table, without the heading; a column or table that an older program lacked is blank."""
    if not path.is_file():
        return
    wanted = [column.name for column in table.own]
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        heading = next(rows, [])
        if heading == wanted:
            yield from rows
            return
        for row in rows:
            known = dict(zip(heading, row, strict=True))
            yield [known.get(name, "") for name in wanted]


def _document(summary: dict[str, Any], table: Table) -> Cells:
    outcomes, findings, pages = summary["outcomes"], summary["findings"], summary["pages"]
    known = {
        **summary,
        **{str(outcome): count for outcome, count in outcomes.items()},
        "files": AND.join(summary["files"]),
        "pages": len(pages["read"]),
        "pages_unread": AND.join(map(str, pages["unread"])),
        "remarks": AND.join(summary["remarks"]),
        "doubts": AND.join(summary["doubts"]),
        "crashes": AND.join(crash["rule"] for crash in summary["crashes"]),
        "errors": findings.get("error", 0),
        "notices": findings.get("notice", 0),
        "reviews": findings.get("review", 0),
    }
    counts = dict.fromkeys((column.name for column in table.own if column.type == "integer"), 0)
    cells = counts | known
    return [harmless(masked(str(cells[column.name]))) for column in table.own]
