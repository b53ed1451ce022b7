"""Typesets a manuscript as an office program or a content system publishes it: Word file, workbook, web page.

The same manuscript gives the same bytes: no time of day is kept in them.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import datetime
from html import escape

import docx
import xlsxwriter
from docx.document import Document as WordFile

from corpus.manuscript import Block, Manuscript, Table, Words
from corpus.typeset_pdf import placed

MADE = datetime(2000, 1, 1)
HEADINGS = {"part": 1, "section": 2, "subsection": 3}
PAGE = """<!DOCTYPE html>
<html><head><meta charset="{charset}"><title>{title}</title><style>td {{ width: 12.50px }}</style>
<script>var visits = "1,024.00";</script></head>
<body><div class="nav"><ul><li><a href="/">首页</a></li><li>信息公开</li></ul></div>
<table class="layout"><tr><td>
{body}
</td></tr></table></body></html>
"""


def of_forms(manuscript: Manuscript, *, wanted: bool = True) -> Manuscript:
    """The forms of a disclosure alone, or all but them."""
    return manuscript.mapped(lambda block: block if block.key.startswith("form/") == wanted else None)


def of_evaluations(manuscript: Manuscript, *, wanted: bool = True) -> Manuscript:
    """The self-evaluations and the reports on them alone, or all but them."""
    return manuscript.mapped(
        lambda block: block if block.key.startswith(("evaluation/", "report/")) == wanted else None
    )


def word(manuscript: Manuscript) -> bytes:
    """A .docx with headings, paragraphs and tables with merged cells."""
    made = docx.Document()
    made.core_properties.created = made.core_properties.modified = MADE
    for block in manuscript.blocks:
        if isinstance(block, Words):
            made.add_paragraph(block.text, f"Heading {HEADINGS[block.style]}" if block.style in HEADINGS else None)
        elif isinstance(block, Table):
            _add_table(made, block)
    data = io.BytesIO()
    made.save(data)
    return _timeless(data.getvalue())


def _add_table(made: WordFile, table: Table) -> None:
    matrix, spans, _ = placed(table)
    grid = made.add_table(len(matrix), len(matrix[0]))
    grid.style = "Table Grid"
    for cells, texts in zip(grid.rows, matrix, strict=True):
        for cell, text in zip(cells.cells, texts, strict=True):
            if text:
                cell.text = text
    for (left, top), (right, bottom) in spans:
        grid.cell(top, left).merge(grid.cell(bottom, right))


def workbook(manuscript: Manuscript) -> bytes:
    """An .xlsx with a sheet for each table: its title, number, body and unit above it, its notes below."""
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    book.set_properties({"created": MADE})
    for number, (above, table, below) in enumerate(_sheets(manuscript), 1):
        sheet = book.add_worksheet(f"表{number}")
        for row, words in enumerate(above):
            sheet.write_string(row, 0, words.text)
        _fill(book, sheet, table, len(above))
        for row, words in enumerate(below, len(above) + len(table.rows)):
            sheet.write_string(row, 0, words.text)
    book.close()
    return data.getvalue()


def _sheets(manuscript: Manuscript) -> Iterator[tuple[list[Words], Table, list[Words]]]:
    """Each table with the words of its key before it and behind it."""
    words = [block for block in manuscript.blocks if isinstance(block, Words)]
    for table in manuscript.blocks:
        if isinstance(table, Table):
            own = [each for each in words if (each.key + "/").startswith(table.key + "/")]
            yield (
                [each for each in own if each.key == table.key],
                table,
                [each for each in own if each.key != table.key],
            )


def _fill(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet, table: Table, top: int) -> None:
    """Figures as numbers with the decimals that they show, all else as text."""
    matrix, spans, figures = placed(table)
    reach = dict(spans)
    for row, texts in enumerate(matrix):
        for column, text in enumerate(texts):
            at, shape = (top + row, column), book.add_format({"num_format": _format(text)})
            is_number = (column, row) in figures and text.replace(",", "").replace(".", "").isdigit()
            if (column, row) in reach:
                right, bottom = reach[column, row]
                sheet.merge_range(*at, top + bottom, right, text)
            elif is_number:
                sheet.write_number(*at, float(text.replace(",", "")), shape)
            elif text:
                sheet.write_string(*at, text)


def _format(text: str) -> str:
    decimals = len(text.partition(".")[2])
    return ("#,##0" if "," in text else "0") + (f".{'0' * decimals}" if decimals else "")


def page(manuscript: Manuscript, charset: str = "utf-8") -> bytes:
    """A web page as a content system makes it: navigation, a layout table, styles around every word."""
    body = "\n".join(filter(None, map(_marked_up, manuscript.blocks)))
    return PAGE.format(charset=charset, title=escape(manuscript.name), body=body).encode(charset)


def _marked_up(block: Block) -> str:
    if isinstance(block, Words):
        return f'<p class="MsoNormal"><span style="font-family: 宋体">{escape(block.text)}<o:p></o:p></span></p>'
    if isinstance(block, Table):
        rows = ("".join(_cell(cell.text, cell.rows, cell.columns) for cell in row) for row in block.rows)
        return '<table border="1">' + "\n".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
    return ""


def _cell(text: str, rows: int, columns: int) -> str:
    reach = "".join(f' {name}="{count}"' for name, count in (("rowspan", rows), ("colspan", columns)) if count > 1)
    return f'<td{reach}><p class="MsoNormal">{escape(text).replace(chr(10), "<br>")}<o:p></o:p></p></td>'


def _timeless(data: bytes) -> bytes:
    """An office file whose members bear one and the same time."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            new.writestr(
                zipfile.ZipInfo(member.filename, (2000, 1, 1, 0, 0, 0)), old.read(member), zipfile.ZIP_DEFLATED
            )
    return made.getvalue()
