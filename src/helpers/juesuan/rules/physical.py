"""Family `physical`: vehicles, receptions, missions and staff counted in prose and forms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from juesuan.accounts import Accounts, bare
from juesuan.checks import Check, Figure, Outcome, Severity, of_fact
from juesuan.compare import amount_text, at_most, equal, finding, gather, not_applicable, passed, sums_to
from juesuan.records import Measure, Statement
from juesuan.rules.prose import ASIDE, side
from juesuan.rules.registry import rule

BASIS = "《行政事业性国有资产管理条例》；部门决算公开表样 09"
AMONG = re.compile(r"其中|[（(]\s*含")
VEHICLES, KEPT, BOUGHT = "车辆", "公务用车保有量", "公务用车购置数"
KEPT_AND_OWNED = "公务用车保有量与车辆总数"
ASSET_FORMS = ("38", "37")
ALL_VEHICLES = re.compile(r"车辆(?:数量?|总数)?(?:合计)?(?:辆)?")
GROUPS, TRAVELLERS = "出国团组", "出国人次"
# money that cannot have been spent on nothing: the expense, what it pays for
SPENT_ON = (
    ("公务用车购置费", BOUGHT),
    ("公务接待费", "接待批次"),
    ("公务接待费", "接待人次"),
    ("因公出国（境）费", GROUPS),
    ("因公出国（境）费", TRAVELLERS),
)
COUNTED = (
    ("公务用车保有量", KEPT),
    ("公务用车购置数", BOUGHT),
    ("国内公务接待批次", "接待批次"),
    ("国内公务接待人次", "接待人次"),
    ("因公出国境团组数", GROUPS),
    ("因公出国境人次数", TRAVELLERS),
)
_EACH = re.compile(r"各\s*\d+\s*[辆台]|前者|后者")


@rule("vehicles-by-kind", family="physical", basis=BASIS, zh="各类车辆之和等于车辆总数")
def vehicles_by_kind(accounts: Accounts) -> Iterator[Check]:
    """Vehicles by kind sum to all vehicles."""
    total = _count(accounts, VEHICLES, "assets") or _count(accounts, VEHICLES, "other")
    kinds = [each for each in _counts(accounts) if each.subject.startswith(f"{VEHICLES}/") and _beside(each, total)]
    if total is None or not kinds:
        yield not_applicable("车辆构成", "正文没有分类说明车辆")
    elif any(kind.amount is None for kind in kinds):
        yield not_applicable("车辆构成", "分类中有空缺的数字")
    elif any(_EACH.search(kind.quote) for kind in kinds):
        yield not_applicable("车辆构成", "几类车辆合说“各几辆”")
    elif not any(kind.amount.value for kind in kinds if kind.amount):
        yield not_applicable("车辆构成", "只说明了没有的车辆种类")
    else:
        yield sums_to(side(total), [side(kind) for kind in kinds], "车辆构成")


@rule("vehicles-kept", family="physical", basis=BASIS, zh="“三公”所述公务用车保有量不大于国有资产所述车辆总数")
def vehicles_kept(accounts: Accounts) -> Iterator[Check]:
    """Vehicles kept on appropriations are among the vehicles owned."""
    kept, owned = _count(accounts, KEPT), _count(accounts, VEHICLES, "assets")
    if kept is not None and owned is None and (form := _owned_in_form(accounts)) is not None:
        yield _within_owned(side(kept), form)
        return
    if kept is not None and owned is not None and kept.period != owned.period:
        yield not_applicable(KEPT_AND_OWNED, "两者不是同一时点的数")
        return
    if kept is None or owned is None or kept.amount is None or owned.amount is None:
        yield not_applicable(KEPT_AND_OWNED, "正文没有同时说明两者")
    else:
        yield _within_owned(side(kept), side(owned))


def _within_owned(kept: Figure, owned: Figure) -> Check:
    """Vehicles may be kept on other money, so that fewer than are owned only call for a look."""
    assert kept.amount is not None and owned.amount is not None
    fewer = kept.amount.value < owned.amount.value
    return equal(kept, owned, KEPT_AND_OWNED, severity=Severity.NOTICE if fewer else Severity.ERROR)


def _owned_in_form(accounts: Accounts) -> Figure | None:
    """All vehicles as the form of state assets counts them."""
    rows = [fact for form in ASSET_FORMS for fact in accounts.column(form, "count")]
    found = [fact for fact in rows if ALL_VEHICLES.fullmatch(bare(fact.item)) and not fact.doubt]
    if len(found) != 1 or found[0].amount.is_money:
        return None
    return of_fact(found[0], f"国有资产占用情况表“{found[0].item}”")


@rule("spent-on-something", family="physical", basis=BASIS, zh="有支出则有实物量，有购置则有支出")
def spent_on_something(accounts: Accounts) -> Iterator[Check]:
    """Money spent on receptions, missions or vehicles bought something, and what was had was paid for.

    Who travels with another body's group spends money without a group of its own; what costs nothing
    here may have been paid elsewhere, which calls for a look only.
    """
    for expense, thing in SPENT_ON:
        money, count = _money(accounts, expense), _count(accounts, thing)
        subject = f"{expense}与{thing}"
        if money is None or count is None or money.amount is None or count.amount is None:
            yield not_applicable(subject, "正文没有同时说明两者")
        elif (money.amount.value == 0) == (count.amount.value == 0) or _joined_others(accounts, thing):
            yield passed(subject, side(money), side(count))
        else:
            severity = Severity.NOTICE if money.amount.value == 0 else Severity.ERROR
            yield _unpaid(money, count, subject, severity)


@rule("running-without-vehicles", family="physical", basis=BASIS, zh="没有公务用车则没有公务用车运行维护费")
def running_without_vehicles(accounts: Accounts) -> Iterator[Check]:
    """Running costs are paid for vehicles that are kept."""
    money, kept = _money(accounts, "公务用车运行维护费"), _count(accounts, KEPT)
    subject = "公务用车运行维护费与保有量"
    if money is None or kept is None or money.amount is None or kept.amount is None:
        yield not_applicable(subject, "正文没有同时说明两者")
    elif money.amount.value > 0 and kept.amount.value == 0:
        yield _unpaid(money, kept, subject, Severity.NOTICE)
    else:
        yield passed(subject, side(money), side(kept))


@rule("counts-in-form", family="physical", basis=BASIS, zh="正文所述实物量与公开09表下统计数一致")
def counts_in_form(accounts: Accounts) -> Iterator[Check]:
    """Counts told in prose are those printed under form 09."""
    for label, subject in COUNTED:
        fact = next((each for each in accounts.column("09", "count") if label in bare(each.item)), None)
        said = _count(accounts, subject)
        if fact is None or said is None or said.amount is None:
            yield not_applicable(subject, "表下没有统计数或正文没有说明")
        else:
            yield _same_count(side(said), of_fact(fact, f"公开09表“{fact.item}”"), subject)


@rule("foreign-among-all", family="physical", basis=BASIS, zh="其中的外事接待批次、人次不大于国内公务接待的批次、人次")
def foreign_among_all(accounts: Accounts) -> Iterator[Check]:
    """Foreign guests told as among all guests are no more than they."""
    checks = []
    for thing in ("接待批次", "接待人次"):
        foreign, every = _count(accounts, f"外事{thing}"), _count(accounts, thing)
        if foreign is None or every is None or foreign.amount is None or every.amount is None:
            continue
        if foreign.paragraph == every.paragraph and AMONG.search(foreign.quote):
            checks.append(at_most(side(foreign), side(every), f"外事{thing}与{thing}"))
    yield from checks or [not_applicable("外事接待与全部接待", "正文没有把外事接待作为全部接待的一部分说明")]


@rule("staff-by-kind", family="physical", basis="部门概况", zh="各类人员之和等于人员总数")
def staff_by_kind(accounts: Accounts) -> Iterator[Check]:
    """Staff by kind sum to the number of staff said."""
    groups: dict[str, list[Statement]] = {}
    for each in _counts(accounts):
        if each.group and each.amount is not None and each.amount.unit in ("人", "名"):
            groups.setdefault(each.group, []).append(each)
    found = False
    for members in groups.values():
        total = next((each for each in members if each.role == "total"), None)
        parts = [each for each in members if each.role == "part"]
        if total is None or len(parts) < 2:
            continue
        found = True
        named = f"{total.section}：{total.subject}构成"
        check = sums_to(side(total), [side(part) for part in parts], named)
        before = _before_semicolon(accounts, total, parts)
        if check.outcome is Outcome.FAILED and len(before) < len(parts):
            if len(before) < 2:
                yield not_applicable(named, "所列不是全部人员")
                continue
            check = sums_to(side(total), [side(part) for part in before], named)
        if any(_sums_before(total, parts[:count]) for count in range(2, len(parts))):
            yield passed(check.subject, side(total))
            continue
        short = check.difference is not None and check.difference > 0 and not all(part.complete for part in parts)
        if check.outcome is Outcome.FAILED and short:
            yield not_applicable(check.subject, "所列不是全部人员")
        else:
            yield check
    if not found:
        yield not_applicable("人员构成", "正文没有分类说明人员")


def _before_semicolon(accounts: Accounts, total: Statement, parts: list[Statement]) -> list[Statement]:
    """The parts that stand before a semicolon, behind which another list may begin."""
    text = accounts.paragraphs[total.paragraph].text
    end = next((place for place in range(total.offset, len(text)) if text[place] in "；;"), len(text))
    return [part for part in parts if part.paragraph == total.paragraph and part.offset < end]


def _sums_before(total: Statement, parts: list[Statement]) -> bool:
    """Whether the first parts make up the total, so that what follows is of another list."""
    return sums_to(side(total), [side(part) for part in parts]).outcome is Outcome.PASSED


def _counts(accounts: Accounts) -> list[Statement]:
    return [each for each in accounts.measured(Measure.COUNT) if each.period != "prior"]


def _count(accounts: Accounts, subject: str, topic: str = "three_public") -> Statement | None:
    """The count of a thing in the sections of a topic; None where they give two that differ."""
    wanted = bare(subject)
    said = [each for each in _counts(accounts) if bare(each.subject) == wanted and each.topic.startswith(topic)]
    values = {each.amount.value for each in said if each.amount is not None}
    return said[0] if said and len(values) < 2 else None


def _joined_others(accounts: Accounts, thing: str) -> bool:
    """Whether there were travellers, so that they can have gone with another body's group."""
    travellers = _count(accounts, TRAVELLERS) if thing == GROUPS else None
    return travellers is not None and travellers.amount is not None and travellers.amount.value > 0


