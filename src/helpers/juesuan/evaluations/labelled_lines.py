"""A line of labels with their values (目标值：≥4处，实际完成4处) as a row of cells: label, value, label, value …"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from juesuan.document import Cell, Line
from juesuan.evaluations.cards import NAME, SECOND_LEVEL, level_in
from juesuan.evaluations.columns import IGNORED
from juesuan.evaluations.vocabulary import FUND_HEADINGS, INDICATOR_HEADINGS, heading_key, is_level, label_key

Row = tuple[Cell, ...]
_ORDINAL = re.compile(r"^(?:[(（]?[0-9一二三四五六七八九十]{1,3}[)）、.．]|[-—·•●◆*])\s*")
_LABEL = r"(?P<label>[^:：,，;；。\d≥≤<>=＞＜()（）]{2,14}(?:[(（][^()（）]{1,8}[)）])?)"
_LABELLED = re.compile(rf"{_LABEL}\s*[:：]\s*(?P<value>\S.*)")
_SAID = re.compile(
    r"(?P<label>[^:：,，;；。\d≥≤<>=＞＜]{2,14}?)(?:为|是)?\s*(?P<value>(?:[≥≤<>=＞＜]|不[低高少多超]\S{0,2})?\s*\d.*)"
)
_NAMED = re.compile(r"(?P<name>[^:：,，;；。≥≤]{2,30}?)\s*[:：—]+\s*(?P<value>\S.*)")
_NUMBERED = re.compile(r"指标\d{1,2}")
_OF_LEVEL = re.compile(r"(?P<level>[^:：]{2,12})[:：]\s*(?P<name>\S.*)")
_PART = re.compile(r"[，,；;。]\s*|\t|\s{2,}")
_COLON = re.compile(r"[:：]")
_STOP = re.compile(r"[，,；;。]")
_LONGEST_VALUE = 20  # characters
_FEWEST_SAID = 2  # values that a line must say of the thing that it begins with


def labelled(line: Line, text: str) -> Row:
    """A text as labels with their values, or as the name of a level; nothing where it is neither."""
    if level := level_in(text):
        return _cells(line, [level])
    told = _ORDINAL.sub("", text.strip())
    if match := _NAMED.fullmatch(told):
        said = _pairs(match["value"])
        if len(said) >= 2 * _FEWEST_SAID:
            return _cells(line, [NAME, match["name"].strip(), *said])
    whole = _LABELLED.fullmatch(told)
    if whole and len(_COLON.findall(told)) == 1 and (_asks(whole["label"]) or _is_short(whole["value"])):
        return _cells(line, [whole["label"].strip(), whole["value"].strip()])
    return _cells(line, _pairs(told))


def _is_short(value: str) -> bool:
    """Whether what stands behind a label of no known meaning is a value, and no sentence."""
    return len(value) <= _LONGEST_VALUE and not _STOP.search(value)


def is_label(text: str) -> bool:
    """Whether a line is a label and nothing else, its value on the next."""
    word = text.strip().rstrip(":：")
    return bool(_NUMBERED.fullmatch(word)) or (re.fullmatch(_LABEL, word) is not None and _asks(word))


def below_label(label: Line, value: Line) -> Row:
    """The row of a label that stands on a line above its value."""
    word, said = label.text.strip().rstrip(":："), value.text.strip()
    if _NUMBERED.fullmatch(word):
        match = _OF_LEVEL.fullmatch(said)
        if match and is_level(match["level"]):
            return _cells(value, [NAME, match["name"], SECOND_LEVEL, match["level"]])
        return _cells(value, [NAME, said])
    return _cells(value, [word, said])


def _pairs(text: str) -> list[str]:
    """Label, value, label, value … where a text is made of nothing else."""
    found: list[str] = []
    for part in filter(None, _PART.split(text.strip())):
        match = _LABELLED.fullmatch(part) or _SAID.fullmatch(part)
        if match is None or not _asks(match["label"]):
            return []
        found += [match["label"].strip(), match["value"].strip()]
    return found


def _asks(label: str) -> bool:
    known = {heading_key(label, INDICATOR_HEADINGS), heading_key(label, FUND_HEADINGS), label_key(label)}
    return bool(known - {"", IGNORED})


def _cells(line: Line, texts: Sequence[str]) -> Row:
    return tuple(Cell(text, replace(line.place, cell=number)) for number, text in enumerate(texts, 1))
