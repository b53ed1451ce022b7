"""The arrangements that local designs give one table, each turned into the one that is read.

What is read has a row of headings with what they ask for below. A design differs in where it puts these: headings in
two rows, down the side, printed again beside themselves or before each value; two values in one cell; the project
in a column of its own, or over its own columns. None of these needs a reader.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from juesuan.document import Cell
from juesuan.evaluations.cards import from_cards
from juesuan.evaluations.cells import filled
from juesuan.evaluations.combined_columns import parted_cells
from juesuan.evaluations.heading_rows import folded
from juesuan.evaluations.matrix import by_row
from juesuan.evaluations.named_blocks import by_block
from juesuan.evaluations.project_column import by_project
from juesuan.evaluations.ticked_columns import answered
from juesuan.evaluations.turned import turned
from juesuan.evaluations.vocabulary import FUND_HEADINGS, heading_key, is_group, is_title, is_total, label_key, squeezed

Row = tuple[Cell, ...]
_LABELLED = re.compile(r"(?P<label>[^:：。，]{2,16})[:：]\s*(?P<value>[^。，；]{1,40})")
_CARD = re.compile(
    r"(?:卡片|卡|项目)\s*[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]?\s*[:：、.．\s]\s*(?P<name>[^。；，:：]{3,40})"
)
_OF_MONEY = ("opening", "budget", "executed", "rate", "score")


def arranged(rows: Sequence[Row]) -> list[Row]:
    """The rows of a table with its headings in one row above what they ask for."""
    rows = answered([named(_parted_label(_once(row))) for row in rows])
    return by_project(parted_cells(from_cards(turned(folded(by_block(by_row(rows)))))))


def _once(row: Row) -> Row:
    """A row with a label that a conversion wrote into all of its merged cells kept in the first."""
    blank = [at for at in range(1, len(row)) if row[at].text == row[at - 1].text and _is_label(row[at].text)]
    return tuple(replace(cell, text="") if at in blank else cell for at, cell in enumerate(row)) if blank else row


def _parted_label(row: Row) -> Row:
    """A row of one cell that holds a label with its value (执行数：20.00), the value in a cell of its own."""
    at = filled(row)
    match = _LABELLED.fullmatch(row[at[0]].text.strip()) if len(at) == 1 and at[0] + 1 < len(row) else None
    if match is None or not (label_key(match["label"]) or heading_key(match["label"], FUND_HEADINGS) in _OF_MONEY):
        return row
    return _pair(row, at[0], match["label"], match["value"])


def _pair(row: Row, column: int, label: str, value: str) -> Row:
    pair = {column: label, column + 1: value}
    return tuple(replace(row[column], text=pair[at]) if at in pair else cell for at, cell in enumerate(row))


def _is_label(text: str) -> bool:
    return bool(text) and (is_total(text) or bool(label_key(text)) or is_group(text) or is_title(text))


def named(row: Row) -> Row:
    """A row that names its project under 项目, or as the title of its card (卡片1 …), with that label in full."""
    at = filled(row)
    card = _CARD.fullmatch(row[at[0]].text.strip()) if len(at) == 1 and at[0] + 1 < len(row) else None
    if card and not is_title(card["name"]):
        return _pair(row, at[0], "项目名称", card["name"])
    if len(at) == 2 and squeezed(row[at[0]].text).rstrip(":：") == "项目":
        return tuple(replace(cell, text="项目名称") if number == at[0] else cell for number, cell in enumerate(row))
    return row
