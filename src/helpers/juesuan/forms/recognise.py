"""The forms of a document: found, read, repaired, and posted as facts."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from juesuan.document import Document, Grid, Place
from juesuan.forms.assembly import grids_of, joined_regions
from juesuan.forms.coded_rows import read_coded
from juesuan.forms.codes import repair_codes, settle_names
from juesuan.forms.column_solver import decide_columns
from juesuan.forms.cut_columns import LOST, columns_joined
from juesuan.forms.description import FormDescription, FormSet, Layout
from juesuan.forms.draft import Draft, Row
from juesuan.forms.economic_rows import read_economic
from juesuan.forms.facts import post
from juesuan.forms.grid_rows import GridPart, read_grid
from juesuan.forms.list_rows import read_list
from juesuan.forms.public_rows import read_public
from juesuan.forms.regions import Region, regions_of
from juesuan.forms.slipped_figures import doubt_slipped
from juesuan.forms.split_number_repair import mend
from juesuan.forms.stacked_cells import side_by_side
from juesuan.forms.statutory import BY_NUMBER, FINAL_ACCOUNTS
from juesuan.forms.tables import Kind, Table
from juesuan.forms.text import flat
from juesuan.forms.text_columns import measures_named, orders_of
from juesuan.forms.text_rows import TextPart
from juesuan.forms.titles import is_head, read_head
from juesuan.forms.two_sided_rows import read_two_sided
from juesuan.forms.unfinished import doubt_unfinished
from juesuan.forms.unit_rows import parted_by_units
from juesuan.records import Fact, Form

LAYOUTS: dict[Layout, Callable[[Table], list[Row]]] = {
    Layout.TWO_SIDED: read_two_sided,
    Layout.CODED: read_coded,
    Layout.ECONOMIC: read_economic,
    Layout.PUBLIC: read_public,
    Layout.LIST: read_list,
}
_MONEY = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)|\d+\.\d+")
_FEW = 3  # figures that make a form of text without unit or printed number


def recognise(document: Document, forms: FormSet = FINAL_ACCOUNTS) -> tuple[tuple[Form, ...], tuple[Fact, ...]]:
    """Forms and facts of a document, in the order of the forms' numbers: of those forms that its kind has.

    A form that is missing gives nothing; an empty one is a `Form` without facts. What could not
    be read with certainty carries its reason in `doubt`.
    """
    regions = joined_regions(document, regions_of(document, forms))
    drafts = [draft for region in regions if region.form and (draft := _draft(document, region, region.form))]
    drafts = repair_codes([parted_by_units(draft) for draft in _best(drafts)])
    return post(settle_names(decide_columns([doubt_slipped(draft) for draft in drafts])))


def _best(drafts: Sequence[Draft]) -> list[Draft]:
    """One draft for each form: of twins the one with the exacter title, then the one with more figures."""
    best: dict[str, Draft] = {}
    for draft in _twins_told_apart(drafts):
        other = best.get(draft.form.number)
        if other is None or _rank(draft) > _rank(other):
            best[draft.form.number] = draft
    return list(best.values())


def _twins_told_apart(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; where two of a form stand side by side, that with the twin's title is of the twin."""
    done: list[Draft] = []
    for draft in drafts:
        twin = draft.form.twin
        alike = [other for other in drafts if other.form is draft.form]
        if twin and len({twin.pattern.search(other.head.title) is None for other in alike}) > 1:
            is_twin = twin.pattern.search(draft.head.title) is not None
            draft = replace(draft, form=BY_NUMBER[twin.number]) if is_twin else draft
        done.append(draft)
    return done


def _rank(draft: Draft) -> tuple[bool, int]:
    figures = sum(len(row.figures) + len(row.loose) for row in draft.rows)
    return figures > 0, figures


def _draft(document: Document, region: Region, form: FormDescription) -> Draft | None:
    above = [document.lines[index].text for index in region.head]
    grids, lost = columns_joined(form, grids_of(document, region))
    table, inner = _grid_table(form, grids, above) if grids else _text_table(document, region, form, above)
    head = read_head([*above, *inner], form)
    rows = LAYOUTS[form.layout](table)
    figures = sum(len(row.figures) + len(row.loose) for row in rows)
    if not grids and not _is_form(region, head.unit or head.label, figures, table):
        return None
    title = head.title or (region.title.words if region.title else "")
    draft = Draft(
        form=form,
        head=replace(head, unit=table.unit or head.unit, title=title),
        columns=table.columns,
        rows=tuple(rows),
        place=_place(document, region, grids),
        notes=(*(document.lines[index].text for index in region.notes), *table.notes),
        lines=tuple(region.lines),
        unread=not any(map(_shows_something, rows)) and (_shows_money(document, region) or _shows_torn(table)),
        orders=table.orders,
    )
    if lost:
        draft = draft.with_rows(row.doubted(LOST) for row in draft.rows)
    return doubt_unfinished(mend(draft), at_end=_ends_document(document, region, grids))


