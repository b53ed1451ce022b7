"""A table in a text whose spaces keep the layout: its display columns make it a grid.

A Chinese character is two columns wide, or one where a program laid out the text by characters. Figures of one
column overlap, those of two never do; what stands left of them are codes and names. Headings belong to the figures
that they stand above.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from juesuan.amounts import is_blank, parse_amount
from juesuan.document import Cell, Grid, Line, Place
from juesuan.forms.description import FormDescription, Layout, is_measure, measure_of
from juesuan.forms.headings import is_numbering
from juesuan.forms.text import flat, has_words

_WORD = re.compile(r"\S+")
_WIDTHS = (2, 1)  # columns that a Chinese character can take, the usual one first
_PARTED = re.compile(r"\S {2,}\S")
_GAP = 2  # columns of space that part two cells
_MOSTLY = 0.6  # share of the rows with figures that keep a wide gap
_FEWEST = 3  # rows with figures, or headings on a line, that show where the columns are
_CODE = re.compile(r"\d{2,7}")
_OF_LABELS = re.compile(r"编码|代码|名称|^项目$|^科目|^[类款项]+$|^功能分|^经济分|^类科目")  # no figures below
_TOTALS = ("合计", "小计", "总计")
_LINE_NUMBERS = "行次"  # a column of its own, however near the next heading stands
_SEVERAL = 2
_TRIPLE = 3  # a column of codes, one of names, one of figures


@dataclass(frozen=True, slots=True)
class Piece:
    """One word of a line with the display columns it covers."""

    text: str
    start: int
    end: int
    is_figure: bool


Span = tuple[int, int]


def keeps_indents(lines: Sequence[Line]) -> bool:
    """Whether some line whose cells are parted by spaces begins with space; where none does, it was cut off.

    What stands in a line without the space before it cannot be told by its position.
    """
    return any(line.indent and _PARTED.search(line.text) for line in lines)


def layout_grids(form: FormDescription, parts: Sequence[Sequence[Line]]) -> list[Grid]:
    """The parts of a form as one grid, or each as its own where a page's columns stand elsewhere.

    None where their spaces do not keep columns apart.
    """
    pages = [page for part in parts for page in _pages(part)]
    wide = min(_WIDTHS, key=lambda wide: sum(_spread(form, page, wide) for page in pages))
    if _are_aligned([_columns(_body([_pieces(form, line, wide) for line in page])) for page in pages]):
        pages = [[line for part in parts for line in part]]
    grids = [layout_grid(form, page, wide) for page in pages]
    found = [grid for grid in grids if grid is not None]
    return found if len(found) == len(grids) else []


def _spread(form: FormDescription, lines: Sequence[Line], wide: int) -> int:
    """How many display columns the figures of some lines cover: the fewer, the better they stand below each other."""
    body = _body([_pieces(form, line, wide) for line in lines])
    return len({place for row in body for piece in row if piece.is_figure for place in range(piece.start, piece.end)})


def _pages(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines, parted where a page ends or blank lines stand."""
    pages: list[list[Line]] = []
    for line in lines:
        if pages and _follows(pages[-1][-1].place, line.place):
            pages[-1].append(line)
        else:
            pages.append([line])
    return pages


def _follows(before: Place, after: Place) -> bool:
    """Whether a line stands right below another: on the same page, with no blank line between."""
    return before.page == after.page and (after.line or 0) <= (before.line or 0) + 1


def _are_aligned(pages: Sequence[Sequence[Span] | None]) -> bool:
    """Whether the columns of all pages are those of the first, as far as a page shows them."""
    shown = [page for page in pages if page]
    return all(_same_columns(first, page) for first, page in pairwise(shown))


def _same_columns(one: Sequence[Span], other: Sequence[Span]) -> bool:
    """Whether the first columns lie over each other, and none across two or over one that ends elsewhere."""
    if min(one[0][1], other[0][1]) <= max(one[0][0], other[0][0]):
        return False
    for start, end in other:
        over = [span for span in one if min(end, span[1]) > max(start, span[0])]
        if len(over) > 1 or (over and abs(over[0][1] - end) > _GAP):
            return False
    return True


def _body(rows: Sequence[Sequence[Piece]]) -> list[Sequence[Piece]]:
    """The rows that show money."""
    return [row for row in rows if any(map(_is_money, row)) and not is_numbering(_texts(row))]


