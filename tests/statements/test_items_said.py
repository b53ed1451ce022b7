"""Functional items by class, section and item, and economic items in lists."""

from __future__ import annotations

import pytest

from juesuan.records import Measure, Statement
from statements.said import reads, short, shorts, states

HEADED = """第三部分 2023年度部门决算情况说明
五、一般公共预算财政拨款支出决算情况说明
（三）一般公共预算财政拨款支出决算具体情况
2023年度一般公共预算财政拨款支出年初预算为14.00万元，支出决算为13.00万元，完成年初预算的92.86%。其中：
1.教育支出（类）
（1）进修及培训（款）培训支出（项）。年初预算为4.00万元，支出决算为4.00万元，完成年初预算的100.00%。
（2）进修及培训（款）干部教育（项）。年初预算为5.00万元，支出决算为5.00万元。
2.住房保障支出（类）
住房改革支出（款）住房公积金（项）。年初预算为5.00万元，支出决算为4.00万元，完成年初预算的80.00%。
"""


def of(said: tuple[Statement, ...], measure: Measure) -> list[str]:
    return [each.subject for each in said if each.measure is measure and each.amount is not None]


def test_an_item_is_named_by_its_headings_and_itself() -> None:
    said = reads(HEADED)
    assert of(said, Measure.OPENING_BUDGET) == [
        "一般公共预算财政拨款支出",
        "教育支出/进修及培训/培训支出",
        "教育支出/进修及培训/干部教育",
        "住房保障支出/住房改革支出/住房公积金",
    ]
    total, *parts = [each for each in said if each.measure is Measure.OPENING_BUDGET]
    assert total.role == "total"
    assert {part.group for part in parts} == {total.group}
    assert all(part.complete for part in parts)


def test_an_item_named_in_one_breath_with_what_it_is_used_for() -> None:
    said = states(
        "1、教育支出（类）进修及培训（款）培训支出（项）。主要用于：职工培训。全年预算为4.00万元，支出决算为3.00万元。",
        "general.items",
    )
    assert {each.subject for each in said} == {"教育支出/进修及培训/培训支出"}
    assert [(each.role, each.word) for each in said if each.role] == [("purpose", "职工培训")]


def test_items_named_with_codes_instead_of_levels() -> None:
    assert shorts(
        "2.教育（205）进修及培训（08）培训支出（03）：支出决算为3.20万元，完成预算64.00%。", "general.items"
    ) == [
        "教育/进修及培训/培训支出 final 3.20万元",
        "教育/进修及培训/培训支出 completion 64.00%",
    ]


def test_items_by_class_only() -> None:
    said = shorts("1.教育支出年初预算数为4.00万元，支出决算为3.00万元，完成年初预算的75.00%。", "general.items")
    assert said == ["教育支出 opening_budget 4.00万元", "教育支出 final 3.00万元", "教育支出 completion 75.00%"]


def test_lists_of_economic_items_belong_to_their_own_total() -> None:
    said = states(
        "一般公共预算财政拨款基本支出20.00万元，其中：人员经费15.00万元，包括基本工资8.00万元、津贴补贴7.00万元；"
        "公用经费5.00万元，主要包括办公费3.00万元、维修（护）费1.00万元等。",
        "basic",
    )
    by_subject = {each.subject: each for each in said}
    basic, people, things = (by_subject[name] for name in ("一般公共预算财政拨款基本支出", "人员经费", "公用经费"))
    assert people.group == things.group == basic.group
    assert by_subject["基本工资"].group == f"{people.paragraph}:{people.offset}"
    assert by_subject["基本工资"].complete
    assert by_subject["维修（护）费"].group == f"{things.paragraph}:{things.offset}"
    assert not by_subject["维修（护）费"].complete


def test_lists_over_several_paragraphs() -> None:
    said = states(
        "一般公共预算财政拨款基本支出20.00万元。其中：\n"
        "人员经费15.00万元，较上年决算数增加1.00万元，增长7.14%。人员经费用途包括基本工资8.00万元，津贴补贴7.00万元\n"
        "公用经费5.00万元，较上年决算数持平。",
        "basic",
    )
    finals = {each.subject: each for each in said if each.measure is Measure.FINAL}
    assert finals["人员经费"].group == finals["公用经费"].group == finals["一般公共预算财政拨款基本支出"].group
    assert finals["津贴补贴"].group == f"{finals['人员经费'].paragraph}:{finals['人员经费'].offset}"


def test_names_without_figures_are_parts_without_amounts() -> None:
    said = states("公用经费5.00万元，主要包括：办公费、维修（护）费、其他交通费用等。", "basic")
    assert [short(each) for each in said] == [
        "公用经费 final 5.00万元",
        "办公费 final",
        "维修（护）费 final",
        "其他交通费用 final",
    ]
    assert {each.role for each in said[1:]} == {"part"}
    assert not any(each.complete for each in said[1:])


def test_after_a_list_the_total_is_spoken_of_again() -> None:
    *_, change = states(
        "机关运行经费5.00万元，包括办公费3.00万元、电费2.00万元。比上年减少1.00万元。", "operating_cost"
    )
    assert (change.subject, change.measure) == ("机关运行经费", Measure.CHANGE)


@pytest.mark.parametrize(("end", "whole"), [("。", True), ("", True), ("、印刷", False), ("，其", False)])
def test_a_list_that_breaks_off_does_not_claim_to_name_all(end: str, whole: bool) -> None:
    said = states(f"公用经费5.00万元，包括办公费3.00万元、水费1.00万元{end}", "basic")
    assert {each.complete for each in said if each.role == "part"} == {whole}


def test_an_item_may_be_called_by_what_it_is_used_for() -> None:
    said = shorts("其他支出（类）彩票公益金安排的支出（款）用于体育事业的彩票公益金支出（项）3.00万元。", "fund")
    assert said == ["其他支出/彩票公益金安排的支出/用于体育事业的彩票公益金支出 final 3.00万元"]


def test_items_of_a_fund_may_be_headings() -> None:
    said = states(
        "政府性基金预算财政拨款收入3.00万元，支出3.00万元，支出具体情况如下：\n"
        "1、其他支出（类）彩票公益金安排的支出（款）用于体育事业的彩票公益金支出（项）。"
        "主要用于：修缮球场。年初预算为2.00万元，支出决算为3.00万元。",
        "fund",
    )
    item = "其他支出/彩票公益金安排的支出/用于体育事业的彩票公益金支出"
    assert [short(each) for each in said if each.amount is not None][2:] == [
        f"{item} opening_budget 2.00万元",
        f"{item} final 3.00万元",
    ]
