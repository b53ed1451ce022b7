"""A made city: what agrees is not asked about, and every planted mismatch is found where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan import collection
from juesuan.checks import Outcome, Severity
from juesuan.collection import Collection
from juesuan.findings import Weight
from juesuan.kinds.kind import Kind, Scope
from juesuan.panel import documents, ledger, units
from juesuan.panel.ledger import State
from juesuan.presentation import city as page
from panel import found
from panel.made_city import YEARS, bodies, city, file_name, parts_of, planted

DEPARTMENTS = 2
FIRST, SECOND = bodies()[:DEPARTMENTS]


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> tuple[Collection, Path]:
    folder = tmp_path_factory.mktemp("city")
    return collection.of(city(folder / "docs", departments=DEPARTMENTS)), folder / "ledger.csv"


def test_a_clean_city_is_not_asked_about(clean: tuple[Collection, Path]) -> None:
    known, register = clean
    assert len(known) == DEPARTMENTS * len(YEARS) * 5
    assert [each for audit in known.audits for each in audit.weighing(Weight.ERROR)] == []
    assert found.failed(known, register) == []
    passed = {check.rule for _, check in found.made(known, register) if check.outcome is Outcome.PASSED}
    assert passed | {"review-same-words"} == {rule for (rule, *_), _ in planted((FIRST, SECOND))}


def test_the_ledger_misses_only_what_was_not_published(clean: tuple[Collection, Path]) -> None:
    known, register = clean
    entries = ledger.held(ledger.read(register), page.published(documents.of_audits(known.audits)))
    assert {each.state for each in entries} == {State.PUBLISHED, State.MISSING}
    missing = {(each.kind, each.scope) for each in entries if each.state is State.MISSING}
    assert missing == {(Kind.BUDGET, Scope.OWN_OFFICE), (Kind.BUDGET, Scope.UNIT)}  # the made ones publish none
    assert sum(each.state is State.PUBLISHED for each in entries) == len(known)


def test_every_planted_mismatch_is_found_where_it_stands_and_nothing_else(tmp_path: Path) -> None:
    expected = planted((FIRST, SECOND))
    slips = [slip for _, told in expected for slip in told]
    known = collection.of(city(tmp_path / "docs", slips=slips, departments=DEPARTMENTS))
    assert [each for audit in known.audits for each in audit.weighing(Weight.ERROR)] == []
    failed = found.failed(known, tmp_path / "ledger.csv")
    assert {where for where, _ in failed} == {where for where, _ in expected}
    documents = {each.source.name for each in known.audits}
    for (rule, body, _), check in failed:
        assert check.severity is (Severity.REVIEW if rule.startswith("review") else Severity.ERROR)
        assert body in check.subject
        assert check.evidence and all(each.place.line and each.document in documents for each in check.evidence)
    assert all(len({each.document for each in check.evidence}) > 1 for _, check in failed)


def test_a_unit_that_has_not_published_leaves_the_sum_unchecked(tmp_path: Path) -> None:
    folder = city(tmp_path / "docs", departments=1)
    (unit,) = (name for name, scope in parts_of(FIRST)[1:2] if scope is Scope.UNIT)
    (folder / file_name(unit, YEARS[0], Scope.UNIT)).unlink()
    here = documents.of_audits(collection.of(folder).audits)
    families = units.Families(ledger.read(tmp_path / "ledger.csv")).of(here)
    made = [check for family in families for check in units.checks(family)]
    assert {check.outcome for check in made} == {Outcome.PASSED, Outcome.UNCHECKED}
    assert all(unit in check.reason for check in made if check.outcome is Outcome.UNCHECKED)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_city_page_tells_all_of_it(clean: tuple[Collection, Path], language: str) -> None:
    audited, register = clean
    chosen = "en" if language == "en" else "zh"
    listed, known = ledger.read(register), documents.of_audits(audited.audits)
    told = page.publication(known, listed, chosen).html
    assert told.count("<tr") > DEPARTMENTS and SECOND in told
    assert "<img" in page.classes(known, chosen).html and "<img" in page.execution(known, chosen).html
    assert FIRST in page.execution(known, chosen).html
    assert ("6" if language == "en" else "6个部门年度") in page.units(known, listed, chosen).html
    assert ("Fewer than 8" if language == "en" else "不足8个") in page.standing_out(known, chosen).html
