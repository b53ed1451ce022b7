"""What rules over self-evaluations share: naming a table and its lines, and the precision of points."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from juesuan.accounts import Accounts
from juesuan.amounts import Amount
from juesuan.checks import Check, Evidence, Figure, of_entry
from juesuan.compare import not_applicable, unchecked
from juesuan.records import Entry, Evaluation, FundLine, Indicator

METHOD = "《项目支出绩效评价管理办法》（财预〔2020〕10号）"
HUNDRED = Decimal(100)
POINTS = "分"
EXACT_DECIMALS = 2  # points given as whole numbers are awarded, not rounded
LONGEST_NAME = 30
NO_TABLES = "文件中没有绩效自评表"
_OTHER_STEPS = re.compile(r"执行率.{0,14}(?:以上|及以上|大于|不低于|高于|≥|>).{0,20}(?:满分|得\d)")


def quoted(name: str) -> str:
    """A name in quotation marks, shortened where it is a whole sentence."""
    inner = name.replace("“", "‘").replace("”", "’")
    return f"“{inner if len(inner) <= LONGEST_NAME else inner[: LONGEST_NAME - 1] + '…'}”"


def table_name(evaluation: Evaluation) -> str:
    """How a reader calls a self-evaluation table."""
    if evaluation.project:
        return f"{quoted(evaluation.project)}{'评价评分表' if evaluation.supplementary else '自评表'}"
    return "整体支出绩效自评表" if evaluation.overall or not evaluation.title else quoted(evaluation.title)


def row_name(evaluation: Evaluation, indicator: Indicator) -> str:
    """How a reader calls one indicator of a table."""
    return f"{table_name(evaluation)}{quoted(indicator.level3 or indicator.level2)}"


def scored(accounts: Accounts) -> Iterator[Evaluation]:
    """The tables that have columns for points."""
    return (evaluation for evaluation in accounts.evaluations if evaluation.has_scores)


def no_tables(accounts: Accounts, claim: str, otherwise: str = "") -> Check:
    """Why a claim about tables was not checked: there are none, none that could be read, or for a reason of its own."""
    if accounts.evaluations and otherwise:
        return not_applicable(claim, otherwise)
    if accounts.unread_evaluations:
        return unchecked(claim, " ".join(accounts.unread_evaluations))
    return not_applicable(claim, NO_TABLES)


def without_tables(accounts: Accounts, claim: str) -> Iterator[Check]:
    """One check that says why a claim about tables does not apply, where there are none with points."""
    if not accounts.evaluations:
        yield no_tables(accounts, claim)
    elif not any(evaluation.has_scores for evaluation in accounts.evaluations):
        yield no_tables(accounts, claim, "自评表没有分值、得分栏")


def total_line(evaluation: Evaluation) -> FundLine | None:
    """The line of all the money, None where the table has none."""
    return next((line for line in evaluation.funds if line.kind == "total"), None)


def line_of(evaluation: Evaluation, kind: str) -> FundLine | None:
    """The first line of one kind of money."""
    return next((line for line in evaluation.funds if line.kind == kind), None)


def awarded(entry: Entry, label: str, quote: str, decimals: int = EXACT_DECIMALS) -> Figure:
    """A score or weight as a figure; whole points are exact, others known to `decimals` at least."""
    figure = of_entry(entry, label, quote)
    if entry.amount is None:
        return figure
    whole = entry.amount.decimals == 0
    known = entry.amount.with_decimals(max(EXACT_DECIMALS if whole else entry.amount.decimals, decimals))
    return Figure(label, known, figure.evidence, figure.doubt)


def finest(entries: Iterable[Entry]) -> int:
    """The decimals to which points of one table are known: its finest, or exact where all are whole."""
    shown = [entry.amount.decimals for entry in entries if entry.amount]
    return max(shown, default=0) or EXACT_DECIMALS


def points(value: Decimal, label: str, decimals: int = EXACT_DECIMALS) -> Figure:
    """Points that follow from a rule rather than stand in the document."""
    return Figure(label, Amount(value, POINTS, decimals, ""))


def row_evidence(indicator: Indicator) -> Evidence:
    return Evidence(indicator.quote, indicator.place, row=indicator.level3)


def fund_evidence(line: FundLine) -> Evidence:
    place = next((entry.place for entry in (line.executed, line.budget, line.opening) if entry.text), line.budget.place)
    return Evidence(line.quote, place, row=line.label)


def says_steps(accounts: Accounts, evaluation: Evaluation) -> bool:
    """Whether the table's notes or the prose score execution by steps: 执行率98%及以上得15分，……."""
    return any(map(_OTHER_STEPS.search, evaluation.conventions)) or bool(accounts.prose.search(_OTHER_STEPS))
