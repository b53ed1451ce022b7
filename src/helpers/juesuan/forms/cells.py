"""From the cells of a grid row to readings, labels and codes; what every layout shares."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from juesuan.amounts import is_blank, parse_amount
from juesuan.document import Cell, Place
from juesuan.forms.catalogue import Spec
from juesuan.forms.draft import Reading
from juesuan.forms.headings import Headings
from juesuan.forms.text import digits_of, flat, has_words, joined

NO_NUMBER = "单元格不是数字"
_SKIPPED = re.compile(r"(?:^|/)(?:行次?|序号|行号|备注|说明|栏次)$")
_NOTE = re.compile(r"^(?:注|说明|备注)[:：\d]")
_LEADING_CODE = re.compile(r"^\s*[\[【(（]?(\d{3,7})[\]】)）]?\s*[-—:：]?\s*(\D.*)$", re.DOTALL)
_MANY = 3

IndexedRow = tuple[int, tuple[Cell, ...]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A grid made ready for a layout: its form, headings, body without notes, unit, and notes.

    `uneven` are indices of rows whose cells do not answer to the headings.
    """

    spec: Spec
    headings: Headings
    body: tuple[IndexedRow, ...]
    unit: str
    notes: tuple[str, ...] = ()
    uneven: frozenset[int] = frozenset()

    @property
    def width(self) -> int:
        return max([len(row) for _, row in self.body], default=len(self.headings.paths))

    def path(self, column: int) -> str:
        return self.headings.paths[column] if column < len(self.headings.paths) else ""

    def column_texts(self, column: int) -> list[str]:
        """What the body says in one column, without blanks."""
        texts = [row[column].text for _, row in self.body if column < len(row)]
        return [text for text in texts if not is_blank(text)]


def sheet(spec: Spec, headings: Headings, unit: str) -> Sheet:
    """The body of a grid with notes that stand in it taken out."""
    notes = tuple(joined(text) for _, row in headings.body if (text := _note(row)))
    body = tuple(item for item in headings.body if not _note(item[1]))
    return Sheet(spec, headings, body, unit, notes)


def is_skipped(sheet: Sheet, column: int) -> bool:
    """Whether a column holds line numbers or remarks, by its heading or by counting upwards itself."""
    if _SKIPPED.search(sheet.path(column)):
        return True
    if sheet.path(column):
        return False
    texts = [flat(text) for text in sheet.column_texts(column)]
    numbers = [int(text) for text in texts if text.isdigit() and len(text) < 4]
    return len(numbers) == len(texts) > _MANY and all(b - a == 1 for a, b in itertools.pairwise(numbers))


def read(cell: Cell, sheet: Sheet, path: str) -> Reading | None:
    """The figure in a cell, None where it is blank or no number."""
    amount = None if is_blank(cell.text) else parse_amount(cell.text, sheet.unit)
    return None if amount is None else Reading(amount, path, cell.place)


def read_row(sheet: Sheet, row: tuple[Cell, ...], keys: Mapping[int, str]) -> tuple[dict[str, Reading], str]:
    """The figures of a row by key, and a doubt where a cell that should hold one holds words."""
    figures: dict[str, Reading] = {}
    doubt = ""
    for column, key in keys.items():
        if column >= len(row) or is_blank(row[column].text):
            continue
        reading = read(row[column], sheet, sheet.path(column))
        if reading is None:
            doubt = f"{NO_NUMBER}：{joined(row[column].text)}"
        else:
            figures[key] = reading
    return figures, doubt


def in_order(sheet: Sheet, row: tuple[Cell, ...], columns: Iterable[int]) -> tuple[Reading, ...]:
    """The figures of a row in their order, for a row whose columns are not certain."""
    first = min(columns, default=0)
    return tuple(reading for cell in row[first:] if (reading := read(cell, sheet, "")))


def run_together(sheet: Sheet, row: tuple[Cell, ...], columns: Iterable[int]) -> tuple[Reading, ...]:
    """All figures of a row in order, where one cell holds those of several columns; else nothing."""
    pieces = [(column, piece) for column in columns if column < len(row) for piece in row[column].text.split()]
    filled_cells = sum(not is_blank(row[column].text) for column in columns if column < len(row))
    readings = [read(replace(row[column], text=piece), sheet, "") for column, piece in pieces if not is_blank(piece)]
    sure = [reading for reading in readings if reading and reading.amount.decimals]
    return tuple(sure) if len(sure) == len(readings) > filled_cells else ()


def name_keys(sheet: Sheet, columns: Iterable[int]) -> dict[int, str]:
    """The key of each column of figures; a column the form does not know goes by its headings."""
    keys: dict[int, str] = {}
    for column in columns:
        path = sheet.path(column)
        key = sheet.spec.key_of(path)
        keys[column] = key if key and key not in keys.values() else path or f"第{column + 1}列"
    if not any(key in sheet.spec.keys for key in keys.values()):
        for order in sheet.spec.orders:
            if len(order) == len(keys):
                return dict(zip(keys, order, strict=True))
    return keys


def code_and_name(cells: Sequence[Cell], code_columns: Sequence[int], name_column: int) -> tuple[str, str]:
    """The code and label of a row; a label may stand in a code column, a code before the name."""
    texts = [cells[column].text for column in code_columns if column < len(cells)]
    parts = [digits_of(text) for text in texts]
    code = _whole_code(parts)
    name = cells[name_column].text if name_column < len(cells) else ""
    if not has_words(name):
        name = next((text for text in texts if has_words(text)), name if not code else "")
    if not code and (match := _LEADING_CODE.match(name)):
        return match[1], joined(match[2])
    return code, joined(name) if has_words(name) else ""


def quote(cells: Iterable[Cell]) -> str:
    """The cells as displayed, parted by a space, blanks left out."""
    return " ".join(joined(cell.text) for cell in cells if cell.text.strip())


def first_place(cells: Iterable[Cell]) -> Place:
    """Where the first cell that says something stands."""
    found = [cell.place for cell in cells if cell.text.strip()]
    return found[0] if found else Place()


def _whole_code(parts: Sequence[str]) -> str:
    """One code from one or three columns (类 款 项), each holding its own digits or the whole."""
    given = [part for part in parts if part]
    if not given:
        return ""
    longest = max(given, key=len)
    if len(given) == 1 or len(longest) >= 5 or all(longest.startswith(part) for part in given):
        return longest
    return "".join(given)


def _note(row: tuple[Cell, ...]) -> str:
    said = [cell.text for cell in row if cell.text.strip()]
    return said[0] if len(said) == 1 and _NOTE.match(flat(said[0])) else ""
