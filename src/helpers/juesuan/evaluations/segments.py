"""Where a document's self-evaluation tables stand among its grids, one segment a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from juesuan.document import Cell, Document, Grid
from juesuan.evaluations.columns import IGNORED, POINTS
from juesuan.evaluations.vocabulary import (
    INDICATOR_HEADINGS,
    heading_key,
    is_group,
    is_level,
    is_title,
    label_key,
    squeezed,
)

Row = tuple[Cell, ...]
_LINES_ABOVE = 6
_LINES_BELOW = 14
_LONGEST_TITLE_LINE = 40


@dataclass(frozen=True, slots=True)
class Segment:
    """The rows of one evaluation, the title lines above it and the notes printed below it.

    `order` is that of its first grid, `above` and `below` are indices in `Document.lines`.
    """

    order: int
    rows: tuple[Row, ...]
    above: tuple[int, ...]
    below: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """The part of a grid that belongs to one table."""

    grid: Grid
    rows: list[Row]
    opens: bool
    closes: bool


def indicator_headings(row: Sequence[Cell]) -> dict[str, int]:
    """The columns of a row of indicator headings by key; empty where the row is none.

    Where every level has a column of weights, the last one, that of the indicators, counts.
    """
    found: dict[str, int] = {}
    for column, cell in enumerate(row):
        key = "" if is_group(cell.text) else heading_key(cell.text, INDICATOR_HEADINGS)
        if key in POINTS and key in found:
            found[f"{IGNORED}{found[key]}"] = found[key]
        if key and (key not in found or key in POINTS):
            found[key] = column
    names = {"level1", "level2", "level3"} & found.keys()
    return found if len(names) >= 2 or (names and {"target", "actual"} <= found.keys()) else {}


def heading_row(row: Sequence[Cell]) -> dict[str, int]:
    """The columns of a row that holds nothing but headings; empty for any other row.

    Headings may stand in two rows, 指标值 over 年度指标值 and 实际完成值, or 评价指标 over the three levels.
    """
    said = [column for column, cell in enumerate(row) if cell.text.strip() and not is_group(cell.text)]
    keys = {column: heading_key(row[column].text, INDICATOR_HEADINGS) for column in said}
    if any(not key or is_level(row[column].text) for column, key in keys.items()):
        return {}
    return {key: column for column, key in keys.items()}


def segments(document: Document) -> Iterator[Segment]:
    """Every self-evaluation that stands in grids, in the document's order.

    A grid with several tables is parted at their names; a grid that only goes on with levels or
    a total is added to the table before it.
    """
    table: list[_Piece] = []
    for piece in _pieces(document):
        if table and _continues(piece.rows) and _nothing_between(document, table[-1].grid, piece.grid):
            table.append(piece)
            continue
        if table:
            yield _segment(document, table)
        table = [piece] if _is_evaluation(piece.rows) else []
    if table:
        yield _segment(document, table)


def _pieces(document: Document) -> Iterator[_Piece]:
    for grid in document.grids:
        parts = _parted(grid)
        for number, rows in enumerate(parts):
            yield _Piece(grid, rows, number == 0, number == len(parts) - 1)


def _parted(grid: Grid) -> list[list[Row]]:
    """The grid's rows, parted where a second table begins."""
    parts: list[list[Row]] = [[]]
    named = False
    for row in grid.rows:
        begins = _first_label(row) in ("project", "department") or _is_title_row(row)
        if begins and named and not _only_head(parts[-1]):
            parts.append([])
            named = False
        named = named or begins
        parts[-1].append(row)
    return parts


def _only_head(rows: Sequence[Row]) -> bool:
    """Whether no more than titles and names has come so far."""
    return all(_is_title_row(row) or _first_label(row) for row in rows)


def _first_label(row: Row) -> str:
    return next((label_key(cell.text.split("：")[0]) for cell in row if cell.text.strip()), "")


def _is_title_row(row: Row) -> bool:
    filled = [cell.text for cell in row if cell.text.strip()]
    return len(filled) == 1 and is_title(filled[0])


def _is_evaluation(rows: Sequence[Row]) -> bool:
    headings = [found for row in rows if (found := indicator_headings(row))]
    if any("actual" in found for found in headings):
        return True
    named = any(_first_label(row) in ("project", "department") for row in rows)
    spent = any("执行数" in squeezed(cell.text) or "实际支出" in squeezed(cell.text) for row in rows for cell in row)
    return named and spent and bool(headings)


def _continues(rows: Sequence[Row]) -> bool:
    """Whether rows go on with a table begun before: levels or a total, but no name of their own."""
    if any(_first_label(row) in ("project", "department") or _is_title_row(row) for row in rows):
        return False
    firsts = [next((cell.text for cell in row if cell.text.strip()), "") for row in rows]
    return any(is_level(text) or label_key(text) == "total" for text in firsts)


def _nothing_between(document: Document, last: Grid, grid: Grid) -> bool:
    between = document.lines[last.order : grid.order]
    return all(len(line.text) <= 12 for line in between)


def _segment(document: Document, table: Sequence[_Piece]) -> Segment:
    rows = tuple(row for piece in table for row in piece.rows)
    above = _above(document, table[0].grid) if table[0].opens else ()
    return Segment(table[0].grid.order, rows, above, _below(document, table[-1].grid) if table[-1].closes else ())


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
    if not lines or not lines[0][1].startswith(("说明", "注:", "注：", "备注", "<p>说明")):
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
