"""Where the rows of headings stand in text that keeps the page's layout, and where the rows under them end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from juesuan.evaluations.layout_columns import NUMERAL, Pieces, headings, is_list_head, overlap
from juesuan.evaluations.vocabulary import fund_kind, is_level, is_title, label_key
from juesuan.evaluations.wrapped_cells import Piece

_LONGEST_HEADING = 14  # characters of a piece of a heading
_WRAPPED = 2  # lines above and below within which a row of headings is wrapped
_LIST_SIDE = re.compile(
    r"序号|(?:预算|支出)?项目(?:名称)?|(?:实施|主管|预算)?(?:单位|部门)(?:名称)?"
)  # beside two rows of headings


def with_names(pieces: Pieces) -> Pieces:
    """The lines, with 项目名称 put down to the other headings of a list where two rows of headings stand around it."""
    found = list(pieces)
    for number in range(1, len(found)):
        above = found[number - 1] if all(_LIST_SIDE.fullmatch(piece.text) for piece in found[number - 1]) else []
        whole = sorted([*above, *found[number]], key=lambda piece: piece.start)
        if above and not is_list_head(found[number]) and is_list_head(whole):
            found[number] = [replace(piece, line=number) for piece in whole]
            found[number - 1] = []
    return found


def heading_lines(pieces: Pieces) -> list[int]:
    """The lines of headings; of two that stand together, with no figures between, the one that holds most of them."""
    found = [number for number, each in enumerate(pieces) if headings(each)]
    near = [(one, other) for one in found for other in found if abs(one - other) <= _WRAPPED]
    beside = {pair for pair in near if not any(map(_has_numerals, pieces[min(pair) + 1 : max(pair)]))}
    return [
        number
        for number in found
        if all(len(pieces[other]) <= len(pieces[number]) for one, other in beside if one == number)
    ]


def _has_numerals(line: Sequence[Piece]) -> bool:
    return any(NUMERAL.fullmatch(piece.text) for piece in line)


def beginning(pieces: Pieces, head: int, last: int) -> int:
    """The first line of a row of headings, wrapped as far above the line that holds most of them as below it."""
    first = after = head
    while after + 1 < len(pieces) and first > last and _surround(pieces[first - 1], pieces[head], pieces[after + 1]):
        first, after = first - 1, after + 1
    return first


def _surround(above: Sequence[Piece], head: Sequence[Piece], below: Sequence[Piece]) -> bool:
    """Whether two lines hold the halves of headings for which the line between them has no piece."""
    if not _is_rest(above) or not _is_rest(below):
        return False
    return all(_any_over(piece, below) and not _any_over(piece, head) for piece in above)


def _any_over(piece: Piece, others: Sequence[Piece]) -> bool:
    return any(overlap((piece.start, piece.end), other) > 0 for other in others)


def _is_rest(pieces: Sequence[Piece]) -> bool:
    """Whether a line holds nothing but pieces of wrapped headings."""
    return bool(pieces) and not any(
        NUMERAL.fullmatch(piece.text)
        or label_key(piece.text)
        or is_title(piece.text)
        or fund_kind(piece.text)
        or len(piece.text) > _LONGEST_HEADING
        for piece in pieces
    )


def end_of_block(pieces: Pieces, first: int, end: int) -> int:
    """Where the rows under headings end: at the labels of goals, or at the next headings."""
    levels = "level3" in headings(pieces[first - 1])
    labelled = (number for number in range(first, end) if _labels_goals(pieces[number], levels=levels))
    end = beginning(pieces, end, first) if end < len(pieces) else end
    return next(labelled, end - 1 if end > first and _names_blocks(pieces[end - 1]) else end)


def _names_blocks(line: Sequence[Piece]) -> bool:
    """Whether a line names the levels of the blocks that stand side by side under it."""
    return len(line) > 1 and all(is_level(piece.text) for piece in line)


def _labels_goals(pieces: Sequence[Piece], *, levels: bool) -> bool:
    """Whether a line has the labels of goals; among indicators a lone 绩效目标 is the name of a level."""
    figures = any(NUMERAL.fullmatch(piece.text) for piece in pieces)
    found = {label_key(piece.text) for piece in pieces}
    goals = {"goal", "result"} <= found if levels else bool({"goal", "result"} & found)
    return not figures and (goals or "grade" in found)
