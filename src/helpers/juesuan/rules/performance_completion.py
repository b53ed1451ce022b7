"""Family `performance_score`: completion rates against targets, scores against completion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from juesuan.accounts import Accounts
from juesuan.amounts import Amount, Interval, plain
from juesuan.checks import Check, Outcome, Severity
from juesuan.compare import finding, not_applicable, passed, unchecked
from juesuan.evaluations.bands import Band, completion_bands, points_due
from juesuan.records import Evaluation, Indicator
from juesuan.rules.performance import METHOD, row_evidence, row_name, says_steps, scored, table_name
from juesuan.rules.performance_pairs import HUNDRED, Pair, completion_said, is_missed, lower_is_better, pair
from juesuan.rules.registry import rule

FAMILY = "performance_score"
TWICE = Decimal(200)
MOST = 3  # times as many rows that keep to a custom as rows that do not
ENOUGH_TO_SHOW_A_CUSTOM = 2


@rule("completion-rate", family=FAMILY, basis=METHOD, zh="指标完成率与指标值、实际完成值相符")
def completion_rate(accounts: Accounts) -> Iterator[Check]:
    """A printed completion rate follows from target and result, in the direction that the target means."""
    found = [
        (evaluation, indicator, both)
        for evaluation in accounts.evaluations
        for indicator in evaluation.indicators
        if indicator.completion.amount and (both := pair(indicator)) is not None
    ]
    if not found:
        yield not_applicable("指标完成率", "自评表没有完成率，或没有可以计算的指标")
    for evaluation, indicator, both in found:
        yield _completion_check(evaluation, indicator, both)


@rule("score-follows-completion", family=FAMILY, basis=METHOD, zh="未完成的指标按完成率计分，与同表其他指标做法一致")
def score_follows_completion(accounts: Accounts) -> Iterator[Check]:
    """An unfinished indicator scores its weight times its completion, as the others of its table do."""
    tables = [(each, list(_by_completion(accounts, each))) for each in scored(accounts)]
    scales = {id(each): _scale(accounts, each) for each, _ in tables}
    rows = [row for each, unfinished in tables for row in unfinished if not scales[id(each)] or row.of_execution]
    agreeing = sum(row.evidence for row in rows)
    contrary = sum(1 for row in rows if not row.agrees)
    common = agreeing if agreeing >= MOST * contrary else 0  # the custom of all the body's tables
    if not any(unfinished for _, unfinished in tables):
        yield not_applicable("未完成指标得分", "没有标明完成率的未完成指标")
    for evaluation, unfinished in tables:
        own = sum(row.evidence for row in unfinished if not row.of_execution)
        for row in unfinished:
            if scales[id(evaluation)] and not row.of_execution:
                yield _banded_check(evaluation, row, scales[id(evaluation)])
                continue
            if any(_NO_POINTS.search(note) for note in evaluation.conventions) and row.score.value == 0:
                yield unchecked(f"{row_name(evaluation, row.indicator)}得分", "表注规定完成过少的不得分")
                continue
            check = _score_check(evaluation, row, own, common)
            told = check.outcome is Outcome.FAILED and _deduction_told(accounts, row)
            yield unchecked(check.subject, "文件另行说明了所扣的分数") if told else check


@rule("deduction-explained", family=FAMILY, basis=METHOD, zh="已经完成而未得满分的指标，应说明扣分原因")
def deduction_explained(accounts: Accounts) -> Iterator[Check]:
    """Where an indicator is called complete and yet loses points, the table says why."""
    applies = False
    for evaluation in scored(accounts):
        complete = [each for each in evaluation.indicators if _is_complete(each)]
        applies = applies or bool(complete)
        cut = [each for each in complete if _loses_points(each) and not each.reason]
        subject = f"{table_name(evaluation)}扣分说明"
        if cut:
            yield _unexplained(subject, cut)
        elif complete:
            yield passed(subject)
    if not applies:
        yield not_applicable("扣分说明", "自评表没有得分，或没有已经完成的指标")


def _deduction_told(accounts: Accounts, row: _Unfinished) -> bool:
    """Whether the text names the indicator and the very points that it lost (某指标未达目标，扣4分)."""
    lost = plain((row.weight.value - row.score.value).normalize())
    named = re.compile(rf"{re.escape(row.indicator.level3)}[^。；;]*?扣(?:除|减)?{re.escape(lost)}分")
    return bool(row.indicator.level3) and any(named.search(each.text) for each in accounts.paragraphs)


_NO_POINTS = re.compile(r"不得分|得0分")


def _by_completion(accounts: Accounts, evaluation: Evaluation) -> Iterator[_Unfinished]:
    """The unfinished indicators, without execution where the document scores that by steps."""
    for each in _unfinished(evaluation):
        if not each.of_execution or not says_steps(accounts, evaluation):
            yield each


def _scale(accounts: Accounts, evaluation: Evaluation) -> tuple[Band, ...]:
    """The bands of completion by which the table's notes, or else the prose, give points; empty where neither does."""
    said = (passage.text for passage in accounts.prose if passage.topic.startswith(("performance", "report")))
    return completion_bands((*evaluation.conventions, *said))


