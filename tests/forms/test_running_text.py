"""Forms whose cells are parted by spaces: blanks leave no trace, names and codes wrap."""

from __future__ import annotations

from decimal import Decimal

import pytest

from juesuan.forms import recognise
from juesuan.readers import load_text
from juesuan.records import Fact, Form

SPENDING = """支出决算表
公开03表
部门：某某局 2024年度 金额单位：万元
项目
本年支出合计 基本支出 项目支出 上缴上级支出 经营支出
对附属单位补助
支出
科目代码 科目名称
栏次 1 2 3 4 5 6
合计 10.00 7.00 3.00
201 一般公共服务支出 6.00 3.00 3.00
20103 政府办公厅（室）及相关机构事务 6.00 3.00 3.00
2010301 行政运行 3.00 3.00
2010302 一般行政管理事务 3.00 3.00
208 社会保障和就业支出 4.00 4.00
20805 行政事业单位养老支出 4.00 4.00
2080505 机关事业单位基本养老保险缴费
支出
4.00 4.00
注：本表反映各项支出。
一般公共预算财政拨款支出决算表
公开05表
部门：某某局 2024年度 金额单位：万元
项目 本年支出
科目代码 科目名称 小计 基本支出 项目支出
栏次 1 2 3
合计 10.00 7.00 3.00
201 一般公共服务支出 6.00 3.00 3.00
20103 政府办公厅（室）及相关机构事务 6.00 3.00 3.00
2010301 行政运行 3.00 3.00
2010302 一般行政管理事务 3.00 3.00
208 社会保障和就业支出 4.00 4.00
20805 行政事业单位养老支出 4.00 4.00
2080505 机关事业单位基本养老保险缴费支出 4.00 4.00
注：本表反映一般公共预算支出。
"""

TOTALS = """收入支出决算总表
公开01表
金额单位：万元
收入 支出
项目 行 金额 项目 行 金额
栏次 1 栏次 2
一、一般公共预算财政拨款收入 1 9.00 一、一般公共服务支出 31 6.00
二、政府性基金预算财政拨款收入 2 二、外交支出 32
八、其他收入 8 1.00 八、社会保障和就业支出 38 4.00
9 九、卫生健康支出 39
本年收入合计 27 10.00 本年支出合计 57 10.00
年初结转和结余 29 年末结转和结余 59
总计 30 10.00 总计 60 10.00
注：本表反映总收支。
收入决算表
公开02表
金额单位：万元
本年收入合计 财政拨款收入 上级补助收入 事业收入 经营收入 附属单位上缴收入 其他收入
栏次 1 2 3 4 5 6 7
合计 10.00 9.00 1.00
201 一般公共服务支出 6.00 5.00 1.00
208 社会保障和就业支出 4.00 4.00
注：本表反映各项收入。
"""


def read(text: str) -> tuple[dict[str, Form], dict[tuple[str, str, str], Fact]]:
    forms, facts = recognise(load_text(text, "made"))
    return {form.number: form for form in forms}, {(f.form, f.code or f.item, f.key): f for f in facts}


def test_a_wrapped_name_keeps_its_figures() -> None:
    _, facts = read(SPENDING)
    fact = facts["03", "2080505", "total"]
    assert fact.item == "机关事业单位基本养老保险缴费支出"
    assert fact.amount.value == 4


def test_what_the_sums_leave_open_stays_open() -> None:
    """Two items of 3.00, one basic and one project: nothing in the figures tells which is which."""
    forms, facts = read(SPENDING)
    assert facts["05", "2010301", "total"].doubt == ""
    assert facts["05", "2010301", "basic"].doubt
    assert not facts["05", "208", "basic"].doubt
    assert not facts["05", "2080505", "basic"].doubt
    assert [row.code for row in forms["05"].rows if row.doubt] == ["2010301", "2010302"]


def test_the_sums_over_sister_rows_settle_a_column() -> None:
    text = SPENDING.replace("2010301 行政运行 3.00 3.00", "2010301 行政运行 2.00 2.00").replace(
        "2010302 一般行政管理事务 3.00 3.00", "2010302 一般行政管理事务 4.00 1.00 3.00"
    )
    _, facts = read(text)
    assert facts["03", "2010301", "basic"].amount.value == 2
    assert not facts["03", "2010301", "basic"].doubt


