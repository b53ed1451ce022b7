"""`python -m fuzz`: damaged inputs by the thousand; what fails is kept in `tests/fuzz/found` and becomes a test."""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
from collections import Counter
from pathlib import Path

from tqdm import tqdm

from fuzz.damage import damaged
from fuzz.trial import GOOD
from fuzz.workers import Ended, run

FOUND = Path(__file__).parent / "found"


def main() -> int:
    options = _options()
    outcomes: Counter[str] = Counter()
    numbers = range(options.first, options.first + options.inputs)
    for ended in tqdm(run(numbers, options.jobs, options.limit), total=options.inputs, disable=None):
        outcomes[ended.outcome] += 1
        if ended.outcome not in GOOD:
            print(f"input {ended.number} {ended.outcome}: {keep(ended)}\n{ended.trace}", file=sys.stderr)
    print(", ".join(f"{outcome} {count}" for outcome, count in outcomes.most_common()))
    return 0 if set(outcomes) <= set(GOOD) else 1


def keep(ended: Ended) -> Path:
    """The input that failed, kept where the tests find it."""
    FOUND.mkdir(exist_ok=True)
    suffix, data = damaged(ended.number)
    path = FOUND / f"{hashlib.sha256(data).hexdigest()[:12]}{suffix}"
    path.write_bytes(data)
    return path


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=10_000, help="damaged inputs to try (default 10,000)")
    parser.add_argument("--first", type=int, default=0, help="number of the first input")
    parser.add_argument("--limit", type=float, default=60, help="seconds an input may take (default 60)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
