"""What a page carries besides its matter: page numbers and running lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from helpers.document import Line

_PAGE_NUMBER = re.compile(
    r"(?:[-—–－―─·•~]{1,2}\s*\d{1,3}\s*[-—–－―─·•~]{1,2}|第\s*\d{1,3}\s*页(?:\s*[,，/]?\s*共\s*\d{1,3}\s*页)?"
    r"|[-—–]\s*[ⅠⅡⅢⅣⅤⅥivxIVX]{1,5}\s*[-—–])"
)
_BARE_NUMBER = re.compile(r"\d{1,3}(?:\s*/\s*\d{1,3})?|[ⅠⅡⅢⅣⅤⅥ]|[ivx]{1,5}")
_MARGIN = 0.1  # share of a page's height, above and below, in which page numbers stand
_OUTER_MARGIN = 0.07  # and in which running lines do, clear of a table's title at the top of a page
_CAPTION = re.compile(r"表\s*(?:[（(].*[）)])?$|^[（(]?\d{4}\s*年度?[）)]?$|单位\s*[：:]|^附\s*[件表录]")
_FEWEST_PAGES = 3  # a running line is on so many pages at least, and on half of all
_DIGITS = re.compile(r"\d+")


def is_page_number(text: str) -> bool:
    """Whether a line is a page number that says so itself (`- 5 -`, `第 5 页`); a bare number is not enough."""
    return _PAGE_NUMBER.fullmatch(text.strip()) is not None


def without_furniture(lines: Iterable[Line], heights: Mapping[int, float]) -> list[Line]:
    """The lines of a PDF without page numbers and running heads; `heights` are those of the pages, in points."""
    lines = list(lines)
    running = _running(lines, heights)
    return [
        line
        for line in lines
        if not (_in_margin(line, heights, _MARGIN) and _is_number(line.text))
        and not (_in_margin(line, heights, _OUTER_MARGIN) and _pattern(line.text) in running)
    ]


def _is_number(text: str) -> bool:
    return is_page_number(text) or _BARE_NUMBER.fullmatch(text.strip()) is not None


def _running(lines: Sequence[Line], heights: Mapping[int, float]) -> set[str]:
    """The patterns of lines at the edges of at least half of the pages, unless they are captions of tables."""
    edge_lines = [line for line in lines if _in_margin(line, heights, _OUTER_MARGIN) and not _CAPTION.search(line.text)]
    pages_with = Counter(pattern for pattern, _ in {(_pattern(line.text), line.place.page) for line in edge_lines})
    fewest = max(_FEWEST_PAGES, len(heights) / 2)
    return {pattern for pattern, count in pages_with.items() if count >= fewest}


def _pattern(text: str) -> str:
    return _DIGITS.sub("0", text)


def _in_margin(line: Line, heights: Mapping[int, float], share: float) -> bool:
    page, box = line.place.page, line.place.box
    if page is None or box is None:
        return False
    middle = (box[1] + box[3]) / 2 / heights[page]
    return middle < share or middle > 1 - share