def _shows_something(row: Row) -> bool:
    """Whether a figure other than zero was read in a row."""
    return any(reading.amount.value for reading in (*row.figures.values(), *row.loose))


def _shows_torn(table: Table) -> bool:
    """Whether a cell that is no figure has digits where a figure should stand."""
    torn = (token.text for row in table.rows for token in row.of(Kind.TORN))
    return any(character.isdigit() for text in torn for character in text)


def _ends_document(document: Document, region: Region, grids: Sequence[Grid]) -> bool:
    """Whether nothing stands after a form, so that it may break off."""
    if grids:
        last = grids[-1].order
        return last >= len(document.lines) and all(grid.order <= last for grid in document.grids)
    return bool(region.lines) and region.lines[-1] == len(document.lines) - 1


def _is_form(region: Region, headed: str, figures: int, table: Table) -> bool:
    """Whether lines below a title are a form and not a list of contents."""
    if figures >= _FEW:
        return True
    return bool(headed) and (bool(table.rows) or bool(table.columns))


def _grid_table(form: FormDescription, grids: Sequence[Grid], above: Sequence[str]) -> tuple[Table, list[str]]:
    """The table in one or several grids, and what stands above the headings within them."""
    unit = read_head(above, form).unit
    parts: list[GridPart] = []
    for grid in grids:
        inner = read_head([*above, *(text for part in parts for text in part.above)], form).unit
        parts.append(read_grid(form, grid, unit or inner, parts[-1] if parts else None))
    texts = [text for part in parts for text in part.above]
    unit = unit or read_head(texts, form).unit or next((part.unit for part in parts if part.unit), "")
    rows = [row for part in parts for row in part.rows]
    columns = {column.key: column.path for column in parts[0].columns if column.key}
    for part in parts[1:]:
        used = {token.key for row in part.rows for token in row.tokens}
        columns |= {c.key: c.path for c in part.columns if c.key in used and c.key not in columns}
    notes = tuple(note for part in parts for note in part.notes)
    numbered = tuple(replace(row, number=number) for number, row in enumerate(rows, 1))
    return Table(form, numbered, columns, parts[0].orders, unit, notes), texts


def _text_table(
    document: Document, region: Region, form: FormDescription, above: Sequence[str]
) -> tuple[Table, list[str]]:
    """The table in the lines below a title, and those of them that stand above its headings."""
    indices = [index for part in region.parts if isinstance(part, list) for index in part]
    lines = [document.lines[index] for index in indices]
    start = 0
    while start < len(lines) and is_head(lines[start].text):
        start += 1
    inner = [line.text for line in lines[:start]]
    part = TextPart(form, side_by_side(lines[start:], form), read_head([*above, *inner], form).unit)
    rows = part.rows
    orders = orders_of(form, part.heading_lines, rows)
    named = orders[0] if orders and (part.heading_lines or rows) else ()
    columns = dict.fromkeys(("income", *named) if form.layout is Layout.TWO_SIDED else named, "")
    if form.layout is Layout.PUBLIC and not named:
        columns = dict.fromkeys(measures_named(form, part.heading_lines), "")
    return Table(form, tuple(rows), columns, orders, part.unit, numbered=part.numbered), inner


def _place(document: Document, region: Region, grids: Sequence[Grid]) -> Place:
    cells = (cell for grid in grids for row in grid.rows for cell in row if cell.text.strip())
    first = next(cells, None)
    if first is not None:
        return first.place
    return document.lines[region.lines[0]].place if region.lines else Place()


def _shows_money(document: Document, region: Region) -> bool:
    """Whether an amount other than zero, by its fraction or its thousands, stands anywhere in the parts of a form."""
    grids = [part for part in (*region.parts, region.aside) if isinstance(part, Grid)]
    texts = [cell.text for grid in grids for row in grid.rows for cell in row]
    texts += [document.lines[index].text for part in region.parts if isinstance(part, list) for index in part]
    amounts = (match[0] for text in texts for piece in text.split() for match in _MONEY.finditer(flat(piece)))
    return any(digit in amount for amount in amounts for digit in "123456789")
