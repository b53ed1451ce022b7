"""Completions, shares and comparisons: what a figure is said to be of, and of which year."""

from __future__ import annotations

import pytest

from juesuan.records import Direction, Measure
from statements.said import shorts, states


def test_budget_final_and_completion_of_one_account() -> None:
    assert shorts(
        "年初预算为50.00万元，全年预算为60.00万元，支出决算为57.00万元，完成全年预算数的95.00%。决算数小于全年预算数。",
        "general",
    ) == [
        "一般公共预算财政拨款支出 opening_budget 50.00万元",
        "一般公共预算财政拨款支出 budget 60.00万元",
        "一般公共预算财政拨款支出 final 57.00万元",
        "一般公共预算财政拨款支出 completion 95.00%",
        "一般公共预算财政拨款支出 final below 小于",
    ]


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("完成年初预算的90.00%", "年初预算"),
        ("完成预算90.00%", "预算"),
        ("为年初预算的90.00%", "年初预算"),
        ("占年初预算的90.00%", "年初预算"),
        ("完成全年预算数的90.00%", "全年预算数"),
    ],
)
def test_a_completion_tells_which_budget_it_is_of(text: str, of: str) -> None:
    *_, completion = states(f"支出决算为9.00万元，{text}。", "general")
    assert (completion.measure, completion.of) == (Measure.COMPLETION, of)


def test_a_share_tells_what_it_is_a_share_of() -> None:
    _, share = states("一般公共预算财政拨款支出40.00万元，占本年支出合计的80.00%。", "general")
    assert (share.measure, share.of) == (Measure.SHARE, "本年支出合计")


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("“三公”经费决算6.00万元，比2019年决算数减少4.00万元。", "2019年"),
        ("“三公”经费决算6.00万元，比2023年年初预算减少4.00万元。", "年初预算"),
        ("“三公”经费决算6.00万元，比2022年年初预算减少4.00万元。", "2022年年初预算"),
        ("“三公”经费决算6.00万元，与2022年年初预算相比，减少4.00万元。", "2022年年初预算"),
        ("“三公”经费决算6.00万元，比2022年预算10.00万元减少4.00万元。", "2022年预算"),
    ],
)
def test_a_change_against_another_year_names_it(text: str, of: str) -> None:
    assert [each.of for each in states(text, "three_public") if each.measure is Measure.CHANGE] == [of]


def test_another_years_budget_is_none_of_this_year() -> None:
    said = states("“三公”经费决算6.00万元，比2022年预算10.00万元减少4.00万元。", "three_public")
    assert [each.period for each in said if each.measure is Measure.BUDGET] == ["prior"]


@pytest.mark.parametrize(
    ("topic", "text", "subject"),
    [
        ("general.structure", "其他支出支出5.00万元。", "其他支出"),
        ("basic", "一般公共财政拨款基本支出90.00万元。", "一般公共预算财政拨款基本支出"),
        ("three_public", "（三）公务接待费支出2.00万元。", "公务接待费"),
        ("three_public", "公务车运行维护费支出2.00万元。", "公务用车运行维护费"),
    ],
)
def test_an_account_has_one_name_however_it_is_written(topic: str, text: str, subject: str) -> None:
    assert [each.subject for each in states(text, topic)] == [subject]


def test_a_figure_of_an_announced_account_is_not_inferred() -> None:
    said = states("2.公务接待费。支出决算为2.00万元，比上年增加1.00万元。", "three_public")
    assert {each.subject for each in said} == {"公务接待费"}
    assert not any(each.inferred for each in said)


def test_a_change_against_a_budget_is_none_against_the_year_before() -> None:
    change, rate = states("机关运行经费比年初预算数减少2.00万元，降低4.00%。", "operating_cost")
    assert (change.of, rate.of) == ("年初预算数", "年初预算数")


@pytest.mark.parametrize(
    ("text", "direction", "of"),
    [
        ("决算数小于预算数的主要原因是节约。", Direction.BELOW, "预算数"),
        ("决算数大于年初预算数。", Direction.ABOVE, "年初预算数"),
        ("决算数等于预算数。", Direction.EQUAL, "预算数"),
        ("决算数与全年预算数持平。", Direction.EQUAL, "全年预算数"),
        ("决算数同预算数一致。", Direction.EQUAL, "预算数"),
        ("较上年决算数持平。", Direction.FLAT, ""),
        ("与2022年度决算数相比无增减变化。", Direction.FLAT, ""),
    ],
)
def test_comparisons_without_a_figure_are_statements_too(text: str, direction: Direction, of: str) -> None:
    *_, said = states(f"会议费支出3.00万元，{text}", "operating_cost")
    assert (said.subject, said.direction, said.of, said.amount) == ("会议费", direction, of, None)


