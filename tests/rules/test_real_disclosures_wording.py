"""On real disclosures the rules on words find what is there and accuse of nothing else."""

from __future__ import annotations

import pytest

from conftest import Read
from juesuan.accounts import Accounts
from juesuan.checks import Check, Outcome, Severity
from juesuan.passages import dense
from juesuan.rules import RULES, run

MODULES = ("completeness", "contradictions", "privacy", "wording")
ERRORS = {
    "000": {
        "blank-number": 2,
        "missing-unit": 1,
        "doubled-name": 1,
        "project-name": 2,
        "denied-elsewhere": 1,
        "offices-agree": 1,
    },
    "001": {},
    "002": {"blank-number": 2, "missing-unit": 1, "report-and-table": 2},
    "003": {"report-and-table": 1, "opposite-words": 1, "statutory-term": 1, "doubled-name": 1, "personal-numbers": 1},
    "004": {},
    "shgzb": {"template-wording": 2, "item-purpose": 1, "listed-component": 1},
    "ghzyj": {"missing-unit": 1, "template-wording": 2, "body-name": 2, "account-names": 4, "listed-component": 2},
}


def _failures(accounts: Accounts) -> list[Check]:
    rules = {name: rule for name, rule in RULES.items() if rule.test.__module__.split(".")[-1].startswith(MODULES)}
    checks, crashes = run(accounts, rules)
    assert not crashes
    return [check for check in checks if check.outcome is Outcome.FAILED]


@pytest.mark.parametrize("beginning", ERRORS)
def test_errors_are_those_that_a_careful_reader_proves(accounts: Read, beginning: str) -> None:
    failures = _failures(accounts(beginning))
    counted: dict[str, int] = {}
    for check in failures:
        if check.severity is Severity.ERROR:
            counted[check.rule] = counted.get(check.rule, 0) + 1
    assert counted == ERRORS[beginning]


@pytest.mark.parametrize("beginning", ERRORS)
def test_every_quote_stands_in_the_document(accounts: Read, beginning: str) -> None:
    found = accounts(beginning)
    tables = [text for each in found.evaluations for text in (each.project, each.department)]
    words = dense("\n".join((*(each.text for each in found.paragraphs), found.cells.text, *tables)))
    for check in _failures(found):
        assert check.evidence
        for evidence in check.evidence:
            assert evidence.quote
            if check.family == "wording" and not evidence.form:
                assert dense(evidence.quote) in words, check.rule
