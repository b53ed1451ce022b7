"""Forms with a code, a name and columns of figures: 02, 03, 05, 07, 08, 10, and 06 in one block."""

from __future__ import annotations

import re
from dataclasses import replace

from juesuan.amounts import is_blank
from juesuan.document import Cell
from juesuan.forms.cells import (
    IndexedRow,
    Sheet,
    code_and_name,
    first_place,
    in_order,
    is_skipped,
    name_keys,
    quote,
    read_row,
    run_together,
)
from juesuan.forms.draft import Row
from juesuan.forms.ragged import UNEVEN
from juesuan.forms.text import digits_of, flat, has_words

_CODE = re.compile(r"编码|代码|(?:^|/)(?:类|款|项)$|(?:功能|经济)分类$")
_NAME = re.compile(r"名称|(?:^|/)项目$")
_TOTAL = re.compile(r"合计|总计|小计|栏次")
_SHARE_OF_CODES = 2  # at least every second filled cell


def code_columns(sheet: Sheet) -> list[int]:
    """Columns that hold codes, by heading, else by what stands in them."""
    named = [c for c in range(sheet.width) if _CODE.search(sheet.path(c)) and "名称" not in sheet.path(c)]
    return named or [c for c in range(sheet.width) if _holds_codes(sheet.column_texts(c))][:1]


def read_coded(sheet: Sheet) -> tuple[list[Row], dict[str, str]]:
    """Rows and column paths of a form in this layout."""
    codes = code_columns(sheet)
    name = _name_column(sheet, codes)
    figures = [c for c in range(sheet.width) if c > max([name, *codes]) and not is_skipped(sheet, c)]
    keys = name_keys(sheet, [c for c in figures if sheet.path(c) or sheet.column_texts(c)])
    rows: list[Row] = []
    for number, item in enumerate(sheet.body, 1):
        _add(rows, _row(sheet, number, item, codes, name, keys))
    return rows, {key: sheet.path(column) for column, key in keys.items()}


def _row(sheet: Sheet, number: int, item: IndexedRow, codes: list[int], name: int, keys: dict[int, str]) -> Row:
    cells = item[1]
    code, label = code_and_name(cells, codes, name)
    among_headings = not code and _words_in(cells, list(keys))
    figures, doubt = ({}, "") if among_headings else read_row(sheet, cells, keys)
    row = Row(number, code, label, first_place(cells), quote(cells))
    if item[0] in sheet.uneven:
        open_row = replace(row, loose=in_order(sheet, cells, keys))
        return open_row if sheet.spec.whole else row.with_figures(figures).doubted(UNEVEN)
    if doubt and (loose := run_together(sheet, cells, keys)):
        return replace(row, loose=loose)
    return row.with_figures(figures).doubted(doubt) if doubt else row.with_figures(figures)


def _add(rows: list[Row], row: Row) -> None:
    """Append a row, or join it to the one before where it is the rest of that one's name."""
    before = rows[-1] if rows else None
    is_rest = before is not None and before.code and not row.code and row.item and not _TOTAL.search(flat(row.item))
    if before is None or not is_rest or (row.figures and before.figures):
        rows.append(row)
        return
    joint = before.with_figures({**before.figures, **row.figures})
    rows[-1] = replace(joint, item=before.item + row.item, quote=f"{before.quote} {row.quote}")


def _name_column(sheet: Sheet, codes: list[int]) -> int:
    named = [c for c in range(sheet.width) if _NAME.search(sheet.path(c)) and c not in codes]
    if named:
        return named[0]
    worded = [c for c in range(sheet.width) if c not in codes and any(map(has_words, sheet.column_texts(c)))]
    return worded[0] if worded else (codes[-1] if codes else 0)


def _holds_codes(texts: list[str]) -> bool:
    found = [text for text in texts if 3 <= len(digits_of(text)) <= 7 and "." not in text]
    return bool(found) and len(found) * _SHARE_OF_CODES >= len(texts)


def _words_in(cells: tuple[Cell, ...], columns: list[int]) -> bool:
    texts = [cells[column].text for column in columns if column < len(cells)]
    said = [text for text in texts if not is_blank(text)]
    return bool(said) and all(has_words(text) for text in said)
