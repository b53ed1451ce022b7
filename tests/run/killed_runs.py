"""Runs that are killed: one after another over the same folder, each at a moment of chance, the last one let be.

A program of its own, so that each run is a fork of a process without threads, warm from the start.
Makes `OUT/killed` so, and `OUT/calm` by one undisturbed run; prints how many runs were killed before
they were done.
"""

from __future__ import annotations

import os
import random
import signal
import sys
from pathlib import Path
from types import FrameType

from helpers.batch import run, worker
from helpers.batch.child import Limits


def main(raw: Path, out: Path, times: int, longest: float, seed: int) -> None:
    """Start and kill so many runs, each after up to `longest` seconds; then one run to the end."""
    chance = random.Random(seed)
    worker.warm().call(len, [], Limits())
    killed = sum(_killed(raw, out / "killed", chance.uniform(0, longest)) for _ in range(times))
    for folder in ("killed", "calm"):
        run.audit([raw], run.Settings(out / folder, jobs=2))
    print(killed)


def _killed(raw: Path, out: Path, after: float) -> bool:
    """Whether a run was killed by the clock before its end."""
    pid = os.fork()
    if pid == 0:
        sys.stdout = open(os.devnull, "w", encoding="ascii")  # noqa: SIM115, PTH123  # for the rest of a short life
        run.audit([raw], run.Settings(out, jobs=2))
        os._exit(0)

    def kill(_: int, __: FrameType | None) -> None:
        os.kill(pid, signal.SIGKILL)

    signal.signal(signal.SIGALRM, kill)
    signal.setitimer(signal.ITIMER_REAL, max(after, 0.001))
    _, status = os.waitpid(pid, 0)
    signal.setitimer(signal.ITIMER_REAL, 0)
    return os.WIFSIGNALED(status)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4]), int(sys.argv[5]))
