"""Where each form of a document stands: its title, what lies between it and the next thing, and its parts.

A form begins with its title and ends where another table's title, a heading or a sentence begins. What comes
again under the same title right after it (continued on the next page, 续表) goes on with it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from juesuan.document import Document, Grid
from juesuan.forms.cut_columns import beside, has_no_labels
from juesuan.forms.description import FormDescription, FormSet, Layout, is_measure
from juesuan.forms.evidence import by_headings, by_print, fits
from juesuan.forms.headings import read_headings
from juesuan.forms.text import filled, flat
from juesuan.forms.titles import Title, is_head, title_of
from juesuan.page_furniture import is_furniture
from juesuan.part_ordinals import PART, PART_OR_SECTION

_NOTE = re.compile(r"^(?:注|说明|备注)\d?[:：.、\d]|本表|此表|无数据|为空|空表|尾数误差|尾差|四舍五入")
_ANNEX = re.compile(r"^附[件表]\d{0,2}(?:[-—.]\d+)?[:：]?$")
_NUMBERED = re.compile(r"^[(（]?\d+[)）]?[.．、](?!\d)")
_PART = re.compile(rf"^{PART}")
_HEADING = re.compile(rf"^(?:{PART_OR_SECTION}|[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）])")
_EXPLAINS = re.compile(r"(?:说明|情况|概况|解释)$")
_SENTENCE = re.compile(r"[。；]")
_SENTENCE_END = ("。", "；", ";", "！")
_WORDS = re.compile(r"[\u4e00-\u9fff]{2}")
_DIGITS = re.compile(r"\d")
_SHORTEST_HALF = 4  # characters of a title's first line whose second line is a title by itself
_COUNTS = re.compile(r"团组|人次|批次|保有量")
_EVALUATED = re.compile(r"绩效(?!工资)|指标|分值|得分")
_OF_FIGURES = re.compile(r"数$|[决预]算数")  # 2023年决算数 beside 2024年决算数 and 增减额
_RUNNING_HEAD = re.compile(
    r"20\d\d年度?.*(?:决算|公开|报告)|(?:部门|单位)决算(?:公开)?$|[决预]算公开(?:报告|说明)?(?:[·•|/—-]*20\d\d)?$"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One line (by its index) or one grid of a document, in reading order."""

    line: int = -1
    grid: Grid | None = None


@dataclass(slots=True)
class Region:
    """A table with a title: its form (None: a table that no description knows), lines above, parts and notes.

    `parts` are grids, or runs of line indices, in reading order. `bounded` tells that another
    table's title ends it; `aside` is a grid right after it that may be of it and was not understood so.
    """

    form: FormDescription | None
    title: Title | None
    head: list[int] = field(default_factory=list)
    parts: list[Grid | list[int]] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)
    bounded: bool = False
    aside: Grid | None = None

    @property
    def lines(self) -> list[int]:
        runs = [index for part in self.parts if isinstance(part, list) for index in part]
        return sorted({*self.head, *runs, *self.notes})


def regions_of(document: Document, forms: FormSet) -> list[Region]:
    """All tables with a title, and grids that are a form by their headings or printed number, in reading order."""
    reader = _Reader(document, list(_pieces(document, forms)), forms)
    return _known_by_headings(document, reader.regions(), forms)


def _pieces(document: Document, forms: FormSet) -> Iterator[Piece]:
    grids = [part for grid in document.grids for part in _split(grid, forms)]
    for index in range(len(document.lines)):
        while grids and grids[0].order <= index:
            yield Piece(grid=grids.pop(0))
        yield Piece(line=index)
    for grid in grids:
        yield Piece(grid=grid)


def _split(grid: Grid, forms: FormSet) -> list[Grid]:
    """A grid parted before every row below its first that is the title of a form."""
    starts = [0]
    for index, row in enumerate(grid.rows):
        said = filled([cell.text for cell in row])
        title = title_of(said[0], forms) if len(said) == 1 else None
        if title and title.form and index > starts[-1] and not all(_is_above(r) for r in grid.rows[starts[-1] : index]):
            starts.append(index)
    ends = [*starts[1:], len(grid.rows)]
    return (
        [replace(grid, rows=grid.rows[a:b]) for a, b in zip(starts, ends, strict=True)] if len(starts) > 1 else [grid]
    )


