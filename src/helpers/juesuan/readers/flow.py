"""A document built up from paragraphs and tables in their order: what web pages, Word files and workbooks give."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from juesuan.document import Cell, Document, Grid, Line, Place, Unread
from juesuan.readers.markup import visible
from juesuan.readers.paragraphs import paragraphs
from juesuan.readers.spans import expanded

Placing = Callable[[int, int, int], Place]


def _line(line: int) -> Place:
    return Place(line=line)


@dataclass(frozen=True, slots=True)
class Span:
    """The text of a cell and over how many columns and rows it reaches."""

    text: str
    columns: int = 1
    rows: int = 1


@dataclass(slots=True)
class Flow:
    """Lines and grids in reading order; each line and each row of a table counts as one `line` of their places."""

    lines: list[Line] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    _count: int = 0

    def line(self, text: str, place: Callable[[int], Place] = _line) -> None:
        """A paragraph, where it says anything; its breaks end lines."""
        for piece in text.split("\n"):
            if words := visible(piece).strip():
                self._count += 1
                self.lines.append(Line(words, place(self._count)))

    def table(self, rows: Iterable[Sequence[Span]]) -> None:
        """A table; as lines where nothing stands side by side in it."""
        made = [[Cell(clean(span.text), Place(), span.columns, span.rows) for span in row] for row in rows]
        wide = expanded(made) if any(sum(bool(cell.text) for cell in row) > 1 for row in made) else None
        if wide is None:
            for row in made:
                self.line("\n".join(cell.text for cell in row))
            return
        number = len(self.grids) + 1
        self.grid(wide, lambda row, cell, line: Place(line=line, table=number, row=row, cell=cell))

    def grid(self, rows: Sequence[Sequence[Cell]], place: Placing) -> None:
        """Rows of equally many cells, placed by their row, cell and line, each from 1."""
        placed = []
        for number, row in enumerate(rows, 1):
            self._count += 1
            placed.append(tuple(replace(cell, place=place(number, at, self._count)) for at, cell in enumerate(row, 1)))
        self.grids.append(Grid(tuple(placed), len(self.lines)))

    def document(self, name: str, digest: str) -> Document:
        """All of it as a document."""
        breaks = frozenset(grid.order for grid in self.grids)
        return Document(
            name=name,
            digest=digest,
            pages=0,
            lines=tuple(self.lines),
            paragraphs=paragraphs(self.lines, breaks),
            grids=tuple(self.grids),
            unread=tuple(self.unread),
        )


def clean(text: str) -> str:
    """A cell's text without what prints nothing, and without blank lines."""
    return "\n".join(filter(None, (visible(piece).replace("\u00a0", " ").strip() for piece in text.split("\n"))))
