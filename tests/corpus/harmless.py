"""Changes that alter no figure and no claim: an audit must find in them what it finds without them."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from corpus import typeset_text
from corpus.dialect import Dialect
from corpus.manuscript import Block, Manuscript, NewPage, Slot, Table, Words
from corpus.plant import shown, value
from corpus.publish import publish
from corpus.typeset_text import broken

Change = Callable[[Manuscript, Dialect, random.Random], Manuscript]
Bytes = Callable[[str], bytes]
DIGIT = re.compile(r"\d")
TO_HALF = str.maketrans("（），：；", "(),:;")
PAGE = 38  # lines
ROW_SIGNS = frozenset("\t|#")
TO_FULL_DIGITS = str.maketrans("0123456789.", "０１２３４５６７８９．")


@dataclass(frozen=True, slots=True)
class Harmless:
    """A change of the manuscript, or of the bytes of a text, that means nothing."""

    name: str
    change: Change | None = None
    encode: Bytes | None = None

    def publish(self, manuscript: Manuscript, dialect: Dialect, folder: Path, rng: random.Random) -> Path:
        """The changed disclosure's file; raises LookupError where the change is not for this medium."""
        if self.change is not None:
            return publish(self.change(manuscript, dialect, rng), dialect, folder)
        if dialect.medium == "pdf" or self.encode is None:
            raise LookupError(self.name)
        path = folder / f"{manuscript.name}.txt"
        path.write_bytes(self.encode(typeset_text.typeset(manuscript, dialect)))
        return path


def ungrouped(manuscript: Manuscript, dialect: Dialect, rng: random.Random) -> Manuscript:
    """Thousands separators taken out of the forms."""
    return _cells(manuscript, lambda text: text.replace(",", ""))


def grouped(manuscript: Manuscript, dialect: Dialect, rng: random.Random) -> Manuscript:
    """Thousands separators put into the prose."""
    return _slots(manuscript, lambda slot: _grouped(slot.text) if "元" in slot.unit else slot.text)


def half_width(manuscript: Manuscript, dialect: Dialect, rng: random.Random) -> Manuscript:
    """Brackets, commas and colons of the prose in half width."""
    return _prose(manuscript, lambda text: text.translate(TO_HALF))


def spaced(manuscript: Manuscript, dialect: Dialect, rng: random.Random) -> Manuscript:
    """A space before and after every figure of the prose, as conversions leave it."""
    return _slots(manuscript, lambda slot: f" {slot.text} " if DIGIT.search(slot.text) else slot.text)


def full_width_digits(manuscript: Manuscript, dialect: Dialect, rng: random.Random) -> Manuscript:
    """The figures of one sentence in full-width digits."""
    keys = [slot.key for slot in manuscript.slots() if slot.claim and DIGIT.search(slot.text)]
    chosen = rng.choice(keys)
    return manuscript.edited({chosen: manuscript.texts()[chosen].translate(TO_FULL_DIGITS)})


def other_zero(manuscript: Manuscript, dialect: Dialect, rng: random.Random) -> Manuscript:
    """Cells of nothing shown in another way."""
    sign = rng.choice([sign for sign in ("0.00", "—", "-") if sign != dialect.zero])
    blanks = {"", "0.00", "—", "-"}
    kept = {table.key for table, _ in manuscript.cells() if not any(c.figure and c.text for r in table.rows for c in r)}

    def change(block: Block) -> Block:
        if not isinstance(block, Table) or not block.form or block.unit == "count" or block.key in kept:
            return block
        rows = tuple(
            tuple(replace(cell, text=sign) if cell.figure and cell.text in blanks else cell for cell in row)
            for row in block.rows
        )
        return replace(block, rows=rows)

    return manuscript.mapped(change)


def sections_exchanged(manuscript: Manuscript, dialect: Dialect, rng: random.Random) -> Manuscript:
    """Procurement and assets in the other order, each under the other's number."""
    keys = ("prose/procurement", "prose/assets")
    parts = [[block for block in manuscript.blocks if block.key == key] for key in keys]
    places = [i for i, block in enumerate(manuscript.blocks) if block.key in keys]
    if not all(parts) or places[-1] - places[0] + 1 != len(places):
        raise LookupError("the two sections are not neighbours")
    first, second = (part[0] for part in parts)
    assert isinstance(first, Words) and isinstance(second, Words)
    renumbered = [[_numbered(second, first), *parts[1][1:]], [_numbered(first, second), *parts[0][1:]]]
    blocks = [*manuscript.blocks[: places[0]], *renumbered[0], *renumbered[1], *manuscript.blocks[places[-1] + 1 :]]
    return replace(manuscript, blocks=tuple(blocks))


