"""The lines around a form that belong to it: head above, notes below."""

from __future__ import annotations

import re

from juesuan.document import Document
from juesuan.forms.catalogue import Spec
from juesuan.forms.text import flat
from juesuan.forms.titles import form_titled

_NOTE = re.compile(r"^(?:注|说明|备注)\d?[:：.、\d]|本表|此表|无数据|为空|空表|尾数误差")
_ANNEX = re.compile(r"^附[件表]\d{0,2}(?:[-—.]\d+)?[:：]?$")
_NUMBERED = re.compile(r"^[(（]?\d+[)）]?[.．、](?!\d)")
_HEADING = re.compile(r"^(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）])")
_SENTENCE_END = ("。", "；", ";", "！")
_MAX_TITLE_LINES = 2


def title_at(document: Document, index: int, last: int) -> tuple[Spec, int] | None:
    """The form whose title begins at a line, and over how many lines it goes; `last` is out of reach."""
    for count in range(1, _MAX_TITLE_LINES + 1):
        lines = document.lines[index : min(index + count, last)]
        if spec := form_titled("".join(line.text for line in lines)):
            return spec, count
    return None


def title_line(document: Document, first: int, last: int) -> tuple[int, Spec | None]:
    """Index and form of the last title among lines `first` … `last`-1; (-1, None) where there is none."""
    for index in range(last - 1, first - 1, -1):
        if found := title_at(document, index, last):
            return index, found[0]
    return -1, None


def annex_above(document: Document, index: int, first: int) -> int:
    """Where a form's lines begin when 附件 N stands above its title."""
    while index > first and _ANNEX.match(flat(document.lines[index - 1].text)):
        index -= 1
    return index


def is_note(text: str) -> bool:
    """Whether a flat text is a note to a form."""
    return _NOTE.search(text) is not None


def is_heading(text: str) -> bool:
    """Whether a line begins a part or a section of the disclosure."""
    return _HEADING.match(flat(text)) is not None


def notes_below(document: Document, first: int, last: int, bounded: bool) -> list[int]:
    """Indices of the note lines below a form, among lines `first` … `last`-1.

    `bounded` says that `last` is where the next form begins, so that every line between that is
    no annex number is a note; else notes end where something else begins.
    """
    taken: list[int] = []
    for index in range(first, last):
        text = flat(document.lines[index].text)
        if _ANNEX.match(text):
            continue
        if is_heading(text) or form_titled(text):
            break
        goes_on = bool(taken) and (_NUMBERED.match(text) or not _ended(document, taken[-1]))
        if is_note(text) or goes_on or (bounded and taken):
            taken.append(index)
        elif not bounded:
            break
    return taken


def _ended(document: Document, index: int) -> bool:
    return flat(document.lines[index].text).endswith(_SENTENCE_END)
