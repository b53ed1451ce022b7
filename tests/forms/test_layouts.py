"""Layouts of the statutory forms as regions print them, in small made documents."""

from __future__ import annotations

import pytest

from forms.made import read, value
from juesuan.forms import recognise
from juesuan.readers import load_text


def test_a_total_table_with_budget_and_final_columns() -> None:
    _, facts = read(
        "收入支出决算总表\n公开01表\n金额单位：万元\n"
        "收入\t\t\t\t\t支出\t\t\t\t\n"
        "项目\t行次\t年初预算数\t全年预算数\t决算数\t项目\t行次\t年初预算数\t全年预算数\t决算数\n"
        "栏次\t\t1\t2\t3\t栏次\t\t4\t5\t6\n"
        "一、一般公共预算财政拨款收入\t1\t50.00\t60.00\t58.00\t一、一般公共服务支出\t32\t40.00\t50.00\t48.00\n"
        "本年收入合计\t27\t50.00\t60.00\t58.00\t本年支出合计\t58\t40.00\t50.00\t48.00\n"
    )
    assert value(facts, "01", "本年收入合计", "income") == 58
    assert value(facts, "01", "本年支出合计", "expenditure") == 48
    assert value(facts, "01", "本年收入合计", "opening_budget:income") == 50
    assert value(facts, "01", "本年支出合计", "budget:expenditure") == 50


def test_a_total_table_without_line_numbers() -> None:
    _, facts = read(
        "2023年度收入支出决算总表\n单位：元\n"
        "收    入\t\t支    出\t\n项    目\t决算数\t项    目\t决算数\n"
        "一、一般公共预算财政拨款收入\t1,000.50\t一、一般公共服务支出\t900.00\n"
        "二、政府性基金预算财政拨款收入\t\t二、外交支出\t\n"
        "本年收入合计\t1,000.50\t本年支出合计\t900.00\n"
    )
    assert value(facts, "01", "一、一般公共服务支出", "expenditure") == 900
    assert facts[0].amount.unit == "元"


def test_codes_in_three_columns_and_the_total_below() -> None:
    forms, facts = read(
        "收入决算表\n单位：万元\n"
        "项目\t\t\t\t本年收入合计\t财政拨款收入\t上级补助收入\t事业收入\t经营收入\t附属单位上缴收入\t其他收入\n"
        "科目编码\t\t\t科目名称\t\t\t\t\t\t\t\n类\t款\t项\t\t\t\t\t\t\t\t\n"
        "201\t\t\t一般公共服务支出\t8.00\t7.00\t\t1.00\t\t\t\n"
        "201\t31\t\t党委办公厅（室）及相关机构事务\t8.00\t7.00\t\t1.00\t\t\t\n"
        "201\t31\t01\t行政运行\t8.00\t7.00\t\t1.00\t\t\t\n"
        "合计\t\t\t\t8.00\t7.00\t\t1.00\t\t\t\n"
    )
    assert [row.code for row in forms[0].rows] == ["201", "20131", "2013101", ""]
    assert value(facts, "02", "2013101", "operations") == 1
    assert value(facts, "02", "合计", "fiscal") == 7


@pytest.mark.parametrize("code", ["201.31.01", "201 31 01", "20131 01", "2013101"])
def test_a_code_with_dots_or_spaces(code: str) -> None:
    _, facts = read(
        "一般公共预算财政拨款支出决算表\n单位：千元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\t备注\n"
        f"{code}\t行政运行\t8.0\t7.0\t1.0\t见说明\n合计\t\t8.0\t7.0\t1.0\t\n"
    )
    assert value(facts, "05", "2013101", "basic") == 7
    assert {fact.amount.unit for fact in facts} == {"千元"}
    assert not any(fact.doubt for fact in facts)


