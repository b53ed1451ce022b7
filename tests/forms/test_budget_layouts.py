"""Budgets in the layouts of several provinces: read for what they are, and never accused for how they are laid out."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan.accounts import Accounts
from juesuan.auditing import examine
from juesuan.findings import Weight
from juesuan.forms.unit_rows import BY_UNITS
from juesuan.reading import read_text

HEAD = "梨花县水务局2025年部门预算\n第一部分 梨花县水务局概况\n一、主要职能\n管水。\n第二部分 2025年部门预算表\n"
UNITS = (
    HEAD
    + """部门收支总表
单位：万元
收入\t\t支出\t
项目\t预算数\t项目\t预算数
一、一般公共预算拨款收入\t300.00\t一、社会保障和就业支出\t50.00
二、政府性基金预算拨款收入\t\t二、农林水支出\t270.00
三、国有资本经营预算拨款收入\t\t\t
四、财政专户管理资金收入\t\t\t
五、单位资金收入\t10.00\t\t
（一）事业收入\t6.00\t\t
（二）其他收入\t4.00\t\t
本年收入合计\t310.00\t本年支出合计\t320.00
上年结转结余\t10.00\t年终结转结余\t
收入总计\t320.00\t支出总计\t320.00

部门收入总表
单位：万元
部门（单位）代码\t部门（单位）名称\t合计\t本年收入\t\t\t\t\t上年结转结余\t
\t\t\t小计\t一般公共预算\t政府性基金预算\t财政专户管理资金\t单位资金\t小计\t一般公共预算
合计\t\t320.00\t310.00\t300.00\t\t\t10.00\t10.00\t10.00
201\t梨花县水务局\t320.00\t310.00\t300.00\t\t\t10.00\t10.00\t10.00
201001\t梨花县水务局（本级）\t200.00\t190.00\t190.00\t\t\t\t10.00\t10.00
201002\t梨花县水文站\t120.00\t120.00\t110.00\t\t\t10.00\t\t

部门支出总表
单位：万元
科目编码\t科目名称\t合计\t基本支出\t项目支出\t上缴上级支出\t对附属单位补助支出
合计\t\t320.00\t220.00\t100.00\t\t
201\t梨花县水务局\t320.00\t220.00\t100.00\t\t
201001\t梨花县水务局（本级）\t200.00\t150.00\t50.00\t\t
208\t社会保障和就业支出\t30.00\t30.00\t\t\t
20805\t行政事业单位养老支出\t30.00\t30.00\t\t\t
2080505\t机关事业单位基本养老保险缴费支出\t30.00\t30.00\t\t\t
213\t农林水支出\t170.00\t120.00\t50.00\t\t
21303\t水利\t170.00\t120.00\t50.00\t\t
2130301\t行政运行\t170.00\t120.00\t50.00\t\t
201002\t梨花县水文站\t120.00\t70.00\t50.00\t\t
208\t社会保障和就业支出\t20.00\t20.00\t\t\t
20805\t行政事业单位养老支出\t20.00\t20.00\t\t\t
2080505\t机关事业单位基本养老保险缴费支出\t20.00\t20.00\t\t\t
213\t农林水支出\t100.00\t50.00\t50.00\t\t
21303\t水利\t100.00\t50.00\t50.00\t\t
2130399\t其他水利支出\t100.00\t50.00\t50.00\t\t
"""
)
FOUR_SIDES = (
    HEAD
    + """收支总表
单位：万元
收入\t\t支出\t\t\t\t\t
项目\t本年预算\t项目（按功能分类）\t本年预算\t项目（按部门预算经济分类）\t本年预算\t项目（按政府预算经济分类）\t本年预算
一、一般公共预算拨款收入\t300.00\t一、一般公共服务支出\t\t一、基本支出\t200.00\t一、机关工资福利支出\t150.00
二、政府性基金预算拨款收入\t\t二、社会保障和就业支出\t50.00\t工资福利支出\t150.00\t二、机关商品和服务支出\t150.00
三、国有资本经营预算拨款收入\t\t三、农林水支出\t250.00\t商品和服务支出\t50.00\t\t
\t\t\t\t二、项目支出\t100.00\t\t
本年收入合计\t300.00\t本年支出合计\t300.00\t本年支出合计\t300.00\t本年支出合计\t300.00
上年结转结余\t\t年终结转结余\t\t年终结转结余\t\t年终结转结余\t
收入总计\t300.00\t支出总计\t300.00\t支出总计\t300.00\t支出总计\t300.00
"""
)
PUBLIC_ROWS = (
    HEAD
    + """一般公共预算“三公”经费支出表
