"""Ruled lines in a picture that lies below the text of a page: camelot looks at the page and sees them."""

from __future__ import annotations

import io
import logging
import warnings
from collections.abc import Iterator
from typing import Any

from juesuan.readers.frames import Frame
from juesuan.readers.ruling import Rule, Rules

logging.getLogger("camelot").addHandler(logging.NullHandler())


def rules_seen(data: bytes, number: int, frame: Frame) -> Rules:
    """The lines of the tables that camelot's lattice sees on a page (from 1); none where it sees none or fails."""
    from camelot.io import read_pdf  # takes up to a second: only where it is needed

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            tables = read_pdf(io.BytesIO(data), pages=str(number), flavor="lattice")
        except Exception:  # camelot's parser raises anything at all on damaged input; the page is then text alone
            return Rules()
    across: list[Rule] = []
    down: list[Rule] = []
    for table in tables:
        for x0, y0, x1, y1 in _walls(table):
            left, top, right, bottom = frame.enter((x0, y0, x1, y1))
            if right - left > bottom - top:
                across.append((top, left, right))
            else:
                down.append((left, top, bottom))
    return Rules(tuple(across), tuple(down))


def _walls(table: Any) -> Iterator[tuple[float, float, float, float]]:
    """The drawn sides of a table's cells, in the PDF's own coordinates."""
    for cell in (cell for row in table.cells for cell in row):
        for is_drawn, wall in (
            (cell.left, (cell.x1, cell.y1, cell.x1, cell.y2)),
            (cell.right, (cell.x2, cell.y1, cell.x2, cell.y2)),
            (cell.top, (cell.x1, cell.y2, cell.x2, cell.y2)),
            (cell.bottom, (cell.x1, cell.y1, cell.x2, cell.y1)),
        ):
            if is_drawn:
                yield wall
