"""The ordinals that head titles: 第一部分 or 第一章, 一、 or 第一节, （一）, 1., （1） or ①."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_CHINESE = "零一二三四五六七八九十"
_PATTERNS = (
    (0, re.compile(r"第\s*(?P<number>[一二三四五六七八九十]{1,3}|\d)\s*(?:部\s*分|章)\s*[、：:.]?\s*")),
    (1, re.compile(r"第\s*(?P<number>[一二三四五六七八九十]{1,3}|\d{1,2})\s*节\s*[、：:.]?\s*")),
    (1, re.compile(r"(?P<number>[一二三四五六七八九十]{1,3})\s*[、．.，,]\s*")),
    (2, re.compile(r"[（(]\s*(?P<number>[一二三四五六七八九十]{1,3})\s*[）)]\s*[、.．]?\s*")),
    (3, re.compile(r"(?P<number>\d{1,2})\s*(?:[、．.]|[）)])(?!\s*\d)\s*")),
    (4, re.compile(r"[（(]\s*(?P<number>\d{1,2})\s*[）)]\s*[、.．]?\s*")),
    (4, re.compile(r"(?P<number>[①-⑳])\s*[、.．]?\s*")),
)


@dataclass(frozen=True, slots=True)
class Ordinal:
    """An ordinal at the start of a line: level (0 a part, 1 一、, 2 （一）, 3 1., 4 （1）), number, length."""

    level: int
    number: int
    text: str
    end: int


def read_ordinal(line: str) -> Ordinal | None:
    """The ordinal that a line begins with; of two in a row (`（四）二、`) the higher-ranking one."""
    first = _read_one(line)
    if first is None:
        return None
    second = _read_one(line[first.end :])
    if second is None or second.level >= first.level:
        return first
    return Ordinal(second.level, second.number, second.text, first.end + second.end)


def _read_one(line: str) -> Ordinal | None:
    for level, pattern in _PATTERNS:
        if match := pattern.match(line):
            return Ordinal(level, _value(match["number"]), match[0].strip(), match.end())
    return None


def _value(numeral: str) -> int:
    """The value of 一 … 九十九, or of digits."""
    if numeral.isnumeric() and numeral[0] not in _CHINESE:
        return int(unicodedata.numeric(numeral)) if len(numeral) == 1 else int(numeral)
    tens, ten, ones = numeral.rpartition("十")
    return (_CHINESE.index(tens[0]) if tens else 1) * 10 * bool(ten) + (_CHINESE.index(ones[0]) if ones else 0)
