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
from helpers.reading import read

REPEATS = 3
MIB = 1 if sys.platform == "darwin" else 1024
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
    """Each number of departments read and checked by a process of its own."""
    files = [_text(folder, number) for number in range(max(counts))]
    grown = []
    for count in counts:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            grown.append(Growth(count, *pool.submit(_check_all, files[:count]).result()))
    return grown


def peak_of(path: Path) -> float:
    """Peak memory in MiB of a process that reads and checks one file."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_check_all, [path]).result()[1]


def _text(folder: Path, number: int) -> Path:
    seed = number // len(TEXTS) * len(DIALECTS) + TEXTS[number % len(TEXTS)]
    dialect = DIALECTS[seed % len(DIALECTS)]
    return publish(made(seed, dialect), dialect, folder)


def _check_all(paths: list[Path]) -> tuple[float, float]:
    start = time.perf_counter()
    for path in paths:
        audit(path)
    return time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 / (1024 / MIB)


def _pdfplumber(path: Path) -> None:
    import pdfplumber

    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_tables()


def _camelot(path: Path) -> None:
    import camelot

    with suppress(Exception):  # a yardstick that gives up early is still timed
        camelot.read_pdf(str(path), pages="all")
