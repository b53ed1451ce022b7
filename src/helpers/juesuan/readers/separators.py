"""Tables in a text whose cells are parted by bare pipes or by commas: their rows with tabs instead.

Markdown's tables with pipes at the edges of their rows are left as they are.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

_PIPE = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r":?-{2,}:?|:-:?|-:")
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_THOUSANDS = re.compile(r"(?<![\d,])\d{1,3}(?:,\d{3})+\.\d+|(?:(?<=[\s|])|^)-?\d{1,3}(?:,\d{3})+(?=[\s|]|$)")
_SENTENCE = re.compile(r"[。；！？]")
_SIDE_BY_SIDE = re.compile(r"\d\s+[-\d]")  # figures that spaces part: their commas are those of thousands
_FIGURE = re.compile(r"-?\d[\d,]*(?:\.\d+)?%?")
_FEWEST = 3  # rows that make a table, columns that do with one row of figures
_MOSTLY = 0.6  # share of the rows of a table with commas that tell it from prose

Numbered = tuple[int, str]
Rows = list[list[str]]


def with_tabs(lines: Iterable[Numbered]) -> Iterator[Numbered]:
    """The lines, those of such tables with a tab between two cells."""
    return _parted(list(_parted(list(lines), _has_pipe, _by_pipes)), _has_comma, _by_commas)


def _parted(
    lines: Sequence[Numbered], separated: Callable[[str], bool], rows_of: Callable[[list[str]], Rows]
) -> Iterator[Numbered]:
    """The lines, with tabs in every run of separated ones that gives rows; blank lines end no run."""
    for within, group in groupby(lines, key=lambda line: separated(line[1]) or not line[1].strip()):
        run = list(group)
        filled = [raw for _, raw in run if raw.strip()] if within else []
        found = rows_of(filled) if len(filled) > 1 else []
        rows = iter(found if len(found) >= _FEWEST or _is_one_row_headed(found) else [])
        for number, raw in run:
            cells = next(rows, None) if raw.strip() else None
            yield number, raw if cells is None else "\t".join(cells)


def _is_one_row_headed(rows: Rows) -> bool:
    """Whether two lines are one row of nothing but figures below as many headings, which prose never is."""
    if len(rows) != 2 or len(rows[0]) != len(rows[1]) or len(rows[0]) < _FEWEST:
        return False
    return all(map(_FIGURE.fullmatch, rows[1])) and not any(map(_FIGURE.fullmatch, rows[0]))


def _has_pipe(raw: str) -> bool:
    return "\t" not in raw and _PIPE.search(raw) is not None


def _by_pipes(lines: list[str]) -> Rows:
    """The rows of a table without pipes at its edges, its rule blank; none for one that has them."""
    bare = [raw.strip() for raw in lines]
    if bare[0].startswith("|") or all(raw.startswith("|") and raw.endswith("|") for raw in bare[1:]):
        return []
    rows = [[cell.strip() for cell in _PIPE.split(raw)] for raw in lines]
    return [[""] if all(map(_RULE.fullmatch, cells)) else cells for cells in rows]


def _has_comma(raw: str) -> bool:
    """Whether a line may be one of comma-separated values, by a comma that does not part thousands."""
    bare = _THOUSANDS.sub("", _QUOTED.sub("", raw))
    if "," not in bare or "\t" in raw or _SIDE_BY_SIDE.search(bare):
        return False
    return not _SENTENCE.search(raw) or any(map(_is_telling, _by_commas([raw])))


def _by_commas(lines: list[str]) -> Rows:
    """The rows of a table; none where few are `_is_telling`, or as wide as one that is: its headings."""
    try:
        rows = [[cell.strip() for cell in next(csv.reader([raw], strict=True))] for raw in lines]
    except csv.Error:
        return []
    widths = {len(cells) for cells in rows if len(cells) >= _FEWEST and _is_telling(cells)}
    telling = [cells for cells in rows if _is_telling(cells) or len(cells) in widths]
    return rows if len(telling) >= _MOSTLY * len(rows) else []


def _is_telling(cells: list[str]) -> bool:
    """Whether a row has a cell for a figure or for nothing, which a line of prose never has."""
    return "" in cells[:-1] or any(map(_FIGURE.fullmatch, cells))
