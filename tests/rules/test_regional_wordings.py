"""Ways in which regions word part three: what is right is not accused, one wrong figure in it is found."""

from __future__ import annotations

import pytest

from juesuan.checks import Outcome, Severity
from juesuan.examples.form_set import FILLED_07, form_set
from juesuan.reading import read_text
from juesuan.rules import run
from rules.made import COST, OVERALL, PUBLIC, said

GENERAL = "五、一般公共预算财政拨款支出决算情况说明\n"
BASIC = "六、一般公共预算财政拨款基本支出决算情况说明\n"
PROSE = ("prose-", "procurement-", "vehicles-", "staff-", "spent-")


def accused(text: str) -> set[str]:
    """The rules over prose that find an error in a text."""
    checks, crashes = run(read_text(text))
    assert not crashes
    errors = (each for each in checks if each.outcome is Outcome.FAILED and each.severity is Severity.ERROR)
    return {each.rule for each in errors if each.rule.startswith(PROSE)}


CLEAN = {
    "items alone on a line": GENERAL
    + "1.农林水支出（类）林业和草原（款）行政运行（项）\n年初预算40.00万元，支出决算50.00万元，"
    "完成年初预算的125.00%。\n"
    + "2.卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）\n年初预算8.00万元，支出决算6.00万元，"
    "完成年初预算的75.00%。",
    "budget within the rate": PUBLIC
    + "2024年度“三公”经费支出决算为6.00万元，完成全年预算8.00万元的75.0%，比上年决算数增加1.00万元，增长20.0%；"
    "比2019年决算数减少4.00万元，下降40.0%。",
    "against the opening budget": PUBLIC + "2024年度“三公”经费决算数6.00万元，比2024年年初预算8.00万元减少2.00万元。",
    "against a budget said before": COST
    + "2024年度机关运行经费年初预算12.00万元，决算数15.00万元，较年初预算增加3.00万元。",
    "against last year's budget": PUBLIC
    + "2024年度“三公”经费决算数6.00万元，年初预算9.00万元，与2023年年初预算相比，减少2.50万元。",
    "equal to last year's budget": PUBLIC
    + "2024年度“三公”经费决算数6.00万元，年初预算9.00万元，决算数等于2023年年初预算数。",
    "foreign guests for nothing": PUBLIC
    + "3.公务接待费。2024年度支出决算为2.00万元。国内公务接待9批次、70人次，支出2.00万元；"
    "外事接待0批次、0人次，支出0万元。",
    "counted reasons": OVERALL + "2024年度收、支总计均为110.00万元，"
    "与上年相比，收、支总计各增加10.00万元，增长10.00%。主要原因：一是新设岗位，较上年增加13.00万元；二是压减会议，较上年减少3.00万元，下降12.50%。",
    "both sides said apart": OVERALL
    + "2024年度收入总计110.00万元，支出总计110.00万元。与上年相比，收、支总计各增加10.00万元，增长10.00%。",
    "both sides below their total": OVERALL
    + "2024年度收、支总计均为110.00万元。其中：本年收入100.00万元，年初结转和结余10.00万元，本年支出108.00万元，"
    "年末结转和结余2.00万元。",
    "classes with their sections": GENERAL
    + "（三）一般公共预算财政拨款支出决算具体情况\n"
    + "1、“教育支出”（类）2024年度决算70.00万元，比2024年年初预算减少10.00万元，下降12.50%。其中：\n"
    + "“普通教育”（款）2024年度决算70.00万元，比2024年年初预算减少10.00万元，下降12.50%。\n"
    + "2、“卫生健康支出”（类）2024年度决算30.00万元，比2024年年初预算增加6.00万元，增长25.00%。其中：\n"
    + "“公共卫生”（款）2024年度决算20.00万元，比2024年年初预算持平。\n"
    + "“计划生育事务”（款）2024年度决算10.00万元，比2024年年初预算增加6.00万元，增长150.00%。",
    "shares of basic spending": BASIC
    + "2024年度一般公共预算财政拨款基本支出90.00万元，其中：人员经费75.00万元，占83.33%；公用经费15.00万元，占16.67%。",
    "shares of a part of basic spending": BASIC
    + "2024年度一般公共预算财政拨款基本支出90.00万元。人员经费75.00万元，其中：基本工资60.00万元，占80.00%。",
    "below the budget by its rate": PUBLIC
    + "3.公务接待费支出1.56万元，完成预算97.50%。决算数小于预算数的主要原因是压减。",
    "shares of fiscal spending": GENERAL
    + "（二）财政拨款支出决算结构情况\n2024年度财政拨款支出200.00万元，其中：教育支出（类）支出150.00万元，占75.00%；"
    "卫生健康支出（类）支出50.00万元，占本年财政拨款支出25.00%。",
    "shares of public expenses with funds": PUBLIC
    + "2024年度一般公共预算及政府性基金财政拨款“三公”经费支出决算8.00万元，其中：公务接待费支出2.00万元，"
    "占“三公”经费财政拨款支出决算总额的25.00%；公务车运行维护费6.00万元，占75.00%。",
    "against a year that is explained": PUBLIC
    + "2024年度“三公”经费支出决算为6.00万元，比2019年（疫情前）决算数减少4.00万元，下降40.0%。",
    "posts and people": "第一部分 部门概况\n二、人员情况\n人员编制40人，其中行政编制22人、事业编制18人；实有人员38人，"
    "其中行政21人、事业17人。",
    "cars of two sections": PUBLIC
    + "截至年末，单位共有公务用车3辆，其中：轿车1辆、越野车2辆。\n十、国有资产占用情况说明\n共有车辆5辆，"
    "其中：机要通信用车2辆、其他用车3辆。",
}


