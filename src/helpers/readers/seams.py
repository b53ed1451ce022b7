"""Where one table ends and another begins, or goes on, told by the texts of their rows."""

from __future__ import annotations

import re
from collections.abc import Sequence

_TITLE = re.compile(r"表\s*(?:[（(][^（）()]*[）)])?$")
_CLOSING = re.compile(r"(?:总\s*分|总\s*计)$")
_GOES_ON = re.compile(r"[（(]?续(?:表|上表|前表)?[）)]?[：:]?$")

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
    """How many rows at the top of `continued` say again what stands at the top of `table`."""
    count = 0
    for above, below in zip(table, continued, strict=False):
        if _filled(above) != _filled(below):
            break
        count += 1
    return count


def says_it_goes_on(text: str) -> bool:
    """Whether a line above a table says that the table goes on (`续表`)."""
    return _GOES_ON.match(text.strip()) is not None


def _filled(row: Texts) -> list[str]:
    return ["".join(text.split()) for text in row if text.strip()]
