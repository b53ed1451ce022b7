"""What was read of made self-evaluations, and what was said of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from evaluations.projects import Project, Row
from juesuan.accounts import Accounts
from juesuan.checks import Check, Outcome, Severity
from juesuan.records import Indicator
from juesuan.rules import run


def lines_read(accounts: Accounts, projects: Sequence[Project]) -> int:
    """How many indicators of the projects were read as printed, each under its own project."""
    return sum(
        any(
            is_row(each, row)
            for table in accounts.evaluations
            if table.project == one.name
            for each in table.indicators
        )
        for one in projects
        for row in one.rows
    )


def is_row(indicator: Indicator, row: Row) -> bool:
    """Whether an indicator is the one printed; the unit may stand with the value or in a column of its own."""
    said = (indicator.level3, _value(indicator.target.text), _value(indicator.actual.text))
    points = (indicator.weight.text, indicator.score.text)
    sure = not (indicator.doubt or indicator.target.doubt or indicator.actual.doubt or indicator.score.doubt)
    return sure and said == (row.name, _value(row.target), _value(row.actual)) and points == (row.weight, row.score)


def _value(text: str) -> str:
    return re.sub(r"[^\d.≥≤=]", "", text)


def errors(accounts: Accounts) -> list[str]:
    """What is said to be wrong in the evaluations of a document that has nothing else."""
    return [check.zh for check in _failed(accounts) if check.family.startswith("performance")]


def is_found(accounts: Accounts, one: Project, kind: str) -> bool:
    """Whether the rule of a kind fails, and names the project."""
    return any(check.rule == kind and one.name in check.zh for check in _failed(accounts))


def _failed(accounts: Accounts) -> list[Check]:
    checks, crashes = run(accounts)
    assert not crashes
    return [each for each in checks if each.outcome is Outcome.FAILED and each.severity == Severity.ERROR]
