"""Where one table ends and another begins, or goes on, told by the texts of their rows."""

from __future__ import annotations

import re
from collections.abc import Sequence

_TITLE = re.compile(r"表\s*(?:[（(][^（）()]*[）)])?$")
_CLOSING = re.compile(r"(?:总\s*分|总\s*计)$")
_GOES_ON = re.compile(r"[（(]?续(?:表|上表|前表)?[）)]?[：:]?$")
_FIGURE = re.compile(r"[-\d.,%]*\d[-\d.,%]*")
_OPENS_ROW = re.compile(r"[-\d（(≥≤<>=]|[一二三四五六七八九十]+、|合\s*计|其中|指标")

Texts = Sequence[str]


def begins_table(first: Texts, last: Texts, row: Texts) -> bool:
    """Whether `row` opens a new table after one whose first and last rows are given.

    It does where it is a title, where it has the first row's label with something else beside it
    (`项目名称`), or where it has words only and the table before ended with its total.
    """
    filled, heading, closing = _filled(row), _filled(first), _filled(last)
    if len(filled) == 1 and _TITLE.search(filled[0]):
        return True
    if heading and filled and heading[0] == filled[0] and heading != filled:
        return True
    has_figures = any(character.isdigit() for character in "".join(filled))
    return bool(closing) and _CLOSING.match(closing[0]) is not None and not has_figures


def repeated_heading(table: Sequence[Texts], continued: Sequence[Texts]) -> int:
    """How many rows of headings at the top of `continued` say again what stands at the top of `table`."""
    count = 0
    for above, below in zip(table, continued, strict=False):
        if _filled(above) != _filled(below) or not _is_heading(below):
            break
        count += 1
    return count


def _is_heading(row: Texts) -> bool:
    """Whether a row has words only, or figures that merely count the columns (`栏次 1 2 3`)."""
    figures = [text for text in _filled(row) if _FIGURE.fullmatch(text)]
    if not figures:
        return True
    counted = range(int(figures[0]), int(figures[0]) + len(figures)) if figures[0].isdigit() else ()
    return figures == [str(number) for number in counted]


def is_rest_of_row(row: Texts, rest: Texts) -> bool:
    """Whether `rest` holds only the last words of cells that a page break tore off `row`.

    Its first cell with anything must not be the row's first, and every one must go on with words
    that are no ordinal and no figure.
    """
    going_on = [(before.strip(), after.strip()) for before, after in zip(row, rest, strict=False) if after.strip()]
    left_out = [before for before, after in zip(row, rest, strict=False) if before.strip() and not after.strip()]
    if not going_on or not left_out or rest[0].strip():
        return False
    return all(before and not _OPENS_ROW.match(after) for before, after in going_on)


def says_it_goes_on(text: str) -> bool:
    """Whether a line above a table says that the table goes on (`续表`)."""
    return _GOES_ON.match(text.strip()) is not None


def _filled(row: Texts) -> list[str]:
    return ["".join(text.split()) for text in row if text.strip()]
