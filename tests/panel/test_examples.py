"""The examples that have a year before and a budget: one chain, from what was approved to what was closed with."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan import across, budget_year, collection, execution
from juesuan.checks import Check, Outcome, Severity
from juesuan.findings import Weight
from juesuan.kinds.kind import Kind

RAW = Path(__file__).parents[2] / "data" / "raw"
FULL_MARKS = 100
HELD = (Outcome.PASSED, Outcome.ROUNDING)


@pytest.mark.parametrize(
    ("name", "body", "years"),
    [("yunxi-statistics-bureau", "云汐市统计局", "2023 2024"), ("nanyu-social-work", "南屿县社会工作部", "2022 2023")],
)
def test_the_budget_and_the_year_before_agree_with_the_accounts(name: str, body: str, years: str) -> None:
    known = collection.of(sorted(RAW.glob(f"{name}*")))
    found = [each.accounts for each in known.audits]
    assert {each.department for each in found} == {body}
    assert not any(each.doubts for each in found)
    assert [each.year for each in found if each.kind is Kind.FINAL_ACCOUNTS] == years.split()
    assert [each.year for each in found if each.kind is Kind.BUDGET] == years.split()[1:]
    assert not any(audit.weighing(Weight.ERROR) for audit in known.audits)
    totals = [table.total_score.amount for each in found for table in each.evaluations]
    assert all(total is None or total.value <= FULL_MARKS for total in totals)  # no form's total is taken for a score
    (pair,), (years_pair,) = budget_year.together(found), across.consecutive(found)
    made: list[Check] = [*across.checks(years_pair), *budget_year.checks(pair), *execution.checks(pair)]
    rules = {"years-restated", "opening-budget-approved", "review-executed-against-approved"}
    assert rules <= {check.rule for check in made if check.outcome in HELD}
    assert {check.severity for check in made if check.outcome is Outcome.FAILED} == {Severity.REVIEW}
    assert not any(check.outcome is Outcome.UNCHECKED for check in made)
