"""Template text, contradictory words, wrong terms, doubles and marks."""

from __future__ import annotations

import pytest

from juesuan.checks import Outcome, Severity
from rules.made import COST, OVERALL, errors, failures, outcomes, quoted, said

FUND = """政府性基金预算财政拨款收入支出决算表
公开07表
单位：万元
项目\t\t年初结转和结余\t本年收入\t本年支出\t\t\t年末结转和结余
科目代码\t科目名称\t\t\t小计\t基本支出\t项目支出\t
合计\t\t\t\t\t\t\t

注：{}
"""


@pytest.mark.parametrize(
    "sentence",
    [
        "机关运行经费下降（增长）3.20%。",
        "机关运行经费比上年增加/减少0.30万元。",
        "决算数大于（小于）预算数的主要原因是物价。",
        "主要用于会议，列明公务接待3批次。",
        "没有此项支出的，仍保留该表。",
        "请说明增减变化的原因。",
        "（本节由各单位根据实际情况填写）",
        "主要职责（请对照职能规定填写，不超过三百字）",
    ],
)
def test_template_text_is_an_error(sentence: str) -> None:
    assert len(errors("template-wording", said(COST + sentence))) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "机关运行经费增减变化不大，上升或下降都在预算之内。",
        "申请补充编制两名，邀请说明会嘉宾三名。",
        "后期根据实际情况调整人员。",
        "依法列明收费项目和标准。",
    ],
)
def test_ordinary_words_are_no_template(sentence: str) -> None:
    assert outcomes("template-wording", said(COST + sentence)) == {Outcome.PASSED}


def test_an_instruction_below_a_form_is_an_error() -> None:
    found = errors("template-wording", FUND.format("没有此类收支的，仍保留该表格式。"))
    assert len(found) == 1
    assert "仍保留该表" in quoted(found[0])


def test_opposite_words_need_a_figure() -> None:
    assert len(errors("opposite-words", said(COST + "会议费比上年减少增加0.30万元。"))) == 1
    assert outcomes("opposite-words", said(COST + "会议费的增长下降趋势明显。")) == {Outcome.PASSED}


def test_a_wrong_name_of_a_budget_is_one_error_with_all_its_places() -> None:
    text = said("八、国有资产经营预算支出情况说明\n没有国有资产经营预算支出。")
    found = errors("statutory-term", text)
    assert len(found) == 1
    assert len(found[0].evidence) == 2
    assert outcomes("statutory-term", said(COST + "国有资产经营有限公司由本馆代管。")) == {Outcome.PASSED}


@pytest.mark.parametrize(
    "sentence",
    [
        "主要用于日常开支主要用于日常开支。",
        "下降3.00%，主要原因是，主要原因是压减会议。",
        "支出2.00万元元。",
        "达到100%%，完成任务。",
    ],
)
def test_doubled_words_are_a_notice(sentence: str) -> None:
    assert [check.severity for check in failures("doubled-words", said(COST + sentence))] == [Severity.NOTICE]


@pytest.mark.parametrize(
    "sentence",
    [
        "逐项检查，一件一件落实。",
        "其他支出（款）其他支出（项）。",
        "一般公共服务支出支出决算为2.00万元。",
        "以盈利为目的的活动。",
    ],
)
def test_words_that_rightly_meet_twice_are_accepted(sentence: str) -> None:
    assert outcomes("doubled-words", said(COST + sentence)) == {Outcome.PASSED}


def test_a_heading_row_of_an_unread_table_is_no_double() -> None:
    assert outcomes("doubled-words", said(COST + "项目 预算数 全年 预算数 全年 执行数\n没有支出。")) == {Outcome.PASSED}


def test_a_doubled_part_of_the_name_is_one_error_for_all_places() -> None:
    text = said(
        OVERALL + "梨花县档案馆2024年度收入支出总计80.00万元。梨花县档案档案馆没有下属单位。梨花县档案档案馆负责保管。"
    )
    found = errors("doubled-name", text)
    assert [check.stated for check in found] == ["梨花县档案档案馆"]
    assert found[0].expected == "梨花县档案馆"


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("stray-mark", "包括水费、电费、）等。"),
        ("stray-mark", "共涉及资金3.00万元（其中办公费1.00万元。"),
        ("whole-counts", "公务用车保有量为2.00辆。"),
        ("misprint", "机关运行经费较上一度增加1.00万元。"),
    ],
)
def test_slips_are_notices(rule: str, sentence: str) -> None:
    assert [check.severity for check in failures(rule, said(COST + sentence))] == [Severity.NOTICE]


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("stray-mark", "包括“水费”、“电费”；1）会议费；2）培训费。"),
        ("whole-counts", "接待人均费用为12.50元，共2辆车。"),
        ("misprint", "本年度年金缴费2.00万元，年度年报已经公开。"),
    ],
)
def test_what_only_looks_like_a_slip_is_accepted(rule: str, sentence: str) -> None:
    assert outcomes(rule, said(COST + sentence)) == {Outcome.PASSED}


def test_a_paragraph_torn_by_a_page_is_not_unfinished() -> None:
    torn = "机关运行经费比上年减少1.00万元，主要原因是压减了会议、差旅和印刷方面的支出，\n\n并且推迟了两批设备的维修。"
    assert outcomes("unfinished-sentence", said(COST + torn)) == {Outcome.PASSED}


def test_an_ordinal_that_a_conversion_may_have_lost_is_not_missed() -> None:
    text = said("二、重点工作\n（一）整理档案\n整理，编目。\n数字化加工\n扫描，校对。\n（三）开放档案\n审核，公布。")
    assert outcomes("heading-ordinals", text) == {Outcome.PASSED}
