"""The points of an evaluation by part, one a row, in a table of their own (评分项 | 满分 | 得分)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from juesuan.document import Cell
from juesuan.evaluations.cells import filled, points_entry
from juesuan.evaluations.columns import POINTS
from juesuan.evaluations.vocabulary import INDICATOR_HEADINGS, heading_key, squeezed
from juesuan.records import FundLine

_OF_MONEY = "执行"  # the part that the money gets its points for (资金执行、预算执行率)
_OF_ROWS = {"weight", "score", "target", "actual"}


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


def with_points(funds: Sequence[FundLine], row: Sequence[Cell], columns: dict[str, int]) -> list[FundLine]:
    """The lines of money, the points of the part that is the money's put to the first that has none."""
    number = next((at for at, line in enumerate(funds) if not line.score.text), None)
    if _OF_MONEY not in squeezed(row[0].text) or number is None:
        return list(funds)
    weight, score = (points_entry(row[columns[key]]) for key in POINTS)
    return [*funds[:number], replace(funds[number], weight=weight, score=score), *funds[number + 1 :]]