def test_another_form_tells_which_income_it_is() -> None:
    _, facts = read(TOTALS)
    assert facts["02", "合计", "other"].amount.value == 1
    assert facts["02", "208", "fiscal"].amount.value == 4
    assert not [fact for fact in facts.values() if fact.doubt]


def test_line_numbers_are_no_amounts() -> None:
    _, facts = read(TOTALS)
    assert {fact.amount.value for key, fact in facts.items() if key[0] == "01"} == {
        Decimal(n) for n in (9, 1, 10, 6, 4)
    }


def test_a_wrong_figure_keeps_its_place() -> None:
    """A row whose own sum fails is still read where all else leaves one way: the error is the document's."""
    _, facts = read(TOTALS.replace("201 一般公共服务支出 6.00 5.00 1.00", "201 一般公共服务支出 6.00 5.40 1.00"))
    assert facts["02", "201", "fiscal"].amount.value == Decimal("5.40")
    assert not facts["02", "201", "fiscal"].doubt


def test_a_wrong_figure_stands_where_only_its_own_column_fails() -> None:
    _, facts = read(TOTALS.replace("208 社会保障和就业支出 4.00 4.00", "208 社会保障和就业支出 4.00 4.60"))
    assert facts["02", "208", "fiscal"].amount.value == Decimal("4.60")
    assert not facts["02", "208", "fiscal"].doubt


def test_a_wrong_figure_that_could_stand_in_two_columns_is_doubted() -> None:
    totals = TOTALS.replace("合计 10.00 9.00 1.00", "合计 10.00 8.00 2.00").replace("收入 1 9.00", "收入 1 8.00")
    totals = totals.replace("八、其他收入 8 1.00", "八、其他收入 8 2.00")
    forms, facts = read(totals.replace("208 社会保障和就业支出 4.00 4.00", "208 社会保障和就业支出 4.00 4.60"))
    assert not [key for key in facts if key[:2] == ("02", "208")]
    assert [row.code for row in forms["02"].rows if row.doubt] == ["208"]


def test_three_public_spending_with_blanks() -> None:
    _, facts = read(
        "财政拨款“三公”经费支出决算表\n公开09表\n单位：万元\n预算数 决算数\n合计 因公出国（境）费 公务接待费\n"
        "小计 公务用车购置费 公务用车运行维护费\n1 2 3 4 5 6 7 8 9 10 11 12\n"
        "9.00 6.00 1.00 5.00 3.00 7.00 5.00 5.00 2.00\n"
        "注：本表反映有关支出。\n"
    )
    budget = {
        key[2]: fact.amount.value for key, fact in facts.items() if key[2].startswith("budget") and not fact.doubt
    }
    assert budget == {
        "budget:total": 9,
        "budget:vehicles": 6,
        "budget:purchase": 1,
        "budget:running": 5,
        "budget:reception": 3,
    }
    assert facts["09", "", "final:total"].amount.value == 7
    assert any(fact.doubt for key, fact in facts.items() if key[2] in ("final:purchase", "final:running"))


def test_a_wrong_figure_for_vehicles_is_placed_where_both_its_sums_call_for_another() -> None:
    _, facts = read(
        "财政拨款“三公”经费支出决算表\n公开09表\n单位：万元\n预算数 决算数\n合计 因公出国（境）费 公务接待费\n"
        "小计 公务用车购置费 公务用车运行维护费\n9.00 6.00 1.00 5.00 3.00 7.00 8.00 1.00 4.00 2.00\n"
    )
    sure = {key[2]: fact.amount.value for key, fact in facts.items() if key[2].startswith("final") and not fact.doubt}
    assert sure == {
        "final:total": 7,
        "final:vehicles": 8,
        "final:purchase": 1,
        "final:running": 4,
        "final:reception": 2,
    }


def test_signs_for_nothing_hold_their_columns() -> None:
    _, facts = read(
        "支出决算表\n公开03表\n金额单位：万元\n"
        "本年支出合计 基本支出 项目支出 上缴上级支出 经营支出 对附属单位补助支出\n"
        "科目代码 科目名称\n栏次 1 2 3 4 5 6\n合计 9.00 6.00 — — 3.00 —\n201 一般公共服务支出 9.00 6.00 — — 3.00 —\n"
    )
    assert facts["03", "201", "business"].amount.value == 3
    assert not facts["03", "201", "business"].doubt
    assert ("03", "201", "project") not in facts


