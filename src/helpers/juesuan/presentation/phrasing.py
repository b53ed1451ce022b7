"""How amounts, shares and counts are written for a reader, in Chinese and in English."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from juesuan.amounts import YUAN, Amount
from juesuan.findings import Language

HUNDRED = Decimal(100)
CENT = Decimal("0.01")
THOUSAND = Decimal(1_000)
TEN_THOUSAND = Decimal(10_000)
MILLION = Decimal(1_000_000)
HUNDRED_MILLION = Decimal(100_000_000)


def money(value: Decimal | Amount, language: Language) -> str:
    """An amount of money (元) in the unit in which it reads well, to two places."""
    amount = value.into(YUAN).value if isinstance(value, Amount) else value
    if language == "zh":
        if abs(amount) >= HUNDRED_MILLION:
            return f"{_cents(amount / HUNDRED_MILLION)}亿元"
        if 0 < abs(amount) < THOUSAND:
            return f"{_cents(amount)}元"
        return f"{_cents(amount / TEN_THOUSAND)}万元"
    if abs(amount) >= MILLION:
        return f"¥{_cents(amount / MILLION)} million"
    return f"¥{amount.quantize(Decimal(1), ROUND_HALF_UP):,}"


def ten_thousands(value: Decimal) -> str:
    """An amount (元) in 万元 to two places, without the unit, as a table shows it."""
    return _cents(value / TEN_THOUSAND)


def share(part: Decimal, whole: Decimal) -> str:
    """Part of a whole in per cent to two places; the whole must not be zero."""
    return f"{_cents(part / whole * HUNDRED)}%"


def percent(value: Decimal) -> str:
    """A percentage to two places."""
    return f"{_cents(value)}%"


def points(value: Decimal) -> str:
    """A score without needless zeros."""
    return f"{value.normalize():f}"


def listed(words: list[str], language: Language) -> str:
    """Words as one enumeration."""
    if language == "zh":
        return "、".join(words)
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _cents(value: Decimal) -> str:
    return f"{value.quantize(CENT, ROUND_HALF_UP):,}"
