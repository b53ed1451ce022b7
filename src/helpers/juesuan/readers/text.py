"""Text conversions of published disclosures: tables with tabs, pipes, commas or in HTML, raw text of a PDF."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence

from juesuan.document import Document, Grid, Line, Place
from juesuan.readers.furniture import page_numbers_in
from juesuan.readers.html_tables import part_tables
from juesuan.readers.markup import line_without_markup
from juesuan.readers.paragraphs import paragraphs
from juesuan.readers.separators import with_tabs
from juesuan.readers.text_tables import Numbered, Table, split_tables

_LINE_END = re.compile(r"\f?(?:\r\n|\r|\n)\f?|\f")  # a new page begins a new line


def load_text(text: str, name: str) -> Document:
    """The document in a text; lines and cells carry the number of the line they stand on."""
    lines: list[Line] = []
    grids: list[Grid] = []
    for part in _parts(_with_pages_marked(_LINE_END.split(text))):
        if isinstance(part, Table):
            grids.append(Grid(part.rows, len(lines)))
        else:
            number, raw = part
            lines.extend(Line(piece, Place(line=number), _indent(raw)) for piece in line_without_markup(raw))
    breaks = frozenset(grid.order for grid in grids)
    return Document(
        name=name,
        digest=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        pages=0,
        lines=tuple(lines),
        paragraphs=paragraphs(lines, breaks),
        grids=tuple(grids),
    )


def _indent(raw: str) -> int:
    """The free places before a line; one written with the wide space of Chinese text takes two."""
    free = raw[: len(raw) - len(raw.lstrip())]
    return len(free) + free.count("\u3000")


def _with_pages_marked(raw_lines: Sequence[str]) -> list[str]:
    """The lines with bare page numbers shown as such (`- 5 -`), so that they are no figures."""
    pages = page_numbers_in(raw_lines)
    return [f"- {raw.strip()} -" if index in pages else raw for index, raw in enumerate(raw_lines)]


def _parts(raw_lines: Sequence[str]) -> Iterator[Table | Numbered]:
    for part in part_tables(raw_lines):
        if isinstance(part, Table):
            yield part
        else:
            yield from split_tables(with_tabs(part))
