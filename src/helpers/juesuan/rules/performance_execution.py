"""Family `performance_score`: execution rates of the fund lines and the points given for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import starmap

from juesuan.accounts import Accounts
from juesuan.amounts import PERCENT, Amount, is_blank, parse_amount, plain
from juesuan.checks import Check, Evidence, Figure, Outcome, Severity, of_entry
from juesuan.compare import equal, finding, not_applicable, passed, unchecked
from juesuan.evaluations.bands import Band, execution_bands, points_due
from juesuan.ratios import is_share
from juesuan.records import Entry, Evaluation, FundLine, Indicator
from juesuan.rules.performance import (
    HUNDRED,
    METHOD,
    POINTS,
    fund_evidence,
    line_of,
    row_name,
    says_steps,
    table_name,
    total_line,
    without_tables,
)
from juesuan.rules.registry import rule

FAMILY = "performance_score"
USUAL_EXECUTION_WEIGHT = Decimal(10)
OUT_OF_PLACE = "应有的执行率在同一行的他栏，可能是读取时错了栏"
_NAMED_BASES = (("budget", "全年预算数"), ("opening", "年初预算数"))
_PROPORTION = re.compile(  # 得分=执行率×分值, 按执行率计分
    r"执行率[^。；;]{0,8}[×xX*＊][^。；;]{0,12}分|分[^。；;]{0,8}[×xX*＊][^。；;]{0,12}执行率|[按以](?:预算)?执行率(?:计|得|赋|折|核)"
)
_RATE_NAME = re.compile(r"(?:预算|资金|支出|经费)(?:支出)?执行率|^(?:项目)?(?:总体)?执行率")
_NUMERAL = re.compile(r"\d[\d,]*(?:\.\d+)?%?")
_KINDS = (("基本支出", "basic"), ("项目支出", "project"), ("人员", "personnel"), ("公用", "running"))
_OTHER_MONEY = re.compile(r"三公|采购|专项债|基金|结转|上级")


@rule("execution-rate", family=FAMILY, basis=METHOD, zh="自评表的预算执行率等于执行数除以全年（或年初）预算数")
def execution_rate(accounts: Accounts) -> Iterator[Check]:
    """An execution rate printed in a self-evaluation is spending over the full-year or the opening budget."""
    own = {id(each) for each in accounts.evaluations}
    listed = [row for each in accounts.evaluations for row in each.listed if id(row) not in own]
    tables = (*accounts.evaluations, *listed)
    lines = [(each, line) for each in tables for line in each.funds if line.rate.amount]
    if not lines:
        yield not_applicable("自评表执行率", "自评表没有印出执行率")
    for evaluation, line in lines:
        yield _rate_check(evaluation, line)


@rule("execution-score", family=FAMILY, basis=METHOD, zh="预算执行率得分等于分值乘以执行率（表注另有办法的除外）")
def execution_score(accounts: Accounts) -> Iterator[Check]:
    """The score of the execution rate is its weight times the rate, as is national practice.

    Other points are an error where the document says that it counts so or does so in another table, and where
    not even full execution earns them all; else a notice, since a practice of its own may be meant.
    """
    yield from without_tables(accounts, "执行率得分")
    lines = [(each, line) for each in accounts.evaluations if (line := total_line(each)) and line.score.amount]
    decimals = max((line.score.amount.decimals for _, line in lines if line.score.amount), default=0)
    in_proportion = []
    for evaluation, line in lines:
        subject = f"{table_name(evaluation)}执行率得分"
        if scale := execution_bands(evaluation.conventions):
            yield _band_check(subject, line, scale)
        elif says_steps(accounts, evaluation):
            yield unchecked(subject, "文件规定了执行率的其他计分办法")
        else:
            in_proportion.append((line, _score_check(subject, _shown_to(line, decimals))))
    is_practice = _says_proportion(accounts) or any(starmap(_is_in_proportion, in_proportion))
    for line, check in in_proportion:
        own_practice = check.outcome is Outcome.FAILED and not is_practice and _rate_in_force(line)[0] != HUNDRED
        yield replace(check, severity=Severity.NOTICE) if own_practice else check


@rule("execution-base", family=FAMILY, basis=METHOD, zh="各自评表的执行率用同一种预算数作分母")
def execution_base(accounts: Accounts) -> Iterator[Check]:
    """The execution rates of one document all divide by the same kind of budget."""
    bases: dict[str, list[tuple[Evaluation, FundLine]]] = {}
    for evaluation in accounts.evaluations:
        line = total_line(evaluation)
        if line is not None and (base := _base(line)):
            bases.setdefault(base, []).append((evaluation, line))
    subject = "执行率的分母"
    if not bases:
        yield not_applicable(subject, "没有年初与全年预算数不同的执行率")
    elif len(bases) == 1:
        yield passed(subject)
    else:
        counts = "、".join(f"{len(found)}张表用{name}" for name, found in bases.items())
        yield finding(
            subject,
            f"{subject}不一致：{counts}。",
            "The execution rates divide by the opening budget in some tables and by the full-year budget in others.",
            [fund_evidence(line) for found in bases.values() for _, line in found],
            stated=counts,
            expected="全年预算数",
            severity=Severity.NOTICE,
        )


@rule("execution-indicator", family=FAMILY, basis=METHOD, zh="“预算执行率”指标的完成值与同表资金的执行率一致")
def execution_indicator(accounts: Accounts) -> Iterator[Check]:
    """An indicator that is an execution rate says what the table's own fund lines give."""
    checks = [check for evaluation in accounts.evaluations for check in _indicator_checks(evaluation)]
    yield from checks or [not_applicable("执行率指标", "自评表没有以执行率为名的指标")]


