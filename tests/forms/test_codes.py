"""Codes are completed where only one is possible, and never changed where they are whole."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from juesuan.forms import recognise
from juesuan.forms.classification import economic_item, function_class, is_economic_class
from juesuan.forms.text import digits_of
from juesuan.readers import load_text
from juesuan.records import FormRow

HEAD = (
    "一般公共预算财政拨款支出决算表\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n合计\t\t5.00\t5.00\t\n"
)


def rows(body: str) -> list[FormRow]:
    forms, _ = recognise(load_text(HEAD + body, "made"))
    return [row for row in forms[0].rows if row.code]


@pytest.mark.parametrize(
    ("cut", "name", "whole"),
    [
        ("201039", "其他政府办公厅（室）及相关机构事务支", "2010399"),
        ("201030", "行政运行", "2010301"),
        ("201035", "事业运行", "2010350"),
        ("208050", "机关事业单位基本养老保险缴费支出", "2080505"),
        ("210110", "公务员医疗补助", "2101103"),
        ("221020", "住房公积金", "2210201"),
    ],
)
def test_a_cut_code_is_completed(cut: str, name: str, whole: str) -> None:
    (row,) = rows(f"{cut}\t{name}\t5.00\t5.00\t\n")
    assert row.code == whole
    assert not row.doubt


def test_a_cut_code_that_could_be_several_is_kept_and_doubted() -> None:
    (row,) = rows("213010\t某项业务\t5.00\t5.00\t\n")
    assert row.code == "213010"
    assert row.doubt


def test_a_whole_code_is_never_changed_whatever_its_name() -> None:
    (row,) = rows("2010302\t行政运行\t5.00\t5.00\t\n")
    assert row.code == "2010302"


WHOLE_CODE = st.from_regex(r"2[0-9]{2}(?:[0-9][1-9](?:[0-9][1-9])?)?", fullmatch=True)
NAME = st.sampled_from(("行政运行", "事业运行", "住房公积金", "公务员医疗补助", "某项业务", "其他支出"))


@settings(deadline=None)
@given(st.lists(st.tuples(WHOLE_CODE, NAME), min_size=1, max_size=12, unique_by=lambda each: each[0]))
def test_whole_codes_are_never_changed(said: list[tuple[str, str]]) -> None:
    read = rows("".join(f"{code}\t{name}\t5.00\t5.00\t\n" for code, name in said))
    assert [(row.code, row.item) for row in read] == said


def test_a_code_stands_only_once() -> None:
    first, second = rows("2101103\t公务员医疗补助\t3.00\t3.00\t\n210110\t公务员医疗补助\t2.00\t2.00\t\n")
    assert first.code == "2101103"
    assert second.doubt


def test_economic_accounts_cut_to_their_class() -> None:
    forms, _ = recognise(
        load_text(
            "一般公共预算财政拨款基本支出决算表\n单位：万元\n科目代码\t科目名称\t决算数\t科目代码\t科目名称\t决算数\n"
            "301\t工资福利支出\t5.00\t302\t商品和服务支出\t3.00\n301\t基本工资\t5.00\t302\t维修(护)费\t3.00\n"
            "301\t未知津贴\t\t399\t其他支出\t\n\t\t\t399\t其他支出\t\n\t人员经费合计\t5.00\t\t公用经费合计\t3.00\n",
            "made",
        )
    )
    codes = {(row.code, bool(row.doubt)) for row in forms[0].rows if row.code}
    assert codes == {
        ("301", False),
        ("302", False),
        ("30101", False),
        ("30213", False),
        ("301", True),
        ("399", False),
        ("39999", False),
    }


@pytest.mark.parametrize(
    ("parent", "name", "code"),
    [
        ("302", "因公出国(境)费用", "30212"),
        ("399", "对民间非营利组织和群众性自治组织补助", "39908"),
        ("303", "退职（役）费", "30303"),
        ("302", "其他", ""),
        ("301", "办公费", ""),
    ],
)
def test_economic_accounts_by_name(parent: str, name: str, code: str) -> None:
    assert economic_item(parent, name) == code


def test_a_class_is_known_by_its_own_name() -> None:
    assert is_economic_class("301", "工资福利支出")
    assert not is_economic_class("301", "基本工资")


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("一、一般公共服务支出", "201"),
        ("二十三、其他支出", "229"),
        ("十四、资源勘探工业信息等支出", "215"),
        ("二十二、灾害防治及应急管理支", "224"),
        ("三、国有资本经营预算财政拨款收入", ""),
        ("本年支出合计", ""),
    ],
)
def test_function_classes_by_label(label: str, code: str) -> None:
    assert function_class(label) == code


def test_a_cell_of_many_digits_is_told_from_a_code_at_once() -> None:
    assert digits_of("201.03 01") == "2010301"
    assert digits_of("1" * 5000 + "x") == ""
