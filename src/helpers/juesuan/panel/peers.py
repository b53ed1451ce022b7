"""A body among its peers: what is usual is the median, how far apart they lie is the median absolute deviation.

From eight peers on; standing out is never an accusation, since a body may have every reason for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

FEWEST = 8  # peers, below which a median says little of what is usual
FAR = Decimal("3.5")  # modified z-scores (Iglewicz and Hoaglin 1993) beyond which a value stands out
_NORMAL = Decimal("0.6745")  # of a deviation, so that scores compare with standard deviations


@dataclass(frozen=True, slots=True)
class Standing:
    """One body among its peers: its value, and how many deviations above (or, negative, below) the median."""

    name: str
    value: Decimal
    score: Decimal

    @property
    def stands_out(self) -> bool:
        """Whether the value lies far from what is usual."""
        return abs(self.score) > FAR


@dataclass(frozen=True, slots=True)
class Peers:
    """What is usual among peers, and each of them, the highest first."""

    median: Decimal
    deviation: Decimal
    standings: tuple[Standing, ...]


def peers(values: Mapping[str, Decimal]) -> Peers | None:
    """How bodies stand among each other; None for fewer than eight, and where most have the very same value."""
    if len(values) < FEWEST:
        return None
    middle = median(values.values())
    deviation = median(abs(value - middle) for value in values.values())
    if not deviation:
        return None
    standings = [Standing(name, value, _NORMAL * (value - middle) / deviation) for name, value in values.items()]
    return Peers(middle, deviation, tuple(sorted(standings, key=lambda each: (-each.value, each.name))))