def test_the_title_and_unit_inside_the_grid_with_ascii_brackets() -> None:
    forms, facts = read(
        "支出决算表\t\t\t\t\t\t\t\n\t\t\t\t\t\t公开03表\t\n部门:某某局\t\t\t\t\t\t金额单位:万元\t\n"
        "项目\t\t本年支出合计\t基本支出\t项目支出\t上缴上级支出\t经营支出\t对附属单位补助支出\n"
        "科目编码\t科目名称\t\t\t\t\t\t\n栏次\t\t1\t2\t3\t4\t5\t6\n合计\t\t5.00\t4.00\t1.00\t\t\t\n"
        "201\t一般公共服务支出\t5.00\t4.00\t1.00\t\t\t\n"
    )
    assert (forms[0].number, forms[0].label, forms[0].unit, forms[0].department) == ("03", "公开03表", "万元", "某某局")
    assert value(facts, "03", "合计", "project") == 1


def test_basic_expenditure_as_one_list_with_personnel_and_running_costs() -> None:
    forms, facts = read(
        "一般公共预算财政拨款基本支出决算表\n单位：万元\n经济分类科目编码\t科目名称\t合计\t人员经费\t公用经费\n"
        "合计\t\t9.00\t6.00\t3.00\n301\t工资福利支出\t6.00\t6.00\t\n30101\t基本工资\t6.00\t6.00\t\n"
        "302\t商品和服务支出\t3.00\t\t3.00\n30201\t办公费\t3.00\t\t3.00\n"
    )
    assert forms[0].number == "06"
    assert value(facts, "06", "30201", "running") == 3
    assert value(facts, "06", "合计", "personnel") == 6
    assert value(facts, "06", "合计", "final") == 9


def test_a_general_form_with_carry_over_and_basic_split() -> None:
    _, facts = read(
        "一般公共预算财政拨款支出决算表\n单位：万元\n"
        "科目编码\t科目名称\t本年支出\t\t\t\t\n\t\t合计\t基本支出\t\t\t项目支出\n\t\t\t小计\t人员经费\t公用经费\t\n"
        "合计\t\t9.00\t8.00\t6.00\t2.00\t1.00\n201\t一般公共服务支出\t9.00\t8.00\t6.00\t2.00\t1.00\n"
    )
    assert value(facts, "05", "201", "basic") == 8
    assert value(facts, "05", "201", "basic:personnel") == 6
    assert value(facts, "05", "201", "total") == 9
    assert value(facts, "05", "201", "project") == 1


def test_a_form_is_known_by_its_headings_without_a_title() -> None:
    forms, _ = read(
        "说明文字\n科目编码\t科目名称\t本年收入合计\t财政拨款收入\t上级补助收入\t事业收入\t经营收入\t附属单位上缴收入\t其他收入\n"
        "201\t一般公共服务支出\t5.00\t5.00\t\t\t\t\t\n"
    )
    assert [form.number for form in forms] == ["02"]


def test_other_tables_are_no_forms() -> None:
    forms, facts = read(
        "部门整体支出绩效自评表\n项目名称\t某项目\n资金\t全年预算数\t执行数\n年度资金总额\t10.00\t9.00\n"
        "项目支出绩效自评表\n单位：万元\n指标\t目标\t完成\n数量\t5\t5\n"
    )
    assert forms == ()
    assert facts == ()


def test_a_contents_page_is_no_form() -> None:
    forms, _ = read("目录\n一、收入支出决算总表\n二、收入决算表\n三、支出决算表\n第三部分 情况说明\n无其他事项。")
    assert forms == ()


def test_an_empty_form_is_a_form_with_its_note() -> None:
    forms, facts = read(
        "国有资本经营预算财政拨款支出决算表\n公开08表\n单位：万元\n项目\t\t本年支出\t\t\n"
        "科目代码\t科目名称\t合计\t基本支出\t项目支出\n合计\t\t\t\t\n注：本单位没有相关收支，故本表无数据。\n"
    )
    assert forms[0].empty
    assert facts == ()
    assert forms[0].notes == ("注：本单位没有相关收支，故本表无数据。",)