def _beside(kind: Statement, total: Statement | None) -> bool:
    """Whether a kind of vehicle is said where the total is, not of vehicles bought or kept elsewhere."""
    return total is not None and kind.section == total.section and kind.topic == total.topic


def _money(accounts: Accounts, subject: str) -> Statement | None:
    return next(
        (
            each
            for each in accounts.under("three_public")
            if each.measure is Measure.FINAL
            and each.period != "prior"
            and each.role not in ASIDE
            and bare(each.subject) == bare(subject)
        ),
        None,
    )


def _same_count(said: Figure, printed: Figure, subject: str) -> Check:
    assert said.amount is not None and printed.amount is not None
    if said.amount.value == printed.amount.value:
        return passed(subject, said, printed)
    return finding(
        subject,
        f"{said.label}为{amount_text(said)}，{printed.label}为{amount_text(printed)}。",
        f"{said.label} is {amount_text(said)}, {printed.label} is {amount_text(printed)}.",
        gather(said, printed),
        stated=amount_text(said),
        expected=amount_text(printed),
    )


def _unpaid(money: Statement, count: Statement, subject: str, severity: Severity = Severity.ERROR) -> Check:
    return finding(
        subject,
        f"{money.section}称{money.subject}支出{money.amount}，而{count.subject}为{count.amount}。",
        f"{money.subject} is said to have cost {money.amount}, while {count.subject} is {count.amount}.",
        gather(side(money), side(count)),
        stated=str(count.amount),
        expected=f"与{money.amount}相应",
        severity=severity,
    )