@pytest.mark.parametrize("wording", CLEAN)
def test_what_is_right_is_not_accused(wording: str) -> None:
    assert accused(said(CLEAN[wording])) == set()


PLANTED = {
    "budget within the rate": ("75.0%", "57.0%", "prose-completion"),
    "against the opening budget": ("减少2.00", "减少3.00", "prose-budget-change"),
    "against a budget said before": ("增加3.00", "减少3.00", "prose-budget-change-word"),
    "counted reasons": ("增长10.00%", "增长19.00%", "prose-growth"),
    "both sides said apart": ("增长10.00%", "增长19.00%", "prose-growth"),
    "classes with their sections": ("下降12.50%", "下降15.20%", "prose-growth"),
    "shares of basic spending": ("占16.67%", "占61.67%", "prose-shares"),
    "below the budget by its rate": ("小于", "大于", "prose-budget-word"),
    "shares of fiscal spending": ("占75.00%", "占57.00%", "prose-shares"),
    "shares of public expenses with funds": ("占75.00%", "占57.00%", "prose-shares"),
    "against a year that is explained": ("40.0%", "28.6%", "prose-growth"),
    "posts and people": ("行政编制22人", "行政编制25人", "staff-by-kind"),
    "cars of two sections": ("车辆5辆", "车辆7辆", "vehicles-by-kind"),
    "items alone on a line": ("125.00%", "152.00%", "prose-completion"),
}


@pytest.mark.parametrize("wording", PLANTED)
def test_what_is_wrong_is_found(wording: str) -> None:
    right, wrong, rule = PLANTED[wording]
    assert right in CLEAN[wording]
    assert rule in accused(said(CLEAN[wording].replace(right, wrong, 1)))


def test_this_years_totals_in_the_first_section_are_those_of_forms_02_and_03() -> None:
    text = said(OVERALL + "2024年度本年支出合计{}万元，其中：基本支出90.00万元，项目支出{}万元。") + form_set()
    assert accused(text.format("120.00", "30.00")) == set()
    assert "prose-totals" in accused(text.format("120.00", "33.00"))


def test_money_of_a_government_fund_is_that_of_its_form() -> None:
    told = "七、政府性基金预算财政拨款支出决算情况说明\n年初结转和结余2.00万元，本年收入{}万元，本年支出6.00万元。"
    assert accused(said(told.format("5.00")) + form_set(form_07=FILLED_07)) == set()
    assert "prose-totals" in accused(said(told.format("5.50")) + form_set(form_07=FILLED_07))


def test_what_was_carried_over_is_form_01s() -> None:
    carried = (("01", "年初结转和结余\t29\t", "年初结转和结余\t29\t4.00"), ("01", "总计\t31\t120", "总计\t31\t124"))
    text = said(OVERALL + "2024年度年初结转和结余{}万元，本年收入120.00万元。") + form_set(*carried)
    assert accused(text.format("4.00")) == set()
    assert "prose-totals" in accused(text.format("14.00"))
