"""Rows with more or fewer cells than their table are set right where that is certain, and else doubted."""

from __future__ import annotations

from decimal import Decimal

from juesuan.forms import recognise
from juesuan.readers import load_text
from juesuan.records import Fact

BASIC = (
    "一般公共预算财政拨款基本支出决算表\n单位：万元\n科目代码\t科目名称\t决算数\t科目代码\t科目名称\t决算数\n"
    "301\t工资福利支出\t8.00\t302\t商品和服务支出\t3.00\n30101\t基本工资\t5.00\t30201\t办公费\t3.00\n"
    "30102\t津贴补贴\t3.00\t30202\t印刷费\t\n30103\t奖金\t\t30203\t咨询费\t\n"
    "\t人员经费合计\t8.00\t\t公用经费合计\t3.00\n"
)
SPENDING = (
    "支出决算表\n单位：万元\n科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出\t上缴上级支出\t经营支出\t对附属单位补助支出\n"
    "合计\t\t12.00\t10.00\t2.00\t\t\t\n201\t一般公共服务支出\t9.00\t9.00\t\t\t\t\n"
    "208\t社会保障和就业支出\t3.00\t1.00\t2.00\t\t\t\n"
)


def read(text: str) -> dict[tuple[str, str], Fact]:
    _, facts = recognise(load_text(text, "made"))
    return {(fact.code or fact.item, fact.key): fact for fact in facts}


def test_a_lost_blank_is_put_back_where_the_columns_tell_its_place() -> None:
    true = read(BASIC)
    found = read(BASIC.replace("30103\t奖金\t\t30203", "30103\t奖金\t30203"))
    assert {key: fact.amount.value for key, fact in found.items()} == {
        key: fact.amount.value for key, fact in true.items()
    }
    assert not [fact for fact in found.values() if fact.doubt]


def test_a_number_that_fell_into_two_cells_is_put_together() -> None:
    found = read(BASIC.replace("基本工资\t5.00", "基本工资\t5.0\t0"))
    assert found["30101", "final"].amount.value == Decimal("5.00")
    assert found["30201", "final"].amount.value == 3


def test_a_lost_blank_among_figures_is_placed_by_arithmetic() -> None:
    found = read(SPENDING.replace("合计\t\t12.00\t10.00\t2.00\t\t\t\n", "合计\t\t12.00\t10.00\t2.00\t\t\t\t\n"))
    assert found["合计", "project"].amount.value == 2
    found = read(SPENDING.replace("9.00\t9.00\t\t\t\t\n", "9.00\t9.00\t\t\t\n"))
    assert found["201", "basic"].amount.value == 9
    assert not found["201", "basic"].doubt


def test_a_table_whose_last_blanks_are_cut_off_is_read_as_it_stands() -> None:
    cut = "\n".join(line.rstrip("\t") for line in SPENDING.splitlines())
    assert {key: fact.amount.value for key, fact in read(cut).items()} == {
        key: fact.amount.value for key, fact in read(SPENDING).items()
    }


def test_a_row_that_cannot_be_set_right_is_doubted() -> None:
    found = read(
        "机关运行经费支出情况表\n单位：万元\n科目编码\t科目名称\t决算数\n合计\t\t9.00\n"
        "302\t商品和服务支出\t9.00\n30201\t办公费\t4.00\t5.00\n30202\t印刷费\t5.00\n"
    )
    assert found["30201", "final"].doubt
    assert not found["302", "final"].doubt
