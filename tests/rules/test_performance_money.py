"""Money and numbers of self-evaluated projects: what is an error, what a notice, what neither."""

from __future__ import annotations

import pytest

from juesuan.checks import Check, Outcome, Severity
from juesuan.examples.evaluation_texts import (
    OTHER_PROJECT,
    overall_report,
    overall_table,
    part_four,
    report,
    row,
    table,
    with_forms,
)
from rules.made import checks, outcomes

SECOND = table(
    project=OTHER_PROJECT,
    funds="21\t21\t20.5\t10\t97.62%\t9.76",
    fiscal="21\t21\t20.5",
    rows=row(1, target="≤21万元", result="20.5万元"),
    total="100\t99.76",
)
FULL = "本部门对2024年度一般公共预算项目支出全面开展绩效自评，其中，一级项目{}个，共涉及资金{}万元。"
PARTLY = "本部门对2024年度{}个项目开展绩效自评，共涉及资金{}万元。"
SAID = "本项目年初预算{}万元，实际支出{}万元，执行率为{}。"


def failures(rule: str, text: str) -> list[Check]:
    return [check for check in checks(rule, text) if check.outcome is Outcome.FAILED]


def test_a_sum_takes_whole_amounts_as_fine_as_the_others() -> None:
    text = part_four(FULL.format(2, "30.20")) + table() + SECOND
    assert outcomes("evaluated-amount", text) == {Outcome.FAILED}


def test_evaluated_money_may_be_the_budget() -> None:
    assert outcomes("evaluated-amount", part_four(FULL.format(2, "31.00")) + table() + SECOND) == {Outcome.PASSED}


def test_evaluated_money_is_left_alone_where_not_all_tables_are_shown() -> None:
    assert outcomes("evaluated-amount", part_four(PARTLY.format(5, "80.00")) + table()) == {Outcome.UNCHECKED}


def test_coverage_is_an_error_only_where_it_is_called_full() -> None:
    (error,) = failures("evaluation-is-full", with_forms(part_four(FULL.format(1, "25.00"))))
    (notice,) = failures("evaluation-is-full", with_forms(part_four(PARTLY.format(1, "25.00"))))
    assert (error.severity, notice.severity) == (Severity.ERROR, Severity.NOTICE)
    assert "83.33%" in error.zh


def test_coverage_by_budget_is_not_compared_with_spending() -> None:
    text = with_forms(part_four(FULL.format(2, "31.00")) + table() + SECOND)
    assert outcomes("evaluation-is-full", text) == {Outcome.UNCHECKED}


@pytest.mark.parametrize(
    ("told", "severity"),
    [
        (FULL.format(1, "30.00"), Severity.ERROR),
        (FULL.format(3, "30.00"), Severity.NOTICE),
        (FULL.format(2, "30.00") + "本次公开反映3个项目绩效自评结果。", Severity.ERROR),
    ],
)
def test_a_number_of_projects_that_is_not_that_of_the_tables(told: str, severity: Severity) -> None:
    found = failures("project-count", part_four(told) + table() + SECOND)
    assert [check.severity for check in found] == [severity]


@pytest.mark.parametrize(
    "text",
    [
        "项目总投资90万元，3年建成，本项目年初预算10万元，实际支出9.5万元。",
        "项目预算总金额30万元，每年资金投入10万元。",
        "本项目预算资金10万元，实际使用9.5万元，节约资金0.5万元。",
    ],
)
def test_other_money_of_a_project_is_no_budget_of_the_year(text: str) -> None:
    assert failures("report-restates-project-money", report(text) + table()) == []


def test_a_report_in_yuan_restates_a_table_in_ten_thousands() -> None:
    text = report("本项目年初预算100000元，实际支出94987.50元，执行率为94.99%。") + table()
    assert failures("report-restates-project-money", text) == []
    assert failures("report-rates", text) == []


def test_a_rate_that_only_the_table_gives_is_no_error() -> None:
    text = report("本项目实际支出9.5万元，其中支付上年尾款2万元，执行率为95%。") + table()
    assert failures("report-rates", text) == []


def test_a_wrong_rate_is_an_error_with_both_sides() -> None:
    (check,) = failures("report-rates", report(SAID.format("10", "9.5", "85%")) + table())
    assert check.severity is Severity.ERROR
    assert check.expected.startswith("95")


def test_a_rate_cut_off_is_rounding() -> None:
    (check,) = [
        each for each in checks("report-rates", report(SAID.format("30.00", "28.74", "95%")) + table()) if each.left
    ]
    assert check.outcome is Outcome.ROUNDING
    assert "截去" in check.zh


@pytest.mark.parametrize(("spent", "failed"), [("9.50", False), ("9.51", False), ("9.52", True)])
def test_spending_beyond_receipts_by_more_than_rounding(spent: str, failed: bool) -> None:
    text = report(f"2024年度资金到位9.50万元和支出{spent}万元。") + table()
    assert bool(failures("spending-within-receipts", text)) is failed


