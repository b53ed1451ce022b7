"""Text conversions of published disclosures."""

from __future__ import annotations

import hashlib
from pathlib import Path

from helpers.document import Cell, Document, Grid, Line, Paragraph, Place


def load(source: Path) -> Document:
    return load_text(source.read_bytes().decode("utf-8-sig"), source.name)


def load_text(text: str, name: str) -> Document:
    """First cut: tab-separated rows become grids, every other non-empty line a line and a paragraph."""
    lines: list[Line] = []
    grids: list[Grid] = []
    rows: list[tuple[Cell, ...]] = []
    for number, raw in enumerate([*text.splitlines(), ""], 1):
        if "\t" in raw:
            rows.append(tuple(Cell(part.strip(), Place(line=number, cell=i)) for i, part in enumerate(raw.split("\t"), 1)))
            continue
        if rows:
            width = max(map(len, rows))
            grids.append(Grid(tuple(row + (Cell("", Place()),) * (width - len(row)) for row in rows), len(lines)))
            rows = []
        if raw.strip():
            lines.append(Line(raw.strip(), Place(line=number)))
    paragraphs = tuple(Paragraph(line.text, i, i, (0,)) for i, line in enumerate(lines))
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(name, digest, 0, tuple(lines), paragraphs, tuple(grids))
