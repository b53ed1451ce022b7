"""The page of a place with ten thousand bodies: time and memory a body, and how large the page is.

Run by itself with `python -m bench.glance`. The rows of a few made departments are written into a database again and
again, each time under another name; nothing is audited twice.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from juesuan import collection
from juesuan.auditing import Audit
from juesuan.batch.folders import DATABASE
from juesuan.checks import Outcome
from juesuan.kinds.kind import Scope
from juesuan.tables import joined
from juesuan.tables.database import Database
from juesuan.tables.dictionary import FOLDER, tables
from panel.made_city import Slip, bodies, city

YEARS = range(2020, 2025)
MODELS = 10  # departments whose rows are written again and again
LARGEST, TENTH = 10_000, 10
SEED = 2024
Rows = dict[str, list[list[str]]]
MEASURE = """
import resource, sys, time
from pathlib import Path
from juesuan.batch import panels
began = time.monotonic()
source, out = map(Path, sys.argv[1:])
page = panels.city_page(source, out)
city = time.monotonic() - began
body = time.monotonic()
panels.body_page(source, out, "第00007号局")
memory = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
print(city, time.monotonic() - body, memory, page.stat().st_size)
"""


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench.glance", description=__doc__)
    parser.add_argument("--largest", type=int, default=LARGEST, help="bodies at which growth ends (%(default)s)")
    largest = parser.parse_args().largest
    print("| bodies | documents | database | city page | a body more | page of a body | memory | size of the page |")
    print("|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as place:
        models = _models(Path(place))
        for count in (largest // TENTH, largest):
            print(_line(models, count, Path(place) / str(count)), flush=True)
    return 0


def _line(models: list[list[Rows]], count: int, folder: Path) -> str:
    written = _write(models, count, folder)
    size = (folder / DATABASE).stat().st_size / 2**20
    command = [sys.executable, "-c", MEASURE, str(folder), str(folder / "pages")]
    (folder / "pages").mkdir()
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    seconds, body, memory, page = map(float, printed.split())
    (folder / DATABASE).unlink()
    return (
        f"| {count:,} | {written:,} | {size:,.0f} MB | {seconds:.0f} s | {1000 * seconds / count:.0f} ms "
        f"| {body:.1f} s | {memory:.0f} MB | {page / 2**20:.2f} MB |"
    )


def _models(place: Path) -> list[list[Rows]]:
    """The rows of the documents of each model: five final accounts and a budget; one has a mismatch."""
    name = bodies()[0]
    slips = [Slip(name, YEARS[-1], "opening")]
    known = collection.of(city(place / "docs", SEED, slips, MODELS, YEARS))
    models: dict[str, list[Rows]] = {}
    for audit in known.audits:
        accounts = audit.accounts
        if accounts.scope is Scope.DEPARTMENT and (accounts.kind != "budget" or accounts.year == str(YEARS[-1])):
            models.setdefault(accounts.department, []).append(_rows(audit))
    return list(models.values())


def _rows(audit: Audit) -> Rows:
    """The rows of a document; of its checks those that failed, which are all that the pages ask for."""
    found = {name: list(joined.cells(audit, "", table)) for name, table in tables().items()}
    outcome = [column.name for column in tables()["checks"].columns].index("outcome")
    found["checks"] = [row for row in found["checks"] if row[outcome] == Outcome.FAILED]
    return found


def _write(models: list[list[Rows]], count: int, folder: Path) -> int:
    """Write so many bodies into a database; the number of documents."""
    folder.mkdir()
    chance, written = random.Random(SEED), 0
    with Database(folder / DATABASE) as database:
        for number in range(count):
            for document in models[chance.randrange(len(models))]:
                written += 1
                for name, rows in document.items():
                    database.add(name, list(_renamed(name, rows, f"第{number:05d}号局", f"{number:05d}-{written}")))
    return written


def _renamed(table: str, rows: list[list[str]], department: str, folder: str) -> Iterator[list[str]]:
    """The same rows as those of another body."""
    names = [column.name for column in tables()[table].columns]
    at, whose = names.index(FOLDER), names.index("department")
    for row in rows:
        row = list(row)
        row[at], row[whose] = folder, department
        yield row


if __name__ == "__main__":
    sys.exit(main())
