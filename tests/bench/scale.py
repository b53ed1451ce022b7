"""Many departments: against a loop of stock tools, from few to many, their tables joined, killed again and again.

Run by itself with `python -m bench.scale`; every figure is a ratio of times in one run, or megabytes.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from bench.report import SCALE, scale, write
from corpus.dialect import DIALECTS
from corpus.publish import dialect_of, made, publish
from juesuan.batch.program import audit_notebook
from run import killed_runs
from run import made as small
from run.outputs import tree

DEPARTMENTS = 200
LARGEST = 1000
JOINED = 10_000
JOBS = 2
COMPARED = len(DIALECTS)  # departments in the loop of stock tools, one of each layout; its time is per department
KILLS = 20
SEED = 2024
ROOT = Path(__file__).parents[2]
MEASURE = """
import contextlib, io, resource, sys, time
from pathlib import Path
from juesuan.batch import run
began = time.monotonic()
with contextlib.redirect_stdout(io.StringIO()):
    tally = run.audit([Path(sys.argv[1])], run.Settings(Path(sys.argv[2]), jobs=int(sys.argv[3])))
print(tally.audited, time.monotonic() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
print(*tally.failed[:1])
"""
JOIN = """
import resource, sys, time
from pathlib import Path
from juesuan.tables import joined
began = time.monotonic()
joined.write(Path(sys.argv[1]), Path(sys.argv[2]))
print(time.monotonic() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""

Row = tuple[str, str]


def main() -> int:
    options = _options()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        rows = [
            *speed(options.departments, folder),
            *growth(options.largest, folder),
            *joins(options.joined, folder),
            kills(folder),
        ]
    text = scale(rows)
    print(text)
    if options.write:
        write(text, ROOT / "README.md", SCALE)
    return 0


def speed(departments: int, folder: Path) -> list[Row]:
    """So many typeset departments end to end, against the stock tools over a sample of them, before and after."""
    raw = typeset(departments, folder / "typeset")
    sample = sorted(raw.iterdir())[:COMPARED]
    before = loop_of_stock_tools(sample[::2], folder)
    seconds, _ = audited(raw, folder / "out", departments)
    after = loop_of_stock_tools(sample[1::2], folder)
    ratio = (before + after) / len(sample) / (seconds / departments)
    what = f"{departments} typeset departments, `--jobs {JOBS}`, against a loop of papermill and nbconvert"
    return [(f"{what} (over {len(sample)} of them)", f"{ratio:.1f} times faster")]


def growth(largest: int, folder: Path) -> list[Row]:
    """Time and memory of the run itself from a tenth to all of so many small departments.

    What a run takes to start, a run over one department tells; it is no part of the growth.
    """
    tenth = largest // 10
    one = disclosed(1, folder / "one")
    start, _ = min(audited(one, folder / "one out", 1) for _ in range(2))  # the first finds nothing in memory yet
    few, few_memory = audited(disclosed(tenth, folder / "few"), folder / "few out", tenth)
    many, many_memory = audited(disclosed(largest, folder / "many"), folder / "many out", largest)
    ratio = (many - start) / (largest - 1) / ((few - start) / (tenth - 1))
    return [
        (f"a department more among {largest:,} small ones, against among {tenth:,}", f"{ratio:.2f} times the time"),
        ("the same with what a run takes to start", f"{many / few / 10:.2f} times the time"),
        ("memory of the parent for these", f"{few_memory:.0f} MB, {many_memory:.0f} MB"),
    ]


def joins(bodies: int, folder: Path) -> list[Row]:
    """Time, memory and size of the joined tables of so many bodies, small ones over and over, against a tenth."""
    raw, out = disclosed(2, folder / "to join"), folder / "bodies"
    subprocess.run([sys.executable, "-c", MEASURE, str(raw), str(out), str(JOBS)], check=True, capture_output=True)
    few, few_memory, _ = joined(out, bodies // 10, folder)
    many, many_memory, size = joined(out, bodies, folder)
    return [
        (
            f"joining the tables of a body more among {bodies:,}, against {bodies // 10:,}",
            f"{many / few / 10:.2f} times",
        ),
        ("memory for these", f"{few_memory:.0f} MB, {many_memory:.0f} MB"),
        (
            f"the tables of {bodies:,} small bodies, as CSV and as a database",
            f"{many / 60:.1f} minutes, {size / 2**30:.1f} GiB",
        ),
    ]


def joined(out: Path, bodies: int, folder: Path) -> tuple[float, float, int]:
    """Seconds and peak memory in MB of joining so many bodies, which are links to those in `out`, and bytes written."""
    linked, target = folder / "linked", folder / "tables"
    target.mkdir()
    found = sorted(path.parent for path in out.glob("*/audit.json"))
    for number in range(bodies):
        body = linked / f"{number:05d}"
        body.mkdir(parents=True)
        for file in found[number % len(found)].glob("*.csv"):
            os.link(file, body / file.name)
        os.link(found[number % len(found)] / "audit.json", body / "audit.json")
    command = [sys.executable, "-c", JOIN, str(linked), str(target)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    size = sum(path.stat().st_size for path in target.iterdir())
    shutil.rmtree(linked)
    shutil.rmtree(target)
    seconds, memory = map(float, printed.split())
    return seconds, memory, size


def kills(folder: Path) -> Row:
    """A run killed so many times at moments of chance, and then let be, against an undisturbed one."""
    raw, out = disclosed(4, folder / "killed raw"), folder / "runs"
    command = [sys.executable, killed_runs.__file__, str(raw), str(out), str(KILLS), str(SEED)]
    subprocess.run(command, check=True, capture_output=True)
    same = tree(out / "killed") == tree(out / "calm")
    return f"a run killed {KILLS} times, against an undisturbed one", "equal" if same else "NOT EQUAL"


def typeset(count: int, folder: Path) -> Path:
    """So many departments in all layouts."""
    folder.mkdir(parents=True)
    for seed in range(count):
        dialect = dialect_of(seed)
        publish(made(seed, dialect), dialect, folder)
    return folder


def disclosed(count: int, folder: Path) -> Path:
    """So many departments with one form each; every other one has errors."""
    for number in range(count):
        small.write(folder, f"{number:05d}.txt", f"第{number}局", off_by=number % 2)
    return folder


def loop_of_stock_tools(sources: Sequence[Path], folder: Path) -> float:
    """Seconds with the commands that anybody would use."""
    began = time.monotonic()
    for source in sources:
        executed = folder / f"{source.stem}.ipynb"
        quiet = ["--no-progress-bar", "--log-level", "ERROR"]
        _run("papermill", str(audit_notebook()), str(executed), "-p", "source", str(source), *quiet)
        _run("jupyter", "nbconvert", "--to", "html", "--no-input", "--log-level", "ERROR", str(executed))
    return time.monotonic() - began


def audited(raw: Path, out: Path, expected: int) -> tuple[float, float]:
    """Seconds of a whole run, and the peak memory of its own process in MB."""
    command = [sys.executable, "-c", MEASURE, str(raw), str(out), str(JOBS)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    figures, _, failure = printed.partition("\n")
    count, seconds, memory = figures.split()
    if int(count) != expected:
        raise RuntimeError(f"{count} of {expected} departments were audited; {failure.strip()}")
    shutil.rmtree(out)
    return float(seconds), float(memory)


def _run(*command: str) -> None:
    beside = Path(sys.executable).parent / command[0]
    subprocess.run([str(beside), *command[1:]], check=True, capture_output=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench.scale", description=__doc__)
    parser.add_argument("--departments", type=int, default=DEPARTMENTS, help="typeset departments (%(default)s)")
    parser.add_argument("--largest", type=int, default=LARGEST, help="departments at which growth ends (%(default)s)")
    parser.add_argument("--joined", type=int, default=JOINED, help="bodies whose tables are joined (%(default)s)")
    parser.add_argument("--no-write", dest="write", action="store_false", help="leave the README alone")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
