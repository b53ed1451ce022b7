"""The lines of a document that may be titles: those of its cover, headings, and the titles of tables."""

from __future__ import annotations

import re
from dataclasses import dataclass

from juesuan.document import Document, joined
from juesuan.passages import dense

_FRONT_LINES = 14
_NUMERAL_YEAR = re.compile(r"[二２][〇○Ｏ零][〇○Ｏ零一二三四五六七八九]{2}(?=年)")
_DIGITS = {**dict.fromkeys("〇○Ｏ零", "0"), **dict(zip("一二三四五六七八九２", "1234567892", strict=True))}
_FRONT_ENDS = re.compile(r"目录|第一部分|第一章|一、|1[.．、]")
_LONGEST_TITLE = 60
_NO_TITLE = re.compile(r"[。；]|^注|\d[\d,]*\.\d\d|[，：].{12}")


@dataclass(frozen=True, slots=True)
class Titles:
    """The lines that may be titles, dense; `front` are those of the cover."""

    front: str
    lines: tuple[str, ...]


def titles_of(document: Document) -> Titles:
    """The title lines of a document."""
    front: list[str] = []
    for line in document.lines[:_FRONT_LINES]:
        text = title_text(line.text)
        if _FRONT_ENDS.match(text) or not _on_cover(text):
            break
        front.append(text)
    texts = [title_text(paragraph.text) for paragraph in document.paragraphs]
    texts += [title_text(joined(grid.rows[0][0].text)) for grid in document.grids]  # a title in the grid's first row
    return Titles("".join(front), tuple(text for text in texts if _is_title(text)))


def title_text(text: str) -> str:
    """A text without white space, years in digits (二〇二三年 as 2023年)."""
    return _NUMERAL_YEAR.sub(lambda found: "".join(map(_DIGITS.__getitem__, found[0])), dense(text))


def _on_cover(text: str) -> bool:
    """Whether a line can stand on a cover: blank, or short and no title of a form."""
    return not text or (len(text) <= _LONGEST_TITLE and not text.endswith("表") and not _NO_TITLE.search(text))


def _is_title(text: str) -> bool:
    return 2 < len(text) <= _LONGEST_TITLE and not _NO_TITLE.search(text)
