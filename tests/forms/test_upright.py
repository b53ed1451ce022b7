"""Forms whose cells stand one below the other."""

from __future__ import annotations

from decimal import Decimal

from juesuan.forms import recognise
from juesuan.readers import load_text

HEAD = "收入支出决算总表\n公开01表\n单位：万元\n收入\n支出\n"
NUMBERED = "项目\n行次\n金额\n项目\n行次\n金额\n"


def read(text: str) -> dict[tuple[str, str, str], Decimal]:
    """The figures by form, code or label, and column; none of them doubted."""
    _, facts = recognise(load_text(text, "made"))
    assert not [fact for fact in facts if fact.doubt]
    return {(fact.form, fact.code or fact.item, fact.key): fact.amount.value for fact in facts}


def test_halves_are_told_apart_by_the_numbers_of_their_lines() -> None:
    rows = (
        "一、事业收入\n1\n15.00\n一、教育支出\n4\n12.50\n2\n二、卫生健康支出\n5\n2.50\n总计\n3\n15.00\n总计\n6\n15.00\n"
    )
    assert read(HEAD + NUMBERED + rows) == {
        ("01", "一、事业收入", "income"): Decimal(15),
        ("01", "一、教育支出", "expenditure"): Decimal("12.50"),
        ("01", "二、卫生健康支出", "expenditure"): Decimal("2.50"),
        ("01", "总计", "income"): Decimal(15),
        ("01", "总计", "expenditure"): Decimal(15),
    }


def test_halves_without_numbered_lines_are_told_apart_by_their_names() -> None:
    rows = "一、事业收入\n15.00\n一、教育支出\n12.50\n二、其他收入\n二、卫生健康支出\n2.50\n"
    assert read(f"{HEAD}项目\n金额\n项目\n金额\n{rows}") == {
        ("01", "一、事业收入", "income"): Decimal(15),
        ("01", "一、教育支出", "expenditure"): Decimal("12.50"),
        ("01", "二、卫生健康支出", "expenditure"): Decimal("2.50"),
    }


def test_a_code_with_a_name_begins_a_row() -> None:
    text = (
        "一般公共预算财政拨款支出决算表\n公开05表\n单位：万元\n科目代码\n科目名称\n小计\n基本支出\n项目支出\n栏次\n1\n2\n3\n"
        "合 计\n9.00\n6.00\n3.00\n205\n教育支出\n9.00\n6.00\n3.00\n20502\n普通教育\n9.00\n6.00\n3.00\n"
    )
    columns = {"total": Decimal(9), "basic": Decimal(6), "project": Decimal(3)}
    rows = ("合计", "205", "20502")
    assert read(text) == {("05", row, key): value for row in rows for key, value in columns.items()}


def test_the_numbers_of_a_lists_lines_are_no_figures() -> None:
    text = (
        "政府采购支出情况表\n公开11表\n单位：万元\n政府采购支出信息\n行次\n金额\n"
        "政府采购支出合计\n1\n政府采购货物支出\n2\n5.00\n政府采购服务支出\n3\n"
    )
    assert read(text) == {("11", "政府采购货物支出", "final"): Decimal(5)}


def test_the_ordinal_before_a_label_is_no_figure() -> None:
    text = (
        "政府采购支出情况表\n公开11表\n单位：万元\n项目\n金额\n政府采购支出合计\n7.50\n"
        "1 . 政府采购货物支出\n7.50\n2 . 政府采购工程支出\n3 . 政府采购服务支出\n"
    )
    assert set(read(text).values()) <= {Decimal("7.50")}


def test_a_form_whose_figures_could_not_be_read_is_not_empty() -> None:
    headings = "本年收入合计\n财政拨款收入\n上级补助收入\n其他收入\n"
    text = f"收入决算表\n公开02表\n金额单位：万元\n{headings}教育\n9.00\n普通\n6.00\n"
    (form,), facts = recognise(load_text(text, "made"))
    assert not facts
    assert not form.empty


