"""Web pages: words and tables as displayed, nothing of scripts, styles and navigation."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan.document import Document, Place
from juesuan.errors import UnreadableSource
from juesuan.readers import load


def read(tmp_path: Path, page: str | bytes, name: str = "page.html") -> Document:
    path = tmp_path / name
    path.write_bytes(page if isinstance(page, bytes) else page.encode())
    return load(path)


def lines(document: Document) -> list[str]:
    return [line.text for line in document.lines]


def test_only_what_is_displayed(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        """<!DOCTYPE html><html><head><title>标题</title><style>p {width: 1.50px}</style></head><body>
        <script>var a = "合计 9.99";</script><div class="top-nav"><a>首页</a></div><nav>导航</nav>
        <div class="content nav-less"><p>一、<b>主要</b><span>职责<o:p></o:p></span></p>
        <p style="display: none">不显示</p>
        <p>承担行政<br>审批。</p><!-- 注释 --></div><footer>版权所有</footer></body></html>""",
    )
    assert lines(document) == ["一、主要职责", "承担行政", "审批。"]


def test_items_of_a_list_have_the_numbers_that_a_browser_shows(tmp_path: Path) -> None:
    listed = "<ol><li>收入</li><li>支出</li></ol><ol start='5'><li>结余</li></ol><ul><li>其他</li></ul>"
    plain = '<ol style="list-style-type: none"><li>1.说明</li></ol>'
    plain += '<ol style="list-style: cjk-ideographic"><li>职责</li></ol>'
    document = read(tmp_path, f"<!DOCTYPE html><html><body>{listed}{plain}</body></html>")
    assert lines(document) == ["1.收入", "2.支出", "5.结余", "其他", "1.说明", "一、职责"]


def test_merged_cells_and_places(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "<html><body><p>支出决算表</p><table><tr><th rowspan=2>项目<th colspan='2'>本年支出</tr>"
        "<tr><td>基本<td>项目</tr><tr><td>办公费<td>1.00<td>2.00</table></body></html>",
    )
    (grid,) = document.grids
    assert grid.texts() == [["项目", "本年支出", ""], ["", "基本", "项目"], ["办公费", "1.00", "2.00"]]
    place = grid.rows[2][1].place
    assert str(place) == "table 1 row 3 cell 2"
    assert str(Place.parse(str(place))) == str(place)
    assert document.around(place) == grid


def test_a_table_that_arranges_the_page_is_gone_through_and_one_within_a_cell_is_read(tmp_path: Path) -> None:
    inner = "<table><tr><td>基本支出<td>1.00</tr><tr><td>项目支出<td>2.00</tr></table>"
    document = read(tmp_path, f"<html><table><tr><td>支出决算表</td></tr><tr><td>{inner}</td></tr></table></html>")
    assert lines(document) == ["支出决算表"]
    assert [grid.texts() for grid in document.grids] == [[["基本支出", "1.00"], ["项目支出", "2.00"]]]


def test_line_ends_of_the_source_are_no_words(tmp_path: Path) -> None:
    document = read(tmp_path, "<html><p>本年支出\n  合计 1.00\n万元，</p><p>\n</p></html>")
    assert lines(document) == ["本年支出合计 1.00万元，"]


@pytest.mark.parametrize(("charset", "said"), [("gb18030", "gb2312"), ("utf-8", "utf-8"), ("utf-8", "gb2312")])
def test_the_bytes_tell_the_encoding_where_the_header_is_wrong(tmp_path: Path, charset: str, said: str) -> None:
    page = f'<html><meta charset="{said}"><p>一般公共服务支出</p></html>'.encode(charset)
    assert lines(read(tmp_path, page)) == ["一般公共服务支出"]


def test_a_web_archive(tmp_path: Path) -> None:
    page = (
        "From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=XX\r\n\r\n--XX\r\n"
        "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        "<html><p>收入决算表</p></html>\r\n--XX\r\nContent-Type: image/png\r\n\r\nxx\r\n--XX--\r\n"
    )
    assert lines(read(tmp_path, page, "page.mht")) == ["收入决算表"]


def test_pasted_text_with_tags_keeps_its_own_way(tmp_path: Path) -> None:
    document = read(
        tmp_path, "# 一、主要职责\n\n<b>承担</b>行政审批。\n\n<table><tr><td>甲<td>1</tr></table>\n", "text.md"
    )
    assert lines(document) == ["一、主要职责", "承担行政审批。"]
    assert document.lines[0].place == Place(line=1)


def test_a_deep_page_is_read(tmp_path: Path) -> None:
    page = "<html>" + "<div>" * 400 + "深" + "</div>" * 400 + "<p>末行</p></html>"
    assert lines(read(tmp_path, page)) == ["深", "末行"]


def test_a_page_deeper_than_any_comes_to_an_end(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource):
        read(tmp_path, "<html>" + "<div>" * 20_000 + "深" + "</div>" * 20_000 + "</html>")
