"""Lines put together again into paragraphs.

A line is joined to the one before only where the words or the width of the lines say that the
break is not the author's. Two rows of a table are never joined, nor a heading to its text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from juesuan.document import Line, Paragraph, glue
from juesuan.readers import markers
from juesuan.readers.wrapping import Column, Columns, Extent, extents, room_left

_ROOM = 1.5  # em that may stay free on a wrapped line: spaces and squeezed punctuation
_ROOM_IN_SENTENCE = 5.0  # em; what ends within a sentence needs less to be held for wrapped
_INDENT = 1.2  # em to the right of the column, at which paragraphs begin and titles stand
_TAIL = 8.0  # em; a heading's last words on a line of their own are shorter
_TORN_BY_PAGE = 26.0  # em; what stands before a page break fills at least one printed line


def paragraphs(lines: Sequence[Line], breaks: frozenset[int]) -> tuple[Paragraph, ...]:
    """Paragraphs over all of `lines`; none reaches across an index in `breaks`, where a grid stands."""
    return tuple(_paragraph(lines, first, last) for first, last in _spans(lines, breaks))


@dataclass(frozen=True, slots=True)
class _Joint:
    """Where two lines meet: their texts and extents, and the column they stand in (None: unwrapped).

    `opening` is the first line of the paragraph so far, `prose` whether it holds sentences.
    """

    opening: str
    prose: bool
    before: str
    after: str
    upper: Extent
    lower: Extent
    column: Column | None


def _spans(lines: Sequence[Line], breaks: frozenset[int]) -> Iterator[tuple[int, int]]:
    shapes = extents(lines)
    columns = Columns(lines, shapes)
    first, prose = 0, False
    for after in range(1, len(lines)):
        before = after - 1
        prose = prose or markers.is_prose(lines[before].text)
        texts = (lines[before].text, lines[after].text)
        joint = _Joint(lines[first].text, prose, *texts, shapes[before], shapes[after], columns.around(before))
        if after in breaks or not _goes_on(joint):
            yield first, before
            first, prose = after, False
    if lines:
        yield first, len(lines) - 1


def _paragraph(lines: Sequence[Line], first: int, last: int) -> Paragraph:
    pieces = [lines[first].text]
    for line in lines[first + 1 : last + 1]:
        pieces[-1] += glue(pieces[-1], line.text)
        pieces.append(line.text)
    starts = accumulate(map(len, pieces[:-1]), initial=0)
    return Paragraph("".join(pieces), first, last, tuple(starts))


def _goes_on(joint: _Joint) -> bool:
    """Whether the line below goes on with the paragraph above."""
    if _is_parted(joint):
        return False
    is_figure = markers.is_figure_joint(joint.before, joint.after)
    if joint.prose and is_figure and not markers.ends_paragraph(joint.before):
        return True
    if markers.may_be_row(joint.before) and not joint.prose and not is_figure:
        return False
    return _is_torn_by_page(joint) if joint.column is None else _is_wrapped(joint, joint.column)


def _is_parted(joint: _Joint) -> bool:
    """Whether the words alone tell that something new begins."""
    if markers.is_row(joint.before) or markers.is_row(joint.after):
        return True
    if joint.opening.startswith("“") and joint.after.startswith("“") and markers.ends_sentence(joint.before):
        return True
    within_sentence = joint.prose and markers.is_prose(joint.before) and not markers.ends_paragraph(joint.before)
    return markers.starts_paragraph(joint.after) and not (within_sentence and markers.has_label(joint.after))


def _is_wrapped(joint: _Joint, column: Column) -> bool:
    """Whether the line above was full, so that the typesetter broke it and not the author."""
    room = room_left(joint.upper, joint.after, column)
    if joint.lower.left - column.left > _INDENT:
        return room < _ROOM and not markers.ends_paragraph(joint.before) and _is_centred_tail(joint)
    if markers.ends_sentence(joint.before):
        is_long = joint.lower.right > column.right - _ROOM_IN_SENTENCE
        return room < _ROOM and (markers.is_prose(joint.after) or is_long)
    if markers.is_whole_heading(joint.before):
        return room < _ROOM and joint.lower.width <= _TAIL and not markers.is_prose(joint.after)
    if markers.is_open(joint.before, joint.after):
        return True
    if markers.ends_with_link_word(joint.before) and not markers.is_heading(joint.before):
        return joint.upper.width > (column.right - column.left) / 2
    is_sentence = markers.is_prose(joint.before) or not markers.has_ordinal(joint.before)
    return room < (_ROOM_IN_SENTENCE if is_sentence else _ROOM)


def _is_centred_tail(joint: _Joint) -> bool:
    """Whether the line below holds the last words of a heading set in the middle of the page."""
    upper, lower = joint.upper, joint.lower
    return lower.width <= _TAIL and abs(upper.left + upper.right - lower.left - lower.right) <= 2 * _INDENT


def _is_torn_by_page(joint: _Joint) -> bool:
    """Whether a page break tore a paragraph, where lines are whole paragraphs otherwise."""
    if markers.ends_paragraph(joint.before):
        return False
    if markers.is_open(joint.before, joint.after):
        return not markers.opens_with_subject(joint.after)
    if markers.is_heading(joint.before) or not markers.is_prose(joint.before):
        return False
    return joint.upper.width >= _TORN_BY_PAGE and not markers.ends_with_unit(joint.before)
