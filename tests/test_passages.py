"""Passages: prose without tables, searched densely and quoted as displayed."""

from __future__ import annotations

import pickle
import re

from juesuan.document import Place
from juesuan.examples.forms import FORM_05
from juesuan.passages import dense
from juesuan.reading import read_text

TEXT = """第三部分 2024年度部门决算情况说明
一、收入支出决算总体情况说明
2024 年度收入合计 80.00 万元( 其中拨款 70.00 万元),
与上年持平。支出合计８０.００万元。
"""


def test_a_match_is_quoted_as_displayed_with_the_line_it_begins_on() -> None:
    prose = read_text(TEXT).prose
    (hit,) = prose.search(re.compile(r"拨款70\.00万元）"))
    assert hit.evidence.quote.startswith("2024 年度收入合计 80.00 万元( 其中拨款")
    assert hit.evidence.quote.endswith("与上年持平。")
    assert hit.evidence.place == Place(line=3)
    (later,) = prose.search(re.compile(r"支出合计80\.00万元"))
    assert later.evidence.quote == "支出合计８０.００万元。"
    assert later.evidence.place == Place(line=4)


def test_widths_and_white_space_make_no_difference() -> None:
    assert dense("增长 ７.１４％ ( 约 ) ,") == "增长7.14%（约），"


def test_a_passage_knows_its_section_and_the_first_of_it() -> None:
    heading, text = read_text(TEXT).prose.passages[1:]
    assert heading.is_heading
    assert not text.is_heading
    assert text.topic == "overall"


def test_tables_are_no_prose() -> None:
    text = read_text(f"{TEXT}{FORM_05}\n注：本表反映支出。\n").prose.text
    assert "与上年持平" in text
    assert "公开05表" not in text
    assert "反映支出" not in text


def test_accounts_that_were_searched_can_be_sent_to_another_process() -> None:
    accounts = read_text(TEXT)
    assert accounts.prose.search(re.compile("收入"))
    assert pickle.loads(pickle.dumps(accounts)).prose.text == accounts.prose.text
