"""Tables of figures that nothing has read are named, and those that were read are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan.reading import read_text
from readings import accounts

FORM = (
    "一般公共预算财政拨款支出决算表\n公开05表\n单位：万元\n科目编码\t科目名称\t小计\t基本支出\t项目支出\n"
    "合计\t\t3.00\t1.00\t2.00\n201\t一般公共服务支出\t3.00\t1.00\t2.00\n"
)
LIST = "项目支出一览\n\n序号\t项目名称\t预算数\t执行数\t结余\n1\t档案整理经费\t20.00\t18.00\t2.00\n"


def test_a_table_that_nothing_reads_is_named() -> None:
    (doubt,) = (doubt for doubt in read_text(f"{FORM}\n{LIST}").doubts if "表格" in doubt)
    assert "第10行" in doubt and "项目名称" in doubt and "3个数字" in doubt


@pytest.mark.parametrize("separator", ["\t", " "])
def test_a_form_that_is_not_known_is_named_by_its_title_and_size(separator: str) -> None:
    text = f"{FORM}\n奖励兑现情况表\n单位：万元\n项目名称\t合计\t财政拨款\n档案整理\t2.00\t2.00\n库房改造\t3.50\t1.50\n"
    (doubt,) = (doubt for doubt in read_text(text.replace("\t", separator)).doubts if "没有读取" in doubt)
    assert "奖励兑现情况表" in doubt and "2行、4个数字" in doubt


@pytest.mark.parametrize("text", [FORM, "甲\t乙\n丙\t丁\n", "序号\t项目\n1\t经费\n2\t经费\n"])
def test_a_table_that_was_read_or_holds_no_money_is_not(text: str) -> None:
    assert not [doubt for doubt in read_text(text).doubts if "表格" in doubt]


@pytest.mark.parametrize("source", sorted(Path(__file__).parents[1].glob("data/raw/*.pdf")), ids=lambda path: path.stem)
def test_every_table_of_a_published_disclosure_is_read(source: Path) -> None:
    assert not [doubt for doubt in accounts(source).doubts if "表格" in doubt]
