"""A made city: what agrees is not asked about, and every planted mismatch is found where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

import pytest

from juesuan import across, budget_year, collection, execution
from juesuan.accounts import Accounts
from juesuan.budget_year import together
from juesuan.checks import Check, Outcome, Severity
from juesuan.collection import Collection
from juesuan.findings import Weight
from juesuan.kinds.kind import Kind, Scope
from juesuan.panel import ledger, same_words, units
from juesuan.panel.ledger import State
from juesuan.presentation import city as page
from panel.made_city import YEARS, Slip, bodies, city, parts_of

DEPARTMENTS = 3
FIRST, SECOND, THIRD = bodies()[:DEPARTMENTS]


def _accounts(known: Collection) -> list[Accounts]:
    return [each.accounts for each in known.audits]


def _made(known: Collection, register: Path) -> list[Check]:
    """All that documents of a city are held against each other for."""
    accounts = _accounts(known)
    found: list[Check] = [check for pair in across.consecutive(accounts) for check in across.checks(pair)]
    for pair in together(accounts):
        found += [*budget_year.checks(pair), *execution.checks(pair)]
    for family in units.families(accounts, ledger.read(register)):
        found += units.checks(family)
    return found + list(same_words.checks(accounts))


def _failed(checks: Iterable[Check]) -> list[tuple[str, str]]:
    return sorted((check.rule, check.stated) for check in checks if check.outcome is Outcome.FAILED)


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> tuple[Collection, Path]:
    folder = tmp_path_factory.mktemp("city")
    return collection.of(city(folder / "docs", departments=DEPARTMENTS)), folder / "ledger.csv"


def test_a_clean_city_is_not_asked_about(clean: tuple[Collection, Path]) -> None:
    known, register = clean
    assert len(known) == DEPARTMENTS * len(YEARS) * 5
    assert [each for audit in known.audits for each in audit.weighing(Weight.ERROR)] == []
    made = _made(known, register)
    assert _failed(made) == []
    passed = {check.rule for check in made if check.outcome is Outcome.PASSED}
    rules = {"years-balance", "years-restated", "opening-budget-approved", "review-executed-against-approved"}
    assert passed == rules | {"review-units-sum"}


def test_the_ledger_misses_only_what_was_not_published(clean: tuple[Collection, Path]) -> None:
    known, register = clean
    entries = ledger.held(ledger.read(register), page.published(known))
    assert {each.state for each in entries} == {State.PUBLISHED, State.MISSING}
    missing = {(each.kind, each.scope) for each in entries if each.state is State.MISSING}
    assert missing == {(Kind.BUDGET, Scope.OWN_OFFICE), (Kind.BUDGET, Scope.UNIT)}  # the made ones publish none
    assert sum(each.state is State.PUBLISHED for each in entries) == len(known)


SLIPS = (
    Slip(FIRST, YEARS[1], "01:opening"),
    Slip(FIRST, YEARS[2], "said:change", Decimal("7.77")),
    Slip(SECOND, YEARS[0], "said:2080505", Decimal("5.55")),
    Slip(THIRD, YEARS[2], "03:201", Decimal("3.33")),
)


def test_every_planted_mismatch_is_found_and_nothing_else(tmp_path: Path) -> None:
    known = collection.of(city(tmp_path / "docs", slips=SLIPS, departments=DEPARTMENTS))
    failed = [check for check in _made(known, tmp_path / "ledger.csv") if check.outcome is Outcome.FAILED]
    assert sorted(check.rule for check in failed) == [
        "opening-budget-approved",
        "review-units-sum",
        "years-balance",
        "years-restated",
    ]
    for check in failed:
        assert check.severity is (Severity.REVIEW if check.rule == "review-units-sum" else Severity.ERROR)
        assert all(each.place.line is not None for each in check.evidence)
    (unit,) = (check for check in failed if check.rule == "review-units-sum")
    assert THIRD in unit.subject and "201" not in unit.stated
    (budget,) = (check for check in failed if check.rule == "opening-budget-approved")
    assert budget.difference == Decimal("5.55")


def test_a_unit_that_has_not_published_leaves_the_sum_unchecked(tmp_path: Path) -> None:
    folder = city(tmp_path / "docs", departments=1)
    (unit,) = (name for name, scope in parts_of(FIRST)[1:2] if scope is Scope.UNIT)
    for path in folder.glob("*.txt"):
        if path.read_text(encoding="utf-8").startswith(f"{unit}{YEARS[0]}"):
            path.unlink()
    found = units.families(_accounts(collection.of(folder)), ledger.read(tmp_path / "ledger.csv"))
    made = [check for family in found for check in units.checks(family)]
    assert {check.outcome for check in made} == {Outcome.PASSED, Outcome.UNCHECKED}
    assert all(unit in check.reason for check in made if check.outcome is Outcome.UNCHECKED)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_city_page_tells_all_of_it(clean: tuple[Collection, Path], language: str) -> None:
    known, register = clean
    chosen = "en" if language == "en" else "zh"
    listed = ledger.read(register)
    told = page.publication(known, listed, chosen).html
    assert told.count("<tr") > DEPARTMENTS and SECOND in told
    assert "<img" in page.classes(known, chosen).html and "<img" in page.execution(known, chosen).html
    assert FIRST in page.execution(known, chosen).html
    assert ("9" if language == "en" else "9个部门年度") in page.units(known, listed, chosen).html
    assert ("Fewer than 8" if language == "en" else "不足8个") in page.standing_out(known, chosen).html