def test_figures_said_in_explanation_are_kept_apart() -> None:
    said = states(
        "一般公共预算财政拨款支出40.00万元，比上年增加2.00万元，增长5.26%，主要原因：一是人员经费增加3.00万元，"
        "增长10.00%；二是项目支出减少1.00万元。与年初预算相比增加1.00万元。",
        "general",
    )
    reasons = [each for each in said if each.role == "reason"]
    assert [(each.subject, each.measure) for each in reasons] == [
        ("人员经费", Measure.CHANGE),
        ("人员经费", Measure.RATE),
        ("项目支出", Measure.CHANGE),
    ]
    assert (said[-1].subject, said[-1].of) == ("一般公共预算财政拨款支出", "年初预算")


def test_a_figure_of_the_year_before_is_no_figure_of_this_year() -> None:
    current, prior = states("2023年度会议费支出3.00万元，2022年度会议费支出2.00万元。", "operating_cost")
    assert (current.measure, current.period) == (Measure.FINAL, "2023")
    assert (prior.measure, prior.period) == (Measure.PRIOR, "prior")


def test_a_figure_in_unknown_words_is_kept_and_not_guessed() -> None:
    [said] = states("为企业减免租金12.00万元。")
    assert said.measure is Measure.OTHER
    [first, second] = states("收入支出总计50.00万元（500000元）。")
    assert (first.measure, second.measure) == (Measure.FINAL, Measure.OTHER)


def test_the_quote_is_the_sentence_and_the_place_that_of_the_figure() -> None:
    _, change = states("收入支出总计50.00万元。比上年\n增加5.00万元。")
    assert change.quote == "比上年增加5.00万元。"
    assert str(change.place) == "l4"


def test_a_fund_section_speaks_of_its_own_money() -> None:
    assert shorts("政府性基金预算财政拨款收入6.00万元，支出5.00万元，年末结转和结余1.00万元。", "fund") == [
        "政府性基金预算财政拨款收入 final 6.00万元",
        "政府性基金预算财政拨款支出 final 5.00万元",
        "政府性基金预算财政拨款年末结转和结余 final 1.00万元",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公务接待费由上年的2.00万元减少为1.50万元。", ["公务接待费 prior 2.00万元", "公务接待费 final - 1.50万元"]),
        (
            "公务接待费1.50万元，比2022年的2.00万元减少0.50万元。",
            [
                "公务接待费 final 1.50万元",
                "公务接待费 prior 2.00万元",
                "公务接待费 change - 0.50万元",
            ],
        ),
        ("公务接待费决算数大于预算数0.50万元。", ["公务接待费 final above 大于", "公务接待费 change + 0.50万元"]),
        ("公务接待费没有超过预算数。", []),
    ],
)
def test_where_a_figure_went_and_by_how_much_it_differs(text: str, expected: list[str]) -> None:
    assert shorts(text, "three_public") == expected


def test_two_totals_before_one_unit_are_of_the_two_sides() -> None:
    assert shorts("2023年度收、支总计分别为80.10、80.20万元。") == [
        "收入总计 final 80.10万元",
        "支出总计 final 80.20万元",
    ]
    assert shorts("收、支总计各是80.10，80.20万元。") == ["收入总计 final 80.10万元", "支出总计 final 80.20万元"]


def test_what_stands_besides_is_no_part() -> None:
    said = states(
        "本年收入合计8.00万元，其中：财政拨款收入6.00万元、其他收入2.00万元；此外，年初结转1.00万元。", "income"
    )
    assert [each.role for each in said] == ["total", "part", "part", ""]


def test_what_is_said_of_the_rest_or_of_a_number_is_not_said_of_the_account_before() -> None:
    said = states("1.公务接待费。预算3.00万元，决算5.00万元。其余各项的决算与年初预算相等。", "three_public")
    assert said[-1].subject.startswith("其余")
    said = states("公务用车运行维护费5.00万元，比上年减少1.00万元，数量与上年持平。", "three_public")
    assert (said[-1].direction, said[-1].subject) == (Direction.FLAT, "数量")
