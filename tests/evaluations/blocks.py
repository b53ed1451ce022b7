"""Parts of a made document: titles, lines, tables."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.manuscript import Cell, Table, Words

WIDTH = 1.6  # of every column, in centimetres


def title(text: str) -> Words:
    return Words("t", "title", (text,))


def words(*texts: str) -> Iterator[Words]:
    return (Words("t", "body", (text,)) for text in texts)


def table(*rows: tuple[str, ...]) -> Table:
    width = max(map(len, rows))
    wide = tuple(tuple(map(Cell, (*row, *[""] * (width - len(row))))) for row in rows)
    return Table("t", wide, (WIDTH,) * width)
