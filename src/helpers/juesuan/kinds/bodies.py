"""Several bodies in one file: each disclosure begins with a cover of its own, or each body's forms name it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from juesuan.document import Document, Paragraph
from juesuan.kinds.captions import starts_of_forms
from juesuan.kinds.titles import title_text
from juesuan.part_ordinals import PART_OR_SECTION

_NAME = r"(?P<name>[\u4e00-\u9fff（）·]{4,40}?)"
_ACCOUNTS = r"(?:部门|单位)?(?:收支)?(?:决算|预算)(?:公开|报告|情况|信息|说明|文件|书)*"
_COVERS = (
    re.compile(rf"{_NAME}(?P<year>20\d\d)年度?{_ACCOUNTS}"),
    re.compile(rf"(?P<year>20\d\d)年度?{_NAME}(?P<own>本级)?{_ACCOUNTS}"),
)
_ORDINAL = re.compile(rf"^(?:{PART_OR_SECTION}|[（(]?[一二三四五六七八九十\d]+[）)、.．])|^附件")
_OPENING = re.compile(r"^(?:目录|第一(?:部分|章))")
_COVER_LINES = 3  # over which a cover's title may be broken
_UP_TO_OPENING = 4  # paragraphs between a cover and the contents or part one
_LONGEST_COVER = 60


def bodies(document: Document) -> tuple[Document, ...]:
    """The document parted before each cover, or the forms, of another body or year; itself where there is one."""
    starts = list(_starts(document))
    starts = starts if len(starts) > 1 else list(starts_of_forms(document))
    if len(starts) < 2:
        return (document,)
    edges = [0, *starts[1:], len(document.lines)]
    return tuple(_slice(document, first, last) for first, last in pairwise(edges))


def _starts(document: Document) -> Iterator[int]:
    """The lines at which covers begin, each of another body or year than the one before."""
    texts = [title_text(paragraph.text) for paragraph in document.paragraphs]
    known, after = "", 0
    for index, paragraph in enumerate(document.paragraphs):
        cover, lines = _cover(texts, index) if index >= after else ("", 0)
        after = max(after, index + lines)
        if cover and cover != known:
            known = cover
            yield paragraph.first


def _cover(texts: list[str], index: int) -> tuple[str, int]:
    """Body and year of the cover that begins with a paragraph, and over how many it goes; "" where none begins."""
    if _ORDINAL.match(texts[index]):
        return "", 0
    for count in range(1, _COVER_LINES + 1):
        title = "".join(texts[index : index + count])
        match = next((found for cover in _COVERS if (found := cover.fullmatch(title))), None)
        following = texts[index + count : index + count + _UP_TO_OPENING]
        if match and len(title) <= _LONGEST_COVER and any(map(_OPENING.match, following)):
            return match["name"] + match["year"], count
    return "", 0


def _slice(document: Document, first: int, last: int) -> Document:
    """What stands between two lines, as a document of its own; places stay those of the whole."""
    paragraphs = tuple(_moved(each, first) for each in document.paragraphs if first <= each.first < last)
    end = last if last < len(document.lines) else last + 1  # a grid below the last line
    grids = tuple(replace(each, order=each.order - first) for each in document.grids if first <= each.order < end)
    pages = {line.place.page for line in document.lines[first:last]}
    unread = tuple(part for part in document.unread if part.place.page is None or _within(part.place.page, pages))
    return replace(document, lines=document.lines[first:last], paragraphs=paragraphs, grids=grids, unread=unread)


def _within(page: int, pages: set[int | None]) -> bool:
    known = [each for each in pages if each is not None]
    return not known or min(known) <= page <= max(known) + 1


def _moved(paragraph: Paragraph, by: int) -> Paragraph:
    return replace(paragraph, first=paragraph.first - by, last=paragraph.last - by)
