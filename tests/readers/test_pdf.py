"""PDFs drawn for the purpose: tables, text and order are read as they look."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from juesuan.document import Document, Reason
from juesuan.readers.pdf import load_pdf
from readers.made import FONT, SIZE, pdf, table, write

ROWS = [["项目", "金额"], ["基本支出", "1,234.50"], ["项目支出", "67.80"]]


def read(*pages: Callable[[Canvas], None], size: tuple[float, float] = (595, 842)) -> Document:
    return load_pdf(pdf(*pages, size=size), Path("made.pdf"))


def texts(document: Document) -> list[list[list[str]]]:
    return [grid.texts() for grid in document.grids]


def lines(document: Document) -> list[str]:
    return [line.text for line in document.lines]


def form(canvas: Canvas) -> None:
    write(canvas, 72, 780, "支出决算表", "单位：万元")
    table(canvas, 72, 730, [120, 120], ROWS)
    write(canvas, 72, 600, "注：本表说明支出。")


def test_table_and_the_lines_around_it() -> None:
    document = read(form)
    (grid,) = document.grids
    assert grid.texts() == ROWS
    assert [line.text for line in document.above(grid)] == ["支出决算表", "单位：万元"]
    assert [line.text for line in document.below(grid)] == ["注：本表说明支出。"]
    assert document.pages == 1


def test_places_are_measured_from_the_top_left_corner() -> None:
    document = read(form)
    place = document.grids[0].rows[1][1].place
    assert place.page == 1
    assert place.box == pytest.approx((192, 842 - 710, 312, 842 - 690), abs=1)
    title = document.lines[0].place.box
    assert title is not None
    assert title[0] == pytest.approx(72, abs=1)
    assert 842 - 780 - SIZE - 2 < title[1] < title[3] < 842 - 780 + 4


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_turned_for_display(turn: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(turn)
        form(canvas)

    document = read(draw)
    assert texts(document) == [ROWS]
    assert lines(document) == ["支出决算表", "单位：万元", "注：本表说明支出。"]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_places_on_a_turned_page_are_those_of_the_page_with_its_text_upright(turn: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(turn)
        form(canvas)

    box = read(draw, size=(842, 842)).grids[0].rows[1][1].place.box
    assert box == pytest.approx((192, 842 - 710, 312, 842 - 690), abs=1)


@pytest.mark.parametrize(("turn", "shift"), [(90, (595, 0)), (180, (595, 842)), (270, (0, 842))])
def test_text_set_sideways(turn: int, shift: tuple[float, float]) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(*shift)
        canvas.rotate(turn)
        canvas.setFont(FONT, SIZE)
        write(canvas, 72, 500, "支出决算表")
        table(canvas, 72, 450, [120, 120], ROWS)

    document = read(draw)
    assert texts(document) == [ROWS]
    assert lines(document) == ["支出决算表"]


def test_a_cropped_page() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setCropBox((50, 40, 550, 800))
        form(canvas)

    document = read(draw)
    assert texts(document) == [ROWS]
    assert document.grids[0].rows[0][0].place.box == pytest.approx((22, 70, 142, 90), abs=1)


def test_text_written_out_of_order_is_read_from_top_to_bottom() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, 72, 500, "第三行说明支出。")
        write(canvas, 300, 700, "右边")
        write(canvas, 72, 600, "第二行说明收入。")
        write(canvas, 72, 700, "第一行")

    assert lines(read(draw)) == ["第一行  右边", "第二行说明收入。", "第三行说明支出。"]


def test_merged_cells() -> None:
    def draw(canvas: Canvas) -> None:
        for y in (700, 660, 640):
            canvas.line(72, y, 372, y)
        canvas.line(172, 680, 372, 680)
        for x in (72, 172, 372):
            canvas.line(x, 700, x, 640)
        canvas.line(272, 680, 272, 640)
        write(canvas, 80, 676, "名称")
        write(canvas, 180, 686, "本年支出")
        write(canvas, 180, 666, "基本")
        write(canvas, 280, 666, "项目")
        write(canvas, 80, 646, "办公费")
        write(canvas, 180, 646, "1.00")
        write(canvas, 280, 646, "2.00")

    (grid,) = read(draw).grids
    assert grid.texts() == [["名称", "本年支出", ""], ["", "基本", "项目"], ["办公费", "1.00", "2.00"]]
    assert (grid.rows[0][0].rows, grid.rows[0][0].columns) == (2, 1)
    assert (grid.rows[0][1].rows, grid.rows[0][1].columns) == (1, 2)


def test_cells_of_several_lines_keep_their_breaks() -> None:
    def draw(canvas: Canvas) -> None:
        table(canvas, 72, 700, [80, 80], [["功能分类\n科目编码", "金额"], ["201", "3.00"]], height=30)

    assert texts(read(draw)) == [[["功能分类\n科目编码", "金额"], ["201", "3.00"]]]


def test_words_that_run_over_a_line_belong_to_the_cell_where_they_start_and_figures_where_they_end() -> None:
    def draw(canvas: Canvas) -> None:
        table(canvas, 72, 700, [60, 60, 60], [["名称", "预算", "决算"], ["其他社会保障缴费", "", ""], ["", "", ""]])
        canvas.drawRightString(250, 700 - 2 * 20 - 14, "123,456,789.01")

    rows = texts(read(draw))[0]
    assert rows[1] == ["其他社会保障缴费", "", ""]
    assert rows[2] == ["", "", "123,456,789.01"]


def test_figures_close_together_in_neighbouring_cells_stay_apart() -> None:
    def draw(canvas: Canvas) -> None:
        table(canvas, 72, 700, [24, 24, 24], [["甲", "乙", "丙"], ["2.85", "0.39", "0.00"]])

    assert texts(read(draw))[0][1] == ["2.85", "0.39", "0.00"]


def test_an_empty_form_is_found() -> None:
    rows = [["项目", "年初结转", "本年收入", "本年支出"], *[[""] * 4] * 12]
    assert texts(read(lambda canvas: table(canvas, 72, 700, [90] * 4, rows))) == [rows]


def test_a_frame_around_text_is_no_table() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(60, 500, 400, 260)
        write(canvas, 72, 700, "镇人民政府决算公开", "二〇二四年")

    document = read(draw)
    assert not document.grids
    assert lines(document) == ["镇人民政府决算公开", "二〇二四年"]


def test_a_table_open_at_its_sides() -> None:
    def draw(canvas: Canvas) -> None:
        for y in (700, 680, 660, 640):
            canvas.line(72, y, 312, y)
        for x in (152, 232):
            canvas.line(x, 700, x, 640)
        for down, row in enumerate([["名称", "预算", "决算"], ["办公费", "1", "2"], ["差旅费", "3", "4"]]):
            for across, text in enumerate(row):
                write(canvas, 76 + 80 * across, 686 - 20 * down, text)

    assert texts(read(draw)) == [[["名称", "预算", "决算"], ["办公费", "1", "2"], ["差旅费", "3", "4"]]]


def test_lines_that_are_only_seen_are_looked_for_in_a_picture_of_the_page() -> None:
    def bar(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
        path = canvas.beginPath()
        path.moveTo(x, y)
        path.curveTo(x, y, x + width, y, x + width, y)
        path.lineTo(x + width, y + height)
        path.curveTo(x + width, y + height, x, y + height, x, y + height)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)

    def draw(canvas: Canvas) -> None:
        for y in (700, 670, 640, 610):
            bar(canvas, 72, y, 240, 0.8)
        for x in (72, 192, 312):
            bar(canvas, x, 610, 0.8, 90)
        for down, row in enumerate(ROWS):
            for across, text in enumerate(row):
                write(canvas, 80 + 120 * across, 680 - 30 * down, text)

    assert texts(read(draw)) == [ROWS]


def test_page_numbers_and_running_heads_are_left_out() -> None:
    def page(number: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            write(canvas, 72, 815, "决算公开")
            write(canvas, 72, 700, f"第{number}件事已办结。", "2024")
            write(canvas, 290, 30, str(number))

        return draw

    document = read(*[page(number) for number in range(1, 5)])
    assert lines(document) == [text for number in range(1, 5) for text in (f"第{number}件事已办结。", "2024")]


def test_a_watermark_across_the_page_is_left_out() -> None:
    def draw(canvas: Canvas) -> None:
        form(canvas)
        canvas.rotate(45)
        canvas.setFont(FONT, 60)
        write(canvas, 400, 200, "内部资料")

    document = read(draw)
    assert texts(document) == [ROWS]
    assert lines(document) == ["支出决算表", "单位：万元", "注：本表说明支出。"]


def test_letters_drawn_twice_to_look_bold_are_read_once() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, 72, 700, "收入支出决算总表 11.10")
        write(canvas, 72.3, 700, "收入支出决算总表 11.10")

    assert lines(read(draw)) == ["收入支出决算总表 11.10"]


def test_a_page_that_is_a_picture_is_named() -> None:
    def picture(canvas: Canvas) -> None:
        from PIL import Image
        from reportlab.lib.utils import ImageReader

        canvas.drawImage(ImageReader(Image.new("L", (1200, 1800))), 50, 50, 400, 600)

    assert [(part.place.page, part.reason) for part in read(form, picture).unread] == [(2, Reason.PICTURE)]


INDENT = 2 * SIZE


def test_paragraphs_are_told_by_their_indents() -> None:
    first = [
        "本镇全年支出合计三百四十万元，其中基本支出",
        "二百万元，项目支出一百四十万元，用于河道清",
        "淤和道路养护。",
    ]
    second = [
        "本镇全年收入合计三百五十六万元，比上一年度",
        "增加二十一万元，主要原因是新办了两所幼儿园",
        "并改建一座桥。",
    ]

    def draw(canvas: Canvas) -> None:
        write(canvas, 72 + 7 * SIZE, 760, "决算情况说明")
        y = 720
        for body in (first, second, first):
            canvas.drawString(72 + INDENT, y, body[0][:-2])
            canvas.drawString(72, y - 20, body[0][-2:] + body[1][:-2])
            canvas.drawString(72, y - 40, body[1][-2:] + body[2])
            y -= 60

    document = read(draw)
    assert [p.text for p in document.paragraphs] == [
        "决算情况说明",
        *["".join(body) for body in (first, second, first)],
    ]


def test_text_in_columns_without_rules_keeps_its_columns() -> None:
    def draw(canvas: Canvas) -> None:
        rows = [("科目", "名称", "决算数"), ("201", "服务", "1.00"), ("", "合计", "2.00")]
        for down, (code, name, amount) in enumerate(rows):
            write(canvas, 72, 700 - 20 * down, code)
            write(canvas, 132, 700 - 20 * down, name)
            canvas.drawRightString(300, 700 - 20 * down, amount)

    heading, row, total = lines(read(draw))
    assert heading.split() == ["科目", "名称", "决算数"]
    assert (row.split(), total.split()) == (["201", "服务", "1.00"], ["合计", "2.00"])
    assert row.index("服务") == total.index("合计") == 12
    assert len(row) == len(total)


def test_a_page_whose_fonts_tell_no_characters_is_named_and_not_read() -> None:
    def garbled(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", SIZE)
        write(canvas, 72, 700, "ÄÅÇÉÑÖÜáàâ 1,234.50", "äãåçéèêëíì")

    document = read(form, garbled)
    assert [(part.place.page, part.reason) for part in document.unread] == [(2, Reason.CHARACTERS)]
    assert "ÄÅÇÉ" not in "".join(lines(document))
