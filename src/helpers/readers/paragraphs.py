"""Lines put together again into paragraphs.

A line is joined to the one before only where the words or the width of the lines say that the
break is not the author's. Two rows of a table are never joined, nor a heading to its text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from helpers.document import Line, Paragraph, glue
from helpers.readers import markers
from helpers.readers.wrapping import Columns, Extent, extents, room_left

_ROOM = 1.5  # em that may stay free on a wrapped line: spaces and squeezed punctuation
_ROOM_IN_SENTENCE = 5.0  # em; what ends within a sentence needs less to be held for wrapped
_INDENT = 1.2  # em to the right of the column, at which paragraphs begin and titles stand
_TAIL = 8.0  # em; a heading's last words on a line of their own are shorter
_TORN_BY_PAGE = 26.0  # em; what stands before a page break fills at least one printed line


def paragraphs(lines: Sequence[Line], breaks: frozenset[int]) -> tuple[Paragraph, ...]:
    """Paragraphs over all of `lines`; none reaches across an index in `breaks`, where a grid stands."""
    return tuple(_paragraph(lines, first, last) for first, last in _spans(lines, breaks))


def _spans(lines: Sequence[Line], breaks: frozenset[int]) -> Iterator[tuple[int, int]]:
    shapes = extents(lines)
    columns = Columns(lines, shapes)
    first, prose = 0, False
    for after in range(1, len(lines) + 1):
        prose = prose or markers.is_prose(lines[after - 1].text)
        if after == len(lines) or after in breaks or not _goes_on(lines, shapes, columns, after, prose):
            yield first, after - 1
            first, prose = after, False


def _paragraph(lines: Sequence[Line], first: int, last: int) -> Paragraph:
    pieces = [lines[first].text]
    for line in lines[first + 1 : last + 1]:
        pieces[-1] += glue(pieces[-1], line.text)
        pieces.append(line.text)
    starts = accumulate(map(len, pieces[:-1]), initial=0)
    return Paragraph("".join(pieces), first, last, tuple(starts))


def _goes_on(lines: Sequence[Line], shapes: Sequence[Extent], columns: Columns, index: int, prose: bool) -> bool:
    """Whether the line at `index` goes on with the paragraph before it, which holds sentences so far or not."""
    before, after = lines[index - 1].text, lines[index].text
    if markers.is_row(before) or markers.is_row(after):
        return False
    within_sentence = prose and markers.is_prose(before) and not markers.ends_paragraph(before)
    if markers.starts_paragraph(after) and not (within_sentence and markers.has_label(after)):
        return False
    is_figure = markers.is_figure_joint(before, after)
    if prose and is_figure and not markers.ends_paragraph(before):
        return True
    if markers.may_be_row(before) and not prose and not is_figure:
        return False
    column = columns.around(index - 1)
    if column is None:
        return _torn_by_page(before, after, shapes[index - 1])
    room = room_left(shapes[index - 1], after, column)
    if shapes[index].left - column.left > _INDENT:
        return (
            room < _ROOM and not markers.ends_paragraph(before) and _is_centred_tail(shapes[index - 1], shapes[index])
        )
    if markers.ends_sentence(before):
        return room < _ROOM and (markers.is_prose(after) or shapes[index].right > column.right - _ROOM_IN_SENTENCE)
    if markers.is_whole_heading(before):
        return room < _ROOM and shapes[index].width <= _TAIL and not markers.is_prose(after)
    if markers.is_open(before, after):
        return True
    if markers.ends_with_link_word(before) and not markers.is_heading(before):
        return shapes[index - 1].width > (column.right - column.left) / 2
    return room < (_ROOM_IN_SENTENCE if markers.is_prose(before) or not markers.has_ordinal(before) else _ROOM)


def _is_centred_tail(before: Extent, after: Extent) -> bool:
    """Whether a line holds the last words of a heading set in the middle of the page."""
    return after.width <= _TAIL and abs(before.left + before.right - after.left - after.right) <= 2 * _INDENT


def _torn_by_page(before: str, after: str, shape: Extent) -> bool:
    """Where lines are whole paragraphs, only a page break can have torn one."""
    if markers.ends_paragraph(before):
        return False
    if markers.is_open(before, after):
        return not markers.opens_with_subject(after)
    if shape.width < _TORN_BY_PAGE or markers.is_heading(before) or not markers.is_prose(before):
        return False
    return not markers.ends_with_unit(before)
