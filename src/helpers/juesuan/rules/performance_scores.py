"""Family `performance_score`: points, weights and totals inside one self-evaluation table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from juesuan.accounts import Accounts
from juesuan.amounts import Amount
from juesuan.checks import Check, Evidence, Figure, Outcome, of_entry
from juesuan.compare import finding, not_applicable, passed, sums_to, unchecked
from juesuan.evaluations.quantities import level_points
from juesuan.records import Evaluation, Indicator
from juesuan.rules.performance import (
    HUNDRED,
    METHOD,
    POINTS,
    awarded,
    finest,
    fund_evidence,
    points,
    row_evidence,
    row_name,
    scored,
    table_name,
    total_line,
    without_tables,
)
from juesuan.rules.performance_parts import listed_parts, part_checks
from juesuan.rules.registry import rule

FAMILY = "performance_score"
USUAL_EXECUTION_WEIGHT = Decimal(10)
_NAMED = re.compile(r"[^\d(（]")  # points without a name are the rest of a torn label


@rule("evaluation-score-total", family=FAMILY, basis=METHOD, zh="自评表各项得分之和等于总分")
def evaluation_score_total(accounts: Accounts) -> Iterator[Check]:
    """The scores of a self-evaluation, that of its execution rate included, sum to its total."""
    yield from without_tables(accounts, "自评表总分")
    for evaluation in scored(accounts):
        subject = f"{table_name(evaluation)}总分"
        if reason := _why_unsummed(evaluation):
            yield unchecked(subject, reason)
            continue
        total = of_entry(evaluation.total_score, subject, f"总分 {evaluation.total_score.text}")
        scores = _scores(evaluation)
        execution = _execution_score(evaluation)
        label = "执行率得分与各指标得分之和"
        check = sums_to(total, [*execution, *scores], subject, parts_label=label)
        if check.outcome is Outcome.FAILED and execution:
            without = sums_to(total, scores, subject, parts_label="各指标得分之和")
            check = check if without.outcome is Outcome.FAILED else without
        if check.outcome is Outcome.FAILED and not execution and _is_for_execution(evaluation):
            check = unchecked(subject, "执行率没有印出或读出得分，总分与各指标得分之差可能就是这项得分", total)
        yield check
    for each in accounts.evaluations:
        yield from listed_parts(each)


@rule("evaluation-weights", family=FAMILY, basis=METHOD, zh="自评表各项分值连同执行率的分值合计为满分")
def evaluation_weights(accounts: Accounts) -> Iterator[Check]:
    """The weights of a self-evaluation, that of its execution rate included, sum to the full marks."""
    yield from without_tables(accounts, "自评表分值")
    for evaluation in scored(accounts):
        subject = f"{table_name(evaluation)}分值合计"
        weighted = [each for each in evaluation.indicators if each.weight.amount]
        doubt = evaluation.doubt or next((each.weight.doubt for each in evaluation.indicators if each.weight.doubt), "")
        if doubt or not weighted:
            yield unchecked(subject, doubt or "表中没有读出分值")
            continue
        if all(each.weight.amount and each.weight.amount.value <= 1 for each in weighted):
            yield unchecked(subject, "分值以权数表示，不是百分制")
            continue
        full = [each for each in weighted if each.weight.amount and each.weight.amount.value >= HUNDRED]
        if full and len(weighted) > 1:  # what alone is worth all the points is a score, or a table of its own
            yield unchecked(subject, "有的指标一项即为满分，所读的可能不是分值")
            continue
        parts = [awarded(each.weight, f"“{each.level3}”分值", each.quote) for each in weighted]
        yield _weights_check(evaluation, subject, parts)


@rule("evaluation-level-weights", family=FAMILY, basis=METHOD, zh="各级指标标明的分值、得分等于其下各指标之和")
def evaluation_level_weights(accounts: Accounts) -> Iterator[Check]:
    """The points printed with a level, or in a row of its own, are the sum of those of the indicators under it."""
    yield from without_tables(accounts, "一级指标分值")
    for evaluation in scored(accounts):
        checks = list(_level_checks(evaluation))
        gaps = [check.difference for check in checks if check.outcome is Outcome.FAILED and check.difference]
        if len(gaps) > 1 and sum(gaps) == 0:
            reason = "两个一级指标一多一少、差额相同，可能是表格转换时行归错了级"
            checks = [
                unchecked(check.subject, reason) if check.outcome is Outcome.FAILED else check for check in checks
            ]
        checks += [check for part in evaluation.parts for check in part_checks(evaluation, part)]
        yield from checks
        if not checks:
            yield not_applicable(f"{table_name(evaluation)}一级指标分值", "一级指标没有标明分值")


@rule("score-within-weight", family=FAMILY, basis=METHOD, zh="得分不超过分值")
def score_within_weight(accounts: Accounts) -> Iterator[Check]:
    """No score is above its weight."""
    yield from without_tables(accounts, "得分与分值")
    for evaluation in scored(accounts):
        for indicator in evaluation.indicators:
            subject = f"{row_name(evaluation, indicator)}得分"
            if indicator.weight.doubt or indicator.score.doubt:
                yield unchecked(subject, indicator.weight.doubt or indicator.score.doubt)
            elif indicator.weight.amount and indicator.score.amount:
                evidence = row_evidence(indicator)
                yield _within(subject, indicator.score.amount, indicator.weight.amount, [evidence])
        line = total_line(evaluation)
        if line and line.weight.amount and line.score.amount:
            subject = f"{table_name(evaluation)}执行率得分"
            yield _within(subject, line.score.amount, line.weight.amount, [fund_evidence(line)])


def _why_unsummed(evaluation: Evaluation) -> str:
    if evaluation.doubt:
        return evaluation.doubt
    if evaluation.total_score.amount is None:
        return "表中没有读出总分"
    for indicator in evaluation.indicators:
        if indicator.score.doubt:
            return indicator.score.doubt
        if indicator.weight.amount and not indicator.score.amount:
            return f"“{indicator.level3}”有分值而没有读出得分"
    line = total_line(evaluation)
    if line and line.weight.amount and not line.score.amount:
        return "执行率有分值而没有读出得分"
    return "" if any(each.score.amount for each in evaluation.indicators) else "表中没有读出得分"


def _scores(evaluation: Evaluation) -> list[Figure]:
    decimals = _score_decimals(evaluation)
    return [
        awarded(each.score, f"“{each.level3}”得分", each.quote, decimals)
        for each in evaluation.indicators
        if each.score.amount
    ]


def _execution_score(evaluation: Evaluation) -> list[Figure]:
    line = total_line(evaluation)
    if line is None or line.score.amount is None:
        return []
    return [awarded(line.score, "执行率得分", line.quote, _score_decimals(evaluation))]


def _is_for_execution(evaluation: Evaluation) -> bool:
    """Whether what the total has beyond the indicators' scores fits the weight that they leave for the execution."""
    weights = sum((each.weight.amount.value for each in evaluation.indicators if each.weight.amount), Decimal(0))
    scores = sum((each.score.amount.value for each in evaluation.indicators if each.score.amount), Decimal(0))
    whole, total = evaluation.total_weight.amount, evaluation.total_score.amount
    left = (whole.value if whole else HUNDRED) - weights
    return total is not None and 0 < total.value - scores <= left