def _base(line: FundLine) -> str:
    """Which budget a line's rate divides by; "" where it cannot be told."""
    if line.rate.amount is None or line.opening.amount is None or line.budget.amount is None:
        return ""
    if line.opening.amount.value == line.budget.amount.value:
        return ""
    rate = Figure("执行率", _percent(line.rate.amount))
    spent = _cell(line.executed, "执行数", line)
    fits = [
        name
        for key, name in _NAMED_BASES
        if is_share(rate, spent, _cell(getattr(line, key), name, line)).outcome in (Outcome.PASSED, Outcome.ROUNDING)
    ]
    return fits[0] if len(fits) == 1 else ""


def _rate_check(evaluation: Evaluation, line: FundLine) -> Check:
    subject = f"{table_name(evaluation)}“{line.label}”执行率"
    rate = Figure(subject, _percent(line.rate.amount), (fund_evidence(line),), line.rate.doubt)
    spent = _cell(line.executed, "全年执行数", line)
    checks = [
        is_share(rate, spent, _cell(getattr(line, key), name, line), subject)
        for key, name in _NAMED_BASES
        if getattr(line, key).amount is not None
    ]
    check = _best(checks, line, subject)
    if check.outcome is not Outcome.FAILED:
        return check
    if any(_is_unread(getattr(line, key)) for key, _ in _NAMED_BASES):
        return unchecked(subject, "预算数的单元格不是数字", rate)
    return unchecked(subject, OUT_OF_PLACE, rate) if _is_beside(check, line) else check


def _is_unread(entry: Entry) -> bool:
    """Whether a cell says something that was not read as an amount."""
    return entry.amount is None and not is_blank(entry.text)


def _best(checks: list[Check], line: FundLine, subject: str) -> Check:
    """The check that comes out best; a line of zeros has no rate."""
    for outcome in (Outcome.PASSED, Outcome.ROUNDING, Outcome.FAILED):
        if found := next((check for check in checks if check.outcome is outcome), None):
            return found
    amounts = [entry.amount.value for entry in (line.opening, line.budget, line.executed) if entry.amount]
    if amounts and not any(amounts):
        return not_applicable(subject, "没有安排资金")
    return unchecked(subject, "没有预算数或执行数，不能核对执行率")


def _is_beside(check: Check, line: FundLine) -> bool:
    """Whether the rate that should be printed stands in the line, but not where the rate was read."""
    assert check.right is not None and check.right.amount is not None
    due = check.right.amount.value
    shown = (parse_amount(token, PERCENT) for token in _NUMERAL.findall(line.quote))
    return any(each and (each.value == due or (each.decimals > 0 and due in each.interval)) for each in shown)


def _percent(amount: Amount | None) -> Amount | None:
    """A rate in %; one printed as a fraction (0.98 without %) is moved by two places."""
    if amount is None or PERCENT in amount.displayed or "％" in amount.displayed:
        return amount
    if 0 < amount.value <= 1 and amount.decimals >= 2:
        return replace(amount, value=amount.value * HUNDRED, decimals=amount.decimals - 2)
    return amount


def _cell(entry: Entry, name: str, line: FundLine) -> Figure:
    return Figure(name, entry.amount, (fund_evidence(line),), entry.doubt)