@pytest.mark.parametrize("sign", ["—", "-", "/"])
def test_signs_for_nothing_are_no_labels(sign: str) -> None:
    totals = TOTALS.replace("预算财政拨款收入 2 二", f"预算财政拨款收入 2 {sign} 二").replace(
        "外交支出 32", f"外交支出 32 {sign}"
    )
    assert totals != TOTALS
    assert _shown(totals) == _shown(TOTALS)


def _shown(text: str) -> dict[tuple[str, str, str], tuple[Decimal, str]]:
    return {key: (fact.amount.value, fact.doubt) for key, fact in read(text)[1].items()}


def test_an_empty_form_in_running_text() -> None:
    forms, facts = read(
        "政府性基金预算财政拨款收入支出决算表\n公开07表\n单位：万元\n"
        "项目 年初结转和结余 本年收入 本年支出 年末结转和结余\n"
        "科目代码 科目名称 小计 基本支出 项目支出\n栏次 1 2 3 4 5 6\n合计\n注：本部门没有相关收支，故本表无数据。\n"
    )
    assert forms["07"].empty
    assert forms["07"].columns == ("opening", "income", "total", "basic", "project", "closing")
    assert facts == {}


def test_a_form_whose_figures_fit_no_columns_is_not_empty() -> None:
    forms, facts = read(
        "财政拨款“三公”经费支出决算表\n公开09表\n单位：万元\n预算数 决算数\n"
        + "合计 因公出国（境）费 公务用车购置及运行维护费 公务接待费 " * 2
        + "\n小计 公务用车购置费 公务用车运行维护费 小计 公务用车购置费 公务用车运行维护费\n"
        "9.00 4.00 1.00 1.50 4.70 8.00 3.00 7.00 1.00 4.20\n"
    )
    assert not [fact for fact in facts.values() if not fact.doubt]
    assert not forms["09"].empty


@pytest.mark.parametrize(
    ("whole", "torn"),
    [
        ("208 社会保障和就业支出 4.00 4.00", "208 社会保障和就业支出 4. 00 4.00"),
        ("208 社会保障和就业支出 4.00 4.00", "208 社会保障和就业支出 4 .00 4.00"),
        ("8 1.00 八、", "8 1.0 0 八、"),
    ],
)
def test_a_number_broken_by_a_space_is_put_together(whole: str, torn: str) -> None:
    assert whole in TOTALS
    _, facts = read(TOTALS.replace(whole, torn))
    assert {key: fact.amount.value for key, fact in facts.items()} == {
        key: fact.amount.value for key, fact in read(TOTALS)[1].items()
    }
    assert not [fact for fact in facts.values() if fact.doubt]


@pytest.mark.parametrize(
    ("whole", "torn"),
    [
        ("208 社会保障和就业支出 4.00 4.00", "208 社会保障和就业支出 4.00 4\n.00"),
        ("208 社会保障和就业支出 4.00 4.00", "208 社会保障和就业支出 4.0\n0 4.00"),
        ("总计 60 10.00", "总计 60 10.0\n0"),
        ("八、社会保障和就业支出 38 4.00", "八、社会保障和就业支出\n38 4.00"),
    ],
)
def test_a_number_broken_by_a_line_end_is_doubted(whole: str, torn: str) -> None:
    assert whole in TOTALS
    forms, facts = read(TOTALS.replace(whole, torn))
    true = {key: fact.amount.value for key, fact in read(TOTALS)[1].items()}
    assert all(fact.doubt or true.get(key) == fact.amount.value for key, fact in facts.items())
    assert any(row.doubt for form in forms.values() for row in form.rows)


def test_a_figure_names_the_identity_that_chose_its_column() -> None:
    _, facts = recognise(load_text(SPENDING, "made"))
    chosen = {(fact.form, fact.key): fact.placed_by for fact in facts if fact.item == "合计"}
    assert chosen["03", "project"].startswith("03[*].total == basic + project")
    assert chosen["05", "project"] == ""  # three figures for three columns leave no choice
