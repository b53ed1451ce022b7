"""Published disclosures as PDF: text and ruled tables as pdfium sees them, in reading order."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pypdfium2

from juesuan.document import Document, Grid, Line, Place, Reason, Unread
from juesuan.errors import NoTextLayer, UnreadableSource
from juesuan.readers.continuation import Item, Sheet, joined_sheets
from juesuan.readers.furniture import without_furniture
from juesuan.readers.glyphs import box_of, lines_of
from juesuan.readers.layout import texts_of
from juesuan.readers.paragraphs import paragraphs
from juesuan.readers.pdf_cells import Rows, cells_of, is_within
from juesuan.readers.pdf_pages import Page, open_pdf, pages_of
from juesuan.readers.ruling import rulings_of
from juesuan.readers.scans import COARSEST, CONFIDENT, is_misshapen, needs_recognition, recognised
from juesuan.readers.seen_lines import rules_seen

_LARGE = 0.3  # share of a page with text that pictures cover and that is no ornament
_LEAST = 4  # columns and cells with text together that make a drawn grid a table


def load_pdf(data: bytes, source: Path) -> Document:
    """The document in the bytes of a PDF; raises `UnreadableSource` or `NoTextLayer`."""
    pdf = open_pdf(data, source)
    try:
        pages = [_with_pictures(pdf, page) for page in pages_of(pdf, source)]
        _demand_text(pages, source)
    finally:
        pdf.close()
    pages = [_with_seen_lines(data, page) for page in pages]
    items = joined_sheets(_items(pages))
    lines = [item for item in items if isinstance(item, Line)]
    grids = tuple(_grids(items))
    return Document(
        name=source.name,
        digest=hashlib.sha256(data).hexdigest(),
        pages=len(pages),
        lines=tuple(lines),
        paragraphs=paragraphs(lines, frozenset(grid.order for grid in grids)),
        grids=grids,
        unread=tuple(_unread(pages)),
        scanned=frozenset((0, page.number) for page in pages if page.scanned),
        doubted=frozenset(_doubted(pages, items)),
        garbled=frozenset((0, page.number) for page in pages if page.untold),
    )


def _with_pictures(pdf: pypdfium2.PdfDocument, page: Page) -> Page:
    """The page with what is recognised in its pictures, where they hold what its characters do not tell."""
    if not needs_recognition(page):
        return page
    with closing(pdf[page.number - 1]) as pdf_page:
        return recognised(pdf_page, page)


def _with_seen_lines(data: bytes, page: Page) -> Page:
    """A page with text over a picture of itself, with the lines of the tables in that picture."""
    if page.scanned or not page.has_text or page.pictured < _LARGE or rulings_of(page.rules):
        return page
    return replace(page, rules=rules_seen(data, page.number, page.frame))


def _demand_text(pages: Sequence[Page], source: Path) -> None:
    if any(page.has_text and not page.is_garbled for page in pages):
        return
    if any(page.is_garbled for page in pages):
        raise UnreadableSource(source, "has a text layer whose characters cannot be told", "print it to a new PDF")
    reason = "has no text layer" + (": its pages are pictures" if any(page.pictured for page in pages) else "")
    raise NoTextLayer(source, reason, "run a text recognition over it first")


def _unread(pages: Sequence[Page]) -> Iterator[Unread]:
    for page in pages:
        if page.is_garbled:
            yield Unread(Place(page=page.number), Reason.CHARACTERS)
        elif page.pictured and not page.has_text:
            yield Unread(Place(page=page.number), Reason.COARSE if page.resolution < COARSEST else Reason.PICTURE)
        elif page.pictured >= _LARGE and not page.scanned:
            yield Unread(Place(page=page.number), Reason.COARSE)


def _doubted(pages: Sequence[Page], items: Sequence[Item]) -> Iterator[Place]:
    """Cells and lines where a character was recognised with little confidence, or a figure has no figure's shape."""
    scanned = [page for page in pages if page.scanned]
    unsure = {page.number: [each.box for each in page.glyphs if each.confidence < CONFIDENT] for page in scanned}
    for place, text in _texts(items):
        if place.page in unsure and place.box is not None:
            left, top, right, bottom = place.box
            middles = (((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) for box in unsure[place.page])
            if is_misshapen(text) or any(left <= x <= right and top <= y <= bottom for x, y in middles):
                yield place


def _texts(items: Sequence[Item]) -> Iterator[tuple[Place, str]]:
    for item in items:
        if isinstance(item, Line):
            yield item.place, item.text
        else:
            yield from ((cell.place, cell.text) for row in item.rows for cell in row if cell.text)


def _items(pages: Sequence[Page]) -> list[Item]:
    """Lines and tables of all pages in reading order, page furniture left out."""
    placed = [(page.number, top, item) for page in pages for top, item in _on_page(page)]
    heights = {page.number: page.frame.height or 1.0 for page in pages}
    kept = {id(line) for line in without_furniture((i for _, _, i in placed if isinstance(i, Line)), heights)}
    placed.sort(key=lambda entry: entry[:2])
    return [item for _, _, item in placed if isinstance(item, Sheet) or id(item) in kept]


def _on_page(page: Page) -> Iterator[tuple[float, Item]]:
    """What stands on a page, each with its distance from the top."""
    rest = [] if page.is_garbled else list(page.glyphs)
    for ruling in rulings_of(page.rules) if rest else ():
        inside = [glyph for glyph in rest if is_within(glyph, ruling)]
        rows = cells_of(ruling, page.number, inside)
        if not _is_table(rows):
            continue
        rest = [glyph for glyph in rest if not is_within(glyph, ruling)]
        yield ruling.down[0], Sheet(page.number, page.number, ruling.across, rows)
    lines = lines_of(rest)
    for line, text in zip(lines, texts_of(lines), strict=True):
        box = box_of(line)
        yield (box[1] + box[3]) / 2, Line(text, Place(page=page.number, box=box))


def _is_table(rows: Rows) -> bool:
    """Whether a drawn grid is more than a frame: it has columns, and words in two cells or in one of many."""
    columns = len(rows[0])
    filled = sum(1 for row in rows for cell in row if cell.text)
    return columns > 1 and filled > 0 and columns + filled >= _LEAST


def _grids(items: Sequence[Item]) -> Iterator[Grid]:
    order = 0
    for item in items:
        if isinstance(item, Sheet):
            yield Grid(item.rows, order)
        else:
            order += 1
