"""Where a document's self-evaluation tables stand among its grids, one segment a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from juesuan.document import Cell, Document, Grid, Place
from juesuan.evaluations.arrangements import arranged
from juesuan.evaluations.funds import upright_value
from juesuan.evaluations.headings import fund_headings, indicator_headings, list_headings
from juesuan.evaluations.labelled_lines import labelled
from juesuan.evaluations.vocabulary import is_level, is_title, is_total, label_key, project_in_title, squeezed

Row = tuple[Cell, ...]
_LINES_ABOVE = 6
_LINES_BELOW = 14
_LONGEST_TITLE_LINE = 40
_LONGEST_SECTION = 16  # characters of the title of a part within a form
_BESIDE_TITLE = re.compile(r"\(?20\d\d年度?\)?|(?:金额)?单位[:：](?:万元|元)|.{0,2}\((?:万元|元)\)")
_FEWEST_LABELS = 3  # lines of labels that make the head of a table
_CONVENTIONS = re.compile(
    r"(?:<p>)?(?:说明|(?:注|备注)[:：]|备注|(?:填表|计分|评分|打分|赋分|得分)(?:说明|办法|规则|方法|标准)[:：])"
)
FORM_TITLE = re.compile(r"(?:决算|支出情况)(?:总|明细)?表")
_NAMES = ("project", "department")  # labels with which a table begins
_CONTINUING = ("total", "goal", "result", "grade")  # labels that only stand within a table


@dataclass(frozen=True, slots=True)
class Segment:
    """The rows of one evaluation, the title lines above it and the notes printed below it.

    `order` is that of its first grid, `above` and `below` are indices in `Document.lines`.
    """

    order: int
    rows: tuple[Row, ...]
    above: tuple[int, ...]
    below: tuple[int, ...]

    @property
    def place(self) -> Place:
        """Where its first words stand."""
        return next((cell.place for row in self.rows for cell in row if cell.text.strip()), Place())


@dataclass(frozen=True, slots=True)
class _Piece:
    """The part of a grid that belongs to one table."""

    grid: Grid
    rows: list[Row]
    opens: bool
    closes: bool


def segments(document: Document) -> Iterator[Segment]:
    """Every self-evaluation that stands in grids, in the document's order.

    A grid with several tables is parted at their names; one that only goes on, with levels, a total or the
    next part of the same form, is added to the table before it.
    """
    table: list[_Piece] = []
    for piece in _pieces(document):
        if table and _continues(table, piece.rows) and _nothing_between(document, table, piece):
            table.append(piece)
            continue
        if is_evaluation([row for each in table for row in each.rows]):
            yield _segment(document, table)
        table = [piece]
    if is_evaluation([row for each in table for row in each.rows]):
        yield _segment(document, table)


def without_evaluations(document: Document) -> Document:
    """The document without the grids that hold self-evaluations and nothing else: none of them is a form."""
    kept = tuple(grid for grid in document.grids if not is_evaluation(arranged(grid.rows)) or _holds_form(grid))
    return replace(document, grids=kept)


def _holds_form(grid: Grid) -> bool:
    return any(
        FORM_TITLE.search(squeezed(cell.text))
        for row in grid.rows
        for cell in row
        if len(cell.text) < _LONGEST_TITLE_LINE
    )


def _pieces(document: Document) -> Iterator[_Piece]:
    for grid in document.grids:
        parts = _parted(grid)
        for number, rows in enumerate(parts):
            yield _Piece(grid, rows, number == 0, number == len(parts) - 1)


def _parted(grid: Grid) -> list[list[Row]]:
    """The grid's rows, parted where a second table begins."""
    parts: list[list[Row]] = [[]]
    named = False
    for row in arranged(grid.rows):
        begins = _begins(row)
        named = named or (begins and any(map(indicator_headings, parts[-1])))  # its name stands above the grid
        if begins and named and not _only_head(parts[-1]) and not _same_list(parts[-1], row):
            parts.append([])
            named = False
        named = named or begins
        parts[-1].append(row)
    return parts


def _begins(row: Row) -> bool:
    return first_label(row) in _NAMES or _is_title_row(row) or bool(list_headings(row))


def _same_list(rows: Sequence[Row], row: Row) -> bool:
    """Whether a row is that of the headings of a list, printed again."""
    headings = list_headings(row)
    return bool(headings) and any(list_headings(before) == headings for before in rows)


def _only_head(rows: Sequence[Row]) -> bool:
    """Whether no more than titles and names has come so far."""
    return all(_is_title_row(row) or first_label(row) or _is_section_row(row) for row in rows if _texts(row))


def first_label(row: Row) -> str:
    """What the first label of a row asks for, "" where the row begins with none."""
    texts = _texts(row)
    return label_key(texts[0].split("：")[0]) if texts and not list_headings(row) else ""


def _texts(row: Row) -> list[str]:
    return [cell.text for cell in row if cell.text.strip()]


def _is_title_row(row: Row) -> bool:
    texts = _texts(row)
    return len(texts) == 1 and is_title(texts[0])


def _is_section_row(row: Row) -> bool:
    """Whether a row only says which part of the form follows (一、基本信息)."""
    texts = _texts(row)
    return len(texts) == 1 and len(texts[0]) <= _LONGEST_SECTION


