"""Family `performance_score`: an average score held against the scores that its section lists project by project."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from juesuan.accounts import Accounts
from juesuan.amounts import TEN_THOUSAND, Amount, plain
from juesuan.checks import Check, Figure, Outcome
from juesuan.compare import equal, gather, not_applicable, passed, unchecked
from juesuan.records import Measure, Statement
from juesuan.rules.performance import METHOD
from juesuan.rules.performance_projects import count_beside
from juesuan.rules.prose import side
from juesuan.rules.registry import rule
from juesuan.statements.ordinals import read_ordinal

POINTS = "分"
FEWEST = 2


@rule("average-of-scores", family="performance_score", basis=METHOD, zh="所述平均分等于逐项列出的各项目得分的平均数")
def average_of_scores(accounts: Accounts) -> Iterator[Check]:
    """An average score is the mean of the scores listed after it, plain or weighted by the projects' money."""
    checks = [
        _mean(accounts, average, scores)
        for average in accounts.measured(Measure.AVERAGE)
        if average.topic.startswith("performance") and average.amount is not None and average.amount.unit == POINTS
        if len(scores := _listed(accounts, average)) >= FEWEST
    ]
    yield from checks or [not_applicable("自评平均分", "没有在平均分之后逐项列出各项目的得分")]


def _listed(accounts: Accounts, average: Statement) -> list[Statement]:
    """The scores in the numbered paragraphs right after an average, numbered from one without a gap, one in each."""
    found: list[Statement] = []
    for paragraph in range(average.paragraph + 1, len(accounts.paragraphs)):
        ordinal = read_ordinal(accounts.paragraphs[paragraph].text.lstrip())
        scores = [each for each in accounts.within(paragraph, paragraph) if each.measure is Measure.SCORE]
        if ordinal is None or ordinal.number != len(found) + 1 or len(scores) != 1 or scores[0].amount is None:
            break
        found.append(scores[0])
    return found or _in_one_sentence(accounts, average)


def _in_one_sentence(accounts: Accounts, average: Statement) -> list[Statement]:
    """The scores of projects in the average's own sentence; none where it counts other projects."""
    beside = [each for each in accounts.within(average.paragraph, average.paragraph) if each.quote == average.quote]
    scores = [each for each in beside if each.measure is Measure.SCORE and each.amount is not None and each.of]
    counted = count_beside(accounts, average)
    return scores if counted in (None, len(scores)) and len({each.of for each in scores}) == len(scores) else []


def _mean(accounts: Accounts, average: Statement, scores: list[Statement]) -> Check:
    points = [each.amount.value for each in scores if each.amount is not None]
    plain_mean = sum(points, Decimal(0)) / len(points)
    subject = f"{average.section}：自评平均分"
    weights = [_money(accounts, each) for each in scores]
    known = [each for each in weights if each is not None]
    if len(known) == len(points) and any(known):
        weighted = sum((w * p for w, p in zip(known, points, strict=True)), Decimal(0)) / sum(known, Decimal(0))
        if equal(side(average), _figure(weighted, average, scores)).outcome in (Outcome.PASSED, Outcome.ROUNDING):
            return passed(subject, side(average))
    check = equal(side(average), _figure(plain_mean, average, scores), subject)
    unknown = check.outcome is Outcome.FAILED and len(known) < len(points)
    if unknown and average.amount is not None and min(points) <= average.amount.value <= max(points):
        return unchecked(subject, "平均分可能按金额加权，正文没有说明各项目的金额", side(average))
    return check


def _figure(value: Decimal, average: Statement, scores: list[Statement]) -> Figure:
    assert average.amount is not None
    decimals = max(2, average.amount.decimals)
    value = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    label = f"所列{len(scores)}个得分的平均数"
    sides = tuple(map(side, scores))
    return Figure(label, Amount(value, POINTS, decimals, plain(value, decimals)), gather(*sides), parts=sides)


def _money(accounts: Accounts, score: Statement) -> Decimal | None:
    """The money said in a score's paragraph; None where there is none, or several figures."""
    said = [each.amount for each in accounts.within(score.paragraph, score.paragraph) if each.amount]
    money = [each.into(TEN_THOUSAND).value for each in said if each.is_money]
    return money[0] if len(money) == 1 else None
