"""Runs that are killed, run together or run out of room: whole departments or none, and the same in the end."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from juesuan.batch import run
from run import killed_runs, made
from run.outputs import log, tree
from run.test_child import wait_until_gone
from run.test_run import PRODUCTS

KILLS = 3  # the benchmark of scale has twenty
JUESUAN = [sys.executable, "-m", "juesuan.cli"]


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Disclosures of which two have one name."""
    folder = tmp_path_factory.mktemp("raw")
    for number, name in enumerate(("甲县乙局", "丙县丁局", "办公室", "办公室")):
        made.write(folder, f"{number}.txt", name, off_by=number)
    return folder


def test_killed_again_and_again_a_run_ends_as_an_undisturbed_one(raw: Path, tmp_path: Path) -> None:
    command = [sys.executable, killed_runs.__file__, str(raw), str(tmp_path), str(KILLS), "2024"]
    subprocess.run(command, capture_output=True, check=True)
    assert tree(tmp_path / "killed") == tree(tmp_path / "calm")


def test_a_killed_run_leaves_whole_departments_and_no_process(raw: Path, tmp_path: Path) -> None:
    with subprocess.Popen([*JUESUAN, "audit", str(raw), "--out", str(tmp_path)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()  # one is done, others are at work
        descendants = _descendants(process.pid)
        process.kill()
    assert descendants
    for pid in descendants:
        wait_until_gone(pid)
    folders = [path for path in tmp_path.iterdir() if path.is_dir() and path.name != ".staging"]
    assert folders
    for folder in folders:
        assert {path.name for path in folder.iterdir()} == PRODUCTS


def test_an_interrupted_run_says_so_in_one_line(raw: Path, tmp_path: Path) -> None:
    command = [*JUESUAN, "audit", str(raw), "--out", str(tmp_path)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=_heed_interrupts
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate()
    assert process.returncode == 130
    (line,) = errors.splitlines()
    assert line.startswith("juesuan: interrupted")
    assert not (tmp_path / ".staging").exists()


def _heed_interrupts() -> None:
    """Undo what a shell does to what it starts in the background: to have it ignore interrupts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_two_runs_at_once_do_not_spoil_each_other(raw: Path, tmp_path: Path) -> None:
    command = [*JUESUAN, "audit", str(raw), "--force", "--out", str(tmp_path / "both")]
    both = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for _ in range(2)]
    assert [process.wait() for process in both] == [0, 0]
    run.audit([raw], run.Settings(tmp_path / "alone"))
    assert tree(tmp_path / "both") == tree(tmp_path / "alone")
    assert len(log(tmp_path / "both")) == 2 * len(list(raw.iterdir()))


@pytest.mark.skipif(sys.platform != "linux" or shutil.which("unshare") is None, reason="needs a small file system")
def test_a_full_disk_is_one_clear_error_and_nothing_half_written(raw: Path, tmp_path: Path) -> None:
    script = f"""
        mount -t tmpfs -o size=600k small {tmp_path} || exit 77
        {" ".join(JUESUAN)} audit {raw} --jobs 1 --out {tmp_path}/out
        echo "exit $?"
        find {tmp_path}/out -mindepth 1 -printf '%P\\n'
    """
    command = ["unshare", "--user", "--map-root-user", "--mount", "bash", "-c", script]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode == 77 or "unshare" in done.stderr:
        pytest.skip("no small file system can be made here")
    (line,) = done.stderr.splitlines()
    assert "no space left" in line
    printed, _, left = done.stdout.partition("exit 1\n")
    assert "Traceback" not in printed
    for folder in {name.partition("/")[0] for name in left.splitlines()} - {"run.jsonl"}:
        assert {name for name in left.splitlines() if name.startswith(f"{folder}/")} == {
            f"{folder}/{product}" for product in PRODUCTS
        }


def _descendants(pid: int) -> list[int]:
    """All processes below one, as the kernel knows them."""
    found = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in task.read_text(encoding="ascii").split():
            found += [int(child), *_descendants(int(child))]
    return found
