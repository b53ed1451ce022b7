"""The bounds of the dependencies can be met, the lowest and the newest, on every Python that the project names."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
VERSION = "Programming Language :: Python :: 3."
PYTHONS = [each.rpartition(" ")[2] for each in PROJECT["classifiers"] if each.startswith(VERSION)]
UNREACHABLE = ("Failed to fetch", "error sending request", "Could not connect", "dns error")
PATIENCE = {"UV_HTTP_TIMEOUT": "10", "UV_HTTP_RETRIES": "0"}


@pytest.mark.parametrize("resolution", ["lowest-direct", "highest"])
@pytest.mark.parametrize("python", PYTHONS)
def test_the_bounds_can_be_met_by_wheels(python: str, resolution: str) -> None:
    uv = Path(sys.executable).parent / "uv"
    options = [
        "--python-version",
        python,
        "--resolution",
        resolution,
        "--only-binary",
        ":all:",
        "--no-header",
        "--quiet",
    ]
    command = [str(uv), "pip", "compile", *options, "--all-extras", str(ROOT / "pyproject.toml")]
    done = subprocess.run(command, env=os.environ | PATIENCE, cwd=ROOT, capture_output=True, text=True)
    if done.returncode and any(words in done.stderr for words in UNREACHABLE):
        pytest.skip("no package index can be reached from here")
    assert done.returncode == 0, done.stderr
    chosen = {line.partition("==")[0] for line in done.stdout.splitlines()}
    assert {canonicalize_name(Requirement(each).name) for each in PROJECT["dependencies"]} <= chosen


def test_the_first_python_named_is_the_one_required() -> None:
    assert PROJECT["requires-python"] == f">={PYTHONS[0]}"
    assert [f"3.{minor}" for minor in range(11, 11 + len(PYTHONS))] == PYTHONS
