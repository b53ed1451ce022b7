"""Time and memory, beside the yardsticks of the same run."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from corpus.audit import audit
from corpus.dialect import DIALECTS
from corpus.publish import made, publish
from juesuan.reading import read

REPEATS = 3
STATUS = Path("/proc/self/status")
KIB_PER_MIB = 1024
PEAK_PER_MIB = 1024**2 if sys.platform == "darwin" else 1024
TEXTS = [number for number, dialect in enumerate(DIALECTS) if dialect.medium != "pdf"]


@dataclass(frozen=True, slots=True)
class Yardstick:
    """Seconds that one PDF takes: read here, and its tables extracted by two libraries as they come."""

    name: str
    read: float
    checked: float
    pdfplumber: float
    camelot: float


@dataclass(frozen=True, slots=True)
class Growth:
    """Seconds for so many departments, and the process's peak memory in MiB."""

    departments: int
    seconds: float
    peak: float


def yardstick(path: Path) -> Yardstick:
    """The best of a few runs each, alternating, so that all meet the same machine."""
    runs: dict[str, Callable[[Path], object]] = {
        "read": read,
        "checked": audit,
        "pdfplumber": _pdfplumber,
        "camelot": _camelot,
    }
    best = dict.fromkeys(runs, float("inf"))
    for _ in range(REPEATS):
        for name, run in runs.items():
            start = time.perf_counter()
            run(path)
            best[name] = min(best[name], time.perf_counter() - start)
    return Yardstick(path.name, **best)


def growth(counts: list[int], folder: Path) -> list[Growth]:
    """One department after another read and checked by one process, which is looked at after each of `counts`."""
    files = [_text(folder, number) for number in range(max(counts, default=0))]
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_check_all, files, counts).result()


def peak_of(path: Path) -> float:
    """Peak memory in MiB of a process that reads and checks one file."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_check_all, [path], [1]).result()[0].peak


def _text(folder: Path, number: int) -> Path:
    seed = number // len(TEXTS) * len(DIALECTS) + TEXTS[number % len(TEXTS)]
    dialect = DIALECTS[seed % len(DIALECTS)]
    return publish(made(seed, dialect), dialect, folder)


def _check_all(paths: list[Path], counts: list[int]) -> list[Growth]:
    grown = []
    start = time.perf_counter()
    for count, path in enumerate(paths, 1):
        audit(path)
        if count in counts:
            grown.append(Growth(count, time.perf_counter() - start, _peak()))
    return grown


def _peak() -> float:
    """This process's peak memory in MiB; what the system counts may begin with that of the parent."""
    if STATUS.exists():
        line = next(line for line in STATUS.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / KIB_PER_MIB
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / PEAK_PER_MIB


def _pdfplumber(path: Path) -> None:
    import pdfplumber

    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_tables()


def _camelot(path: Path) -> None:
    import camelot

    with suppress(Exception):  # a yardstick that gives up early is still timed
        camelot.read_pdf(str(path), pages="all")
