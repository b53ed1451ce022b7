"""`python -m bench.others`: this program and others by one measure, on the same documents; see `docs/protocol.md`.

`--tool NAME=COMMAND` measures one more: it is called with a file and with an empty folder that it prints into.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import random
import shlex
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tqdm import tqdm

from bench import baseline
from bench.report import grid, share
from corpus.audit import cites
from corpus.catalogue import Site, planted
from corpus.dialect import DIALECTS
from corpus.manuscript import Manuscript
from corpus.plant import Planted
from corpus.publish import department_of, dialect_of, made, publish
from corpus.truth import compared, true_cells
from juesuan import auditing, exports
from juesuan.accounts import bare
from juesuan.amounts import MONEY_UNITS

Tool = Callable[[Path, Path], None]
Cell = tuple[str, str, Decimal]


@dataclass(frozen=True, slots=True)
class Printed:
    """What a tool printed of one document: its cells that it does not doubt, and its findings."""

    cells: Counter[Cell]
    findings: list[dict[str, Any]]

    @property
    def errors(self) -> list[dict[str, Any]]:
        return [finding for finding in self.findings if finding["severity"] == "error"]


@dataclass(slots=True)
class Score:
    """Counts over all documents, and the seconds they took."""

    counts: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    def merge(self, other: Score) -> None:
        self.counts.update(other.counts)
        self.seconds += other.seconds


def juesuan(source: Path, folder: Path) -> None:
    exports.write(auditing.of(source), folder)


def command(line: str, source: Path, folder: Path) -> None:
    """A tool of others. Raises `CalledProcessError` where it fails."""
    subprocess.run([*shlex.split(line), str(source), str(folder)], check=True, capture_output=True)


TOOLS: dict[str, Tool] = {"juesuan": juesuan, "baseline: pdfplumber or tabs, sums": baseline.run}


def loaded(folder: Path) -> Printed:
    """What stands in a folder. Raises `OSError`, `KeyError` or `ValueError` where it is not what the protocol asks."""
    with (folder / "facts.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if not row.get("doubt")]
    cells = Counter((row["form"], row["code"] or bare(row["item"]), Decimal(row["value"])) for row in rows)
    return Printed(cells, json.loads((folder / "findings.json").read_text(encoding="utf-8")))


def there(manuscript: Manuscript) -> Counter[Cell]:
    """The same of what a document displays: form, code or bare item, and the value, money in 元."""
    cells: Counter[Cell] = Counter()
    for (form, row, _, value, unit), count in true_cells(manuscript).items():
        cells[form, row, value * MONEY_UNITS.get(unit, Decimal(1))] += count
    return cells


def found(error: Planted, printed: Printed) -> bool:
    """Whether an error, or a notice where the fault is one of conduct, cites the planted figure or words."""
    weights = {"error", "review", "notice"} if error.notice else {"error", "review"}
    return any(cites(error, finding) for finding in printed.findings if finding["severity"] in weights)


def measured(tool: Tool, seed: int) -> Score:
    """One document clean, and with its share of the planted errors, one at a time."""
    score, dialect = Score(), dialect_of(seed)
    manuscript = made(seed, dialect)

    def printed(changed: Manuscript) -> Printed:
        with TemporaryDirectory() as folder, TemporaryDirectory() as out:
            source = publish(changed, dialect, Path(folder))
            began = time.perf_counter()
            tool(source, Path(out))
            score.seconds += time.perf_counter() - began
            return loaded(Path(out))

    clean = printed(manuscript)
    reading = compared(there(manuscript), clean.cells)
    score.counts.update(cells=reading.true, right=reading.found, invented=reading.invented)
    score.counts.update(false=len(clean.errors))
    for error in _errors(Site(manuscript, department_of(seed, dialect), dialect, random.Random(seed)), seed):
        score.counts.update(planted=1, found=found(error, printed(error.manuscript)))
    return score


def _errors(site: Site, seed: int) -> Iterator[Planted]:
    """Each document takes its turn, so that all documents together take every error about once."""
    for number, (_, error) in enumerate(planted(site)):
        if number % len(DIALECTS) == seed % len(DIALECTS):
            yield error


def table(scores: dict[str, Score], documents: int) -> str:
    """The tools beside each other; the first of them is the yardstick of time."""
    unit = next(iter(scores.values())).seconds
    rows = []
    for name, score in scores.items():
        counts = score.counts
        rows.append(
            (
                name,
                share(counts["right"], counts["cells"]),
                str(counts["invented"]),
                str(counts["false"]),
                share(counts["found"], counts["planted"]),
                f"{score.seconds / unit:.2f}",
            )
        )
    heads = (f"tool, on {documents} documents", "cells right", "cells invented")
    return grid((*heads, "false errors, clean", "planted errors found", "time ÷ juesuan"), rows)


def main() -> int:
    options = _options()
    tools = TOOLS | {name: partial(command, line) for name, line in options.tool}
    scores = {name: Score() for name in tools}
    with ProcessPoolExecutor(options.jobs) as pool:
        tasks = [
            (name, pool.submit(measured, tool, seed))
            for seed in range(options.documents)
            for name, tool in tools.items()
        ]
        for name, task in tqdm(tasks, disable=None):
            scores[name].merge(task.result())
    print(table(scores, options.documents))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench.others", description=__doc__)
    parser.add_argument("--documents", type=int, default=len(DIALECTS), help="made documents (default %(default)s)")
    parser.add_argument("--tool", action="append", default=[], type=_tool, metavar="NAME=COMMAND")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    return parser.parse_args()


def _tool(text: str) -> tuple[str, str]:
    name, _, line = text.partition("=")
    if not line:
        raise argparse.ArgumentTypeError("NAME=COMMAND is wanted")
    return name, line


if __name__ == "__main__":
    sys.exit(main())
