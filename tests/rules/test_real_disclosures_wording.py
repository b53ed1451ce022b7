"""On real disclosures the rules on words find what is there and accuse of nothing else."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from helpers.checks import Check, Outcome, Severity
from helpers.passages import dense
from helpers.rules import RULES, run
from rules.made import accounts_of

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
    "003": {"opposite-words": 1, "statutory-term": 1, "doubled-name": 1, "personal-numbers": 1},
    "004": {},
    "shgzb": {"template-wording": 2, "item-purpose": 1, "listed-component": 1},
    "ghzyj": {"missing-unit": 1, "template-wording": 2, "body-name": 2, "account-names": 4, "listed-component": 2},
}


@cache
def _failures(source: Path) -> list[Check]:
    rules = {name: rule for name, rule in RULES.items() if rule.test.__module__.split(".")[-1].startswith(MODULES)}
    checks, crashes = run(accounts_of(source), rules)
    assert not crashes
    return [check for check in checks if check.outcome is Outcome.FAILED]


@pytest.mark.parametrize("beginning", ERRORS)
def test_errors_are_those_that_a_careful_reader_proves(documents: Path, beginning: str) -> None:
    failures = _failures(next(documents.glob(f"{beginning}*")))
    counted: dict[str, int] = {}
    for check in failures:
        if check.severity is Severity.ERROR:
            counted[check.rule] = counted.get(check.rule, 0) + 1
    assert counted == ERRORS[beginning]


@pytest.mark.parametrize("beginning", ERRORS)
def test_every_quote_stands_in_the_document(documents: Path, beginning: str) -> None:
    source = next(documents.glob(f"{beginning}*"))
    accounts = accounts_of(source)
    tables = [text for each in accounts.evaluations for text in (each.project, each.department)]
    words = dense("\n".join((*(each.text for each in accounts.paragraphs), accounts.cells.text, *tables)))
    for check in _failures(source):
        assert check.evidence
        for evidence in check.evidence:
            assert evidence.quote
            if check.family == "wording" and not evidence.form:
                assert dense(evidence.quote) in words, check.rule
