"""Family `physical`: the cost of one guest, reception or vehicle, and receptions told unit by unit."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from juesuan.accounts import Accounts, bare
from juesuan.amounts import Amount, Interval, plain
from juesuan.checks import Check, Figure, Outcome, Severity
from juesuan.compare import Gap, finding, gather, not_applicable, passed, report, rounded, sums_to, unchecked
from juesuan.records import Measure, Statement
from juesuan.rules.physical import BASIS, BOUGHT, GROUPS, KEPT, TRAVELLERS
from juesuan.rules.prose import ASIDE, PRIOR, side
from juesuan.rules.registry import rule
from juesuan.statements.things import TRIP

GUESTS, RECEPTIONS = "接待人次", "接待批次"
RECEIVING = ("国内公务接待费", "公务接待费")
# how the cost of one is called; the expenses it can be a part of, and what it is the cost of one of
PER_UNIT = (
    (re.compile(r"人均(?:公务)?(?:接待)?(?:费用?|支出|消费)?"), RECEIVING, GUESTS),
    (re.compile(r"(?:批均|每批次?(?:人均)?|平均每批次?)(?:公务)?(?:接待)?(?:费用?|支出|消费)?"), RECEIVING, RECEPTIONS),
    (
        re.compile(r"(?:车均(?:公务用车)?|每辆车?平均|平均每辆车?)(?:运行)?(?:维护)?(?:费用?|支出)?"),
        ("公务用车运行维护费",),
        KEPT,
    ),
    (re.compile(r"车均(?:公务用车)?购置(?:费用?|支出)?"), ("公务用车购置费",), BOUGHT),
    (re.compile(r"人均(?:因公)?出国境?(?:费用?|支出)?"), ("因公出国（境）费",), TRAVELLERS),
)
AMONG = re.compile(r"其中|分别|包括")
OPEN_ENDED = re.compile(r"等(?=[，。；]|\d)")


@rule("cost-per-unit", family="physical", basis=BASIS, zh="人均、批均、车均费用等于费用除以人次、批次、车辆数")
def cost_per_unit(accounts: Accounts) -> Iterator[Check]:
    """What one guest, reception or vehicle is said to have cost is the expense over their number."""
    checks = [check for said in accounts.under("three_public") if (check := _per_unit(accounts, said)) is not None]
    yield from checks or [not_applicable("人均、车均费用", "正文没有说明人均、批均或车均费用")]


@rule("travellers-by-group", family="physical", basis=BASIS, zh="各出国团组人次之和等于累计人次")
def travellers_by_group(accounts: Accounts) -> Iterator[Check]:
    """Where the travellers of each group abroad are told, they sum to all travellers of the sentence."""
    sentences: dict[tuple[int, str], dict[str, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for each in accounts.under("three_public"):
        if _is_count(each):
            sentences[each.paragraph, each.quote][each.subject].append(each)
    checks = []
    for said in sentences.values():
        groups, trips, all_ = said.get(GROUPS, []), said.get(TRIP, []), said.get(TRAVELLERS, [])
        number = groups[0].amount.value if groups and groups[0].amount else 0
        if len(trips) > 1 and len(trips) == number and len(all_) == 1:
            subject = f"{all_[0].section}：各团组人次之和"
            checks.append(sums_to(side(all_[0]), [side(trip) for trip in trips], subject))
    yield from checks or [not_applicable("各出国团组人次", "正文没有逐个说明各出国团组的人次")]


@rule("receptions-by-unit", family="physical", basis=BASIS, zh="分单位所述接待批次、人次之和等于合计")
def receptions_by_unit(accounts: Accounts) -> Iterator[Check]:
    """Receptions and guests told unit by unit sum to all; where one of both does, the list is whole."""
    sentences: dict[tuple[int, str], dict[str, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for each in accounts.under("three_public"):
        if each.measure is Measure.COUNT and each.amount is not None and each.subject in (GUESTS, RECEPTIONS):
            sentences[each.paragraph, each.quote][each.subject].append(each)
    checks = [check for (_, quote), said in sentences.items() for check in _by_unit(quote, said)]
    yield from checks or [not_applicable("分单位接待批次、人次", "正文没有分单位说明接待批次和人次")]


@rule("guests-at-least-receptions", family="physical", basis=BASIS, zh="接待人次不少于批次，出国人次不少于团组数")
def guests_at_least_receptions(accounts: Accounts) -> Iterator[Check]:
    """There are at least as many guests as receptions, and as many travellers as groups."""
    counts = {(each.paragraph, each.subject): each for each in accounts.under("three_public") if _is_count(each)}
    checks = []
    for (paragraph, subject), each in counts.items():
        people = counts.get((paragraph, subject.replace("批次", "人次").replace("团组", "人次")))
        if subject.endswith(("接待批次", GROUPS)) and people is not None:
            checks.append(_at_least_one_each(each, people))
    yield from checks or [not_applicable("批次与人次", "正文没有同时说明批次和人次")]


def _at_least_one_each(groups: Statement, people: Statement) -> Check:
    subject = f"{groups.section}：{groups.subject}与{people.subject}"
    assert groups.amount is not None and people.amount is not None
    if doubt := groups.doubt or people.doubt:
        return unchecked(subject, doubt, side(groups), side(people))
    if people.amount.value >= groups.amount.value:
        return passed(subject, side(people), side(groups))
    return finding(
        subject,
        f"{groups.section}所述{people.subject}为{people.amount}，少于{groups.subject}的{groups.amount}。",
        f"{groups.section}: {people.amount} are fewer than {groups.amount}.",
        gather(side(people), side(groups)),
        stated=str(people.amount),
        expected=f"不少于{groups.amount.value}",
    )


def _is_count(statement: Statement) -> bool:
    return statement.measure is Measure.COUNT and statement.amount is not None and statement.period != PRIOR


def _per_unit(accounts: Accounts, said: Statement) -> Check | None:
    """The check of one cost of one; None for any other statement."""
    if (
        said.amount is None
        or not said.amount.is_money
        or said.period == PRIOR
        or said.measure in (Measure.CHANGE, Measure.PRIOR)
    ):
        return None
    known = next((row for row in PER_UNIT if row[0].fullmatch(bare(said.subject))), None)
    if known is None:
        return None
    _, expenses, thing = known
    subject = f"{said.section}：{said.subject}"
    spent = _figures(accounts, said, expenses, (Measure.FINAL,))
    number = _figures(accounts, said, (thing,), (Measure.COUNT,))
    pairs = [(money, count) for money in spent for count in number if count.amount and count.amount.value]
    if not pairs:
        return unchecked(subject, "正文没有同时说明费用和数量", side(said))
    checks = [_quotient(said, money, count, subject) for money, count in pairs]
    return next((each for each in checks if each.outcome is not Outcome.FAILED), checks[0])


def _figures(
    accounts: Accounts, said: Statement, subjects: tuple[str, ...], measures: tuple[Measure, ...]
) -> list[Statement]:
    """What is told of these subjects, the nearest first."""
    wanted = {bare(each) for each in subjects}
    known = [
        each
        for each in accounts.under("three_public")
        if bare(each.subject) in wanted
        and each.measure in measures
        and each.amount is not None
        and each.period != PRIOR
        and each.role not in ASIDE
    ]
    return sorted(known, key=lambda each: (abs(each.paragraph - said.paragraph), abs(each.offset - said.offset)))


def _quotient(said: Statement, money: Statement, count: Statement, subject: str) -> Check:
    """The expense over the number, within what the rounding of both amounts can reach."""
    assert said.amount is not None and money.amount is not None and count.amount is not None
    if doubt := said.doubt or money.doubt or count.doubt:
        return unchecked(subject, doubt, side(said))
    spent, number = money.amount.into(said.amount.unit), count.amount.value
    value = spent.value / number
    reach = Interval(spent.interval.low / number, spent.interval.high / number)
    if rounded(value, said.amount) == said.amount.value:
        outcome = Outcome.PASSED
    else:
        outcome = Outcome.ROUNDING if said.amount.interval.meets(reach) else Outcome.FAILED
    decimals = max(said.amount.decimals, 2)
    shown = Amount(round(value, decimals), said.amount.unit, decimals, plain(round(value, decimals), decimals))
    label = f"{money.subject}÷{count.subject}（{money.amount}÷{count.amount}）"
    parts = (side(money), side(count))
    right = Figure(label, shown, gather(*parts), parts=parts)
    gap = Gap(said.amount.value - value, said.amount.half + spent.half / number, said.amount.unit)
    left = Figure(f"{said.section}所述{said.subject}", said.amount, side(said).evidence)
    return report(subject, outcome, left, right, gap, Severity.ERROR)


def _by_unit(quote: str, said: dict[str, list[Statement]]) -> Iterator[Check]:
    """The checks of one sentence that first gives all and then units apart."""
    lists = {subject: counts for subject, counts in said.items() if len(counts) > 2}
    if not lists or not AMONG.search(quote) or OPEN_ENDED.search(quote):
        return
    checks = [
        sums_to(side(counts[0]), [side(each) for each in counts[1:]], f"{counts[0].section}：{subject}之和")
        for subject, counts in lists.items()
    ]
    whole = any(check.outcome is Outcome.PASSED for check in checks)
    for check in checks:
        over = check.difference is not None and check.difference < 0
        if check.outcome is not Outcome.FAILED or whole or over:
            yield check
        else:
            yield not_applicable(check.subject, "所列不一定是全部单位")
