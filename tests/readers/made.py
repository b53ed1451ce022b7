"""PDFs drawn for the tests, with invented names and figures."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"  # built into PDF readers: no font file is needed
SIZE = 10.0
_PADDING = 3.0

Rows = Sequence[Sequence[str]]
Draw = Callable[[Canvas], None]


def pdf(*pages: Draw, size: tuple[float, float] = A4, encrypt: StandardEncryption | None = None) -> bytes:
    """A PDF with a page for each of the functions that draw on it."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size, encrypt=encrypt, invariant=1)
    for draw in pages:
        canvas.setFont(FONT, SIZE)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def write(canvas: Canvas, x: float, y: float, *lines: str, leading: float = 20.0) -> None:
    """Lines of text from (x, y) downwards, in points from the lower left corner."""
    for count, line in enumerate(lines):
        canvas.drawString(x, y - count * leading, line)


def table(canvas: Canvas, x: float, y: float, widths: Sequence[float], rows: Rows, height: float = 20.0) -> None:
    """A fully ruled table whose top left corner is (x, y); cells may hold several lines."""
    edges = [x]
    for width in widths:
        edges.append(edges[-1] + width)
    for count in range(len(rows) + 1):
        canvas.line(edges[0], y - count * height, edges[-1], y - count * height)
    for edge in edges:
        canvas.line(edge, y, edge, y - len(rows) * height)
    for down, row in enumerate(rows):
        for across, text in enumerate(row):
            lines = text.split("\n")
            write(canvas, edges[across] + _PADDING, y - down * height - SIZE - 2, *lines, leading=SIZE + 1)