class _Unfinished:
    """An indicator whose completion is below 100 %, with the score that follows from it."""

    def __init__(self, indicator: Indicator, rate: Amount, weight: Amount, score: Amount) -> None:
        self.indicator, self.rate, self.weight, self.score = indicator, rate, weight, score
        self.value = weight.value * rate.value / HUNDRED
        reach = rate.interval * (weight.value / HUNDRED)
        known = (
            score.interval if score.decimals else Interval(score.value - Decimal("0.5"), score.value + Decimal("0.5"))
        )
        self.agrees = reach.meets(Interval(known.low - score.step / 2, known.high + score.step / 2))

    @property
    def of_execution(self) -> bool:
        """Whether it is the execution of the budget, which has points of its own."""
        levels = (self.indicator.level3, self.indicator.level2, self.indicator.level1)
        return any("执行率" in level for level in levels)

    @property
    def evidence(self) -> int:
        """How much the row says for the custom: one that comes out to a fraction of a point did not by chance."""
        if not self.agrees:
            return 0
        return ENOUGH_TO_SHOW_A_CUSTOM if self.score.value % 1 else 1


def _unfinished(evaluation: Evaluation) -> Iterator[_Unfinished]:
    """Rows with weight, score and a completion or ratio below 100 %, neither full nor above their weight."""
    for indicator in evaluation.indicators:
        weight, score, rate = indicator.weight.amount, indicator.score.amount, _rate(indicator)
        if weight is None or score is None or rate is None or indicator.doubt:
            continue
        if 0 < rate.value < HUNDRED and score.value < weight.value:
            yield _Unfinished(indicator, rate, weight, score)


def _rate(indicator: Indicator) -> Amount | None:
    """The completion said, or that of a result below a target without upper bound."""
    if said := completion_said(indicator):
        return said
    both = pair(indicator)
    if both is None or both.target.is_ceiling or both.ratio is None:
        return None
    return Amount(both.ratio.quantize(Decimal("0.0001")), "%", 4, "")


def _score_check(evaluation: Evaluation, row: _Unfinished, own: int, common: int) -> Check:
    subject = f"{row_name(evaluation, row.indicator)}得分"
    if row.agrees:
        return passed(subject)
    value = plain(row.value.quantize(Decimal("0.01")))
    rate = plain(row.rate.value.quantize(Decimal("0.01")).normalize())
    customary = max(own, common) >= ENOUGH_TO_SHOW_A_CUSTOM
    where = "同表" if own >= ENOUGH_TO_SHOW_A_CUSTOM else "各表"
    others = f"，而{where}其他未完成指标都按完成率计分" if customary else ""
    return finding(
        subject,
        f"{subject}为{row.score.displayed}分，分值{row.weight.displayed}分×完成率{rate}%应为{value}分{others}。",
        f"{subject}: {row.score.displayed} where weight {row.weight.displayed} × completion {rate}% gives {value}.",
        [row_evidence(row.indicator)],
        stated=row.score.displayed,
        expected=value,
        severity=Severity.ERROR if customary else Severity.NOTICE,
    )