def test_words_where_a_figure_should_stand_doubt_their_row_alone() -> None:
    rows = "政府采购支出合计\t6.50\n政府采购货物支出\t6.50\n政府采购服务支出\t见附件\n"
    forms, facts = read(f"政府采购支出情况表\n公开11表\n单位：万元\n项目\t金额\n{rows}")
    assert [fact.item for fact in facts if not fact.doubt] == ["政府采购支出合计", "政府采购货物支出"]
    assert [row.item for row in forms[0].rows if row.doubt] == ["政府采购服务支出"]


def test_a_form_whose_rows_stand_in_a_grid_of_another_width_is_not_empty() -> None:
    head = "国有资本经营预算财政拨款支出决算表\n公开08表\n单位：万元\n项目\t\t本年支出\t\t\n"
    head += "科目代码\t科目名称\t合计\t基本支出\t项目支出\n"
    grids = [head, "合计\t6.50\t\t\t\t\t6.50\n223\t国有资本经营预算支出\t\t6.50\t\t\t6.50\n"]
    forms, _ = read("\n12\n".join(grids))
    assert [form.number for form in forms] == ["08"]
    assert not forms[0].empty


def test_dropped_zeros_do_not_make_a_figure_coarse() -> None:
    _, facts = read(
        "一般公共预算财政拨款支出决算表\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
        "合计\t\t12.5\t12.28\t0.22\n201\t一般公共服务支出\t12.5\t12.28\t0.22\n"
    )
    assert {fact.amount.decimals for fact in facts} == {2}
    assert facts[0].amount.displayed == "12.5"


def test_words_in_a_figure_cell_make_the_row_uncertain() -> None:
    forms, facts = read(
        "一般公共预算财政拨款支出决算表\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
        "合计\t\t12.00\t见附件\t2.00\n201\t一般公共服务支出\t12.00\t10.00\t2.00\n"
    )
    assert all(fact.doubt for fact in facts if fact.item == "合计")
    assert not any(fact.doubt for fact in facts if fact.code == "201")
    assert forms[0].rows[0].doubt


def test_two_figures_in_one_cell_are_parted_by_the_arithmetic_of_the_row() -> None:
    _, facts = read(
        "一般公共预算财政拨款支出决算表\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
        "合计\t\t12.00\t10.00 2.00\t\n201\t一般公共服务支出\t12.00\t10.00\t2.00\n"
    )
    assert value(facts, "05", "合计", "project") == 2
    assert not any(fact.doubt for fact in facts)


def test_a_form_named_in_the_contents_does_not_hide_the_form_itself() -> None:
    """A bare title in the contents is no twin of a title that begins with the body's name."""
    contents = "目录\n一、收入决算表\n二、支出决算表\n以上各表见附件\n"
    form = (
        "某县某局2023年度支出决算表\n单位：万元\n科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出\n"
        "合计\t\t12.00\t10.00\t2.00\n201\t一般公共服务支出\t12.00\t10.00\t2.00\n"
    )
    _, facts = read(contents + "\n" + form)
    assert value(facts, "03", "201", "basic") == 10


HEADED = (
    "政府性基金预算财政拨款收入支出决算表\n{head}\n科目编码\t科目名称\t年初结转和结余\t本年收入\t本年支出\t年末结转和结余\n"
    "合计\t\t\t{sum}\t{sum}\t\n"
)


@pytest.mark.parametrize("head", ["单位：元", "附表 7\n单位：元", "某处编制\n单位：元", "部 门 —— 某局\n金额单位：元"])
def test_the_unit_is_found_below_a_line_of_any_kind(head: str) -> None:
    (form,), facts = recognise(load_text(HEADED.format(head=head, sum="12,345.67"), "made"))
    assert form.unit == "元"
    assert {str(fact.amount.value) for fact in facts} == {"12345.67"}


def test_a_title_over_two_lines_is_not_that_of_its_second_line() -> None:
    text = "财政拨款收入\n支出决算总表\n单位：万元\n收入\t\t支出\t\n项目\t决算数\t项目\t合计\n"
    text += "一、一般公共预算财政拨款\t5.00\t本年支出合计\t5.00\n"
    forms, _ = recognise(load_text(text, "made"))
    assert [form.number for form in forms] == ["04"]


