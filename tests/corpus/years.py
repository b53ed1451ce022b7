"""Names of functions as they were: what a code was called in the accounts of a year."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.manuscript import Block, Cell, Manuscript, Piece, Slot, Table, Words

# the last year of accounts with the old name, the name of today, the old one (财政部《政府收支分类科目》)
RENAMED = (
    (2018, "卫生健康支出", "医疗卫生与计划生育支出"),
    (2018, "卫生健康管理事务", "医疗卫生与计划生育管理事务"),
    (2018, "文化旅游体育与传媒支出", "文化体育与传媒支出"),
    (2018, "自然资源海洋气象等支出", "国土海洋气象等支出"),
    (2019, "其他行政事业单位养老支出", "其他行政事业单位离退休支出"),
    (2019, "行政事业单位养老支出", "行政事业单位离退休"),
    (2019, "资源勘探工业信息等支出", "资源勘探信息等支出"),
)
NEW_CLASSES = ((2018, "灾害防治及应急管理支出"),)  # the last year of accounts without the class


def named_as_in(manuscript: Manuscript, year: int) -> Manuscript:
    """A disclosure with the names, and without the classes, of a year."""
    return manuscript.mapped(lambda block: _block(block, year))


def _block(block: Block, year: int) -> Block:
    if isinstance(block, Words):
        return replace(block, pieces=tuple(_piece(piece, year) for piece in block.pieces))
    if isinstance(block, Table):
        rows = tuple(tuple(_cell(cell, year) for cell in row) for row in block.rows if not _is_of_new_class(row, year))
        return replace(block, rows=rows)
    return block


def _is_of_new_class(row: tuple[Cell, ...], year: int) -> bool:
    new = [name for last, name in NEW_CLASSES if year <= last]
    empty = not any(cell.figure and re.search("[1-9]", cell.text) for cell in row)
    return empty and any(cell.text.endswith(name) for cell in row for name in new)


def _piece(piece: Piece, year: int) -> Piece:
    if not isinstance(piece, Slot):
        return _named(piece, year)
    claim = piece.claim and replace(piece.claim, subject=_named(piece.claim.subject, year))
    return replace(piece, text=_named(piece.text, year), claim=claim)


def _cell(cell: Cell, year: int) -> Cell:
    return replace(cell, text=_named(cell.text, year), key=_named(cell.key, year))


def _named(text: str, year: int) -> str:
    for last, name, old in RENAMED:
        if year <= last:
            text = text.replace(name, old)
    return text
