"""Personal data of a whole document, by form and by place, and the document with all of it masked."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from juesuan.document import Cell, Document, Line, Paragraph
from juesuan.privacy import places
from juesuan.privacy.patterns import mask, spans
from juesuan.privacy.personal import Personal, PersonalDatum, Span, apart, covered

_CELLS_APART = "  "
_CONTEXT = 20  # characters kept on either side, so that a reader finds the line again
_TELLING = 3  # characters of a name that is no common word, wherever it stands

Unit = Line | Cell
Part = TypeVar("Part", Line, Cell)
Spans = dict[int, list[Span]]  # by the identity of the line or cell they stand in


@dataclass(frozen=True)
class _View:
    """A paragraph or a row of a table as one text, and at which offset each of its lines or cells begins."""

    text: str
    parts: tuple[tuple[int, Unit], ...]

    def add(self, span: Span, found: Spans) -> None:
        """Note a span of this text at the lines or cells that it covers."""
        goes_on = False
        for start, unit in self.parts:
            first, last = max(span.start - start, 0), min(span.end - start, len(_plain(unit)))
            if first < last:
                breaks = [offset for offset, letter in enumerate(unit.text) if letter == "\n"]
                first, last = _with_breaks(first, breaks), _with_breaks(last - 1, breaks) + 1
                found[id(unit)].append(Span(span.kind, first, last, goes_on))
                goes_on = True


def personal_data(document: Document) -> tuple[PersonalDatum, ...]:
    """Every personal datum of a document, already masked, in reading order."""
    return tuple(_data(document, _found(document)))


def masked_document(document: Document) -> tuple[Document, tuple[PersonalDatum, ...]]:
    """The document with every personal datum masked, each text as long as before, and those data."""
    found = _found(document)
    name = mask(document.name)
    if not found:
        return replace(document, name=name), ()
    lines = tuple(_masked(line, found) for line in document.lines)
    grids = (tuple(tuple(_masked(cell, found) for cell in row) for row in grid.rows) for grid in document.grids)
    return replace(
        document,
        name=name,
        lines=lines,
        grids=tuple(replace(grid, rows=rows) for grid, rows in zip(document.grids, grids, strict=True)),
        paragraphs=tuple(_of_lines(paragraph, lines) for paragraph in document.paragraphs),
    ), tuple(_data(document, found))


def _found(document: Document) -> Spans:
    """All spans by line and cell: by form in each paragraph and row, by place, and the names found again elsewhere."""
    found: Spans = defaultdict(list)
    views = list(_views(document))
    beside_person = False
    for view in views:
        here = list(spans(view.text, beside_person))
        for span in here:
            view.add(span, found)
        beside_person = any(span.kind is Personal.NAME for span in here)
    for unit, span in places.by_place(document):
        found[id(unit)].append(span)
    _add_mentions(views, found)
    return {key: list(apart(each)) for key, each in found.items()}


def _add_mentions(views: Iterable[_View], found: Spans) -> None:
    known: set[str] = set()
    for view in views:
        for _, unit in view.parts:
            for span in found.get(id(unit), ()):
                name = "".join(unit.text[span.start : span.end].split())
                if span.kind is Personal.NAME and len(name) >= _TELLING:
                    known.add(name)
    if not known:
        return
    again = re.compile("|".join(" {0,2}".join(map(re.escape, name)) for name in sorted(known, key=len, reverse=True)))
    for view in views:
        for match in again.finditer(view.text):
            view.add(Span(Personal.MENTION, *match.span()), found)


def _data(document: Document, found: Spans) -> Iterator[PersonalDatum]:
    for view in _views(document) if found else ():
        text = "".join(
            covered(unit.text, found.get(id(unit), ())).replace("\n", "") + view.text[start + len(_plain(unit)) : end]
            for (start, unit), end in zip(view.parts, [*(start for start, _ in view.parts[1:]), None], strict=True)
        )
        for start, unit in view.parts:
            for span in found.get(id(unit), ()):
                datum = covered(unit.text[span.start : span.end], [replace(span, start=0, end=span.end - span.start)])
                first = start + span.start
                around = text[max(0, first - _CONTEXT) : first + len(datum) + _CONTEXT].strip()
                kind = Personal.MENTION if span.goes_on else span.kind
                yield PersonalDatum(kind, datum.replace("\n", ""), around, unit.place)


def _views(document: Document) -> Iterator[_View]:
    for block in document.blocks():
        if isinstance(block, Paragraph):
            lines = document.lines[block.first : block.last + 1]
            yield _View(block.text, tuple(zip(block.starts, lines, strict=True)))
        else:
            yield from (_row(row) for row in block.rows if any(cell.text.strip() for cell in row))


def _row(row: Iterable[Cell]) -> _View:
    text = ""
    parts: list[tuple[int, Unit]] = []
    for cell in row:
        if cell.text.strip():
            parts.append((len(text), cell))
            text += _plain(cell) + _CELLS_APART
    return _View(text, tuple(parts))


def _plain(unit: Unit) -> str:
    """The text without the breaks that part a number or a word within a cell."""
    return unit.text.replace("\n", "")


def _with_breaks(offset: int, breaks: Iterable[int]) -> int:
    """An offset in a text out of which the breaks were taken, as one in the whole text."""
    for each in breaks:
        offset += each <= offset
    return offset


def _masked(unit: Part, found: Spans) -> Part:
    here = found.get(id(unit))
    return replace(unit, text=covered(unit.text, here)) if here else unit


def _of_lines(paragraph: Paragraph, lines: tuple[Line, ...]) -> Paragraph:
    """The paragraph with the texts of these lines, which are as long as its own."""
    text = paragraph.text
    for start, line in zip(paragraph.starts, lines[paragraph.first : paragraph.last + 1], strict=True):
        text = text[:start] + line.text + text[start + len(line.text) :]
    return replace(paragraph, text=text)
