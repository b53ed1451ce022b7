"""The project as it is installed elsewhere: with its notebooks, templates and data, and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "data" / "raw" / "nanyu-social-work-department-2022.txt"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the wheel holds."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    install = [sys.executable, "-m", "pip", "install", "--no-deps", "--no-index", "--quiet", "--target"]
    subprocess.run([*install, str(folder / "site"), str(wheel)], check=True, capture_output=True)
    return folder / "site"


def test_it_holds_the_package_alone(installed: Path) -> None:
    assert {path.name.partition("-")[0] for path in installed.iterdir()} == {"juesuan", "bin"}
    source = ROOT / "src" / "helpers"
    kept = {path.relative_to(source) for path in source.rglob("*.py")}
    assert {path.relative_to(installed) for path in installed.rglob("*.py")} == kept


def test_it_finds_its_notebook(installed: Path) -> None:
    program = "from juesuan.batch.program import audit_notebook; print(audit_notebook())"
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={"PYTHONPATH": str(installed)},
        cwd=installed,
        check=True,
        capture_output=True,
        text=True,
    )
    notebook = Path(done.stdout.strip())
    assert notebook.is_relative_to(installed)
    assert notebook.read_bytes() == (ROOT / "notebooks" / "department_audit.ipynb").read_bytes()


def test_installed_it_audits_a_folder_beside_a_module_named_helpers(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "helpers.py").write_text("raise ImportError('a module of the user, not of the project')\n")
    _run(installed, tmp_path, str(installed / "bin" / "juesuan"), "audit", str(SOURCE), "--out", "out")
    assert list(tmp_path.glob("out/*/audit.html"))


def test_installed_it_gives_papermill_its_engine(installed: Path, tmp_path: Path) -> None:
    notebook = installed / "juesuan" / "notebooks" / "department_audit.ipynb"
    command = ("-m", "papermill", str(notebook), "out.ipynb", "--engine", "forked", "-p", "source", str(SOURCE))
    _run(installed, tmp_path, *command)
    assert (tmp_path / "out.ipynb").stat().st_size > 0


def _run(installed: Path, folder: Path, *command: str) -> None:
    environment = os.environ | {"PYTHONPATH": str(installed)}
    subprocess.run([sys.executable, *command], env=environment, cwd=folder, check=True, capture_output=True)
