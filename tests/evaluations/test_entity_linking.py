"""Reports and the projects' tables they belong to."""

from __future__ import annotations

from decimal import Decimal

import pytest

from juesuan.evaluations.entity_linking import BY_POSITION, CERTAIN, LIKELY, best_match, likeness
from juesuan.reading import read_text
from juesuan.records import Evaluation

TABLE = """项目支出绩效自评表
项目名称\t{}
项目预算执行情况（万元）\t预算数：\t10\t执行数：\t9
一级指标\t二级指标\t三级指标\t预期指标值\t实际完成指标值
产出指标\t数量指标\t场次\t≥3次\t3次
"""


def _evaluation(project: str) -> Evaluation:
    return Evaluation(False, project, "", "万元", (), ())


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("“智慧书房”平台建设", "智慧书房平台建设"),
        ("2024年度书房运营费", "书房运营费"),
        ("书房 2024 年运营费（一期）", "书房2024年运营费一期"),
    ],
)
def test_names_that_differ_in_marks_only_are_the_same(first: str, second: str) -> None:
    assert likeness(first, second) == CERTAIN


def test_names_are_less_alike_the_more_they_differ() -> None:
    near = likeness("书房运营维护经费", "书房运营维护费")
    far = likeness("书房运营维护经费", "古籍修复")
    assert far < LIKELY <= near < CERTAIN


def test_the_likeliest_project_is_taken_and_none_where_two_are_equally_so() -> None:
    tables = [_evaluation("书房运营费"), _evaluation("书房建设费"), _evaluation("")]
    assert best_match("书房运营经费", tables) is not None
    assert best_match("书房运营经费", tables)[0] == 0  # type: ignore[index]
    assert best_match("古籍修复", tables) is None
    assert best_match("书房费", [_evaluation("书房费"), _evaluation("书房费")]) is None


def test_a_report_is_tied_by_name_and_one_without_a_name_by_what_follows_it() -> None:
    accounts = read_text(
        "附件1\n书房运营费项目支出绩效自评报告\n一、项目基本情况\n按计划运营。\n"
        + TABLE.format("书房运营费")
        + "附件2\n某县图书馆项目支出绩效自评报告\n一、项目基本情况\n按计划修复。\n"
        + TABLE.format("古籍修复")
    )
    assert [tie.evaluation for tie in accounts.ties] == [0, 1]
    assert accounts.ties[0].sureness == CERTAIN
    assert accounts.ties[1].sureness >= LIKELY


def test_a_report_is_not_tied_across_another_report() -> None:
    accounts = read_text(
        "附件1\n某县图书馆项目支出绩效自评报告\n一、项目基本情况\n按计划运营。\n"
        "附件2\n某县图书馆项目支出绩效自评报告\n一、项目基本情况\n按计划修复。\n" + TABLE.format("古籍修复")
    )
    assert [(tie.evaluation, tie.place.line) for tie in accounts.ties] == [(0, 6)]


def test_sureness_is_part_of_the_tie() -> None:
    assert Decimal(0) < LIKELY < BY_POSITION < CERTAIN


def test_a_table_directly_above_a_heading_is_not_the_one_that_follows_it() -> None:
    told = "{}.{}项目绩效自评情况\n自评得分95分。\n\n{}\n"
    results = told.format(1, "书房运营费", TABLE.format("书房运营费").partition("\n")[2])
    results += told.format(2, "古籍抢救费", TABLE.format("古籍善本修复").partition("\n")[2])
    accounts = read_text(f"第四部分 预算绩效情况说明\n一、项目绩效自评结果\n{results}")
    assert [(tie.name, accounts.evaluations[tie.evaluation].project) for tie in accounts.ties] == [
        ("书房运营费", "书房运营费"),
        ("古籍抢救费", "古籍善本修复"),
    ]
