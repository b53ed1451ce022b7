"""Rules over forms on the real disclosures, and where they must hold back."""

from __future__ import annotations

from collections import Counter

import pytest

from conftest import Read
from juesuan.accounts import Accounts
from juesuan.checks import Check, Outcome, Severity
from juesuan.examples.form_set import FILLED_07, FORM_03, form_set
from juesuan.forms import recognise
from juesuan.identities.evaluate import PLACED
from juesuan.readers import load_text
from juesuan.rules import RULES, run

FAMILIES = ("table_sum", "cross_table")
FORM_RULES = {name: rule for name, rule in RULES.items() if rule.family in FAMILIES}


def checks_on(text: str) -> list[Check]:
    forms, facts = recognise(load_text(text, "made"))
    return _run(Accounts("made", "", "", "", forms=forms, facts=facts))


def _run(accounts: Accounts) -> list[Check]:
    checks, crashes = run(accounts, FORM_RULES)
    assert not crashes
    return checks


def failed(checks: list[Check], *rules: str) -> list[Check]:
    return [check for check in checks if check.outcome is Outcome.FAILED and (not rules or check.rule in rules)]


@pytest.mark.parametrize(
    ("document", "found"),
    [
        ("000", {("medical-subsidy-account", Severity.ERROR): 1, ("basic-items-without-projects", Severity.NOTICE): 1}),
        ("001", {("medical-subsidy-account", Severity.NOTICE): 1}),
        ("002", {("medical-subsidy-account", Severity.ERROR): 1, ("basic-items-without-projects", Severity.NOTICE): 1}),
        ("003", {}),
        ("004", {}),
        ("ghzyj", {("basic-items-without-projects", Severity.NOTICE): 2}),
        ("shgzb", {}),
    ],
)
def test_a_real_document_fails_only_where_it_is_wrong(
    accounts: Read, document: str, found: dict[tuple[str, Severity], int]
) -> None:
    checks = _run(accounts(document))
    assert Counter((check.rule, check.severity) for check in failed(checks)) == found
    assert not [check for check in checks if check.outcome is Outcome.UNCHECKED and check.reason != PLACED]


def test_a_finding_quotes_every_row_it_rests_on(accounts: Read) -> None:
    (finding,) = failed(_run(accounts("000")), "medical-subsidy-account")
    quotes = " ".join(item.quote for item in finding.evidence)
    assert all(figure in quotes for figure in ("46,289.71", "0.00", "278,684.79", "232,395.08"))
    assert {item.form for item in finding.evidence} == {"05", "06"}


def test_forms_that_agree_pass_throughout() -> None:
    checks = checks_on(form_set())
    assert {check.outcome for check in checks} == {Outcome.PASSED, Outcome.NOT_APPLICABLE}


def test_a_blank_part_is_nothing_and_a_blank_total_no_zero() -> None:
    checks = checks_on(form_set(("05", "2010301\t行政运行\t70.00\t70.00\t", "2010301\t行政运行\t\t70.00\t")))
    assert not failed(checks, "row-sums")
    assert failed(checks, "function-levels"), "the section's items no longer reach its total"


def test_a_section_without_items_does_not_fail() -> None:
    text = form_set(("05", "2080505\t机关事业单位基本养老保险缴费支出\t20.00\t20.00\t\n", ""))
    assert not failed(checks_on(text), "function-levels", "row-sums")


def test_an_unknown_column_with_money_holds_the_row_sum_back() -> None:
    text = (
        "支出决算表\n单位：万元\n科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出\t上缴上级支出\t经营支出\t"
        "对附属单位补助支出\t结转下级支配\n合计\t\t9.00\t5.00\t3.00\t\t\t\t1.00\n"
    )
    (check,) = [check for check in checks_on(text) if check.rule == "row-sums" and "“合计”" in check.subject]
    assert check.outcome is Outcome.UNCHECKED


@pytest.mark.parametrize(("last", "outcome"), [("公务接待费", Outcome.FAILED), ("其他费用", Outcome.UNCHECKED)])
def test_an_unknown_heading_holds_the_sum_of_three_public_back(last: str, outcome: Outcome) -> None:
    text = (
        f"“三公”经费支出决算表\n单位：万元\n合计\t因公出国（境）费\t公务用车购置及运行维护费\t{last}\n"
        "9.00\t1.00\t5.00\t2.00\n"
    )
    sums = [check for check in checks_on(text) if check.rule == "three-public-sums"]
    assert outcome in {check.outcome for check in sums}
    assert len(failed(sums)) == (outcome is Outcome.FAILED)


def test_spending_from_other_money_only_bounds_the_general_budget() -> None:
    other = (
        ("01", "八、其他收入\t8\t", "八、其他收入\t8\t5.00"),
        ("03", "行政运行\t70.00\t70.00", "行政运行\t75.00\t75.00"),
    )
    assert not failed(checks_on(form_set(*other)), "general-within-all")
    assert failed(checks_on(form_set(other[1])), "general-within-all")


