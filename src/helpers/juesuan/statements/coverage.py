"""How much of what the prose says in numerals has become statements."""

from __future__ import annotations

from collections.abc import Sequence

from juesuan.document import Document
from juesuan.records import Coverage, Measure, Section, Statement
from juesuan.statements.extraction import told


def coverage(
    document: Document,
    sections: Sequence[Section],
    statements: Sequence[Statement],
    skip_lines: frozenset[int] = frozenset(),
) -> tuple[Coverage, ...]:
    """For each first-rank section and each report: its numerals, and those understood.

    Dates, document numbers, ordinals, codes, addresses and names are no numerals here (see
    `juesuan.statements.aside`). A statement of measure OTHER understands nothing.
    """
    understood = {(said.paragraph, said.offset) for said in statements if said.measure is not Measure.OTHER}
    counts: dict[str, list[int]] = {}
    for section, spoken in told(document, sections, skip_lines):
        places = [
            passage.locate(numeral.start)
            for passage in spoken
            for numeral in passage.numerals
            if numeral.amount is not None
        ]
        if places:
            count = counts.setdefault(_counted_under(section, sections), [0, 0])
            count[0] += len(places)
            count[1] += sum(place in understood for place in places)
    return tuple(Coverage(title, numerals, known) for title, (numerals, known) in counts.items())


def _counted_under(section: Section, sections: Sequence[Section]) -> str:
    """The title of the report, or of the first-rank section, that a section belongs to."""
    holders = [other for other in sections if other.first <= section.first <= other.last]
    reports = [other for other in holders if other.topic.startswith("report") and other.level == 0]
    firsts = [other for other in holders if other.level == 1]
    holder = (reports or firsts or holders)[0]
    named = reports and holder.project and holder.project not in holder.title
    return f"{holder.title}（{holder.project}）" if named else holder.title