def layout_grid(form: FormDescription, lines: Sequence[Line], wide: int) -> Grid | None:
    """The lines below a title as a grid, None where their spaces do not keep columns apart."""
    rows = [_pieces(form, line, wide) for line in lines]
    body = _body(rows)
    gaps = sum(any(b.start - a.end >= _GAP for a, b in pairwise(row)) for row in body)
    if (len(body) < _FEWEST and not _is_under_headings(form, rows, body)) or gaps < _MOSTLY * len(body):
        return None
    columns = _columns(body)
    if columns is None or len(columns) < 1:
        return None
    first = next(i for i, row in enumerate(rows) if row in body or _begins(form, row))
    numbered = [i for i, row in enumerate(rows[:first]) if is_numbering(_texts(row))]
    heads = [row for i, row in enumerate(rows[:first]) if i not in numbered]
    again = [_texts(row) for row in rows[:first]]  # the headings, which the next page repeats
    below = [(row, line) for row, line in zip(rows[first:], lines[first:], strict=True) if row]
    table = [_cells(row, line.place, columns) for row, line in below if _texts(row) not in again]
    heading = tuple(Cell(text, lines[0].place) for text in _headings(form, heads, columns))
    used = [c for c in range(len(heading)) if c % _TRIPLE == _TRIPLE - 1 or any(row[c].text for row in table)]
    return Grid(tuple(tuple(row[c] for c in used) for row in ((heading, *table) if heads else table)), 0)


def _is_under_headings(form: FormDescription, rows: Sequence[Sequence[Piece]], body: Sequence[Sequence[Piece]]) -> bool:
    """Whether in a form of one row a whole heading of its own stands above each figure, and several on one line."""
    if form.layout is not Layout.PUBLIC or not body:
        return False
    heads = rows[: rows.index(body[0])]
    figures = [(piece.start, piece.end) for piece in body[0] if piece.is_figure]
    leaves = [next((leaf for line in reversed(heads) if (leaf := _most_over(span, line))), None) for span in figures]
    known = [leaf for leaf in leaves if leaf and (form.key_of(flat(leaf.text)) or flat(leaf.text) in _TOTALS)]
    return max(map(len, heads), default=0) >= _FEWEST and len(set(known)) == len(figures)


def _pieces(form: FormDescription, line: Line, wide: int) -> list[Piece]:
    """The cells of a line: words with one space between them are one, unless one of them is a figure."""
    column = line.indent
    starts: list[int] = []
    for character in line.text:
        starts.append(column)
        column += wide if unicodedata.east_asian_width(character) in "WF" else 1
    starts.append(column)
    pieces: list[Piece] = []
    for match in _WORD.finditer(line.text):
        named = any(has_words(piece.text) for piece in pieces)  # codes stand before names
        whole = named if form.layout is Layout.CODED else form.layout is not Layout.ECONOMIC
        figure = _is_figure(match[0], whole=whole)
        piece = Piece(match[0], starts[match.start()], starts[match.end()], figure)
        last = pieces[-1] if pieces else None
        near = last is not None and piece.start - last.end < _GAP and flat(last.text) != _LINE_NUMBERS
        if last and near and not (last.is_figure or piece.is_figure):
            pieces[-1] = Piece(f"{last.text} {piece.text}", last.start, piece.end, is_figure=False)
        else:
            pieces.append(piece)
    return pieces


def _texts(row: Sequence[Piece]) -> list[str]:
    return [piece.text for piece in row]


def _is_money(piece: Piece) -> bool:
    return piece.is_figure and not is_blank(piece.text) and ("." in piece.text or piece.text == "0")


def _is_figure(text: str, *, whole: bool) -> bool:
    """Whether a word is a figure or a sign for nothing; a `whole` number is one where it can be no code."""
    amount = None if has_words(text) else parse_amount(text, "")
    return is_blank(text) or (amount is not None and (whole or amount.decimals > 0 or amount.value == 0))


def _columns(body: Sequence[Sequence[Piece]]) -> list[Span] | None:
    """The columns of figures, None where two figures of a row fall into one."""
    spans = sorted((piece.start, piece.end) for row in body for piece in row if piece.is_figure)
    columns: list[list[int]] = []
    for start, end in spans:
        if columns and start < columns[-1][1]:
            columns[-1][1] = max(columns[-1][1], end)
        else:
            columns.append([start, end])
    found = [(start, end) for start, end in columns]
    for row in body:
        taken = [_column_of(piece, found) for piece in row if piece.is_figure]
        if len(set(taken)) < len(taken):
            return None
    return found


def _column_of(piece: Piece, columns: Sequence[Span]) -> int:
    overlaps = [min(piece.end, end) - max(piece.start, start) for start, end in columns]
    best = max(range(len(columns)), key=overlaps.__getitem__)
    return best if overlaps[best] > 0 else -1


def _begins(form: FormDescription, row: Sequence[Piece]) -> bool:
    """Whether a row without figures is one of the body: a code with a name, or the first item of a side."""
    texts = [piece.text for piece in row]
    if form.layout is Layout.TWO_SIDED:
        return any(flat(text).startswith("一、") for text in texts)
    return len(texts) > 1 and _CODE.fullmatch(texts[0]) is not None and has_words(texts[1])


