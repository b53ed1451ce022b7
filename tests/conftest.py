"""What tests share: real disclosures, which are no part of the project, a browser, a catalogue of rules that lasts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import readings
from juesuan.accounts import Accounts
from juesuan.document import Document
from juesuan.rules import RULES, own
from presentation import browser

SHARED = Path(__file__).parents[2] / "shared"

Disclosure = Callable[[str], Document]
Read = Callable[[str], Accounts]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Where several processes run the tests: one does a whole file, so that what its tests share is made once.

    Files with few tests come first: most of these take long, and at the end no process waits for another.
    """
    if not hasattr(config, "workerinput"):
        return
    groups: dict[pytest.Item, str] = {}
    for item in items:
        mark = item.get_closest_marker("xdist_group")
        groups[item] = mark.args[0] if mark else str(item.path)
        if mark is None:
            item.add_marker(pytest.mark.xdist_group(groups[item]))
    sizes = Counter(groups.values())
    items.sort(key=lambda item: (sizes[groups[item]], groups[item]))


@pytest.fixture(scope="session", autouse=True)
def _read_once(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> None:
    if hasattr(request.config, "workerinput"):
        readings.share(tmp_path_factory.getbasetemp().parent)


@pytest.fixture(scope="session")
def chromium() -> Iterator[browser.Browser]:
    """A browser for all tests that look at pages, which are skipped where none is installed."""
    path = browser.executable()
    if path is None:
        pytest.skip("no Chromium is installed")
    with browser.running(path) as running:
        yield running


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
