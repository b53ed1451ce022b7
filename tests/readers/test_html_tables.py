"""HTML tables within a text: merged cells, captions, tables within tables, and damaged ones."""

from __future__ import annotations

import pytest

from juesuan.document import Document
from juesuan.readers import load_text


def read(text: str) -> Document:
    return load_text(text, "made")


def texts(text: str) -> list[list[list[str]]]:
    return [grid.texts() for grid in read(text).grids]


def words(text: str) -> list[str]:
    return [line.text for line in read(text).lines]


def test_cells_keep_their_words_and_lose_their_markup() -> None:
    table = "<table><tr><th>项目</th><td>&lt;5&nbsp;%</td></tr><TR><TD>**合计**</TD><td>一般<br/>公共</td></TR></table>"
    assert texts(table) == [[["项目", "<5 %"], ["合计", "一般\n公共"]]]


def test_a_merged_cell_leaves_blanks_where_it_reaches() -> None:
    (grid,) = read(
        "<table><tr><td rowspan='2'>项目</td><td colspan=2>金额</td><td rowspan=9>注</td></tr>"
        "<tr><td>预算</td><td>决算</td></tr><tr><td>办公费</td><td>1.00</td><td>2.00</td></tr></table>"
    ).grids
    assert grid.texts() == [["项目", "金额", "", "注"], ["", "预算", "决算", ""], ["办公费", "1.00", "2.00", ""]]
    item, amount, _, note = grid.rows[0]
    assert (item.rows, item.columns) == (2, 1)
    assert (amount.rows, amount.columns) == (1, 2)
    assert note.rows == 3


def test_cells_know_the_line_they_begin_on() -> None:
    (grid,) = read("前言\n<table><tr><td>甲</td><td>1\n</td></tr>\n<tr><td>乙</td><td>2</td></tr></table>").grids
    assert [[str(cell.place) for cell in row] for row in grid.rows] == [["l2c1", "l2c2"], ["l4c1", "l4c2"]]


def test_what_stands_around_a_table_stays_text_in_its_order() -> None:
    document = read(
        "说明<table><caption>支出表</caption><tr><td>甲<td>1</table>单位<table><tr><td>乙<td>2</table>完\n尾"
    )
    assert [line.text for line in document.lines] == ["说明", "支出表", "单位", "完", "尾"]
    assert [(grid.order, grid.texts()) for grid in document.grids] == [(2, [["甲", "1"]]), (3, [["乙", "2"]])]


def test_of_tables_within_tables_the_inner_ones_are_read() -> None:
    page = "<table><tr><td>页首</td></tr><tr><td><table><tr><td>甲</td><td>1</td></tr></table></td></tr></table>"
    assert texts(page) == [[["甲", "1"]]]
    assert words(page) == ["页首"]


def test_a_table_that_is_not_closed_ends_with_its_last_cell() -> None:
    assert texts("<table><tr><td>甲</td><td>1</td></tr>\n后文")[0] == [["甲", "1"]]
    assert words("<table><tr><td>甲</td><td>1</td></tr>\n后文") == ["后文"]
    two = "<table><tr><td>甲</td><td>1</td></tr><table><tr><td>乙</td><td>2</td></tr></table>"
    assert texts(two) == [[["甲", "1"]], [["乙", "2"]]]


def test_a_table_around_mere_text_is_none() -> None:
    assert not read("<table><tr><td>第一段</td></tr><tr><td>第二段</td></tr></table>").grids
    assert words("<table><tr><td>第一段</td></tr><tr><td>第二段</td></tr></table>") == ["第一段", "第二段"]
    assert words("见 <table> 一词") == ["见", "一词"]


@pytest.mark.parametrize(
    "hostile",
    [
        "<table>" * 20_000,
        "<table " * 20_000,
        "<td>" * 20_000,
        "<table><tr>" + "<td rowspan=9999 colspan=9999>1</td>" * 3_000 + "</table>",
        "<table>" + "<tr><td rowspan=9999 colspan=100>1</td><td>2</td></tr>" * 3_000 + "</table>",
    ],
    ids=["opened", "torn", "no table", "wide", "deep"],
)
def test_a_hostile_table_is_no_table_and_costs_little(hostile: str) -> None:
    assert not read(hostile).grids
