"""From the document and its outline to everything the prose states."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from juesuan.document import Document
from juesuan.records import Section, Statement
from juesuan.statements.headings import read_heading
from juesuan.statements.passages import Passage, Piece, passages
from juesuan.statements.prose_reader import ProseReader
from juesuan.statements.topics import FORM

_SILENT = (FORM, "terms")
_YEAR = re.compile(r"(20\d\d)\s*年度")


def extract(
    document: Document, sections: Sequence[Section], skip_lines: frozenset[int] = frozenset(), year: str = ""
) -> tuple[Statement, ...]:
    """All that the sections state, in the order of the text.

    `skip_lines` are the lines that tables have claimed, `year` is the year of the accounts (where
    not given, the one most often called 年度). Forms and the explanation of terms state nothing.
    """
    narrator = ProseReader(document, year or _year(document))
    for section, spoken in told(document, sections, skip_lines):
        narrator.enter(section)
        for passage in spoken:
            narrator.read(passage)
    return tuple(narrator.recorder.settled())


def told(
    document: Document, sections: Sequence[Section], skip_lines: frozenset[int]
) -> Iterator[tuple[Section, Iterator[Passage]]]:
    """Every section that speaks, with the passages that stand in it and in no subsection."""
    for section, first, last in _stretches(sections):
        if section.topic in _SILENT:
            continue
        yield section, passages(_pieces(document, section, first, last, skip_lines))


def _stretches(sections: Sequence[Section]) -> Iterator[tuple[Section, int, int]]:
    """Each section with the paragraphs from its heading to the next heading of whatever rank."""
    ends = [*(section.first for section in sections[1:]), None]
    for section, end in zip(sections, ends, strict=False):
        yield section, section.first, section.last if end is None else end - 1


def _pieces(document: Document, section: Section, first: int, last: int, skip_lines: frozenset[int]) -> Iterator[Piece]:
    for index in range(first, last + 1):
        paragraph = document.paragraphs[index]
        if not skip_lines.isdisjoint(range(paragraph.first, paragraph.last + 1)):
            continue
        start = 0
        if index == section.first:
            heading = read_heading(paragraph.text, bool(section.project)) if section.level else None
            start = len(paragraph.text) if heading is None else heading.tail
        if paragraph.text[start:].strip():
            yield Piece(index, start, paragraph.text[start:])


def _year(document: Document) -> str:
    """The year the document most often calls 年度; "" without one."""
    years = Counter(year for paragraph in document.paragraphs for year in _YEAR.findall(paragraph.text))
    return years.most_common(1)[0][0] if years else ""
