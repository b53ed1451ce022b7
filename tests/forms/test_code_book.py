"""The code book: whole, ordered by years, and good enough to tell a name from another."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from corpus.classification import economic, functions
from juesuan.forms.classification import (
    ECONOMIC,
    Sureness,
    book,
    economic_item,
    ending_is_common,
    function_class,
    is_name_of,
    known_name,
    name_key,
)
from juesuan.forms.classification.book import parent_of

YEARS = [str(year) for year in range(2016, 2026)]


def test_every_row_is_a_code_with_its_levels_above_and_years_in_order() -> None:
    for account in book():
        assert re.fullmatch(r"2\d\d(\d\d){0,2}|3\d\d(\d\d)?", account.code)
        assert account.name.strip() == account.name and account.source
        assert not account.first or not account.last or account.first <= account.last
        parent = parent_of(account.code)
        assert not parent or book().names(parent), account
    assert not [row for row, times in Counter((a.code, a.name, a.first) for a in book()).items() if times > 1]


@pytest.mark.parametrize("year", YEARS)
def test_a_sure_code_has_one_name_in_a_year_after_its_renaming(year: str) -> None:
    if year in ("2017", "2018"):  # bodies print the economic names of either side of the reform
        pytest.skip("years of the economic reform")
    for code in {account.code for account in book() if account.is_sure}:
        assert len([name for name in book().names(code) if name.is_of(year) and name.is_sure]) <= 1, code


@pytest.mark.parametrize(
    ("code", "year", "name"),
    [
        ("210", "2018", "医疗卫生与计划生育支出"),
        ("210", "2019", "卫生健康支出"),
        ("207", "2017", "文化体育与传媒支出"),
        ("20805", "2019", "行政事业单位离退休"),
        ("20805", "2020", "行政事业单位养老支出"),
        ("215", "2020", "资源勘探工业信息等支出"),
        ("30113", "2024", "住房公积金"),
        ("30311", "2016", "住房公积金"),
        ("20138", "2019", "市场监督管理事务"),
    ],
)
def test_names_by_year(code: str, year: str, name: str) -> None:
    account = book().account(code, year)
    assert account is not None and account.name == name


@pytest.mark.parametrize(("code", "year"), [("20140", "2022"), ("20115", "2020"), ("224", "2018"), ("2080577", "")])
def test_codes_that_a_year_does_not_have(code: str, year: str) -> None:
    assert book().account(code, year) is None


def test_made_documents_use_codes_of_the_book() -> None:
    for code, name in {**functions(), **economic()}.items():
        if book().names(code):
            assert is_name_of(code, name), f"{code} {name}"
        else:
            assert not book().is_complete(parent_of(code), "2024") or ending_is_common(code), code


def test_three_bodies_make_a_name_seen() -> None:
    sure = {account.code for account in book() if account.sureness is Sureness.SEEN}
    assert {"2080505", "2101101", "2210201", "30101", "30201"} <= sure


def test_names_find_their_codes() -> None:
    assert economic_item("303", "医疗费") == "30307"
    assert economic_item("301", "其他社会保障缴费") == "30112"
    assert economic_item("302", "因公出国（境）费") == "30212"
    assert function_class("九、医疗卫生与计划生育支出") == function_class("九、卫生健康支出") == "210"
    assert function_class("二十三、其他支出") == "229"
    assert function_class("一、一般公共预算财政拨款收入") == ""
    assert known_name("2080801") == "死亡抚恤" and ECONOMIC["39908"] == known_name("39908")
    assert name_key("（一）机关事业单位、养老") == "机关事业单位养老"
