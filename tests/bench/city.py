"""A made city: how many of the mismatches planted between its documents are found, and what else is said.

Run by itself with `python -m bench.city`.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from juesuan import collection
from juesuan.findings import Weight
from panel import found
from panel.made_city import Slip, bodies, city, planted

DEPARTMENTS = 30  # each with its own office and two units, three years
CLEAN, WITH_MISMATCHES = (1, 2), 3  # seeds


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench.city", description=__doc__)
    parser.add_argument("--departments", type=int, default=DEPARTMENTS, help="departments of a city (%(default)s)")
    departments = parser.parse_args().departments
    print("| city | documents | planted | found | said beside | errors within documents |")
    print("|---|---|---|---|---|---|")
    wrong = 0
    for seed in CLEAN:
        wrong += _city(seed, departments, mismatches=False)
    return 1 if wrong + _city(WITH_MISMATCHES, departments, mismatches=True) else 0


def _city(seed: int, departments: int, *, mismatches: bool) -> int:
    """Make a city, print a line on it, and count what was missed and what was said wrongly."""
    expected = planted(bodies()[:departments]) if mismatches else []
    slips: list[Slip] = [slip for _, told in expected for slip in told]
    with tempfile.TemporaryDirectory() as place:
        known = collection.of(city(Path(place) / "docs", seed, slips, departments))
        said = {where for where, _ in found.failed(known, Path(place) / "ledger.csv")}
    wanted = {where for where, _ in expected}
    errors = sum(len(audit.weighing(Weight.ERROR)) for audit in known.audits)
    missed, beside = wanted - said, said - wanted
    print(f"| seed {seed} | {len(known)} | {len(wanted)} | {len(wanted & said)} | {len(beside)} | {errors} |")
    for label, cases in (("missed", missed), ("said beside", beside)):
        for where in sorted(cases):
            print(label, *where, file=sys.stderr)
    return len(missed) + len(beside) + errors


if __name__ == "__main__":
    sys.exit(main())