def test_a_form_whose_figures_cannot_be_read_is_not_empty() -> None:
    (blank,), _ = recognise(load_text(HEADED.format(head="单位：元", sum=""), "made"))
    (torn,), facts = recognise(load_text(HEADED.format(head="单位：元", sum="12#45.67"), "made"))
    assert blank.empty
    assert not torn.empty and not facts


BLANK_AT_THE_RIGHT = """2024年度部门决算
收入决算表
单位：万元
项目\t本年收入合计\t财政拨款收入\t上级补助收入\t事业收入\t经营收入\t附属单位上缴收入\t其他收入
科目编码\t科目名称
合计\t90.00\t90.00\t\t\t\t\t
205\t教育支出\t60.00\t60.00\t\t\t\t\t
20502\t普通教育\t60.00\t60.00\t\t\t\t\t

— 7 —

某县教育局2024年度部门决算

208\t社会保障和就业支出\t30.00\t30.00\t\t\t\t\t
20805\t行政事业单位养老支出\t30.00\t30.00\t\t\t\t\t
某县教育局2024年度部门决算
"""


def test_columns_blank_in_every_row_are_columns_all_the_same() -> None:
    facts = [fact for fact in recognise(load_text(BLANK_AT_THE_RIGHT, "made"))[1] if fact.form == "02"]
    assert [(fact.code, fact.key) for fact in facts] == [
        (code, key) for code in ("", "205", "20502", "208", "20805") for key in ("total", "fiscal")
    ]


@pytest.mark.parametrize("row", ["9.00；3.00；6.00", "0.00 9.00#3.00", "合计 1,200,3"])
def test_a_form_is_not_empty_where_its_lines_show_money_that_was_not_read(row: str) -> None:
    forms, _ = read(f"财政拨款“三公”经费支出决算表\n公开09表\n单位：万元\n合计 出国费 公务用车 公务接待费\n{row}\n")
    assert not any(form.empty for form in forms)


def test_amounts_in_quotation_marks_are_amounts() -> None:
    row = "\t".join(f'"{amount}"' for amount in ("9.00", "0.00", "6.00", "3.00"))
    headings = "合计\t出国费\t公务用车购置及运行费\t公务接待费"
    _, facts = read(f"财政拨款“三公”经费支出决算表\n单位：万元\n{headings}\n{row}\n")
    assert {fact.key: fact.amount.value for fact in facts} == {
        "final:total": 9,
        "final:abroad": 0,
        "final:vehicles": 6,
        "final:reception": 3,
    }


def test_a_blank_column_behind_the_last_is_no_column_of_figures() -> None:
    _, facts = read(
        "一般公共预算财政拨款基本支出决算表\n单位：万元\n人员经费\t\t\t公用经费\t\t\t\n"
        "科目代码\t科目名称\t决算数\t科目代码\t科目名称\t决算数\t\n"
        "301\t工资福利支出\t6.00\t302\t商品和服务支出\t3.00\t\n30101\t基本工资\t6.00\t310\t资本性支出\t1.00\t\n"
        "人员经费合计\t\t6.00\t公用经费合计\t\t4.00\t\n"
    )
    assert {(fact.code, fact.key) for fact in facts} == {(c, "final") for c in ("301", "302", "30101", "310", "")}


def test_a_whole_number_behind_a_name_is_a_figure_where_spaces_keep_the_columns() -> None:
    _, facts = read(
        "支出决算表\n单位：万元\n项目                                 本年支出合计   基本支出   项目支出\n"
        "科目编码  科目名称\n合计                                       16.48      16.48\n"
        "208       社会保障和就业支出               16.48      16.48\n"
        "20805     行政事业单位养老支出             16.48      16.48\n"
        "2080505   机关事业单位基本养老保险缴费     13         13\n"
        "2080506   机关事业单位职业年金缴费         3.48       3.48\n"
    )
    assert value(facts, "03", "2080505", "total") == 13
    assert value(facts, "03", "2080505", "basic") == 13
