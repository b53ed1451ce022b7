"""A form printed again under another form's title, and forms that agree because their money does."""

from __future__ import annotations

from juesuan.checks import Check, Outcome
from juesuan.examples.form_set import FILLED_07, FORM_02, FORM_04, FORM_08, form_set
from juesuan.reading import read_text
from juesuan.rules import RULES, run


def copies(text: str) -> list[Check]:
    checks, crashes = run(read_text(text), {"copied-form": RULES["copied-form"]})
    assert not crashes, crashes[0].trace
    return [check for check in checks if check.outcome is Outcome.FAILED]


def test_the_income_form_under_the_title_of_the_spending_form_is_told() -> None:
    (check,) = copies(form_set(form_03=FORM_02.replace("收入决算表", "支出决算表").replace("公开02表", "公开03表")))
    assert "公开03表（支出决算表）" in check.zh
    assert "公开02表（收入决算表）逐行相同" in check.zh
    assert "财政拨款收入" in check.stated


def test_fund_and_state_capital_forms_of_the_same_money_are_told_once() -> None:
    form_08 = FILLED_07.replace("政府性基金预算", "国有资本经营预算").replace("公开07表", "公开08表")
    (check,) = copies(form_set(form_07=FILLED_07, form_08=form_08))
    assert "公开08表" in check.subject


def test_spending_that_is_all_of_the_general_budget_is_no_copy() -> None:
    assert not copies(form_set())


def test_forms_that_share_a_few_figures_are_no_copies() -> None:
    assert not copies(form_set(form_07=FILLED_07, form_08=FORM_08))
    assert not copies(form_set(form_03=FORM_04.replace("财政拨款收入支出决算总表", "支出决算表")))
