"""What a finding shows of the source: pictures of the page, or the quoted words with the figure marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from juesuan.checks import Evidence
from juesuan.findings import Finding, Language, Weight
from juesuan.marking import occurrences
from juesuan.presentation.labels import label
from juesuan.presentation.marks import Marks, Stretch
from juesuan.presentation.pictures import Picture, Pictures, Spot
from juesuan.presentation.words import form_title
from juesuan.privacy import mask

AROUND = 90  # characters of a long quotation kept on either side of what is marked


MOST_CELLS = 8  # of a row that is shown as a table
MOST_PICTURES = 3  # of an error, one of anything else; all places are quoted
MOST_COLUMNS = 3  # named behind a quotation


@dataclass(frozen=True, slots=True)
class RowCell:
    """One cell of a form's row, with its heading."""

    heading: str
    text: str
    is_meant: bool


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of the source with what matters marked, and where they stand.

    `cells` are those of a form's row where no picture can show which one is meant.
    """

    words: Markup
    where: str
    cells: tuple[RowCell, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """All evidence of one finding, ready for a template; quotations are folded away behind pictures."""

    pictures: tuple[Picture, ...]
    quotations: tuple[Quotation, ...]


def shown(finding: Finding, pictures: Pictures, marks: Marks, language: Language) -> Shown:
    """Each place once: quoted always, and pictured where the source is a PDF."""
    together: dict[tuple[str, str], list[Evidence]] = {}
    for item in finding.evidence:
        together.setdefault((item.quote, position(item, language)), []).append(item)
    quotations = tuple(_quotation(items, finding, marks, language) for items in together.values())
    most = MOST_PICTURES if finding.severity is Weight.ERROR else 1
    return Shown(tuple(pictures.of(_spots(finding, marks), most)), quotations)


def _quotation(items: Sequence[Evidence], finding: Finding, marks: Marks, language: Language) -> Quotation:
    """Words quoted once with everything in them that is meant."""
    meant = {stretch for item in items for stretch in marks.of(item, finding)}
    return Quotation(_marked(items[0].quote, sorted(meant)), _where(items, language), _cells(items, marks))


def _cells(items: Sequence[Evidence], marks: Marks) -> tuple[RowCell, ...]:
    row = next(filter(None, map(marks.row, items)), []) if items[0].place.page is None else []
    if not 1 < len(row) <= MOST_CELLS:
        return ()
    meant = {(item.place, item.column) for item in items}
    return tuple(
        RowCell(fact.column.replace("\n", ""), fact.amount.displayed, (fact.place, fact.column) in meant)
        for fact in row
    )


def _spots(finding: Finding, marks: Marks) -> Iterator[Spot]:
    for item in finding.evidence:
        if item.place.page is not None and item.place.box is not None:
            meant = tuple(marks.of(item, finding))
            yield Spot(item.place.page, item.place.box, item.quote, meant, item.place.file or 0)


def place(evidence: Evidence, language: Language) -> str:
    """Where it stands, in words: page or line, form, row and column."""
    return _where([evidence], language)


def _where(items: Sequence[Evidence], language: Language) -> str:
    """The one line or row in which all of these stand, and the columns."""
    parts = [position(items[0], language)]
    parts += [form_title(form, language) for form in dict.fromkeys(item.form for item in items) if form]
    parts += [label("row", language, row=mask(row)) for row in dict.fromkeys(item.row for item in items) if row]
    columns = dict.fromkeys(mask(item.column.replace("\n", "")) for item in items if item.column)
    parts += [label("column", language, column=column) for column in list(columns)[:MOST_COLUMNS]]
    return " · ".join(filter(None, parts)) + ("…" if len(columns) > MOST_COLUMNS else "")


def position(evidence: Evidence, language: Language) -> str:
    """Page, line, or the cell of an office file; the document before it where there are several."""
    where = evidence.place
    if evidence.document:
        return f"{mask(evidence.document)} {position(replace(evidence, document=''), language)}".strip()
    if where.file is not None:
        within = position(replace(evidence, place=replace(where, file=None)), language)
        return label("in_file", language, number=where.file, place=within)
    if where.page is not None:
        return label("page", language, number=where.page)
    if where.sheet is not None:
        return label("sheet", language, place=str(where).removeprefix("sheet "))
    if where.table is not None:
        return label("table_row", language, number=where.table, row=where.row)
    return "" if where.line is None else label("line", language, number=where.line)


def marked(quote: str, displays: Sequence[str]) -> Markup:
    """A quotation with these displays marked, personal data masked, and long ends cut with an ellipsis."""
    return _marked(quote, occurrences(quote, displays))


def _marked(quote: str, spans: Sequence[Stretch]) -> Markup:
    text = mask(quote)
    start, end = _excerpt(text, spans)
    pieces = [Markup("…") if start > 0 else Markup("")]
    position = start
    for first, last in spans:
        if first >= position and last <= end:
            pieces += [escape(text[position:first]), Markup("<mark>{}</mark>").format(text[first:last])]
            position = last
    pieces += [escape(text[position:end]), Markup("…") if end < len(text) else Markup("")]
    return Markup("").join(pieces)


def _excerpt(text: str, spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The part of a long text that holds what is marked, else its beginning."""
    if len(text) <= 3 * AROUND:
        return 0, len(text)
    if not spans:
        return 0, 3 * AROUND
    start, end = max(0, spans[0][0] - AROUND), min(len(text), spans[-1][1] + AROUND)
    return (start if start > AROUND / 3 else 0), (end if end < len(text) - AROUND / 3 else len(text))
