"""From a source to `Accounts`: the whole way through, each room in its order."""

from __future__ import annotations

from pathlib import Path

from helpers.accounts import Accounts
from helpers.document import Document
from helpers.readers import load, load_text


def read(source: Path) -> Accounts:
    """The accounts in one PDF or text file.

    Raises `SourceError` (see `helpers.errors`) where the file cannot be read or holds neither a
    statutory form nor a self-evaluation.
    """
    return understand(load(source))


def read_text(text: str, name: str = "text") -> Accounts:
    """The accounts in a piece of text, for examples and tests; nothing need be in it."""
    return understand(load_text(text, name))


def understand(document: Document) -> Accounts:
    """Forms, then self-evaluations, then prose: each leaves the next what it did not claim."""
    raise NotImplementedError
