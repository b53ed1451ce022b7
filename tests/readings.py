"""Documents that many tests look at, each read once in a run, by whichever of its processes is first."""

from __future__ import annotations

import hashlib
import pickle
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from juesuan import auditing
from juesuan.accounts import Accounts
from juesuan.auditing import Audit
from juesuan.document import Document
from juesuan.findings import Language
from juesuan.readers import load
from juesuan.reading import understand

_folders: list[Path] = []  # that the processes of one run have in common


def share(folder: Path) -> None:
    """Let the processes of a run find there what one of them has read."""
    _folders.append(folder)


@cache
def document(source: Path) -> Document:
    """A source as the readers give it."""
    return _shared("document", source, lambda: load(source))


@cache
def accounts(source: Path) -> Accounts:
    """A source as it is understood."""
    return _shared("accounts", source, lambda: understand(document(source)))


@cache
def audit(source: Path, language: Language = "zh") -> Audit:
    """A source as it is audited by all rules."""
    return auditing.examine(accounts(source), source, language)


def _shared(kind: str, source: Path, make: Callable[[], Any]) -> Any:
    if not _folders:
        return make()
    path = _folders[-1] / f"{kind}-{hashlib.sha256(bytes(source.absolute())).hexdigest()}"
    if path.is_file():
        return pickle.loads(path.read_bytes())
    made = make()
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(pickle.dumps(made))
    Path(file.name).replace(path)
    return made
