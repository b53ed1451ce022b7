"""Form 06: economic accounts as blocks of code, name and figure side by side."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from juesuan.amounts import is_blank
from juesuan.document import Cell
from juesuan.forms.cells import Sheet, code_and_name, first_place, is_skipped, name_keys, quote, read, read_row
from juesuan.forms.classification import ECONOMIC, is_economic_class, name_key
from juesuan.forms.coded import read_coded
from juesuan.forms.draft import Row
from juesuan.forms.ragged import UNEVEN
from juesuan.forms.text import digits_of, flat, has_words, joined

FINAL = "final"
_CODE = re.compile(r"编码|代码|(?:^|/)(?:科目|类|款)$")
_TOTAL = re.compile(r"合计|总计|小计")
_MANY = 3

Block = tuple[list[int], int, dict[int, str]]  # code columns, name column, keys by column


def read_blocks(sheet: Sheet) -> tuple[list[Row], dict[str, str]]:
    """Rows and column paths; a grid row gives a row for each block, with the same number."""
    starts = _starts(sheet)
    if len(starts) < 2:
        return read_coded(sheet)
    blocks = [_block(sheet, start, end) for start, end in zip(starts, [*starts[1:], sheet.width], strict=True)]
    columns = {key: sheet.path(column) for _, _, keys in blocks for column, key in keys.items()}
    rows: list[Row] = []
    for number, (index, cells) in enumerate(sheet.body, 1):
        if any(_TOTAL.search(flat(cell.text)) for cell in cells):
            rows += _totals(sheet, number, cells)
        else:
            found = _rows(sheet, number, _codes_set_right(cells, blocks), blocks)
            rows += [row.doubted(UNEVEN) for row in found] if index in sheet.uneven else found
    return _names_joined(rows), columns


def _starts(sheet: Sheet) -> list[int]:
    """The first code column of each block."""
    named = [c for c in range(sheet.width) if _CODE.search(sheet.path(c)) and "名称" not in sheet.path(c)]
    found = named or [c for c in range(sheet.width) if _economic(sheet.column_texts(c)) >= _MANY]
    return [c for c in found if c - 1 not in found]


def _economic(texts: list[str]) -> int:
    return sum(digits_of(text)[:3] in ECONOMIC and len(digits_of(text)) in (3, 5) for text in texts)


def _block(sheet: Sheet, start: int, end: int) -> Block:
    inner = range(start + 1, end)
    name = next((c for c in inner if "名称" in sheet.path(c)), None)
    if name is None:
        name = next((c for c in inner if any(map(has_words, sheet.column_texts(c)))), min(start + 1, end - 1))
    columns = [c for c in range(name + 1, end) if not is_skipped(sheet, c)]
    keys = name_keys(sheet, [c for c in columns if sheet.path(c) or sheet.column_texts(c)])
    if len(keys) == 1:
        keys = dict.fromkeys(keys, FINAL)
    return list(range(start, name)), name, keys


def _rows(sheet: Sheet, number: int, cells: tuple[Cell, ...], blocks: list[Block]) -> list[Row]:
    rows: list[Row] = []
    for codes, name, keys in blocks:
        shown = [cells[c] for c in (*codes, name, *keys) if c < len(cells)]
        code, label = code_and_name(cells, codes, name)
        figures, doubt = read_row(sheet, cells, keys)
        if code or label or figures:
            row = Row(number, code, label, first_place(shown), quote(shown)).with_figures(figures)
            rows.append(row.doubted(doubt) if doubt else row)
    return rows


def _totals(sheet: Sheet, number: int, cells: tuple[Cell, ...]) -> list[Row]:
    """A row of totals: each label with the figure that follows it, wherever the columns put it."""
    rows: list[Row] = []
    label: Cell | None = None
    for column, cell in enumerate(cells):
        if has_words(cell.text):
            if label is not None:
                rows.append(Row(number, "", joined(label.text), label.place, joined(label.text)))
            label = cell
        elif label is not None and (reading := read(cell, sheet, sheet.path(column))):
            row = Row(number, "", joined(label.text), label.place, quote((label, cell)))
            rows.append(row.with_figures({FINAL: reading}))
            label = None
        elif rows and not is_blank(cell.text):
            rows[-1] = rows[-1].doubted(f"多出的数字：{joined(cell.text)}")
    if label is not None:
        rows.append(Row(number, "", joined(label.text), label.place, joined(label.text)))
    return rows


def _codes_set_right(cells: tuple[Cell, ...], blocks: list[Block]) -> tuple[Cell, ...]:
    """A code that slid into the figure column of the block before goes back to its own name."""
    done = list(cells)
    for (_, _, keys), (codes, name, _) in itertools.pairwise(blocks):
        if name >= len(done) or any(not is_blank(done[c].text) for c in codes):
            continue
        for column in keys:
            code = digits_of(done[column].text)
            if _names(code, done[name].text):
                done[codes[0]], done[column] = done[column], replace(done[column], text="")
    return tuple(done)


def _names(code: str, name: str) -> bool:
    return code in ECONOMIC and (is_economic_class(code, name) or name_key(ECONOMIC[code]) == name_key(name))


def _names_joined(rows: list[Row]) -> list[Row]:
    """A row that only holds the rest of the name above it, in the same block, is joined to that name."""
    done: list[Row] = []
    for row in rows:
        rest = row.item and not row.code and not row.figures and not _TOTAL.search(row.item)
        before = next((i for i, other in enumerate(done) if rest and _ends_in(other, row)), None)
        if before is None:
            done.append(row)
        else:
            done[before] = replace(done[before], item=done[before].item + row.item)
    return done


def _ends_in(other: Row, rest: Row) -> bool:
    whole = name_key(ECONOMIC.get(other.code, ""))
    return other.number == rest.number - 1 and whole == name_key(other.item + rest.item)