def _score_decimals(evaluation: Evaluation) -> int:
    entries = [each.score for each in evaluation.indicators] + [line.score for line in evaluation.funds]
    return finest([*entries, evaluation.total_score])


def _weights_check(evaluation: Evaluation, subject: str, parts: list[Figure]) -> Check:
    """The weights against the printed total, or against 100 where none is printed."""
    printed = evaluation.total_weight
    whole = points(HUNDRED, f"{table_name(evaluation)}满分")
    if printed.amount:
        whole = awarded(printed, f"{table_name(evaluation)}总分的分值", f"总分 {printed.text}")
    line = total_line(evaluation)
    alone = sums_to(whole, parts, subject, parts_label="各指标分值之和")
    if alone.outcome is Outcome.PASSED:
        return alone
    if line and line.weight.amount:
        execution = awarded(line.weight, "执行率分值", line.quote)
        return sums_to(whole, [execution, *parts], subject, parts_label="执行率与各指标分值之和")
    usual = points(USUAL_EXECUTION_WEIGHT, "执行率分值（表中未印，通行10分）")
    check = sums_to(whole, [usual, *parts], subject, parts_label="执行率与各指标分值之和")
    return check if check.outcome is Outcome.PASSED else alone


def _level_checks(evaluation: Evaluation) -> Iterator[Check]:
    levels: dict[str, list[Indicator]] = {}
    for indicator in evaluation.indicators:
        levels.setdefault(indicator.level1, []).append(indicator)
    unplaced = [each.doubt for each in evaluation.indicators if each.weight.doubt or not each.level3]
    doubt = evaluation.doubt or next((reason for reason in unplaced if reason), "")
    for level, indicators in levels.items():
        value = level_points(level)
        if value is None:
            continue
        subject = f"{table_name(evaluation)}“{level}”分值"
        weighted = [each for each in indicators if each.weight.amount]
        if doubt or not weighted or not _NAMED.match(level):
            yield unchecked(subject, doubt or "这一级没有读出名称或分值")
            continue
        printed = Figure(subject, Amount(value, POINTS, 2, f"{value}分"), (row_evidence(indicators[0]),))
        parts = [awarded(each.weight, f"“{each.level3}”分值", each.quote) for each in weighted]
        yield sums_to(printed, parts, subject, parts_label="其下各指标分值之和")


def _within(subject: str, score: Amount, weight: Amount, evidence: list[Evidence]) -> Check:
    if score.value <= weight.value:
        return passed(subject)
    return finding(
        subject,
        f"{subject}为{score.displayed}分，超过分值{weight.displayed}分。",
        f"{subject}: the score {score.displayed} is above its weight {weight.displayed}.",
        evidence,
        stated=score.displayed,
        expected=f"≤ {weight.displayed}",
    )
