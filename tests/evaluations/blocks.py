"""Parts of a made document: titles, lines, tables; and how they look in text that keeps the layout."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from corpus.manuscript import Block, Cell, Manuscript, Table, Words

GAP = "   "  # between the columns of laid-out text
WIDTH = 1.6  # of every column, in centimetres


def title(text: str) -> Words:
    return Words("t", "title", (text,))


def words(*texts: str) -> Iterator[Words]:
    return (Words("t", "body", (text,)) for text in texts)


def table(*rows: tuple[str, ...]) -> Table:
    width = max(map(len, rows))
    wide = tuple(tuple(map(Cell, (*row, *[""] * (width - len(row))))) for row in rows)
    return Table("t", wide, (WIDTH,) * width)


def rows_of(block: Block) -> list[list[str]]:
    """The texts of a table; nothing for what is none."""
    return [[cell.text for cell in row] for row in block.rows] if isinstance(block, Table) else []


def laid_out(made: Manuscript) -> str:
    """The text with the cells of a table in columns of spaces, as `pdftotext -layout` gives it."""
    lines: list[str] = []
    for block in made.blocks:
        if isinstance(block, Words):
            lines.append(block.text)
        elif isinstance(block, Table):
            rows = rows_of(block)
            widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
            lines += [
                GAP.join(text + " " * (width - _width(text)) for text, width in zip(row, widths, strict=True)).rstrip()
                for row in rows
            ]
    return "\n".join(lines) + "\n"


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)
