"""The one table of severities holds for every finding of the examples and of real disclosures."""

from __future__ import annotations

import pytest

from conftest import Read
from juesuan.checks import Outcome
from juesuan.examples import EXAMPLES, Example
from juesuan.rules import RULES, run
from juesuan.rules.severities import ERRORS_OR_NOTICES, NOTICES, REVIEW, may_give

FAILING = [example for example in EXAMPLES if example.outcome is Outcome.FAILED]
DOCUMENTS = ("000", "001", "002", "003", "004", "env", "shgzb", "shiquan", "wenlv", "yichuan")


@pytest.mark.parametrize("example", FAILING, ids=lambda example: example.rule)
def test_a_rule_gives_the_severity_that_the_table_says(example: Example) -> None:
    found = {check.severity for check in example.checks() if check.outcome is Outcome.FAILED}
    assert found <= may_give(example.rule)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_table_holds_on_a_real_disclosure(accounts: Read, name: str) -> None:
    checks, _ = run(accounts(name))
    failed = [check for check in checks if check.outcome is Outcome.FAILED]
    assert not {(check.rule, check.severity) for check in failed if check.severity not in may_give(check.rule)}


def test_the_table_names_rules_that_there_are_and_each_once() -> None:
    assert not (NOTICES | ERRORS_OR_NOTICES) - set(RULES)
    assert not NOTICES & ERRORS_OR_NOTICES
    asking = {name for name, rule in RULES.items() if rule.family == "review"}
    assert asking == {name for name in RULES if name.startswith(REVIEW)}
