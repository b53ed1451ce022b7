"""Made documents of every kind, written from what such documents are like and without a look at what tells them apart.

Bodies, figures and sentences are invented. Each module holds one kind; a document says what must be told of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from juesuan.kinds.kind import Kind, Scope


@dataclass(frozen=True)
class Made:
    """A text and what it is; `scope` is None where the document leaves it open or the kind has none."""

    name: str
    text: str
    kind: Kind
    body: str = ""
    year: str = ""
    scope: Scope | None = None


def rows(*lines: str, style: str = "tabs") -> str:
    """Rows whose cells are parted by `|`, laid out as tabs, as pipes of Markdown, or by blanks."""
    cells = [[cell.strip() for cell in line.split("|")] for line in lines]
    if style == "tabs":
        return "\n".join("\t".join(row) for row in cells)
    if style == "blanks":
        return "\n".join("   ".join(cell for cell in row if cell) for row in cells)
    head, *rest = ["| " + " | ".join(row) + " |" for row in cells]
    return "\n".join([head, "|" + " --- |" * len(cells[0]), *rest])
