"""Functional items named by 类, 款 and 项, in one breath or over several headings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from juesuan.statements.characters import DIGIT
from juesuan.statements.nouns import trim

_LEVEL = re.compile(rf"\((?:[{DIGIT}\d]{{0,7}}(?P<level>类|款|项)|(?P<code>{DIGIT}{{2,3}}))\)")
_CODE = re.compile(rf"^[\s{DIGIT}.、]+")
_USED = re.compile(r"^(?:本年)?(?:支出(?:全部|主要|均|全额)?|全部|全额)(?:支出)?用[于在]")  # 支出全部用于某类（类）
_MARKS = " ,;:、-"  # what can stand between two levels; all else is the name (用于社会福利的彩票公益金支出)
_LEVELS = ("类", "款", "项")


@dataclass(frozen=True, slots=True)
class Item:
    """The account that is being spoken of: class, section, item; "" where not named."""

    names: tuple[str, str, str] = ("", "", "")

    def __str__(self) -> str:
        return "/".join(name for name in self.names if name)

    def with_level(self, level: int, name: str) -> Item:
        """The item after a name at a level was read: what stands below it is gone."""
        before = self.names
        return Item(
            (name if level == 0 else before[0], name if level == 1 else before[1] * (level > 1), name * (level == 2))
        )


def names_item(shadow: str) -> bool:
    """Whether a stretch names an account by its level."""
    return _LEVEL.search(shadow) is not None


def read_item(text: str, shadow: str, known: Item) -> tuple[Item, int]:
    """The item named in a stretch, beginning from what is known, and where the naming ends."""
    item, position, level = known, 0, -1
    for match in _LEVEL.finditer(shadow):
        level = _LEVELS.index(match["level"]) if match["level"] else _coded(match["code"], level)
        between = shadow[position : match.start()]
        start, end = trim(between) if position == 0 else (len(between) - len(between.lstrip(_MARKS)), len(between))
        used = _USED.match(between[start:end]) if position == 0 else None
        start += used.end() if used else 0
        name = text[position + start : position + end]
        code = _CODE.match(shadow[position + start : position + end])
        name = re.sub(r"[\s“”]", "", name[code.end() :] if code else name)
        if name and level < 3:
            item = item.with_level(level, name)
        position = match.end()
    return item, position


def _coded(code: str, before: int) -> int:
    """The level of a bracketed code: three digits are a class, two go one level down."""
    return 0 if len(code) == 3 else min(before + 1, 2)
