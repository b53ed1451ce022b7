"""Points by bands of a rate, as standards and notes print them (`95%（含）以上得10分，90%（含）—95%得9分`)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from juesuan.evaluations.quantities import narrow

FEWEST = 2  # bands that make a scale
_PERCENT = r"\d+(?:\.\d+)?%"
_BAND = re.compile(
    rf"(?:(?P<low>{_PERCENT})\(?(?:含|不含)?\)?\s*(?:[-~～—至]|以上至)\s*(?P<high>{_PERCENT})\(?(?:不?含)?\)?(?:之间)?"
    rf"|(?:达到?|大于等于|不低于|≥|>=|高于|大于)?(?P<least>{_PERCENT})\(?含?\)?\s*(?:及?以上|\(含\)以上)"
    rf"|(?P<under>{_PERCENT})\(?(?:不含)?\)?\s*以下"
    rf"|(?:达到?|大于等于|不低于|≥|>=)(?P<from>{_PERCENT})"
    rf"|(?:低于|小于|不足|<)(?P<below>{_PERCENT})(?:的)?"
    rf")[^，,。;；\d]{{0,8}}[，,]?(?:的)?[，,]?(?:(?:计|得)(?P<points>\d+(?:\.\d+)?)分|(?P<none>不得分|得零分)"
    r"|(?:计|得)(?:该项?)?(?:指标)?(?:分值|权重|满分)的?(?P<share>\d+(?:\.\d+)?)%)"
)
_HUNDRED = Decimal(100)
_COMPLETION = re.compile(r"完成(?:比例|率|程度).*?(?:[。]|$)")
_EXECUTION = re.compile(r"执行率.*?(?=[；;。]\s*\d{1,2}[.、．)）]|$)")


@dataclass(frozen=True, slots=True)
class Band:
    """Between which rates, in %, so many points are given; `high` itself belongs to the band above.

    `of_weight` says that the points are a share of the indicator's weight, in %.
    """

    low: Decimal
    high: Decimal | None
    points: Decimal
    of_weight: bool = False

    def holds(self, rate: Decimal) -> bool:
        return self.low <= rate and (self.high is None or rate < self.high)


def bands(text: str) -> tuple[Band, ...]:
    """The bands that a standard prints, in its order; empty where it prints none."""
    found = []
    for match in _BAND.finditer(narrow(text)):
        low, high = match["low"] or match["least"] or match["from"], match["high"] or match["below"] or match["under"]
        ends = sorted(Decimal(end.rstrip("%")) for end in (low, high) if end)
        points, share = Decimal(match["points"] or match["share"] or 0), bool(match["share"])
        if low is None:
            found.append(Band(Decimal(0), ends[0], points, share))
        else:
            found.append(Band(ends[0], ends[1] if len(ends) > 1 else None, points, share))
    return tuple(found)


def execution_bands(notes: tuple[str, ...]) -> tuple[Band, ...]:
    """The bands by which the notes of a table give points for the execution rate; empty where none do."""
    clauses = [match[0] for note in notes for match in _EXECUTION.finditer(narrow(note))]
    return next((found for clause in clauses if len(found := bands(clause)) >= FEWEST), ())


def completion_bands(texts: Iterable[str]) -> tuple[Band, ...]:
    """The bands by which texts give an indicator a share of its weight for its completion; empty where none do."""
    scales = (bands(match[0]) for text in texts for match in _COMPLETION.finditer(narrow(text)))
    return next((scale for scale in scales if any(band.of_weight for band in scale) and len(scale) >= FEWEST), ())


def points_due(found: tuple[Band, ...], rate: Decimal, weight: Decimal = _HUNDRED) -> Decimal | None:
    """The points that a rate earns, None where no band or several that differ hold it."""
    due = {weight * band.points / _HUNDRED if band.of_weight else band.points for band in found if band.holds(rate)}
    return due.pop() if len(due) == 1 else None
