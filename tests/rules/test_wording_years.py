"""The year said with the accounts' own figures, with the prior year's, and in words left over."""

from __future__ import annotations

import pytest

from juesuan.checks import Outcome, Severity
from rules.made import COST, OVERALL, errors, failures, outcomes, said

OWN = "2024年度收入支出总计80.00万元。\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "2021年度收入合计80.00万元。",
        "梨花县档案馆2023年度收入支出总计80.00万元。",
        "十二、国有资产占用情况说明\n截至2022年12月31日，本部门共有车辆1辆。",
    ],
)
def test_another_year_with_own_figures_is_an_error(sentence: str) -> None:
    found = errors("own-year", said(OVERALL + OWN + sentence))
    assert [check.expected for check in found] == ["2024"]


def test_a_comparing_character_in_the_name_of_the_body_is_no_comparison() -> None:
    titled = "2024年度\n梨花县与自然馆部门决算\n"
    found = errors("own-year", titled + said(OVERALL + OWN + "梨花县与自然馆2023年度政府采购金额8.00万元。"))
    assert [check.stated for check in found] == ["2023"]


@pytest.mark.parametrize(
    "sentence",
    [
        "与2023年度相比，收入支出总计增加2.00万元。",
        "主要原因是2023年度财政拨款收入较多。",
        "按照《2022年度部门决算编制说明》填报。",
        "2023年度财政拨款支出70.00万元，2024年度为80.00万元。",
        "已按时公开2023年度部门决算。",
        "下一步，2025年度预算绩效管理将更加严格。",
        "档案馆于2019年成立，2020年12月搬迁。",
    ],
)
def test_years_rightly_cited_are_accepted(sentence: str) -> None:
    assert outcomes("own-year", said(OVERALL + OWN + sentence)) == {Outcome.PASSED}


def test_a_table_of_another_year_is_an_error() -> None:
    text = said(OVERALL + OWN) + "项目支出绩效自评表\n（2022年度）\n"
    assert [check.stated for check in errors("own-year", text)] == ["2022"]


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("与2023年度相比，支出减少1.00万元。", Outcome.PASSED),
        ("与2024年度相比，支出减少1.00万元。", Outcome.FAILED),
        ("支出决算数比2022年度减少1.00万元。", Outcome.FAILED),
        ("支出比2024年年初预算减少1.00万元。", Outcome.NOT_APPLICABLE),
        ("支出比上年减少1.00万元。", Outcome.NOT_APPLICABLE),
    ],
)
def test_comparisons_name_the_year_before(sentence: str, outcome: Outcome) -> None:
    assert outcomes("prior-year", said(COST + sentence)) == {outcome}


def test_without_a_year_nothing_is_said_of_years() -> None:
    for rule in ("own-year", "prior-year", "stale-year"):
        assert outcomes(rule, "一、部门职责\n保管档案。") == {Outcome.UNCHECKED}


def test_an_earlier_plan_in_a_report_is_a_notice() -> None:
    report = "附件1\n梨花县档案馆整体支出绩效自评报告\n一、部门概况\n依据梨花县2022年档案工作要点开展工作。\n"
    found = failures("stale-year", said(OVERALL + OWN) + report)
    assert [check.severity for check in found] == [Severity.NOTICE]
