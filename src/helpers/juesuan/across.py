"""Two years of one department held against each other: what one closes with, the next opens with.

The prior year that the later document implies (its figure less the change it states) must be the
figure of the earlier document.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from juesuan.accounts import Accounts
from juesuan.checks import Check, Figure, of_fact, of_statement, standing_in
from juesuan.compare import equal, negated, not_applicable, sums_to, unchecked
from juesuan.kinds.kind import Kind, Scope
from juesuan.records import Direction, Fact, Measure, Statement

FAMILY = "cross_table"
BALANCES = (
    ("年末结转和结余", ("01", "年末结转和结余", "expenditure"), ("01", "年初结转和结余", "income")),
    ("年末财政拨款结转和结余", ("04", "年末财政拨款结转和结余", "total"), ("04", "年初财政拨款结转和结余", "income")),
)
RESTATED = (
    ("overall", "收入支出总计", ("01", "总计", "expenditure")),
    ("fiscal", "财政拨款收入支出总计", ("04", "总计", "total")),
    ("general", "一般公共预算财政拨款支出", ("05", "合计", "total")),
    ("basic", "人员经费", ("06", "人员经费合计", "final")),
    ("basic", "公用经费", ("06", "公用经费合计", "final")),
    ("three_public", "“三公”经费", ("09", "", "final:total")),
)


@dataclass(frozen=True, slots=True)
class Years:
    """Two consecutive years of one department."""

    earlier: Accounts
    later: Accounts


def consecutive(known: Iterable[Accounts]) -> list[Years]:
    """All pairs of consecutive years of the final accounts of one body, within one scope."""
    by_name: dict[tuple[str, Scope], dict[int, Accounts]] = defaultdict(dict)
    for each in known:
        if each.department and each.year.isdigit() and each.kind is not Kind.BUDGET:
            by_name[each.department, each.scope].setdefault(int(each.year), each)
    return [
        Years(years[first], years[second])
        for _, years in sorted(by_name.items())
        for first, second in pairwise(sorted(years))
        if second == first + 1
    ]


def checks(years: Years) -> Iterator[Check]:
    """What two years must agree on."""
    for subject, closing, opening in BALANCES:
        yield _balance(years, subject, closing, opening).called("years-balance", FAMILY, "《政府会计制度》结转结余")
    for topic, subject, cell in RESTATED:
        yield _restated(years, topic, subject, cell).called("years-restated", FAMILY, "《预算法》第十四条")


def _balance(years: Years, subject: str, closing: tuple[str, str, str], opening: tuple[str, str, str]) -> Check:
    left = of_fact(years.later.fact(*opening), f"{years.later.year}年初数", f"{years.later.year}年没有年初数")
    right = of_fact(years.earlier.fact(*closing), f"{years.earlier.year}年末数", f"{years.earlier.year}年没有年末数")
    subject = _subject(years, subject)
    if left.amount is None and right.amount is None:
        return not_applicable(subject, "两年都没有这一数")
    return equal(standing_in(years.later.source, left), standing_in(years.earlier.source, right), subject)


def _subject(years: Years, subject: str) -> str:
    return f"{years.later.department}：{subject}（{years.earlier.year}—{years.later.year}）"


def _restated(years: Years, topic: str, subject: str, cell: tuple[str, str, str]) -> Check:
    """This year's figure in prose is last year's figure in the form and the change."""
    name = _subject(years, subject)
    now = _said(years.later, topic, subject, Measure.FINAL)
    change = _said(years.later, topic, subject, Measure.CHANGE)
    if now is None or change is None or change.direction not in (Direction.INCREASE, Direction.DECREASE):
        return not_applicable(name, f"{years.later.year}年没有说明增减额")
    before = _cell(years.earlier, cell)
    if before is None:
        return unchecked(name, f"{years.earlier.year}年的表中没有这一数")
    move = of_statement(change, f"所述增减额{change.amount}")
    earlier = standing_in(years.earlier.source, of_fact(before, f"{years.earlier.year}年表中数"))
    later = years.later.source
    return sums_to(
        standing_in(later, of_statement(now, f"{years.later.year}年所述{subject}")),
        [earlier, standing_in(later, _signed(move, change.direction))],
        name,
        parts_label=f"{years.earlier.year}年数加减所述变动",
    )


def _signed(figure: Figure, direction: Direction) -> Figure:
    return negated(figure) if direction is Direction.DECREASE else figure


def _said(accounts: Accounts, topic: str, subject: str, measure: Measure) -> Statement | None:
    return next((each for each in accounts.said(topic, measure, subject) if each.amount is not None), None)


def _cell(accounts: Accounts, cell: tuple[str, str, str]) -> Fact | None:
    form, row, key = cell
    return accounts.fact(form, row, key) or (next(iter(accounts.column(form, key)), None) if not row else None)
