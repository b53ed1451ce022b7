"""The catalogue as a whole: every rule is shown, run and tested in each outcome it is seen to have."""

from __future__ import annotations

import importlib
import pkgutil
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

import juesuan.rules
from juesuan.checks import Check, Outcome
from juesuan.examples import EXAMPLES, Example
from juesuan.rules import RULES, registry, rule, run
from readings import accounts

ROOT = Path(__file__).parents[2]
SHOWN: dict[str, set[Outcome]] = defaultdict(set)
for each in EXAMPLES:
    SHOWN[each.rule].add(each.outcome)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.rule}-{example.outcome}")
def test_example_comes_out_as_it_says(example: Example) -> None:
    checks = example.checks()
    assert example.outcome in {check.outcome for check in checks}
    if example.outcome is Outcome.PASSED:
        assert Outcome.FAILED not in {check.outcome for check in checks}
    for check in checks:
        assert check.subject
        if check.outcome is Outcome.FAILED:
            assert check.zh and check.en and check.evidence
        if check.outcome in (Outcome.UNCHECKED, Outcome.NOT_APPLICABLE):
            assert check.reason


@pytest.mark.parametrize("name", sorted(RULES))
def test_every_rule_is_shown_passing_and_failing(name: str) -> None:
    assert {Outcome.PASSED, Outcome.FAILED} <= SHOWN[name]


@pytest.mark.parametrize("source", sorted((ROOT / "data" / "raw").glob("*.pdf")), ids=lambda path: path.stem)
def test_every_outcome_seen_on_a_document_has_its_example(source: Path) -> None:
    checks, crashes = run(accounts(source))
    assert not crashes
    assert not {(check.rule, check.outcome) for check in checks if check.outcome not in SHOWN[check.rule]}


def test_every_module_of_rules_is_imported_by_the_catalogue() -> None:
    before = set(RULES)
    for module in pkgutil.iter_modules(juesuan.rules.__path__):
        importlib.import_module(f"juesuan.rules.{module.name}")
    assert set(RULES) == before, "a module of rules is declared but never run"


def _nothing(accounts: object) -> Iterator[Check]:
    """Nothing is claimed."""
    yield from ()


def test_two_rules_of_one_name_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "RULES", dict(RULES))
    name = next(iter(RULES))
    with pytest.raises(ValueError, match="two rules"):
        rule(name, family="wording", basis="", zh="无")(_nothing)


def test_a_rule_without_a_claim_or_family_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "RULES", {})
    with pytest.raises(ValueError, match="unknown family"):
        rule("new", family="other", basis="", zh="无")(_nothing)
    with pytest.raises(ValueError, match="no claim"):
        rule("new", family="wording", basis="", zh="无")(lambda accounts: iter(()))


def test_a_crashing_rule_is_reported_and_costs_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(accounts: object) -> Iterator[Check]:
        """It divides by zero."""
        yield from [1 / 0]  # type: ignore[list-item]

    monkeypatch.setattr(registry, "RULES", dict(RULES))
    rule("crashes", family="wording", basis="", zh="无")(crash)
    checks, crashes = run(EXAMPLES[0].accounts(), registry.RULES)
    assert [each.rule for each in crashes] == ["crashes"]
    assert checks
