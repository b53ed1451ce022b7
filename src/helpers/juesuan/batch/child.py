"""Work in a forked child with a limit on time and memory, so that what goes wrong costs only itself."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection, Pipe
from pathlib import Path
from typing import Generic, NoReturn, TypeVar

T = TypeVar("T")
Send = Callable[[object], None]

_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of prctl(2)
_KILOBYTES = sys.platform != "darwin"  # the unit of ru_maxrss


@dataclass(frozen=True, slots=True)
class Limits:
    """What a child may use: wall-clock seconds, and bytes beyond those it starts with; None is no limit."""

    seconds: float | None = None
    memory: int | None = None


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """What the child gave back, and the most memory it held, in bytes."""

    value: T
    peak: int


class ChildFailed(Exception):
    """The child gave no result; the text says why in one clause.

    `peak` is the most memory it held, in bytes; `trace` the traceback of an exception.
    """

    def __init__(self, reason: str, peak: int = 0, trace: str = "") -> None:
        super().__init__(reason, peak, trace)  # all of them, so that it can go through a pipe
        self.peak = peak
        self.trace = trace

    def __str__(self) -> str:
        return str(self.args[0])


class TookTooLong(ChildFailed):
    """The time limit was reached."""


class NeededTooMuch(ChildFailed):
    """The memory limit was reached."""


class Crashed(ChildFailed):
    """The child was ended by a signal or left without a word."""


class Raised(ChildFailed):
    """The work raised an exception; the text is its class and words."""


@dataclass(frozen=True, slots=True)
class _Value:
    value: object


@dataclass(frozen=True, slots=True)
class _Error:
    error: str
    trace: str


class _OutOfMemory:
    pass


class _OutOfTime:
    pass


class _Silence:
    pass


def available() -> bool:
    """Whether this system can fork safely: on macOS its own libraries may have started threads before."""
    return hasattr(os, "fork") and sys.platform != "darwin"


def run(work: Callable[[Send], T], limits: Limits, heard: Callable[[object], None] = lambda event: None) -> Done[T]:
    """The result of `work` done in a child; what it sends on the way is given to `heard`.

    Raises `TookTooLong`, `NeededTooMuch`, `Crashed` or `Raised`. The child and all it started are
    gone when this returns.
    """
    receiving, sending = Pipe(duplex=False)
    sys.stdout.flush()
    sys.stderr.flush()
    parent = os.getpid()
    pid = os.fork()
    if pid == 0:
        receiving.close()
        _live(work, limits, sending, parent)
    with contextlib.suppress(OSError):  # the child does the same; whoever comes first
        os.setpgid(pid, pid)
    sending.close()
    try:
        answer = _answer(receiving, limits, heard)
    finally:
        receiving.close()
        exit_code, peak = _end(pid)
    match answer:
        case _Value(value):
            return Done(value, peak)  # type: ignore[arg-type]  # what `work` returned, through a pipe
        case _Error(error, trace):
            raise Raised(error, peak, trace)
        case _OutOfMemory():
            raise NeededTooMuch(_too_much(limits), peak)
        case _OutOfTime():
            raise TookTooLong(f"took longer than {limits.seconds:g} seconds", peak)
        case _ if exit_code == -signal.SIGABRT and limits.memory is not None:
            # how a library in C ends that is refused memory
            raise NeededTooMuch(f"{_too_much(limits)}, it seems: it {_last_words(exit_code)}", peak)
        case _:
            raise Crashed(_last_words(exit_code), peak)


def _live(work: Callable[[Send], object], limits: Limits, sending: Connection, parent: int) -> NoReturn:
    """The whole life of a child."""
    try:
        _settle(limits, parent)
        sending.send(_Value(work(sending.send)))
    except MemoryError:
        _lift()
        sending.send(_OutOfMemory())
    except BaseException as error:
        sending.send(_Error(f"{type(error).__name__}: {error}", traceback.format_exc()))
    finally:
        os._exit(0)


def _answer(receiving: Connection, limits: Limits, heard: Callable[[object], None]) -> object:
    deadline = None if limits.seconds is None else time.monotonic() + limits.seconds
    while True:
        if not receiving.poll(None if deadline is None else max(0.0, deadline - time.monotonic())):
            return _OutOfTime()
        try:
            event = receiving.recv()
        except EOFError:
            return _Silence()
        if isinstance(event, (_Value, _Error, _OutOfMemory)):
            return event
        heard(event)


def _end(pid: int) -> tuple[int, int]:
    """Make sure that the child and its own children are gone: its exit code, and its peak memory in bytes."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)
    _, status, usage = os.wait4(pid, 0)
    return os.waitstatus_to_exitcode(status), usage.ru_maxrss * (1024 if _KILOBYTES else 1)


def _too_much(limits: Limits) -> str:
    return "needed more memory" + ("" if limits.memory is None else f" than {limits.memory // 2**20} MB")


def _last_words(exit_code: int) -> str:
    if exit_code < 0:
        return f"was ended by {signal.Signals(-exit_code).name}"
    return f"left without a result (exit status {exit_code})"


def _settle(limits: Limits, parent: int) -> None:
    """A process group of its own, the limits, and an end with the parent where the kernel offers it."""
    os.setpgid(0, 0)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)
    if limits.memory is not None:
        _confine(limits.memory)


def _confine(memory: int) -> None:
    """Let the address space grow by no more than `memory` bytes."""
    import resource  # not on every system; where it is missing there is no fork either

    sizes = Path("/proc/self/statm")
    pages = int(sizes.read_text(encoding="ascii").split()[0]) if sizes.exists() else 0
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = pages * resource.getpagesize() + memory
    if hard == resource.RLIM_INFINITY or limit < hard:
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


def _lift() -> None:
    """Room enough to say that there was none."""
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (hard, hard))
