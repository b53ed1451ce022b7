"""Paragraphs: lines that the author wrote as one are one again, and no others."""

from __future__ import annotations

from juesuan.readers import load_text


def wrapped(text: str, width: int) -> list[str]:
    """`text` as a PDF's raw text shows it: broken after so many characters, no break before punctuation."""
    lines: list[str] = []
    while text:
        end = width
        while end < len(text) and text[end] in "，。；：、）":
            end += 1
        lines.append(text[:end])
        text = text[end:]
    return lines


BODY = [
    "本镇全年收入合计三百五十六万元，比上一年度增加二十一万元，主要原因是新办了两所幼儿园并改建了一座便民桥。",
    "本镇全年支出合计三百四十万元，其中：基本支出二百万元，项目支出一百四十万元，用于河道清淤、道路养护和绿化补种。",
    "年末结转十六万元，全部是河道清淤项目的尾款，按合同约定在验收合格之后的下一年度第一季度之内支付给施工单位。",
]


def paragraphs(*lines: str, spaced: bool = False) -> list[str]:
    return [p.text for p in load_text(("\n\n" if spaced else "\n").join(lines), "made").paragraphs]


def test_wrapped_prose_is_joined_and_headings_stand_alone() -> None:
    lines = []
    for ordinal, body in zip("一二三", BODY, strict=True):
        lines += [f"{ordinal}、收支情况说明", *wrapped(body, 20)]
    expected = [
        text for ordinal, body in zip("一二三", BODY, strict=True) for text in (f"{ordinal}、收支情况说明", body)
    ]
    assert paragraphs(*lines) == expected
    assert paragraphs(*lines, spaced=True) == expected


def test_a_numbered_item_without_punctuation_goes_on_after_a_full_line() -> None:
    item = "4.负责指导和监督全镇农村集体资产和财务管理工作；"
    assert paragraphs(*[line for body in BODY for line in wrapped(body, 20)], *wrapped(item, 20))[-1] == item


def test_figures_and_units_are_joined_without_a_space() -> None:
    lines = [line for body in BODY for line in wrapped(body, 20)]
    assert paragraphs(*lines, "全年培训费支出为七万元，会议费 12.30", "万元，接待费无。")[-1] == (
        "全年培训费支出为七万元，会议费 12.30万元，接待费无。"
    )


def test_a_list_of_amounts_is_joined_however_short_its_lines_are() -> None:
    lines = [line for body in BODY for line in wrapped(body, 20)]
    torn = ["其中：办公费 1.20", "万元、印刷费 0.80  万", "元、水费 1", ".22 万元、专", "用材料费 0.66 万元。"]
    assert paragraphs(*lines, *torn)[-1] == (
        "其中：办公费 1.20万元、印刷费 0.80  万元、水费 1.22 万元、专用材料费 0.66 万元。"
    )


def test_rows_of_a_table_in_raw_text_stay_apart() -> None:
    rows = ["项目 行 金额 项目 行 金额", "栏次 1 栏次 2", "合计 27 221.73 合计 57 221.73", "其他支出 0.00"]
    lines = [line for body in BODY for line in wrapped(body, 20)]
    assert paragraphs(*lines, *rows)[-4:] == rows


def test_a_paragraph_torn_by_a_page_break_is_whole_again() -> None:
    start = "二、本镇承担全镇范围内道路养护、河道清淤、绿化补种以及公共照明设施的日常维护，并按规定将农村饮水"
    end = "工程的运行情况上报县水务局。"
    assert paragraphs("一、概况", start, end, "三、其他", spaced=True) == ["一、概况", start + end, "三、其他"]


def test_a_name_that_begins_with_a_unit_goes_on_after_a_page_break() -> None:
    start = "某区林业局内设机构八个，分别是规划科、综合科、财务科、造林科、防火科、人"
    assert paragraphs(start, "事科、法规科、宣传科。", *BODY)[0] == f"{start}事科、法规科、宣传科。"


def test_a_figure_with_its_unit_ends_a_paragraph_of_an_unwrapped_text() -> None:
    first = "人员经费用途包括基本工资三万元、津贴补贴二万元、绩效工资六万元、住房公积金五万元、奖励金 1.23 万元"
    second = "公用经费 8.50 万元，较上年减少。"
    assert paragraphs(first, second, spaced=True) == [first, second]


def test_a_long_heading_without_punctuation_is_not_joined() -> None:
    heading = "3. 困难群众关爱资金、农村饮水工程和两所幼儿园校舍修缮项目经费绩效自评情况"
    text = "根据年初目标，得分 98 分。"
    assert paragraphs(heading, text, spaced=True) == [heading, text]


def test_words_of_a_table_with_figures_are_not_glued_to_a_heading() -> None:
    lines = [line for body in BODY for line in wrapped(body, 20)]
    assert paragraphs(*lines, "部门：某镇 2024 年度 金额单位：万元", "收 入 支 出")[-2:] == [
        "部门：某镇 2024 年度 金额单位：万元",
        "收 入 支 出",
    ]


def test_offsets_lead_back_to_lines() -> None:
    document = load_text("\n".join(line for body in BODY for line in wrapped(body, 20)), "made")
    for paragraph in document.paragraphs:
        for offset in range(len(paragraph.text)):
            line = document.lines[paragraph.line_at(offset)]
            start = paragraph.starts[paragraph.line_at(offset) - paragraph.first]
            assert line.text[offset - start] == paragraph.text[offset]
            assert document.place_at(paragraph, offset) == line.place


def test_no_paragraph_reaches_over_a_table() -> None:
    start = "本镇全年用于河道清淤、道路养护和绿化补种的支出共计三十万元，其中河道清淤和道路养护的"
    blocks = list(load_text(f"{start}\n甲\t乙\n丙\t丁\n支出为二十万元。", "made").blocks())
    assert [type(block).__name__ for block in blocks] == ["Paragraph", "Grid", "Paragraph"]


def test_the_path_of_an_account_goes_on_however_short_its_line_is() -> None:
    lines = [line for body in BODY for line in wrapped(body, 20)]
    path = ["1、教育支出（类）普通教育（款）小学", "教育（项）。年初预算为七万元，支出决算为六万元。"]
    assert paragraphs(*lines, *path)[-1] == "".join(path)
    headings = ["1、教育支出（类）", "（1）普通教育（款）小学教育（项）。年初预算为七万元。"]
    assert paragraphs(*lines, *headings)[-2:] == headings
