"""Tables that nothing has taken: an audit must not be silent about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from juesuan.amounts import parse_amount
from juesuan.document import Document, Grid, Place, joined, pages_named
from juesuan.evaluations.unread import places_read
from juesuan.forms.description import FormSet
from juesuan.forms.regions import regions_of
from juesuan.records import Evaluation, Fact, Form

FEWEST = 2  # figures that make a table of them
_SHOWN = 3  # cells that tell which table it is

Spot = tuple[object, ...]


def recognised_pages(document: Document) -> tuple[str, ...]:
    """A sentence for the pages that were read by text recognition, in Chinese."""
    pictures, garbled = document.scanned - document.garbled, document.garbled
    return tuple(
        f"{pages_named(pages)}{why}，文字由图像识别得出；可信度低的数字和用字没有核对。"
        for pages, why in ((pictures, "是扫描图片"), (garbled, "的字体没有字符编码"))
        if pages
    )


def unread_tables(
    document: Document,
    forms: Sequence[Form],
    facts: Sequence[Fact],
    evaluations: Sequence[Evaluation],
    known: FormSet,
) -> tuple[str, ...]:
    """A sentence for each table that holds figures with a fraction, in Chinese, none of which was read.

    A table under a title of its own is called by it, also where it is bare text without columns.
    """
    taken = {place.spot for place in _read(forms, facts, evaluations)}
    claimed = {line for form in forms for line in form.lines} | {line for each in evaluations for line in each.lines}
    taken |= {document.lines[line].place.spot for line in claimed}
    titled = [leftover for leftover in _titled(document, known) if not leftover.spots & taken]
    told = {spot for leftover in titled for spot in leftover.spots}
    return (
        *(leftover.sentence for leftover in titled),
        *(
            _sentence(grid, figures)
            for grid in document.grids
            if (figures := _figures(grid)) >= FEWEST and not _spots(grid) & (taken | told)
        ),
    )


@dataclass(frozen=True, slots=True)
class _Leftover:
    """A table that has a title and is no known form: where it stands and what is said of it."""

    spots: frozenset[Spot]
    sentence: str


def _titled(document: Document, known: FormSet) -> Iterator[_Leftover]:
    for region in regions_of(document, known):
        if region.form is not None or region.title is None:
            continue
        rows: list[list[str]] = []
        places: list[Place] = []
        for part in region.parts:
            if isinstance(part, Grid):
                rows += [[cell.text for cell in row] for row in part.rows]
                places += [cell.place for row in part.rows for cell in row if cell.text]
            else:
                rows += [document.lines[index].text.split() for index in part]
                places += [document.lines[index].place for index in part]
        counts = [count for row in rows if (count := _fractions(row))]
        if sum(counts) >= FEWEST:
            title = f"{places[0].told}的“{region.title.words}”"
            sentence = f"{title}不是已知的公开表，没有读取，所列{len(counts)}行、{sum(counts)}个数字没有核对。"
            yield _Leftover(frozenset(place.spot for place in places), sentence)


def _read(forms: Sequence[Form], facts: Sequence[Fact], evaluations: Sequence[Evaluation]) -> Iterator[Place]:
    yield from (form.place for form in forms)
    yield from (fact.place for fact in facts)
    yield from places_read(evaluations)


def _spots(grid: Grid) -> set[Spot]:
    return {cell.place.spot for row in grid.rows for cell in row if cell.text}


def _figures(grid: Grid) -> int:
    return sum(_fractions([cell.text for cell in row]) for row in grid.rows)


def _fractions(texts: Iterable[str]) -> int:
    """How many of some texts are figures with a fraction."""
    amounts = (parse_amount(text, "") for text in texts)
    return sum(amount is not None and amount.decimals > 0 for amount in amounts)


def _sentence(grid: Grid, figures: int) -> str:
    cells = [cell for row in grid.rows for cell in row if cell.text.strip()]
    heading = "、".join(joined(cell.text) for cell in cells[:_SHOWN])
    return f"{cells[0].place.told}的表格（{heading}……）没有读取，所列{figures}个数字没有核对。"
