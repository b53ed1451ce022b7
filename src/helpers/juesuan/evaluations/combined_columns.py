"""Columns that ask for two things (得分/分值, 得分（满分）): two columns, where every cell gives both."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from juesuan.document import Cell
from juesuan.evaluations.cells import filled
from juesuan.evaluations.headings import indicator_headings
from juesuan.evaluations.vocabulary import FUND_HEADINGS, INDICATOR_HEADINGS, heading_key

Row = tuple[Cell, ...]
_PAIRED = {"target", "actual", "weight", "score", "completion", "budget", "executed", "rate"}
_TWO = re.compile(r"(?P<one>[^()（）/／|]+)(?:[/／|](?P<other>[^()（）/／|]+)|[（(](?P<within>[^()（）/／|]+)[)）])")
_FEWEST_ASKED = 2


def parted_cells(rows: Sequence[Row]) -> list[Row]:
    """The rows, each column under a heading that asks for two things as two columns."""
    found = list(rows)
    for number, row in enumerate(found):
        both = [column for column in filled(row) if _two_keys(row[column].text)]
        if both and _is_headings(row, both):
            found[number:] = [_parted(each, both) for each in found[number:]]
            found[:number] = [_padded(each, both) for each in found[:number]]
            return [*found[: number + 1], *parted_cells(found[number + 1 :])]
    return found


def _two_keys(heading: str) -> tuple[str, ...]:
    match = _TWO.fullmatch(heading.strip())
    if match is None or any(map(str.isdigit, heading)):
        return ()
    words = match["one"], match["other"] or match["within"]
    for patterns in (INDICATOR_HEADINGS, FUND_HEADINGS):
        keys = tuple(heading_key(word, patterns) for word in words)
        if set(keys) <= _PAIRED and keys[0] != keys[1]:
            return keys
    return ()


def _is_headings(row: Row, both: Sequence[int]) -> bool:
    whole = _parted(row, both)
    return bool(indicator_headings(whole)) or len(both) >= _FEWEST_ASKED


def _parted(row: Row, both: Sequence[int]) -> Row:
    cells: list[Cell] = []
    for column, cell in enumerate(row):
        if column not in both:
            cells.append(cell)
            continue
        match = _TWO.fullmatch(cell.text.strip())
        halves = (match["one"].strip(), (match["other"] or match["within"]).strip()) if match else (cell.text, "")
        cells += [replace(cell, text=half) for half in halves]
    return tuple(cells)


def _padded(row: Row, both: Sequence[int]) -> Row:
    """A row above the headings with as many cells as those below."""
    blank = replace(row[-1], text="") if row else None
    return (*row, *[blank] * len(both)) if blank else row
