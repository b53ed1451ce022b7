"""Documents that many tests look at, each read once in a run."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from helpers.accounts import Accounts
from helpers.document import Document
from helpers.readers import load
from helpers.reading import understand


@cache
def document(source: Path) -> Document:
    """A source as the readers give it."""
    return load(source)


@cache
def accounts(source: Path) -> Accounts:
    """A source as it is understood."""
    return understand(document(source))
