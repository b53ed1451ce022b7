"""Totals, changes, shares and completions as different regions word them."""

from __future__ import annotations

import pytest

from juesuan.records import Direction, Measure
from statements.said import shorts, states


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "2023年度收、支总计均为812.40万元。与上年度相比，收、支总计各减少20.10万元，下降2.41%。",
            [
                "收入支出总计 final 812.40万元",
                "收入支出总计 change - 20.10万元",
                "收入支出总计 rate - 2.41%",
            ],
        ),
        (
            "青湖县档案馆2023年度收入支出总计812.40万元，较上年决算数增加20.10万元，增长2.54%。",
            [
                "收入支出总计 final 812.40万元",
                "收入支出总计 change + 20.10万元",
                "收入支出总计 rate + 2.54%",
            ],
        ),
        (
            "本年收入、支出总计812.40万元，与2022年度相比各增加20.10万元，增长2.54%。",
            [
                "收入支出总计 final 812.40万元",
                "收入支出总计 change + 20.10万元",
                "收入支出总计 rate + 2.54%",
            ],
        ),
        (
            "本年收入总计90.00万元，支出总计90.00万元，比上年分别减少3.00万元、3.00万元，下降3.23%、3.23%。",
            [
                "收入总计 final 90.00万元",
                "支出总计 final 90.00万元",
                "收入总计 change - 3.00万元",
                "支出总计 change - 3.00万元",
                "收入总计 rate - 3.23%",
                "支出总计 rate - 3.23%",
            ],
        ),
        (
            "收入总计、支出总计分别为90.00万元、91.00万元。",
            ["收入总计 final 90.00万元", "支出总计 final 91.00万元"],
        ),
    ],
)
def test_totals_and_their_change_in_the_words_of_several_regions(text: str, expected: list[str]) -> None:
    assert shorts(text) == expected


@pytest.mark.parametrize(
    ("topic", "text", "expected"),
    [
        (
            "fiscal",
            "财政拨款收、支总决算60.00万元。",
            ["财政拨款收入支出总计 final 60.00万元"],
        ),
        (
            "income",
            "收入合计9.00万元。其中：一般公共预算财政拨款收入9.00万元，占总收入的100%。",
            [
                "本年收入合计 final 9.00万元",
                "一般公共预算财政拨款收入 final 9.00万元",
                "一般公共预算财政拨款收入 share 100%",
            ],
        ),
        (
            "general",
            "“三农事务”（款）2023年度决算10.00万元，比2023年年初预算增加5.00万元，增长100.00%。",
            ["三农事务 final 10.00万元", "三农事务 change + 5.00万元", "三农事务 rate + 100.00%"],
        ),
        (
            "operating_cost",
            "机关运行经费支出15.00万元，较2022年度增加（减少以“-”号填列）-5.50万元，增长-26.83%。",
            ["机关运行经费 final 15.00万元", "机关运行经费 change - 5.50万元", "机关运行经费 rate - 26.83%"],
        ),
        (
            "three_public",
            "公务用车购置及运行维护费3.50万元（购置费0万元，运行维护费3.50万元），比2022年增加0.50万元。",
            [
                "公务用车购置及运行维护费 final 3.50万元",
                "公务用车购置费 final 0万元",
                "公务用车运行维护费 final 3.50万元",
                "公务用车购置及运行维护费 change + 0.50万元",
            ],
        ),
        (
            "three_public",
            "“三公”经费支出4.00万元。支出数较年初预算减少1.00万元，下降20.00%；较2022年度减少2.00万元。",
            [
                "“三公”经费 final 4.00万元",
                "“三公”经费 change - 1.00万元",
                "“三公”经费 rate - 20.00%",
                "“三公”经费 change - 2.00万元",
            ],
        ),
        (
            "procurement",
            "政府采购支出总额5.00万元，其中：货物类采购支出2.00万元，占比40%；服务类采购支出3.00万元。",
            [
                "政府采购支出 final 5.00万元",
                "政府采购货物支出 final 2.00万元",
                "政府采购货物支出 share 40%",
                "政府采购服务支出 final 3.00万元",
            ],
        ),
        (
            "performance",
            "共有项目支出15个，资金总额45.00万元，全部开展绩效自评。其中评价等级为“优”的12个、“良”的3个。",
            [
                "绩效自评项目数 count 15个",
                "绩效自评金额 final 45.00万元",
                "绩效评级/优 count 12个",
                "绩效评级/良 count 3个",
            ],
        ),
    ],
)
def test_other_regions_say_it_otherwise(topic: str, text: str, expected: list[str]) -> None:
    assert shorts(text, topic) == expected


def test_a_figure_on_another_line_full_width_and_torn_is_the_same_figure() -> None:
    plain = shorts("2023年度收入支出总计1,812.40万元，比上年减少20.10万元，下降1.10%。")
    assert shorts("2023年度收入支出总计\n1,812.40万元，比上年减少20.10\n万元，下降1.10%。") == plain
    assert shorts("2023年度收入支出总计１，８１２．４０万元，比上年减少２０．１０万元，下降１．１０％。") == plain
    assert shorts("2023 年度收入支出总计 1,812.4 0 万元，比上年减少 20.1 0 万元，下降 1.10 %。") == plain


def test_a_rate_without_its_sign_stays_a_rate_in_doubt() -> None:
    *_, rate = states("收入支出总计50.00万元，比上年增加5.00万元，增长11.11。")
    assert (rate.measure, rate.direction) == (Measure.RATE, Direction.INCREASE)
    assert rate.amount is not None
    assert rate.amount.unit == ""
    assert rate.doubt


@pytest.mark.parametrize("words", ["增长下降", "下降（增长）", "增长/下降"])
def test_a_template_word_takes_the_direction_of_the_change_and_stays_visible(words: str) -> None:
    change, rate = states(f"“三公”经费支出决算数比上年减少0.20万元，{words}10.00%。", "three_public")
    assert (change.direction, rate.direction) == (Direction.DECREASE, Direction.DECREASE)
    assert rate.word == words


def test_a_template_word_without_anything_to_tell_has_no_direction() -> None:
    change, _ = states("机关运行经费比上年增加（减少）0.20万元，增长（下降）1.00%。", "operating_cost")
    assert change.direction is Direction.NONE


def test_parts_with_shares_belong_to_their_total() -> None:
    total, *parts = states(
        "本年支出合计40.00万元，其中：基本支出30.00万元，占75.00%；项目支出10.00万元，占25.00%。", "expenditure"
    )
    assert total.subject == "本年支出合计"
    assert total.role == "total"
    assert {part.group for part in parts} == {total.group}
    assert [part.subject for part in parts] == ["基本支出", "基本支出", "项目支出", "项目支出"]
    assert [part.measure for part in parts] == [Measure.FINAL, Measure.SHARE, Measure.FINAL, Measure.SHARE]
    assert all(part.complete for part in parts)


def test_a_list_torn_by_a_page_goes_on() -> None:
    said = states(
        "支出用于以下方面：教育支出（类）20.00万元，占50.00%；\n住房保障支出（类）20.00万元，占50.00%。",
        "general.structure",
    )
    assert len({each.group for each in said}) == 1
    assert [each.subject for each in said if each.measure is Measure.FINAL] == ["教育支出", "住房保障支出"]
