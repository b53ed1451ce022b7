"""What a finding shows of the source: pictures of the page, or the quoted words with the figure marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from juesuan.checks import Evidence, Figure
from juesuan.document import Place
from juesuan.findings import Finding, Language
from juesuan.presentation.labels import label
from juesuan.presentation.marking import occurrences
from juesuan.presentation.pictures import Picture, Pictures, Spot
from juesuan.presentation.words import FORMS, choose
from juesuan.privacy import mask

Cells = Mapping[Place, str]

FORMULA = re.compile(r"（([^（）]*\d[^（）]*)）")  # how a computed side was computed
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
AROUND = 90  # characters of a long quotation kept on either side of what is marked


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of the source with what matters marked, and where they stand."""

    words: Markup
    where: str


@dataclass(frozen=True, slots=True)
class Shown:
    """All evidence of one finding, ready for a template; quotations are folded away behind pictures."""

    pictures: tuple[Picture, ...]
    quotations: tuple[Quotation, ...]


def shown(finding: Finding, pictures: Pictures, cells: Cells, language: Language) -> Shown:
    """Each place once: quoted always, and pictured where the source is a PDF."""
    said = _displays(finding)
    quotations = {
        (item.quote, place(item, language)): Quotation(
            marked(item.quote, [cells[item.place]] if item.place in cells else said), place(item, language)
        )
        for item in finding.evidence
    }
    return Shown(tuple(pictures.of(_spots(finding, said))), tuple(quotations.values()))


def _spots(finding: Finding, said: Sequence[str]) -> Iterator[Spot]:
    """A cell as it is; of running text the words that matter."""
    for item in finding.evidence:
        if item.place.page is not None and item.place.box is not None:
            quote = "" if item.form and item.column else item.quote
            yield Spot(item.place.page, item.place.box, quote, tuple(said))


def place(evidence: Evidence, language: Language) -> str:
    """Where it stands, in words: page or line, form, row and column."""
    parts: list[str] = []
    if evidence.place.page is not None:
        parts.append(label("page", language, number=evidence.place.page))
    if evidence.place.sheet is not None:
        parts.append(label("sheet", language, place=str(evidence.place).removeprefix("sheet ")))
    elif evidence.place.table is not None:
        parts.append(label("table_row", language, number=evidence.place.table, row=evidence.place.row))
    elif evidence.place.line is not None:
        parts.append(label("line", language, number=evidence.place.line))
    if evidence.form:
        name = choose(FORMS.get(evidence.form, ("", "")), language)
        parts.append(label("form", language, number=evidence.form, name=name).strip())
    if evidence.row:
        parts.append(label("row", language, row=mask(evidence.row)))
    if evidence.column:
        parts.append(label("column", language, column=mask(evidence.column.replace("\n", ""))))
    return " · ".join(parts)


def marked(quote: str, displays: Iterable[str]) -> Markup:
    """A quotation with these displays marked, personal data masked, and long ends cut with an ellipsis."""
    text = mask(quote)
    spans = occurrences(text, displays)
    start, end = _excerpt(text, spans)
    pieces = [Markup("…") if start > 0 else Markup("")]
    position = start
    for first, last in spans:
        if first >= position and last <= end:
            pieces += [escape(text[position:first]), Markup("<mark>{}</mark>").format(text[first:last])]
            position = last
    pieces += [escape(text[position:end]), Markup("…") if end < len(text) else Markup("")]
    return Markup("").join(pieces)


def _displays(finding: Finding) -> list[str]:
    """What is to be marked: the figures of both sides and their parts, or the words of a finding without figures."""
    sides: list[Figure] = [side for side in (finding.left, finding.right) if side is not None]
    figures = [side.amount.displayed for side in sides if side.amount is not None]
    figures += [part for side in sides for formula in FORMULA.findall(side.label) for part in NUMBER.findall(formula)]
    return figures or [words for said in (finding.stated, finding.expected) for words in _found_of(said, finding)]


def _found_of(said: str, finding: Finding) -> list[str]:
    """The words as they are where the source has them so, else the numbers in them."""
    if said and any(said in item.quote for item in finding.evidence):
        return [said]
    return NUMBER.findall(said)


def _excerpt(text: str, spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The part of a long text that holds what is marked, else its beginning."""
    if len(text) <= 3 * AROUND:
        return 0, len(text)
    if not spans:
        return 0, 3 * AROUND
    start, end = max(0, spans[0][0] - AROUND), min(len(text), spans[-1][1] + AROUND)
    return (start if start > AROUND / 3 else 0), (end if end < len(text) - AROUND / 3 else len(text))
