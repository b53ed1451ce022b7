"""Real disclosures for the tests that need them, which are no part of the project; a catalogue of rules that lasts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import readings
from juesuan.accounts import Accounts
from juesuan.document import Document
from juesuan.rules import RULES, own

SHARED = Path(__file__).parents[2] / "shared"

Disclosure = Callable[[str], Document]
Read = Callable[[str], Accounts]


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
    """Gives the real disclosure whose file name begins as given, as the readers read it."""
    return lambda beginning: readings.document(next(documents.glob(f"{beginning}*")))


@pytest.fixture(scope="session")
def accounts(documents: Path) -> Read:
    """Gives the accounts in the real disclosure whose file name begins as given."""
    return lambda beginning: readings.accounts(next(documents.glob(f"{beginning}*")))


@pytest.fixture(autouse=True)
def _catalogue() -> Iterator[None]:
    """The rules as before when a test ends that declared some of its own."""
    rules, names = dict(RULES), set(own._own)
    yield
    RULES.clear()
    RULES.update(rules)
    own._own.clear()
    own._own.update(names)