def _shown_to(line: FundLine, decimals: int) -> FundLine:
    """The line with its score known to the decimals that others of the document have: 10 beside 9.69 is 10.00."""
    score = line.score.amount
    if score is None or score.decimals >= decimals:
        return line
    return replace(line, score=replace(line.score, amount=score.with_decimals(decimals)))


def _score_check(subject: str, line: FundLine) -> Check:
    score = of_entry(line.score, subject, line.quote)
    weight = line.weight.amount.value if line.weight.amount else USUAL_EXECUTION_WEIGHT
    rate, base, parts = _rate_in_force(line)
    if rate is None:
        return unchecked(subject, "没有执行率，也没有可以算出执行率的预算数和执行数", score)
    value = (weight * min(rate, HUNDRED) / HUNDRED).quantize(Decimal("0.0001"))
    shown = plain(value.normalize())
    label = f"分值{plain(weight)}×{base}{plain(rate.normalize())}%"
    right = Figure(label, Amount(value, POINTS, 4, shown), (fund_evidence(line),), parts=parts)
    check = equal(score, right, subject)
    if check.outcome is Outcome.FAILED and not line.weight.amount:
        return unchecked(subject, "表中没有印出执行率的分值", score)
    return check


def _says_proportion(accounts: Accounts) -> bool:
    notes = (note for evaluation in accounts.evaluations for note in evaluation.conventions)
    return any(map(_PROPORTION.search, notes)) or bool(accounts.prose.search(_PROPORTION))


def _is_in_proportion(line: FundLine, check: Check) -> bool:
    """Whether points that fall short of all are those of the rate."""
    score, weight = line.score.amount, line.weight.amount
    agrees = check.outcome in (Outcome.PASSED, Outcome.ROUNDING)
    return agrees and score is not None and weight is not None and score.value < weight.value


def _band_check(subject: str, line: FundLine, scale: tuple[Band, ...]) -> Check:
    """The points against those that the table's own note gives for its rate."""
    score = of_entry(line.score, subject, line.quote)
    rate, base, parts = _rate_in_force(line)
    due = points_due(scale, rate) if rate is not None else None
    if rate is None or due is None:
        return unchecked(subject, "没有执行率，或表注的分档没有读全", score)
    label = f"{base}{plain(rate.normalize())}%按表注应得的分"
    right = Figure(label, Amount(due, POINTS, 2, plain(due)), (fund_evidence(line),), parts=parts)
    return equal(score, right, subject)


def _rate_in_force(line: FundLine) -> tuple[Decimal | None, str, tuple[Figure, ...]]:
    """The printed rate, or spending over the full-year budget, with its name and the cells it is taken from."""
    if rate := _percent(line.rate.amount):
        return rate.value, "表中执行率", (_cell(line.rate, "", line),)
    if line.budget.amount and line.executed.amount and line.budget.amount.value:
        share = line.executed.amount.value / line.budget.amount.value * HUNDRED
        cells = (_cell(line.executed, "", line), _cell(line.budget, "", line))
        return share.quantize(Decimal("0.0001")), "执行率（执行数÷全年预算数）", cells
    return None, "", ()


def _indicator_checks(evaluation: Evaluation) -> Iterator[Check]:
    for indicator in evaluation.indicators:
        line = _line_meant(evaluation, indicator)
        said = indicator.actual.amount
        if line is None or said is None or said.unit != PERCENT or line.executed.amount is None:
            continue
        subject = f"{row_name(evaluation, indicator)}完成值"
        if doubt := indicator.actual.doubt or indicator.doubt:
            yield unchecked(subject, doubt)
            continue
        left = Figure(subject, said, (Evidence(indicator.quote, indicator.place),))
        spent = _cell(line.executed, f"“{line.label}”执行数", line)
        checks = [
            is_share(left, spent, _cell(getattr(line, key), f"“{line.label}”{name}", line), subject)
            for key, name in _NAMED_BASES
            if getattr(line, key).amount is not None
        ]
        yield _best(checks, line, subject)


def _line_meant(evaluation: Evaluation, indicator: Indicator) -> FundLine | None:
    """The fund line that an indicator named 执行率 speaks of; None for any other indicator."""
    name = indicator.level3
    if not _RATE_NAME.search(name) or _OTHER_MONEY.search(name):
        return None
    for word, kind in _KINDS:
        if word in name:
            return line_of(evaluation, kind)
    return total_line(evaluation)
