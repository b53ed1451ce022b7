"""One model for every kind of source: lines, paragraphs and grids that know their place.

Nothing after the readers knows whether a document was a PDF or a text conversion.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

Box = tuple[float, float, float, float]
Leaf = tuple[int, int]  # a page of a PDF: the file of a joined document, else 0, and the page
Order = tuple[int, int, float]

_FILE = re.compile(r"file (?P<file>\d+) (?P<within>.+)")
_SHEET = re.compile(r"sheet (?P<sheet>\d+) (?P<column>[A-Z]+)(?P<row>\d+)")
_TABLE = re.compile(r"table (?P<table>\d+) row (?P<row>\d+)(?: cell (?P<cell>\d+))?")
_WORDS_MEET = re.compile(r"[A-Za-z][A-Za-z0-9]|[0-9][A-Za-z]")


@dataclass(frozen=True, slots=True, repr=False)
class Place:
    """Where something stands: page and box in a PDF, a cell in an office file, a line in a text.

    All numbers count from 1. `box` is (left, top, right, bottom) in points from the top left corner
    of the page, turned so that its text stands upright. `line` gives the order in the whole source,
    also where a sheet or a table is named. `file` is the file where a document was joined from several,
    else None. Written as `p5:72.0,90.1,130.0,102.4`, `sheet 3 C14`, `table 2 row 5 cell 3`, `l120` or
    `l120c3`, with a file before it as `file 2 p5`.
    """

    page: int | None = None
    box: Box | None = None
    line: int | None = None
    cell: int | None = None
    sheet: int | None = None
    table: int | None = None
    row: int | None = None
    file: int | None = None

    def __repr__(self) -> str:
        return f"Place({str(self)!r})"

    def __str__(self) -> str:
        within = self._within
        return f"file {self.file} {within}" if self.file is not None and within else within

    @property
    def _within(self) -> str:
        """The place within its file."""
        if self.page is not None:
            box = "" if self.box is None else ":" + ",".join(f"{edge:.1f}" for edge in self.box)
            return f"p{self.page}{box}"
        if self.sheet is not None:
            return f"sheet {self.sheet} {_letters(self.cell or 1)}{self.row}"
        if self.table is not None:
            return f"table {self.table} row {self.row}" + ("" if self.cell is None else f" cell {self.cell}")
        if self.line is None:
            return ""
        return f"l{self.line}" + ("" if self.cell is None else f"c{self.cell}")

    @property
    def named(self) -> str:
        """Sheet and cell, or table and row, in Chinese; empty for a place in a PDF or a text."""
        if self.sheet is not None:
            return f"第{self.sheet}张工作表{_letters(self.cell or 1)}{self.row}"
        return "" if self.table is None else f"第{self.table}个表格第{self.row}行"

    @property
    def told(self) -> str:
        """File where there are several, and page, cell or line, in Chinese."""
        file = "" if self.file is None else f"文件{self.file}"
        return file + (f"第{self.page}页" if self.page is not None else self.named or f"第{self.line}行")

    @property
    def leaf(self) -> Leaf | None:
        """The page of a PDF on which it stands, None for any other source."""
        return None if self.page is None else (self.file or 0, self.page)

    @property
    def order(self) -> Order:
        """Where it comes in reading: the file, the page, and the distance from its top or the line."""
        if self.page is not None:
            return self.file or 0, self.page, self.box[1] if self.box else 0.0
        return self.file or 0, 0, float(self.line or 0)

    @property
    def spot(self) -> tuple[object, ...]:
        """What to compare it by: a line of a text as a whole, a box on its page."""
        return (self.leaf, self.box) if self.line is None else (self.file, self.line)

    @classmethod
    def parse(cls, text: str) -> Place:
        """The inverse of `str`, but for the `line` of a sheet or table; an empty text gives a place that is nowhere."""
        if inner := _FILE.fullmatch(text):
            return replace(cls.parse(inner["within"]), file=int(inner["file"]))
        if text.startswith("p"):
            page, _, edges = text[1:].partition(":")
            numbers = [float(edge) for edge in edges.split(",")] if edges else []
            box = (numbers[0], numbers[1], numbers[2], numbers[3]) if numbers else None
            return cls(page=int(page), box=box)
        if sheet := _SHEET.fullmatch(text):
            return cls(sheet=int(sheet["sheet"]), cell=_column(sheet["column"]), row=int(sheet["row"]))
        if table := _TABLE.fullmatch(text):
            within = int(table["cell"]) if table["cell"] else None
            return cls(table=int(table["table"]), row=int(table["row"]), cell=within)
        if text.startswith("l"):
            line, _, cell = text[1:].partition("c")
            return cls(line=int(line), cell=int(cell) if cell else None)
        return cls()


def pages_named(leaves: Iterable[Leaf]) -> str:
    """Pages in Chinese, those of each file together: `第3、5页`, `文件2第1页`."""
    files: dict[int, list[int]] = {}
    for file, page in sorted(leaves):
        files.setdefault(file, []).append(page)
    named = (f"{f'文件{file}' if file else ''}第{'、'.join(map(str, pages))}页" for file, pages in files.items())
    return "，".join(named)


def _letters(column: int) -> str:
    """A column of a sheet by its letters: 1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _column(letters: str) -> int:
    column = 0
    for letter in letters:
        column = 26 * column + ord(letter) - ord("A") + 1
    return column