单位：万元
项目\t2024年预算数\t2025年预算数\t增减额\t增减%
合计\t10.00\t8.00\t-2.00\t-20.00
1、因公出国（境）费用\t\t\t\t
2、公务接待费\t4.00\t2.00\t-2.00\t-50.00
3、公务用车费\t6.00\t6.00\t0.00\t0.00
其中：（1）公务用车运行维护费\t6.00\t6.00\t0.00\t0.00
（2）公务用车购置\t\t\t\t
"""
)
PUBLIC_BY_UNIT = (
    HEAD
    + """财政拨款“三公”经费、会议费、培训费支出表
单位：万元
单位名称\t“三公”经费合计\t因公出国（境）费用\t公务用车购置及运行费\t\t\t公务接待费\t会议费\t培训费
\t\t\t小计\t公务用车购置费\t公务用车运行费\t\t\t
合计\t8.00\t\t6.00\t\t6.00\t2.00\t1.00\t3.00
梨花县水务局（本级）\t5.00\t\t4.00\t\t4.00\t1.00\t1.00\t2.00
梨花县水文站\t3.00\t\t2.00\t\t2.00\t1.00\t\t1.00
"""
)
GENERAL = (
    HEAD
    + """一般公共预算支出表
单位：万元
功能分类科目\t\t2024年执行数\t2025年预算数\t\t\t2025年预算数比2024年执行数\t
科目编码\t科目名称\t\t小计\t基本支出\t项目支出\t增减额\t增减%
合计\t\t290.00\t300.00\t200.00\t100.00\t10.00\t3.45
208\t社会保障和就业支出\t45.00\t50.00\t50.00\t\t5.00\t11.11
20805\t行政事业单位养老支出\t45.00\t50.00\t50.00\t\t5.00\t11.11
2080505\t机关事业单位基本养老保险缴费支出\t45.00\t50.00\t50.00\t\t5.00\t11.11
213\t农林水支出\t245.00\t250.00\t150.00\t100.00\t5.00\t2.04
21303\t水利\t245.00\t250.00\t150.00\t100.00\t5.00\t2.04
2130301\t行政运行\t245.00\t250.00\t150.00\t100.00\t5.00\t2.04

一般公共预算基本支出表
单位：万元
人员经费\t\t\t公用经费\t\t
科目编码\t科目名称\t预算数\t科目编码\t科目名称\t预算数
301\t工资福利支出\t150.00\t302\t商品和服务支出\t50.00
30101\t基本工资\t100.00\t30201\t办公费\t45.00
30102\t津贴补贴\t50.00\t30217\t公务接待费\t5.00
人员经费合计\t\t150.00\t公用经费合计\t\t50.00

一般公共预算支出表（按政府预算经济分类）
单位：万元
科目编码\t科目名称\t合计\t基本支出\t项目支出
合计\t\t300.00\t200.00\t100.00
501\t机关工资福利支出\t150.00\t150.00\t
50101\t工资奖金津补贴\t150.00\t150.00\t
502\t机关商品和服务支出\t150.00\t50.00\t100.00
50201\t办公经费\t150.00\t50.00\t100.00

政府性基金预算支出表
单位：万元
科目编码\t科目名称\t合计\t基本支出\t项目支出
注：本部门没有政府性基金预算支出。

