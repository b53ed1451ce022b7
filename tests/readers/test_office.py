"""Word files and workbooks: what they show is read, what they hide is named."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import numpy as np
import openpyxl
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from PIL import Image, ImageDraw

from juesuan.document import Document, Place, Reason
from juesuan.errors import LimitExceeded, UnreadableSource
from juesuan.readers import load
from juesuan.readers.number_formats import displayed


def saved(tmp_path: Path, made: Any, name: str) -> Document:
    made.save(tmp_path / name)
    return load(tmp_path / name)


def book(tmp_path: Path, fill: Callable[[Any], None]) -> Document:
    made = openpyxl.Workbook()
    fill(made)
    return saved(tmp_path, made, "book.xlsx")


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (1234.5, "#,##0.00", "1,234.50"),
        (1234.565, "0.00", "1234.57"),
        (-1234.5, "#,##0.00_ ;[Red]-#,##0.00\\ ", "-1,234.50"),
        (-3, "0.00;(0.00)", "(3.00)"),
        (0, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "-"),
        (0, "#,##0.00;-#,##0.00;", ""),
        (0.12345, "0.00%", "12.35%"),
        (12345678, "#,##0.00,", "12,345.68"),
        (201, "General", "201"),
        (0.1 + 0.2, "General", "0.3"),
        (1234.5, "General", "1234.5"),
        (7, "000", "007"),
        (12.3, '0.0"万元"', "12.3万元"),
        (1.5, "#.##", "1.5"),
        (-0.001, "0.00", "0.00"),
        ("2010301", "@", "2010301"),
        (None, "0.00", ""),
    ],
)
def test_numbers_are_read_as_displayed(value: object, code: str, shown: str) -> None:
    assert displayed(value, code) == shown


def test_a_sheet_with_title_unit_and_note(tmp_path: Path) -> None:
    def fill(made: Any) -> None:
        sheet = made.active
        for row in (
            ["收入决算表"],
            ["公开02表"],
            ["部门：甲局", None, "单位：万元"],
            ["科目编码", "科目名称", "本年收入合计"],
            [201, "一般公共服务支出", 1234.5],
            [None, "合计", 1234.5],
            ["注：本表反映收入。"],
        ):
            sheet.append(row)
        sheet["C5"].number_format = "#,##0.00"
        sheet.merge_cells("A1:C1")

    document = book(tmp_path, fill)
    (grid,) = document.grids
    assert [line.text for line in document.above(grid)] == ["收入决算表", "公开02表", "部门：甲局", "单位：万元"]
    assert [line.text for line in document.below(grid)] == ["注：本表反映收入。"]
    assert grid.texts()[1] == ["201", "一般公共服务支出", "1,234.50"]
    place = grid.rows[1][2].place
    assert str(place) == "sheet 1 C5"
    assert str(Place.parse("sheet 3 AB14")) == "sheet 3 AB14"


def test_forms_below_each_other_in_one_sheet(tmp_path: Path) -> None:
    def fill(made: Any) -> None:
        for title in ("收入决算表", "支出决算表"):
            for row in ([title], ["项目", "决算数"], ["合计", 1.5], []):
                made.active.append(row)

    document = book(tmp_path, fill)
    assert [line.text for line in document.lines] == ["收入决算表", "支出决算表"]
    assert [grid.texts() for grid in document.grids] == [[["项目", "决算数"], ["合计", "1.5"]]] * 2
    assert [str(grid.rows[1][1].place) for grid in document.grids] == ["sheet 1 B3", "sheet 1 B7"]


def test_a_sheet_named_by_its_title_alone(tmp_path: Path) -> None:
    def fill(made: Any) -> None:
        made.active.title = "支出决算表"
        made.active.append(["项目", "决算数"])
        made.active.append(["合计", 1])

    assert [line.text for line in book(tmp_path, fill).lines] == ["支出决算表"]


def test_what_is_hidden_is_named_and_not_read(tmp_path: Path) -> None:
    def fill(made: Any) -> None:
        made.active.append(["项目", "底稿", "决算数"])
        made.active.append(["合计", 9, 1])
        made.active.append(["备查", 9, 7])
        made.active.column_dimensions["B"].hidden = True
        made.active.row_dimensions[3].hidden = True
        secret = made.create_sheet("底稿")
        secret.sheet_state = "hidden"
        secret.append(["不公开"])

    document = book(tmp_path, fill)
    assert document.grids[0].texts() == [["项目", "", "决算数"], ["合计", "", "1"]]
    assert [(part.name, part.reason) for part in document.unread] == [
        ("工作表“Sheet”中隐藏的行或列", Reason.HIDDEN),
        ("工作表“底稿”", Reason.HIDDEN),
    ]


def test_formulas_without_saved_results_are_said(tmp_path: Path) -> None:
    def fill(made: Any) -> None:
        made.active.append(["项目", "决算数"])
        made.active.append(["合计", "=1+1"])

    (part,) = book(tmp_path, fill).unread
    assert part.reason is Reason.UNSAVED


def test_a_word_file(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_heading("支出决算表", 1)
    table = made.add_table(3, 3)
    for across, text in enumerate(("项目", "本年支出", "")):
        table.cell(0, across).text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    for across, text in enumerate(("办公费", "1.00", "2.00")):
        table.cell(2, across).text = text
    made.add_paragraph("注：本表说明支出。")
    document = saved(tmp_path, made, "report.docx")
    (grid,) = document.grids
    assert [line.text for line in document.above(grid)] == ["支出决算表"]
    assert grid.texts() == [["项目", "本年支出", ""], ["", "", ""], ["办公费", "1.00", "2.00"]]
    assert grid.rows[0][1].columns == 2
    assert str(grid.rows[2][2].place) == "table 1 row 3 cell 3"


def test_numbers_that_the_word_processor_gives_are_read(tmp_path: Path) -> None:
    made = docx.Document()
    for text in ("主要职责", "机构设置"):
        made.add_paragraph(text, style="List Number")
    assert [line.text for line in saved(tmp_path, made, "list.docx").lines] == ["1.主要职责", "2.机构设置"]


def test_numbers_in_chinese_are_read_in_chinese(tmp_path: Path) -> None:
    made = docx.Document()
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{shape}"/></w:lvl>'
        for at, (kind, shape) in enumerate(
            [("chineseCountingThousand", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3.")]
        )
    )
    numbering = made.part.numbering_part.element
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{levels}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="91"><w:abstractNumId w:val="90"/></w:num>'))
    for text, level in (("总体情况", 0), ("收入", 1), ("支出", 1), ("基本支出", 2), ("收入决算", 0)):
        numbered = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="91"/></w:numPr>'
        made.add_paragraph(text)._p.get_or_add_pPr().append(parse_xml(numbered))
    read = [line.text for line in saved(tmp_path, made, "numbered.docx").lines]
    assert read == ["一、总体情况", "（一）收入", "（二）支出", "1.基本支出", "二、收入决算"]


def test_a_table_within_a_table(tmp_path: Path) -> None:
    made = docx.Document()
    inner = made.add_table(1, 1).cell(0, 0).add_table(2, 2)
    for at, text in enumerate(("项目", "金额", "办公费", "1.00")):
        inner.cell(at // 2, at % 2).text = text
    assert [grid.texts() for grid in saved(tmp_path, made, "nested.docx").grids] == [
        [["项目", "金额"], ["办公费", "1.00"]]
    ]


@pytest.mark.parametrize("name", ["word/document.xml", "xl/workbook.xml"])
def test_a_bomb_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / "bomb.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(name, bytes(60_000_000))
    with pytest.raises(LimitExceeded):
        load(path)


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_damage_ends_with_a_result_or_a_typed_error(tmp_path: Path, kind: str, seed: int) -> None:
    import random

    chance = random.Random(seed)
    buffer = io.BytesIO()
    (docx.Document() if kind == "docx" else openpyxl.Workbook()).save(buffer)
    data = bytearray(buffer.getvalue())
    for _ in range(20):
        data[chance.randrange(4, len(data))] = chance.randrange(256)
    path = tmp_path / f"damaged.{kind}"
    path.write_bytes(data[: chance.choice([len(data), len(data) // 2])])
    try:
        load(path)
    except (UnreadableSource, LimitExceeded) as error:
        assert path.name in str(error)


def picture(draw: Callable[[ImageDraw.ImageDraw], None], size: tuple[int, int] = (900, 600)) -> io.BytesIO:
    """A picture with noise, so that it is as large as a real one."""
    noise = np.random.default_rng(1).integers(225, 256, (size[1], size[0]), np.uint8)
    made = Image.fromarray(noise)
    draw(ImageDraw.Draw(made))
    data = io.BytesIO()
    made.save(data, "PNG")
    data.seek(0)
    return data


def emblem(draw: ImageDraw.ImageDraw) -> None:
    draw.ellipse((250, 100, 650, 500), fill=90)


def form(draw: ImageDraw.ImageDraw) -> None:
    for down in range(100, 501, 50):
        draw.line((60, down, 840, down), fill=0, width=2)
    for across in range(60, 841, 195):
        draw.line((across, 100, across, 500), fill=0, width=2)


@pytest.mark.parametrize(("draw", "unread"), [(emblem, []), (form, [Reason.PICTURE])])
def test_a_picture_of_a_form_is_named_and_an_emblem_is_not(
    draw: Callable[[ImageDraw.ImageDraw], None], unread: list[Reason], tmp_path: Path
) -> None:
    made = docx.Document()
    made.add_paragraph("部门决算情况说明")
    made.add_picture(picture(draw))
    assert [part.reason for part in saved(tmp_path, made, "report.docx").unread] == unread


@pytest.mark.parametrize("at", [(5200, 1), (3, 230)])
def test_what_lies_beyond_the_limits_of_a_sheet_is_said(at: tuple[int, int], tmp_path: Path) -> None:
    def fill(made: Any) -> None:
        made.active["A1"], made.active["B1"] = "科目", "金额"
        made.active.cell(*at).value = "9.00"

    (part,) = book(tmp_path, fill).unread
    assert part.reason is Reason.BEYOND
