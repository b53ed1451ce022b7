"""One document in the forms in which departments publish: web pages, Word files and workbooks made from its blocks."""

from __future__ import annotations

import io
from collections.abc import Iterator
from html import escape

import docx
import openpyxl
import xlwt
from openpyxl.cell.cell import MergedCell

from juesuan.amounts import parse_amount
from juesuan.document import Cell, Document, Grid, Paragraph

CMS_HEAD = """<head><meta charset="{charset}"><title>信息公开</title><style>td {{ width: 12.50px }}</style>
<script>var total = "合计 9,999.99";</script></head>"""
CMS_NAVIGATION = '<div class="nav"><ul><li><a href="/">首页</a></li><li>政务公开</li></ul></div>'


def content_system(document: Document, charset: str = "utf-8") -> bytes:
    """A page as a content system makes it: styles and `o:p` around every word, tables within a layout table."""
    body = "".join(
        _block(block, '<p class="MsoNormal" style="text-indent:2em"><span>{}<o:p></o:p></span></p>\n')
        for block in document.blocks()
    )
    head = CMS_HEAD.format(charset=charset)
    page = f"<html>{head}<body>{CMS_NAVIGATION}<table><tr><td>{body}</td></tr></table></body></html>"
    return page.encode(charset)


def one_line(document: Document) -> bytes:
    """A page without any line end."""
    page = "".join(_block(block, "<p>{}</p>") for block in document.blocks())
    return f"<!DOCTYPE html><html><body>{page}</body></html>".replace("\n", "").encode()


def office_page(document: Document) -> bytes:
    """A page as an office program saves it: long lines wrapped, `font` and `br` within cells."""
    head = '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN">\n<html>\n<head>\n'
    head += '\t<meta http-equiv="content-type" content="text/html; charset=utf-8"/>\n</head>\n<body lang="zh-CN">\n'
    form = '<p style="margin-bottom: 0cm">\n<font size="3" style="font-size: 12pt">{}</font></p>\n'
    return (
        head + "".join(_block(block, form, wrapped=True) for block in document.blocks()) + "</body></html>"
    ).encode()


def _block(block: Paragraph | Grid, form: str, wrapped: bool = False) -> str:
    if isinstance(block, Paragraph):
        return form.format(_wrapped(escape(block.text)) if wrapped else escape(block.text))
    rows = ("".join(_cell(cell, form) for cell in row) for row in owned(block))
    return '<table border="1"><tbody>' + "".join(f"<tr>{row}</tr>\n" for row in rows) + "</tbody></table>\n"


def _wrapped(text: str) -> str:
    return "\n".join(text[start : start + 40] for start in range(0, len(text), 40)) if " " not in text else text


def _cell(cell: Cell, form: str) -> str:
    spans = (f' colspan="{cell.columns}"' if cell.columns > 1 else "") + (
        f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    )
    return f"<td{spans}>{form.format(escape(cell.text).replace(chr(10), '<br>'))}</td>"


def owned(grid: Grid) -> Iterator[list[Cell]]:
    """The rows without the places that merged cells cover."""
    covered: set[tuple[int, int]] = set()
    for down, row in enumerate(grid.rows):
        kept = []
        for across, cell in enumerate(row):
            if (down, across) in covered:
                continue
            kept.append(cell)
            covered |= {(down + i, across + j) for i in range(cell.rows) for j in range(cell.columns)}
        yield kept


def word(document: Document) -> bytes:
    """A Word file."""
    made = docx.Document()
    for block in document.blocks():
        if isinstance(block, Paragraph):
            made.add_paragraph(block.text)
            continue
        table = made.add_table(len(block.rows), len(block.rows[0]))
        for down, row in enumerate(block.rows):
            cells = table.rows[down].cells
            for across, cell in enumerate(row):
                if cell.text:
                    cells[across].text = cell.text
        for down, row in enumerate(block.rows):
            for across, cell in enumerate(row):
                if cell.columns > 1 or cell.rows > 1:
                    table.cell(down, across).merge(table.cell(down + cell.rows - 1, across + cell.columns - 1))
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def workbook(document: Document) -> bytes:
    """A workbook with a sheet for each table: what stands above it, the table, what stands below."""
    book = openpyxl.Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    for number, grid in enumerate(document.grids, 1):
        sheet = book.create_sheet(f"表{number}")
        previous = document.grids[number - 2].order if number > 1 else 0
        following = document.grids[number].order if number < len(document.grids) else len(document.lines)
        above = document.lines[max(previous, grid.order - 4) : grid.order]
        for line in above:
            sheet.append([line.text])
        top = len(above)
        for down, row in enumerate(grid.rows, 1):
            for across, cell in enumerate(row, 1):
                _put(sheet, top + down, across, cell.text)
        for down, row in enumerate(grid.rows, 1):
            for across, cell in enumerate(row, 1):
                if (cell.columns > 1 or cell.rows > 1) and not isinstance(sheet.cell(top + down, across), MergedCell):
                    sheet.merge_cells(
                        start_row=top + down,
                        start_column=across,
                        end_row=top + down + cell.rows - 1,
                        end_column=across + cell.columns - 1,
                    )
        for line in document.lines[grid.order : min(following, grid.order + 2)]:
            sheet.append([line.text])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _put(sheet: object, row: int, column: int, text: str) -> None:
    """Figures as numbers with the decimals that they show, all else as text."""
    amount = parse_amount(text, "") if "." in text else None
    cell = sheet.cell(row, column)  # type: ignore[attr-defined]
    if amount is None or amount.displayed != text:
        cell.value = text or None
    else:
        cell.value = float(amount.value)
        cell.number_format = ("#,##0." if "," in text else "0.") + "0" * amount.decimals


def old_workbook(document: Document) -> bytes:
    """The same in the binary format of old workbooks."""
    new = openpyxl.load_workbook(io.BytesIO(workbook(document)))
    old = xlwt.Workbook(encoding="utf-8")
    for sheet in new.worksheets:
        made = old.add_sheet(sheet.title)
        merged = {(m.min_row, m.min_col): m for m in sheet.merged_cells.ranges}
        for row in sheet.iter_rows():
            for cell in row:
                style = xlwt.easyxf(num_format_str=cell.number_format)
                reach = merged.get((cell.row, cell.column))
                if reach is not None:
                    made.write_merge(
                        reach.min_row - 1, reach.max_row - 1, reach.min_col - 1, reach.max_col - 1, cell.value, style
                    )
                elif cell.value is not None:
                    made.write(cell.row - 1, cell.column - 1, cell.value, style)
    buffer = io.BytesIO()
    old.save(buffer)
    return buffer.getvalue()
