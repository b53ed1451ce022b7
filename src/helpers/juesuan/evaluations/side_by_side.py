"""Several indicators in one row, under headings printed once for each: the same rows with one indicator each."""

from __future__ import annotations

from collections.abc import Sequence

from juesuan.document import Cell, Place
from juesuan.evaluations.cells import filled
from juesuan.evaluations.headings import indicator_headings
from juesuan.evaluations.vocabulary import is_total, label_key, squeezed

Row = tuple[Cell, ...]
_MOST_BLOCKS = 3  # indicators beside one another for which a page has room
_FEWEST_HEADINGS = 3  # of one indicator: its name, its target, its result


def one_a_row(rows: Sequence[Row]) -> list[Row]:
    """The rows; what stands under headings that are printed again is put below what stands under the first."""
    found: list[Row] = []
    blocks: list[list[int]] = []
    beside: list[list[Row]] = []
    for row in rows:
        if again := _blocks(row):
            blocks, beside = again, [[] for _ in again[1:]]
            found.append(_moved(row, blocks[0], blocks[0]))
        elif blocks and not _closes(row):
            found.append(_moved(row, blocks[0], blocks[0]))
            for held, block in zip(beside, blocks[1:], strict=True):
                held.append(_moved(row, block, blocks[0]))
        else:
            found += [each for held in beside for each in held]
            blocks, beside = [], []
            found.append(row)
    return [*found, *(each for held in beside for each in held)]


def _blocks(row: Row) -> list[list[int]]:
    """The columns of each block where a row's headings are those of one indicator, printed several times."""
    at = [column for column in filled(row) if not column or row[column].text != row[column - 1].text]
    texts = [squeezed(row[column].text) for column in at]
    for count in range(2, _MOST_BLOCKS + 1):
        size = len(at) // count
        if size >= _FEWEST_HEADINGS and texts == texts[:size] * count and indicator_headings(row):
            return [at[first : first + size] for first in range(0, len(at), size)]
    return []


def _closes(row: Row) -> bool:
    first = next((row[column].text for column in filled(row)), "")
    return is_total(first) or bool(label_key(first))


def _moved(row: Row, block: Sequence[int], to: Sequence[int]) -> Row:
    """The cells of one block of a row, in the columns of another, all else left out."""
    cells = {target: row[column] for column, target in zip(block, to, strict=True)}
    return tuple(cells.get(column, Cell("", Place())) for column in range(len(row)))
