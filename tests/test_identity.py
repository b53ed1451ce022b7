"""Department and year come from the document itself, wherever it says them."""

from __future__ import annotations

import pytest

from conftest import Read
from juesuan.reading import read_text
from juesuan.rules.wording_names import compare

EVALUATION = """项目支出绩效自评表（一）
（{year}年）
项目名称\t档案修复费\t\t\t
主管部门\t梨花县档案馆\t实施单位\t{body}\t
项目资金（万元）\t年初预算数\t全年预算数\t全年执行数\t
年度资金总额\t9\t9\t8\t
一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值
产出指标\t数量指标\t整理档案数量\t≥50卷\t60卷
"""
FORM = """一般公共预算财政拨款支出决算表
公开05表
部门：{}
单位：万元
项目\t\t本年支出
科目代码\t科目名称\t小计\t基本支出\t项目支出
合计\t\t50.00\t30.00\t20.00
201\t一般公共服务支出\t50.00\t30.00\t20.00

"""


@pytest.mark.parametrize(
    ("text", "department", "year"),
    [
        ("2024年度\n梨花县档案馆部门决算\n目录\n第一部分 部门概况\n", "梨花县档案馆", "2024"),
        ("梨花县档案馆\n2023 年度部门决算\n目录\n", "梨花县档案馆", "2023"),
        ("中共苹果市梨花区委\n宣传部 2024 年度\n部门决算\n目 录\n", "中共苹果市梨花区委宣传部", "2024"),
        ("苹果省梨花县教育局（本级）2022年度单位决算公开\n第一部分 单位概况\n", "苹果省梨花县教育局", "2022"),
        ("第一部分 梨花县档案馆概况\n一、主要职能\n保管档案。\n", "梨花县档案馆", ""),
        (FORM.format("梨花县档案馆　　　2024年度"), "梨花县档案馆", "2024"),
        (FORM.format("[301001]梨花县档案馆"), "梨花县档案馆", ""),
        (EVALUATION.format(year=2024, body="梨花县档案馆"), "梨花县档案馆", "2024"),
        ("一、说明\n没有名称。\n", "", ""),
    ],
)
def test_who_and_when(text: str, department: str, year: str) -> None:
    accounts = read_text(text)
    assert (accounts.department, accounts.year) == (department, year)


def test_the_body_that_most_places_name_wins_and_the_title_is_marked() -> None:
    headings = "第一部分 梨花县档案馆概况\n一、部门职责\n保管档案。\n第三部分 梨花县档案馆2024年度部门决算情况说明\n"
    accounts = read_text("2024年度\n梨花县档馆部门决算\n目录\n" + FORM.format("梨花县档案馆") + headings)
    assert accounts.department == "梨花县档案馆"
    assert any("梨花县档馆" in doubt for doubt in accounts.doubts)


def test_the_year_that_most_places_name_wins_and_the_title_is_marked() -> None:
    sections = "".join(f"{ordinal}、收入情况说明\n2024年度收入合计2.00万元。\n" for ordinal in "一二三四五六七八")
    accounts = read_text(f"2023年度\n梨花县档案馆部门决算\n第三部分 2024年度部门决算情况说明\n{sections}")
    assert accounts.year == "2024"
    assert accounts.doubts


def test_an_implementing_unit_below_the_body_does_not_outweigh_it() -> None:
    text = "2024年度\n梨花县档案馆部门决算\n目录\n" + EVALUATION.format(year=2024, body="梨花县档案服务中心")
    assert read_text(text).department == "梨花县档案馆"


def test_names_keep_their_place_and_words() -> None:
    accounts = read_text("2024年度\n梨花县档案馆部门决算\n目录\n\n" + FORM.format("梨花县档案馆"))
    assert {(naming.role, str(naming.place)) for naming in accounts.names} >= {("title", "l1")}
    assert all(compare(accounts.department, naming.name) is None for naming in accounts.names)


@pytest.mark.parametrize(
    ("beginning", "department", "year"),
    [
        ("000", "临夏市人民政府办公室", "2023"),
        ("001", "临夏市政务中心", "2024"),
        ("002", "临夏市人民代表大会常务委员会办公室", "2023"),
        ("003", "海东市人民政府办公室", "2024"),
        ("004", "中卫市人民政府办公室", "2024"),
        ("shgzb", "中共上海市普陀区委社会工作部", "2024"),
        ("ghzyj", "上海市普陀区规划和自然资源局", "2024"),
    ],
)
def test_real_disclosures(accounts: Read, beginning: str, department: str, year: str) -> None:
    found = accounts(beginning)
    assert (found.department, found.year, found.doubts) == (department, year, ())
