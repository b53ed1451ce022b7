"""Word files, old and new, and what other word processors write: anydoc reads them, we walk through its model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import anydoc

from juesuan.document import Document, Place, Reason, Unread
from juesuan.errors import LimitExceeded, UnreadableSource
from juesuan.readers.flow import Flow, Span
from juesuan.readers.numbering import chinese_shapes, in_chinese
from juesuan.readers.ornaments import shows_words

_REMEDY = "open it and save it again as .docx or PDF"
_FEWEST_OWN = 4  # cells with words beside nested tables that make the outer table one of data
Shapes = frozenset[str]


def load_word(data: bytes, source: Path, digest: str) -> Document:
    """The document in a .docx, .doc, .wps, .rtf or .odt file; raises `UnreadableSource` or `LimitExceeded`."""
    try:
        found = anydoc.to_document(data)
    except anydoc.EncryptedError as error:
        raise UnreadableSource(source, "is protected by a password", "save it without one") from error
    except anydoc.ResourceLimitError as error:
        raise LimitExceeded(source, f"is larger than can be read ({error.limit})", _REMEDY) from error
    except anydoc.ConvertError as error:
        raise UnreadableSource(source, "is a Word file that cannot be read", _REMEDY) from error
    flow = Flow()
    shapes = chinese_shapes(data)
    _add(flow, found.blocks, shapes)
    for note in found.notes:
        _add(flow, note.blocks, shapes)
    pictures = [asset.data for asset in found.assets if asset.media_type.startswith("image/")]
    shown = [number for number, picture in enumerate(pictures, 1) if shows_words(picture)]
    flow.unread += [Unread(Place(), Reason.PICTURE, f"第{number}幅图") for number in shown]
    if not flow.lines and not flow.grids:
        raise UnreadableSource(source, "is a Word file without words", "are its pages pictures?")
    return flow.document(source.name, digest)


def _add(flow: Flow, blocks: Iterable[anydoc.Block], shapes: Shapes) -> None:
    for block in blocks:
        if block.table is not None:
            _add_table(flow, block.table, shapes)
        elif block.list is not None:
            for ordinal, item in enumerate(block.list.items, block.list.start):
                _add_item(flow, item, in_chinese(_ordinal(block.list, item, ordinal), shapes), shapes)
        elif block.blocks is not None:
            _add(flow, block.blocks, shapes)
        else:
            flow.line(_words(block))


def _add_item(flow: Flow, item: anydoc.ListItem, ordinal: str, shapes: Shapes) -> None:
    """An item of a list with the number that the word processor gives it."""
    if item.blocks and item.blocks[0].content is not None:
        flow.line(ordinal + _words(item.blocks[0]))
        _add(flow, item.blocks[1:], shapes)
    else:
        _add(flow, item.blocks, shapes)


def _ordinal(found: anydoc.List, item: anydoc.ListItem, ordinal: int) -> str:
    if item.marker_label:
        return item.marker_label
    return f"{ordinal}." if found.marker == "decimal" else ""


def _add_table(flow: Flow, table: anydoc.Table, shapes: Shapes) -> None:
    """A table; what only arranges the page, or holds other tables, is gone through cell by cell."""
    cells = [slot.cell for row in table.grid for slot in row if slot.cell is not None]
    nesting = [cell for cell in cells if any(block.table is not None for block in cell.blocks)]
    own = sum(bool(_text(cell, shapes)) for cell in cells if cell not in nesting)
    if table.kind == "layout" or (nesting and own < _FEWEST_OWN):
        for cell in cells:
            _add(flow, cell.blocks, shapes)
        return
    flow.table([list(_spans(row, shapes)) for row in table.grid])


def _spans(row: Iterable[anydoc.CellSlot], shapes: Shapes) -> Iterator[Span]:
    for slot in row:
        if slot.cell is not None:
            yield Span(_text(slot.cell, shapes), slot.cell.col_span, slot.cell.row_span)


def _text(cell: anydoc.Cell, shapes: Shapes) -> str:
    inner = Flow()
    _add(inner, cell.blocks, shapes)
    rows = [text for grid in inner.grids for row in grid.texts() for text in row]
    return "\n".join([*(line.text for line in inner.lines), *filter(None, rows)])


def _words(block: anydoc.Block) -> str:
    return block.text or "".join(map(_inline, block.content or ()))


def _inline(part: anydoc.Inline) -> str:
    if part.kind == "line_break":
        return "\n"
    if part.kind == "link":
        return "".join(map(_inline, part.content or ()))
    return part.text or ""
