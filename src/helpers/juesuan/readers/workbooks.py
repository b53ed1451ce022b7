"""Workbooks, old and new: openpyxl and xlrd read the cells, which show what their number formats show."""

from __future__ import annotations

import datetime
import io
import re
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from juesuan.document import Cell, Document, Place
from juesuan.errors import UnreadableSource
from juesuan.readers.flow import Flow
from juesuan.readers.number_formats import displayed, is_date
from juesuan.readers.sheets import Sheet, add_sheets

_MOST_ROWS, _MOST_COLUMNS = 5000, 200  # of a sheet; a form has fewer, a register of payments is none
_TYPED = re.compile(r"=\s*\d[\d,]*(?:\.\d+)?%?")  # a target that a program took for a formula
_LOOKED_AT = 1000  # rows beyond, to see whether anything stands there
_REMEDY = "open it and save it again as .xlsx"

Merge = tuple[int, int, int, int]  # first row, behind the last, first column, behind the last; from 0


def load_xlsx(data: bytes, source: Path, digest: str) -> Document:
    """The document in an .xlsx file; raises `UnreadableSource`."""
    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
            formulas = openpyxl.load_workbook(io.BytesIO(data), keep_links=False)
        sheets = [_new(sheet, formulas[sheet.title]) for sheet in book.worksheets]
    except Exception as error:  # openpyxl raises anything at all on a damaged file
        raise UnreadableSource(source, "is a workbook that cannot be read", _REMEDY) from error
    return _document(sheets, source, digest)


def load_xls(data: bytes, source: Path, digest: str) -> Document:
    """The document in an .xls or .et file; raises `UnreadableSource`."""
    import xlrd

    try:
        with xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=io.StringIO()) as book:
            sheets = [_old(book, sheet) for sheet in book.sheets()]
    except Exception as error:  # so does xlrd
        if "encrypted" in str(error):
            raise UnreadableSource(source, "is protected by a password", "save it without one") from error
        raise UnreadableSource(source, "is an old workbook that cannot be read", _REMEDY) from error
    return _document(sheets, source, digest)


def _document(sheets: list[Sheet], source: Path, digest: str) -> Document:
    flow = Flow()
    add_sheets(flow, sheets)
    if not flow.lines and not flow.grids:
        raise UnreadableSource(source, "is a workbook without words", "is it the right file?")
    return flow.document(source.name, digest)


def _new(sheet: Any, formulas: Any) -> Sheet:
    rows = min(sheet.max_row, _MOST_ROWS)
    columns = min(sheet.max_column, _MOST_COLUMNS)
    texts = [
        [displayed(cell.value, cell.number_format or "") for cell in row]
        for row in sheet.iter_rows(max_row=rows, max_col=columns)
    ]
    for cell in (cell for row in formulas.iter_rows(max_row=rows, max_col=columns) for cell in row):
        if cell.data_type == "f" and not texts[cell.row - 1][cell.column - 1] and _TYPED.fullmatch(str(cell.value)):
            texts[cell.row - 1][cell.column - 1] = str(cell.value)
    merges = [(m.min_row - 1, m.max_row, m.min_col - 1, m.max_col) for m in sheet.merged_cells.ranges]
    return _shown(
        sheet.title,
        texts,
        merges,
        hidden=sheet.sheet_state != "visible",
        hidden_rows={row - 1 for row, each in sheet.row_dimensions.items() if each.hidden},
        hidden_columns=set(_hidden_columns(sheet)),
        unsaved=any(
            cell.data_type == "f" and not texts[cell.row - 1][cell.column - 1]
            for row in formulas.iter_rows(max_row=rows, max_col=columns)
            for cell in row
        ),
        cut=_goes_on(sheet),
    )


def _goes_on(sheet: Any) -> bool:
    """Whether anything stands beyond the rows and columns that are read; formats alone are nothing."""
    last = min(sheet.max_row, _MOST_ROWS + _LOOKED_AT)
    below = {"min_row": _MOST_ROWS + 1, "max_row": last, "max_col": _MOST_COLUMNS}
    right = {"max_row": min(sheet.max_row, _LOOKED_AT), "min_col": _MOST_COLUMNS + 1, "max_col": sheet.max_column}
    reaches = [below] if sheet.max_row > _MOST_ROWS else []
    reaches += [right] if sheet.max_column > _MOST_COLUMNS else []
    return any(
        value is not None for reach in reaches for row in sheet.iter_rows(**reach, values_only=True) for value in row
    )


def _hidden_columns(sheet: Any) -> Iterator[int]:
    """openpyxl keeps columns of one width together, under the letter of the first."""
    for each in sheet.column_dimensions.values():
        if each.hidden and each.min and each.max:
            yield from range(each.min - 1, min(each.max, _MOST_COLUMNS))


def _old(book: Any, sheet: Any) -> Sheet:
    texts = [
        [_old_text(book, sheet, row, column) for column in range(min(sheet.ncols, _MOST_COLUMNS))]
        for row in range(min(sheet.nrows, _MOST_ROWS))
    ]
    return _shown(
        sheet.name,
        texts,
        sheet.merged_cells,
        hidden=sheet.visibility != 0,
        hidden_rows={row for row, each in sheet.rowinfo_map.items() if each.hidden},
        hidden_columns={column for column, each in sheet.colinfo_map.items() if each.hidden},
        cut=sheet.nrows > _MOST_ROWS or sheet.ncols > _MOST_COLUMNS,
    )


def _old_text(book: Any, sheet: Any, row: int, column: int) -> str:
    import xlrd

    cell = sheet.cell(row, column)
    if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
        return ""
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(cell.value, "#ERROR"))
    code = book.format_map[book.xf_list[cell.xf_index].format_key].format_str
    if cell.ctype == xlrd.XL_CELL_DATE and is_date(code):
        try:
            return displayed(datetime.datetime(*xlrd.xldate_as_tuple(cell.value, book.datemode)), code)
        except (ValueError, xlrd.XLDateError):
            return displayed(cell.value, "")
    if isinstance(cell.value, float) and cell.value.is_integer():
        return displayed(int(cell.value), code)
    return displayed(cell.value, code)


def _shown(
    name: str,
    texts: list[list[str]],
    merges: Iterable[Merge],
    *,
    hidden: bool,
    hidden_rows: set[int],
    hidden_columns: set[int],
    unsaved: bool = False,
    cut: bool = False,
) -> Sheet:
    """A sheet without what it hides; merged cells reach over what is left of their places."""
    rows = [[Cell(text, Place()) for text in row] for row in texts]
    for top, bottom, left, right in merges:
        if top < len(rows) and left < len(rows[top]):
            down = sum(row not in hidden_rows for row in range(top, min(bottom, len(rows))))
            across = sum(column not in hidden_columns for column in range(left, min(right, len(rows[top]))))
            rows[top][left] = replace(rows[top][left], columns=max(across, 1), rows=max(down, 1))
    taken_away = any(
        cell.text and (row in hidden_rows or column in hidden_columns)
        for row, cells in enumerate(rows)
        for column, cell in enumerate(cells)
    )
    blank = Cell("", Place())
    left_over = [
        [blank if column in hidden_columns or row in hidden_rows else cell for column, cell in enumerate(cells)]
        for row, cells in enumerate(rows)
    ]
    return Sheet(name, left_over, hidden=hidden, parts=taken_away, unsaved=unsaved, cut=cut)
