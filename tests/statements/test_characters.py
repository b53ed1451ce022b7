"""Ways of writing a sign: brackets of every kind, gaps inside words, and what is no figure."""

from __future__ import annotations

import pytest

from statements.said import reads, sections, short, shorts, states

PLAIN = "1.教育支出（类）普通教育（款）小学教育（项）年初预算为4.00万元，支出决算为3.00万元，完成年初预算的75.00%。"


@pytest.mark.parametrize("pair", ["〔〕", "【】", "［］", "[]", "()"])
def test_all_brackets_name_an_account_alike(pair: str) -> None:
    written = PLAIN.replace("（", pair[0]).replace("）", pair[1])
    assert shorts(written, "general.items") == shorts(PLAIN, "general.items")


@pytest.mark.parametrize("gap", [" ", "　", "  "])
def test_a_gap_inside_a_word_makes_no_difference(gap: str) -> None:
    written = (
        PLAIN.replace("万元", f"万{gap}元").replace("支出决算", f"支出{gap}决算").replace("（项", f"{gap}（{gap}项")
    )
    assert shorts(written, "general.items") == shorts(PLAIN, "general.items")


def test_what_is_quoted_keeps_its_gaps_and_brackets() -> None:
    said = states("本年支出合计 3.00 万 元，其中〔注〕：基本 支出 3.00 万 元。", "expenditure")
    assert said[0].quote == "本年支出合计 3.00 万 元，其中〔注〕：基本 支出 3.00 万 元。"
    assert short(said[-1]) == "基本支出 final 3.00万元"


def test_a_heading_in_other_brackets_is_a_heading() -> None:
    above = "第三部分 2023年度部门决算情况说明\n五、一般公共预算财政拨款支出决算情况说明\n"
    text = f"{above}〔二〕支出决算结构情况\n教育支出3.00万元。"
    assert [each.topic for each in sections(text)][-1] == "general.structure"


def test_the_numbers_of_a_list_of_units_are_no_figures() -> None:
    assert reads("第一部分 概况\n二、单位构成\n序号 单位名称\n1 梨花县档案馆（本级）\n2 梨花县方志办\n") == ()
    assert shorts("60 户企业领到补助 3.00 万元。", "performance")[0].endswith("60户")
