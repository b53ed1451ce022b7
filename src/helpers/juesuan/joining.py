"""A disclosure that comes in several files (explanations, forms, self-evaluations) as one document."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from juesuan.document import Document, File, Grid, Leaf, Line, Paragraph, Place, Unread


def joined(documents: Sequence[Document]) -> Document:
    """The documents one after the other as one whose places tell the file, counted from 1; one alone as it is."""
    if len(documents) == 1:
        return documents[0]
    lines: list[Line] = []
    paragraphs: list[Paragraph] = []
    grids: list[Grid] = []
    unread: list[Unread] = []
    scanned: set[Leaf] = set()
    garbled: set[Leaf] = set()
    doubted: set[Place] = set()
    for number, document in enumerate(documents, 1):
        before = len(lines)
        lines += [replace(line, place=replace(line.place, file=number)) for line in document.lines]
        paragraphs += [_moved(paragraph, before) for paragraph in document.paragraphs]
        grids += [_placed(grid, number, before) for grid in document.grids]
        unread += [replace(part, place=replace(part.place, file=number)) for part in document.unread]
        scanned |= {(number, page) for _, page in document.scanned}
        garbled |= {(number, page) for _, page in document.garbled}
        doubted |= {replace(place, file=number) for place in document.doubted}
    return Document(
        name=documents[0].name,
        digest=hashlib.sha256("".join(each.digest for each in documents).encode()).hexdigest(),
        pages=sum(each.pages for each in documents),
        lines=tuple(lines),
        paragraphs=tuple(paragraphs),
        grids=tuple(grids),
        unread=tuple(unread),
        scanned=frozenset(scanned),
        doubted=frozenset(doubted),
        garbled=frozenset(garbled),
        files=tuple(File(each.name, each.digest, each.pages) for each in documents),
    )


def _moved(paragraph: Paragraph, by: int) -> Paragraph:
    return replace(paragraph, first=paragraph.first + by, last=paragraph.last + by)


def _placed(grid: Grid, file: int, by: int) -> Grid:
    rows = (tuple(replace(cell, place=replace(cell.place, file=file)) for cell in row) for row in grid.rows)
    return replace(grid, rows=tuple(rows), order=grid.order + by)
