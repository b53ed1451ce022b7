"""What a figure of a form is in the terms of fiscal data: its phase, its year, the classification of its code."""

from __future__ import annotations

from enum import StrEnum

from juesuan.forms.description import BUDGET, CHANGE, OPENING_BUDGET, PRIOR
from juesuan.kinds.kind import Kind
from juesuan.records import Fact

_OPENING_WORDS, _BUDGET_WORD = ("年初", "批复"), "预算"
_FUNCTION, _ECONOMIC = (
    "2",
    ("3", "5"),
)  # how codes begin: by function; by economic nature, departments' and governments'


class Phase(StrEnum):
    """Which step of the budget cycle a figure belongs to."""

    APPROVED = "approved"  # 年初预算、批复的预算
    ADJUSTED = "adjusted"  # 全年预算、调整预算; 预算数 without more, which the national forms explain so
    EXECUTED = "executed"  # 决算
    NONE = ""  # a change, a rate, or a column whose heading was not understood


def phase_of(fact: Fact, kind: Kind) -> Phase:
    """The phase as the heading says it; where it says none, final accounts hold what was executed, budgets a plan."""
    measure = _measure(fact)
    if measure == CHANGE or fact.key in ("", fact.column):
        return Phase.NONE
    if measure == PRIOR:
        return Phase.APPROVED if _BUDGET_WORD in fact.column else Phase.EXECUTED
    if measure == OPENING_BUDGET:
        return Phase.APPROVED
    if measure == BUDGET:
        return Phase.APPROVED if any(word in fact.column for word in _OPENING_WORDS) else Phase.ADJUSTED
    return Phase.APPROVED if kind is Kind.BUDGET else Phase.EXECUTED


def fiscal_year(fact: Fact, year: str) -> str:
    """The year that a figure is of: the document's, or the one before for a prior-year column; "" where unknown."""
    return str(int(year) - 1) if year and _measure(fact) == PRIOR else year


def function_code(fact: Fact) -> str:
    """The code where it is one of the classification by function (功能分类), else ""."""
    return fact.code if fact.code.startswith(_FUNCTION) else ""


def economic_code(fact: Fact) -> str:
    """The code where it is one of the classification by economic nature (经济分类), else ""."""
    return fact.code if fact.code.startswith(_ECONOMIC) else ""


def _measure(fact: Fact) -> str:
    return fact.key.partition(":")[0]
