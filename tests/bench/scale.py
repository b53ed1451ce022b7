"""Many departments: against a loop of stock papermill and nbconvert, and from few to many.

Run by itself with `python -m bench.scale [DEPARTMENTS] [LARGEST]`; every figure is a ratio of times in
one run, or megabytes.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from corpus.publish import dialect_of, made, publish
from helpers.batch.program import audit_notebook

DEPARTMENTS = 200
LARGEST = 1000
JOBS = 2
COMPARED = 20  # departments in the loop of stock tools; its time is per department
MEASURE = """
import contextlib, io, resource, sys, time
from pathlib import Path
from helpers.batch import run
began = time.monotonic()
with contextlib.redirect_stdout(io.StringIO()):
    tally = run.audit([Path(sys.argv[1])], run.Settings(Path(sys.argv[2]), jobs=int(sys.argv[3])))
print(tally.audited, time.monotonic() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def main(departments: int = DEPARTMENTS, largest: int = LARGEST) -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        raw = typeset(departments, folder / "raw")
        stock = loop_of_stock_tools(sorted(raw.iterdir())[:: max(1, departments // COMPARED)][:COMPARED], folder)
        seconds, memory = audited(raw, folder / "out", departments)
        ratio = stock / (seconds / departments)
        print(f"{departments} departments, {JOBS} jobs: {ratio:.1f} times faster than papermill and nbconvert")
        tenth = copies(raw, folder / "tenth", largest // 10)
        many = copies(raw, folder / "many", largest)
        few_seconds, few_memory = audited(tenth, folder / "few", largest // 10)
        many_seconds, many_memory = audited(many, folder / "all", largest)
        growth = many_seconds / few_seconds / 10
        print(f"{largest // 10} to {largest} departments: time grows {growth:.2f} times as much as the number")
        print(f"memory of the parent: {few_memory:.0f} MB, {memory:.0f} MB, {many_memory:.0f} MB")


def typeset(count: int, folder: Path) -> Path:
    """So many departments in all dialects."""
    folder.mkdir(parents=True)
    for seed in range(count):
        dialect = dialect_of(seed)
        publish(made(seed, dialect), dialect, folder)
    return folder


def copies(raw: Path, folder: Path, count: int) -> Path:
    """So many sources: those there are, again and again under other names."""
    sources = sorted(raw.iterdir())
    folder.mkdir()
    for number in range(count):
        source = sources[number % len(sources)]
        shutil.copy(source, folder / f"{number:05d}{source.suffix}")
    return folder


def loop_of_stock_tools(sources: Sequence[Path], folder: Path) -> float:
    """Seconds a department with the commands that anybody would use."""
    began = time.monotonic()
    for source in sources:
        executed = folder / f"{source.stem}.ipynb"
        quiet = ["--no-progress-bar", "--log-level", "ERROR"]
        _run("papermill", str(audit_notebook()), str(executed), "-p", "source", str(source), *quiet)
        _run("jupyter", "nbconvert", "--to", "html", "--no-input", "--log-level", "ERROR", str(executed))
    return (time.monotonic() - began) / len(sources)


def audited(raw: Path, out: Path, expected: int) -> tuple[float, float]:
    """Seconds of a whole run, and the peak memory of its own process in MB."""
    command = [sys.executable, "-c", MEASURE, str(raw), str(out), str(JOBS)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    if int(printed[0]) != expected:
        raise RuntimeError(f"{printed[0]} of {expected} departments were audited")
    return float(printed[1]), float(printed[2])


def _run(*command: str) -> None:
    beside = Path(sys.executable).parent / command[0]
    subprocess.run([str(beside), *command[1:]], check=True, capture_output=True)


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
