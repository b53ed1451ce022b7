"""Two invented departments in a folder, and settings that are as before when a test ends."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from juesuan import settings
from juesuan.settings import Settings
from presentation import made

OTHER = "临江县水务局"


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two disclosures."""
    folder = tmp_path_factory.mktemp("disclosures")
    for number, name in enumerate((made.NAME, OTHER)):
        (folder / f"{number}.txt").write_text(made.DISCLOSURE.format(name=name), encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def _settings() -> Iterator[None]:
    settings.use(Settings())
    yield
    settings.use(Settings())
