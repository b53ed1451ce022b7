"""Real disclosures for the tests that need them; they are no part of the project."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from helpers.document import Document
from helpers.readers import load

SHARED = Path(__file__).parents[2] / "shared"

Disclosure = Callable[[str], Document]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents and findings beside the project; tests that need it are skipped without it."""
    if not SHARED.is_dir():
        pytest.skip(f"the real documents are not here: {SHARED} does not exist")
    return SHARED


@pytest.fixture(scope="session")
def documents(shared: Path) -> Path:
    """The folder of real disclosures."""
    return shared / "documents"


@pytest.fixture(scope="session")
def disclosure(documents: Path) -> Disclosure:
    """Reads the real disclosure whose file name begins as given; each is read once."""

    @cache
    def read(beginning: str) -> Document:
        return load(next(documents.glob(f"{beginning}*")))

    return read
