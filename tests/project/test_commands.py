"""The commands of the Makefile: what they run, and that they install once."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
INSTALL = "install --no-compile --require-hashes"


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    for name in ("Makefile", "pyproject.toml", "requirements.lock"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def commands(clone: Path, target: str) -> str:
    """What make would run, without running it."""
    made = subprocess.run(["make", "--dry-run", target], cwd=clone, capture_output=True, text=True, check=True)
    return made.stdout


@pytest.mark.parametrize("target", ["audit", "test", "lab", "docs", "bench", "fuzz"])
def test_every_target_installs_from_the_lock_before_it_runs(clone: Path, target: str) -> None:
    assert INSTALL in commands(clone, target)


@pytest.mark.parametrize("target", ["audit", "test", "lab", "docs", "bench", "fuzz"])
def test_a_second_call_does_not_install_again(clone: Path, target: str) -> None:
    (clone / ".venv").mkdir()
    (clone / ".venv" / ".ready").touch()
    assert "install" not in commands(clone, target)


def test_a_changed_lock_installs_again(clone: Path) -> None:
    (clone / ".venv").mkdir()
    (clone / ".venv" / ".ready").touch()
    newer = (clone / ".venv" / ".ready").stat().st_mtime + 10
    os.utime(clone / "requirements.lock", (newer, newer))
    assert INSTALL in commands(clone, "test")


def test_testing_lints_checks_types_and_runs_tests_and_notebooks(clone: Path) -> None:
    run = commands(clone, "test")
    for tool in ("ruff check .", "ruff format --check .", "mypy", "pytest -n 2", "--nbval"):
        assert tool in run


def test_without_a_fitting_python_there_is_one_clear_line(clone: Path) -> None:
    made = subprocess.run(["make", "audit", "PYTHON="], cwd=clone, capture_output=True, text=True)
    assert made.returncode != 0
    assert "Python 3.11 or newer is needed" in made.stderr


def test_continuous_integration_runs_the_tests_from_any_directory(tmp_path: Path) -> None:
    fake = tmp_path / "make"
    fake.write_text('#!/bin/sh\necho "$PWD $CI $*"\n', encoding="ascii")
    fake.chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    ran = subprocess.run([ROOT / ".ci" / "run"], cwd=tmp_path, env={"PATH": path}, capture_output=True, text=True)
    assert ran.stdout == f"{ROOT} true test\n"