def _headings(form: FormDescription, heads: Sequence[Sequence[Piece]], columns: Sequence[Span]) -> list[str]:
    """The texts of the heading row, for each column of figures the codes and names before it first."""
    lines = [[piece for piece in row if not _OF_LABELS.search(flat(piece.text))] for row in heads]
    lines = [[_over_all(row[0], columns)] if _is_of_all(row) and len(lines) > 1 else row for row in lines]
    above = _in_runs(_in_order([_above(column, lines) for column in columns], lines), lines)
    texts: list[str] = []
    for pieces in above:
        path: list[str] = []
        for piece in pieces:
            _append(form, path, flat(piece.text))
        texts += ["科目编码", "科目名称" if form.layout is not Layout.TWO_SIDED else "项目", "/".join(path)]
    return texts


def _is_of_all(row: Sequence[Piece]) -> bool:
    """Whether a line of headings says but the measure of all columns below."""
    return len(row) == 1 and is_measure(flat(row[0].text))


def _over_all(piece: Piece, columns: Sequence[Span]) -> Piece:
    return replace(piece, start=min(piece.start, columns[0][0]), end=max(piece.end, columns[-1][1]))


def _above(column: Span, lines: Sequence[Sequence[Piece]]) -> list[Piece]:
    """The headings above a column of figures, the highest first: those over it, or over its lowest heading."""
    over = (piece for line in reversed(lines) if (piece := _most_over(column, line)) is not None)
    beside = (piece for line in reversed(lines) if (piece := _centred_before(column, line)) is not None)
    leaf = next(over, None) or next(beside, None)
    if leaf is None:
        return []
    spans = [(leaf.start, leaf.end), column]
    found = [next((piece for span in spans if (piece := _most_over(span, line)) is not None), None) for line in lines]
    return [piece for piece in found if piece is not None]


def _in_order(above: list[list[Piece]], lines: Sequence[Sequence[Piece]]) -> list[list[Piece]]:
    """The headings above each column; where one has none, those of the lowest line that has one for each, in order."""
    leaves = next((line for line in reversed(lines) if len(line) == len(above)), None)
    return above if leaves is None or all(above) else [[leaf] for leaf in leaves]


def _in_runs(above: list[list[Piece]], lines: Sequence[Sequence[Piece]]) -> list[list[Piece]]:
    """The headings above each column; those of a line that stand each over one run of columns go over all of it.

    A run begins with a total: 合计 stands under each of 本年收入, 本年支出 and so on.
    """
    heads = {leaf: head for upper, lower in pairwise(lines) for leaf, head in _heads_of(upper, lower)}
    return [[heads[pieces[-1]], pieces[-1]] if pieces and pieces[-1] in heads else pieces for pieces in above]


def _heads_of(upper: Sequence[Piece], lower: Sequence[Piece]) -> list[tuple[Piece, Piece]]:
    """Each heading of a line with the one above its run, where there are as many runs as headings above them."""
    upper = [piece for piece in upper if lower and piece.start < lower[-1].end]
    starts = [index for index, leaf in enumerate(lower) if flat(leaf.text) in _TOTALS]
    if len(starts) < _SEVERAL or len(starts) != len(upper) or starts[0]:
        return []
    ends = [*starts[1:], len(lower)]
    return [(lower[i], head) for start, end, head in zip(starts, ends, upper, strict=True) for i in range(start, end)]


def _centred_before(column: Span, line: Sequence[Piece]) -> Piece | None:
    """The heading of a line that is centred in the cell at whose right edge the figures of a column end."""
    before = [piece for piece in line if (piece.start + piece.end) / 2 <= column[1]]
    return before[-1] if before and (len(line) >= _FEWEST or measure_of(flat(before[-1].text))) else None


def _most_over(span: Span, line: Sequence[Piece]) -> Piece | None:
    overlaps = [(min(piece.end, span[1]) - max(piece.start, span[0]), -i) for i, piece in enumerate(line)]
    most, index = max(overlaps, default=(0, 0))
    return line[-index] if most > 0 else None


def _append(form: FormDescription, path: list[str], text: str) -> None:
    """Add a heading to a path, or the rest of one that a line end broke."""
    unknown = bool(path) and not form.key_of(path[-1]) and not measure_of(path[-1])
    if unknown or (path and is_measure(path[-1] + text) and not is_measure(path[-1])):
        path[-1] += text
    else:
        path.append(text)


def _cells(row: Sequence[Piece], place: Place, columns: Sequence[Span]) -> tuple[Cell, ...]:
    """A row of the body: before each column of figures the code and the name that stand left of it."""
    codes: list[list[str]] = [[] for _ in columns]
    names: list[list[str]] = [[] for _ in columns]
    figures = ["" for _ in columns]
    for piece in row:
        column = _column_of(piece, columns) if piece.is_figure else -1
        if column >= 0:
            figures[column] = piece.text
            continue
        after = next((i for i, (start, _) in enumerate(columns) if piece.start < start), len(columns) - 1)
        is_code = _CODE.fullmatch(piece.text.replace(" ", "")) is not None and not names[after]
        (codes if is_code else names)[after].append(piece.text)
    cells: list[Cell] = []
    for code, name, figure in zip(codes, names, figures, strict=True):
        cells += [Cell(" ".join(code), place), Cell("".join(name), place), Cell(figure, place)]
    return tuple(cells)
