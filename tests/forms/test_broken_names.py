"""Names that a conversion broke over the lines around their code."""

from __future__ import annotations

from decimal import Decimal

from juesuan.forms import recognise
from juesuan.readers import load_text

HEAD = "公开{}表\n单位：万元\n科目代码 科目名称 合计 基本支出 项目支出\n"
AROUND = (
    "一般公共预算财政拨款支出决算表\n"
    + HEAD.format("05")
    + "教育支\n205 9.00 6.00 3.00\n出\n普通教育\n20502 9.00 6.00 3.00\n"
    "学前\n2050201 教育 9.00 6.00 3.00\n支出\n合计 9.00 6.00 3.00\n"
)
WHOLE = (
    "支出决算表\n"
    + HEAD.format("03")
    + "205 教育支出 9.00\n20502 普通教育 9.00\n2050201 学前教育支出 9.00\n合计 9.00\n"
)
ECONOMIC = (
    "一般公共预算财政拨款基本支出决算明细表\n公开06表\n单位：万元\n科目编码 科目名称 决算数 科目编码 科目名称 决算数\n"
    "301 工资福利支出 9.00 302 商品和服务支出 2.00\n机关事业单位基本\n30108 6.00 30201 办公费 2.00\n养老保险缴费\n"
    "30101 基本工资 3.00 30202 印刷费 0.00\n"
)


def test_a_broken_name_is_the_one_of_another_form() -> None:
    forms, _ = recognise(load_text(f"{WHOLE}\n{AROUND}", "made"))
    names = {form.number: {row.code: row.item for row in form.rows if row.code} for form in forms}
    assert names["05"] == names["03"] == {"205": "教育支出", "20502": "普通教育", "2050201": "学前教育支出"}


def test_a_broken_name_that_no_other_form_tells_is_doubted_and_its_figures_are_not() -> None:
    (form,), facts = recognise(load_text(AROUND, "made"))
    assert [row.code for row in form.rows if row.code and not row.doubt] == []
    assert {fact.amount.value for fact in facts if fact.key == "total" and not fact.doubt} == {Decimal(9)}


def test_a_code_without_its_name_keeps_its_figure() -> None:
    _, facts = recognise(load_text(ECONOMIC, "made"))
    assert {fact.code: fact.amount.value for fact in facts if not fact.doubt} == {
        "301": 9, "302": 2, "30108": 6, "30201": 2, "30101": 3, "30202": 0,
    }  # fmt: skip


def test_a_figure_between_two_pieces_of_the_name_of_a_class_is_that_class() -> None:
    text = (
        "收入支出决算总表\n公开01表\n单位：万元\n收入 支出\n项目 决算数 项目 决算数\n"
        "一、一般公共预算财政拨款收入 9.82 一、一般公共服务支出 4.00\n二十一、国有资本经营预算支出\n"
        "二十二、灾害防治及应急管理支\n5.82\n出\n二十三、其他支出\n本年收入合计 9.82 本年支出合计 9.82\n"
        "总计 9.82 总计 9.82\n"
    )
    facts = recognise(load_text(text, "made"))[1]
    assert [str(fact.amount.value) for fact in facts if fact.item == "二十二、灾害防治及应急管理支出"] == ["5.82"]
