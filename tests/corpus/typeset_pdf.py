"""Typesets a manuscript as a PDF with ruled tables; the same manuscript gives the same bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from PIL.Image import Image as Picture
from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    LongTable,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
)

from corpus.dialect import Dialect
from corpus.manuscript import Cell, Manuscript, NewPage, Table, Words

FONT = "Corpus"
MARGIN = 50
SIZE = 9
LINE_START = "，。、；：！？）”》%"


@cache
def register_font() -> None:
    """The Chinese TrueType font of the `mpl-font` distribution, embedded as a subset."""
    spec = find_spec("mpl_font")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("the typesetter needs the mpl-font distribution")
    fonts = Path(spec.origin).parent / "fonts" / "wqy"
    pdfmetrics.registerFont(TTFont(FONT, str(next(iter(sorted(fonts.glob("*.ttc")))))))


def typeset(manuscript: Manuscript, dialect: Dialect, pictures: Mapping[str, Sequence[Picture]] | None = None) -> bytes:
    """The PDF's bytes; the blocks of a key that has `pictures` are left out, and these fill pages in their place."""
    register_font()
    waiting = dict(pictures or {})
    sheet = BytesIO()
    document = BaseDocTemplate(sheet, title=manuscript.name, author="", invariant=1)
    pages = {"portrait": A4, "landscape": landscape(A4)}
    document.addPageTemplates(
        [
            PageTemplate(
                name,
                [Frame(MARGIN, MARGIN, width - 2 * MARGIN, height - 2 * MARGIN, 0, 0, 0, 0)],
                pagesize=(width, height),
            )
            for name, (width, height) in pages.items()
        ]
    )
    story: list[object] = []
    wide = False
    for block in manuscript.blocks:
        if block.key in (pictures or {}):
            story += [part for each in waiting.pop(block.key, ()) for part in (Scanned(each), PageBreak())]
        elif isinstance(block, NewPage):
            wide = block.wide
            story += [NextPageTemplate("landscape" if wide else "portrait"), PageBreak()]
        elif isinstance(block, Words):
            story.append(_words(block))
        else:
            width = pages["landscape" if wide else "portrait"][0] - 2 * MARGIN
            story += [_table(block, width, dialect.repeat), Spacer(1, 8)]
    document.build(story)
    return sheet.getvalue()


class Scanned(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A picture over the whole page."""

    def __init__(self, picture: Picture) -> None:
        super().__init__()
        self.picture = picture

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.page = width + 2 * MARGIN, height + 2 * MARGIN
        return width, height

    def draw(self) -> None:
        self.canv.drawImage(ImageReader(self.picture), -MARGIN, -MARGIN, *self.page)


@cache
def _style(name: str) -> ParagraphStyle:
    base = ParagraphStyle("base", fontName=FONT, fontSize=10.5, leading=18, wordWrap="CJK")
    changed = {
        "cover": {"fontSize": 22, "leading": 44, "alignment": TA_CENTER},
        "part": {"fontSize": 15, "leading": 30, "alignment": TA_CENTER},
        "section": {"fontSize": 12, "leading": 24, "firstLineIndent": 24},
        "title": {"fontSize": 13, "leading": 26, "alignment": TA_CENTER},
        "label": {"alignment": TA_RIGHT, "fontSize": 9, "leading": 13},
        "unit": {"alignment": TA_RIGHT, "fontSize": 9, "leading": 13},
        "caption": {"fontSize": 9, "leading": 13},
        "note": {"fontSize": 9, "leading": 13},
        "contents": {"leftIndent": 24},
    }
    return ParagraphStyle(name, base, **changed.get(name, {"firstLineIndent": 21}))


def _words(words: Words) -> Paragraph:
    return Paragraph(escape(words.text), _style(words.style))


def _table(table: Table, width: float, repeat: bool) -> LongTable:
    widths = [width * part / sum(table.widths) for part in table.widths]
    matrix, spans, figures = placed(table)
    commands: list[tuple[object, ...]] = [
        ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
        ("FONT", (0, 0), (-1, -1), FONT, SIZE, SIZE * 1.3),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("ALIGN", (0, 0), (-1, table.headings - 1), "CENTER"),
        ("LEFTPADDING", (0, 0), (-1, -1), 2),
        ("RIGHTPADDING", (0, 0), (-1, -1), 2),
        ("TOPPADDING", (0, 0), (-1, -1), 1.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
    ]
    if not table.headings:
        del commands[3]
    commands += [("ALIGN", place, place, "RIGHT") for place in figures]
    commands += [("SPAN", first, last) for first, last in spans]
    reach = {first: last[0] for first, last in spans}
    shown = [
        [
            "\n".join(_wrapped(text, sum(widths[column : reach.get((column, row), column) + 1]) - 5))
            for column, text in enumerate(line)
        ]
        for row, line in enumerate(matrix)
    ]
    made = LongTable(shown, widths, repeatRows=table.headings if repeat else 0, splitByRow=1, rowSplitRange=None)
    made.setStyle(commands)
    return made


def placed(
    table: Table,
) -> tuple[list[list[str]], list[tuple[tuple[int, int], tuple[int, int]]], list[tuple[int, int]]]:
    """Texts on the full grid, the merged areas and the places of figures, all as (column, row)."""
    width = len(table.widths)
    matrix = [[""] * width for _ in table.rows]
    taken: set[tuple[int, int]] = set()
    spans: list[tuple[tuple[int, int], tuple[int, int]]] = []
    figures: list[tuple[int, int]] = []
    for row, cells in enumerate(table.rows):
        column = 0
        for cell in cells:
            while (column, row) in taken:
                column += 1
            _check(table, cell, column, row, width)
            matrix[row][column] = cell.text
            area = {(column + i, row + j) for i in range(cell.columns) for j in range(cell.rows)}
            taken |= area
            if len(area) > 1:
                spans.append(((column, row), (column + cell.columns - 1, row + cell.rows - 1)))
            if cell.figure:
                figures.append((column, row))
            column += cell.columns
    return matrix, spans, figures


def _check(table: Table, cell: Cell, column: int, row: int, width: int) -> None:
    if column + cell.columns > width or row + cell.rows > len(table.rows):
        raise ValueError(f"{table.key}: {cell.text!r} in row {row} reaches outside the table")


def _wrapped(text: str, width: float) -> list[str]:
    """Text broken into lines of at most this width; no line starts with closing punctuation."""
    lines = [""]
    for character in text:
        grown = lines[-1] + character
        full = pdfmetrics.stringWidth(grown, FONT, SIZE) > width
        if full and lines[-1] and character not in LINE_START:
            lines.append(character)
        else:
            lines[-1] = grown
    return lines
