"""Ruled lines of a page, and the tables that they draw; from a PDF's drawings and from pictures alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from juesuan.document import Box

Rule = tuple[float, float, float]  # where a line lies, where it begins and where it ends, in points

_NEAR = 2.0  # points; lines no farther apart are one, and lines that meet within it cross
_THIN = 3.0  # points; what is thinner is a line and no cell
_FEWEST = 2  # lines either way that make a table
_MOST = 2000  # lines either way; with more a page is a map or a plan
_HALF = 0.5  # share of a cell's side that must be drawn; share of the lines that must reach an open side


@dataclass(frozen=True, slots=True)
class Rules:
    """Straight lines in a page's reading frame: `across` as (y, left, right), `down` as (x, top, bottom)."""

    across: tuple[Rule, ...] = ()
    down: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Region:
    """One cell, merged or not: its first row and column, and how many rows and columns it takes."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Ruling:
    """The lines of one table in its page's reading frame, from left to right and from top to bottom."""

    across: tuple[float, ...]
    down: tuple[float, ...]
    regions: tuple[Region, ...]

    def box(self, region: Region) -> Box:
        """The box of a cell."""
        return (
            self.across[region.column],
            self.down[region.row],
            self.across[region.column + region.columns],
            self.down[region.row + region.rows],
        )

    @property
    def area(self) -> Box:
        """The box of the whole table."""
        return self.across[0], self.down[0], self.across[-1], self.down[-1]


def rulings_of(rules: Rules) -> list[Ruling]:
    """The tables that ruled lines draw, from top to bottom."""
    across, down = _merged(rules.across), _merged(rules.down)
    if max(len(across), len(down)) > _MOST:
        return []
    found = [_ruling(*table) for table in _tables(across, down)]
    return sorted(found, key=lambda ruling: (ruling.down[0], ruling.across[0]))


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """Lines drawn in pieces or twice as one."""
    merged: list[Rule] = []
    for group in _near(sorted(rules)):
        at = sum(rule[0] for rule in group) / len(group)
        spans = sorted((start, end) for _, start, end in group)
        begun, ended = spans[0]
        for start, end in spans[1:]:
            if start > ended + _NEAR:
                merged.append((at, begun, ended))
                begun, ended = start, end
            ended = max(ended, end)
        merged.append((at, begun, ended))
    return merged


def _near(rules: Sequence[Rule]) -> Iterator[list[Rule]]:
    group: list[Rule] = []
    for rule in rules:
        if group and rule[0] - group[-1][0] > _NEAR:
            yield group
            group = []
        group.append(rule)
    if group:
        yield group


def _tables(across: Sequence[Rule], down: Sequence[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Lines that hang together by their crossings."""
    owner = list(range(len(across) + len(down)))

    def root(index: int) -> int:
        while owner[index] != index:
            owner[index] = owner[owner[index]]
            index = owner[index]
        return index

    for i, (y, left, right) in enumerate(across):
        for j, (x, top, bottom) in enumerate(down, len(across)):
            if left - _NEAR <= x <= right + _NEAR and top - _NEAR <= y <= bottom + _NEAR:
                owner[root(j)] = root(i)
    tables: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for index, rule in enumerate((*across, *down)):
        tables.setdefault(root(index), ([], []))[index >= len(across)].append(rule)
    yield from (table for table in tables.values() if min(map(len, table)) >= _FEWEST)


def _ruling(lying: Sequence[Rule], standing: Sequence[Rule]) -> Ruling:
    across, down = _edges(standing, lying), _edges(lying, standing)
    columns, rows = len(across) - 1, len(down) - 1
    left = {(row, column) for column, row in _walls(standing, across, down)}
    top = set(_walls(lying, down, across))

    def owner(row: int, column: int) -> tuple[int, int]:
        """The first row and column of the merged cell that takes in a place."""
        while column > 0 and (row, column) not in left:
            column -= 1
        while row > 0 and (row, column) not in top:
            row -= 1
        return row, column

    members: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for row in range(rows):
        for column in range(columns):
            members.setdefault(owner(row, column), []).append((row, column))
    return Ruling(tuple(across), tuple(down), tuple(_region(*first, places) for first, places in members.items()))


def _region(row: int, column: int, places: Sequence[tuple[int, int]]) -> Region:
    last_row, last_column = max(place[0] for place in places), max(place[1] for place in places)
    return Region(row, column, last_row - row + 1, last_column - column + 1)


def _edges(rules: Sequence[Rule], crossing: Sequence[Rule]) -> list[float]:
    """Where lines lie, doubles once; and the ends of those that cross them, where a table is open at a side."""
    edges: list[float] = []
    for at in sorted(rule[0] for rule in rules):
        if not edges or at - edges[-1] > _THIN:
            edges.append(at)
    before = sorted(start for _, start, _ in crossing if start < edges[0] - _THIN)
    after = sorted(end for _, _, end in crossing if end > edges[-1] + _THIN)
    if len(before) >= _HALF * len(crossing):
        edges.insert(0, before[0])
    if len(after) >= _HALF * len(crossing):
        edges.append(after[-1])
    return edges


def _walls(rules: Sequence[Rule], edges: Sequence[float], along: Sequence[float]) -> Iterator[tuple[int, int]]:
    """For each line its edge, with every stretch between two crossing edges over which it is drawn."""
    for at, start, end in rules:
        edge = min(range(len(edges)), key=lambda index: abs(edges[index] - at))
        for stretch, (begin, finish) in enumerate(pairwise(along)):
            if min(end, finish) - max(start, begin) >= _HALF * (finish - begin):
                yield edge, stretch
