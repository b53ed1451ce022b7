"""Tables in a text conversion: rows of cells parted by tabs or by Markdown's pipes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile

from juesuan.document import Cell, Place
from juesuan.page_furniture import is_furniture
from juesuan.part_ordinals import PART_OR_SECTION
from juesuan.readers.furniture import is_page_number
from juesuan.readers.limits import check_row
from juesuan.readers.markup import without_markup
from juesuan.readers.seams import begins_table

_PIPE_ROW = re.compile(r"^\s*\|.*\|")
_PIPE = re.compile(r"(?<!\\)\|")
_RULED = r"(?::?-{2,}:?|:-:?|-:)"  # a single dash without a colon is a cell with nothing in it
_PIPE_RULE = re.compile(rf"^\s*\|\s*{_RULED}\s*(?:\|\s*{_RULED}\s*)*\|?\s*$")
_DRAWN = re.compile(r"[│┃┆┊｜]")  # drawn between the cells of a row
_FRAME = re.compile(r"^[│┃┆┊｜]|[│┃┆┊｜]\s*$")
_DRAWN_RULE = re.compile(r"[\s─━═┄┈┼╋┬┴├┤┌┐└┘│┃]*[─━═┄┈┼╋]{3}[\s─━═┄┈┼╋┬┴├┤┌┐└┘│┃]*")
_QUOTED = re.compile(r'\s*"((?:[^"]|"")*)"\s*')
_STARTS_ANEW = re.compile(rf"^(?:注|说明|备注|附件|{PART_OR_SECTION}|[一二三四五六七八九十]+、|#)")
_ROW_START = re.compile(
    r"\d{3,7}$|\d+\s*[、.．]\D|[（(][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十]+、|其中|[栏行]次$"
)
_LONE_TOTAL = re.compile(r"\s*(?:合\s*计|总\s*计|小\s*计|总\s*分|本年[收支][入出]合计)\s*")
_ROW_LABEL = re.compile(
    r"(?:[一二三四五六七八九十]+、|[(（]?\d+[)）.、]|[(（][一二三四五六七八九十]+[)）]|其中[:：])?[^。；，：]{2,24}(?:收入|支出|经费|费|费用|拨款|结余|结转|分配|用车)\s*"
)
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[\u4e00-\u9fff]")
_AMOUNT = re.compile(r"[\d,]*\d\.\d+")
_LONGEST_UNIT = 4  # characters of what goes on with a figure on the next line
_LONG_WORD = re.compile(r"[\u4e00-\u9fff]{3}")  # what no column of figures has in place of one
_REGULAR = 0.8  # share of rows of the usual width in a table whose other rows can be torn; of figures in their column
_MAX_GAP = 2  # blank lines that a page break leaves inside a table


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of equally many cells."""

    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    cells: tuple[str, ...]

    @property
    def filled(self) -> list[str]:
        return [cell for cell in self.cells if cell.strip()]


Numbered = tuple[int, str]


def split_tables(raw_lines: Iterable[Numbered]) -> Iterator[Table | Numbered]:
    """Tables and, between them, the other lines with their numbers, in the order of the text."""
    rows: list[_Row] = []
    waiting: list[Numbered] = []
    for number, raw in raw_lines:
        if _DRAWN_RULE.fullmatch(raw):
            continue
        row = _row(number, raw, follows=bool(rows) and not waiting)
        if row is None:
            waiting.append((number, raw))
            continue
        if not rows or not _goes_on(rows, waiting, row):
            yield from _finished(rows)
            yield from _words(waiting)
            rows = [row]
        elif not _PIPE_RULE.match(raw):
            rows.extend(_Row(at, (fragment,)) for at, fragment in _words(waiting))
            rows.append(row)
        waiting = []
    yield from _finished(rows)
    yield from _words(waiting)


def _row(number: int, raw: str, follows: bool) -> _Row | None:
    """The cells of a line; a total without figures, whose tabs were cut off, counts where it `follows` a row.

    Raises `TooLarge` for a row of too many cells.
    """
    if "\t" in raw or (follows and _LONE_TOTAL.fullmatch(raw)):
        cells = [_unquoted(cell) for cell in raw.split("\t")]
    elif _PIPE_ROW.match(raw):
        cells = _PIPE.split(raw.strip().removeprefix("|").removesuffix("|"))
    elif _DRAWN.search(raw):
        cells = _DRAWN.split(_FRAME.sub("", raw))
    else:
        return None
    check_row(number, len(cells))
    return _Row(number, tuple(cells))


def _unquoted(cell: str) -> str:
    """The cell without the quotation marks in which a spreadsheet's export puts the whole of it."""
    match = _QUOTED.fullmatch(cell)
    return match[1].replace('""', '"') if match else cell


def _words(lines: Sequence[Numbered]) -> list[Numbered]:
    return [(number, raw) for number, raw in lines if raw.strip() and not is_page_number(raw) and not is_furniture(raw)]


