"""Text over a picture of its page, as text recognition elsewhere leaves it: the lines in the picture make the table."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

from juesuan.readers.pdf import load_pdf

ROWS = (("code", "name", "total"), ("201", "general", "10.00"), ("208", "social", "4.00"))
PAGE = (595, 842)
LEFT, TOP, WIDTH, HEIGHT = 80, 100, 120, 24


def page(*, ruled: bool) -> bytes:
    """A page with a table's words as text over a picture of the page, in which the table is `ruled` or not."""
    picture = Image.new("L", (2 * PAGE[0], 2 * PAGE[1]), 255)
    pen = ImageDraw.Draw(picture)
    right, bottom = LEFT + 3 * WIDTH, TOP + len(ROWS) * HEIGHT
    for y in range(TOP, bottom + 1, HEIGHT) if ruled else ():
        pen.line((2 * LEFT, 2 * y, 2 * right, 2 * y), fill=0, width=3)
    for x in range(LEFT, right + 1, WIDTH) if ruled else ():
        pen.line((2 * x, 2 * TOP, 2 * x, 2 * bottom), fill=0, width=3)
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=PAGE)
    canvas.drawInlineImage(picture, 0, 0, *PAGE)
    for number, row in enumerate(ROWS):
        for column, text in enumerate(row):
            canvas.drawString(LEFT + column * WIDTH + 6, PAGE[1] - TOP - number * HEIGHT - 16, text)
    canvas.save()
    return buffer.getvalue()


def test_a_table_ruled_in_the_picture_is_a_grid() -> None:
    document = load_pdf(page(ruled=True), Path("seen.pdf"))
    assert [[cell.text for cell in row] for grid in document.grids for row in grid.rows] == [list(row) for row in ROWS]


def test_a_picture_without_lines_leaves_text() -> None:
    document = load_pdf(page(ruled=False), Path("bare.pdf"))
    assert document.grids == ()
    assert len(document.lines) == len(ROWS)
