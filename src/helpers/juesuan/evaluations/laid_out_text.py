"""Tables in text that keeps the page's layout: cells stand in columns of spaces, a wrapped cell around its row's line.

The lines become the same rows of cells that a ruled table has; what they mean is read elsewhere.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from juesuan.document import Cell, Document, Line, Place
from juesuan.evaluations.arrangements import arranged, named
from juesuan.evaluations.layout_columns import (
    NUMERAL,
    TOKEN,
    Columns,
    Pieces,
    alignment,
    are_parts,
    columns_of,
    crosses,
    measured,
    over_parts,
    overlap,
    wrapped_below,
)
from juesuan.evaluations.layout_headings import beginning, end_of_block, heading_lines, with_names
from juesuan.evaluations.segments import Segment, is_evaluation, is_next_part, of_one_width
from juesuan.evaluations.vocabulary import fund_kind, is_title, is_total, label_key, project_in_report
from juesuan.evaluations.wrapped_cells import Piece, covered, joined, parted
from juesuan.part_ordinals import PART_OR_SECTION

Row = tuple[Cell, ...]
_FEWEST_PARTED = 0.25  # share of lines with cells side by side in a text that keeps its layout
_LONGEST_TABLE = 400  # lines
_NEAR = 3  # lines within which the cells of a table follow the title of one of its parts
_CLOSING = re.compile(rf"附\s*[件表]|{PART_OR_SECTION}|[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）]")
_NOTE = re.compile(r"(?:说明|注|备注)\s*[:：]")
_GOALS = ("年度总体目标完成情况", "年度绩效目标完成情况", "年度总体绩效目标完成情况")  # beside goals, cut into pieces
_FIGURE_KEYS = ("weight", "score", "completion", "rate", "executed", "budget", "opening")


def titled(document: Document, claimed: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Where the lines of a table that keeps its layout begin, with its title, and end; each up to the next."""
    orders = frozenset(grid.order for grid in document.grids)
    for number, line in enumerate(document.lines):
        if number not in claimed and is_title(line.text):
            end = _end(document.lines, number, orders)
            if keeps_layout(document.lines[number + 1 : end]):
                yield number, end


def laid_out_segments(document: Document, claimed: frozenset[int]) -> Iterator[Segment]:
    """The self-evaluations among the lines of a text that keeps its layout, from their titles on."""
    last = 0
    head: tuple[int, list[Row]] = (0, [])
    for number, end in titled(document, claimed):
        if number < last:
            continue
        first, rows = number, laid_out_rows(document.lines[number + 1 : end])
        if is_next_part(head[1], rows, [document.lines[number].text]):
            first, rows = head[0], [*head[1], *rows]
        head = first, rows
        if is_evaluation(rows):
            yield Segment(first, tuple(of_one_width(rows)), (first,), tuple(range(first + 1, end)))
            last, head = end, (0, [])


def _end(lines: Sequence[Line], first: int, orders: frozenset[int]) -> int:
    """The line after a table: that of the next title, grid, heading or sentence."""
    for index in range(first + 1, min(first + _LONGEST_TABLE, len(lines))):
        text = lines[index].text
        if index in orders or is_title(text) or project_in_report(text) or _closes(lines, index):
            return index
    return min(first + _LONGEST_TABLE, len(lines))


