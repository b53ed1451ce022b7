"""Grades and the scores from which they hold: as a table or the prose sets them, else as is usual in the country."""

from __future__ import annotations

import re
from decimal import Decimal

from juesuan.accounts import Accounts
from juesuan.evaluations.quantities import narrow
from juesuan.records import Evaluation

Scale = tuple[tuple[str, Decimal], ...]  # grades with the least score of each, best first
GRADES: Scale = (("优", Decimal(90)), ("良", Decimal(80)), ("中", Decimal(60)), ("差", Decimal(0)))
_GRADE_WORD = r"(?P<grade>优秀?|良好?|中等?|合格|一般|较差|差|不合格|[A-D](?=[档级等]))"
_BOUND = re.compile(_GRADE_WORD + r"\(?[^\d,;、。]{0,3}(?P<a>\d{1,3})(?![\d个项])(?:分)?(?:[-~至—]+(?P<b>\d{1,3}))?")
# 95分及以上为优, 85分(含)至95分为良
_BOUND_BEFORE = re.compile(
    r"(?P<a>\d{1,3})分?(?:\((?:不?含)\))?(?:及?以上|[-~至—]+(?P<b>\d{1,3})分?)(?:\((?:不?含)\))?(?:的)?(?:评|定)*为[“\"]?"
    + _GRADE_WORD
)
_BEST = re.compile("优|A[档级等]")  # the name of the best grade
_FEWEST_BOUNDS = 3  # that make a scale


def thresholds(accounts: Accounts, evaluation: Evaluation | None) -> Scale:
    """Grades with the score from which they hold, best first.

    Those printed with a table, else those that the document's prose sets, else the national ones.
    """
    notes = evaluation.conventions if evaluation else ()
    said = (passage.text for passage in accounts.prose if "分" in passage.text and _BEST.search(passage.text))
    return next((scale for note in (*notes, *said) if (scale := _scale(note))), GRADES)


def _scale(note: str) -> Scale:
    """The scale that a note sets, () where it sets none."""
    text = narrow(note)
    found = [(match["grade"], _lower(match)) for match in _BOUND_BEFORE.finditer(text)]
    if not found and "等级" in note:
        found = [(match["grade"], _lower(match)) for match in _BOUND.finditer(text)]
    if len(found) < _FEWEST_BOUNDS:
        return ()
    found[-1] = (found[-1][0], Decimal(0))
    return tuple(sorted(found, key=lambda pair: -pair[1]))


def _lower(match: re.Match[str]) -> Decimal:
    numbers = [Decimal(number) for number in (match["a"], match["b"]) if number]
    return min(numbers)
