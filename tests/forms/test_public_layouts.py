"""Layouts of form 09, the three public expenses, as regions print them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from forms.made import read


def test_three_public_items_in_rows() -> None:
    _, facts = read(
        "“三公”经费支出决算表\n单位：万元\n项目\t预算数\t决算数\n合计\t9.00\t7.00\n1.因公出国（境）费\t\t\n"
        "2.公务接待费\t3.00\t2.00\n3.公务用车购置及运行维护费\t6.00\t5.00\n其中：公务用车购置费\t\t\n"
        "公务用车运行维护费\t6.00\t5.00\n"
    )
    keys = {fact.key: fact.amount.value for fact in facts}
    assert keys["final:total"] == 7
    assert keys["budget:running"] == 6
    assert keys["final:vehicles"] == 5
    assert "final:abroad" not in keys


def test_three_public_in_pairs_of_budget_and_final() -> None:
    _, facts = read(
        "财政拨款“三公”经费支出决算表\n单位：万元\n"
        "合计\t\t因公出国（境）费\t\t公务用车购置及运行维护费\t\t\t\t\t\t公务接待费\t\n"
        "\t\t\t\t小计\t\t公务用车购置费\t\t公务用车运行维护费\t\t\t\n"
        "预算数\t决算数\t预算数\t决算数\t预算数\t决算数\t预算数\t决算数\t预算数\t决算数\t预算数\t决算数\n"
        "9.00\t7.00\t0.00\t0.00\t6.00\t5.00\t0.00\t0.00\t6.00\t5.00\t3.00\t2.00\n"
    )
    keys = {fact.key: fact.amount.value for fact in facts}
    assert (keys["budget:total"], keys["final:total"], keys["final:running"], keys["budget:reception"]) == (9, 7, 5, 3)


def test_counts_below_three_public_end_where_something_else_begins() -> None:
    _, facts = read(
        "财政拨款“三公”经费支出决算表\n单位：万元\n项目\t预算数\t决算数\n合计\t9.00\t7.00\n公务接待费\t3.00\t2.00\n"
        "公务用车购置及运行维护费\t6.00\t5.00\n公务用车运行维护费\t6.00\t5.00\n\n"
        "注：本表反映三公经费。\n项目\t统计数\t项目\t统计数\n"
        "公务用车保有量（辆）\t3\t国内公务接待批次（个）\t4\n"
        "\n十、自评情况\n名称\t年度目标\t数值\n接待\t≥30批次\t50\n宣讲\t≥500人次\t50\n"
    )
    assert [(fact.item, fact.amount.value) for fact in facts if fact.key == "count"] == [
        ("公务用车保有量（辆）", 3),
        ("国内公务接待批次（个）", 4),
    ]


IN_BLOCKS = """财政拨款“三公”经费支出决算表
单位：万元
预算数：合计{0}出国费{0}公务用车小计{0}公务用车购置费{0}公务用车运行维护费{0}公务接待费{0}\
决算数：合计{0}出国费{0}公务用车小计{0}公务用车购置费{0}公务用车运行维护费{0}公务接待费
9.00{0}0.00{0}6.00{0}0.00{0}6.00{0}3.00{0}7.00{0}0.00{0}5.00{0}0.00{0}5.00{0}2.00
"""


@pytest.mark.parametrize("between", ["\t", ","])
def test_blocks_that_only_their_first_heading_names(between: str) -> None:
    _, facts = read(f'"部门：梨花县档案馆","单位：万元"\n{IN_BLOCKS.format(between)}')
    keys = {fact.key: fact.amount.value for fact in facts}
    assert (keys["budget:total"], keys["budget:reception"]) == (9, 3)
    assert (keys["final:total"], keys["final:running"], keys["final:reception"]) == (7, 5, 2)


BESIDE_OTHERS = """“三公”经费、机关运行经费、国有资产占用及政府采购情况表
公开09表
单位：万元
项目\t预算数\t决算数\t项目\t决算数
一、“三公”经费支出\t—\t—\t二、机关运行经费\t21.50
（一）支出合计\t9.00\t7.00\t（一）行政单位\t21.50
1.因公出国（境）费\t0.00\t0.00\t三、国有资产占用情况\t—
2.公务用车购置及运行维护费\t6.00\t5.00\t（一）车辆数合计（辆）\t2
（1）公务用车购置费\t0.00\t0.00\t1.应急保障用车\t2
（2）公务用车运行维护费\t6.00\t5.00\t四、政府采购支出信息\t—
3.公务接待费\t3.00\t2.00\t（一）政府采购支出合计\t4.20
"""


def test_three_public_beside_operating_cost_vehicles_and_procurement() -> None:
    forms, facts = read(BESIDE_OTHERS)
    assert [form.number for form in forms] == ["09"]
    keys = {fact.key: fact.amount.value for fact in facts if ":" in fact.key and fact.amount.value}
    procurement = keys.pop("final:政府采购支出合计")
    assert procurement == Decimal("4.2")
    assert keys == {
        "budget:total": 9,
        "budget:vehicles": 6,
        "budget:running": 6,
        "budget:reception": 3,
        "final:total": 7,
        "final:vehicles": 5,
        "final:running": 5,
        "final:reception": 2,
        "final:operating": Decimal("21.5"),
    }
    assert [(fact.item, fact.amount.unit) for fact in facts if fact.key == "count"] == [
        ("（一）车辆数合计（辆）", "辆"),
        ("1.应急保障用车", "辆"),
    ]


ITEMS = "三公经费合计\t因公出国（境）费\t公务用车购置费\t公务用车运行维护费\t公务用车小计\t公务接待费\n"


def test_blocks_below_lines_that_say_their_measure() -> None:
    _, facts = read(
        "财政拨款“三公”经费支出决算表\n部门：某局\t\t\t单位：万元\n"
        f"2024年度预算数\n{ITEMS}9.00\t0.00\t0.00\t6.00\t6.00\t3.00\n"
        f"2024年度决算数\n{ITEMS}7.00\t0.00\t0.00\t5.00\t5.00\t2.00\n"
        f"2023年度决算数\n{ITEMS}8.00\t0.00\t0.00\t5.50\t5.50\t2.50\n"
        "相关统计数\n公务用车购置（辆）\t公务用车保有量（辆）\t国内公务接待批次（个）\n0\t4\t72\n"
    )
    keys = {fact.key: str(fact.amount.value) for fact in facts if fact.key != "count"}
    assert [keys[f"{measure}:vehicles"] for measure in ("budget", "final", "prior")] == ["6.00", "5.00", "5.50"]
    assert [keys[f"{measure}:reception"] for measure in ("budget", "final", "prior")] == ["3.00", "2.00", "2.50"]
    assert {fact.column for fact in facts if fact.key == "final:total"} == {"2024年度决算数/三公经费合计"}
    assert [(fact.item, fact.amount.value) for fact in facts if fact.key == "count"] == [
        ("公务用车购置（辆）", 0),
        ("公务用车保有量（辆）", 4),
        ("国内公务接待批次（个）", 72),
    ]


def test_a_grand_total_with_meetings_and_training_is_not_the_three_public_total() -> None:
    _, facts = read(
        "财政拨款“三公”经费及会议费、培训费支出决算表\n单位：万元\n"
        "项目\t总计\t“三公”经费/小计\t因公出国（境）费\t公务接待费\t公务用车购置及运行维护费\t会议费\t培训费\n"
        "预算数\t20.00\t12.00\t\t5.00\t7.00\t3.00\t5.00\n决算数\t16.00\t10.00\t\t4.00\t6.00\t2.00\t4.00\n"
    )
    keys = {fact.key: str(fact.amount.value) for fact in facts}
    assert (keys["budget:total"], keys["final:total"], keys["final:meetings"]) == ("12.00", "10.00", "2.00")
