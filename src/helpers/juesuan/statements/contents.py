"""The table of contents: which titles it lists, and where the body begins after it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from juesuan.statements.headings import clean
from juesuan.statements.ordinals import read_ordinal

_CONTENTS = re.compile(r"^目\s*录\s*$")
_LEADER = re.compile(r"\s*(?:[.…·．]{2,}\s*|\s{2,}|\t)[-—]?\s*\d{1,3}\s*[-—]?$")
_LONGEST_TITLE = 70


def read_contents(texts: Sequence[str]) -> tuple[tuple[str, ...], int]:
    """The titles listed, as displayed without page numbers, and the index of the body's first line.

    Without a table of contents the titles are () and the body begins at 0.
    """
    start = _first(texts)
    if start is None:
        return (), 0
    entries: list[str] = []
    for index in range(start, len(texts)):
        text = _LEADER.sub("", clean(texts[index]))
        if entries and _repeats(text, entries):
            return tuple(entries), index
        if not text or _CONTENTS.match(text):
            continue
        if len(text) > _LONGEST_TITLE or text.endswith("。"):
            break
        if entries and read_ordinal(entries[-1]) and read_ordinal(text) is None and not text.startswith("附"):
            entries[-1] += text  # wrapped
        else:
            entries.append(text)
    return (), 0


def _first(texts: Sequence[str]) -> int | None:
    """Where the contents begin: at the word, or at the first part where parts are listed in a row."""
    for index, text in enumerate(texts[:60]):
        if _CONTENTS.match(clean(text)):
            return index
    firsts = [
        index
        for index, text in enumerate(texts)
        if (ordinal := read_ordinal(clean(text))) is not None and ordinal.level == 0 and ordinal.number == 1
    ]
    return firsts[0] if len(firsts) > 1 else None


def _repeats(text: str, entries: list[str]) -> bool:
    """Whether a line is one of the listed parts again, now as a heading of the body."""
    ordinal = read_ordinal(text)
    if ordinal is None or ordinal.level > 0:
        return _bare(text) == _bare(entries[0])
    listed = (read_ordinal(entry) for entry in entries)
    return any(known is not None and known.level == 0 and known.number == ordinal.number for known in listed)


def _bare(text: str) -> str:
    return re.sub(r"[\s：:、.．]", "", text)
