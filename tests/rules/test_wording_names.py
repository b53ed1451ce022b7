"""Names of the body, its projects, its accounts and offices, and words that contradict each other."""

from __future__ import annotations

import pytest

from juesuan.checks import Outcome, Severity
from juesuan.rules.wording_names import ANOTHER, DROPPED, JOINT, LETTER, LETTERS, TWICE, compare
from rules.made import errors, failures, outcomes, quoted, said

BODY = "苹果市梨花区规划和档案管理局"
TITLE = f"2024年度\n{BODY}部门决算\n第一部分 {BODY}概况\n一、部门职责\n保管档案。\n"
ITEMS = "五、一般公共预算财政拨款支出决算情况说明\n（三）一般公共预算财政拨款支出决算具体情况\n"
FORM_05 = """一般公共预算财政拨款支出决算表
公开05表
单位：{unit}
项目\t\t本年支出
科目代码\t科目名称\t小计\t基本支出\t项目支出
合计\t\t{total}\t{total}\t
208\t社会保障和就业支出\t{pension}\t{pension}\t
20805\t行政事业单位养老支出\t{pension}\t{pension}\t
2080505\t机关事业单位基本养老保险\t{pension}\t{pension}\t
221\t住房保障支出\t{housing}\t{housing}\t
22102\t住房改革支出\t{housing}\t{housing}\t
2210201\t住房公积金\t{housing}\t{housing}\t
"""
IN_WAN = FORM_05.format(unit="万元", total="50.00", pension="30.00", housing="20.00")
IN_YUAN = FORM_05.format(unit="元", total="500,000.00", pension="300,000.00", housing="200,000.00")


@pytest.mark.parametrize(
    ("other", "slip"),
    [
        ("苹果市梨花区规划与档案管理局", JOINT),
        ("苹果市规划和档案管理局", DROPPED),
        ("苹果市梨花区规化和档案管理局", LETTER),
        ("苹果市梨花县规划和档案管理局", LETTER),
        ("苹果市梨花区规划和档案服务管理局", LETTERS),
        ("苹果市市梨花区规划和档案管理局", TWICE),
        (BODY, None),
        (f"{BODY}（本级）", None),
        ("梨花区规划和档案管理局", None),
        (f"{BODY}执法大队", None),
        ("苹果市梨花区财政局", None),
    ],
)
def test_how_a_name_slips(other: str, slip: object) -> None:
    assert compare(BODY, other) is slip


def test_short_forms_are_the_same_body() -> None:
    assert compare("梨花县人民代表大会常务委员会办公室", "梨花县人大常委会办公室") is None
    assert compare("梨花县第一中学", "梨花县第二中学") is None


def test_a_heading_without_the_district_is_an_error_that_shows_both_names() -> None:
    found = errors("body-name", TITLE + "第二部分 苹果市规划和档案管理局2024年度部门决算表\n")
    assert len(found) == 1
    assert BODY in quoted(found[0])


def test_the_superior_body_may_begin_a_sentence() -> None:
    text = TITLE + "苹果市规划和档案管理局2024年度部门工作会议在本区召开。\n"
    assert outcomes("body-name", text) == {Outcome.PASSED}


def test_a_form_of_another_body_is_an_error() -> None:
    text = TITLE + IN_WAN.replace("单位：万元", "部门：梨花区统计局\n单位：万元")
    assert [check.zh for check in errors("body-name", text) if ANOTHER.zh in check.zh]


def test_a_name_with_more_words_is_a_notice() -> None:
    text = TITLE + "附件1\n苹果市梨花区规划和档案服务管理局整体支出绩效自评报告\n一、部门概况\n保管档案。\n"
    assert [check.severity for check in failures("body-name", text)] == [Severity.NOTICE]


@pytest.mark.parametrize("form", [IN_WAN, IN_YUAN], ids=["万元", "元"])
@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("住房保障支出（类）住房改革支出（款）住房公积金（项）。支出决算为20.00万元。", Outcome.PASSED),
        ("住房保障支出（类）住房保障支出（款）住房公积金（项）。支出决算为20.00万元。", Outcome.FAILED),
        ("住房保障支出（类）住房改革支出（款）职工住房金（项）。支出决算为20.00万元。", Outcome.FAILED),
        ("住房保障支出（类）住房改革支出（款）职工住房金（项）。支出决算为21.00万元。", Outcome.UNCHECKED),
        (
            "社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）。支出决算为30.00万元。",
            Outcome.PASSED,
        ),
    ],
)
def test_accounts_in_the_prose_are_those_of_the_form(form: str, sentence: str, outcome: Outcome) -> None:
    assert outcomes("account-names", form + said(ITEMS + sentence)) == {outcome}


def test_an_item_below_a_heading_of_its_class_is_not_held_to_another_class() -> None:
    sections = f"{ITEMS}1.其他支出（类）\n（1）住房改革支出（款）住房公积金（项）。支出决算为20.00万元。"
    assert outcomes("account-names", IN_WAN + said(sections)) == {Outcome.PASSED}


def test_a_purpose_that_belongs_to_another_item_is_an_error_with_both_places() -> None:
    sections = (
        f"{ITEMS}1.卫生健康支出（类）行政事业单位医疗（款）事业单位医疗（项）。主要用于：职工医疗保险。\n"
        "2.住房保障支出（类）住房改革支出（款）住房公积金（项）。主要用于：职工医疗保险。\n"
        "3.一般公共服务支出（类）档案事务（款）行政运行（项）。主要用于：人员和公用支出。"
    )
    found = errors("item-purpose", said(sections))
    assert [check.expected for check in found] == ["住房公积金"]
    assert len(found[0].evidence) == 2


