"""Documents that many tests look at, each read once in a run."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from juesuan.accounts import Accounts
from juesuan.document import Document
from juesuan.readers import load
from juesuan.reading import understand


@cache
def document(source: Path) -> Document:
    """A source as the readers give it."""
    return load(source)


@cache
def accounts(source: Path) -> Accounts:
    """A source as it is understood."""
    return understand(document(source))
