"""Budgets of departments and units."""

from __future__ import annotations

from collections.abc import Iterator

from juesuan.kinds.kind import Kind, Scope
from kinds.blind import Made, figures, rows

DEPARTMENT, OWN, UNIT = Scope.DEPARTMENT, Scope.OWN_OFFICE, Scope.UNIT


def documents() -> Iterator[Made]:
    """Seven manners, about three bodies each."""
    manners = {
        "cover": (
            cover,
            (DEPARTMENT, "青溪县教育局", "2024"),
            (DEPARTMENT, "共青团云岭市委员会", "2021"),
            (DEPARTMENT, "石桥镇人民政府", "2019"),
        ),
        "unit": (
            unit,
            (UNIT, "云岭市第一幼儿园", "2023"),
            (UNIT, "江北省气象职业学院", "2025"),
            (UNIT, "青溪县第五小学", "2020"),
        ),
        "shanghai": (
            eastern,
            (DEPARTMENT, "松岗区教育局", "2025"),
            (DEPARTMENT, "松岗区体育局", "2022"),
            (OWN, "松岗区科学技术委员会", "2024"),
        ),
        "words": (
            words,
            (DEPARTMENT, "江北省财政厅", "2022"),
            (DEPARTMENT, "云岭市总工会", "2024"),
            (DEPARTMENT, "青溪县审计局", "2018"),
        ),
        "tables": (
            tables,
            (DEPARTMENT, "云岭市文化和旅游局", "2023"),
            (DEPARTMENT, "青溪县档案馆", "2026"),
            (DEPARTMENT, "松岗区民政局", "2020"),
        ),
        "both": (
            beside_accounts,
            (DEPARTMENT, "云岭市城市管理局", "2025"),
            (DEPARTMENT, "青溪县司法局", "2023"),
            (DEPARTMENT, "江北省林业局", "2021"),
        ),
        "web": (web, (OWN, "云岭市卫生健康委员会", "2024"), (OWN, "江北省交通运输厅", "2022")),
    }
    for manner, (make, *bodies) in manners.items():
        for scope, body, year in bodies:
            yield Made(f"{manner}-{body}", make(body, year), Kind.BUDGET, body, year, scope)


def cover(body: str, year: str) -> str:
    """Cover, contents, forms, prose."""
    return f"""{year}年{body}部门预算

目录
一、部门职责
二、部门预算安排总体情况
三、部门预算表
四、名词解释

一、部门职责
负责本行业的规划和管理。
二、部门预算安排总体情况
{year}年收入预算969.00万元，比上年预算增加21.00万元；支出预算969.00万元。
“三公”经费预算7.50万元。机关运行经费预算60.00万元，政府采购预算45.00万元。
三、部门预算表
{figures.budgets()}

四、名词解释
一般公共预算拨款：本级财政当年拨给的钱。
"""


def unit(body: str, year: str) -> str:
    """A unit's, in Markdown."""
    return f"""# {body}{year}年单位预算公开

## 第一部分 单位概况

本单位编制内教职工64人。

## 第二部分 {year}年单位预算表

{figures.budget_totals("表一 单位收支总表", "pipes")}

{figures.budget_expenditure("表三 单位支出总表", "pipes")}

{figures.budget_general("表五 一般公共预算支出表", "pipes")}

## 第三部分 {year}年单位预算情况说明

收支总预算969.00万元。与{int(year) - 1}年相比，支出预算增加，因学生人数上升。
"""


def eastern(body: str, year: str) -> str:
    """The nine forms of an eastern city; a proper office says so on its cover."""
    whose = "（本级）" if "科学技术" in body else ""
    word = "单位" if whose else "部门"
    return f"""{body}{whose}{year}年{word}预算

{word}预算编制说明
{year}年，本{word}预算支出总额为969.00万元。

{figures.budget_totals(f"{year}年{word}财务收支预算总表")}

{figures.budget_expenditure(f"{year}年{word}支出预算总表")}

{figures.budget_three_public(f"{year}年{word}“三公”经费和机关运行经费预算表")}
"""


def words(body: str, year: str) -> str:
    """Prose alone, with the objectives of projects; the forms are an attachment."""
    return f"""关于{body}{year}年部门预算的说明

一、{body}基本情况
机关内设机构11个，下属单位4个。
二、收支预算安排
{year}年度预算总收入1,204.50万元，均为一般公共预算拨款，较上年年初预算下降3.10%。
支出预算中，人员支出640.00万元，公用支出104.50万元，项目支出460.00万元。
三、“三公”经费预算
拟安排12.00万元，与上年预算持平。
四、绩效目标
{year}年全部项目均设定绩效目标，涉及一般公共预算460.00万元。
附件：{year}年部门预算公开表.xlsx
"""


def tables(body: str, year: str) -> str:
    """Forms alone."""
    return f"""{year}年部门预算公开表
部门名称：{body}

{figures.budget_totals("预算01表 部门收支总体情况表")}

{figures.budget_expenditure("预算03表 部门支出总体情况表")}

{figures.budget_three_public("预算08表 一般公共预算“三公”经费支出情况表")}

{
        rows(
            "项目绩效目标表",
            "项目名称|古建筑修缮|预算金额|120.00",
            "一级指标|二级指标|三级指标|指标值",
            "产出指标|数量指标|修缮处数|≥4处",
        )
    }
"""


def beside_accounts(body: str, year: str) -> str:
    """The forms show the final accounts of the year before the last beside the budget."""
    before = int(year) - 2
    table = rows(
        f"科目编码|科目名称|{before}年决算数|{year}年预算数|比{before}年决算增减",
        "201|一般公共服务支出|702.11|715.00|1.84%",
        "208|社会保障和就业支出|88.40|90.00|1.81%",
        "|合计|790.51|805.00|1.83%",
    )
    return f"""{body}
{year}年部门预算公开

部门概况
本部门由机关和3个二级单位组成。

{figures.budget_totals("收支预算总表")}

一般公共预算支出预算表
{table}

有关情况说明
{before}年决算已按时公开。{year}年一般公共预算支出805.00万元，比{before}年决算数多14.49万元。
"""


def web(body: str, year: str) -> str:
    """A page of the office's web site, the path of which names both budgets and accounts."""
    return f"""您当前的位置：首页>>专题>>预决算公开>>预算
{body}本级{year}年单位预算公开
发布时间：{year}-02-11 浏览次数：318

第一部分 单位基本情况
{body}本级为行政单位。
第二部分 预算表格
{figures.budget_totals("1.收支总表")}

{figures.budget_general("5.一般公共预算支出表")}

第三部分 预算说明
收支预算各969.00万元。未安排政府性基金预算支出和国有资本经营预算支出。
扫一扫在手机打开当前页
"""