def test_cells_that_stand_column_by_column_are_not_read_as_rows() -> None:
    rows = "一、事业收入\n二、其他收入\n一、教育支出\n二、卫生健康支出\n15.00\n12.50\n2.50\n"
    _, facts = recognise(load_text(f"{HEAD}项目\n金额\n项目\n金额\n{rows}", "made"))
    assert not [fact for fact in facts if not fact.doubt]


def test_a_form_without_numbered_columns_is_read_row_by_row() -> None:
    titled = "一般公共预算财政拨款基本支出决算表\n单位：万元\n科目编码\n科目名称\n合计\n人员经费\n公用经费\n"
    rows = (
        "合计\n9.00\n6.00\n3.00\n301\n工资福利支出\n6.00\n6.00\n30101\n基本工资\n6.00\n6.00\n"
        "302\n商品和服务支出\n3.00\n3.00\n"
    )
    found = read(titled + rows)
    assert found["06", "合计", "running"] == Decimal(3)
    assert found["06", "30101", "personnel"] == found["06", "301", "final"] == Decimal(6)
    assert found["06", "302", "running"] == Decimal(3)


def test_form_04_counts_its_funds_afresh_below_the_sums_of_the_year() -> None:
    heads = (
        "财政拨款收入支出决算总表\n单位：万元\n收入\n支出\n项目\n决算数\n项目\n合计\n"
        "一般公共预算财政拨款\n政府性基金预算财政拨款\n"
    )
    rows = (
        "一、一般公共预算财政拨款\n8.00\n一、一般公共服务支出\n5.00\n5.00\n"
        "二、政府性基金预算财政拨款\n二、教育支出\n4.00\n4.00\n"
        "本年收入合计\n8.00\n本年支出合计\n9.00\n9.00\n年初财政拨款结转和结余\n1.00\n年末财政拨款结转和结余\n"
        "一、一般公共预算财政拨款\n1.00\n总计\n9.00\n总计\n9.00\n9.00\n"
    )
    found = read(heads + rows)
    assert found["04", "二、教育支出", "general"] == Decimal(4)
    assert found["04", "一、一般公共预算财政拨款", "income:opening"] == Decimal(1)


def test_items_of_three_public_expenses_may_be_rows() -> None:
    heads = "财政拨款“三公”经费支出决算表\n单位：万元\n项目\n2023年决算数\n2024年预算数\n2024年决算数\n"
    rows = "合计\n6.00\n5.00\n4.00\n1、公务接待费\n2.00\n2.00\n1.00\n2、公务用车购置及运行费\n4.00\n3.00\n3.00\n"
    found = read(heads + rows)
    assert [found["09", "1、公务接待费", f"{key}:reception"] for key in ("prior", "budget", "final")] == [2, 2, 1]


def test_code_and_name_in_one_cell_and_units_without_codes() -> None:
    heads = "支出决算表{}\n单位：万元\n{}\n本年支出合计\n基本支出\n项目支出\n"
    coded = read(
        heads.format("", "项目")
        + "合计\n5.00\n3.00\n2.00\n201 一般公共服务支出\n5.00\n3.00\n2.00\n20104 发展与改革事务\n5.00\n3.00\n2.00\n"
    )
    assert coded["03", "20104", "project"] == Decimal(2)
    units = read(
        heads.format("（分单位）", "单位名称")
        + "合计\n5.00\n3.00\n2.00\n某局本级\n4.00\n2.00\n2.00\n某站\n2.00\n1.00\n1.00\n"
    )
    assert units["42", "某局本级", "project"] == Decimal(2)


def test_a_form_that_begins_again_with_its_headings_keeps_its_rows() -> None:
    head = "科目代码\n科目名称\n小计\n基本支出\n项目支出\n"
    rows = "201\n一般公共服务支出\n9.00\n6.00\n3.00\n", "20103\n政府办公厅（室）及相关机构事务\n9.00\n6.00\n3.00\n"
    title = "一般公共预算财政拨款支出决算表\n"
    whole = f"{title}公开05表\n单位：万元\n{head}合计\n9.00\n6.00\n3.00\n{rows[0]}{title}{head}{rows[1]}"
    _, facts = recognise(load_text(whole, "made"))
    assert {fact.item for fact in facts} == {"合计", "一般公共服务支出", "政府办公厅（室）及相关机构事务"}
