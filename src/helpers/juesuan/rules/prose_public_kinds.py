"""Family `narrative_arithmetic`: what is said beside the three public expenses' own figures, held against them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from juesuan.accounts import Accounts, bare
from juesuan.checks import Check, Figure, Outcome, of_fact
from juesuan.compare import at_most, equal, negated, not_applicable, sums_to, unchecked
from juesuan.ratios import is_share
from juesuan.records import Direction, Measure, Statement
from juesuan.rules.prose import ASIDE, PRIOR, THREE_PUBLIC, companion, current, misplaced, rising, side
from juesuan.rules.prose_groups import BASIS, BUDGETS, find
from juesuan.rules.registry import rule

RECEPTION = "公务接待费"
HOME, OTHER_HOME = "国内公务接待费", "其他国内公务接待费"
FOREIGN, ABROAD = "外事接待费", "国（境）外公务接待费"
# kinds that together are all receptions: what is spent abroad is the rest of what is spent at home
WHOLE_BY_KIND = ((FOREIGN, OTHER_HOME), (HOME, ABROAD))
OPENING = "年初"
ITEM = 7  # digits of a function item's code
OF_MONEY = re.compile(r"(?:金|费用?|支出|经费)*$")
BALANCE = re.compile("结转|结余")  # which can stand below zero
ACCOUNTS = {bare(name): name for name in THREE_PUBLIC} | {"接待费用": RECEPTION, "接待费": RECEPTION}


@rule(
    "prose-parts-reception",
    family="narrative_arithmetic",
    basis=BASIS,
    zh="所述各类接待费不大于公务接待费，合计与之相等",
)
def prose_parts_reception(accounts: Accounts) -> Iterator[Check]:
    """Receptions told by kind do not exceed all receptions, and sum to them where they are all kinds."""
    said = [each for each in current(accounts, "three_public") if each.amount is not None and _is_own(each)]
    total = find(said, Measure.FINAL, RECEPTION)
    kinds = {name: find(said, Measure.FINAL, name) for name in (HOME, OTHER_HOME, FOREIGN, ABROAD)}
    known = {name: kind for name, kind in kinds.items() if kind is not None}
    if total is None or not known:
        yield not_applicable("各类接待费", "正文没有同时说明公务接待费和各类接待费")
        return
    for name, kind in known.items():
        yield at_most(side(kind), side(total), f"{name}与{RECEPTION}")
    for names in WHOLE_BY_KIND:
        if all(name in known for name in names):
            yield sums_to(side(total), [side(known[name]) for name in names], "各类接待费之和")


@rule(
    "public-completion-by-form",
    family="narrative_arithmetic",
    basis=BASIS,
    zh="正文未写预算数的“三公”完成率与公开09表相符",
)
def public_completion_by_form(accounts: Accounts) -> Iterator[Check]:
    """Where prose gives a completion rate without its budget, form 09's budget bears it out."""
    rates = [each for each in current(accounts, "three_public") if _lacks_budget(accounts, each)]
    checks = [check for rate in rates if (check := _completion(accounts, rate)) is not None]
    yield from checks or [not_applicable("“三公”完成率", "各完成率都写明了预算数，或没有公开09表的预算数")]


@rule(
    "public-reason-restates", family="narrative_arithmetic", basis=BASIS, zh="原因中所述“三公”增减额与其本身的说明一致"
)
def public_reason_restates(accounts: Accounts) -> Iterator[Check]:
    """A change of a public expense given as a reason is the change told of that expense itself."""
    moves = [each for each in current(accounts, "three_public") if each.measure is Measure.CHANGE and not each.of]
    own = [each for each in moves if each.role not in ASIDE and each.amount is not None]
    checks = []
    for reason in moves:
        name = ACCOUNTS.get(bare(reason.subject))
        if reason.role != "reason" or name is None or reason.amount is None or rising(reason) is None:
            continue
        restated = find(own, Measure.CHANGE, name)
        if restated is not None and rising(restated) is not None:
            checks.append(equal(_signed(reason), _signed(restated), f"{reason.section}原因中的{name}增减额"))
    yield from checks or [not_applicable("原因中的“三公”增减额", "原因中没有说明“三公”各项的增减额")]


@rule("increase-within-year", family="narrative_arithmetic", basis=BASIS, zh="较上年增加的数额不大于本年数")
def increase_within_year(accounts: Accounts) -> Iterator[Check]:
    """What an expense or an income grew by since last year is no more than this year's figure."""
    rises = [
        each
        for each in accounts.measured(Measure.CHANGE)
        if each.amount is not None and rising(each) is True and not each.of and not BALANCE.search(each.subject)
    ]
    checks = [check for each in rises if (check := _within_said(accounts, each) or _within_form(accounts, each))]
    yield from checks or [not_applicable("较上年增加额", "正文没有同时说明增加额和本年数")]


def _within_said(accounts: Accounts, change: Statement) -> Check | None:
    """A rise held against the figure said beside it."""
    now = companion(accounts, change, Measure.FINAL) if _is_own(change) else None
    if now is None or now.paragraph != change.paragraph:
        return None
    check = at_most(side(change), side(now), f"{change.section}：{change.subject}增加额")
    doubt = misplaced(accounts, change) or misplaced(accounts, now) if check.outcome is Outcome.FAILED else ""
    return unchecked(check.subject, doubt, side(change)) if doubt else check


def _within_form(accounts: Accounts, change: Statement) -> Check | None:
    """A rise given as a reason held against the function item of that name, of which all money is in form 03."""
    name = OF_MONEY.sub("", bare(change.subject))
    if change.role != "reason" or change.period == PRIOR or change.inferred:
        return None
    economic = {OF_MONEY.sub("", bare(line.item)) for line in accounts.lines("06")}
    rows = [
        line for line in accounts.lines("03") if OF_MONEY.sub("", bare(line.item)) == name and len(line.code) == ITEM
    ]
    if not name or name in economic or len(rows) != 1:
        return None  # what a department pays under an economic account stands under many items
    now = rows[0].figure("total")
    return None if now is None else at_most(side(change), now, f"{change.section}：{change.subject}增加额")


def _is_own(statement: Statement) -> bool:
    return statement.role not in ASIDE and statement.period != PRIOR


def _lacks_budget(accounts: Accounts, rate: Statement) -> bool:
    """Whether a rate is of a budget that the prose does not give and that is not named the opening one."""
    if rate.measure is not Measure.COMPLETION or rate.amount is None or OPENING in rate.of or not _is_own(rate):
        return False
    return bare(rate.subject) in ACCOUNTS and companion(accounts, rate, *BUDGETS) is None


def _completion(accounts: Accounts, rate: Statement) -> Check | None:
    key = THREE_PUBLIC[ACCOUNTS[bare(rate.subject)]]
    fact, final = accounts.fact("09", "", f"budget:{key}"), companion(accounts, rate, Measure.FINAL)
    if fact is None or final is None or not fact.amount.value:
        return None
    subject = f"{rate.section}：{rate.subject}完成率"
    check = is_share(side(rate), side(final), of_fact(fact, f"公开09表{rate.subject}预算数"), subject)
    doubt = misplaced(accounts, final) if check.outcome is Outcome.FAILED else ""
    return unchecked(subject, doubt, side(rate)) if doubt else check


def _signed(statement: Statement) -> Figure:
    figure = side(statement)
    return negated(figure) if statement.direction is Direction.DECREASE else figure
