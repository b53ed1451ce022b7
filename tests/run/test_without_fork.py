"""A system that cannot fork, as Windows, or not safely, as macOS: the same audit from processes made from nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from juesuan.batch import run
from run import made
from run.outputs import tree

ROOT = Path(__file__).parents[2]
POORER = """
import os, socket, sys
del os.fork, os.sched_getaffinity, socket.send_fds, socket.recv_fds
sys.modules["fcntl"] = sys.modules["resource"] = None
"""  # what Python lacks there, taken from every process that starts with this


def test_without_fork_a_run_leaves_the_same(tmp_path: Path) -> None:
    source = made.write(tmp_path, "raw/b.txt", "丙县丁局", off_by=7)
    (tmp_path / "sitecustomize.py").write_text(POORER, encoding="utf-8")
    path = os.pathsep.join((str(tmp_path), str(ROOT / "src" / "helpers")))
    command = [sys.executable, "-m", "juesuan.cli", "audit", str(source), "--out", str(tmp_path / "poorer")]
    done = subprocess.run(command, env=os.environ | {"PYTHONPATH": path}, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    run.audit([source], run.Settings(tmp_path / "forked"))
    poorer, forked = tree(tmp_path / "poorer"), tree(tmp_path / "forked")
    assert set(poorer) == set(forked)
    differing = {Path(name).name for name in forked if poorer[name] != forked[name]}
    assert differing <= {"audit.ipynb"}  # a kernel of its own keeps other metadata of cells
