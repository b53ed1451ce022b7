"""Work done in processes that are thrown away, each forked from a warm one.

`audit_one` is all that an executor, on this machine or on a cluster, has to call. The process that
calls it may have threads, from which one must not fork; so it keeps a warm process beside itself
that has imported everything, has no threads, and forks on request.
"""

from __future__ import annotations

import atexit
import contextlib
import errno
import os
import pickle
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, TypeVar

from juesuan.batch import child
from juesuan.batch.child import Done, Limits
from juesuan.batch.task import Report, Task

ATTEMPTS = 2  # the second for a warm process that was killed by somebody else
SELF = "juesuan.batch.worker"
ONCE = "once"
SLOW_AND_UNUSED = "rfc3987_syntax"  # builds a grammar for a second when jsonschema finds it; no notebook needs it
FULL = (errno.ENOSPC, errno.EDQUOT)

A = TypeVar("A")
T = TypeVar("T")


def audit_one(task: Task, limits: Limits) -> Report:
    """Audit one source within its limits, whatever happens to the process that does it."""
    start, began = datetime.now(UTC), time.monotonic()
    report = _reported(_stage, task, limits)
    seconds = round(time.monotonic() - began, 3)
    return replace(report, start=start.isoformat(), end=datetime.now(UTC).isoformat(), seconds=seconds)


def write_overviews(out: Path, staging: Path) -> Report:
    """Write the pages over all departments."""
    return _reported(_overview, (out, staging), Limits())


def bundled(folders: Sequence[Path]) -> Report:
    """Which of some departments' folders hold parts of one disclosure."""
    return _reported(_bundles, tuple(folders), Limits())


def stop() -> None:
    """End what this process has others do; the next task starts afresh."""
    if warm.cache_info().currsize:
        warm().close()
        warm.cache_clear()


def _reported(function: Callable[[Any], Report], argument: object, limits: Limits) -> Report:
    try:
        done = warm().call(function, argument, limits) if child.available() else call_cold(function, argument, limits)
    except child.Raised as failure:
        return Report(reason=f"internal error, {failure}", trace=failure.trace, peak=failure.peak)
    except child.ChildFailed as failure:
        return Report(reason=str(failure), trace=failure.trace, peak=failure.peak)
    return replace(done.value, peak=done.peak)


def _stage(task: Task) -> Report:
    from juesuan.batch import department

    try:
        task.additions.adopt()
        return Report(department.stage(task))
    except department.CannotAudit as error:
        return Report(reason=str(error))
    except OSError as error:
        return _refused(error)


def _refused(error: OSError) -> Report:
    """What is told where the system refuses to write or to open: a full disk ends the run."""
    if error.errno in FULL:
        return Report(full=True)
    return Report(reason=f"cannot be written: {error.strerror or error}", trace=traceback.format_exc())


def _bundles(folders: Sequence[Path]) -> Report:
    from juesuan.batch import bundles

    return Report(bundles=bundles.of(folders))


def _overview(folders: tuple[Path, Path]) -> Report:
    from juesuan.batch import overviews

    try:
        overviews.write(*folders)
    except OSError as error:
        return _refused(error)
    except sqlite3.OperationalError as error:  # does not tell a full disk from a limit
        return Report(reason=f"cannot be written: {error}", trace=traceback.format_exc())
    return Report()


class WarmProcess:
    """A process that has imported everything and forks a child for each task; may be used from many threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self._closed = False
        self._said = tempfile.TemporaryFile()  # noqa: SIM115  # lives as long as the process

    def call(self, function: Callable[[A], T], argument: A, limits: Limits) -> Done[T]:
        """The result of a function of a module, called in a child of the warm process.

        Raises `ChildFailed` in one of its kinds.
        """
        for _ in range(ATTEMPTS):
            with contextlib.suppress(EOFError, OSError), self._connected() as connection:
                connection.send((function, argument, limits))
                answer: Done[T] | child.ChildFailed = connection.recv()
                if isinstance(answer, child.ChildFailed):
                    raise answer
                return answer
        raise child.Crashed(f"the process that audits ended unexpectedly: {self._last_line()}")

    def close(self) -> None:
        """End the warm process and all that it has forked."""
        with self._lock:
            self._closed = True
            if self._process is not None and self._control is not None:
                self._control.close()
                self._process.wait()

    def _connected(self) -> Connection:
        ours, theirs = socket.socketpair()
        with self._lock, theirs:
            if self._closed:
                raise EOFError
            if self._control is None or wait([self._control], timeout=0):  # readable: its other end is closed
                self._control = self._start()
            socket.send_fds(self._control, [b"+"], [theirs.fileno()])
        return Connection(ours.detach())

    def _start(self) -> socket.socket:
        control, remote = socket.socketpair()
        with remote:
            self._process = subprocess.Popen(
                [sys.executable, "-m", SELF, str(remote.fileno())],
                pass_fds=[remote.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self._said,
                start_new_session=True,
            )
        return control

    def _last_line(self) -> str:
        self._said.seek(0)
        lines = self._said.read().decode(errors="replace").strip().splitlines()
        return lines[-1] if lines else "it left no word"


@cache
def warm() -> WarmProcess:
    process = WarmProcess()
    atexit.register(process.close)
    return process


def _serve(control: socket.socket) -> None:
    """Fork a keeper for each connection that comes, until the other side is gone; then end all at once."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while True:
        message, descriptors, _, _ = socket.recv_fds(control, 1, 1)
        if not message:
            os.killpg(0, signal.SIGKILL)
        if os.fork() == 0:
            try:
                control.close()
                _keep(Connection(descriptors[0]))
            finally:
                os._exit(0)
        os.close(descriptors[0])


def _keep(connection: Connection) -> None:
    """See one call through: its child may be killed, this process stays to tell."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    function, argument, limits = connection.recv()
    try:
        answer: object = child.run(lambda _: function(argument), limits)
    except child.ChildFailed as failure:
        answer = failure
    connection.send(answer)


def call_cold(function: Callable[[A], T], argument: A, limits: Limits) -> Done[T]:
    """The same as `WarmProcess.call` where a system cannot fork: a process from nothing, memory not limited."""
    command = [sys.executable, "-m", SELF, ONCE]
    question = pickle.dumps((function, argument))
    try:
        ended = subprocess.run(command, input=question, capture_output=True, timeout=limits.seconds)
    except subprocess.TimeoutExpired:
        raise child.TookTooLong(f"took longer than {limits.seconds:g} seconds") from None
    if ended.returncode:
        raise child.Crashed(f"left without a result (exit status {ended.returncode})", trace=ended.stderr.decode())
    return Done(pickle.loads(ended.stdout), 0)


def _answer_once() -> None:
    with os.fdopen(os.dup(1), "wb") as answer:
        os.dup2(2, 1)  # what libraries print is no part of the answer
        function, argument = pickle.load(sys.stdin.buffer)
        answer.write(pickle.dumps(function(argument)))


def _main(argument: str) -> None:
    sys.modules[SLOW_AND_UNUSED] = None  # type: ignore[assignment]  # "is not there" to who would import it
    if argument == ONCE:
        _answer_once()
        return
    from juesuan.batch import department

    department.warm_up()
    _serve(socket.socket(fileno=int(argument)))


if __name__ == "__main__":
    _main(sys.argv[1])
