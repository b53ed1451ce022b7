"""Trials in processes that may hang, die or grow: each has its time, and none takes the run with it."""

from __future__ import annotations

import resource
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from time import monotonic

from fuzz.damage import damaged
from fuzz.trial import trial

CONTEXT = get_context("spawn")
MEMORY = 4 << 30


@dataclass(frozen=True, slots=True)
class Ended:
    """How one input ended: result, refused, failed, hung or died, with a trace where there is one."""

    number: int
    outcome: str
    trace: str = ""


@dataclass(slots=True)
class Worker:
    """A process that takes one number after another, the number it has and when its time is over."""

    process: BaseProcess
    pipe: Connection
    number: int
    due: float


def run(numbers: Iterable[int], jobs: int, limit: float) -> Iterator[Ended]:
    """Every number's trial, as they end. A process that exceeds `limit` seconds is replaced."""
    waiting = iter(numbers)
    workers = [worker for worker in (_start(waiting, limit) for _ in range(jobs)) if worker is not None]
    while workers:
        nearest = min(worker.due for worker in workers)
        ready = wait([worker.pipe for worker in workers], timeout=max(nearest - monotonic(), 0))
        over = [worker for worker in workers if worker.pipe in ready or worker.due <= monotonic()]
        for worker in over:
            yield _ended(worker, answered=worker.pipe in ready)
            workers.remove(worker)
            if (following := _next(worker, waiting, limit)) is not None:
                workers.append(following)


def serve(pipe: Connection) -> None:
    """What a worker process does: a trial for each number that comes."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    while (number := pipe.recv()) is not None:
        pipe.send(trial(*damaged(number)))


def _start(waiting: Iterator[int], limit: float) -> Worker | None:
    number = next(waiting, None)
    if number is None:
        return None
    mine, theirs = CONTEXT.Pipe()
    process = CONTEXT.Process(target=serve, args=(theirs,), daemon=True)
    process.start()
    theirs.close()
    mine.send(number)
    return Worker(process, mine, number, monotonic() + limit)


def _next(worker: Worker, waiting: Iterator[int], limit: float) -> Worker | None:
    if not worker.process.is_alive():
        return _start(waiting, limit)
    number = next(waiting, None)
    worker.pipe.send(number)
    if number is None:
        worker.process.join(5)
        return None
    return Worker(worker.process, worker.pipe, number, monotonic() + limit)


def _ended(worker: Worker, *, answered: bool) -> Ended:
    if not answered:
        worker.process.kill()
        worker.process.join()
        return Ended(worker.number, "hung")
    try:
        return Ended(worker.number, *worker.pipe.recv())
    except EOFError:
        worker.process.join()
        return Ended(worker.number, "died", f"exit code {worker.process.exitcode}")
