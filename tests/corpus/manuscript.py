"""A disclosure before it is typeset: blocks whose figures and words can be asked for by key.

What a document states is changed here, in one place for all layouts, so that a planted error
is the same error in a ruled PDF and in a raw text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Claim:
    """What a figure in prose says, in the words of `juesuan.records.Statement`."""

    topic: str
    subject: str
    measure: str
    direction: str = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """One figure or word with a key; `unit` is printed behind the text."""

    key: str
    text: str
    unit: str = ""
    claim: Claim | None = None


Piece = str | Slot


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text. `style` is part, section, subsection, item, body, title, caption or note."""

    key: str
    style: str
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return "".join(piece if isinstance(piece, str) else piece.text + piece.unit for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; `columns` and `rows` say over how many places it reaches."""

    text: str = ""
    key: str = ""
    columns: int = 1
    rows: int = 1
    figure: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table: rows of cells on a grid, the first `headings` rows repeat on a new page.

    A cell that reaches further leaves the places it covers out, as in HTML. `widths` are
    relative. `form` is the two-digit number of a statutory form or "".
    """

    key: str
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    headings: int = 0
    form: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class NewPage:
    """A page break; `wide` turns the pages that follow to landscape."""

    key: str = ""
    wide: bool = False


Block = Words | Table | NewPage


@dataclass(frozen=True, slots=True)
class Manuscript:
    """All blocks of one disclosure in reading order."""

    name: str
    blocks: tuple[Block, ...]

    def slots(self) -> Iterator[Slot]:
        """Every keyed figure and word of the prose."""
        for block in self.blocks:
            if isinstance(block, Words):
                yield from (piece for piece in block.pieces if isinstance(piece, Slot))

    def cells(self) -> Iterator[tuple[Table, Cell]]:
        """Every keyed cell of the tables."""
        for block in self.blocks:
            if isinstance(block, Table):
                yield from ((block, cell) for row in block.rows for cell in row if cell.key)

    def texts(self) -> dict[str, str]:
        """The displayed text behind every key."""
        found = {slot.key: slot.text for slot in self.slots()}
        return found | {cell.key: cell.text for _, cell in self.cells()}

    def edited(self, texts: Mapping[str, str]) -> Manuscript:
        """The same disclosure with other texts at these keys; raises KeyError for an unknown key."""
        unknown = texts.keys() - self.texts().keys()
        if unknown:
            raise KeyError(f"{self.name} has no {sorted(unknown)}")
        return self.mapped(lambda block: _edited(block, texts))

    def mapped(self, change: Callable[[Block], Block | None]) -> Manuscript:
        """Every block changed; None leaves a block out."""
        changed = (change(block) for block in self.blocks)
        return replace(self, blocks=tuple(block for block in changed if block is not None))

    def without(self, key: str) -> Manuscript:
        """The same disclosure without the blocks of this key and of keys below it."""
        return self.mapped(lambda block: None if (block.key + "/").startswith(key + "/") else block)

    def appended(self, key: str, tail: str) -> Manuscript:
        """The same disclosure with words added at the end of the last line of this key.

        Raises LookupError where there is none.
        """
        places = [i for i, block in enumerate(self.blocks) if isinstance(block, Words) and block.key == key]
        if not places:
            raise LookupError(f"{self.name} has no {key}")
        blocks = list(self.blocks)
        last = blocks[places[-1]]
        assert isinstance(last, Words)
        blocks[places[-1]] = replace(last, pieces=(*last.pieces, tail))
        return replace(self, blocks=tuple(blocks))

    def reworded(self, key: str, find: str, put: str) -> Manuscript:
        """The same disclosure with `find` replaced once, in the first line of this key that holds it.

        Raises KeyError where no line does, ValueError where the words cut a figure in two.
        """
        for position, block in enumerate(self.blocks):
            if isinstance(block, Words) and block.key == key and find in block.text:
                blocks = list(self.blocks)
                blocks[position] = replace(block, pieces=_reworded(block, find, put))
                return replace(self, blocks=tuple(blocks))
        raise KeyError(f"{self.name}: no line of {key} says {find}")


def _edited(block: Block, texts: Mapping[str, str]) -> Block:
    if isinstance(block, Words):
        pieces = tuple(
            replace(piece, text=texts[piece.key]) if isinstance(piece, Slot) and piece.key in texts else piece
            for piece in block.pieces
        )
        return replace(block, pieces=pieces)
    if isinstance(block, Table):
        rows = tuple(
            tuple(replace(cell, text=texts[cell.key]) if cell.key in texts else cell for cell in row)
            for row in block.rows
        )
        return replace(block, rows=rows)
    return block


def _reworded(words: Words, find: str, put: str) -> tuple[Piece, ...]:
    start = words.text.index(find)
    end = start + len(find)
    pieces: list[Piece] = []
    offset, placed = 0, False
    for piece in words.pieces:
        text = piece if isinstance(piece, str) else piece.text + piece.unit
        first, last = offset, offset + len(text)
        offset = last
        if last <= start or first >= end:
            if first >= end and not placed:
                pieces.append(put)
                placed = True
            pieces.append(piece)
            continue
        inside = first >= start and last <= end
        if not isinstance(piece, str) and not inside:
            raise ValueError(f"{find} cuts the figure {text}")
        kept = text[: max(start - first, 0)]
        pieces.append(kept)
        if not placed:
            pieces.append(put)
            placed = True
        pieces.append(text[max(end - first, 0) :] if last > end else "")
    if not placed:
        pieces.append(put)
    return tuple(piece for piece in pieces if piece != "")
