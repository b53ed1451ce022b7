"""Personal data known by their place: beside or below a label, in tables and in lines of words set side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from juesuan.document import Cell, Document, Grid, Line
from juesuan.privacy import names
from juesuan.privacy.folding import folded
from juesuan.privacy.patterns import spans
from juesuan.privacy.personal import Personal, Span

_NUMBER_LABEL = re.compile(
    r"[^\d:]{0,6}(?:电话|手机|联系方式|身份证|证件|护照|通行证|[账帐卡]号|账户|银行卡|邮箱|微信|QQ)[^\d:]{0,6}:?"
)
_WORD = re.compile(r"\S+")


def by_place(document: Document) -> Iterator[tuple[Line | Cell, Span]]:
    """Each line or cell with a name or number that a label beside or above it tells to be a person's."""
    for grid in document.grids:
        yield from _in_grid(grid)
    yield from _in_lines(document.lines)


def _in_grid(grid: Grid) -> Iterator[tuple[Cell, Span]]:
    for index, row in enumerate(grid.rows):
        for column, cell in enumerate(row):
            label = _folded(cell)
            if _is_name_label(label):
                yield from list(_names_beside(label, row[column + 1 :])) or _names_below(label, grid, index, column)
            elif _is_number_label(label):
                yield from _numbers_below(label, grid, index, column)


def _names_beside(label: str, cells: Sequence[Cell]) -> Iterator[tuple[Cell, Span]]:
    cell = next((each for each in cells if each.text.strip()), None)
    if cell is not None:
        yield from ((cell, span) for span in _names(label, _folded(cell)))


def _names_below(label: str, grid: Grid, index: int, column: int) -> Iterator[tuple[Cell, Span]]:
    """The names below, down to the first cell that says anything else; none below a label with a blank beside it.

    There the name is left out, and below stands the next label of the form.
    """
    after = grid.rows[index][column + 1 :]
    if any(cell.text.strip() for cell in after) and not after[0].text.strip():
        return
    for cell in _below(grid, index, column):
        found = list(_names(label, _folded(cell)))
        if not found:
            return
        yield from ((cell, span) for span in found)


def _numbers_below(label: str, grid: Grid, index: int, column: int) -> Iterator[tuple[Cell, Span]]:
    for cell in _below(grid, index, column):
        found = list(_numbers(label, _folded(cell)))
        if not found:
            return
        yield from ((cell, span) for span in found)


def _below(grid: Grid, index: int, column: int) -> Iterator[Cell]:
    """What stands below a cell, over the columns that it reaches, a cell a row."""
    reach = grid.rows[index][column].columns
    for row in grid.rows[index + 1 :]:
        filled = [cell for cell in row[column : column + reach] if cell.text.strip()]
        if not filled:
            return
        yield filled[0]


def _in_lines(lines: Sequence[Line]) -> Iterator[tuple[Line, Span]]:
    """Of words set side by side: the name behind a label, and what stands below labels in lines of as many words."""
    heading: list[str] = []
    for line in lines:
        words = list(_WORD.finditer(folded(line.text)))
        below = list(_below_words(heading, words)) if len(words) == len(heading) else []
        yield from ((line, span) for span in below)
        for word, after in pairwise(words):
            if _is_name_label(word[0]) and not _is_any_label(after[0]):
                yield from ((line, _moved(span, after.start())) for span in _names(word[0], after[0]))
        if not below:
            said = [word[0] for word in words]
            heading = said if any(map(_is_any_label, said)) else []


def _below_words(heading: Sequence[str], words: Sequence[re.Match[str]]) -> Iterator[Span]:
    """Of a rare surname only where all words of the heading are labels."""
    is_certain = all(map(_is_any_label, heading))
    for label, word in zip(heading, words, strict=True):
        if _is_number_label(label) and not names.is_certain_label(label):
            found = list(_numbers(label, word[0]))
        elif _is_name_label(label) and (is_certain or names.is_usual_name(word[0])):
            found = list(_names(label, word[0]))
        else:
            continue
        yield from (_moved(span, word.start()) for span in found)


@lru_cache(maxsize=8192)  # the words of a large document, most of which stand in it again and again
def _is_any_label(text: str) -> bool:
    return _is_name_label(text) or _is_number_label(text)


def _is_name_label(text: str) -> bool:
    return names.is_certain_label(text) or (names.is_label(text) and not _is_number_label(text))


def _is_number_label(text: str) -> bool:
    return bool(_NUMBER_LABEL.fullmatch("".join(text.split())))


def _names(label: str, text: str) -> Iterator[Span]:
    for start, end in names.names_in(text, certain=names.is_certain_label(label)):
        yield Span(Personal.NAME, start, end)


def _numbers(label: str, text: str) -> Iterator[Span]:
    """What a text holds when read behind the label."""
    said = f"{label.strip().rstrip(':')}:"
    for span in spans(said + text, beside_person=True):
        if span.start >= len(said):
            yield _moved(span, -len(said))


def _moved(span: Span, by: int) -> Span:
    return Span(span.kind, span.start + by, span.end + by)


def _folded(cell: Cell) -> str:
    return folded(cell.text.replace("\n", " "))
