"""`python -m bench`: how right, how fast and how large; see `--help` for slices."""

from __future__ import annotations

import argparse
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tqdm import tqdm

from bench.cost import growth, peak_of, yardstick
from bench.report import MEASURED, report, write
from bench.samples import Tally, measure

ROOT = Path(__file__).parents[2]
ALTERED = 10  # one department in so many is also measured harmlessly changed and with errors planted
COUNTS = (1, 10, 100, 1000)


def main() -> int:
    options = _options()
    tally = accuracy(options.departments, options.jobs)
    pdfs = options.pdf or sorted((ROOT / "data" / "raw").glob("*.pdf"))[:2]
    yardsticks = [yardstick(path) for path in pdfs]
    with TemporaryDirectory() as folder:
        grown = growth([count for count in COUNTS if count <= options.largest], Path(folder))
    text = report(tally, yardsticks, grown, max(map(peak_of, pdfs), default=0))
    print(text)
    print("\n".join(tally.notes[: options.notes]), file=sys.stderr)
    if options.write:
        write(text, ROOT / "README.md", MEASURED)
    return 0


def accuracy(departments: int, jobs: int) -> Tally:
    """Every department clean, some of them changed too, over all processors."""
    total = Tally()
    with ProcessPoolExecutor(jobs) as pool:
        changed = pool.map(partial(measure, altered=True), _changed(departments))
        clean = pool.map(partial(measure, altered=False), _unchanged(departments), chunksize=4)
        for results, label in ((changed, "changed"), (clean, "clean")):
            for tally in tqdm(results, desc=label, disable=None):
                total.merge(tally)
    return total


def _changed(departments: int) -> list[int]:
    """The first of them: consecutive seeds, so that every dialect is among them."""
    return list(range(max(1, departments // ALTERED)))


def _unchanged(departments: int) -> list[int]:
    return list(range(max(1, departments // ALTERED), departments))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--departments", type=int, default=500, help="made departments to measure (default 500)")
    parser.add_argument("--largest", type=int, default=COUNTS[-1], help="departments at which growth ends")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--pdf", type=Path, nargs="*", help="PDFs to time beside the yardsticks")
    parser.add_argument("--notes", type=int, default=40, help="how many misses to name")
    parser.add_argument("--no-write", dest="write", action="store_false", help="leave the README alone")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
