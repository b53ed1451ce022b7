"""Numbers and units left out, placeholders left in; what only looks so is not reported."""

from __future__ import annotations

import pytest

from juesuan.checks import Outcome, Severity
from rules.made import COST, PUBLIC, errors, failures, outcomes, quoted, said


@pytest.mark.parametrize(
    "sentence",
    [
        "公务用车购置辆，公务用车保有量为2辆。",
        "公务用车购置 0 辆，公务用车保有量为  辆。",
        "国内公务接待批次 7 人，没有外宾。",
        "国内公务接待3批次，人；国外公务接待0批次，0人。",
        "因公出国(境)共计 个团组，0人。",
        "本年接待国内来访团组 个、来宾 人次（不含陪同人员）。",
        "“三公”经费支出决算为万元，完成预算的90.00%。",
        "“三公”经费支出比上年减少0.20万元，下降%。",
        "“三公”经费支出决算为，完成预算的90.00%。",
        "截至 年12月31日，没有公务用车。",
    ],
)
def test_a_blank_where_a_number_must_be_is_an_error(sentence: str) -> None:
    found = errors("blank-number", said(PUBLIC + sentence))
    assert len(found) == 1
    assert found[0].evidence[0].quote.rstrip("。；").replace(" ", "") in sentence.replace(" ", "")


@pytest.mark.parametrize(
    "sentence",
    [
        "金额单位为万元。接待批次、人次均与上年持平。",
        "国内公务接待批次 3 个，接待人次 20 人。",
        "国内公务接待3批次，人均费用不超过标准。",
        "车辆购置数量为零，公务用车辆次统计见附表。",
        "各项支出以万元为单位，5万元以下的采购由科室办理。",
        "公务接待费０.２０万元，接待２批次，１２人。",
    ],
)
def test_words_around_counts_are_no_blanks(sentence: str) -> None:
    assert outcomes("blank-number", said(PUBLIC + sentence)) == {Outcome.PASSED}


def test_a_number_on_the_next_line_is_no_blank() -> None:
    lines = "2024年度“三公”经费支出预算为3.00万元，支出决算为2.80万元，公务用车购置\n\n1 辆，公务用车保有量为 2 辆。"
    assert outcomes("blank-number", said(PUBLIC + lines)) == {Outcome.PASSED}


def test_blanks_everywhere_are_a_lost_text_layer() -> None:
    text = said(PUBLIC + "公务用车购置辆，公务用车保有量为辆。\n" * 20)
    assert outcomes("blank-number", text) == {Outcome.UNCHECKED}


@pytest.mark.parametrize(
    "sentence",
    [
        "机关运行经费比上年增加1.00万元，增长7.14。",
        "机关运行经费支出1,204.50。",
        "机关运行经费占基本支出的12.50，略有上升。",
        "机关运行经费完成年初预算的98.2；比上年减少。",
        "每年投入30资金用于维修。",
        "支出总计均为80.10。",
    ],
)
def test_a_figure_without_unit_is_an_error(sentence: str) -> None:
    found = errors("missing-unit", said(COST + sentence))
    assert len(found) == 1
    assert quoted(found[0])


@pytest.mark.parametrize(
    "sentence",
    [
        "机关运行经费支出1,204.50万元，增长7.14%。",
        "其中（单位：万元）：办公费支出3.20，差旅费支出1.10。",
        "指数由100.5上升至103.2，占地面积1200.5。",
        "业务量增长1.5倍，满意度达到98.5。",
        "2024年安排资金用于维修。",
    ],
)
def test_units_said_otherwise_are_accepted(sentence: str) -> None:
    assert outcomes("missing-unit", said(COST + sentence)) == {Outcome.PASSED}


def test_ten_thousand_without_yuan_is_a_notice() -> None:
    found = failures("missing-unit", said(COST + "会议费支出0.30万（含场地费）。"))
    assert [check.severity for check in found] == [Severity.NOTICE]


@pytest.mark.parametrize(
    "sentence", ["由XX局负责办理。", "由××科办理。", "支出____万元。", "【部门名称】编制。", "（此处填写原因）。"]
)
def test_placeholders_are_errors(sentence: str) -> None:
    assert len(errors("placeholder", said(COST + sentence))) == 1


@pytest.mark.parametrize(
    "sentence",
    ["到位率=实际到位资金/计划到位资金×100%。", "按梨发【2021】39号文件办理。", "（请见附件）设备型号为XX-200。"],
)
def test_signs_and_numbers_of_documents_are_no_placeholders(sentence: str) -> None:
    assert outcomes("placeholder", said(COST + sentence)) == {Outcome.PASSED}