def _is_above(row: Sequence[object]) -> bool:
    said = filled([getattr(cell, "text", "") for cell in row])
    return all(is_head(text) or title_of(text) is not None for text in said)


class _Reader:
    """Goes through a document once and parts it into regions."""

    def __init__(self, document: Document, pieces: list[Piece], forms: FormSet) -> None:
        self._document = document
        self._pieces = pieces
        self._forms = forms
        self._times = Counter(re.sub(r"\d", "", flat(line.text)) for line in document.lines)

    def regions(self) -> list[Region]:
        found: list[Region] = []
        current: Region | None = None
        position = 0
        while position < len(self._pieces):
            title, count = self._title_at(position)
            if title is not None:
                if current is not None:
                    current.bounded = True
                current = Region(title.form, title)
                current.head += [piece.line for piece in self._pieces[position : position + count] if piece.line >= 0]
                current.head = self._with_annex(current.head)
                found.append(current)
                piece = self._pieces[position]
                if piece.grid is not None:
                    current.parts.append(piece.grid)
                position += count
                continue
            if current is not None and not self._take(current, self._pieces[position]):
                current = None
            if current is None and self._pieces[position].grid is not None:
                current = Region(None, None)
                current.parts.append(self._pieces[position].grid or Grid((), 0))
                found.append(current)
            position += 1
        return found

    def _with_annex(self, head: list[int]) -> list[int]:
        first = head[0] if head else 0
        while head and first > 0 and _ANNEX.match(flat(self._text(first - 1))):
            first -= 1
        return [*range(first, head[0]), *head] if head else head

    def _text(self, index: int) -> str:
        return self._document.lines[index].text

    def _title_at(self, position: int) -> tuple[Title | None, int]:
        """The title that begins at a piece, and over how many pieces it goes."""
        piece = self._pieces[position]
        if piece.grid is not None:
            return _title_in(piece.grid, self._forms), 1
        text = self._text(piece.line)
        title = title_of(text, self._forms)
        if title is not None:
            return title, 1
        following = self._pieces[position + 1] if position + 1 < len(self._pieces) else Piece()
        if following.line < 0 or (_DIGITS.search(text.replace("20", "", 1)) and "年" not in text):
            return None, 0
        if _SENTENCE.search(text) or is_head(text):
            return None, 0
        title = title_of(text + self._text(following.line), self._forms)
        if title is None or title.form is None:
            return None, 0
        if title_of(self._text(following.line), self._forms) is not None and (
            not title.bare or len(flat(text)) < _SHORTEST_HALF
        ):
            return None, 0  # a title by itself, with something else above it
        return title, 2

    def _take(self, region: Region, piece: Piece) -> bool:
        """Give a piece to a region; False where the region ends before it."""
        if piece.grid is not None:
            return self._take_grid(region, piece.grid)
        return self._take_line(region, piece.line)

    def _take_grid(self, region: Region, grid: Grid) -> bool:
        grids = [part for part in region.parts if isinstance(part, Grid)]
        if not grids:
            if region.notes or (region.parts and region.form is not None and not fits(region.form, grid)):
                return False
            between = [index for part in region.parts if isinstance(part, list) for index in part]
            region.head += [index for index in between if is_head(self._text(index))]
            region.parts.append(grid)
            return True
        if region.form is None or not _goes_on(region, grids, grid, bool(region.notes)):
            region.aside = None if region.notes else grid
            return False
        region.parts.append(grid)
        return True

    def _take_line(self, region: Region, index: int) -> bool:
        text = flat(self._text(index))
        if _PART.match(text):
            return False
        if self._is_furniture(text):
            return True
        if region.notes:
            return self._take_below_note(region, index, text)
        if is_note(text):
            region.notes.append(index)
            return True
        if _SENTENCE.search(text) or (_HEADING.match(text) and _EXPLAINS.search(text)):
            return False
        has_grid = any(isinstance(part, Grid) for part in region.parts)
        begins_block = region.form is not None and region.form.layout is Layout.PUBLIC and is_measure(text)
        if has_grid and _WORDS.search(text) and not is_head(text) and not begins_block:
            return False
        if region.parts and isinstance(region.parts[-1], list):
            region.parts[-1].append(index)
        elif not region.parts and is_head(self._text(index)):
            region.head.append(index)
        elif not has_grid or begins_block:
            region.parts.append([index])
        elif is_head(self._text(index)):
            region.head.append(index)
        return True

    def _is_furniture(self, text: str) -> bool:
        """Whether a line stands at the head or foot of pages: printed by a program, or a body and year come again."""
        if is_furniture(text):
            return True
        comes_again = self._times[re.sub(r"\d", "", text)] > 1
        is_heading_of_figures = _OF_FIGURES.search(text) is not None
        return (
            comes_again and _RUNNING_HEAD.search(text) is not None and not is_heading_of_figures and not is_note(text)
        )

    def _take_below_note(self, region: Region, index: int, text: str) -> bool:
        """Whether a line below a note is one more, or goes on with it."""
        if is_heading(text) or not text:
            return False
        before = flat(self._text(region.notes[-1]))
        if is_note(text) or _NUMBERED.match(text) or not before.endswith(_SENTENCE_END):
            region.notes.append(index)
            return True
        return not _WORDS.search(text)