def glue(before: str, after: str) -> str:
    """What stands between two lines when they are joined: a space between Latin words, else nothing."""
    return " " if _WORDS_MEET.fullmatch(before[-1:] + after[:1]) else ""


def joined(text: str) -> str:
    """A cell's text on one line: its breaks are taken out, also those within a number or a Chinese word."""
    whole = ""
    for piece in filter(None, map(str.strip, text.split("\n"))):
        whole += glue(whole, piece) + piece
    return whole


@dataclass(frozen=True, slots=True)
class Line:
    """One line of running text as displayed, without line end; markup of a conversion is removed.

    `indent` is how many half-width places of a text stand free before it; 0 in a PDF, where the box tells.
    """

    text: str
    place: Place
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a grid; inner line breaks of the source are kept as `\\n`.

    `columns` and `rows` say over how many places a merged cell reaches, where the source
    tells it (ruled PDF); the other places of a merge are cells with empty text.
    """

    text: str
    place: Place
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as rows of equally many cells.

    `order` is the index in `Document.lines` before which the grid stands. A table that goes
    on over pages is one grid.
    """

    rows: tuple[tuple[Cell, ...], ...]
    order: int

    def texts(self) -> list[list[str]]:
        """The bare cell texts, row by row."""
        return [[cell.text for cell in row] for row in self.rows]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text put together again from the lines `first` … `last` (indices, inclusive).

    `starts` holds, for every line, the offset in `text` at which it begins.
    """

    text: str
    first: int
    last: int
    starts: tuple[int, ...]

    def line_at(self, offset: int) -> int:
        """Index in `Document.lines` of the line that holds the character at `offset`."""
        return self.first + bisect_right(self.starts, offset) - 1


class Reason(Enum):
    """Why a part of a source was not read."""

    PICTURE = "picture"  # a picture that was not recognised
    CHARACTERS = "characters"  # fonts that do not tell their characters
    COARSE = "coarse"  # a picture too coarse to be recognised
    HIDDEN = "hidden"  # a sheet, row or column that the workbook hides
    UNSAVED = "unsaved"  # formulas whose results the workbook does not hold
    BEYOND = "beyond"  # rows or columns of a sheet that are more than can be read


@dataclass(frozen=True, slots=True)
class Unread:
    """A page, or what `name` names in Chinese, that was not read, and why: in its shadow nothing is missing."""

    place: Place
    reason: Reason
    name: str = ""


@dataclass(frozen=True, slots=True)
class File:
    """One of the files of a joined document: name, SHA-256 of its bytes, and how many pages a PDF has, else 0."""

    name: str
    digest: str
    pages: int


@dataclass(frozen=True, slots=True)
class Document:
    """A whole source. `digest` is the SHA-256 of its bytes, `pages` is 0 for all but a PDF.

    `unread` are the parts that were not read. `scanned` are the pages that were read from a
    picture: what stands on them may be misread, and at the places `doubted` probably is; `garbled`
    are those of them that have text in fonts which do not tell their characters. `files` are those
    that the document was joined from, () where it is one file.
    """

    name: str
    digest: str
    pages: int
    lines: tuple[Line, ...]
    paragraphs: tuple[Paragraph, ...]
    grids: tuple[Grid, ...]
    unread: tuple[Unread, ...] = ()
    scanned: frozenset[Leaf] = frozenset()
    doubted: frozenset[Place] = frozenset()
    garbled: frozenset[Leaf] = frozenset()
    files: tuple[File, ...] = ()

    def above(self, grid: Grid, count: int = 8) -> tuple[Line, ...]:
        """Up to `count` lines that stand directly above a grid."""
        return self.lines[max(0, grid.order - count) : grid.order]

    def below(self, grid: Grid, count: int = 4) -> tuple[Line, ...]:
        """Up to `count` lines that stand directly below a grid."""
        return self.lines[grid.order : grid.order + count]

    def place_at(self, paragraph: Paragraph, offset: int) -> Place:
        """Where the character at `offset` of a paragraph stands."""
        return self.lines[paragraph.line_at(offset)].place

    def around(self, place: Place) -> Grid | None:
        """The grid in which a cell stands: what shows a place of a workbook or a Word file."""
        return next(
            (grid for grid in self.grids if any(cell.place == place for row in grid.rows for cell in row)), None
        )

    def blocks(self) -> Iterator[Paragraph | Grid]:
        """Paragraphs and grids in reading order."""
        grids = list(self.grids)
        for paragraph in self.paragraphs:
            while grids and grids[0].order <= paragraph.first:
                yield grids.pop(0)
            yield paragraph
        yield from grids
