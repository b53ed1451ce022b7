"""Text conversions: tables, lines and their numbers, with every kind of markup taken off."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

import pytest

from juesuan.document import Place
from juesuan.errors import LimitExceeded
from juesuan.kinds.placeholders import is_template
from juesuan.readers import load, load_text
from juesuan.readers.encoding import decode

TABLE = "项目\t金额\n基本支出\t1.00\n项目支出\t2.50"


def texts(text: str) -> list[list[list[str]]]:
    return [grid.texts() for grid in load_text(text, "made").grids]


def lines(text: str) -> list[str]:
    return [line.text for line in load_text(text, "made").lines]


@pytest.mark.parametrize(
    "data",
    [
        TABLE.encode(),
        codecs.BOM_UTF8 + TABLE.encode(),
        TABLE.encode("gb18030"),
        TABLE.encode("utf-16"),
        codecs.BOM_UTF16_BE + TABLE.encode("utf-16-be"),
    ],
)
def test_encodings(data: bytes) -> None:
    assert decode(data) == TABLE


def test_a_text_cut_off_within_a_character_is_still_read() -> None:
    data = ("决算" * 200).encode()
    assert decode(data[:-1]) == "决算" * 199 + "决\ufffd"


@pytest.mark.parametrize("data", [bytes(300), bytes(range(256)) * 4, b"\x00\x01\x02\xff" * 99])
def test_bytes_that_are_no_text(data: bytes) -> None:
    assert decode(data) is None


def test_tab_table_between_lines() -> None:
    document = load_text(f"支出表\n\n{TABLE}\n\n注：完", "made")
    (grid,) = document.grids
    assert grid.texts() == [["项目", "金额"], ["基本支出", "1.00"], ["项目支出", "2.50"]]
    assert grid.rows[2][1].place == Place(line=5, cell=2)
    assert [line.text for line in document.above(grid)] == ["支出表"]
    assert [line.text for line in document.below(grid)] == ["注：完"]
    assert document.lines[1].place == Place(line=7)


def test_rows_are_made_equally_long() -> None:
    assert texts("甲\t乙\t丙\n丁\t戊") == [[["甲", "乙", "丙"], ["丁", "戊", ""]]]


def test_a_blank_line_within_a_table_does_not_part_it() -> None:
    assert len(texts("项目\t金额\n基本支出\t1\n\n项目支出\t2\n\n- 12 -\n\n合计\t3")) == 1


def test_a_title_parts_two_tables() -> None:
    assert len(texts(f"{TABLE}\n\n收入决算表\n\n{TABLE}")) == 2
    assert len(texts(f"{TABLE}\n\n项目支出绩效自评表\t\n{TABLE}")) == 2


def test_a_new_form_of_the_same_kind_is_a_new_table() -> None:
    one, other = "项目名称\t道路养护\n得分\t9", "项目名称\t河道清淤\n得分\t8"
    assert len(texts(f"{one}\n\n{other}")) == 2


def test_a_row_torn_by_a_line_break_in_a_cell_is_whole_again() -> None:
    others = [["代码", "名称", "金额"], *[[f"3010{n}", "奖金", f"{n}.00"] for n in range(1, 9)]]
    torn = "\n".join("\t".join(row) for row in others) + "\n20101\t其他支\n出\t5.00"
    assert texts(torn) == [[*others, ["20101", "其他支\n出", "5.00"]]]


def test_a_total_whose_tabs_were_cut_off_is_the_last_row() -> None:
    assert texts("项目\t金额\n基本支出\t1.00\n合计") == [[["项目", "金额"], ["基本支出", "1.00"], ["合计", ""]]]


def test_rows_of_a_ragged_form_are_not_put_together() -> None:
    rows = ["项目名称\t\t道路养护", "主管部门\t\t镇政府\t\t实施单位", "指标\t值\t分\t得分\t原因\t备注\t其他"]
    assert [row[0] for row in texts("\n".join(rows))[0]] == ["项目名称", "主管部门", "指标"]


def test_a_broken_line_within_a_cell_stays_in_it() -> None:
    assert texts("指标\t结果\n数量\t完成三项\n检查\n质量\t良好")[0][1] == ["数量", "完成三项\n检查"]


def test_short_rows_are_not_taken_for_torn_ones() -> None:
    assert texts("甲\t乙\t丙\t丁\n一\t二\t三\t四\n五\t六\t七\n八\t九\t十\t零")[0][2] == ["五", "六", "七", ""]


def test_words_are_not_put_into_a_column_of_figures() -> None:
    rows = ["项目\t行次\t金额\t项目\t行次\t合计\t一般\t基金\t资本"]
    rows += [f"收入{n}\t{n}\t0.00\t支出{n}\t{n + 9}\t0.00\t0.00\t0.00\t0.00" for n in range(1, 9)]
    rows += [f"{name}\t{n}\t0.00\t\t{n + 9}" for n, name in enumerate(("一般", "基金", "资本"), 9)]
    assert [row[:5] for row in texts("\n".join(rows))[0][-2:]] == [
        ["基金", "10", "0.00", "", "19"],
        ["资本", "11", "0.00", "", "20"],
    ]


def test_a_note_below_a_table_is_no_cell() -> None:
    document = load_text(f"{TABLE}\n注：本表为例。\n", "made")
    assert [line.text for line in document.lines] == ["注：本表为例。"]


def test_indented_lines_are_no_table() -> None:
    document = load_text("\t第一行\n\t第二行", "made")
    assert not document.grids
    assert [line.text for line in document.lines] == ["第一行", "第二行"]


def test_markdown_table_without_pipes_at_its_edges() -> None:
    document = load_text(
        "项目 | 金额 | 注\n--- | ---: | ---\n办公\\|费 | 1.00 |\n | 2.00 | 无\n\n正文\n甲 | 乙", "made"
    )
    assert [grid.texts() for grid in document.grids] == [
        [["项目", "金额", "注"], ["办公|费", "1.00", ""], ["", "2.00", "无"]]
    ]
    assert [line.text for line in document.lines] == ["正文", "甲 | 乙"]


def test_markdown_rows_need_no_last_pipe() -> None:
    assert texts("| 项目 | 金额\n| --- | ---\n| 合计 | 3.20") == [[["项目", "金额"], ["合计", "3.20"]]]


def test_markdown_table() -> None:
    (grid,) = load_text("| 项目 | 金额 |\n| :--- | ---: |\n| **合计** | 3.20 |", "made").grids
    assert grid.texts() == [["项目", "金额"], ["合计", "3.20"]]
    assert grid.rows[1][1].place == Place(line=3, cell=2)


@pytest.mark.parametrize(
    ("raw", "displayed"),
    [
        ("## 一、收入", ["一、收入"]),
        ("- 二、支出（见附件 2）", ["二、支出（见附件 2）"]),
        ("**三、**结余", ["三、结余"]),
        ("四、结余**年初", ["四、结余年初"]),
        ("<b>合计</b>", ["合计"]),
        ("<p>说明：</p> <p>1. 甲</p>", ["说明：", "1. 甲"]),
        ("得分 &lt; 60 &amp; 其他", ["得分 < 60 & 其他"]),
        (r"不低于 $\geq 95\%$ 的", ["不低于 ≥95% 的"]),
        (r"良好（ $90\sim 80$ ）", ["良好（ 90~80 ）"]),
        (r"$\text{覆盖率} \leq 5$", ["覆盖率≤5"]),
        ("价格 $5 到 $6", ["价格 $5 到 $6"]),
        ("差（ < 60 分）与 <=100%", ["差（ < 60 分）与 <=100%"]),
        (r"5\*3 与 2\_1", ["5*3 与 2_1"]),
        ("[公告](http://example.com/a) 与 <http://example.com>", ["公告 与 http://example.com"]),
        ("---", []),
        ("第 3 页", []),
        ("⼀般公共服务", ["一般公共服务"]),
        ("\u200b\ufeff目录", ["目录"]),
    ],
)
def test_markup_is_taken_off_lines(raw: str, displayed: list[str]) -> None:
    assert lines(raw) == displayed


def test_markup_is_taken_off_cells_but_a_dash_stays_a_blank_mark() -> None:
    assert texts("<b>合计</b>\t**1.00**\t- \n甲<br>乙\t$\\geq 3$\t—") == [
        [["合计", "1.00", "-"], ["甲\n乙", "≥3", "—"]]
    ]


def test_only_line_ends_count_as_lines() -> None:
    document = load_text("一\u2028行\r\n\x0c二行\r三行", "made")
    assert [(line.text, line.place.line) for line in document.lines] == [("一\u2028行", 1), ("二行", 2), ("三行", 3)]


def paged(*pages: list[str]) -> str:
    """Pages of a text under one another, each with its bare number below."""
    return "".join("\n".join([*page, str(number), ""]) for number, page in enumerate(pages, 1))


PAGE = [f"本镇第{line}项工作按计划完成，资金使用合规。" for line in range(20)]


def test_bare_numbers_that_count_the_pages_are_left_out() -> None:
    rows = ["项目\t预算\t决算", *(f"第{row}项\t{row}.00\t{row}.00" for row in range(12))]
    document = load_text(paged(PAGE, [*PAGE, *rows], [*rows[1:], *PAGE], PAGE, PAGE), "made")
    assert not [line.text for line in document.lines if line.text.isdigit()]
    assert [len(grid.rows) for grid in document.grids] == [25]


def test_bare_numbers_that_do_not_count_the_pages_stay() -> None:
    numbers = ["3", *PAGE, "5", *PAGE, "9", *PAGE, "4", *PAGE]
    document = load_text("\n".join(numbers), "made")
    assert [line.text for line in document.lines if line.text.isdigit()] == ["3", "5", "9", "4"]
    upright = [part for row in range(1, 9) for part in (f"第{row}项", str(row), "2.00")]
    assert [line.text for line in load_text("\n".join(upright), "made").lines if line.text.isdigit()]


def test_a_separator_behind_the_last_cell_makes_no_column() -> None:
    assert texts("项目\t金额\t\t\n基本支出\t1.00\t\n项目支出\t2.50\t") == texts(TABLE)


def test_radicals_are_read_as_the_characters_they_look_like() -> None:
    assert lines("公务⽤⻋购置⻚⻔") == ["公务用车购置页门"]


def test_tags_of_a_word_processor_are_no_text() -> None:
    cells = "<td><p><span>合计<o:p></o:p></span></p></td><td><p>1.00<o:p/></p></td>"
    assert texts(f"<table><tr>{cells}</tr></table>") == [[["合计", "1.00"]]]


def test_blank_lines_without_end_leave_the_numbers_of_the_lines_below_as_they_are() -> None:
    document = load_text("决算" + "\n" * 100_000 + TABLE, "made")
    assert document.lines[-1].text == "决算"
    assert document.grids[0].rows[0][0].place == Place(line=100_001, cell=1)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("决算\n" + "\t".join(["1.00"] * 100_000), "line 2 has 100,000 columns, at most 1,000"),
        ("决算\n" + "\n".join([",".join(["1.00"] * 5_000)] * 3), "line 2 has 5,000 columns"),
        (("\t".join(["1.00"] * 1_000) + "\n") * 1_000, "more than 100,000 cells"),
        ("决算\n" + (",".join(["1.00"] * 1_000) + "\n") * 101, "more than 100,000 cells"),
        ("1\n" * 100_001, "it has 100,001 lines"),
        ("决算" * 600_000, "line 1 has 1,200,000 characters"),
    ],
)
def test_what_is_larger_than_any_disclosure_is_refused_with_its_size(text: str, told: str) -> None:
    with pytest.raises(LimitExceeded, match=re.escape(told)):
        load_text(text, "made")


def test_a_web_page_with_more_cells_than_any_disclosure_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "made.html"
    page.write_text("<html><table>" + "<tr>" + "<td>1</td>" * 100_001 + "</tr></table></html>")
    with pytest.raises(LimitExceeded, match="more than 100,000 cells"):
        load(page)


def test_a_text_of_nothing_but_figures_is_searched_once() -> None:
    assert not is_template([], "1" * 500_000 + "X" * 500_000, 0)  # would take hours if each figure began a search
