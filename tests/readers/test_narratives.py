"""Tables of sentences are read as prose, each cell at its place; tables of figures stay tables."""

from __future__ import annotations

from juesuan.readers import load_text
from juesuan.readers.narratives import with_narratives

TOLD = (
    "某市档案局2024年度部门整体支出绩效自评情况\n"
    "一、部门基本情况\t（一）部门概况\t本部门为市政府工作部门，内设科室6个。\n"
    "\t（二）收支情况\t2024年度收入合计120.00万元，支出合计118.00万元。\n"
    "二、评价结论\t\t共设置绩效指标17项，完成15项，未完成1项。\n"
)
FIGURES = "项目\t金额\t备注\n办公费\t12.00\t按规定开支，没有超过预算。\n差旅费\t3.00\t按规定开支，没有超过预算。\n"


def test_what_its_cells_tell_is_prose_in_their_order_and_place() -> None:
    document = with_narratives(load_text(f"{TOLD}第二部分\n{FIGURES}附件\n", "text"))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[1:4] == ["一、部门基本情况", "（一）部门概况", "本部门为市政府工作部门，内设科室6个。"]
    assert texts[-2:] == ["第二部分", "附件"]
    assert [line.place.line for line in document.lines] == [1, 2, 2, 2, 3, 3, 4, 4, 5, 9]
    assert all(
        "".join(line.text for line in document.lines[each.first : each.last + 1]) for each in document.paragraphs
    )


def test_tables_behind_it_keep_their_place_among_the_lines() -> None:
    document = with_narratives(load_text(f"{TOLD}第二部分\n{FIGURES}附件\n", "text"))
    (grid,) = document.grids
    assert grid.rows[1][0].text == "办公费"
    assert document.lines[grid.order].text == "附件"


def test_a_table_of_figures_stays_one() -> None:
    document = load_text(FIGURES, "text")
    assert with_narratives(document) is document
