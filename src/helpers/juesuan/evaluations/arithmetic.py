"""Telling a damaged reading from a faulty document by the table's own arithmetic."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any, TypeVar

from juesuan.records import Entry, Evaluation, FundLine, Indicator

HUNDRED = Decimal(100)
EXECUTION_WEIGHT = Decimal(10)  # 财预〔2020〕10号: 预算执行率 carries 10 of the 100 points
_DAMAGED = "表格各行没有读全或没有对齐：分值、得分都不合计为总分"

_ASTRAY = "表格多数行与栏目对不齐，不能确定各栏"
_MOST_ASTRAY = 0.5  # share of rows in doubt beyond which none of a table is sure

_Row = TypeVar("_Row", FundLine, Indicator)
_OF_MONEY = ("opening", "budget", "executed", "weight", "rate", "score")
_OF_INDICATOR = ("target", "actual", "weight", "completion", "score")


def settled(evaluation: Evaluation, *, damaged: bool = False) -> Evaluation:
    """The evaluation with doubts dropped where its sums come out, and set where they do not.

    `damaged` says that the source kept no cells, so that rows may have been missed altogether. A table
    whose rows all stood under their headings is left as it is: there, a wrong sum is the document's.
    """
    doubts = sum(bool(indicator.doubt) for indicator in evaluation.indicators)
    doubtful = damaged or doubts
    if not doubtful or not evaluation.has_scores:
        return in_doubt(evaluation, _ASTRAY) if doubts > _MOST_ASTRAY * len(evaluation.indicators) else evaluation
    if weights_hold(evaluation):
        return replace(evaluation, indicators=tuple(_sure(each) for each in evaluation.indicators))
    if scores_hold(evaluation) and doubts <= _MOST_ASTRAY * len(evaluation.indicators):
        return evaluation
    return in_doubt(evaluation, _DAMAGED)


def in_doubt(evaluation: Evaluation, reason: str) -> Evaluation:
    """The evaluation with all that is in it in doubt: where its rows were not understood, none of its cells is sure."""
    return replace(
        evaluation,
        doubt=reason,
        funds=tuple(_each_unsure(line, _OF_MONEY, reason) for line in evaluation.funds),
        indicators=tuple(
            replace(_each_unsure(row, _OF_INDICATOR, reason), doubt=row.doubt or reason)
            for row in evaluation.indicators
        ),
        total_weight=_unsure(evaluation.total_weight, reason),
        total_score=_unsure(evaluation.total_score, reason),
        grade=_unsure(evaluation.grade, reason),
    )


def _each_unsure(row: _Row, names: Iterable[str], reason: str) -> _Row:
    entries: dict[str, Any] = {name: _unsure(getattr(row, name), reason) for name in names}
    return replace(row, **entries)


def _unsure(entry: Entry, reason: str) -> Entry:
    return replace(entry, doubt=entry.doubt or reason)


def weights_hold(evaluation: Evaluation) -> bool:
    """Whether the weights, with the execution line's printed or usual ten points, make up the whole."""
    whole = evaluation.total_weight.amount.value if evaluation.total_weight.amount else HUNDRED
    weights = [each.weight.amount.value for each in evaluation.indicators if each.weight.amount]
    printed = [line.weight.amount.value for line in evaluation.funds if line.weight.amount]
    execution = printed[0] if printed else EXECUTION_WEIGHT if evaluation.funds else Decimal(0)
    return bool(weights) and sum(weights, Decimal(0)) in (whole, whole - execution)


def scores_hold(evaluation: Evaluation) -> bool:
    """Whether the scores add up to the printed total, to a tenth of a point."""
    if evaluation.total_score.amount is None:
        return False
    scores = [each.score.amount.value for each in evaluation.indicators if each.score.amount]
    execution = next((line.score.amount.value for line in evaluation.funds if line.score.amount), Decimal(0))
    return abs(sum(scores, execution) - evaluation.total_score.amount.value) <= Decimal("0.1")


def _sure(indicator: Indicator) -> Indicator:
    """The row without the doubt about where its filled cells belong; lost cells stay in doubt."""
    kept = {name: replace(entry, doubt="") for name in _OF_INDICATOR if (entry := getattr(indicator, name)).text}
    return replace(indicator, **kept)