def forms_exchanged(manuscript: Manuscript, dialect: Dialect, rng: random.Random) -> Manuscript:
    """Two forms in the other order."""
    pages = [i for i, block in enumerate(manuscript.blocks) if isinstance(block, NewPage)]
    firsts = [i for i in pages if manuscript.blocks[i].key.startswith("form/")]
    ends = [*firsts[1:], next(i for i in pages if i > firsts[-1])]
    at = rng.randrange(len(firsts) - 1)
    one, two = manuscript.blocks[firsts[at] : ends[at]], manuscript.blocks[firsts[at + 1] : ends[at + 1]]
    blocks = (*manuscript.blocks[: firsts[at]], *two, *one, *manuscript.blocks[ends[at + 1] :])
    return replace(manuscript, blocks=blocks)


def last_digit(manuscript: Manuscript, dialect: Dialect, rng: random.Random) -> Manuscript:
    """One part of a sum in form 06 a unit of its last place higher, as rounding may show it."""
    texts = manuscript.texts()
    keys = [key for key in texts if key.startswith("06/302") and len(key.split("/")[1]) == 5 and value(texts[key])]
    if not keys or dialect.unit == "元":
        raise LookupError("no rounded part")
    key = rng.choice(keys)
    return manuscript.edited({key: shown(value(texts[key]) + Decimal("0.01"), "0.00")})


def untrimmed(manuscript: Manuscript, dialect: Dialect, rng: random.Random) -> Manuscript:
    """One decimal place where the prose has a zero at the end."""
    return _slots(
        manuscript,
        lambda slot: slot.text[:-1] if slot.unit.strip() == "万元" and re.search(r"\.\d0$", slot.text) else slot.text,
    )


def marked(text: str) -> bytes:
    """UTF-8 with a byte-order mark and the line ends of Windows."""
    return b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()


def gb18030(text: str) -> bytes:
    return text.encode("gb18030")


def emphasised(text: str) -> bytes:
    """Markup that conversions leave: bold totals and paragraphs."""
    return re.sub(r"^(合计)", r"**\1**", text, flags=re.MULTILINE).replace("总计\t", "<b>总计</b>\t").encode()


def paged(text: str) -> bytes:
    """Bare page numbers between the lines, in tables and sentences too."""
    lines = text.split("\n")
    pages = ["\n".join(lines[start : start + PAGE]) for start in range(0, len(lines), PAGE)]
    return "".join(f"{page}\n{number}\n" for number, page in enumerate(pages, 1)).encode()


def wrapped(text: str) -> bytes:
    """Prose in lines as wide as a page."""
    lines = text.split("\n")
    parts = [broken(line) if "。" in line and not set(line) & ROW_SIGNS else [line] for line in lines]
    return "\n".join("\n".join(part) for part in parts).encode()


HARMLESS = (
    Harmless("forms without separators", ungrouped),
    Harmless("prose with separators", grouped),
    Harmless("half-width punctuation", half_width),
    Harmless("spaces around figures", spaced),
    Harmless("full-width digits", full_width_digits),
    Harmless("another sign for nothing", other_zero),
    Harmless("sections exchanged", sections_exchanged),
    Harmless("forms exchanged", forms_exchanged),
    Harmless("last digit", last_digit),
    Harmless("zeros at the end dropped", untrimmed),
    Harmless("byte-order mark and CRLF", encode=marked),
    Harmless("GB18030", encode=gb18030),
    Harmless("bold totals", encode=emphasised),
    Harmless("page numbers", encode=paged),
    Harmless("wrapped prose", encode=wrapped),
)


def _cells(manuscript: Manuscript, change: Callable[[str], str]) -> Manuscript:
    return manuscript.edited(
        {cell.key: change(cell.text) for table, cell in manuscript.cells() if table.form and cell.figure}
    )


def _slots(manuscript: Manuscript, change: Callable[[Slot], str]) -> Manuscript:
    return manuscript.edited({slot.key: change(slot) for slot in manuscript.slots()})


def _prose(manuscript: Manuscript, change: Callable[[str], str]) -> Manuscript:
    def changed(block: Block) -> Block:
        if not isinstance(block, Words) or not block.key.startswith("prose/") or block.style != "body":
            return block
        return replace(block, pieces=tuple(change(p) if isinstance(p, str) else p for p in block.pieces))

    return manuscript.mapped(changed)


def _grouped(text: str) -> str:
    return f"{Decimal(text):,}" if re.fullmatch(r"\d+(\.\d+)?", text) else text


def _numbered(words: Words, like: Words) -> Words:
    """A heading under the ordinal of another one."""
    title = words.text.split("、", 1)[1]
    return replace(words, pieces=(f"{like.text.split('、', 1)[0]}、{title}",))
