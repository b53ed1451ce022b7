"""Which forms the accounts of a year must have."""

from __future__ import annotations

import pytest

from juesuan.checks import Outcome
from juesuan.examples.forms import FORMS
from juesuan.forms.statutory import FORMS as DESCRIPTIONS
from juesuan.reading import read_text
from juesuan.rules import RULES, run


@pytest.mark.parametrize(("year", "due"), [("2016", False), ("2019", False), ("2020", True), ("2025", True)])
def test_the_state_capital_form_is_due_from_the_accounts_of_2020(year: str, due: bool) -> None:
    text = f"{year}年度部门决算\n{FORMS}".replace("2024年度", f"{year}年度")
    checks, _ = run(read_text(text), {"statutory-forms": RULES["statutory-forms"]})
    assert any("国有资本经营" in check.subject for check in checks) is due
    assert all(check.outcome is not Outcome.NOT_APPLICABLE for check in checks)


@pytest.mark.parametrize("year", ["", "2016", "2024"])
def test_forms_that_are_never_due_by_themselves_are_not_asked_for(year: str) -> None:
    due = {form.number for form in DESCRIPTIONS if form.is_due(year)}
    assert not due & {"10", "11"} and {"01", "02", "03", "04", "05", "06", "07", "09"} <= due
