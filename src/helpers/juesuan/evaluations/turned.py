"""Tables with their headings down the side, one indicator, one source of money or one project a column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from juesuan.document import Cell
from juesuan.evaluations.cells import filled
from juesuan.evaluations.headings import fund_headings, indicator_headings, list_headings
from juesuan.evaluations.vocabulary import (
    FUND_HEADINGS,
    INDICATOR_HEADINGS,
    Patterns,
    fund_kind,
    heading_key,
    is_level,
    is_total,
    label_key,
)

Row = tuple[Cell, ...]
_FEWEST_ROWS = 3  # of headings down the side
_FEWEST_COLUMNS = 2  # of values beside them
_PROJECT_NAME = "项目名称"
_LONGEST_HEADING = 20  # characters of what stands down the side
_SIDES = ((indicator_headings, INDICATOR_HEADINGS, ("target", "actual")), (fund_headings, FUND_HEADINGS, ("executed",)))


def turned(rows: Sequence[Row]) -> list[Row]:
    """The rows, those of a table whose headings stand down its side turned, so that they stand above."""
    found: list[Row] = []
    at = 0
    while at < len(rows):
        block = next((block for block in (*_blocks(rows, at), _projects(rows, at)) if block), [])
        found += _upright(block, len(rows[at])) if block else [rows[at]]
        at += len(block) or 1
    return found


def _blocks(rows: Sequence[Row], first: int) -> list[list[Row]]:
    """The rows from `first` on as a table with its headings down the side, by each kind of headings; none where not."""
    found = []
    for headings, patterns, wanted in _SIDES:
        side = next(iter(filled(rows[first])), 0)
        end = first + 1
        while end < len(rows) and _is_side(rows[end], side, patterns):
            end += 1
        block = [row[side:] for row in rows[first:end]]
        columns = {at for row in block[1:] for at in filled(row)} - {0}
        heads = [row[0] for row in block]
        keys = headings(heads)
        whole = len(block) >= _FEWEST_ROWS and len(columns) >= _FEWEST_COLUMNS and set(wanted) <= keys.keys()
        stands = whole and _is_head(block[0], wanted) and not headings(block[0])
        found.append(block if stands else [])
    return found


def _projects(rows: Sequence[Row], first: int) -> list[Row]:
    """The rows from `first` on as a list with its projects in columns, as its headings down the side say; none else."""
    names = rows[first]
    at = filled(names)
    if len(at) <= _FEWEST_COLUMNS or at[0] != 0 or not all(map(_is_name, (names[column].text for column in at[1:]))):
        return []
    end = first + 1
    while end < len(rows) and rows[end][0].text.strip() and len(rows[end][0].text.strip()) <= _LONGEST_HEADING:
        end += 1
    block = [(replace(names[0], text=_PROJECT_NAME), *names[1:]), *rows[first + 1 : end]]
    return block if "executed" in list_headings([row[0] for row in block]) else []


def _is_name(text: str) -> bool:
    """Whether a text may be what a column's project is called, or 合计."""
    known = heading_key(text, FUND_HEADINGS) or heading_key(text, INDICATOR_HEADINGS) or label_key(text)
    return is_total(text) or not (known or fund_kind(text) or is_level(text) or any(map(str.isdigit, text)))


def _is_side(row: Row, side: int, patterns: Patterns) -> bool:
    """Whether a row begins with a heading, values and no other headings behind it."""
    at = filled(row)
    if len(at) < _FEWEST_COLUMNS or at[0] != side:
        return False
    return bool(heading_key(row[side].text, patterns)) and not any(heading_key(row[c].text, patterns) for c in at[1:])


def _is_head(row: Row, wanted: Sequence[str]) -> bool:
    """Whether the first row names what stands in the columns: indicators, or sources of money."""
    at = filled(row)
    texts = [row[column].text for column in at[1:]]
    named = len(at) > _FEWEST_COLUMNS and all(one != other for one, other in pairwise(texts))
    no_figures = not any(text.strip()[0].isdigit() for text in texts)
    return named and no_figures and ("target" in wanted or all(map(fund_kind, texts)))


def _upright(block: Sequence[Row], width: int) -> list[Row]:
    """A block with its columns as rows, each as wide as the table at least."""
    blank = Cell("", block[0][0].place)
    columns = [column for column in zip(*block, strict=True) if any(cell.text.strip() for cell in column)]
    return [(*column, *[blank] * (width - len(column))) for column in columns]
