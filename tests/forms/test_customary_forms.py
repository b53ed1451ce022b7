"""Forms beyond the statutory ones are read under keys of their own, and take no statutory form's place."""

from __future__ import annotations

import pytest

from juesuan.checks import Outcome
from juesuan.forms.statutory import FORMS
from juesuan.forms.titles import form_titled
from juesuan.reading import read_text
from juesuan.rules import run

PROJECTS = (
    "{}\n公开09表\n单位：万元\n科目编码\t科目名称\t金额\n合计\t\t30.00\n206\t科学技术支出\t30.00\n"
    "20604\t技术研究与开发\t30.00\n2060404\t科技成果转化与扩散\t18.00\n2060499\t其他技术研究与开发支出\t12.00\n"
)


@pytest.mark.parametrize("separator", ["\t", " "])
def test_project_spending_of_the_general_budget_becomes_facts(separator: str) -> None:
    text = PROJECTS.format("一般公共预算财政拨款项目支出决算表").replace("\t", separator)
    facts = [fact for fact in read_text(f"2024年度部门决算\n{text}").facts if fact.form == "31"]
    assert [(fact.code, str(fact.amount.value)) for fact in facts] == [
        ("", "30.00"),
        ("206", "30.00"),
        ("20604", "30.00"),
        ("2060404", "18.00"),
        ("2060499", "12.00"),
    ]
    assert {fact.key for fact in facts} == {"total"}


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("一般公共预算财政拨款支出决算表", "05"),
        ("一般公共预算财政拨款项目支出决算表", "31"),
        ("一般公共预算财政拨款项目支出决算明细表", "34"),
        ("一般公共预算财政拨款支出决算明细表", "33"),
        ("财政拨款支出决算明细表", "32"),
        ("支出决算明细表", "35"),
        ("项目支出决算表", "36"),
        ("项目收入支出决算表", "36"),
        ("机构运行经费、国有资产占用、政府采购信息表", "37"),
        ("国有资产占用情况表", "38"),
        ("会议费、培训费支出决算表", "39"),
        ("财政专户管理资金支出决算表", "40"),
        ("收入决算表（分单位）", "41"),
        ("分单位支出决算表", "42"),
        ("支出决算表（分科目）", "03"),
        ("财政拨款支出决算表（功能科目）", "44"),
        ("财政拨款基本支出决算表（经济科目）", "06"),
        ("财政拨款机关运行经费支出决算表", "10"),
        ("机构运行信息表", "09"),
        ("政府购买服务支出情况表", ""),
    ],
)
def test_titles_that_look_alike(title: str, number: str) -> None:
    form = form_titled(title)
    assert (form.number if form else "") == number


BY_ACCOUNT = (
    "一般公共预算财政拨款支出决算明细表\n单位：万元\n项目\t\t合计\t工资福利支出\t\t\t资本性支出\n"
    "科目编码\t科目名称\t\t小计\t基本工资\t津贴补贴\t小计\t办公设备购置\n"
    "合计\t\t60.00\t50.00\t30.00\t20.00\t10.00\t10.00\n2010301\t行政运行\t60.00\t50.00\t30.00\t20.00\t10.00\t10.00\n"
)
BY_BUDGET = (
    "财政拨款支出决算明细表\n单位：万元\n项目\t\t合计\t一般公共预算财政拨款\t\t\t政府性基金预算财政拨款\t\t\n"
    "科目编码\t科目名称\t\t小计\t基本支出\t项目支出\t小计\t基本支出\t项目支出\n"
    "合计\t\t80.00\t60.00\t50.00\t10.00\t20.00\t\t20.00\n30201\t办公费\t80.00\t60.00\t50.00\t10.00\t20.00\t\t20.00\n"
)
BY_UNIT = (
    "收入决算表（分单位）\n单位：万元\n单位名称\t本年收入合计\t财政拨款收入\t事业收入\t其他收入\n"
    "合计\t90.00\t80.00\t10.00\t\n局本级\t50.00\t50.00\t\t\n服务中心\t40.00\t30.00\t10.00\t\n"
)
INFORMATION = (
    "机构运行经费、国有资产占用、政府采购信息表\n单位：万元\n项目\t行次\t统计数\n一、机关运行经费支出\t1\t12.00\n"
    "（一）车辆数合计（辆）\t2\t3\n1.机要通信用车\t3\t3\n（一）政府采购支出合计\t4\t30.00\n"
)
MEETINGS = "会议费、培训费支出决算表\n单位：万元\n项目\t预算数\t决算数\n会议费\t2.00\t1.50\n培训费\t1.00\t1.00\n"