def test_an_amount_without_its_unit_is_read_as_yuan_where_the_form_says_so() -> None:
    (check,) = failures("overall-report-restates-forms", with_forms(overall_report("项目支出310000。")))
    assert "310,000" in check.stated
    assert outcomes("overall-report-restates-forms", with_forms(overall_report("项目支出300000。"))) == {Outcome.PASSED}


def test_a_lone_budget_column_may_be_the_opening_one() -> None:
    text = overall_table(total="\t120\t125", basic="\t90\t89", project="\t30\t29")
    (check,) = failures("spending-within-budget", text)
    assert check.severity is Severity.NOTICE
    (check,) = failures("spending-within-budget", overall_table(total="120\t120\t125"))
    assert check.severity is Severity.ERROR


def test_central_and_local_money_below_the_fiscal_line_is_not_added_twice() -> None:
    text = table().replace("\t\t其他资金", "\t\t中央补助\t6\t6\t5.5\n\t\t地方资金\t4\t4\t4\n\t\t其他资金")
    assert failures("fund-lines-sum", text) == []


def test_a_cost_of_its_own_is_not_held_against_all_spending() -> None:
    rows = row(1, target="≤3万元", result="2.8万元")
    assert outcomes("cost-equals-spending", table(rows=rows)) == {Outcome.NOT_APPLICABLE}


def test_costs_that_make_up_the_budget_make_up_the_spending() -> None:
    rows = (*row(1, target="6万元", result="5.5万元"), ("", "成本指标", "耗材支出", "4万元", "{}万元", "0", "0", ""))
    text = table(rows=rows)
    assert outcomes("cost-equals-spending", text.format("4")) == {Outcome.PASSED}
    assert outcomes("cost-equals-spending", text.format("3")) == {Outcome.FAILED}


def test_a_cost_beyond_its_target_that_lost_points_is_counted_already() -> None:
    assert outcomes("cost-within-target", table(rows=row(1, target="8万元"))) == {Outcome.FAILED}
    assert outcomes("cost-within-target", table(rows=row(1, target="8万元", score="15"))) == {Outcome.NOT_APPLICABLE}


@pytest.mark.parametrize(
    ("goal", "result", "outcome"),
    [
        ("加工经费10万元", "加工经费完成9.5万元", Outcome.PASSED),
        ("加工经费30万元", "加工经费完成9.5万元", Outcome.FAILED),
        ("加工经费10万元", "加工经费完成5.9万", Outcome.FAILED),
        ("著录经费3万元", "著录经费完成2.9万元", Outcome.NOT_APPLICABLE),
        ("每人补助0.5万元", "已完成", Outcome.NOT_APPLICABLE),
    ],
)
def test_the_money_of_a_goal_and_of_its_result(goal: str, result: str, outcome: Outcome) -> None:
    text = table().replace("按计划加工馆藏档案\t\t\t已完成", f"{goal}\t\t\t{result}")
    assert outcomes("goal-restates-money", text) == {outcome}


def test_the_overall_table_may_state_any_of_the_forms_totals() -> None:
    text = with_forms(overall_table(total="120\t120\t120", basic="90\t90\t89.6", project="30\t30\t30"))
    (check,) = failures("overall-table-restates-forms", text)
    assert "基本支出" in check.subject
    assert any(evidence.form in ("03", "05") for evidence in check.evidence)


def test_the_overall_table_waits_for_a_form_that_was_not_read_whole() -> None:
    headings = "单位：万元\n科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出\n"
    whole = (
        f"支出决算表\n公开03表\n{headings}合计\t\t130.00\t90.00\t40.00\n201\t一般公共服务支出\t130.00\t90.00\t40.00\n\n"
    )
    general = f"一般公共预算财政拨款支出决算表\n公开05表\n{headings}合计\t\t{{}}\t90.00\t30.00\n"
    stated = overall_table(total="120\t120\t120", basic="90\t90\t90", project="30\t30\t30")
    rule = "overall-table-restates-forms"
    assert failures(rule, whole + general.format("110.00") + stated)
    assert not failures(rule, whole + general.format("120.00") + stated)
    assert not failures(rule, whole + general.format("见附件") + stated)


def test_a_code_is_cited_by_projects_that_spend_more_than_it_has() -> None:
    source = "预算资金来源：2010302科目、资金到位和支出均按计划。"
    big = table(project=OTHER_PROJECT, funds="25\t25\t24\t10\t96%\t9.6", fiscal="25\t25\t24")
    (check,) = failures("funding-code", with_forms(report(source) + table() + report(source, OTHER_PROJECT) + big))
    assert "33.5" in check.zh or "335000" in check.zh
    assert OTHER_PROJECT in check.zh


def test_an_explained_cut_is_no_notice() -> None:
    funds = "30\t10\t9.5\t10\t95%\t9.5"
    assert len(failures("budget-cut-explained", table(funds=funds, fiscal="30\t10\t9.5"))) == 1
    reasoned = row(1, reason="财政年中统一压减一般性支出")
    assert failures("budget-cut-explained", table(funds=funds, fiscal="30\t10\t9.5", rows=reasoned)) == []
