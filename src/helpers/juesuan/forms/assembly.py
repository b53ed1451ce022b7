"""Regions put together: what is continued under its title again, and which of two twins is the form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from juesuan.amounts import parse_amount
from juesuan.document import Cell, Document, Grid
from juesuan.forms.cut_columns import beside
from juesuan.forms.description import is_measure
from juesuan.forms.layout_columns import keeps_indents, layout_grids
from juesuan.forms.regions import Region
from juesuan.forms.text import digits_of, flat
from juesuan.forms.titles import is_head

_CODE = range(3, 8)  # digits of a code
_TOTAL = ("合计", "总计")


def joined_regions(document: Document, regions: Sequence[Region]) -> list[Region]:
    """The regions of forms, each whole; a bare title is preferred to one with words around it."""
    whole: list[Region] = []
    for region in regions:
        before = whole[-1] if whole else None
        if before is not None and _continues(document, before, region):
            before.head += region.head
            before.parts += region.parts
            before.notes += region.notes
            before.bounded = region.bounded
        else:
            whole.append(region)
    return _exact(document, whole)


def _continues(document: Document, before: Region, after: Region) -> bool:
    """Whether a region goes on with the one right before it."""
    if after.form is None or before.form is not after.form or after.title is None or before.title is None:
        return False
    if before.title.words != after.title.words or not before.parts or not after.parts:
        return False
    if after.title.continued:
        return True
    first, second = _labels(document, before), _labels(document, after)
    if second and not first & second:
        return True
    columns = grids_of(document, after)
    return bool(columns) and any(beside(grid, columns[0]) for grid in grids_of(document, before))


def grids_of(document: Document, region: Region) -> list[Grid]:
    """The grids of a region; lines whose spaces keep the layout are one too."""
    if region.form is None or any(isinstance(part, Grid) for part in region.parts):
        return _below_their_measures(document, region)
    if not keeps_indents(document.lines):
        return []
    parts = [[document.lines[index] for index in part] for part in region.parts if isinstance(part, list)]
    return layout_grids(region.form, [[line for line in part if not is_head(line.text)] for part in parts])


def _below_their_measures(document: Document, region: Region) -> list[Grid]:
    """The grids of a region, each with the line before it that names the measure of all its columns."""
    grids: list[Grid] = []
    before: list[Cell] = []
    for part in region.parts:
        if isinstance(part, Grid):
            blanks = [replace(cell, text="") for cell in before] * (len(part.rows[0]) - 1)
            grids.append(replace(part, rows=((*before, *blanks), *part.rows)) if before else part)
        lines = [] if isinstance(part, Grid) else [document.lines[index] for index in part]
        before = [Cell(line.text, line.place) for line in lines[-1:] if is_measure(flat(line.text))]
    return grids


def _labels(document: Document, region: Region) -> set[str]:
    """What identifies the rows of a region: codes and totals, each after what stands before it in a two-sided form."""
    found: set[str] = set()
    for said in _rows(document, region):
        found |= {text for text in said if len(digits_of(text)) in _CODE and "." not in text}
        found |= {text for text in said if text.startswith(_TOTAL) and len(said) > 1 and _shows_figure(said)}
        found |= {text for text in said if "、" in text[:3]}
    return found


def _rows(document: Document, region: Region) -> Iterator[list[str]]:
    """What each row of a region says, cell by cell or word by word."""
    for part in region.parts:
        if isinstance(part, Grid):
            yield from ([flat(cell.text) for cell in row if cell.text.strip()] for row in part.rows)
        else:
            yield from ([flat(text) for text in document.lines[index].text.split()] for index in part)


def _shows_figure(said: Sequence[str]) -> bool:
    amounts = (parse_amount(text, "") for text in said)
    return any(amount is not None and amount.decimals > 0 for amount in amounts)


def _exact(document: Document, regions: Sequence[Region]) -> list[Region]:
    """The regions without those whose form another region shows figures of under its bare title.

    A bare title without figures may be an entry of the contents.
    """
    titled = [region for region in regions if region.form and region.title and region.title.bare]
    shown = [region for region in titled if any(map(_shows_figure, _rows(document, region)))]
    bare = {region.form.number for region in shown if region.form}
    return [
        region
        for region in regions
        if region.form is None or region.title is None or region.title.bare or region.form.number not in bare
    ]
