"""Which rows of a grid are headings, and the path of headings above each column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from juesuan.amounts import MONEY_UNITS, is_blank, parse_amount
from juesuan.document import Cell, Grid, Place
from juesuan.forms.description import is_measure
from juesuan.forms.text import digits_of, filled, flat, has_words
from juesuan.forms.titles import is_head, title_of
from juesuan.page_furniture import is_furniture

_MANY_NUMBERS = 4  # whole numbers in a row, each one more, that are no money
_NUMBERING_LABELS = ("栏次", "栏目", "行次")
_NUMBERING = (*_NUMBERING_LABELS, "类", "款", "项")
_LABELLED = re.compile(r"^(?:[一二三四五六七八九十]+[、.．]|[(（][一二三四五六七八九十][)）]|\d+[、.．](?=\D))")
_PART = re.compile(r"其中[:：](?!.*(?:费|资金|支出|收入)$)")  # also above a column, but never first
_OF_LABELS = re.compile(r"编码|代码|名称|^(?:[类款项]|项目|科目)$")
_TOTAL = re.compile(r"^(?:本年收入|本年支出|人员经费|公用经费|支出|收入)?(?:合计|总计)$")
_HEADING = re.compile(
    r"^(?:合计|小计|总计|基本支出|项目支出|本年收入|本年支出|.{0,6}决算数|.{0,6}预算数|金额|统计数|人员经费|公用经费|行次|单位"
    r"|.*(?:科目|编码|代码|名称|结余|费用?|拨款|补助|收入|支出|经费))$"
)
_UNIT = re.compile(rf"[(](?:单位[:：]|金额)?({'|'.join(sorted(MONEY_UNITS, key=len, reverse=True))})[)]")
_BLOCK = re.compile(r"([^:]{0,6}(?:预算|决算|执行)数?):")  # before the first heading of a block
_MAX_HEADING = 10  # rows among which the numbered one that ends the headings stands


@dataclass(frozen=True, slots=True)
class Headings:
    """The grid's heading paths by column, the texts above them, and the rows of the body.

    `paths` join the headings of a column with `/`, the widest first; `body` are (row index,
    cells). `above` are texts of title, unit and department that stand inside the grid; `unit`
    is the unit of money that a heading names (金额（万元）), else ""; `width` the number of cells
    the source gives the headings, 0 where the grid has none; `rows` are the headings as they stand;
    `start` is the index of the first row below them.
    """

    paths: tuple[str, ...]
    body: tuple[tuple[int, tuple[Cell, ...]], ...]
    above: tuple[str, ...]
    unit: str = ""
    width: int = 0
    rows: tuple[tuple[Cell, ...], ...] = ()
    start: int = 0


def read_headings(grid: Grid) -> Headings:
    """Part a grid into what stands above, the headings, and the body; headings that come again are left out."""
    rows = [(i, row) for i, row in enumerate(grid.rows) if (said := filled(_texts(row))) and not _is_furniture(said)]
    above: list[str] = []
    start = 0
    while rows and _is_above(rows[0][1]):
        start = rows[0][0] + 1
        above += [cell.text for cell in rows.pop(0)[1] if cell.text.strip()]
    count = _heading_count([row for _, row in rows])
    heads = [row for _, row in rows[:count]]
    start = rows[count - 1][0] + 1 if count else start
    paths = _paths([row for row in heads if not is_numbering(_texts(row))])
    shown = {tuple(map(flat, _texts(row))) for row in heads}
    body = [
        (index, row)
        for index, row in rows[count:]
        if tuple(map(flat, _texts(row))) not in shown and not is_numbering(_texts(row)) and not _is_above(row)
    ]
    units = [match[1] for row in heads for text in _texts(row) if (match := _UNIT.search(flat(text)))]
    totals = [(index, row) for index, row in rows[:count] if _is_total_among_headings(_texts(row))]
    width = max(map(own_width, heads), default=0)
    unit = units[0] if units else ""
    return Headings(paths, (*totals, *body), tuple(above), unit, width, tuple(map(tuple, heads)), start)


def _is_furniture(said: Sequence[str]) -> bool:
    """Whether a row is but the head or foot of a printed page."""
    return len(said) == 1 and is_furniture(said[0])


def own_width(row: Sequence[Cell]) -> int:
    """The number of cells the source itself gives a row; a reader fills up with cells that stand nowhere."""
    width = len(row)
    while width and row[width - 1].place == Place():
        width -= 1
    return width


def is_numbering(texts: Sequence[str]) -> bool:
    """Whether a row only numbers the columns: 栏次 1 2 3 …, on the right half of a form that was cut 7 8 9 …"""
    said = [flat(text) for text in filled(list(texts))]
    numbers = [text for text in said if text not in _NUMBERING]
    if not all(text.isdigit() for text in numbers):
        return False
    if not numbers:
        return len(said) > 1 or (bool(said) and said[0] in _NUMBERING_LABELS)
    if len(numbers) < len(said):
        return True
    counted = [int(text) for text in numbers]
    from_one = counted[0] == 1 or len(counted) >= _MANY_NUMBERS
    return len(counted) > 1 and from_one and counted == list(range(counted[0], counted[0] + len(counted)))


def is_label_heading(text: str) -> bool:
    """Whether a heading stands over codes or names."""
    return _OF_LABELS.search(flat(text)) is not None


def _texts(row: Sequence[Cell]) -> list[str]:
    return [cell.text for cell in row]


def _is_above(row: Sequence[Cell]) -> bool:
    said = filled(_texts(row))
    return bool(said) and all(is_head(text) or title_of(text) is not None for text in said)


def _heading_count(rows: Sequence[Sequence[Cell]]) -> int:
    """The number of rows until the body; what stands above a row that numbers the columns is no body."""
    for index in range(min(len(rows), _MAX_HEADING) - 1, 0, -1):
        if is_numbering(_texts(rows[index])) and not any(map(_shows_money, rows[:index])):
            return index + 1
    return next((index for index, row in enumerate(rows) if _is_body(_texts(row))), len(rows))


def _shows_money(row: Sequence[Cell]) -> bool:
    amounts = (parse_amount(cell.text, "") for cell in row)
    return any(amount is not None and amount.decimals > 0 for amount in amounts)


def _is_body(texts: list[str]) -> bool:
    said = filled(texts)
    if any(_LABELLED.match(flat(text)) for text in said) or _PART.match(flat(said[0])):
        return True
    if len(digits_of(said[0])) >= 3 or any(parse_amount(text, "") for text in said):
        return True
    is_total = _TOTAL.match(flat(said[0])) or (flat(said[0]) == "类" and any(map(_TOTAL.match, map(flat, said))))
    return (
        bool(is_total)
        and not any(
            _HEADING.match(flat(text)) for text in said if not _TOTAL.match(flat(text)) and flat(text) not in _NUMBERING
        )
        and not sum(_TOTAL.match(flat(text)) is not None for text in said) > 1
    )


def _is_total_among_headings(texts: list[str]) -> bool:
    """A 合计 row that merged cells put on one line with headings of other columns."""
    said = filled(texts)
    shows_figures = any(parse_amount(text, "") for text in said)
    return bool(said) and flat(texts[0]) == "合计" and shows_figures and any(map(has_words, said[1:]))


def _paths(heads: Sequence[Sequence[Cell]]) -> tuple[str, ...]:
    width = max((len(row) for row in heads), default=0)
    parts: list[list[str]] = [[] for _ in range(width)]
    spans = any(cell.columns > 1 for row in heads for cell in row)
    for row in heads:
        before = [tuple(part) for part in parts]
        for column, text in enumerate(_under_blocks(_spread(row, before, spans))):
            if text and (not parts[column] or parts[column][-1] != text):
                parts[column].append(text)
    return tuple("/".join(part) for part in parts)


def _under_blocks(texts: Sequence[str]) -> Iterator[str]:
    """The headings of a row, each below the block that the row names once, with its first column (预算数：合计)."""
    in_blocks = sum(_BLOCK.match(text) is not None for text in texts) > 1
    block = ""
    for text in texts:
        opened = _BLOCK.match(text) if in_blocks else None
        block = opened[1] if opened else block
        item = text[opened.end() :] if opened else text
        yield f"{block}/{item}" if block and item else text


def _spread(row: Sequence[Cell], before: list[tuple[str, ...]], spans: bool) -> list[str]:
    """The row's headings with merged ones repeated over the columns they reach.

    Where the source does not tell the reach, a heading goes on over blanks as long as the
    headings above stay the same and the row is not the last one that says anything there.
    """
    texts = ["" if is_blank(cell.text) else _UNIT.sub("", flat(cell.text)) for cell in row]
    if len(said := filled(texts)) == 1 and is_measure(said[0]) and not any(before):
        return said * len(texts)  # the measure of all columns below
    reach = [cell.columns for cell in row]
    for column in range(1, len(texts)):
        if texts[column]:
            continue
        if spans:
            start = next((i for i in range(column - 1, -1, -1) if texts[i] and reach[i] > 1), None)
            if start is not None and start + reach[start] > column:
                texts[column], reach[column] = texts[start], 1
        elif before[column] == before[column - 1]:
            texts[column] = texts[column - 1]
    return texts
