"""Damaged inputs, each from a number: the same number gives the same bytes."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import cache

from corpus import typeset_pdf, typeset_text
from corpus.dialect import DIALECTS
from corpus.manuscript import Manuscript
from corpus.publish import made

TextDamage = Callable[[str, random.Random], str]
BytesDamage = Callable[[bytes, random.Random], bytes]
SEEDS = (18, 40, 36, 77, 22, 31, 116, 118)  # the first two are PDFs
FORMS = (("01", "05", "06", "09"), ("03", "04", "05", "10"), ("02", "07", "08", "09", "11"))


@cache
def originals() -> tuple[tuple[str, bytes], ...]:
    """Disclosures to damage: suffix and bytes, small ones of several dialects."""
    found = []
    for number, seed in enumerate(SEEDS):
        dialect = DIALECTS[seed % len(DIALECTS)]
        manuscript = _shortened(made(seed, dialect), FORMS[number % len(FORMS)])
        if dialect.medium == "pdf":
            found.append((".pdf", typeset_pdf.typeset(manuscript, dialect)))
        else:
            found.append((".txt", typeset_text.typeset(manuscript, dialect).encode()))
    return tuple(found)


def _shortened(manuscript: Manuscript, forms: tuple[str, ...]) -> Manuscript:
    """A disclosure of a few forms and one self-evaluation, which takes a fraction of the time to read."""
    keys = {block.key for block in manuscript.blocks}
    for key in sorted(keys):
        kind, _, number = key.partition("/")
        is_other_form = kind == "form" and number[:2] not in forms
        if is_other_form or (kind in ("report", "evaluation") and number not in ("0", "overall")):
            manuscript = manuscript.without(key)
    return manuscript


def damaged(number: int) -> tuple[str, bytes]:
    """Suffix and bytes of one damaged input."""
    rng = random.Random(number)
    suffix, original = originals()[number % len(SEEDS)]
    for _ in range(rng.choice((1, 1, 2, 3))):
        if suffix == ".pdf":
            original = rng.choice(PDF_DAMAGES)(original, rng)
        elif rng.random() < 0.25:
            original = rng.choice(BYTE_DAMAGES)(original, rng)
        else:
            text = original.decode("utf-8", "surrogateescape")
            original = rng.choice(TEXT_DAMAGES)(text, rng).encode("utf-8", "surrogateescape")
    return (rng.choice((".pdf", ".txt")) if rng.random() < 0.02 else suffix), original


def truncated(data: bytes, rng: random.Random) -> bytes:
    return data[: rng.randrange(len(data) + 1)]


def flipped(data: bytes, rng: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.choice((1, 5, 50, 500)) if changed else 0):
        changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def torn(data: bytes, rng: random.Random) -> bytes:
    """A piece cut out of the middle."""
    start = rng.randrange(len(data) + 1)
    return data[:start] + data[start + rng.randrange(1, 4000) :]


def repeated(data: bytes, rng: random.Random) -> bytes:
    """A piece said twice."""
    start = rng.randrange(len(data) + 1)
    piece = data[start : start + rng.randrange(1, 20000)]
    return data[:start] + piece + data[start:]


def swapped_objects(data: bytes, rng: random.Random) -> bytes:
    """Two objects of a PDF exchanged under their numbers."""
    objects = list(re.finditer(rb"(?m)^(\d+) 0 obj$", data))
    if len(objects) < 2:
        return data
    one, two = rng.sample(objects, 2)
    marks = {one.start(): two[0], two.start(): one[0]}
    changed = bytearray(data)
    for start in sorted(marks, reverse=True):
        match = one if start == one.start() else two
        changed[start : match.end()] = marks[start]
    return bytes(changed)


def wrong_numbers(data: bytes, rng: random.Random) -> bytes:
    """Some numbers of a PDF's structure replaced by others, huge and negative ones too."""
    numbers = list(re.finditer(rb"(?<=[ \[])\d{1,6}(?=[ \]/\n])", data))
    changed = bytearray(data)
    for match in sorted(rng.sample(numbers, min(len(numbers), 4)), key=lambda m: -m.start()):
        changed[match.start() : match.end()] = rng.choice((b"0", b"-1", b"99999999999999", b"7", b"1e99"))
    return bytes(changed)


def emptied_cells(text: str, rng: random.Random) -> str:
    return re.sub(r"[\d,.]+", lambda match: match[0] if rng.random() < 0.8 else "", text)


def shuffled_lines(text: str, rng: random.Random) -> str:
    lines = text.split("\n")
    start = rng.randrange(len(lines))
    piece = lines[start : start + rng.randrange(2, 200)]
    rng.shuffle(piece)
    lines[start : start + len(piece)] = piece
    return "\n".join(lines)


def joined_lines(text: str, rng: random.Random) -> str:
    return "".join(line if rng.random() < 0.2 else line + "\n" for line in text.split("\n"))


def huge_numbers(text: str, rng: random.Random) -> str:
    big = rng.choice(("9" * 400, "1" + "0" * 60 + ".00", "9,999,999,999,999,999.99", "0." + "3" * 300, "-" * 50 + "5"))
    return re.sub(r"\d[\d,]*\.\d\d", lambda match: big if rng.random() < 0.05 else match[0], text)


def deep_nesting(text: str, rng: random.Random) -> str:
    depth = rng.choice((50, 2000, 20000))
    opening, closing = rng.choice((("（", "）"), ("<b>", "</b>"), ("#", ""), ("“", "”"), ("| ", " |")))
    place = rng.randrange(len(text) + 1)
    return text[:place] + opening * depth + "其中" + closing * depth + text[place:]


def wide_rows(text: str, rng: random.Random) -> str:
    separator = rng.choice(("\t", " | ", " "))
    row = separator.join(rng.choice(("合计", "1.00", "201", "")) for _ in range(5000))
    place = text.find("\n", rng.randrange(len(text) + 1)) + 1
    return f"{text[:place]}{row}\n{text[place:]}"


def strange_characters(text: str, rng: random.Random) -> str:
    strange = "\x00\x0b\x1a\u200b\u202e\ufeff\u2028\U0001f600\u3000٣²⅓"
    return "".join(c + rng.choice(strange) if rng.random() < 0.003 else c for c in text)


def mixed_encodings(data: bytes, rng: random.Random) -> bytes:
    text = data.decode("utf-8", "replace")
    cut = rng.randrange(len(text) + 1)
    coder = rng.choice(("gb18030", "utf-16", "utf-16-be", "big5", "utf-8-sig", "utf-7"))
    return text[:cut].encode(coder, "replace") + text[cut:].encode("utf-8", "replace")


BYTE_DAMAGES: tuple[BytesDamage, ...] = (truncated, flipped, torn, repeated, mixed_encodings)
PDF_DAMAGES: tuple[BytesDamage, ...] = (truncated, flipped, torn, repeated, swapped_objects, wrong_numbers)
TEXT_DAMAGES: tuple[TextDamage, ...] = (
    emptied_cells,
    shuffled_lines,
    joined_lines,
    huge_numbers,
    deep_nesting,
    wide_rows,
    strange_characters,
)
