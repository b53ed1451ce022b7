"""The project as it is installed elsewhere: with its notebooks, templates and data, and nothing else."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the wheel holds."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_it_holds_the_package_alone(installed: Path) -> None:
    assert {path.name.partition("-")[0] for path in installed.iterdir()} == {"helpers", "juesuan"}
    kept = {path.relative_to(ROOT / "src") for path in (ROOT / "src").rglob("*.py")}
    assert {path.relative_to(installed) for path in installed.rglob("*.py")} == kept


def test_it_finds_its_notebook(installed: Path) -> None:
    program = "from helpers.batch.program import audit_notebook; print(audit_notebook())"
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
