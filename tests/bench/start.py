"""`python -m bench.start`: CPU seconds of commands from a cold start, and the imports that weigh most.

The program is measured as it is after its first start, with Python's bytecode written.
"""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.samples import dialect_of
from corpus.publish import made, publish

HEAVIEST = 10
REPEATS = 3
TEXT, PDF = 4, 3  # seeds whose dialects are one and the other
_IMPORT = re.compile(r"import time:\s+(\d+) \|\s+(\d+) \| *(\S+)")


def main() -> int:
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with TemporaryDirectory() as folder:
        text, pdf = (publish(made(seed, dialect_of(seed)), dialect_of(seed), Path(folder)) for seed in (TEXT, PDF))
        for name, arguments in (
            ("--help", ["--help"]),
            ("check, a text", ["check", text]),
            ("check, a PDF", ["check", pdf]),
        ):
            print(f"juesuan {name}: {_cpu([*map(str, arguments)]):.2f} s of CPU")
        print(f"\nthe {HEAVIEST} heaviest imports of checking a PDF, without what they import themselves:")
        for milliseconds, module in _heaviest(["check", str(pdf)]):
            print(f"{milliseconds:8.1f} ms  {module}")
    return 0


def _cpu(arguments: Sequence[str]) -> float:
    """The least CPU seconds of a few runs, the first of which may have to compile."""
    times = []
    for _ in range(REPEATS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-m", "juesuan.cli", *arguments], capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(times)


def _heaviest(arguments: Sequence[str]) -> list[tuple[float, str]]:
    command = [sys.executable, "-X", "importtime", "-m", "juesuan.cli", *arguments]
    told = subprocess.run(command, capture_output=True, text=True).stderr
    found = sorted(((int(own) / 1000, module) for own, _, module in _IMPORT.findall(told)), reverse=True)
    return found[:HEAVIEST]


if __name__ == "__main__":
    sys.exit(main())