def _banded_check(evaluation: Evaluation, row: _Unfinished, scale: tuple[Band, ...]) -> Check:
    subject = f"{row_name(evaluation, row.indicator)}得分"
    due = points_due(scale, row.rate.value, row.weight.value)
    if due is None:
        return unchecked(subject, "完成率不在所列各档之内")
    if abs(due - row.score.value) <= row.score.half:
        return passed(subject)
    rate = plain(row.rate.value.quantize(Decimal("0.01")).normalize())
    return finding(
        subject,
        f"{subject}为{row.score.displayed}分，完成率{rate}%按文件所列分档应得{plain(due.normalize())}分。",
        f"{subject}: {row.score.displayed}; by the document’s bands {rate}% earns {plain(due.normalize())}.",
        [row_evidence(row.indicator)],
        stated=row.score.displayed,
        expected=plain(due.normalize()),
    )


def _completion_check(evaluation: Evaluation, indicator: Indicator, both: Pair) -> Check:
    subject = f"{row_name(evaluation, indicator)}完成率"
    said = indicator.completion.amount
    assert said is not None  # only called for rows that print one
    if indicator.doubt or indicator.completion.doubt:
        return unchecked(subject, indicator.doubt or indicator.completion.doubt)
    ways = _ways(indicator, both)
    if not ways:
        return unchecked(subject, "指标值或完成值为零，不能计算完成率")
    if any(_shows(said, value) for value in ways):
        return passed(subject)
    expected = " 或 ".join(f"{plain(value.quantize(Decimal('0.01')).normalize())}%" for value in ways)
    target, result = indicator.target.text, indicator.actual.text
    return finding(
        subject,
        f"{subject}为{indicator.completion.text}，而指标值{target}、实际完成值{result}应得{expected}。",
        f"{subject} is {indicator.completion.text}; target {target} and result {result} give {expected}.",
        [row_evidence(indicator)],
        stated=indicator.completion.text,
        expected=expected,
    )


def _shows(said: Amount, value: Decimal) -> bool:
    """Whether a displayed rate is a value rounded, or cut, to its last place."""
    return said.value in (value.quantize(said.step, ROUND_HALF_UP), value.quantize(said.step, ROUND_DOWN))


def _ways(indicator: Indicator, both: Pair) -> list[Decimal]:
    """The completions that accepted conventions give.

    A floor: result over target, capped at 100 or not. A ceiling: 100 when kept; target over result,
    or two less the ratio, kept or broken.
    """
    ratio = both.ratio
    if ratio is None or ratio == 0:
        return [HUNDRED] if both.met and both.result.amount.value == 0 else []
    if both.target.is_ceiling:
        inverse = HUNDRED * HUNDRED / ratio
        return [HUNDRED, TWICE - ratio, inverse] if both.met else [inverse, TWICE - ratio]
    ways = [ratio] if ratio <= HUNDRED else [HUNDRED, ratio]
    if not both.target.sign and (ratio > HUNDRED or lower_is_better(indicator)):
        ways.append(TWICE - ratio)
    return [*ways, HUNDRED] if not is_missed(indicator, both) and HUNDRED not in ways else ways


def _is_complete(indicator: Indicator) -> bool:
    if indicator.doubt:
        return False
    if indicator.completion.amount:
        return indicator.completion.amount.value >= HUNDRED
    both = pair(indicator)
    if both is not None:
        return both.met and not both.target.is_ceiling
    return bool(indicator.target.text) and indicator.target.text == indicator.actual.text


def _loses_points(indicator: Indicator) -> bool:
    weight, score = indicator.weight.amount, indicator.score.amount
    return weight is not None and score is not None and score.value < weight.value


def _unexplained(subject: str, cut: list[Indicator]) -> Check:
    return finding(
        subject,
        f"{subject}：{len(cut)}个指标已经完成而未得满分，没有说明扣分原因。",
        f"{subject}: {len(cut)} indicators lose points without a reason, though all was done.",
        [row_evidence(each) for each in cut],
        stated="、".join(f"{each.score.text}/{each.weight.text}" for each in cut[:6]),
        expected="满分，或扣分原因",
        severity=Severity.NOTICE,
    )
