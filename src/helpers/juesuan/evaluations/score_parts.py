"""The points of an evaluation by part: a row over the indicators of a level, one of their sums, or a table of parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from juesuan.document import Cell
from juesuan.evaluations.cards import level_in
from juesuan.evaluations.cells import filled, is_empty, percent_entry, points_entry, row_quote, tidy
from juesuan.evaluations.columns import POINTS
from juesuan.evaluations.quantities import points_in
from juesuan.evaluations.vocabulary import INDICATOR_HEADINGS, heading_key, squeezed
from juesuan.records import Entry, FundLine, Indicator

_EXECUTION = re.compile(r"(?:.{1,4}[、.．)）])?(?:项目)?(?:预算|资金|经费|支出)?执行(?:情况)?(?:小计)?(?:\(.*\))?")
_OF_ROWS = {"weight", "score", "target", "actual"}
_SUBTOTAL = re.compile(r"(?:得分|分值)?小计$")
_VALUES = ("target", "actual")
_STANDARDS = ("standard",)


def part_headings(row: Sequence[Cell]) -> dict[str, int]:
    """The columns of a row of headings that ask for the points of parts and nothing else; empty for any other row."""
    at = filled(row)
    found = {heading_key(row[column].text, INDICATOR_HEADINGS): column for column in at[1:]}
    return found if len(at) == len(POINTS) + 1 and found.keys() == set(POINTS) else {}


def opens_others(row: Sequence[Cell]) -> bool:
    """Whether a row holds headings over other rows of figures, so that what follows is no indicator."""
    texts = [row[column].text for column in filled(row)]
    keys = {heading_key(text, INDICATOR_HEADINGS) for text in texts}
    return len(_OF_ROWS & keys) > 1 and not any(character.isdigit() for text in texts for character in text)


def part_in(row: Sequence[Cell], columns: dict[str, int], *, among: bool) -> Indicator | None:
    """The part whose points a row gives, by the name that it begins with; None where it gives those of an indicator.

    `among` says that the row stands among indicators: it then has no target, and its name is that of a level.
    """
    at = filled(row)
    points = [columns[key] for key in POINTS if key in columns and columns[key] < len(row)]
    if not at or not any(points_in(row[column].text) is not None for column in points) or at[0] in points:
        return None
    name = _SUBTOTAL.sub("", tidy(row[at[0]].text))
    if among:
        targets = [row[columns[key]].text for key in _VALUES if key in columns and columns[key] < len(row)]
        executed = is_execution(name) and (not targets or is_empty(targets[0]))
        others = [*targets, *(row[columns[key]].text for key in _STANDARDS if columns.get(key, len(row)) < len(row))]
        whole = bool(level_in(name) and targets) and all(map(is_empty, others)) and not _names_more(row, at, points)
        if not executed and not whole:
            return None
    entries = {key: points_entry(row[columns[key]]) for key in POINTS if key in columns and columns[key] < len(row)}
    return Indicator(
        level_in(name) or name,
        "",
        "",
        actual=_rate(row, columns),
        weight=entries.get("weight", Entry()),
        score=entries.get("score", Entry()),
        quote=row_quote(row),
        place=row[at[0]].place,
    )


def _rate(row: Sequence[Cell], columns: dict[str, int]) -> Entry:
    """The rate that a row of the execution gives as its result; blank where it gives none."""
    cell = row[columns["actual"]] if columns.get("actual", len(row)) < len(row) else None
    return percent_entry(cell) if cell is not None and cell.text.strip().endswith("%") else Entry()


def _names_more(row: Sequence[Cell], at: Sequence[int], points: Sequence[int]) -> bool:
    """Whether a row names something below the level with which it begins."""
    before = [column for column in at[1:] if points and column < min(points)]
    return any(row[column].text != row[at[0]].text for column in before)


def is_execution(name: str) -> bool:
    """Whether a part is the one that the money gets its points for (资金执行、预算执行)."""
    return _EXECUTION.fullmatch(squeezed(name)) is not None


def with_points(funds: Sequence[FundLine], parts: Sequence[Indicator]) -> list[FundLine]:
    """The lines of money, points and rate of the part that is the money's put to the total if that has none."""
    part = next((each for each in parts if is_execution(each.level1)), None)
    at = next((at for at, line in enumerate(funds) if line.kind == "total"), 0)
    if part is None or not funds or funds[at].score.text:
        return list(funds)
    line = funds[at]
    rate = line.rate if line.rate.text else part.actual
    whole = replace(line, weight=part.weight if part.weight.text else line.weight, rate=rate, score=part.score)
    return [*funds[:at], whole, *funds[at + 1 :]]