项目支出表
单位：万元
类型\t项目名称\t项目单位\t合计\t一般公共预算\t政府性基金预算\t单位资金
特定目标类\t河道清淤\t梨花县水务局\t60.00\t60.00\t\t
特定目标类\t水文监测\t梨花县水文站\t40.00\t40.00\t\t
合计\t\t\t100.00\t100.00\t\t
"""
)
BY_NATURE = (
    HEAD
    + """部门收支总体情况表
单位：万元
收入\t\t支出\t
项目\t预算数\t项目\t预算数
一、财政拨款收入\t300.00\t一、基本支出\t200.00
其中：一般公共预算拨款\t300.00\t人员经费\t150.00
政府性基金拨款\t\t公用经费\t50.00
二、事业收入\t\t二、项目支出\t100.00
三、其他收入\t\t\t
收入合计\t300.00\t支出合计\t300.00
"""
)
OWN_CODES = (
    HEAD
    + """一般公共预算支出表
单位：万元
科目编码\t\t\t科目名称\t合计\t基本支出\t\t\t项目支出
类\t款\t项\t\t\t小计\t人员支出\t公用支出\t
\t\t\t合计\t300.00\t200.00\t150.00\t50.00\t100.00
213\t\t\t农林水支出\t300.00\t200.00\t150.00\t50.00\t100.00
\t03\t\t水利\t300.00\t200.00\t150.00\t50.00\t100.00
\t\t01\t行政运行\t300.00\t200.00\t150.00\t50.00\t100.00
"""
)
LAYOUTS = {
    "units": UNITS,
    "four sides": FOUR_SIDES,
    "three public expenses in rows": PUBLIC_ROWS,
    "three public expenses by unit": PUBLIC_BY_UNIT,
    "columns of the year before": GENERAL,
    "expenditure by nature": BY_NATURE,
    "codes of one level each": OWN_CODES,
}


def cells(accounts: Accounts, form: str, row: str) -> dict[str, str]:
    """What a row shows for certain, by column key."""
    return {
        fact.key: fact.amount.displayed
        for fact in accounts.facts
        if fact.form == form and row in (fact.code, fact.item) and not fact.doubt
    }


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_is_no_error(name: str) -> None:
    audit = examine(read_text(LAYOUTS[name]), Path(name), "zh")
    assert audit.crashes == ()
    assert [each.message for each in audit.findings if each.severity is not Weight.ROUNDING] == []
    assert audit.made > 0


def test_a_code_of_a_unit_is_none_of_an_account() -> None:
    accounts = read_text(UNITS)
    assert cells(accounts, "52", "梨花县水文站") == {
        "total": "120.00",
        "year": "120.00",
        "fiscal:general": "110.00",
        "own": "10.00",
    }
    assert {fact.code for fact in accounts.facts if fact.form == "52"} == {""}
    assert {fact.doubt for fact in accounts.facts if fact.form == "53" and fact.code} == {BY_UNITS}
    assert cells(accounts, "53", "合计")["total"] == "320.00"


def test_a_figure_of_another_year_is_not_the_budget() -> None:
    accounts = read_text(GENERAL)
    row = cells(accounts, "55", "2130301")
    assert (row["prior:total"], row["total"], row["basic"], row["project"]) == ("245.00", "250.00", "150.00", "100.00")
    assert cells(accounts, "56", "30217") == {"budget": "5.00"}
    assert any("项目支出表" in doubt for doubt in accounts.doubts) or accounts.form("62") is not None


def test_three_public_expenses_may_be_rows() -> None:
    accounts = read_text(PUBLIC_ROWS)
    found = {fact.key: fact.amount.displayed for fact in accounts.facts}
    assert found == {
        "budget:total": "8.00",
        "budget:reception": "2.00",
        "budget:vehicles": "6.00",
        "budget:running": "6.00",
        "prior:total": "10.00",
        "prior:reception": "4.00",
        "prior:vehicles": "6.00",
        "prior:running": "6.00",
    }


def test_a_code_stands_below_the_one_above_it() -> None:
    accounts = read_text(OWN_CODES)
    assert cells(accounts, "55", "2130301")["basic:personnel"] == "150.00"
    assert cells(accounts, "55", "21303")["project"] == "100.00"
