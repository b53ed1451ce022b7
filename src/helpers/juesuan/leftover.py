"""Tables that nothing has taken: an audit must not be silent about them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from juesuan.amounts import parse_amount
from juesuan.document import Document, Grid, Place, joined
from juesuan.records import Evaluation, Fact, Form

FEWEST = 2  # figures that make a table of them
_SHOWN = 3  # cells that tell which table it is

Spot = tuple[int | None, object]


def recognised_pages(document: Document) -> tuple[str, ...]:
    """A sentence for the pages that were read by text recognition, in Chinese."""
    pictures = sorted(document.scanned - document.garbled)
    garbled = sorted(document.garbled)
    return tuple(
        f"第{'、'.join(map(str, pages))}页{why}，文字由图像识别得出；可信度低的数字和用字没有核对。"
        for pages, why in ((pictures, "是扫描图片"), (garbled, "的字体没有字符编码"))
        if pages
    )


def unread_tables(
    document: Document, forms: Sequence[Form], facts: Sequence[Fact], evaluations: Sequence[Evaluation]
) -> tuple[str, ...]:
    """A sentence for each table that holds figures with a fraction, in Chinese, none of which was read."""
    taken = {_spot(place) for place in _read(forms, facts, evaluations)}
    return tuple(
        _sentence(grid, figures)
        for grid in document.grids
        if (figures := _figures(grid)) >= FEWEST
        and not any(_spot(cell.place) in taken for row in grid.rows for cell in row if cell.text)
    )


def _read(forms: Sequence[Form], facts: Sequence[Fact], evaluations: Sequence[Evaluation]) -> Iterator[Place]:
    yield from (form.place for form in forms)
    yield from (fact.place for fact in facts)
    for evaluation in evaluations:
        yield evaluation.place
        yield from (indicator.place for indicator in evaluation.indicators)


def _spot(place: Place) -> Spot:
    """A place to compare: a line of a text as a whole, a box on its page."""
    return (place.page, place.box) if place.line is None else (None, place.line)


def _figures(grid: Grid) -> int:
    amounts = (parse_amount(cell.text, "") for row in grid.rows for cell in row)
    return sum(amount is not None and amount.decimals > 0 for amount in amounts)


def _sentence(grid: Grid, figures: int) -> str:
    cells = [cell for row in grid.rows for cell in row if cell.text.strip()]
    place = cells[0].place
    where = f"第{place.page}页" if place.page is not None else place.named or f"第{place.line}行"
    heading = "、".join(joined(cell.text) for cell in cells[:_SHOWN])
    return f"{where}的表格（{heading}……）没有读取，所列{figures}个数字没有核对。"
