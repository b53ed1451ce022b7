"""Names of projects and listed components against tables."""

from __future__ import annotations

import pytest

from juesuan.checks import Outcome, Severity
from rules.made import errors, failures, outcomes, quoted, said

TABLE = """项目支出绩效自评表
（2024年度）
项目名称\t{}\t\t\t
主管部门\t梨花县档案馆\t实施单位\t梨花县档案馆\t
项目预算执行情况（万元）\t预算数：\t9\t执行数：\t8
一级指标\t二级指标\t三级指标\t预期指标值\t实际完成指标值
产出指标\t数量指标\t整理档案数量\t≥50卷\t60卷
"""
LISTED = (
    "第四部分 预算绩效情况说明\n一、预算绩效管理工作开展情况\n"
    "对库房设备维护费、{0}等2个项目开展了自评。\n附件1：自评报告（{0}）\n\n"
)
REPORT = "附件1\n“{}”项目支出绩效自评报告\n一、项目基本情况\n修复受损档案。\n二、主要绩效\n按期完成。\n\n"
FORM_06 = """一般公共预算财政拨款基本支出决算明细表
公开06表
单位：万元
人员经费\t\t\t公用经费\t\t
科目代码\t科目名称\t决算数\t科目代码\t科目名称\t决算数
301\t工资福利支出\t75.00\t302\t商品和服务支出\t15.00
30101\t基本工资\t75.00\t30201\t办公费\t15.00
\t\t\t30202\t印刷费\t{}
\t\t\t30299\t其他商品和服务支出\t0.00
\t人员经费合计\t75.00\t\t公用经费合计\t15.00
"""
BASIC = "六、一般公共预算财政拨款基本支出决算情况说明\n基本支出90.00万元，其中：公用经费15.00万元，主要包括：{}。"


@pytest.mark.parametrize(
    ("listed", "table", "severities"),
    [
        ("老旧档案修复费", "2024年度老旧档案修复费", []),
        ("老旧档案修复人员经费", "老旧档案修复经费", []),
        ("老旧档案抢救修复费", "老旧档案修复费", [Severity.ERROR]),
        ("防火系统改造费", "老旧档案修复费", []),
    ],
)
def test_a_table_calls_the_project_as_the_list_does(listed: str, table: str, severities: list[Severity]) -> None:
    text = said(LISTED.format(listed)) + TABLE.format(table)
    assert [check.severity for check in failures("project-name", text)] == severities


def test_a_project_named_otherwise_once_is_a_notice() -> None:
    text = said("一、其他\n组织实施了老旧档案抢救修复费项目。") + TABLE.format("老旧档案修复费")
    assert {check.severity for check in failures("project-name", text)} <= {Severity.NOTICE}


@pytest.mark.parametrize(
    ("report", "table", "outcome"),
    [
        ("档案修复", "档案修复费", Outcome.PASSED),
        ("档案修复", "档案数字化费", Outcome.FAILED),
    ],
)
def test_a_report_and_its_table_are_on_one_project(report: str, table: str, outcome: Outcome) -> None:
    assert outcomes("report-and-table", REPORT.format(report) + TABLE.format(table)) == {outcome}


@pytest.mark.parametrize(
    ("told", "table", "found"),
    [
        ("老旧档案抢救修复经费", "老旧档案抢救修复经费", 0),
        ("老旧档案抢救修复经费", "老旧档案紧急抢救修复经费", 1),
        ("库房设备维护费", "老旧档案修复费", 0),  # whose tables stand in an annex
    ],
)
def test_a_result_told_before_its_table_calls_the_project_as_the_table_does(told: str, table: str, found: int) -> None:
    results = f"二、项目绩效自评结果\n1.{told}项目绩效自评情况\n自评得分95分。\n\n"
    prose = said(f"第四部分 预算绩效情况说明\n一、预算绩效管理工作开展情况\n开展了自评。\n{results}")
    assert len(errors("report-and-table", prose + TABLE.format(table))) == found


@pytest.mark.parametrize(
    ("listed", "shown", "outcome"),
    [
        ("办公费、其他费用", "0.00", Outcome.PASSED),
        ("办公费、印刷费支出", "0.00", Outcome.FAILED),
        ("办公费、印刷费", "", Outcome.FAILED),
        ("办公费15.00万元、印刷费0.00万元", "0.00", Outcome.PASSED),
    ],
)
def test_what_is_listed_as_a_component_was_spent(listed: str, shown: str, outcome: Outcome) -> None:
    assert outcomes("listed-component", FORM_06.format(shown) + said(BASIC.format(listed))) == {outcome}


def test_all_unspent_components_of_a_sentence_are_one_error() -> None:
    found = errors("listed-component", FORM_06.format("0.00") + said(BASIC.format("印刷费、其他商品和服务支出")))
    assert len(found) == 1
    assert "30202 印刷费 0.00" in quoted(found[0])
