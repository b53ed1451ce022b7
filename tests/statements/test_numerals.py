"""Figures and what stands in digits without being one."""

from __future__ import annotations

import pytest

from juesuan.statements.aside import masked, set_aside
from juesuan.statements.characters import shadow_of
from juesuan.statements.numerals import ABOUT, NO_UNIT, TORN, figures


def read(text: str) -> list[tuple[str, str, str]]:
    """Value, unit and doubt of each figure; an empty value for a blank."""
    shadow = shadow_of(text)
    found = figures(text, masked(shadow, set_aside(shadow)))
    return [("" if each.amount is None else str(each.amount.value), each.unit, each.doubt) for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("支出５６．７０万元", [("56.70", "万元", "")]),
        ("支出1,234.50 元", [("1234.50", "元", "")]),
        ("支出2,345.6 7万元", [("2345.67", "万元", "")]),
        ("支出12. 50 万元", [("12.50", "万元", "")]),
        ("支出7 12.40万元", [("712.40", "万元", TORN)]),
        ("增长8.25。", [("8.25", "", NO_UNIT)]),
        ("印发300余份", [("300", "份", ABOUT)]),
        ("接待费0.5万（含外宾）", [("0.5", "万元", "")]),
        ("下降-3.5%", [("-3.5", "%", "")]),
        ("设备0台（套）", [("0", "台（套）", "")]),
        ("对12个项目和3项目", [("12", "个", ""), ("3", "项", "")]),
        ("提高2.5个百分点", [("2.5", "个百分点", "")]),
    ],
)
def test_a_figure_is_read_with_its_unit_and_what_is_doubtful(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2023年度决算、2023年12月31日",
        "按照财办〔2021〕18号文件和第7号令",
        "1.一般公共服务支出；（2）其他",
        "见附件11.2和公开05表",
        "“15分钟便民圈”和《2020—2023年规划》",
        "12345热线、H5页面、4K大屏、24小时值守",
        "https://example.org/2023/11/t20231101_88.html",
        "到位率=实际到位/计划到位×100%",
        "2010301行政运行（项）",
        "（一）志书（1978-2013）编纂",
    ],
)
def test_dates_numbers_of_documents_ordinals_codes_and_names_are_set_aside(text: str) -> None:
    assert read(text) == []


def test_a_price_limit_belongs_to_the_name_of_what_is_counted() -> None:
    assert read("单价100万元（含）以上设备2台") == [("2", "台", "")]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("支出决算为万元", "万元"),
        ("比上年增长 %", "%"),
        ("涉及××个项目", "个"),
        ("公务用车购置辆，", "辆"),
        ("国内公务接待批次0人", "批次"),
        ("共计0个团组，人；", "人"),
    ],
)
def test_a_unit_without_its_number_is_a_blank(text: str, unit: str) -> None:
    assert ("", unit, "") in read(text)


def test_amounts_keep_the_characters_of_the_source() -> None:
    text = "合计１，２３４．５０万元"
    shadow = shadow_of(text)
    [figure] = figures(text, masked(shadow, set_aside(shadow)))
    assert figure.amount is not None
    assert figure.amount.displayed == "１，２３４．５０"
    assert figure.amount.decimals == 2