def _closes(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is a heading outside a table: no cells follow it closely."""
    text = lines[index].text.strip()
    if _CLOSING.match(text):
        return not keeps_layout(lines[index + 1 : index + 1 + _NEAR])
    return _NOTE.match(text) is not None


def keeps_layout(lines: Sequence[Line]) -> bool:
    """Whether the lines have cells side by side, parted by several spaces."""
    counts = [len(TOKEN.findall(line.text)) for line in lines if line.text.strip()]
    return bool(counts) and sum(count > 1 for count in counts) >= _FEWEST_PARTED * len(counts)


def laid_out_rows(lines: Sequence[Line]) -> list[Row]:
    """The rows of the table in these lines, wrapped cells put together."""
    pieces = max((measured(lines, wide) for wide in (2, 1)), key=alignment)
    pieces = with_names(pieces)
    heads = heading_lines(pieces)
    rows: list[Row] = []
    last = 0
    for position, head in enumerate(heads):
        first = beginning(pieces, head, last)
        rows += _labelled(pieces, last, first, lines)
        after = heads[position + 1] if position + 1 < len(heads) else len(lines)
        last = end_of_block(pieces, head + 1, after)
        rows += arranged(_block(pieces, first, head, last, lines))
    return rows + _labelled(pieces, last, len(lines), lines)


def _block(pieces: Pieces, first: int, head: int, last: int, lines: Sequence[Line]) -> list[Row]:
    """The row of headings on line `head`, and the rows under it."""
    columns = columns_of(pieces, first, head, last)
    heading = max(2 * head - first, head + wrapped_below(pieces, head, last))  # the last line of the headings
    parts = heading + 1 < last and are_parts(pieces[heading + 1])
    heading += parts
    anchors = [head, *(number for number in range(heading + 1, last) if _is_row(pieces[number], columns))]
    by_column: dict[int, list[Piece]] = defaultdict(list)
    for piece in (piece for number in range(first, last) for piece in pieces[number]):
        if piece.line <= heading or not (is_total(piece.text) or _is_title(piece, pieces[piece.line], columns)):
            by_column[columns.under(piece)].append(piece)
    gaps = [number for number in range(first + 1, last) if _is_apart(lines[number - 1], lines[number])]
    levels = set(range(columns.keys.get("level3", 0))) if columns.at(("weight", "actual")) else set()
    texts: list[dict[int, str]] = [{} for _ in anchors]
    reaches = [(number, number) for number in anchors]
    for column in by_column.keys() - levels:
        for row, whole in parted(by_column[column], anchors, gaps).items():
            texts[row][column] = joined(whole)
            at = [piece.line for piece in whole]
            reaches[row] = min(reaches[row][0], *at), max(reaches[row][1], *at)
    totals = [row for row, number in enumerate(anchors) if row and any(is_total(p.text) for p in pieces[number])]
    plain = [row for row in range(1, len(anchors)) if row not in totals]
    for column in by_column.keys() & levels:
        texts[0][column] = joined([piece for piece in by_column[column] if piece.line <= heading])
        under = [piece for piece in by_column[column] if piece.line > heading]
        for position, name in covered(under, [reaches[row] for row in plain], [anchors[row] for row in plain]).items():
            texts[plain[position]][column] = name
    if parts:
        texts[0] = over_parts(pieces, head, heading, columns)
    for row in totals:
        texts[row][0] = next(piece.text for piece in pieces[anchors[row]] if is_total(piece.text))
    return [_row(text, len(columns.spans), lines[number].place) for text, number in zip(texts, anchors, strict=True)]


def _is_apart(above: Line, below: Line) -> bool:
    """Whether empty lines stand between two lines."""
    return bool(above.place.line and below.place.line and below.place.line > above.place.line + 1)


def _is_title(piece: Piece, line: Sequence[Piece], columns: Columns) -> bool:
    """Whether a piece stands alone over several columns: the title of what follows."""
    return len(line) == 1 and crosses(columns.spans, piece)


def _is_row(pieces: Sequence[Piece], columns: Columns) -> bool:
    """Whether a line is that of a row: it has figures where the headings ask for them, or both target and result."""
    asked = columns.at(_FIGURE_KEYS)
    at = {columns.under(piece) for piece in pieces}
    if any(columns.under(piece) in asked and NUMERAL.fullmatch(piece.text) for piece in pieces):
        return True
    if is_total(pieces[0].text if pieces else "") and any(NUMERAL.fullmatch(piece.text) for piece in pieces):
        return True
    if "level3" not in columns.keys and any(fund_kind(piece.text) for piece in pieces):
        return True
    whole = columns.at(("target", "actual"))
    return not columns.at(("weight", "score")) and len(whole) == len(whole & at) > 1


def _row(texts: dict[int, str], width: int, place: Place) -> Row:
    return tuple(Cell(texts.get(column, ""), replace(place, cell=column + 1)) for column in range(width))


def _labelled(pieces: Pieces, first: int, end: int, lines: Sequence[Line]) -> list[Row]:
    """The rows of labels with their values between two blocks, and the texts of goals."""
    rows: list[Row] = []
    anchors = [number for number in range(first, end) if _is_anchor(pieces[number])]
    for position, number in enumerate(anchors):
        before = anchors[position - 1] + 1 if position else first
        after = anchors[position + 1] if position + 1 < len(anchors) else end
        above = [piece for line in range(before, number) for piece in pieces[line]]
        below = [piece for line in range(number + 1, after) for piece in pieces[line]]
        goals = {label_key(piece.text): piece for piece in pieces[number]}
        place = lines[number].place
        if {"goal", "result"} <= goals.keys() and len(pieces[number]) <= len(goals) + 1:
            rows.append(_row({1: goals["goal"].text, 2: goals["result"].text}, 3, place))
            rows.append(_row(dict(enumerate(_sides(below, goals["goal"], goals["result"]), 1)), 3, place))
            continue
        texts = _whole_cells(pieces[number], above, below)
        rows.append(named(_row(dict(enumerate(texts)), len(texts), place)))
    return rows


def _is_anchor(pieces: Sequence[Piece]) -> bool:
    known = any(label_key(re.split("[:：]", piece.text)[0]) or is_total(piece.text) for piece in pieces)
    return (
        known or _names_project(pieces) or (len(pieces) > 1 and any(NUMERAL.fullmatch(piece.text) for piece in pieces))
    )


def _names_project(pieces: Sequence[Piece]) -> bool:
    return [piece.text for piece in pieces[:-1]] == ["项目"]


def _sides(pieces: Sequence[Piece], goal: Piece, result: Piece) -> tuple[str, str]:
    middle = (goal.start + goal.end + result.start + result.end) / 4
    said = [piece for piece in pieces if not any(piece.text in label for label in _GOALS)]
    left = "".join(piece.text for piece in said if piece.start < middle)
    return left, "".join(piece.text for piece in said if piece.start >= middle)


def _whole_cells(pieces: Sequence[Piece], above: Sequence[Piece], below: Sequence[Piece]) -> list[str]:
    """The texts on a line of labels, with those that are wrapped around it: what stands above and below one place."""
    wholes = [[piece] for piece in pieces]
    for upper in above:
        lower = next((piece for piece in below if overlap((upper.start, upper.end), piece) > 0), None)
        if lower is None:
            continue
        around = [upper, lower]
        own = next((whole for whole in wholes if overlap((whole[0].start, whole[0].end), upper) > 0), None)
        if own is not None and label_key(own[0].text):
            continue  # a label is whole on its line
        if own is None:
            wholes.append(around)
        else:
            own += around
    ordered = sorted(wholes, key=lambda whole: whole[0].start)
    return ["".join(piece.text for piece in sorted(whole, key=lambda piece: piece.line)) for whole in ordered]
