"""Form 09: 三公 spending by budget and final, in blocks, in pairs, or item by item; and its counts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from juesuan.amounts import is_blank, parse_amount
from juesuan.document import Cell
from juesuan.forms.catalogue import PUBLIC_ITEMS, Spec
from juesuan.forms.cells import Sheet, first_place, is_skipped, quote, read, read_row
from juesuan.forms.draft import Reading, Row
from juesuan.forms.ragged import UNEVEN
from juesuan.forms.text import flat, has_words, joined, without_ordinal

COUNT = "count"
BUDGET, FINAL = "budget", "final"
_MEASURE = re.compile(r"(年初|全年|调整)?预算数?|决算数?|支出数|实际数")
_COUNTED = re.compile(r"团组|人次|批次|保有量|购置数|购置量|辆\)|人\)|个\)|批\)")
_COUNT_UNIT = re.compile(r"[(](辆|个|人次|人|批次|批|台|次)[)]")
_MANY = 3


def public_item(spec: Spec, label: str) -> str:
    """The key of a 三公 item (`total` … `reception`) by heading path or row label."""
    return spec.key_of(flat(without_ordinal(label).removeprefix("其中")).lstrip(":："))


def read_public(sheet: Sheet) -> tuple[list[Row], dict[str, str]]:
    """Rows and column paths; figures have keys such as `budget:reception`, counts the key `count`."""
    keys = _column_keys(sheet)
    items = {key.partition(":")[2] for key in keys.values()}
    by_column = len(items & set(PUBLIC_ITEMS)) >= _MANY
    rows: list[Row] = []
    seen: set[str] = set()
    for number, (index, cells) in enumerate(sheet.body, 1):
        if any(_COUNTED.search(flat(cell.text)) for cell in cells):
            rows += read_counts(sheet, number, cells)
        elif by_column:
            figures, doubt = read_row(sheet, cells, keys)
            label = next((joined(c.text) for i, c in enumerate(cells) if i not in keys and has_words(c.text)), "")
            if figures:
                row = Row(number, "", label, first_place(cells), quote(cells)).with_figures(figures)
                doubt = UNEVEN if index in sheet.uneven else doubt
                rows.append(row.doubted(doubt) if doubt else row)
        else:
            rows += _item_row(sheet, number, cells, seen)
    return rows, {key: sheet.path(column) for column, key in keys.items()}


def read_counts(sheet: Sheet, number: int, cells: Sequence[Cell]) -> list[Row]:
    """Counts of journeys, vehicles and receptions: each label with the number that follows it."""
    rows: list[Row] = []
    label: Cell | None = None
    for column, cell in enumerate(cells):
        if is_skipped(sheet, column):
            continue
        if has_words(cell.text):
            label = cell
            rows.append(Row(number, "", joined(cell.text), cell.place, joined(cell.text)))
        elif label is not None and not is_blank(cell.text):
            match = _COUNT_UNIT.search(flat(label.text))
            amount = parse_amount(cell.text, match[1] if match else "个")
            if amount:
                done = Row(number, "", joined(label.text), label.place, quote((label, cell)))
                rows[-1] = done.with_figures({COUNT: Reading(amount, "统计数", cell.place)})
                label = None
    return rows


def _column_keys(sheet: Sheet) -> dict[int, str]:
    """`budget:X` or `final:X` by column; X is blank where rows, not columns, are the items."""
    found = [(c, *_part(sheet.spec, sheet.path(c))) for c in range(sheet.width) if sheet.path(c)]
    paired = [measure for _, leaf_measure, measure, _ in found if leaf_measure]
    if not paired:
        found = _second_block(found)
    keys: dict[int, str] = {}
    for column, _, measure, item in found:
        key = f"{measure}:{item}"
        if measure and not is_skipped(sheet, column) and key not in keys.values():
            keys[column] = key
    return keys


Part = tuple[int, bool, str, str]  # column, measure stands lowest, measure, item


def _part(spec: Spec, path: str) -> tuple[bool, str, str]:
    parts = path.split("/")
    measures = [part for part in parts if _MEASURE.fullmatch(part)]
    item = public_item(spec, "/".join(part for part in parts if part not in measures))
    measure = "" if not measures else BUDGET if "预算" in measures[-1] else FINAL
    return bool(measures) and parts[-1] == measures[-1] and len(parts) > 1, measure, item


def _second_block(found: list[Part]) -> list[Part]:
    """Two blocks of the same items: the second begins where the total comes again, whatever heading is torn."""
    starts = [i for i, (_, _, _, item) in enumerate(found) if item == "total"]
    if len(starts) != 2:
        return found
    first = FINAL if found[starts[0]][2] == FINAL else BUDGET
    second = FINAL if first == BUDGET else BUDGET
    return [(c, low, second if i >= starts[1] else first, item) for i, (c, low, _, item) in enumerate(found)]


def _item_row(sheet: Sheet, number: int, cells: tuple[Cell, ...], seen: set[str]) -> list[Row]:
    """A row that is itself an item; what an item is made of goes by its own label, for the item was `seen`."""
    label = next((cell for cell in cells if has_words(cell.text)), None)
    item = public_item(sheet.spec, label.text) if label else ""
    if not item or label is None:
        return []
    key = item if item not in seen else flat(without_ordinal(label.text))
    seen.add(item)
    figures: dict[str, Reading] = {}
    for column, cell in enumerate(cells):
        _, measure, _ = _part(sheet.spec, sheet.path(column))
        if measure and (reading := read(cell, sheet, sheet.path(column))):
            figures[f"{measure}:{key}"] = reading
    return [Row(number, "", joined(label.text), first_place(cells), quote(cells)).with_figures(figures)]
