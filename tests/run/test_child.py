"""A child of a limited process: what it gives back, and every way in which it can fail."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import threading

import pytest

from juesuan.batch import child
from juesuan.batch.child import Limits

MEGABYTE = 2**20
GENEROUS = 60  # seconds, for what takes none


def test_the_result_comes_back_with_the_peak_memory() -> None:
    done = child.run(lambda _: len(bytearray(64 * MEGABYTE)), Limits())
    assert done.value == 64 * MEGABYTE
    assert done.peak > 64 * MEGABYTE


def test_what_the_child_does_to_itself_stays_there() -> None:
    here: list[int] = []
    child.run(lambda _: here.append(1), Limits())
    assert here == []


def test_what_is_sent_on_the_way_is_heard_in_order() -> None:
    heard: list[object] = []

    def work(send: child.Send) -> str:
        send(1)
        send({"two": 2})
        return "three"

    assert child.run(work, Limits(), heard.append).value == "three"
    assert heard == [1, {"two": 2}]


def test_an_exception_comes_back_with_its_trace() -> None:
    def work(_: child.Send) -> None:
        raise KeyError("lost")

    with pytest.raises(child.Raised, match="KeyError: 'lost'") as caught:
        child.run(work, Limits())
    assert "in work" in caught.value.trace


def test_a_child_that_takes_too_long_is_ended() -> None:
    with pytest.raises(child.TookTooLong, match=r"longer than 0\.2 seconds"):
        child.run(lambda _: threading.Event().wait(), Limits(seconds=0.2))


def test_what_the_child_started_ends_with_it() -> None:
    started: list[object] = []

    def work(send: child.Send) -> None:
        send(subprocess.Popen([sys.executable, "-c", "import signal; signal.pause()"]).pid)
        os._exit(1)

    with pytest.raises(child.Crashed):
        child.run(work, Limits(), started.append)
    (pid,) = started
    assert isinstance(pid, int)
    wait_until_gone(pid)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the kernel does not enforce the limit")
def test_a_child_that_needs_too_much_memory_is_refused_it() -> None:
    with pytest.raises(child.NeededTooMuch, match="needed more memory than 64 MB"):
        child.run(lambda _: len(bytearray(256 * MEGABYTE)), Limits(memory=64 * MEGABYTE))


def test_a_child_ended_by_a_signal_is_told_by_its_name() -> None:
    with pytest.raises(child.Crashed, match="ended by SIGKILL"):
        child.run(lambda _: os.kill(os.getpid(), signal.SIGKILL), Limits())


def test_a_child_that_leaves_without_a_word_is_told_by_its_status() -> None:
    with pytest.raises(child.Crashed, match="exit status 3"):
        child.run(lambda _: os._exit(3), Limits())


def test_a_result_that_cannot_be_sent_is_a_failure() -> None:
    with pytest.raises(child.Raised, match="pickle"):
        child.run(lambda _: threading.Lock(), Limits())


def wait_until_gone(pid: int) -> None:
    """Return when a process has ended; one that never does fails the test."""
    try:
        descriptor = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    with os.fdopen(descriptor):
        ready, _, _ = select.select([descriptor], [], [], GENEROUS)
    assert ready, f"process {pid} lives on"
