"""What the rules over self-evaluations say of real disclosures."""

from __future__ import annotations

from collections import Counter

import pytest

from conftest import Read
from juesuan.checks import Outcome, Severity
from juesuan.rules import RULES, run

PERFORMANCE = {
    name: rule for name, rule in RULES.items() if rule.test.__module__.rpartition(".")[2].startswith("performance_")
}
ERRORS = {
    "000": {
        "all-indicators-done": 0,
        "evaluation-is-full": 1,
        "execution-complained-of": 1,
        "execution-target": 5,
        "funding-code": 1,
        "input-target": 1,
        "listed-projects-total": 1,
        "report-rates": 1,
        "result-is-a-bound": 5,
        "satisfaction-target": 5,
        "spending-within-receipts": 1,
        "target-implausible": 1,
        "target-missed": 3,
    },
    "001": {
        "all-indicators-done": 1,
        "completion-rate": 3,
        "composite-score": 1,
        "evaluated-share": 1,
        "execution-indicator": 2,
        "opening-budget-restated": 1,
        "payment-on-time": 2,
        "problems-agree": 1,
        "rate-is-money": 1,
        "target-missed": 1,
    },
    "004": {
        "evaluation-score-total": 2,
        "execution-score": 1,
        "score-follows-completion": 1,
        "score-within-weight": 1,
        "units-differ": 1,
    },
}


@pytest.mark.parametrize("beginning", sorted(ERRORS))
def test_errors_are_those_that_were_proven(accounts: Read, beginning: str) -> None:
    checks, crashes = run(accounts(beginning), PERFORMANCE)
    assert not crashes
    failed = [check for check in checks if check.outcome is Outcome.FAILED and check.severity is Severity.ERROR]
    wanted = {rule: count for rule, count in ERRORS[beginning].items() if count}
    assert Counter(check.rule for check in failed) == wanted


@pytest.mark.parametrize("beginning", sorted(ERRORS))
def test_every_failure_says_so_in_both_languages_with_its_places(accounts: Read, beginning: str) -> None:
    checks, _ = run(accounts(beginning), PERFORMANCE)
    for check in checks:
        if check.outcome is Outcome.FAILED:
            assert check.zh.endswith("。") and check.en.endswith("."), check.rule
            assert any(str(evidence.place) for evidence in check.evidence), check.rule
        if check.outcome in (Outcome.UNCHECKED, Outcome.NOT_APPLICABLE):
            assert check.reason, check.rule
