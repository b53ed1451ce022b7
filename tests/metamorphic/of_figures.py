"""Figures and units written in another way."""

from __future__ import annotations

import re
from decimal import Decimal

from metamorphic.change import AMOUNT, Change, amounts, cells, everywhere, lines, prose, words

WIDE = str.maketrans("0123456789.,%-", "０１２３４５６７８９．，％－")
WIDE_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")


def grouped(cell: str) -> str:
    return f"{Decimal(cell.replace(',', '')):,}"


def torn(cell: str) -> str:
    """A blank within the decimals, as a narrow cell leaves it."""
    return f"{cell[:-1]} {cell[-1]}" if len(cell) > 6 else cell


def nothing(old: tuple[str, ...], new: str) -> Change:
    shown = new or "a blank"
    return Change(f"{shown} for nothing", cells(lambda cell: new if cell.strip() in old else cell))


CHANGES = (
    Change("cells without separators", amounts(lambda cell: cell.replace(",", ""))),
    Change("cells with separators", amounts(grouped)),
    Change("wide separators in cells", amounts(lambda cell: cell.replace(",", "，"))),
    Change("wide digits in cells", amounts(lambda cell: cell.translate(WIDE))),
    Change("torn figures in cells", amounts(torn)),
    Change("blanks around cells", cells(lambda cell: f" {cell} " if cell else cell)),
    Change("true minus signs", lines(lambda line: re.sub(r"(?<![\w.])-(?=\d)", "\u2212", line))),
    Change("currency signs", amounts(lambda cell: f"¥{cell}")),
    nothing(("0.00",), "—"),
    nothing(("0.00",), "-"),
    nothing(("0.00",), ""),
    nothing(("0.00",), "0"),
    nothing(("—", "-", "－"), "0.00"),
    nothing(("—", "-", "－"), "--"),
    Change("blanks around figures", words(r"(?<=[^\s\d.,])(\d[\d,.]*\d)(?=[^\s\d.,])", r" \1 ")),
    Change("a blank before units", words(r"(?<=\d)(?=万?元)", " ")),
    Change("parted units", words(r"(?<=\d)万元", "万 元")),
    Change("separators in prose", prose(lambda line: re.sub(r"\d+\.\d+(?=\s*万?元)", lambda m: grouped(m[0]), line))),
    Change("no separators in prose", words(r"(?<=\d),(?=\d{3})", "")),
    Change("wide digits in prose", prose(lambda line: AMOUNT.sub(lambda m: m[0].translate(WIDE), line))),
    Change("wide per cent signs", everywhere("%", "％")),
    Change("a blank before per cent signs", words(r"(?<=\d)%", " %")),
    Change("blanks around years", words(r"(?<!\d)(20\d\d)年", r" \1 年")),
    Change("money named as renminbi", words(r"(?<=\d)万元(?=[，。；])", "万元人民币")),
    Change("units with another colon", everywhere(r"单位：", "单位:")),
    Change("units in brackets", everywhere(r"^(\s*)((?:金额)?单位：\S*元)\s*$", r"\1（\2）")),
    Change("units as of money", everywhere(r"(?<!金额)单位：(?=\S{0,2}元)", "金额单位：")),
    Change("spread units", everywhere(r"单位：(?=\S{0,2}元)", "单 位： ")),
)
