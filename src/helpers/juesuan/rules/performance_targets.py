"""Family `performance_target`: targets missed, and results that are none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from juesuan.accounts import Accounts
from juesuan.amounts import PERCENT
from juesuan.checks import Check, Evidence, Severity
from juesuan.compare import finding, not_applicable, passed, unchecked
from juesuan.evaluations.quantities import Quantity, narrow, parse_quantity
from juesuan.records import Evaluation, FundLine, Indicator
from juesuan.rules.performance import (
    METHOD,
    fund_evidence,
    no_tables,
    quoted,
    row_evidence,
    row_name,
    table_name,
    total_line,
)
from juesuan.rules.performance_pairs import HUNDRED, Pair, is_certainly_missed, is_missed, pair
from juesuan.rules.registry import rule

FAMILY = "performance_target"
_LABEL = re.compile(r"(?:资金|预算|投入|经费|成本|项目)?(?:额度|金额|数额|总额|数量|比例|指标值|预算数|控制数)")
_MET = re.compile(r"完成|达成|达标|达到|实现")
_UNDONE = re.compile(r"未|没有|部分|基本|^(?:否|×|✗|✘)$")
_RATE = re.compile(r"(?:率|满意度|比重|占比|比例)$")
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]$")


@rule("target-missed", family=FAMILY, basis=METHOD, zh="未达到指标值的，不应得满分或不作说明")
def target_missed(accounts: Accounts) -> Iterator[Check]:
    """A target that was missed, in the direction it means, neither has full marks nor goes unexplained."""
    found = [
        (evaluation, indicator, both)
        for evaluation in accounts.evaluations
        for indicator in evaluation.indicators
        if (both := pair(indicator)) is not None
    ]
    if not found:
        yield no_tables(accounts, "指标完成情况", "没有可以比较的指标值和实际完成值")
    for evaluation, indicator, both in found:
        subject = f"{row_name(evaluation, indicator)}完成情况"
        if doubt := indicator.target.doubt or indicator.actual.doubt:
            yield unchecked(subject, doubt)
        elif not is_missed(indicator, both) or _accounted_for(evaluation, indicator):
            yield passed(subject)
        elif not indicator.status and not evaluation.has_scores and _has_more(evaluation):
            yield unchecked(subject, "表中另有没有读懂的栏目，可能是得分或原因")
        else:
            yield _missed(subject, indicator, both)


@rule("result-is-a-bound", family=FAMILY, basis=METHOD, zh="实际完成值栏填写结果，而不是限额或目标")
def result_is_a_bound(accounts: Accounts) -> Iterator[Check]:
    """The column for results holds a result, not the ceiling that belongs in the column for targets."""
    for evaluation, indicator in _rows(accounts):
        result = parse_quantity(indicator.actual.text, indicator.unit)
        if result is None or not result.is_bound or _same(indicator):
            continue
        subject = f"{row_name(evaluation, indicator)}实际完成值"
        if doubt := indicator.actual.doubt:
            yield unchecked(subject, doubt)
        elif not any(each.target.text for each in evaluation.indicators):
            yield unchecked(subject, "表中没有读出指标值栏，所读的可能是指标值")
        elif not indicator.target.text or _LABEL.fullmatch(narrow(indicator.target.text)):
            yield _misplaced_ceiling(subject, evaluation, indicator)
        elif _falls_short(indicator, result):
            yield _short(subject, indicator)
        else:
            yield _bound(subject, indicator, Severity.NOTICE)
    if accounts.evaluations:
        yield passed("实际完成值栏：其余各行")
    else:
        yield no_tables(accounts, "实际完成值栏")


@rule("result-copies-target", family=FAMILY, basis=METHOD, zh="实际完成值不应照抄带≥、≤的指标值")
def result_copies_target(accounts: Accounts) -> Iterator[Check]:
    """A result is measured, not the target with its sign copied."""
    if not accounts.evaluations:
        yield no_tables(accounts, "照抄指标值")
    for evaluation in accounts.evaluations:
        subject = f"{table_name(evaluation)}照抄指标值"
        copied = [each for each in evaluation.indicators if _same(each) and _has_bound(each) and not each.doubt]
        if copied:
            names = "、".join(f"{quoted(each.level3)}{each.actual.text}" for each in copied)
            yield finding(
                subject,
                f"{table_name(evaluation)}有{len(copied)}个指标的实际完成值照抄指标值，没有实际结果：{names}。",
                f"{table_name(evaluation)}: {len(copied)} results repeat the target with its sign.",
                [row_evidence(each) for each in copied],
                stated="、".join(each.actual.text for each in copied),
                expected="实际数值",
                severity=Severity.NOTICE,
            )
        else:
            yield passed(subject)


@rule("target-is-a-label", family=FAMILY, basis=METHOD, zh="指标值栏填写数值，而不是名称")
def target_is_a_label(accounts: Accounts) -> Iterator[Check]:
    """The column for targets holds a value, not the name of one."""
    found = False
    for evaluation, indicator in _rows(accounts):
        if not _LABEL.fullmatch(narrow(indicator.target.text)) or indicator.target.doubt:
            continue
        result = parse_quantity(indicator.actual.text, indicator.unit)
        if result is None or result.is_bound:
            continue
        found = True
        subject = f"{row_name(evaluation, indicator)}指标值"
        yield finding(
            subject,
            f"{subject}填的是“{indicator.target.text}”，不是数值，实际完成值{indicator.actual.text}无从对照。",
            f"{subject}: the target reads {indicator.target.text}, a label instead of a value.",
            [row_evidence(indicator)],
            stated=indicator.target.text,
            expected="数值",
            severity=Severity.NOTICE,
        )
    if not found:
        yield passed("指标值栏") if accounts.evaluations else no_tables(accounts, "指标值栏")


@rule("rate-is-money", family=FAMILY, basis=METHOD, zh="以比率为名的指标以百分比计量，而不是金额")
def rate_is_money(accounts: Accounts) -> Iterator[Check]:
    """An indicator that is a rate by its name is measured in %, not in money."""
    found = False
    for evaluation, indicator in _rows(accounts):
        if not _RATE.search(_BRACKETS.sub("", narrow(indicator.level3))):
            continue
        target = parse_quantity(indicator.target.text, indicator.unit)
        result = parse_quantity(indicator.actual.text, indicator.unit)
        amounts = [each.amount for each in (target, result) if each]
        if not amounts:
            continue
        found = True
        subject = f"{row_name(evaluation, indicator)}计量"
        if indicator.doubt:
            yield unchecked(subject, indicator.doubt)
        elif any(amount.is_money for amount in amounts) and not any(amount.unit == PERCENT for amount in amounts):
            yield finding(
                subject,
                f"{quoted(indicator.level3)}是比率，指标值{indicator.target.text}、"
                f"实际完成值{indicator.actual.text}却是金额。",
                f"{indicator.level3} is a rate, but target {indicator.target.text} and result "
                f"{indicator.actual.text} are amounts of money.",
                [row_evidence(indicator)],
                stated=f"{indicator.target.text} / {indicator.actual.text}",
                expected="百分比",
            )
        else:
            yield passed(subject)
    if not found:
        yield not_applicable("比率指标", "自评表没有可以核对计量的比率指标")


def _rows(accounts: Accounts) -> Iterator[tuple[Evaluation, Indicator]]:
    return ((evaluation, indicator) for evaluation in accounts.evaluations for indicator in evaluation.indicators)


def _has_more(evaluation: Evaluation) -> bool:
    """Whether a table gives points, or figures, of which no column was read."""
    return bool(evaluation.left_over or evaluation.total_score.text)


def _accounted_for(evaluation: Evaluation, indicator: Indicator) -> bool:
    """Whether a missed target cost points, or, in a table without points, was explained, and is not called met."""
    if _MET.search(indicator.status) and not _UNDONE.search(indicator.status):
        return False
    weight, score = indicator.weight.amount, indicator.score.amount
    if weight is not None and score is not None:
        return score.value < weight.value
    return (
        evaluation.has_scores
        or bool(indicator.reason or evaluation.reason)
        or _UNDONE.search(indicator.status) is not None
        or (indicator.completion.amount is not None and indicator.completion.amount.value < HUNDRED)
    )


def _missed(subject: str, indicator: Indicator, both: Pair) -> Check:
    scored = indicator.score.amount is not None
    called = f"，却称“{indicator.status}”" if indicator.status else "，也没有说明原因"
    full = scored and not indicator.status
    zh = f"，仍得满分{indicator.score.text}分" if full else called
    en = f" and still scores its full {indicator.score.text}" if full else " without a reason"
    return finding(
        subject,
        f"{subject}：指标值{indicator.target.text}，实际完成值{indicator.actual.text}，没有达到{zh}。",
        f"{subject}: the target {indicator.target.text} is missed, with {both.result.amount.displayed}{en}.",
        [row_evidence(indicator)],
        stated=indicator.actual.text,
        expected=indicator.target.text,
        severity=Severity.ERROR if is_certainly_missed(indicator, both) else Severity.NOTICE,
    )


def _same(indicator: Indicator) -> bool:
    return bool(indicator.target.text) and narrow(indicator.target.text) == narrow(indicator.actual.text)


def _has_bound(indicator: Indicator) -> bool:
    return any(
        sign in narrow(indicator.actual.text) for sign in ("≥", "≤", ">", "<", "大于", "小于", "不低于", "不超过")
    )


def _misplaced_ceiling(subject: str, evaluation: Evaluation, indicator: Indicator) -> Check:
    """A bound beside a target that is no value: the ceiling stands in the wrong column."""
    line = total_line(evaluation)
    spent = line.executed if line else None
    evidence = [row_evidence(indicator), *_spending(line)]
    actual = f"，实际应为{spent.text}{evaluation.unit}" if spent and spent.amount and _is_cost(indicator) else ""
    return finding(
        subject,
        f"{subject}填的是限额{indicator.actual.text}，指标值栏却是“{indicator.target.text}”{actual}。",
        f"{subject}: the bound {indicator.actual.text} stands in the column for results, "
        f"beside the target {indicator.target.text}.",
        evidence,
        stated=f"{indicator.target.text} / {indicator.actual.text}",
        expected=f"{indicator.actual.text} / {spent.text if spent and spent.amount else '实际数值'}",
    )


def _is_cost(indicator: Indicator) -> bool:
    result = parse_quantity(indicator.actual.text, indicator.unit)
    return result is not None and result.amount.is_money


def _spending(line: FundLine | None) -> list[Evidence]:
    return [fund_evidence(line)] if line and line.executed.amount else []


def _falls_short(indicator: Indicator, result: Quantity) -> bool:
    """Whether a bound in place of a result lies short of the target's own, and yet has full marks."""
    target = parse_quantity(indicator.target.text, indicator.unit)
    weight, score = indicator.weight.amount, indicator.score.amount
    if target is None or target.sign != result.sign or target.amount.unit != result.amount.unit:
        return False
    if weight is None or score is None or score.value < weight.value or indicator.doubt or indicator.target.doubt:
        return False
    wanted, got = target.amount.value, result.amount.value
    return got > wanted if target.is_ceiling else got < wanted


def _short(subject: str, indicator: Indicator) -> Check:
    return finding(
        subject,
        f"{subject}只写明{indicator.actual.text}，没有达到指标值{indicator.target.text}，仍得满分{indicator.score.text}分。",
        f"{subject} only says {indicator.actual.text}, short of the target {indicator.target.text}, "
        f"and still scores its full {indicator.score.text}.",
        [row_evidence(indicator)],
        stated=indicator.actual.text,
        expected=indicator.target.text,
    )


def _bound(subject: str, indicator: Indicator, severity: Severity) -> Check:
    return finding(
        subject,
        f"{subject}写成区间{indicator.actual.text}（指标值{indicator.target.text}），不是测得的结果。",
        f"{subject} is the bound {indicator.actual.text}, not a measured result.",
        [row_evidence(indicator)],
        stated=indicator.actual.text,
        expected="实际数值",
        severity=severity,
    )
