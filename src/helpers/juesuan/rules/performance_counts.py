"""Families `performance_score` and `performance_budget`: projects counted, graded and averaged in prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from juesuan.accounts import Accounts
from juesuan.checks import Check, Figure, Outcome, Severity, of_statement
from juesuan.compare import equal, finding, gather, not_applicable, passed, sums_to, unchecked
from juesuan.records import Measure, Statement
from juesuan.rules.performance import HUNDRED, METHOD
from juesuan.rules.registry import rule

GRADED = "绩效评级/"
STAGES = ("绩效目标编报", "绩效跟踪", "绩效自评")
ALL_GRADES = 4
FOUND, MENDED = "发现问题数", "整改"
IN_WORK = re.compile(r"[正尚未待仍]")
# the least and the most that a project of a grade has scored; where regions part, whatever one of them allows
REACH = {
    "优": (Decimal(90), HUNDRED),
    "优秀": (Decimal(90), HUNDRED),
    "良": (Decimal(75), Decimal(90)),
    "良好": (Decimal(75), Decimal(90)),
    "中": (Decimal(60), Decimal(80)),
    "合格": (Decimal(60), Decimal(80)),
    "差": (Decimal(0), Decimal(60)),
    "不合格": (Decimal(0), Decimal(60)),
}


@rule("grades-counted", family="performance_score", basis=METHOD, zh="各等级的项目数之和等于自评项目数")
def grades_counted(accounts: Accounts) -> Iterator[Check]:
    """Projects counted by grade sum to the projects evaluated."""
    groups = list(_graded(accounts))
    if not groups:
        yield not_applicable("各等级项目数", "正文没有按等级说明项目数")
    for total, grades in groups:
        check = sums_to(_figure(total), [_figure(each) for each in grades], f"{total.section}：各等级项目数")
        if check.outcome is Outcome.FAILED and len(grades) < ALL_GRADES and check.difference and check.difference > 0:
            yield unchecked(check.subject, "所列可能不是全部等级", _figure(total))
        else:
            yield check


@rule(
    "average-fits-grades", family="performance_score", basis=METHOD, zh="自评平均得分不超过满分，并与各等级的项目数相称"
)
def average_fits_grades(accounts: Accounts) -> Iterator[Check]:
    """An average score is no more than full marks, and within what the projects' grades allow."""
    averages = [each for each in accounts.measured(Measure.AVERAGE) if each.topic.startswith("performance")]
    averages = [each for each in averages if each.amount is not None and each.amount.unit == "分"]
    if not averages:
        yield not_applicable("自评平均得分", "正文没有说明自评平均得分")
    for average in averages:
        yield _average_check(average, [each for _, grades in _graded(accounts) for each in grades])


@rule("evaluated-alike", family="performance_budget", basis=METHOD, zh="金额相同的绩效目标、跟踪和自评，项目数也相同")
def evaluated_alike(accounts: Accounts) -> Iterator[Check]:
    """Targets set, tracked and evaluated for one and the same sum are of one and the same number of projects."""
    said = [(_one(accounts, f"{stage}项目数"), _one(accounts, f"{stage}金额")) for stage in STAGES]
    known = [(count, money) for count, money in said if count is not None and money is not None]
    if len(known) < 2:
        yield not_applicable("编报、跟踪和自评的项目", "正文没有分别说明项目数和金额")
    for (count, money), (other, sum_) in combinations(known, 2):
        yield from _alike(count, money, other, sum_)


@rule("problems-mended", family="performance_score", basis=METHOD, zh="已整改与未整改的问题数之和等于发现的问题数")
def problems_mended(accounts: Accounts) -> Iterator[Check]:
    """Problems found are those that are mended and those that are not."""
    counts = [each for each in accounts.measured(Measure.COUNT) if each.amount is not None]
    totals = [each for each in counts if each.subject.endswith(FOUND)]
    checks = []
    for total in totals:
        states = [each for each in counts if MENDED in each.subject and each.quote == total.quote]
        done = [each for each in states if not IN_WORK.search(each.subject)]
        if len(done) == 1 and len(states) > 1:
            figures = [_figure(each) for each in states]
            checks.append(sums_to(_figure(total), figures, f"{total.section}：{total.subject}"))
    yield from checks or [not_applicable("发现问题的整改", "正文没有分别说明已整改和未整改的问题数")]


def _graded(accounts: Accounts) -> Iterator[tuple[Statement, list[Statement]]]:
    """Each number of projects evaluated with the numbers by grade that its sentence gives."""
    counts = [each for each in accounts.measured(Measure.COUNT) if each.group and each.amount is not None]
    for total in counts:
        grades = [each for each in counts if each.group == total.group and each.subject.startswith(GRADED)]
        if total.role == "total" and len(grades) > 1:
            yield total, grades


def _average_check(average: Statement, grades: list[Statement]) -> Check:
    subject = f"{average.section}：自评平均得分"
    near = [each for each in grades if each.paragraph == average.paragraph and each.amount is not None]
    assert average.amount is not None
    low, high = _reach(near)
    if low - average.amount.half <= average.amount.value <= high + average.amount.half:
        return passed(subject, _figure(average))
    return finding(
        subject,
        f"{average.section}称自评平均得分为{average.amount}，按所列等级应在{low}分至{high}分之间。",
        f"The average score is said to be {average.amount}; it should lie between {low} and {high}.",
        gather(_figure(average), *(_figure(each) for each in near)),
        stated=str(average.amount),
        expected=f"{low}–{high}分",
    )


def _reach(grades: list[Statement]) -> tuple[Decimal, Decimal]:
    """Between which scores the average of projects so graded must lie."""
    counted = [(each.amount.value, REACH.get(each.subject.removeprefix(GRADED))) for each in grades if each.amount]
    number = sum((count for count, _ in counted), Decimal(0))
    if not number or any(reach is None for count, reach in counted if count):
        return Decimal(0), HUNDRED
    ends = [sum((count * reach[end] for count, reach in counted if reach), Decimal(0)) / number for end in (0, 1)]
    return round(ends[0], 2), round(ends[1], 2)


def _one(accounts: Accounts, subject: str) -> Statement | None:
    """The one figure of a subject that part four gives; None where it gives none, or several that differ."""
    said = [each for each in accounts.under("performance") if each.subject == subject and each.amount is not None]
    return said[0] if len({each.amount.value for each in said if each.amount}) == 1 else None


def _alike(count: Statement, money: Statement, other: Statement, sum_: Statement) -> Iterator[Check]:
    """Two stages: an error where one sum is of two numbers, a notice where one number has two sums."""
    assert count.amount and money.amount and other.amount and sum_.amount
    subject = f"{money.subject}与{sum_.subject}"
    if money.amount.value == sum_.amount.value and money.amount.value:
        yield equal(_figure(count), _figure(other), f"{count.subject}与{other.subject}")
    elif count.amount.value == other.amount.value and count.amount.value:
        yield equal(_figure(money), _figure(sum_), subject, severity=Severity.NOTICE)
    else:
        yield not_applicable(subject, "项目数和金额都不相同")


def _figure(statement: Statement) -> Figure:
    return of_statement(statement, f"{statement.section}所述{statement.subject}")
