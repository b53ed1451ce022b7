"""Answers that have a column each under one heading (等级 over 优 | 良 | 中 | 差), ticked, as one column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from juesuan.document import Cell
from juesuan.evaluations.cells import filled
from juesuan.evaluations.marks import is_tick

Row = tuple[Cell, ...]
_FEWEST = 2  # answers


def answered(rows: Sequence[Row]) -> list[Row]:
    """The rows; those below answers in columns of their own with the answer that is ticked under the heading."""
    for number in range(len(rows) - 1):
        columns = _answers(rows[number], rows[number + 1])
        end = next((at for at in range(number + 2, len(rows)) if not _is_answer(rows[at], columns)), len(rows))
        below = rows[number + 2 : end]
        if columns and any(is_tick(row[at].text) for row in below for at in columns):
            told = [_told(row, rows[number + 1], columns) for row in below]
            return [*rows[: number + 1], *told, *answered(rows[end:])]
    return list(rows)


def _answers(upper: Row, lower: Row) -> tuple[int, ...]:
    """The columns of a row that holds nothing but answers under one heading of the row above."""
    if len(upper) != len(lower):
        return ()
    own = [at for at in filled(lower) if lower[at].text != upper[at].text]
    alone = len(own) >= _FEWEST and own == list(range(own[0], own[-1] + 1))
    if not alone or not upper[own[0]].text.strip() or any(upper[at].text.strip() for at in own[1:]):
        return ()
    return () if any(any(map(str.isdigit, lower[at].text)) for at in own) else tuple(own)


def _is_answer(row: Row, columns: Sequence[int]) -> bool:
    """Whether the columns of a row hold ticks, or how many there are above."""
    texts = [row[at].text.strip() for at in columns if at < len(row) and row[at].text.strip()]
    return all(is_tick(text) or text.isdigit() for text in texts)


def _told(row: Row, answers: Row, columns: Sequence[int]) -> Row:
    ticked = [at for at in columns if is_tick(row[at].text)]
    text = answers[ticked[0]].text if len(ticked) == 1 else ""
    return tuple(
        cell if at not in columns else replace(cell, text=text if at == columns[0] else "")
        for at, cell in enumerate(row)
    )