@pytest.mark.parametrize(
    ("text", "number", "cells"),
    [
        (BY_ACCOUNT, "33", {"total": "60.00", "wages": "50.00", "wages:30102": "20.00", "assets:31002": "10.00"}),
        (BY_BUDGET, "32", {"total": "80.00", "general:project": "10.00", "fund": "20.00", "fund:project": "20.00"}),
        (BY_UNIT, "41", {"total": "40.00", "fiscal": "30.00", "operations": "10.00"}),
        (MEETINGS, "39", {"budget:final": "1.00", "final": "1.00"}),
    ],
)
def test_the_last_row_of_a_form_in_detail(text: str, number: str, cells: dict[str, str]) -> None:
    facts = [fact for fact in read_text(f"2024年度部门决算\n{text}").facts if fact.form == number]
    last = {fact.key: str(fact.amount.value) for fact in facts if fact.row == facts[-1].row}
    assert {key: last.get(key) for key in cells} == cells


def test_counts_beside_money_are_counts() -> None:
    facts = read_text(f"2024年度部门决算\n{INFORMATION}").facts
    assert [(fact.key, str(fact.amount.value), fact.amount.unit) for fact in facts] == [
        ("final", "12.00", "万元"),
        ("count", "3", "辆"),
        ("count", "3", "辆"),
        ("final", "30.00", "万元"),
    ]


BESIDE = (
    "机构运行信息表\n公开09表\n单位：万元\n项目\t预算数\t决算数\t项目\t决算数\n"
    "（一）支出合计\t12.00\t11.00\t（一）行政单位\t55.00\n1.因公出国（境）费\t\t\t二、国有资产占用情况\t—\n"
    "2.公务用车购置及运行维护费\t8.00\t8.00\t（一）车辆数合计（辆）\t3\n（1）公务用车购置费\t\t\t1.机要通信用车\t3\n"
    "（2）公务用车运行维护费\t8.00\t8.00\t三、政府采购支出信息\t—\n3.公务接待费\t4.00\t3.00\t1.政府采购货物支出\t30.00\n"
)


def test_public_expenses_beside_other_information_are_read() -> None:
    facts = {fact.key: fact for fact in read_text(f"2024年度部门决算\n{BY_UNIT}{BESIDE}").facts if fact.form == "09"}
    shown = {key: str(facts[key].amount.value) for key in facts if key.startswith(("budget", "final"))}
    assert shown == {
        "budget:total": "12.00",
        "final:total": "11.00",
        "budget:vehicles": "8.00",
        "final:vehicles": "8.00",
        "budget:running": "8.00",
        "final:running": "8.00",
        "budget:reception": "4.00",
        "final:reception": "3.00",
    }


CAPITAL = (
    "\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n合计\t\t8.00\t\t8.00\n"
    "223\t国有资本经营预算支出\t8.00\t\t8.00\n"
)


def test_of_two_forms_of_one_kind_each_is_read() -> None:
    titles = "国有资本经营预算财政拨款收入支出决算表", "国有资本经营预算财政拨款支出决算表"
    read = read_text("2024年度部门决算\n" + "\n".join(f"{title}{CAPITAL}" for title in titles))
    assert [(form.number, form.title) for form in read.forms] == [("08", titles[0]), ("43", titles[1])]
    alone = read_text(f"2024年度部门决算\n{titles[1]}{CAPITAL}")
    assert [form.number for form in alone.forms] == ["08"]


UNITS = "支出决算表（分单位）\n单位：万元\n单位名称\t合计\t基本支出\t项目支出\n合计\t90.00\t60.00\t30.00\n{}"


@pytest.mark.parametrize(
    ("rows", "failed"),
    [
        ("局本级\t50.00\t40.00\t10.00\n服务中心\t40.00\t20.00\t20.00\n", 0),
        ("局本级\t50.00\t40.00\t10.00\n服务中心\t30.00\t20.00\t10.00\n", 2),
        ("某局\t90.00\t60.00\t30.00\n局本级\t50.00\t40.00\t10.00\n服务中心\t40.00\t20.00\t20.00\n", 0),
    ],
)
def test_units_sum_to_the_total_where_none_holds_the_others(rows: str, failed: int) -> None:
    checks, _ = run(read_text(f"2024年度部门决算\n{UNITS.format(rows)}"))
    sums = [check for check in checks if check.rule == "customary-form-sums"]
    assert sum(check.outcome is Outcome.FAILED for check in sums) == failed


def test_customary_forms_have_keys_that_no_form_prints() -> None:
    assert all(int(form.number) <= 11 or form.is_customary for form in FORMS)


@pytest.mark.parametrize(("total", "outcome"), [("30.00", Outcome.PASSED), ("33.00", Outcome.FAILED)])
def test_projects_that_are_numbered_come_to_their_total(total: str, outcome: Outcome) -> None:
    text = f"2024年度部门决算\n项目收入支出决算表\n单位：万元\n序号\t项目名称\t本年支出\n\t合计\t{total}\n"
    accounts = read_text(f"{text}1\t库房修缮\t18.00\n2\t档案数字化\t12.00\n")
    assert [fact.code for fact in accounts.facts if fact.form == "36"] == ["", "", ""]
    checks, _ = run(accounts)
    sums = [check for check in checks if check.rule == "customary-form-sums" and "各项目之和" in check.subject]
    assert [check.outcome for check in sums] == [outcome]