def is_note(text: str) -> bool:
    """Whether a flat text is a note to a form."""
    return _NOTE.search(text) is not None


def is_heading(text: str) -> bool:
    """Whether a flat text begins a part or a section of the disclosure."""
    return _HEADING.match(text) is not None


def _title_in(grid: Grid, forms: FormSet) -> Title | None:
    """The title among the first rows of a grid."""
    for row in grid.rows:
        said = filled([cell.text for cell in row])
        if not said:
            continue
        titles = [title for text in said if (title := title_of(text, forms)) is not None]
        if titles:
            return titles[0]
        if not all(is_head(text) for text in said):
            return None
    return None


def _goes_on(region: Region, grids: Sequence[Grid], grid: Grid, noted: bool) -> bool:
    """Whether a grid without title carries on the form before it."""
    assert region.form is not None
    words = [flat(cell.text) for row in grid.rows for cell in row]
    if region.form.layout is Layout.PUBLIC and any(map(_COUNTS.search, words)):
        return not any(map(_EVALUATED.search, words))
    if any(map(_EVALUATED.search, words)):
        return False
    if region.form.layout is Layout.CODED and (has_no_labels(grid) or any(beside(each, grid) for each in grids)):
        return True
    if noted:
        return False
    headings = read_headings(grid)
    if any(headings.paths):
        return fits(region.form, grid) or _is_other_half(region.form, grid)
    return len(grid.rows[0]) == len(grids[-1].rows[0]) or any("经费合计" in word for word in words)


def _is_other_half(form: FormDescription, grid: Grid) -> bool:
    """Whether a grid holds nothing but columns of figures that the form knows."""
    headings = read_headings(grid)
    known = [form.key_of(path) for path in headings.paths if path]
    return bool(known) and all(known)


def _known_by_headings(document: Document, regions: list[Region], forms: FormSet) -> list[Region]:
    """The regions, those without title given the form that their headings, or the number printed above, tell."""
    seen = {region.form.number for region in regions if region.form and region.parts}
    for region in regions:
        if region.form is not None or region.title is not None or not region.parts:
            continue
        grid = region.parts[0]
        if not isinstance(grid, Grid):
            continue
        form = by_headings(grid, seen, forms) or by_print(document, grid, seen, forms)
        if form is not None:
            region.form = form
            seen.add(form.number)
    return regions
