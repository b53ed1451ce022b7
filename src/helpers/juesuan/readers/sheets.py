"""The sheets of a workbook as a document: titles and units above, tables, notes below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from juesuan.document import Cell, Place, Reason, Unread
from juesuan.readers.flow import Flow, clean

_TITLE = re.compile(r"表\s*(?:[（(][^（）()]*[）)])?$|^附?表\s*[\d一二三四五六七八九十]")
_CAPTION = re.compile(
    r"(?:金额)?单位\s*[:：]|^(?:编制|填报|部门|单位|预算)[^\d]{0,6}[:：]|^公开\s*\d+\s*表|^附?表\s*\d+$|^\d{4}\s*年度?$|续表"
)
_NOTE = re.compile(r"^(?:\s*[*＊]?\s*)(?:注|备注|说明)\s*\d*\s*[:：.、]|^本表|^[（(]本表")
_SENTENCE = re.compile(r"[。；]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its cells row by row from A1, with the reach of merged ones; `hidden` as a whole or in `parts`.

    `cut` says that it has more rows or columns than were read.
    """

    name: str
    rows: list[list[Cell]]
    hidden: bool = False
    parts: bool = False
    unsaved: bool = False
    cut: bool = False


def add_sheets(flow: Flow, sheets: Sequence[Sheet]) -> None:
    """The visible sheets with what they show; of the others the names."""
    for number, sheet in enumerate(sheets, 1):
        place = Place(sheet=number, row=1, cell=1)
        if sheet.hidden:
            flow.unread.append(Unread(place, Reason.HIDDEN, f"工作表“{sheet.name}”"))
            continue
        if sheet.parts:
            flow.unread.append(Unread(place, Reason.HIDDEN, f"工作表“{sheet.name}”中隐藏的行或列"))
        if sheet.cut:
            flow.unread.append(Unread(place, Reason.BEYOND, f"工作表“{sheet.name}”靠后的行或列"))
        if sheet.unsaved:
            flow.unread.append(Unread(place, Reason.UNSAVED, f"工作表“{sheet.name}”中的公式"))
        _add(flow, sheet, number)


def _add(flow: Flow, sheet: Sheet, number: int) -> None:
    titled = False
    for first, rows in _parts(sheet.rows):
        if len(rows) == 1 and (_is_words(rows[0]) or len(_filled(rows[0])) == 1):
            words = _filled(rows[0])
            titled = titled or any(_TITLE.search(text) for text in words)
            flow.line("\n".join(words), partial(_in_row, number, first))
            continue
        if not titled and _TITLE.search(sheet.name):
            flow.line(sheet.name, partial(_in_row, number, 1))
        flow.grid(_trimmed(rows), partial(_in_cell, number, first))
        titled = False


def _in_row(sheet: int, row: int, line: int) -> Place:
    return Place(sheet=sheet, row=row, cell=1, line=line)


def _in_cell(sheet: int, first: int, row: int, cell: int, line: int) -> Place:
    """The place of a cell of a table whose first row is the row `first` of its sheet."""
    return Place(sheet=sheet, row=first + row - 1, cell=cell, line=line)


def _parts(rows: Sequence[list[Cell]]) -> Iterator[tuple[int, list[list[Cell]]]]:
    """Single rows of words and tables, each with the number of its first row."""
    table: list[list[Cell]] = []
    first = 0
    for number, row in enumerate(rows, 1):
        if table and _ends(row):
            yield first, table
            table = []
        if not _filled(row):
            if table:
                table.append(row)
        elif not table and (_is_words(row) or len(_filled(row)) == 1):
            yield number, [row]
        else:
            first = first if table else number
            table.append(row)
    if table:
        yield first, table


def _ends(row: Sequence[Cell]) -> bool:
    """Whether a row belongs no more to the table above it: a title, a caption, a note."""
    return bool(_filled(row)) and _is_words(row)


def _is_words(row: Sequence[Cell]) -> bool:
    """Whether a row holds a title, captions or sentences, none of the cells of a table."""
    filled = _filled(row)
    alone = len(filled) == 1
    return bool(filled) and all(
        _CAPTION.search(text) or _NOTE.match(text) or (alone and (_TITLE.search(text) or _SENTENCE.search(text)))
        for text in filled
    )


def _filled(row: Sequence[Cell]) -> list[str]:
    return [clean(cell.text).replace("\n", "") for cell in row if cell.text.strip()]


def _trimmed(rows: list[list[Cell]]) -> list[list[Cell]]:
    """A table without the blank rows below it and the blank columns to its right."""
    while rows and not _filled(rows[-1]):
        rows = rows[:-1]
    width = max(
        (at + cell.columns for row in rows for at, cell in enumerate(row) if cell.text.strip()),
        default=0,
    )
    blank = Cell("", Place())
    return [[*row[:width], *[blank] * (width - len(row))] for row in rows]
