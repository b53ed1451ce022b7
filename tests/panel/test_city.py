"""A made city: what agrees is not asked about, and every planted mismatch is found where it stands."""

from __future__ import annotations

from dataclasses import replace
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
from juesuan.presentation import comparison
from juesuan.presentation.body import opening
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


def test_each_state_of_the_ledger_is_told_where_it_was_planted(clean: tuple[Collection, Path], tmp_path: Path) -> None:
    """One body did not publish, one was late, one is not in the ledger, and one has a document twice."""
    known, register = clean
    year = YEARS[0]
    gone, again = (file_name(body, year, Scope.DEPARTMENT) for body in (FIRST, SECOND))
    left = [each for each in known.audits if each.source.name != gone]
    twice = next(each for each in left if each.source.name == again)
    copy = replace(twice, source=twice.source.with_name("again.txt"))
    stranger, late = (SECOND + parts_of("")[number][0] for number in (1, 2))
    lines = [line for line in register.read_text(encoding="utf-8-sig").splitlines() if not line.startswith(stranger)]
    dated = [line.replace("2025-09-15", "2025-09-29") if line.startswith(late) else line for line in lines]
    (tmp_path / "ledger.csv").write_text("\n".join(dated), encoding="utf-8")
    planted_city = documents.of_audits([*left, copy])
    entries = ledger.held(ledger.read(tmp_path / "ledger.csv"), page.published(planted_city))
    told = {(each.state, each.name, each.year) for each in entries if each.kind is Kind.FINAL_ACCOUNTS}
    remarkable = {each for each in told if each[0] is not State.PUBLISHED}
    assert remarkable == {
        (State.MISSING, FIRST, str(year)),
        (State.SEVERAL, SECOND, str(year)),
        *((State.LATE, late, str(each)) for each in YEARS),
        *((State.UNEXPECTED, stranger, str(each)) for each in YEARS),
    }
    html = page.publication(planted_city, ledger.read(tmp_path / "ledger.csv")).html
    assert all(word in html for word in ("未见公开", "超过20日", "多个版本", "名录以外", "again.txt"))


def test_a_disclosure_under_two_names_counts_once(clean: tuple[Collection, Path]) -> None:
    known, _ = clean
    copies = [replace(each, source=each.source.with_name(f"again-{each.source.name}")) for each in known.audits]
    once, twice = documents.of_audits(known.audits), documents.of_audits([*copies, *known.audits])
    for part in (comparison.overview, page.classes, comparison.growth):
        assert part(twice).html == part(once).html
    assert len(list(twice.every())) == 2 * len(list(once)) == 2 * len(list(twice))
    assert "同一公开有几个版本" in page.publication(twice).html
    opened = opening(twice.of_body(FIRST)).html
    assert "另有未计的版本" in opened and file_name(FIRST, YEARS[0], Scope.DEPARTMENT) in opened
    assert "另有未计的版本" not in opening(once.of_body(FIRST)).html
    assert "同一公开有几个版本" not in page.publication(once).html


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
