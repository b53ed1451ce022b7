"""Forms 01 and 04: income to the left, expenditure to the right, each with its own items."""

from __future__ import annotations

import re
from dataclasses import replace

from juesuan.document import Cell
from juesuan.forms.cells import Sheet, first_place, is_skipped, quote, read_row
from juesuan.forms.draft import Row
from juesuan.forms.ragged import UNEVEN
from juesuan.forms.text import flat, has_words, joined, without_ordinal

INCOME, EXPENDITURE, NATURE = "income", "expenditure", "nature"
OPENING = "income:opening"
_ITEM = re.compile(r"(?:^|/)项目(?:[(].*[)])?$")
_BUDGET = re.compile(r"(?:^|/)(年初|全年|调整)?预算数?$")
_OPENING_ROW = re.compile(r"^(?:年初|上年).*结[转余]")
_CARRIED = re.compile(r"一般公共预算|政府性基金|国有资[本产]经营")
_ENDS_SUM = re.compile(r"总计|合计")
_MANY = 3
_REST = 3  # longest rest of a label that a line break may leave on a row of its own


def read_halves(sheet: Sheet) -> tuple[list[Row], dict[str, str]]:
    """Rows and column paths; a grid row gives a row for each half, with the same number."""
    halves = _halves(sheet)
    rows: list[Row] = []
    columns: dict[str, str] = {}
    for side, item_column, end in halves:
        keys = _keys(sheet, side, item_column, end)
        columns |= {key: sheet.path(column) for column, key in keys.items()}
        half: list[Row] = []
        for number, (index, cells) in enumerate(sheet.body, 1):
            row = _row(sheet, number, side, cells, item_column, end, keys)
            if row is not None:
                _add(half, row.doubted(UNEVEN) if index in sheet.uneven else row)
        rows += half
    return with_opening(sorted(rows, key=lambda row: row.number)), columns


def with_opening(rows: list[Row]) -> list[Row]:
    """Form 04 repeats its funds' names under the opening carry-over: there they get a key of their own."""
    done: list[Row] = []
    below = False
    for row in rows:
        label = flat(without_ordinal(row.item))
        if row.side == INCOME and label:
            below = (below or bool(_OPENING_ROW.match(label))) and not _ENDS_SUM.search(label)
        if below and row.side == INCOME and _CARRIED.search(label) and INCOME in row.figures:
            row = row.with_figures({OPENING: row.figures[INCOME]})
        done.append(row)
    return done


def _halves(sheet: Sheet) -> list[tuple[str, int, int]]:
    """(side, item column, end) of each half, in the order income, expenditure, nature."""
    starts = [c for c in range(sheet.width) if _ITEM.search(sheet.path(c))]
    if len(starts) < 2:
        starts = [c for c in range(sheet.width) if sum(map(has_words, sheet.column_texts(c))) >= _MANY]
    ends = [*starts[1:], sheet.width]
    sides = [INCOME, EXPENDITURE, NATURE]
    if len(starts) == 2 and sheet.path(starts[0]).startswith("支出"):
        sides = [EXPENDITURE, INCOME]
    return list(zip(sides, starts, ends, strict=False))


def _keys(sheet: Sheet, side: str, item_column: int, end: int) -> dict[int, str]:
    columns = [
        column
        for column in range(item_column + 1, end)
        if not is_skipped(sheet, column) and (sheet.path(column) or sheet.column_texts(column))
    ]
    whole = sheet.spec.whole if side == EXPENDITURE else ""
    if whole and not any(sheet.path(column) for column in columns):
        return next((dict(zip(columns, o, strict=True)) for o in sheet.spec.orders if len(o) == len(columns)), {})
    keys: dict[int, str] = {}
    for column in columns:
        path = sheet.path(column)
        known = sheet.spec.key_of(path) if whole else ""
        base = (whole if known in ("", INCOME) else known) or side
        if match := _BUDGET.search(path):
            base += ":opening_budget" if match[1] == "年初" else ":budget"
        keys[column] = base if base not in keys.values() else path or f"第{column + 1}列"
    return keys


def _row(
    sheet: Sheet, number: int, side: str, cells: tuple[Cell, ...], item_column: int, end: int, keys: dict[int, str]
) -> Row | None:
    shown = cells[item_column:end]
    label = cells[item_column].text if item_column < len(cells) else ""
    figures, doubt = read_row(sheet, cells, keys)
    if not has_words(label) and not figures:
        return None
    item = joined(label) if has_words(label) else ""
    row = Row(number, "", item, first_place(shown), quote(shown), side=side).with_figures(figures)
    return row.doubted(doubt) if doubt else row


def _add(half: list[Row], row: Row) -> None:
    before = half[-1] if half else None
    if before and row.item and not row.figures and len(row.item) <= _REST and not _ENDS_SUM.search(row.item):
        half[-1] = replace(before, item=before.item + row.item)
    else:
        half.append(row)