@pytest.mark.parametrize(
    ("listed", "outcome"),
    [
        ("3个科室，分别为办公室、保管科、利用科", Outcome.PASSED),
        ("3个科室：办公室（挂信访室、督查室牌子）、保管科、利用科", Outcome.PASSED),
        ("4个科室，分别为办公室、保管科、利用科、12345热线科，核定编制9名", Outcome.PASSED),
        ("三个科室，分别为办公室、保管和利用科、人事科", Outcome.PASSED),
        ("5个科室，分别为办公室、保管科、利用科等", Outcome.NOT_APPLICABLE),
        ("5个科室，分别为办公室、保管科、利用科", Outcome.FAILED),
        ("机构2个：办公室、保管科、利用科", Outcome.FAILED),
    ],
)
def test_offices_are_as_many_as_are_listed(listed: str, outcome: Outcome) -> None:
    assert outcomes("offices-counted", f"第一部分 部门概况\n一、机构设置\n本馆内设{listed}。\n") == {outcome}


def test_a_denial_in_another_project_is_no_contradiction() -> None:
    reports = [
        f"附件{number}\n{name}项目支出绩效自评报告\n一、存在的问题\n{words}绩效指标能够完整反映项目成效。\n"
        for number, name, words in ((1, "库房维护", ""), (2, "档案修复", "没有"))
    ]
    text = "\n".join(reports).replace("没有绩效指标能够", "绩效指标没有能够")
    assert outcomes("denied-elsewhere", text) == {Outcome.PASSED}


def test_grades_in_quotation_marks_deny_nothing() -> None:
    text = "第四部分 预算绩效情况说明\n一、自评情况\n绩效评级为“合格”的项目有两个。\n绩效评级为“不合格”的项目有两个。\n"
    assert outcomes("denied-elsewhere", text) == {Outcome.PASSED}


STRUCTURE = (
    "五、一般公共预算财政拨款支出决算情况说明\n（二）一般公共预算财政拨款支出决算结构情况\n"
    "2024年度一般公共预算财政拨款支出50.00万元，其中：{}30.00万元，占60.00%；{}20.00万元，占40.00%。"
)


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("社会保障和就业支出", "住房保障支出", 0),
        ("社会保险和就业支出", "住房保障支出", 1),
        ("社会保障和就业支出", "住房改革支出", 0),  # which is an account of the form too
        ("人员支出", "公用支出", 0),  # parted otherwise than by class
    ],
)
def test_a_class_of_a_known_amount_is_called_as_in_the_form(first: str, second: str, found: int) -> None:
    assert len(errors("class-names", IN_WAN + said(STRUCTURE.format(first, second)))) == found


@pytest.mark.parametrize(
    ("name", "found"),
    [("住房公积金", 0), ("住房公积", 0), ("住房公债金", 1), ("住房改革支出", 0)],
)
def test_an_account_is_called_alike_in_all_forms(name: str, found: int) -> None:
    spent = IN_WAN.replace("一般公共预算财政拨款支出决算表\n公开05表", "支出决算表\n公开03表")
    income = spent.replace("支出决算表\n公开03表", "收入决算表\n公开02表").replace("\t\t本年支出\n", "\t\t\t\t\n")
    income = income.replace("小计\t基本支出\t项目支出", "本年收入合计\t财政拨款收入\t其他收入")
    text = "\n".join((income.replace("住房公积金", name), spent.replace("小计", "本年支出合计"), IN_WAN))
    assert len(errors("form-account-names", text)) == found


@pytest.mark.parametrize(
    ("name", "found"),
    [("公务接待费", 0), ("公务招待费", 1), ("接待费", 0), ("公务用车费", 0)],
)
def test_an_economic_account_one_character_off(name: str, found: int) -> None:
    form = (
        "一般公共预算财政拨款基本支出决算明细表\n公开06表\n单位：万元\n人员经费\t\t\t公用经费\t\t\n"
        "科目代码\t科目名称\t决算数\t科目代码\t科目名称\t决算数\n301\t工资福利支出\t7.00\t302\t商品和服务支出\t5.00\n"
        "30101\t基本工资\t7.00\t30201\t办公费\t3.80\n\t\t\t30217\t公务接待费\t1.20\n"
        "\t人员经费合计\t7.00\t\t公用经费合计\t5.00\n"
    )
    told = f"六、一般公共预算财政拨款基本支出决算情况说明\n公用经费5.00万元，主要包括：办公费3.80万元、{name}1.20万元。"
    assert len(errors("economic-names", form + said(told))) == found


COPIED = "一、收入支出决算总体情况说明\n{}\n"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("苹果市教育局2024年度收入支出总计50.00万元。", 1),
        (f"{BODY}2024年度收入支出总计50.00万元。", 0),
        ("收入减少，苹果市财政局2024年度预算下达较晚。", 0),
        ("根据苹果市财政局2024年度决算工作要求，如实填报。", 0),
    ],
)
def test_a_sentence_on_own_figures_is_not_another_bodys(sentence: str, found: int) -> None:
    text = TITLE + f"第三部分 {BODY}2024年度部门决算情况说明\n" + COPIED.format(sentence)
    assert len(errors("body-name", text)) == found


def test_a_unit_of_the_body_has_figures_of_its_own() -> None:
    units = "二、机构设置\n下属单位为苹果市地名档案馆。\n"
    told = COPIED.format("苹果市地名档案馆2024年度收入支出总计50.00万元。")
    assert errors("body-name", TITLE + units + f"第三部分 {BODY}2024年度部门决算情况说明\n" + told) == []
