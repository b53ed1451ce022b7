"""What a page carries besides its matter: page numbers and running lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from juesuan.document import Line

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
_COUNTED = re.compile(r"[1-9][0-9]{0,2}")
_FEWEST_COUNTED = 4  # page numbers in a row that a text without pages must have
_SHORTEST_PAGE = 12  # lines
_MOST_MISSING = 2  # page numbers left out between two others
_OF_ALL_NUMBERS = 0.25  # share of page numbers in all bare numbers; where tables stand cell below cell it is less
_MOST_OF_TEXT = 0.6  # share of a text over which its page numbers go on


def is_page_number(text: str) -> bool:
    """Whether a line is a page number that says so itself (`- 5 -`, `第 5 页`); a bare number is not enough."""
    return _PAGE_NUMBER.fullmatch(text.strip()) is not None


def page_numbers_in(text_lines: Sequence[str]) -> frozenset[int]:
    """Indices of the bare numbers that count the pages of a text: one higher after every page, nearly to its end."""
    before: dict[int, int | None] = {}
    length: dict[int, int] = {}
    highest: dict[int, int] = {}  # by number, the index of the one that ends the longest count
    for index, text in enumerate(text_lines):
        if _COUNTED.fullmatch(text.strip()):
            number = int(text)
            before[index] = above = _counted_before(highest, length, number, index)
            length[index] = 1 if above is None else length[above] + 1
            if length[index] > length.get(highest.get(number, -1), 0):
                highest[number] = index
    last = max(length, key=lambda index: length[index], default=None)
    counted = []
    while last is not None:
        counted.append(last)
        last = before[last]
    is_count = len(counted) >= max(_FEWEST_COUNTED, _OF_ALL_NUMBERS * len(length))
    goes_on = is_count and counted[0] - counted[-1] >= _MOST_OF_TEXT * len(text_lines)
    return frozenset(counted if goes_on else ())


def _counted_before(highest: Mapping[int, int], length: Mapping[int, int], number: int, index: int) -> int | None:
    """Which of the numbers so far a number goes on from: a whole page above for each step."""
    steps = range(1, _MOST_MISSING + 2)
    above = [
        highest[number - step] for step in steps if highest.get(number - step, index) <= index - step * _SHORTEST_PAGE
    ]
    return max(above, key=lambda other: length[other], default=None)


def without_furniture(lines: Iterable[Line], heights: Mapping[int, float]) -> list[Line]:
    """The lines of a PDF without page numbers and running heads; `heights` are those of the pages, in points."""
    lines = list(lines)
    running = _running(lines, heights)
    counted = _counted([line for line in lines if _in_margin(line, heights, _MARGIN)])
    return [
        line
        for line in lines
        if not (_in_margin(line, heights, _MARGIN) and (is_page_number(line.text) or id(line) in counted))
        and not (_in_margin(line, heights, _OUTER_MARGIN) and _pattern(line.text) in running)
    ]


def _counted(margins: Sequence[Line]) -> set[int]:
    """The bare numbers in the margins that count the pages: the page itself, or as far from it on others too."""
    bare = [line for line in margins if _BARE_NUMBER.fullmatch(line.text.strip())]
    ahead = {id(line): _ahead(line) for line in bare}
    usual = Counter(ahead.values())
    return {of for of, by in ahead.items() if by in (None, 0) or usual[by] > 1}


def _ahead(line: Line) -> int | None:
    """By how much a bare number is higher than the number of its page; None for a Roman one."""
    number = _COUNTED.match(line.text.strip())
    return int(number[0]) - (line.place.page or 0) if number else None


def _running(lines: Sequence[Line], heights: Mapping[int, float]) -> set[str]:
    """The patterns of lines at the edges of at least half of the pages, unless they are figures or captions."""
    edge_lines = [line for line in lines if _in_margin(line, heights, _OUTER_MARGIN) and _has_words(line.text)]
    pages_with = Counter(pattern for pattern, _ in {(_pattern(line.text), line.place.page) for line in edge_lines})
    fewest = max(_FEWEST_PAGES, len(heights) / 2)
    return {pattern for pattern, count in pages_with.items() if count >= fewest}


def _has_words(text: str) -> bool:
    return any(map(str.isalpha, text)) and not _CAPTION.search(text)


def _pattern(text: str) -> str:
    return _DIGITS.sub("0", text)


def _in_margin(line: Line, heights: Mapping[int, float], share: float) -> bool:
    page, box = line.place.page, line.place.box
    if page is None or box is None:
        return False
    middle = (box[1] + box[3]) / 2 / heights[page]
    return middle < share or middle > 1 - share
