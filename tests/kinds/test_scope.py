"""Whose accounts a document holds: body, year, scope, region and level."""

from __future__ import annotations

import pytest

from juesuan import across
from juesuan.accounts import Accounts
from juesuan.batch.folders import folder_name
from juesuan.kinds.kind import Kind, Scope
from juesuan.kinds.policy import marks
from juesuan.kinds.scope import region_of
from juesuan.reading import read_text
from kinds.budgets import budgets
from kinds.explanations import EVALUATIONS, explanations

NAMED = [*budgets(), *explanations(), *EVALUATIONS]


@pytest.mark.parametrize("number", range(len(NAMED)))
def test_body_and_year_of_every_kind(number: int) -> None:
    text, body, year = NAMED[number]
    accounts = read_text(text)
    assert (accounts.department, accounts.year) == (body, year)


@pytest.mark.parametrize(
    ("title", "body", "scope"),
    [
        ("梨花县档案局2024年度部门决算", "梨花县档案局", Scope.DEPARTMENT),
        ("梨花县档案局（本级）2024年度部门决算", "梨花县档案局", Scope.OWN_OFFICE),
        ("2024年度\n梨花县档案局（机关）\n单位决算公开", "梨花县档案局", Scope.OWN_OFFICE),
        ("梨花县档案局本级2024年度决算", "梨花县档案局", Scope.OWN_OFFICE),
        ("梨花县档案服务中心2024年度单位决算", "梨花县档案服务中心", Scope.UNIT),
        ("梨花县档案局（汇总）2024年度部门决算", "梨花县档案局", Scope.DEPARTMENT),
    ],
)
def test_the_title_tells_the_scope(title: str, body: str, scope: Scope) -> None:
    accounts = read_text(f"{title}\n目录\n第一部分 概况\n一、主要职责\n包括本级和2个下属单位的决算。\n")
    assert (accounts.department, accounts.year, accounts.scope) == (body, "2024", scope)


@pytest.mark.parametrize(
    ("body", "region", "level"),
    [
        ("上海市桃溪区生态环境局", "上海市桃溪区", "county"),
        ("中共杏山市桃溪区委宣传部", "杏山市桃溪区", "county"),
        ("梨花县城市管理局", "梨花县", "county"),
        ("梨花县社区服务中心", "梨花县", "county"),
        ("枣林自治州审计局", "枣林自治州", "prefecture"),
        ("苹果省教育厅", "苹果省", "province"),
        ("上海市桃溪区人民政府青果路街道办事处", "上海市桃溪区青果路街道", "township"),
        ("杏山市人民政府办公室", "杏山市", ""),
        ("档案馆", "", ""),
    ],
)
def test_region_and_level(body: str, region: str, level: str) -> None:
    assert region_of(body) == (region, level)


def test_a_folder_says_what_is_not_the_final_accounts_of_a_department() -> None:
    assert marks(Kind.FINAL_ACCOUNTS, Scope.DEPARTMENT) == ()
    names = {folder_name("甲县乙局", "2024", marks(kind, scope)) for kind in Kind for scope in Scope}
    assert {"甲县乙局-2024", "甲县乙局-2024-本级", "甲县乙局-2024-单位", "甲县乙局-2024-预算"} <= names


def test_years_are_held_against_each_other_within_one_scope_only() -> None:
    def known(year: str, scope: Scope, kind: Kind = Kind.FINAL_ACCOUNTS) -> Accounts:
        return Accounts(f"{scope}{year}", "", "甲县乙局", year, scope=scope, kind=kind)

    office = known("2023", Scope.OWN_OFFICE)
    assert across.consecutive([office, known("2024", Scope.DEPARTMENT)]) == []
    assert across.consecutive([office, known("2024", Scope.OWN_OFFICE, Kind.BUDGET)]) == []
    (pair,) = across.consecutive([office, known("2024", Scope.OWN_OFFICE)])
    assert (pair.earlier.year, pair.later.year) == ("2023", "2024")
