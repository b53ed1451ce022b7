"""Which program this is: its version, its own files, and the notebook it runs."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path

from juesuan import __version__
from juesuan.additions import GROUP

PACKAGE = Path(__file__).parents[1]
NOTEBOOK = "department_audit.ipynb"
KINDS = {".py", ".j2", ".css", ".json", ".csv", ".txt"}


def notebooks() -> Path:
    """The folder of notebooks: in the package where it is installed, beside `src` in a working copy."""
    installed = PACKAGE / "notebooks"
    return installed if installed.is_dir() else PACKAGE.parents[2] / "notebooks"


def audit_notebook() -> Path:
    """The notebook of one department's audit."""
    return notebooks() / NOTEBOOK


@cache
def identity() -> str:
    """Version and a digest of the code, with the rules of installed packages: outputs of another are made again."""
    files = sorted(path for path in PACKAGE.rglob("*") if path.suffix in KINDS and path.is_file())
    code = hashlib.sha256()
    for path in [*files, audit_notebook()]:
        code.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    for point in sorted(entry_points(group=GROUP), key=lambda each: each.name):
        code.update(f"{point.name}={point.value} {point.dist.version if point.dist else ''}\0".encode())
    return f"{__version__}+{code.hexdigest()[:12]}"