def test_fund_money_is_followed_into_its_form() -> None:
    text = form_set(
        ("04", "二、政府性基金预算财政拨款\t2\t", "二、政府性基金预算财政拨款\t2\t5.00"),
        ("04", "政府性基金预算财政拨款\t30\t", "政府性基金预算财政拨款\t30\t2.00"),
        ("04", "本年支出合计\t59\t120.00\t120.00\t", "本年支出合计\t59\t126.00\t120.00\t6.00"),
        form_07=FILLED_07,
    )
    restated = {
        check.subject.split("：")[0]: check.outcome for check in checks_on(text) if check.rule == "restated-totals"
    }
    assert restated["政府性基金预算财政拨款支出"] is Outcome.PASSED
    assert restated["政府性基金预算本年收入"] is Outcome.PASSED
    assert restated["政府性基金预算年初结转和结余"] is Outcome.PASSED
    assert restated["政府性基金预算年末结转和结余"] is Outcome.UNCHECKED


def test_three_public_items_in_rows_are_summed_like_columns() -> None:
    form = (
        "“三公”经费支出决算表\n单位：万元\n项目\t行次\t预算数\t决算数\n栏次\t\t1\t2\n合计\t1\t9.00\t{}\n"
        "因公出国（境）费\t2\t\t\n公务接待费\t3\t3.00\t2.00\n国内接待费\t4\t\t2.00\n"
        "公务用车购置及运行维护费\t5\t6.00\t5.00\n公务用车购置费\t6\t\t\n公务用车运行维护费\t7\t6.00\t5.00\n"
    )
    assert not failed(checks_on(form.format("7.00")))
    assert len(failed(checks_on(form.format("8.00")), "three-public-sums")) == 1


def test_a_total_table_with_headed_groups_is_not_accused() -> None:
    text = (
        "财政拨款收入支出决算总表\n单位：万元\n收入\t\t支出\t\t\t\t\n"
        "项目\t金额\t项目\t合计\t一般公共预算财政拨款\t政府性基金预算财政拨款\t国有资本经营预算财政拨款\n"
        "一、本年收入\t10.00\t一、本年支出\t11.00\t10.00\t1.00\t\n"
        "（一）一般公共预算财政拨款\t9.00\t（一）一般公共服务支出\t10.00\t10.00\t\t\n"
        "（二）政府性基金预算财政拨款\t1.00\t（二）城乡社区支出\t1.00\t\t1.00\t\n"
        "二、上年结转\t1.00\t二、年末结转\t\t\t\t\n（一）一般公共预算财政拨款\t1.00\t\t\t\t\t\n"
        "总计\t11.00\t总计\t11.00\t10.00\t1.00\t\n"
    )
    assert not failed(checks_on(text))


def test_doubtful_figures_are_not_accused() -> None:
    text = form_set(("05", "行政运行\t70.00\t70.00", "行政运行\t70.00\t见说明"))
    checks = checks_on(text)
    assert not failed(checks)
    assert [check for check in checks if check.outcome is Outcome.UNCHECKED and "见说明" in check.reason]


def test_more_by_function_than_its_only_account_is_an_error_and_less_is_none() -> None:
    more = checks_on(form_set(("06", "基本养老保险缴费\t20.00", "基本养老保险缴费\t19.00")))
    less = checks_on(form_set(("06", "基本养老保险缴费\t20.00", "基本养老保险缴费\t21.00")))
    assert [check.severity for check in failed(more, "function-within-account")] == [Severity.ERROR]
    assert not failed(less, "function-within-account")


def test_a_blank_beside_other_final_figures_of_form_09_is_nothing_spent() -> None:
    abroad = ("06", "30211\t差旅费\t6.00", "30212\t因公出国（境）费用\t6.00")
    (check,) = failed(
        checks_on(form_set(abroad, ("09", "6.50\t0.00\t5.00", "6.50\t\t5.00"))), "three-public-by-account"
    )
    assert "（空白）的0万元" in check.zh
    empty = ("09", "6.50\t0.00\t5.00\t0.00\t5.00\t1.50", "\t\t\t\t\t")
    assert not failed(checks_on(form_set(abroad, empty)), "three-public-by-account")


def test_sums_over_a_form_of_which_little_was_read_are_not_accused() -> None:
    upper = FORM_03[FORM_03.index("201\t") : FORM_03.index("20805\t")]
    checks = [check for check in checks_on(form_set(("03", upper, ""))) if check.rule == "function-levels"]
    assert not failed(checks)
    assert any("可能没有读全" in check.reason for check in checks)
    one_row = FORM_03[FORM_03.index("2010301\t") : FORM_03.index("2010302\t")]
    assert failed(checks_on(form_set(("03", one_row, ""))), "function-levels")


def test_a_column_of_the_year_before_is_no_part_of_a_row() -> None:
    text = (
        "支出决算表\n单位：万元\n科目编码\t科目名称\t上年决算数\t本年支出合计\t基本支出\t项目支出\t上缴上级支出\t经营支出\t"
        "对附属单位补助支出\n合计\t\t7.00\t9.00\t5.00\t3.00\t\t\t\n"
    )
    assert failed(checks_on(text), "row-sums")
