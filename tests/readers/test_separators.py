"""Tables whose cells bare pipes or commas part, and lines that only look so."""

from __future__ import annotations

import pytest

from juesuan.readers import load_text

ROWS = [
    ["项目", "行次", "金额", "项目", "金额"],
    ["一、甲收入", "1", "1,552,358.96", "一、乙支出", ""],
    ["", "2", "", "二、丙支出", "7,000.00"],
    ["合计", "3", "1,559,358.96", "合计", "1,559,358.96"],
]


def _quoted(cell: str) -> str:
    return f'"{cell}"' if "," in cell else cell


def shown(text: str) -> list[list[list[str]]]:
    return [grid.texts() for grid in load_text(text, "made").grids]


def test_cells_between_bare_pipes() -> None:
    assert shown("正文\n" + "\n".join(" | ".join(row) for row in ROWS) + "\n正文") == [ROWS]


def test_cells_between_commas() -> None:
    assert shown("正文\n" + "\n".join(",".join(map(_quoted, row)) for row in ROWS) + "\n正文") == [ROWS]


def test_a_sentence_in_a_cell_belongs_to_its_row() -> None:
    rows = [
        ["指标", "指标值", "得分", "说明"],
        ["次数", "≥3次", "10", "无。"],
        ["覆盖率", "", "10", "已完成；无偏差。"],
    ]
    assert shown("\n".join(",".join(row) for row in rows)) == [rows]


@pytest.mark.parametrize(
    "text",
    [
        "教育支出 1,552,358.96 1,552,358.96\n医疗支出 7,000.00\n其他支出 7,000.00 7,000.00",
        "1,552,358.96\n7,000.00\n12,000",
        "收入总计1.5万元,增加0.5万元,增长50%,\n主要原因是人员增加,\n支出总计1.5万元,与收入持平",
        '办公费,"1.00\n水费,"2.00\n电费,3.00',
        "甲 | 乙\n丙 | 丁",
    ],
)
def test_lines_that_are_no_table(text: str) -> None:
    assert shown(text) == []


def test_the_tail_of_a_torn_cell_leaves_the_pipes_at_the_edges_of_the_rows_after_it() -> None:
    assert shown("下半 | 1.00 |\n| 乙 | 无 | 2.00 |\n| 丙 | 无 | 3.00 |") == [
        [["乙", "无", "2.00"], ["丙", "无", "3.00"]]
    ]
