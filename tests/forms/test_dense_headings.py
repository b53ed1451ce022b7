"""Headings that span columns but are written once: the figures below stand in the order that the words name."""

from __future__ import annotations

import pytest

from juesuan.forms import recognise
from juesuan.readers import load_text

ROWS = "合计\t\t9.00\t6.00\t3.00\n201\t一般公共服务支出\t5.00\t2.00\t3.00\n208\t社会保障和就业支出\t4.00\t4.00\n"
UNIT = "单位：万元\n"


def cells(text: str, form: str) -> dict[str, dict[str, str]]:
    """The figures of a form by code or label and key; none of them doubted."""
    _, facts = recognise(load_text(text, "made"))
    assert not [fact for fact in facts if fact.doubt]
    found: dict[str, dict[str, str]] = {}
    for fact in facts:
        if fact.form == form:
            found.setdefault(fact.code or fact.item, {})[fact.key] = fact.amount.displayed
    return found


@pytest.mark.parametrize(
    ("headings", "form"),
    [
        (
            "支出决算表\n{unit}项目\t本年支出合计\t基本支出\t项目支出\t上缴上级支出\t经营支出\t对附属单位补助支出\n"
            "功能分类科目编码\t科目名称\n栏次\t1\t2\t3\t4\t5\t6\n",
            "03",
        ),
        ("一般公共预算财政拨款支出决算表\n{unit}科目编码\t科目名称\t2024年决算数\n小计\t基本支出\t项目支出\n", "05"),
        (
            "国有资本经营预算财政拨款支出决算表\n{unit}项目\t本年支出\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n",
            "08",
        ),
    ],
)
def test_codes_and_names_are_no_columns_of_figures(headings: str, form: str) -> None:
    found = cells(headings.format(unit=UNIT) + ROWS, form)
    assert found["合计"] == {"total": "9.00", "basic": "6.00", "project": "3.00"}
    assert found["208"] == {"total": "4.00", "basic": "4.00"}


def test_blanks_keep_their_place() -> None:
    found = cells(
        f"政府性基金预算财政拨款收入支出决算表\n{UNIT}项目\t年初结转和结余\t本年收入\t本年支出\t年末结转和结余\n"
        "科目编码\t科目名称\t小计\t基本支出\t项目支出\n合计\t\t\t8.00\t7.00\t\t7.00\t1.00\n"
        "212\t城乡社区支出\t\t8.00\t7.00\t\t7.00\t1.00\n",
        "07",
    )
    assert found["212"] == {"income": "8.00", "total": "7.00", "project": "7.00", "closing": "1.00"}


def test_three_public_expenses_in_blocks_and_with_meetings() -> None:
    blocks = cells(
        f"财政拨款“三公”经费支出决算表\n{UNIT}预算数\t决算数\n"
        + "合计\t因公出国（境）费\t公务接待费\t公务用车购置及运行维护费\t" * 2
        + "\n"
        + "\t".join(["小计\t公务用车购置费\t公务用车运行维护费"] * 2)
        + "\n5.00\t\t1.00\t4.00\t\t4.00\t4.00\t\t1.00\t3.00\t\t3.00\n",
        "09",
    )
    assert blocks[""]["budget:reception"] == blocks[""]["final:reception"] == "1.00"
    assert blocks[""]["final:running"] == "3.00"
    rows = cells(
        f"一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表\n{UNIT}项目\t“三公”经费\t会议费\t培训费\n"
        "小计\t因公出国（境）费\t公务接待费\t公务用车购置及运行维护费\n小计\t公务用车购置费\t公务用车运行维护费\n"
        "预算数\t5.00\t\t1.00\t4.00\t\t4.00\t2.00\t1.50\n决算数\t4.00\t\t1.00\t3.00\t\t3.00\t1.00\t0.50\n",
        "09",
    )
    assert (rows["预算数"]["budget:meetings"], rows["决算数"]["final:training"]) == ("2.00", "0.50")
    assert rows["决算数"]["final:running"] == "3.00"


def test_where_the_order_is_not_certain_nothing_is_placed() -> None:
    _, facts = recognise(
        load_text(
            f"一般公共预算财政拨款支出决算表\n{UNIT}科目编码\t科目名称\t2023年决算数\t2024年决算数\n小计\t基本支出\t项目支出\n"
            "201\t一般公共服务支出\t7.00\t5.00\t2.00\t3.00\n208\t社会保障和就业支出\t4.00\t4.00\t4.00\t\n",
            "made",
        )
    )
    assert all(fact.doubt for fact in facts)
