"""Form 11: items with one figure each, once or several times in a row."""

from __future__ import annotations

from juesuan.document import Cell
from juesuan.forms.cells import Sheet, is_skipped, name_keys, quote, read
from juesuan.forms.draft import Reading, Row
from juesuan.forms.text import has_words, joined

FINAL = "final"


def read_list(sheet: Sheet) -> tuple[list[Row], dict[str, str]]:
    """Rows and column paths; the first figure after a label is its `final`, unless headings say more."""
    columns = [c for c in range(sheet.width) if not is_skipped(sheet, c)]
    figures = [c for c in columns if sheet.column_texts(c) and not any(map(has_words, sheet.column_texts(c)))]
    keys = name_keys(sheet, figures) if len(figures) > 1 else dict.fromkeys(figures, FINAL)
    rows: list[Row] = []
    for number, (_, cells) in enumerate(sheet.body, 1):
        rows += _rows(sheet, number, cells, keys)
    return rows, {key: sheet.path(column) for column, key in keys.items()}


def _rows(sheet: Sheet, number: int, cells: tuple[Cell, ...], keys: dict[int, str]) -> list[Row]:
    rows: list[Row] = []
    label: Cell | None = None
    found: dict[str, Reading] = {}
    shown: list[Cell] = []
    for column, cell in enumerate(cells):
        if has_words(cell.text):
            rows += _row(number, label, shown, found)
            label, found, shown = cell, {}, [cell]
        elif label is not None and column in keys and (reading := read(cell, sheet, sheet.path(column))):
            found[FINAL if not found else keys[column]] = reading
            shown.append(cell)
    return [*rows, *_row(number, label, shown, found)]


def _row(number: int, label: Cell | None, shown: list[Cell], found: dict[str, Reading]) -> list[Row]:
    if label is None:
        return []
    return [Row(number, "", joined(label.text), label.place, quote(shown)).with_figures(found)]
