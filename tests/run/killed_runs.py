"""Runs that are killed: one after another over the same folder, each at a moment of chance, the last one let be.

A program of its own, so that each run is a fork of a process without threads, warm from the start.
Makes `OUT/calm` by one undisturbed run, and `OUT/killed` by runs that do everything anew until they
are killed, and a last one that does what is missing.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path
from types import FrameType

from juesuan.batch import run, worker
from juesuan.batch.child import Limits


def main(raw: Path, out: Path, times: int, seed: int) -> None:
    """Kill so many runs, each at some moment of the time that an undisturbed run takes; one done sooner counts not."""
    chance = random.Random(seed)
    _warm_up()
    began = time.monotonic()
    _killed(raw, out / "calm")
    whole = time.monotonic() - began
    killed = 0
    while killed < times:
        killed += _killed(raw, out / "killed", chance.uniform(0, whole))
    worker.stop()  # and with it what works on for runs that are gone
    _warm_up()
    run.audit([raw], run.Settings(out / "killed", jobs=2))


def _warm_up() -> None:
    worker.warm().call(len, [], Limits())


def _killed(raw: Path, out: Path, after: float = 0.0) -> bool:
    """Whether a run was killed by the clock before its end; 0 seconds are no limit."""
    pid = os.fork()
    if pid == 0:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123  # for the rest of a short life
        run.audit([raw], run.Settings(out, jobs=2, force=True))
        os._exit(0)

    def kill(_: int, __: FrameType | None) -> None:
        os.kill(pid, signal.SIGKILL)

    signal.signal(signal.SIGALRM, kill)
    signal.setitimer(signal.ITIMER_REAL, after)
    _, status = os.waitpid(pid, 0)
    signal.setitimer(signal.ITIMER_REAL, 0)
    return os.WIFSIGNALED(status)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
