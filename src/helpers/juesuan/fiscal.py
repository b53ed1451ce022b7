"""What a figure of a form is in the terms of fiscal data: its phase, its year, the classification of its code."""

from __future__ import annotations

from enum import StrEnum

from juesuan.forms.description import BUDGET, CHANGE, OPENING_BUDGET, PRIOR
from juesuan.kinds.kind import Kind
from juesuan.records import Fact

_OPENING_WORDS, _ADJUSTED_WORDS, _EXECUTED_WORDS = ("年初", "批复"), ("调整", "全年"), ("决算", "执行", "完成")
_PLANNED = "预算"
# how codes begin: by function; by economic nature, those of departments and of governments
_FUNCTION, _ECONOMIC = "2", ("3", "5")


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
        planned = _PLANNED in fact.column and not _says(fact, _EXECUTED_WORDS)
        return Phase.APPROVED if planned else Phase.EXECUTED
    if measure == OPENING_BUDGET or (measure == BUDGET and _says(fact, _OPENING_WORDS)):
        return Phase.APPROVED
    if kind is Kind.BUDGET:
        return Phase.ADJUSTED if _says(fact, _ADJUSTED_WORDS) else Phase.APPROVED
    return Phase.ADJUSTED if measure == BUDGET else Phase.EXECUTED


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


def _says(fact: Fact, words: tuple[str, ...]) -> bool:
    return any(word in fact.column for word in words)
