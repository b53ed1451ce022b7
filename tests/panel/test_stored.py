"""What comes back out of the joined database is what the readers gave, as far as documents are compared by it."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from juesuan import collection
from juesuan.batch.folders import DATABASE
from juesuan.collection import Collection
from juesuan.errors import MissingSource
from juesuan.findings import Language
from juesuan.panel import documents, ledger
from juesuan.panel.documents import City, StoredCity
from juesuan.presentation import approval, body, city, comparison
from juesuan.presentation.markup import Fragment
from panel import kept
from panel.made_city import bodies, planted
from panel.made_city import city as made_city
from run import made

DEPARTMENTS = 2
FIRST, SECOND = bodies()[:DEPARTMENTS]
PARTS = (
    comparison.opening, comparison.overview, comparison.structure, comparison.growth, comparison.three_public,
    comparison.per_head, comparison.performance, comparison.rules, comparison.years, approval.approved,
    approval.executed, city.classes, city.execution, city.standing_out, city.same_words,
)  # fmt: skip


@pytest.fixture(scope="module")
def cities(tmp_path_factory: pytest.TempPathFactory) -> tuple[City, City, Path]:
    """A city with mismatches as it was audited, the same out of its database, and its ledger."""
    folder = tmp_path_factory.mktemp("city")
    slips = [slip for _, told in planted((FIRST, SECOND)) for slip in told]
    known: Collection = collection.of(made_city(folder / "docs", slips=slips, departments=DEPARTMENTS))
    stored = documents.of(kept.database(known.audits, folder / "out"))
    assert isinstance(stored, StoredCity)
    return documents.of_audits(known.audits), stored, folder / "ledger.csv"


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_a_section_out_of_the_database_is_the_one_of_the_documents(
    cities: tuple[City, City, Path], part: Callable[[City], Fragment]
) -> None:
    audited, stored, _ = cities
    assert _said(part(stored)) == _said(part(audited))


def _said(fragment: Fragment) -> str:
    """What a section says; which figure is marked, and the number on a form, the text alone can tell."""
    return re.sub("</?mark>", "", fragment.html).replace("决算公开09表", "决算财政拨款“三公”经费支出决算表")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_takes_the_ledger_is_the_same_too(cities: tuple[City, City, Path], language: Language) -> None:
    audited, stored, register = cities
    listed = ledger.read(register)
    for part in (city.publication, city.units):
        assert part(stored, listed, language).html == part(audited, listed, language).html


def test_one_body_is_found_by_its_name_with_or_without_its_region(cities: tuple[City, City, Path]) -> None:
    _, stored, _ = cities
    known = stored.of_body(SECOND)
    assert {each.department for each in known} == {SECOND} and len(list(known)) == 6
    assert len(list(stored.of_body(SECOND[3:]))) == 6
    assert body.spending(known).html == body.spending(cities[0].of_body(SECOND)).html
    with pytest.raises(MissingSource, match=FIRST):
        stored.of_body("白泽县")


def test_a_database_of_an_older_program_is_not_taken(cities: tuple[City, City, Path], tmp_path: Path) -> None:
    sqlite3.connect(tmp_path / DATABASE).execute("CREATE TABLE documents (folder)").connection.close()
    made.write(tmp_path, "a.txt", FIRST)
    assert not isinstance(documents.of(tmp_path), StoredCity)