def _goes_on(rows: Sequence[_Row], waiting: Sequence[Numbered], row: _Row) -> bool:
    """Whether `row` belongs to the table of `rows` in spite of the lines waiting between."""
    if not waiting:
        return True
    words = _words(waiting)
    blanks = sum(1 for _, raw in waiting if not raw.strip())
    width = _usual_width(rows)
    if words and not blanks and len(row.cells) > 1 and all(_ROW_LABEL.fullmatch(raw) for _, raw in words):
        return True  # rows whose blanks were cut off
    if words:
        if len(words) > _MAX_GAP or blanks or any(_STARTS_ANEW.match(raw.strip()) for _, raw in words):
            return False
        return len(row.cells) == width or len(rows[-1].cells) + len(row.cells) - 1 == width
    return blanks <= _MAX_GAP and not begins_table(rows[0].cells, rows[-1].cells, row.cells)


def _finished(rows: Sequence[_Row]) -> Iterator[Table | Numbered]:
    """The rows as a table, or as lines where they hold nothing that stands side by side."""
    if any(len(row.filled) > 1 for row in rows):
        cells = [_cells(row) for row in _mended(_without_blank_edge(rows))]
        width = max(map(len, cells))
        yield Table(tuple(row + (Cell("", Place()),) * (width - len(row)) for row in cells))
        return
    for row in rows:
        yield from ((row.number, cell) for cell in row.filled)


def _without_blank_edge(rows: Sequence[_Row]) -> list[_Row]:
    """The rows without the columns at their right that no row fills, where a separator stands after each last cell.

    So it is where the headings end with a blank cell too; below them a column may be blank in every row.
    """
    filled = max(max((i for i, cell in enumerate(row.cells, 1) if cell.strip()), default=0) for row in rows)
    wide = [row for row in rows if len(row.filled) > 1]
    headed = any(not any(map(_DIGIT.search, row.filled)) for row in wide)
    if not headed or any(len(row.cells) <= filled for row in wide):
        return list(rows)
    return [replace(row, cells=row.cells[:filled]) for row in rows]


def _mended(rows: Sequence[_Row]) -> list[_Row]:
    """Rows that a line break inside a cell tore apart put together again, where the count of cells proves it."""
    width = _usual_width(rows)
    usual = [row.cells for row in rows if len(row.cells) == width]
    regular = len(usual) >= _REGULAR * len(rows)
    figures = frozenset(column for column in range(width) if _holds_figures([cells[column] for cells in usual]))
    mended: list[_Row] = []
    for row in rows:
        if mended and _torn(mended[-1], row, width, regular) and not _is_misplaced(mended[-1], row, figures):
            before = mended.pop()
            joint = f"{before.cells[-1]}\n{row.cells[0]}"
            mended.append(_Row(before.number, (*before.cells[:-1], joint, *row.cells[1:])))
        else:
            mended.append(row)
    return mended


def _torn(before: _Row, after: _Row, width: int, regular: bool) -> bool:
    """Whether two rows are one: together they have as many cells as the others, of which few are short."""
    opening = after.cells[0].strip()
    if len(before.cells) + len(after.cells) - 1 != width or _LONE_TOTAL.fullmatch(opening):
        return False
    if len(after.cells) > 1 and _ROW_START.match(opening):
        return False  # a row of its own; the one before had its last blanks cut off
    return len(after.cells) == 1 or (regular and len(before.cells) < width and bool(before.cells[-1].strip()))


def _holds_figures(column: Sequence[str]) -> bool:
    """Whether a column is one of figures, its headings aside."""
    filled = list(dropwhile(_WORD.search, (text for text in column if text.strip())))
    return bool(filled) and sum(not _WORD.search(text) for text in filled) >= _REGULAR * len(filled)


def _is_misplaced(before: _Row, after: _Row, figures: frozenset[int]) -> bool:
    """Whether putting two rows together would put words into a column of figures, or behind a figure."""
    opening = after.cells[0].strip()
    behind_figure = _AMOUNT.fullmatch(before.cells[-1].strip()) and len(opening) > _LONGEST_UNIT
    if _WORD.search(opening) and (len(before.cells) - 1 in figures or behind_figure):
        return True
    placed = list(enumerate(after.cells[1:], len(before.cells)))
    has_figures = any(column in figures and text.strip() and not _WORD.search(text) for column, text in placed)
    return has_figures and any(column in figures and _LONG_WORD.search(text) for column, text in placed)


def _usual_width(rows: Sequence[_Row]) -> int:
    return Counter(len(row.cells) for row in rows).most_common(1)[0][0]


def _cells(row: _Row) -> tuple[Cell, ...]:
    return tuple(Cell(without_markup(text), Place(line=row.number, cell=i)) for i, text in enumerate(row.cells, 1))
