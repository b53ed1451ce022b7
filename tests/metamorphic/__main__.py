"""`python -m metamorphic`: changes that keep the meaning, one and three at a time, over all documents at hand.

A sample of the runs, the same each time, in which every change has its turn; `--all` for every run, which takes long.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from tqdm import tqdm

from metamorphic.catalogue import CHANGES, chosen
from metamorphic.trial import documents, new_errors

SAMPLED = 41  # one run in so many; a prime that does not divide the number of changes, so that each has its turn


@dataclass(frozen=True, slots=True)
class Run:
    """One document under so many changes at a time, which a number picks."""

    document: str
    number: int
    count: int

    @property
    def name(self) -> str:
        return " + ".join(change.name for change in chosen(self.number, self.count))


def main() -> int:
    options = _options()
    names = [name for name in documents() if not options.documents or name in options.documents]
    numbers = range(len(CHANGES))
    runs = [Run(name, number, 1) for name in names for number in numbers if _wanted(number, options.changes)]
    if not options.changes:
        runs += [Run(name, number, 3) for name in names for number in range(options.threes)]
    runs = runs if options.all or options.documents or options.changes else runs[::SAMPLED]
    made, errors, spoiled = Counter[int](), Counter[int](), Counter[int]()
    with ProcessPoolExecutor(options.jobs) as pool:
        for run, new in tqdm(pool.map(_run, runs, chunksize=8), total=len(runs), disable=None):
            if new is None:
                continue
            made[run.count] += 1
            errors[run.count] += len(new)
            spoiled[run.count] += bool(new)
            for _, told in groupby(new, lambda told: told.partition(":")[0]):
                first, *others = told
                more = f" (and {len(others)} like it)" if others else ""
                print(f"{run.document} | {run.name} | {first}{more}", file=sys.stderr, flush=True)
    for count in sorted(made):
        print(f"{count} at a time: {made[count]} runs, {errors[count]} new errors in {spoiled[count]} of them")
    return 1 if errors.total() else 0


def _run(run: Run) -> tuple[Run, list[str] | None]:
    return run, new_errors(_texts()[run.document], chosen(run.number, run.count), run.number)


@cache
def _texts() -> dict[str, str]:
    return documents()


def _wanted(number: int, patterns: Sequence[str]) -> bool:
    return not patterns or any(pattern in CHANGES[number].name for pattern in patterns)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="metamorphic", description=__doc__)
    parser.add_argument("--documents", nargs="*", help="names of documents (default: all at hand)")
    parser.add_argument("--changes", nargs="*", default=(), help="only changes with these words in their names")
    parser.add_argument("--all", action="store_true", help="every run instead of a sample")
    parser.add_argument("--threes", type=int, default=20, help="for each document, runs of three changes (%(default)s)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
