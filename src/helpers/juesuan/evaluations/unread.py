"""Self-evaluations that stand in a document and were not read: an audit must say so, with title and place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from juesuan.document import Document, Grid, Line, Place, joined
from juesuan.evaluations.segments import FORM_TITLE
from juesuan.evaluations.vocabulary import (
    FUND_HEADINGS,
    INDICATOR_HEADINGS,
    heading_key,
    is_level,
    is_title,
    label_key,
    squeezed,
)
from juesuan.records import Evaluation

_WITHIN = 40  # lines below a title in which its table must show itself
_ABOVE = 6  # lines above a grid among which its title may stand
_ROWS = 6  # lines below headings in which figures stand
_FEWEST = 3  # different words of an evaluation's form that make one of it
_LONGEST_WORD = 14  # characters of a word of a form
_NEVER = re.compile(r"申报|批复|目标表$|目录|附件\d*[:：]?$|^附件.*、")  # titles of other tables, and lists of titles
_SENTENCE = re.compile(r"[。，；]")
_SCORED = re.compile(r"得分|评分|自评|完成值|实际完成")


@dataclass(frozen=True, slots=True)
class Unread:
    """A self-evaluation of which nothing was read: its title, "" where none stands near, and its place."""

    title: str
    place: Place

    def __str__(self) -> str:
        where = self.place.told
        named = f"（{self.title}）" if self.title else ""
        return f"{where}的绩效自评表{named}没有读取，其中的数字没有核对。"


def unread(
    document: Document, evaluations: Sequence[Evaluation], claimed: frozenset[int] = frozenset()
) -> tuple[Unread, ...]:
    """The tables of evaluation that `evaluations` do not hold; `claimed` are lines that belong to forms."""
    taken = {place.spot for place in places_read(evaluations)}
    read_lines = {line for evaluation in evaluations for line in evaluation.lines}
    found = [*_grids(document, taken), *_lines(document, read_lines | claimed)]
    return tuple(dict.fromkeys(found))


def left_over(evaluations: Sequence[Evaluation]) -> tuple[str, ...]:
    """A sentence for each table of which rows with figures were not understood, in Chinese."""
    return tuple(
        f"{table.place.told}的绩效自评表（{table.title or table.project}）有{len(table.left_over)}行没有读懂，"
        f"其中的数字没有核对：“{table.left_over[0]}”{'等' if len(table.left_over) > 1 else ''}。"
        for table in evaluations
        if table.left_over
    )


def places_read(evaluations: Sequence[Evaluation]) -> Iterator[Place]:
    """The cells by which tables are known to have been read: the first, those of names, those of totals."""
    for evaluation in evaluations:
        yield evaluation.place
        yield from (entry.place for entry in (evaluation.total_weight, evaluation.total_score) if entry.text)
        yield from (indicator.place for indicator in evaluation.indicators)
        yield from (row.place for row in evaluation.listed)


def _grids(document: Document, taken: set[tuple[object, ...]]) -> Iterator[Unread]:
    for grid in document.grids:
        cells = [cell for row in grid.rows for cell in row if cell.text.strip()]
        if not cells or any(cell.place.spot in taken for cell in cells):
            continue
        texts = [cell.text for cell in cells]
        title = _title_above(document, grid) or next((text for text in texts[:3] if is_title(text)), "")
        announced = title and not _NEVER.search(squeezed(title)) and _figures(texts) >= _FEWEST
        if announced or (_SCORED.search(squeezed("\n".join(texts))) and _shows(texts)):
            yield Unread(joined(title), cells[0].place)


def _title_above(document: Document, grid: Grid) -> str:
    """The nearest title above a grid; none where it is the title of a form."""
    texts = [line.text for line in document.above(grid, _ABOVE)]
    nearest = next((text for text in reversed(texts) if is_title(text) or FORM_TITLE.search(squeezed(text))), "")
    return nearest if is_title(nearest) else ""


def _lines(document: Document, read: set[int] | frozenset[int]) -> Iterator[Unread]:
    orders = {grid.order for grid in document.grids}
    for index, line in enumerate(document.lines):
        if index in read or not is_title(line.text) or _NEVER.search(squeezed(line.text)):
            continue
        end = _end(document.lines, index, orders)
        if not read & set(range(index, end)) and _shows(_words(document.lines, index + 1, end)):
            yield Unread(line.text.strip(), line.place)
            read = read | set(range(index, end))
    yield from _without_title(document.lines, read)


def _without_title(lines: Sequence[Line], read: set[int] | frozenset[int]) -> Iterator[Unread]:
    """The lines of headings of an evaluation, with rows of figures below, that stand under no title."""
    last = -1
    for index, line in enumerate(lines):
        words = _words(lines, index, index + 1)
        asked = {_meaning(word) for word in words if len(word) <= _LONGEST_WORD} - {"", "ignored", "reason", "unit"}
        below = range(index + 1, min(index + 1 + _ROWS, len(lines)))
        if index in read or index <= last or len(asked) < _FEWEST or not _SCORED.search(squeezed(line.text)):
            continue
        if _figures(words) < len(words) / 2 and _figures(_words(lines, below.start, below.stop)) >= _FEWEST:
            yield Unread("", line.place)
            last = index + _WITHIN


def _end(lines: Sequence[Line], first: int, orders: set[int]) -> int:
    """Where what a title announces ends at the latest: at the next title or grid."""
    for index in range(first + 1, min(first + _WITHIN, len(lines))):
        if index in orders or is_title(lines[index].text):
            return index
    return min(first + _WITHIN, len(lines))


def _words(lines: Sequence[Line], first: int, end: int) -> list[str]:
    """The words of the lines that are no sentences."""
    plain = (line.text for line in lines[first:end] if not _SENTENCE.search(line.text))
    return [word for text in plain for word in re.split(r"[\s:：]+", text)]


def _shows(texts: Sequence[str]) -> bool:
    """Whether texts ask for what an evaluation's form asks for, and give figures."""
    asked = {_meaning(text) for text in texts if len(text) <= _LONGEST_WORD} - {"", "ignored", "reason", "unit"}
    return len(asked) >= _FEWEST and _figures(texts) >= _FEWEST


def _meaning(text: str) -> str:
    """What a word of a form asks for or names, "" where it is none."""
    known = heading_key(text, INDICATOR_HEADINGS) or heading_key(text, FUND_HEADINGS) or label_key(text)
    return known or ("level" if is_level(text) else "")


def _figures(texts: Sequence[str]) -> int:
    return sum(any(map(str.isdigit, text)) for text in texts)
