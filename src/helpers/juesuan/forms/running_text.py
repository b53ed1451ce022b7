"""Forms in running text, without a grid: where each stands, and its lines."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from juesuan.document import Document, Line
from juesuan.forms.catalogue import Layout, Spec
from juesuan.forms.draft import Draft, Row
from juesuan.forms.running_blocks import blocks_from_lines, public_from_lines, public_order
from juesuan.forms.running_rows import coded_from_lines, list_from_lines
from juesuan.forms.running_sides import halves_from_lines
from juesuan.forms.running_words import Body, figures_in
from juesuan.forms.surroundings import annex_above, is_note, notes_below, title_at
from juesuan.forms.text import flat
from juesuan.forms.titles import form_titled, is_head, read_head
from juesuan.forms.upright import in_rows

READERS: dict[Layout, Callable[[Body], list[Row]]] = {
    Layout.HALVES: halves_from_lines,
    Layout.CODED: coded_from_lines,
    Layout.BLOCKS: blocks_from_lines,
    Layout.PUBLIC: public_from_lines,
    Layout.LIST: list_from_lines,
}
COLUMNS: dict[Layout, tuple[str, ...]] = {
    Layout.HALVES: ("income", "expenditure"),
    Layout.BLOCKS: ("final",),
    Layout.PUBLIC: public_order("blocks"),
}
_PART = re.compile(r"^第[一二三四五六七八九十]+部分")
_SENTENCE = re.compile(r"[。；]")
_MAX_HEAD = 12
_MANY = 3


@dataclass(frozen=True, slots=True)
class _Region:
    """A form's first line, how many lines its title has, and where the next thing begins.

    `bounded` tells that this next thing is another form.
    """

    spec: Spec
    first: int
    title: int
    last: int
    bounded: bool


def drafts_from_lines(document: Document, known: list[Draft]) -> list[Draft]:
    """One draft for each form that stands in lines and not in a grid."""
    taken = {index for draft in known for index in draft.lines}
    seen = {draft.spec.number for draft in known}
    drafts: list[Draft] = []
    for region in _regions(document, taken):
        if region.spec.number in seen:
            continue
        draft = _draft(document, region)
        if draft:
            drafts.append(draft)
            seen.add(region.spec.number)
    return drafts


def _regions(document: Document, taken: set[int]) -> list[_Region]:
    titles = [
        (index, spec, count)
        for index in range(len(document.lines))
        if index not in taken and (found := title_at(document, index, len(document.lines)))
        for spec, count in [found]
    ]
    grids = [grid.order for grid in document.grids]
    regions: list[_Region] = []
    for (index, spec, count), after in zip(titles, [*titles[1:], None], strict=False):
        stops = [order for order in grids if order > index] + [len(document.lines)]
        end = min([*stops, after[0]] if after else stops)
        regions.append(_Region(spec, index, count, end, bounded=after is not None and end == after[0]))
    return regions


def _draft(document: Document, region: _Region) -> Draft | None:
    lines = document.lines[region.first : region.last]
    stop = next(
        (i for i, line in enumerate(lines) if i >= region.title and _ends_body(line, region.bounded)), len(lines)
    )
    start = region.title
    while start < min(stop, _MAX_HEAD) and is_head(lines[start].text):
        start += 1
    head = read_head([line.text for line in lines[:start]], region.spec)
    body = Body(region.spec, in_rows(lines[start:stop], region.spec), head.unit)
    rows = READERS[region.spec.layout](body)
    figures = sum(len(row.figures) + len(row.loose) for row in rows)
    if not (head.unit or head.label or figures >= _MANY) or not (rows or _names_columns(body)):
        return None
    columns = _columns(body)
    below = notes_below(document, region.first + stop, region.last, region.bounded)
    first = annex_above(document, region.first, 0)
    return Draft(
        spec=region.spec,
        head=replace(head, title=head.title or lines[0].text),
        columns=dict.fromkeys(columns, ""),
        rows=tuple(rows),
        place=lines[0].place,
        notes=tuple(document.lines[i].text for i in below),
        lines=(*range(first, region.first + stop), *below),
        unread=not figures and _shows_figures(body),
    )


def _columns(body: Body) -> tuple[str, ...]:
    if body.spec.layout is Layout.CODED:
        return body.order
    if body.spec.layout is Layout.HALVES and body.spec.orders:
        return ("income", *body.spec.orders[0])
    return COLUMNS.get(body.spec.layout) or body.spec.orders[0]


def _shows_figures(body: Body) -> bool:
    """Whether an amount other than zero stands anywhere in the lines."""
    shown = (reading.amount for line in body.lines for reading in figures_in(body.words(line)))
    return any(amount.value != 0 and amount.decimals > 0 for amount in shown)


def _names_columns(body: Body) -> bool:
    """Whether the lines of an empty form hold its headings."""
    text = "".join(flat(line.text) for line in body.lines)
    return sum(column.pattern.search(text) is not None for column in body.spec.columns) >= _MANY


def _ends_body(line: Line, bounded: bool) -> bool:
    text = flat(line.text)
    if is_note(text) or _PART.match(text) or form_titled(text):
        return True
    return not bounded and bool(_SENTENCE.search(text))
