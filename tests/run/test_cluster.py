"""The same run on a dask cluster: a real scheduler and two workers on loopback, one of which dies."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from juesuan.batch import run
from juesuan.errors import JuesuanError
from run import made
from run.outputs import tree

distributed = pytest.importorskip("distributed", reason="the extra 'cluster' is not installed")


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("raw")
    for number in range(6):
        made.write(folder, f"{number}.txt", f"第{number}局", off_by=number)
    (folder / "note.txt").write_text("nothing of the kind", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None, silence_logs=50
    ) as cluster:
        yield cluster


@pytest.fixture(scope="module")
def alone(raw: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What this machine by itself makes of the same."""
    out = tmp_path_factory.mktemp("alone")
    run.audit([raw], run.Settings(out, jobs=2))
    return tree(out)


def test_a_cluster_makes_the_same_as_one_machine_even_if_a_worker_dies(
    cluster: Any, raw: Path, alone: dict[str, bytes], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    victim = next(iter(cluster.workers.values())).pid
    over = threading.Event()
    killer = threading.Thread(target=_kill_when_begun, args=(out / "run.jsonl", victim, over))
    killer.start()
    try:
        tally = run.audit([raw], run.Settings(out, scheduler=cluster.scheduler_address))
    finally:
        over.set()
        killer.join()
    assert (tally.audited, len(tally.failed)) == (6, 1)
    assert tree(out) == alone


def test_an_address_where_nobody_answers_is_one_clear_error(raw: Path, tmp_path: Path) -> None:
    with pytest.raises(JuesuanError, match=r"tcp://127\.0\.0\.1:9: no dask scheduler answers there"):
        run.audit([raw], run.Settings(tmp_path, scheduler="tcp://127.0.0.1:9"))


def _kill_when_begun(log: Path, pid: int, over: threading.Event) -> None:
    """Kill a worker as soon as the first department is done."""
    while not log.exists() and not over.wait(0.01):
        pass
    os.kill(pid, signal.SIGKILL)
