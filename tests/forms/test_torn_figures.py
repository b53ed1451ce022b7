"""Figures torn by line breaks are joined where the form proves it, and else doubted."""

from __future__ import annotations

from decimal import Decimal

from juesuan.forms import recognise
from juesuan.readers import load_text
from juesuan.records import Fact

TITLE = "一般公共预算财政拨款支出决算表\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
BODY = "201\t一般公共服务支出\t812.25\t800.25\t12.00\n208\t社会保障和就业支出\t30.50\t30.50\t\n"


def facts_of(total: str) -> dict[str, Fact]:
    _, facts = recognise(load_text(TITLE + total + BODY, "made"))
    return {fact.key: fact for fact in facts if fact.item == "合计"}


def test_a_gap_inside_a_number_is_closed() -> None:
    found = facts_of("合计\t\t842.7 5\t830.75\t12.00\n")
    assert found["total"].amount.value == Decimal("842.75")
    assert not found["total"].doubt


def test_a_gap_that_does_not_make_a_number_of_the_forms_precision_is_doubted() -> None:
    found = facts_of("合计\t\t842 7\t830.75\t12.00\n")
    assert "total" not in found or found["total"].doubt
    assert found["basic"].doubt or found["total"].doubt


def test_last_digits_on_a_row_of_their_own_go_back_to_their_number() -> None:
    found = facts_of("合计\t\t842.7\t830.7\t12.00\n\t\t5\t5\t\n")
    assert found["total"].amount.value == Decimal("842.75")
    assert found["basic"].amount.value == Decimal("830.75")


def test_last_digits_that_slid_into_the_next_column_go_back_where_the_sum_proves_it() -> None:
    found = facts_of("合计\t\t842.75\t830.7\t5\n")
    assert found["basic"].amount.value == Decimal("830.7")
    assert found["project"].amount.value == 5
    found = facts_of("合计\t\t830.75\t830.7\t5\n")
    assert found["basic"].amount.value == Decimal("830.75")
    assert "project" not in found


def test_a_wrong_figure_is_not_mended_without_a_torn_piece() -> None:
    found = facts_of("合计\t\t842.7\t830.75\t12.00\n")
    assert found["total"].amount.value == Decimal("842.7")
    assert not found["total"].doubt


def test_a_code_that_slid_into_the_column_before_goes_back_to_its_name() -> None:
    forms, facts = recognise(
        load_text(
            "一般公共预算财政拨款基本支出决算表\n单位：万元\n科目代码\t科目名称\t决算数\t科目代码\t科目名称\t决算数\n"
            "301\t工资福利支出\t5.00\t302\t商品和服务支出\t3.00\n30101\t基本工资\t5.00\t30201\t办公费\t3.00\n"
            "30114\t医疗费\t310\t\t资本性支出\t\n",
            "made",
        )
    )
    assert not [fact for fact in facts if fact.code == "30114"]
    assert "310" in [row.code for row in forms[0].rows]
