"""Text conversions of published disclosures: tables with tabs, pipes, commas or in HTML, raw text of a PDF."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence

from juesuan.document import Document, Grid, Line, Place
from juesuan.errors import LimitExceeded
from juesuan.readers.furniture import page_numbers_in
from juesuan.readers.html_tables import part_tables
from juesuan.readers.limits import IS_IT_RIGHT, MOST_BLANK, TooLarge, check_cells, check_line, check_lines
from juesuan.readers.markup import line_without_markup
from juesuan.readers.paragraphs import paragraphs
from juesuan.readers.separators import with_tabs
from juesuan.readers.text_tables import Numbered, Table, split_tables

_LINE_END = re.compile(r"\f?(?:\r\n|\r|\n)\f?|\f")  # a new page begins a new line


def load_text(text: str, name: str) -> Document:
    """The document in a text; lines and cells carry the number of the line they stand on.

    Raises `LimitExceeded` for a text that is larger than any disclosure (see `juesuan.readers.limits`).
    """
    lines: list[Line] = []
    grids: list[Grid] = []
    try:
        _read_into(lines, grids, text)
    except TooLarge as limit:
        raise LimitExceeded(name, str(limit), IS_IT_RIGHT) from None
    breaks = frozenset(grid.order for grid in grids)
    return Document(
        name=name,
        digest=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        pages=0,
        lines=tuple(lines),
        paragraphs=paragraphs(lines, breaks),
        grids=tuple(grids),
    )


def _read_into(lines: list[Line], grids: list[Grid], text: str) -> None:
    check_cells(text.count("\t"))
    cells = 0
    for part in _parts(_with_pages_marked(_numbered(_LINE_END.split(text)))):
        if isinstance(part, Table):
            cells += sum(map(len, part.rows))
            check_cells(cells)
            grids.append(Grid(part.rows, len(lines)))
        else:
            number, raw = part
            lines.extend(Line(piece, Place(line=number), _indent(raw)) for piece in line_without_markup(raw))


def _numbered(raw_lines: Iterable[str]) -> list[Numbered]:
    """The lines with their numbers, without the rest of a run of blank ones that is longer than a page."""
    kept: list[Numbered] = []
    blank = 0
    for number, raw in enumerate(raw_lines, 1):
        check_line(number, len(raw))
        blank = 0 if raw and not raw.isspace() else blank + 1
        if blank <= MOST_BLANK:
            kept.append((number, raw))
    check_lines(sum(1 for _, raw in kept if raw and not raw.isspace()))
    return kept


def _indent(raw: str) -> int:
    """The free places before a line; one written with the wide space of Chinese text takes two."""
    free = raw[: len(raw) - len(raw.lstrip())]
    return len(free) + free.count("\u3000")


def _with_pages_marked(numbered: Sequence[Numbered]) -> list[Numbered]:
    """The lines with bare page numbers shown as such (`- 5 -`), so that they are no figures."""
    pages = page_numbers_in([raw for _, raw in numbered])
    return [(n, f"- {raw.strip()} -" if index in pages else raw) for index, (n, raw) in enumerate(numbered)]


def _parts(numbered: Sequence[Numbered]) -> Iterator[Table | Numbered]:
    for part in part_tables(numbered):
        if isinstance(part, Table):
            yield part
        else:
            yield from split_tables(with_tabs(part))