def is_evaluation(rows: Sequence[Row]) -> bool:
    headings = [found for row in rows if (found := indicator_headings(row))]
    if any("actual" in found or {"weight", "score"} <= found.keys() for found in headings):
        return True
    if any(map(list_headings, rows)):
        return True
    named = any(first_label(row) in _NAMES for row in rows)
    spent = any("执行数" in squeezed(cell.text) or "实际支出" in squeezed(cell.text) for row in rows for cell in row)
    return named and ((spent and bool(headings)) or any("task" in fund_headings(row) for row in rows))


def _continues(table: Sequence[_Piece], rows: Sequence[Row]) -> bool:
    """Whether rows go on with a table begun before, under no name of their own."""
    before = [row for piece in table for row in piece.rows]
    if any(map(list_headings, before)):
        return _same_list(before, rows[0])
    if any(first_label(row) in _NAMES or _is_title_row(row) or list_headings(row) for row in rows):
        return False
    upright = sum(upright_value(row) is not None for row in before) > 1
    if not upright and not any(_begins(row) or indicator_headings(row) or fund_headings(row) for row in before):
        return False
    firsts = [texts[0] for row in rows if (texts := _texts(row))]
    open_block = not any(map(indicator_headings, before))
    return any(
        is_level(text) or label_key(text) in _CONTINUING or (is_total(text) and not open_block) for text in firsts
    ) or (open_block and any(map(indicator_headings, rows)))


def _nothing_between(document: Document, table: Sequence[_Piece], piece: _Piece) -> bool:
    """Whether only the title of a part of the form, or the foot of a page, stands between two grids.

    The part that holds the indicators may have the title of a table, where the one before it has none.
    """
    between = [document.lines[index].text.strip() for index in range(table[-1].grid.order, piece.grid.order)]
    titles = [text for text in between if text and is_title(text)]
    before = [row for each in table for row in each.rows]
    if any(FORM_TITLE.search(squeezed(text)) for text in between):
        return False
    return all(len(text) <= _LONGEST_SECTION for text in between) and (
        not titles or is_next_part(before, piece.rows, titles)
    )


def is_next_part(before: Sequence[Row], rows: Sequence[Row], titles: Sequence[str]) -> bool:
    """Whether rows under titles of their own hold the indicators of a table that has named its project before."""
    opened = any(first_label(row) == "project" for row in before) and not any(map(indicator_headings, before))
    named = any(first_label(row) in _NAMES for row in rows) or any(
        "整体" in title or project_in_title(title) for title in titles
    )
    return opened and not named and any(map(indicator_headings, rows))


def of_one_width(rows: Sequence[Row]) -> list[Row]:
    width = max(map(len, rows), default=0)
    return [(*row, *[Cell("", Place())] * (width - len(row))) for row in rows]


def _segment(document: Document, table: Sequence[_Piece]) -> Segment:
    grid = table[0].grid
    named = _labels_above(document, grid) if table[0].opens else []
    labels = (labelled(document.lines[index], document.lines[index].text) for index in named)
    rows = of_one_width([*labels, *(row for piece in table for row in piece.rows)])
    above = _above(document, grid) if table[0].opens else ()
    below = _below(document, table[-1].grid) if table[-1].closes else ()
    return Segment(grid.order, tuple(rows), tuple(sorted({*named, *above})), below)


def _labels_above(document: Document, grid: Grid) -> list[int]:
    """The lines of labels with their values that stand above a table as its head, between it and the one before."""
    found: list[int] = []
    before = max((other.order for other in document.grids if other.order < grid.order), default=0)
    for index in range(grid.order - 1, before - 1, -1):
        line = document.lines[index]
        if labelled(line, line.text):
            found.append(index)
        elif found or not (is_title(line.text) or _BESIDE_TITLE.fullmatch(squeezed(line.text))):
            break
    return found[::-1] if len(found) >= _FEWEST_LABELS else []


def _above(document: Document, grid: Grid) -> tuple[int, ...]:
    """The short lines up to the table's title; none where no title stands near."""
    found: list[int] = []
    for index in range(grid.order - 1, max(-1, grid.order - 1 - _LINES_ABOVE), -1):
        text = document.lines[index].text
        if len(text) > _LONGEST_TITLE_LINE:
            break
        found.append(index)
        if is_title(text):
            return tuple(reversed(found))
    return ()


def _below(document: Document, grid: Grid) -> tuple[int, ...]:
    """The conventions printed directly below, from 说明 or 注 on."""
    following = [other.order for other in document.grids if other.order > grid.order]
    end = min([grid.order + _LINES_BELOW, len(document.lines), *following])
    lines = [(index, squeezed(document.lines[index].text)) for index in range(grid.order, end)]
    if not lines or _CONVENTIONS.match(lines[0][1]) is None:
        return ()
    kept = [lines[0][0]]
    for index, text in lines[1:]:
        if (
            not any(word in text for word in ("分值", "等级", "指标", "得分", "执行率", "自评"))
            or "项目自评得分" in text
        ):
            break
        if text.rstrip(":：").endswith("情况"):
            break
        kept.append(index)
    return tuple(kept)
