"""Parameters that papermill put into a notebook: a name that is not known, or one left out, is an error."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from pathlib import Path

from IPython.core.getipython import get_ipython

from juesuan.batch.program import audit_notebook
from juesuan.errors import JuesuanError

INJECTED = "# Parameters"  # the first line of the cell that papermill adds


def expect(*required: str, optional: Sequence[str] = ()) -> None:
    """Check the names that papermill was given, where it was given any.

    A notebook run by hand, or by papermill without parameters, keeps the values written in it.
    Raises `JuesuanError` for an unknown name and for a required one that is missing.
    """
    given = _given()
    if given is None:
        return
    known = (*required, *optional)
    unknown = [name for name in given if name not in known]
    missing = [name for name in required if name not in given]
    if unknown:
        raise JuesuanError(f"unknown parameter {', '.join(unknown)}; this notebook takes {', '.join(known)}")
    if missing:
        raise JuesuanError(f"missing parameter {', '.join(missing)}; give it with -p {missing[0]} VALUE")


def located(path: str | list[str]) -> str | list[str]:
    """A path as from the working folder; else, where there is no such file, as from the notebooks' own folder.

    Papermill runs a notebook in the folder it was called in, JupyterLab in the notebook's. Several
    paths are located one by one.
    """
    return _located(path) if isinstance(path, str) else [_located(each) for each in path]


def _located(path: str) -> str:
    beside = audit_notebook().parent / path
    return str(beside) if path and not Path(path).exists() and beside.exists() else path


def _given() -> list[str] | None:
    """The names assigned in papermill's cell; None where there is no such cell."""
    shell = get_ipython()
    cells = [] if shell is None else [cell for cell in shell.user_ns.get("In", []) if cell.startswith(INJECTED)]
    if not cells:
        return None
    statements = ast.parse(cells[-1]).body
    targets = [target for each in statements if isinstance(each, ast.Assign) for target in each.targets]
    return [target.id for target in targets if isinstance(target, ast.Name)]
