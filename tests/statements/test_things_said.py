"""The “三公” expenses, procurement, vehicles, and counts with and without numbers."""

from __future__ import annotations

import pytest

from juesuan.records import Measure
from statements.said import shorts, states


def test_three_public_expenses_in_one_sentence() -> None:
    said = states(
        "“三公”经费支出预算为9.00万元，支出决算为7.00万元，完成预算的77.78%，其中：因公出国（境）费用预算0万元，"
        "支出决算为0万元；公务用车购置及运行维护费支出决算为6.00万元；公务接待费支出决算为1.00万元。",
        "three_public",
    )
    finals = [each for each in said if each.measure is Measure.FINAL]
    assert [each.subject for each in finals] == [
        "“三公”经费",
        "因公出国（境）费",
        "公务用车购置及运行维护费",
        "公务接待费",
    ]
    assert [each.topic for each in finals] == ["three_public", *["three_public.detail"] * 3]
    assert len({each.group for each in finals}) == 1


def test_changes_of_parts_with_one_that_stayed_the_same() -> None:
    assert shorts(
        "“三公”经费支出决算数比上年减少1.00万元，下降12.50%。其中：因公出国（境）费用支出决算数与上年持平；"
        "公务接待费支出决算数比上年减少1.00万元，下降50.00%。",
        "three_public",
    ) == [
        "“三公”经费 change - 1.00万元",
        "“三公”经费 rate - 12.50%",
        "因公出国（境）费 change flat 持平",
        "公务接待费 change - 1.00万元",
        "公务接待费 rate - 50.00%",
    ]


def test_the_subject_of_a_paragraph_that_begins_with_a_part() -> None:
    *_, final, change = shorts(
        "2.公务用车购置及运行维护费支出决算为5.00万元。\n其中：公务用车购置费支出决算为2.00万元。较上年决算数增加1.00万元。",
        "three_public",
    )
    assert [final, change] == ["公务用车购置费 final 2.00万元", "公务用车购置费 change + 1.00万元"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "因公出国(境)共计1个团组,3人;公务用车购置0辆,公务用车保有量为2辆;国内公务接待4批次30人,其中:外事接待0批次,0人。",
            [
                "出国团组 count 1个团组",
                "出国人次 count 3人",
                "公务用车购置数 count 0辆",
                "公务用车保有量 count 2辆",
                "接待批次 count 4批次",
                "接待人次 count 30人",
                "外事接待批次 count 0批次",
                "外事接待人次 count 0人",
            ],
        ),
        (
            "全年安排因公出国（境）团组1个、累计3人次。购置公务用车0辆，年末公务用车保有量2辆。",
            ["出国团组 count 1个", "出国人次 count 3人次", "公务用车购置数 count 0辆", "公务用车保有量 count 2辆"],
        ),
        (
            "国内公务接待批次4个，国内公务接待人次30人，国（境）外公务接待批次0个、0人次。",
            [
                "接待批次 count 4个",
                "接待人次 count 30人",
                "国（境）外接待批次 count 0个",
                "国（境）外接待人次 count 0人次",
            ],
        ),
    ],
)
def test_groups_vehicles_and_receptions(text: str, expected: list[str]) -> None:
    assert shorts(text, "three_public") == expected
    assert {each.topic for each in states(text, "three_public")} == {"three_public.physical"}


def test_missing_numbers_are_seen_as_blanks() -> None:
    said = states(
        "公务用车购置辆，公务用车保有量为2辆；国内公务接待批次30人，其中：外事接待0批次，人。", "three_public"
    )
    blank = [each.subject for each in said if each.amount is None]
    assert blank == ["公务用车购置数", "接待批次", "外事接待人次"]
    assert all(each.measure is Measure.COUNT for each in said)


def test_missing_amounts_are_seen_as_blanks() -> None:
    said = states("“三公”经费支出决算为万元，完成年初预算的%，比上年减少 万元。", "three_public")
    assert [(each.measure, each.amount) for each in said] == [
        (Measure.FINAL, None),
        (Measure.COMPLETION, None),
        (Measure.CHANGE, None),
    ]


def test_procurement_with_small_and_micro_enterprises() -> None:
    said = states(
        "政府采购支出总额12.00万元，其中：政府采购货物支出8.00万元、政府采购工程支出0.00万元、政府采购服务支出4.00万元；"
        "授予中小企业合同金额10.00万元，占政府采购支出总额的83.33%，其中：授予小微企业合同金额6.00万元，"
        "占授予中小企业合同金额的60.00%。",
        "procurement",
    )
    total, goods, works, services, medium, medium_share, micro, micro_share = said
    assert {goods.group, works.group, services.group} == {total.group}
    assert goods.complete
    assert medium.group not in ("", total.group)
    assert micro.group == medium.group
    assert (medium_share.of, micro_share.of) == ("政府采购支出", "授予中小企业合同金额")
    assert micro_share.subject == "授予小微企业合同金额"


def test_procurement_reserved_for_small_enterprises() -> None:
    assert shorts(
        "政府采购金额（以合同签订为准）为5.00万元，其中：货物采购金额5.00万元、服务采购金额0万元。"
        "面向中小企业预留政府采购项目预算金额4.00万元，面向小微企业预留政府采购项目预算金额3.00万元。"
        "在面向中小企业预留的政府采购项目中，由中小企业供应商中标或成交的，采购金额4.00万元；"
        "在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额1.00万元。",
        "procurement",
    ) == [
        "政府采购支出 final 5.00万元",
        "政府采购货物支出 final 5.00万元",
        "政府采购服务支出 final 0万元",
        "面向中小企业预留政府采购金额 budget 4.00万元",
        "面向小微企业预留政府采购金额 budget 3.00万元",
        "中小企业预留项目成交金额 final 4.00万元",
        "其他项目中小企业成交金额 final 1.00万元",
    ]


def test_vehicles_by_kind_and_dear_equipment() -> None:
    said = states(
        "截至2023年12月31日，本单位共有车辆3辆，其中，副部（省）级及以上领导用车0辆、机要通信用车1辆、其他用车2辆，"
        "其他用车主要是老干部服务用车；单位价值100万元以上专用设备1台（套）。",
        "assets",
    )
    total, chief, mail, other, use, equipment = said
    assert total.subject == "车辆"
    assert [each.subject for each in (chief, mail, other)] == [
        "车辆/副部（省）级及以上领导用车",
        "车辆/机要通信用车",
        "车辆/其他用车",
    ]
    assert {chief.group, mail.group, other.group} == {total.group}
    assert (use.subject, use.role, use.word) == ("车辆/其他用车", "purpose", "老干部服务用车")
    assert (equipment.subject, equipment.group) == ("单价100万元以上专用设备", "")


def test_guests_told_after_a_bracket_on_foreign_ones_are_all_guests() -> None:
    said = shorts("国内公务接待9批次（其中外事接待2批次），接待来访70人次（其中外宾8人次）。", "three_public")
    assert said == [
        "接待批次 count 9批次",
        "外事接待批次 count 2批次",
        "接待人次 count 70人次",
        "外事接待人次 count 8人次",
    ]


def test_vehicles_planned_are_not_those_owned() -> None:
    said = shorts("共有车辆3辆，其中其他用车3辆；2024年拟购置公务用车1辆，其中：应急用车1辆。", "assets")
    assert said[:2] == ["车辆 count 3辆", "车辆/其他用车 count 3辆"]
    assert all(each.startswith("计划购置") for each in said[2:])
