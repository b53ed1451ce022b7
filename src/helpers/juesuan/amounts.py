"""Amounts as a document displays them: exact decimals that know their precision and unit.

A figure shown to d decimals is known to half a unit of its last place; everything the rules
say about rounding follows from that interval, never from a fixed tolerance.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache

YUAN = "元"
TEN_THOUSAND = "万元"
PERCENT = "%"

_MEASURED = {PERCENT, "分", ""}  # rounded although not money; every other unit is counted
MONEY_UNITS: dict[str, Decimal] = {  # every unit of money, in 元
    YUAN: Decimal(1),
    "千元": Decimal(1_000),
    TEN_THOUSAND: Decimal(10_000),
    "百万元": Decimal(1_000_000),
    "亿元": Decimal(100_000_000),
}
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，％－−﹣＋（）　￥", "0123456789.,%---+() ¥")
_BLANK_MARKS = {"", "-", "—", "——", "–", "--", "/", "\\", "…"}
MOST_DIGITS = 22  # no account is longer; what is longer is damage, and beyond exact arithmetic
_NUMBER = re.compile(r"(?P<sign>[-+])?(?P<digits>(?!0\d)(?:\d{1,3}(?:,\d{3})+|\d+))(?P<fraction>\.\d+)?(?P<percent>%)?")
_GAP = re.compile(r"(\s+)")
_GROUPED = re.compile(r"[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_LONG_WHOLE = re.compile(r"[-+]?\d{4,}")
_PLAIN_DIGITS = re.compile(r"(?P<sign>[-+]?)(?P<whole>[1-9][0-9]{3,})(?P<rest>(?:\.[0-9]+)?%?)")
_USUAL_PLACES = 2  # a figure shown to cents is whole
_FRACTION_TAIL = re.compile(r"\d+%?")
_REMEMBERED = 4096  # texts of cells, most of which come again and again


@dataclass(frozen=True, slots=True)
class Interval:
    """The closed range of true values that a displayed figure can stand for."""

    low: Decimal
    high: Decimal

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, factor: Decimal) -> Interval:
        ends = (self.low * factor, self.high * factor)
        return Interval(min(ends), max(ends))

    def __truediv__(self, other: Interval) -> Interval:
        """Quotient; raises ZeroDivisionError where the divisor may be zero."""
        if other.low <= 0 <= other.high:
            raise ZeroDivisionError("the divisor's interval contains zero")
        ends = [a / b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(ends), max(ends))

    def __contains__(self, value: Decimal) -> bool:
        return self.low <= value <= self.high

    def meets(self, other: Interval) -> bool:
        """Whether the two ranges have a value in common."""
        return self.low <= other.high and other.low <= self.high

    def gap(self, other: Interval) -> Decimal:
        """How far the ranges are apart; zero where they meet."""
        return max(self.low - other.high, other.low - self.high, Decimal(0))


@dataclass(frozen=True, slots=True)
class Amount:
    """One displayed figure.

    `value` is exact in `unit` (元, 万元, %, or what is counted: 辆, 人, 分 …), `decimals` the number
    of places it is known to, `displayed` the characters of the source, closed up where a line break tore them.
    """

    value: Decimal
    unit: str
    decimals: int
    displayed: str

    @property
    def step(self) -> Decimal:
        """One unit of the last displayed place."""
        return _step(self.decimals)

    @property
    def half(self) -> Decimal:
        """How far the true value may lie from the displayed one.

        Half a step; nothing for things counted in whole numbers and for a bare `0`, which says
        that there is none, not that there is less than a half.
        """
        counted = self.unit not in _MEASURED and not self.is_money
        if self.decimals <= 0 and (counted or self.value == 0):
            return Decimal(0)
        return self.step / 2

    @property
    def interval(self) -> Interval:
        """Every value that rounds to this display."""
        return Interval(self.value - self.half, self.value + self.half)

    @property
    def is_money(self) -> bool:
        return self.unit in MONEY_UNITS

    def into(self, unit: str) -> Amount:
        """The same amount in another unit of money; precision moves with it.

        Raises ValueError where either unit is not one of money and they differ.
        """
        if unit == self.unit:
            return self
        if unit not in MONEY_UNITS or self.unit not in MONEY_UNITS:
            raise ValueError(f"no way from {self.unit} to {unit}")
        factor = MONEY_UNITS[self.unit] / MONEY_UNITS[unit]
        return replace(self, value=self.value * factor, unit=unit, decimals=self.decimals - factor.adjusted())

    def with_decimals(self, decimals: int) -> Amount:
        """The same value known to another precision (a form that drops trailing zeros)."""
        return replace(self, decimals=decimals)

    def __str__(self) -> str:
        return f"{grouped(plain(self.value, max(self.decimals, 0)))}{self.unit}"

    @property
    def shown(self) -> str:
        """As the document displays it, with its thousands parted and its unit behind."""
        if not self.displayed:
            return str(self)
        return grouped(self.displayed).removesuffix(PERCENT) + self.unit


@cache
def _step(decimals: int) -> Decimal:
    return Decimal(1).scaleb(-decimals)


def plain(value: Decimal, decimals: int | None = None) -> str:
    """A decimal in plain digits, without exponent; `decimals` pads with zeros but never cuts."""
    text = format(value, "f")
    if decimals is None:
        return text
    whole, _, fraction = text.partition(".")
    fraction = fraction.rstrip("0") if len(fraction) > decimals else fraction
    fraction = fraction.ljust(decimals, "0")
    return f"{whole}.{fraction}" if fraction else whole


def grouped(digits: str) -> str:
    """A number in plain digits with commas between its thousands; any other text as it is."""
    match = _PLAIN_DIGITS.fullmatch(digits)
    return f"{match['sign']}{int(match['whole']):,}{match['rest']}" if match else digits


@lru_cache(_REMEMBERED)
def is_blank(text: str) -> bool:
    """Whether a cell says nothing: empty, a dash, a slash. A blank is not a zero."""
    return text.translate(_FULL_WIDTH).strip() in _BLANK_MARKS


@lru_cache(_REMEMBERED)
def parse_amount(text: str, unit: str) -> Amount | None:
    """The figure in a cell or phrase that holds one number and nothing else, else None.

    Takes full-width digits, thousands separators, gaps torn into a number by a line break
    (`2,678.8 2`), a leading sign, the sign of the yuan or accounting brackets, and a percent sign, which sets
    the unit to %. Blanks, anything that is not wholly a number, and two numbers side by side
    (`30 30`) give None, and so do a number of more than `MOST_DIGITS` digits and the rest of a torn
    one (`00`).
    """
    cleaned = text.translate(_FULL_WIDTH).strip().removeprefix("¥").lstrip()
    bracketed = cleaned.startswith("(") and cleaned.endswith(")")
    whole = _without_gaps(cleaned[1:-1].strip() if bracketed else cleaned)
    match = None if whole is None else _NUMBER.fullmatch(whole)
    if match is None:
        return None
    fraction = match["fraction"] or ""
    digits = match["digits"].replace(",", "") + fraction
    if len(digits) > MOST_DIGITS:
        return None
    value = Decimal(digits)
    negative = (match["sign"] == "-") != bracketed
    return Amount(
        value=-value if negative else value,
        unit=PERCENT if match["percent"] else unit,
        decimals=max(len(fraction) - 1, 0),
        displayed="".join(text.split()),
    )


def _without_gaps(text: str) -> str | None:
    """A number with the gaps torn into it closed; None where a gap may as well part two numbers."""
    whole, *rest = _GAP.split(text)
    for gap, after in zip(rest[::2], rest[1::2], strict=True):
        if not _is_torn(whole, gap, after):
            return None
        whole += after
    return whole


def _is_torn(before: str, gap: str, after: str) -> bool:
    """Whether what stands on both sides of a gap is one number: one side alone would not be whole."""
    if before.endswith((".", ",", "-", "+")) or after.startswith((".", ",", "%")):
        return True
    if "." in before:
        places = len(before.partition(".")[2])
        return places != _USUAL_PLACES and _FRACTION_TAIL.fullmatch(after) is not None
    if "," in before:
        return _GROUPED.fullmatch(before) is None
    return "\n" in gap and "." in after and _LONG_WHOLE.fullmatch(before) is not None
