"""Families `narrative_arithmetic` and `direction`: enumerations, and one figure said more than once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from juesuan.accounts import Accounts, bare
from juesuan.checks import Check, Outcome, Severity
from juesuan.compare import equal, finding, gather, not_applicable, passed, sums_to, unchecked
from juesuan.records import Direction, Measure, Statement
from juesuan.rules.enumeration import Enumeration, mixes_levels, summands
from juesuan.rules.finer import finer
from juesuan.rules.prose import ASIDE, current, is_known_account, misplaced, side
from juesuan.rules.registry import rule
from juesuan.statements.ordinals import read_ordinal

SUMMED_UP = re.compile(r"\d.*(?:合计|共计|总计)(?:为|达)?\s*$")
BASIS = "《地方预决算公开操作规程》（财预〔2016〕143号）：说明中的数据应准确"
BUDGETS = (Measure.OPENING_BUDGET, Measure.BUDGET)
TOTAL = "一般公共预算财政拨款支出"
REPEATED = (Measure.FINAL, Measure.OPENING_BUDGET, Measure.CHANGE, Measure.RATE)
BOTH, SIDES = "收入支出", ("收入", "支出")
OWN_RULES = ("procurement", "three_public")  # sections whose parts are known, so that they are summed by name

ASSETS, SORTS_OF_ASSETS = "assets", ("流动资产", "固定资产", "无形资产")

TORN = "所列各项断为几段，可能没有全部读出"
MIXED = "所列各项或分属两级，分号前后不是同一总额的构成"
GAP = "所列各项的序号不连续，可能没有全部读出"


@rule("prose-enumeration", family="narrative_arithmetic", basis=BASIS, zh="“包括”“其中”所列各项之和等于所述总额")
def prose_enumeration(accounts: Accounts) -> Iterator[Check]:
    """Parts that the wording claims to be all sum to the stated total; parts merely named do not exceed it."""
    groups = list(_groups(accounts).values())
    for group in groups:
        if group.total is None or group.total.topic.startswith(OWN_RULES) or len(group.parts) < 2:
            continue
        if BOTH in group.total.subject and all(any(s in part.subject for part in group.parts) for s in SIDES):
            continue  # what both sides of the accounts hold is no one sum
        subject = f"{group.total.section}：{group.total.subject}所列各项之和"
        check = sums_to(side(group.total), summands(accounts, group), subject)
        if check.outcome is Outcome.ROUNDING:
            closer = sums_to(side(group.total), [finer(accounts, part) for part in group.parts], subject)
            check = closer if closer.outcome is Outcome.FAILED else check
        rest = _rest(groups, group) if check.outcome is Outcome.FAILED else []
        if rest:
            check = sums_to(side(group.total), [side(part) for part in (*group.parts, *rest)], subject)
        failed = check.outcome is Outcome.FAILED
        doubt = (misplaced(accounts, group.total) or _other_list(accounts, group, check)) if failed else ""
        doubt = doubt or (TORN if failed and rest else GAP if failed and _has_gap(accounts, group) else "")
        doubt = doubt or (MIXED if failed and mixes_levels(accounts, group) else "")
        if doubt:
            yield unchecked(subject, doubt, side(group.total))
            continue
        exceeded = check.difference is not None and check.difference < 0
        whole = all(part.complete for part in group.parts) and not _may_omit(accounts, group)
        if check.outcome is not Outcome.FAILED or exceeded or whole:
            yield check
        else:
            yield not_applicable(subject, "所列为主要项目，不必等于总额")


@rule("prose-item-budgets", family="narrative_arithmetic", basis=BASIS, zh="各项预算数之和等于所述预算总数")
def prose_item_budgets(accounts: Accounts) -> Iterator[Check]:
    """Where the items' final figures make up the total, their budgets make up the total budget."""
    said = (each for each in current(accounts, "general.items") if each.role not in ASIDE)
    items = [each for each in said if each.amount is not None]
    for measure in BUDGETS:
        subject = f"各项{'年初' if measure is Measure.OPENING_BUDGET else '全年'}预算数之和"
        total = find(items, measure, TOTAL)
        final = find(items, Measure.FINAL, TOTAL)
        parts = _leaves([each for each in items if bare(each.subject) != bare(TOTAL)])
        finals = _once(each for each in parts if each.measure is Measure.FINAL)
        budgets = _once(each for each in parts if each.measure is measure)
        if total is None or final is None or len(budgets) < 2 or len(budgets) != len(finals):
            yield not_applicable(subject, "正文没有逐项列出预算数")
        elif sums_to(side(final), [side(part) for part in finals]).outcome is Outcome.FAILED:
            yield not_applicable(subject, "所列各项不是全部支出")
        else:
            shown = [each for each in budgets if each.amount and (each.amount.value or each.amount.unit)]
            check = sums_to(side(total), [side(part) for part in shown], subject)
            more = check.outcome is Outcome.FAILED and check.difference is not None and check.difference > 0
            yield replace(check, severity=Severity.NOTICE) if more else check  # an item with a budget may go unspent


def _once(statements: Iterable[Statement]) -> list[Statement]:
    """One figure for each subject, the first said of it."""
    kept: dict[str, Statement] = {}
    for each in statements:
        kept.setdefault(bare(each.subject), each)
    return list(kept.values())


@rule("prose-repeated", family="narrative_arithmetic", basis=BASIS, zh="同一数字在正文各处一致")
def prose_repeated(accounts: Accounts) -> Iterator[Check]:
    """A figure that part three says twice of one thing is the same both times."""
    seen: dict[tuple[str, ...], Statement] = {}
    found = False
    for statement in accounts.statements:
        if not _is_repeatable(accounts, statement):
            continue
        topic, unit = statement.topic.partition(".")[0], statement.amount.unit if statement.amount else ""
        first = seen.setdefault(
            (topic, bare(statement.subject), statement.measure, statement.of, statement.period, unit), statement
        )
        if first is statement:
            continue
        found = True
        check = equal(side(statement), side(first), f"{statement.section}：{statement.subject}前后所述")
        doubt = _of_others(accounts, statement, first) if check.outcome is Outcome.FAILED else ""
        yield unchecked(check.subject, doubt, side(statement)) if doubt else check
    if not found:
        yield not_applicable("正文重复的数字", "没有重复所述的数字")


@rule("prose-contradiction", family="direction", basis=BASIS, zh="增减额与增减幅度的方向一致")
def prose_contradiction(accounts: Accounts) -> Iterator[Check]:
    """The words for a change and for its rate point the same way."""
    pairs: dict[tuple[int, str], Statement] = {}
    for statement in accounts.statements:
        if statement.measure is Measure.CHANGE and statement.direction:
            pairs[(statement.paragraph, bare(statement.subject))] = statement
        if statement.measure is not Measure.RATE or not statement.direction:
            continue
        change = pairs.get((statement.paragraph, bare(statement.subject)))
        subject = f"{statement.section}：{statement.subject}增减方向"
        if change is None:
            continue
        if change.direction == statement.direction or Direction.FLAT in (change.direction, statement.direction):
            yield passed(subject, side(change), side(statement))
        else:
            yield finding(
                subject,
                f"{statement.section}称{statement.subject}{_word(change)}{change.amount}，又称{_word(statement)}{statement.amount}，方向相反。",
                f"{statement.section}: {statement.subject} is said to {change.direction} by {change.amount} "
                f"and to {statement.direction} by {statement.amount}.",
                gather(side(change), side(statement)),
                severity=Severity.ERROR,
            )


def _groups(accounts: Accounts) -> dict[str, Enumeration]:
    """Enumerations of final figures; one without a total of its own explains the figure said before it."""
    groups: dict[str, Enumeration] = {}
    before: Statement | None = None
    for statement in accounts.statements:
        if statement.amount is None or statement.measure is not Measure.FINAL:
            continue
        if not statement.group or statement.role == "total":
            before = statement
        if statement.role == "total":
            groups.setdefault(statement.group, Enumeration()).total = statement
        elif statement.role == "part":
            group = groups.setdefault(statement.group, Enumeration())
            if not group.said and group.total is None and before is not None:
                group.total = before if before.paragraph == statement.paragraph else None
            group.said.append(statement)
            before = statement
    return groups


def _may_omit(accounts: Accounts, group: Enumeration) -> bool:
    """Whether money beside the parts was not understood, or sorts of assets are listed that need not be all."""
    first = group.parts[0]
    quotes = {part.quote for part in group.parts}
    beside = (each for each in accounts.within(first.paragraph, first.paragraph) if each.quote in quotes)
    if any(each.measure is Measure.OTHER and each.amount and each.amount.is_money for each in beside):
        return True
    names = "".join(part.subject for part in group.parts)
    return first.topic == ASSETS and not all(sort in names for sort in SORTS_OF_ASSETS)


def _has_gap(accounts: Accounts, group: Enumeration) -> bool:
    """Whether paragraphs that the parts stand in are numbered, and a number between them is missing."""
    texts = (accounts.paragraphs[each.paragraph].text for each in group.said)
    numbers = {ordinal.number for text in texts if (ordinal := read_ordinal(text.lstrip())) is not None}
    return bool(numbers) and numbers != set(range(min(numbers), max(numbers) + 1))


def _rest(groups: list[Enumeration], group: Enumeration) -> list[Statement]:
    """Parts of the same topic without a total of their own: a page may have torn the list."""
    topic = group.parts[0].topic
    return [part for each in groups if each.total is None for part in each.parts if part.topic == topic]


def _of_others(accounts: Accounts, one: Statement, other: Statement) -> str:
    """Why two figures may not be of one thing; "" where they must be."""
    if one.inferred and other.inferred:
        return "两处句中都没有说明科目"
    if one.quote == other.quote:
        return "同一句中的两个数未必说的是同一项"
    return misplaced(accounts, one) or misplaced(accounts, other)


def _other_list(accounts: Accounts, group: Enumeration, check: Check) -> str:
    """Why a list in a section after its total's may be another total's: a cell of the forms holds its sum."""
    assert group.total is not None
    if group.total.section == group.parts[0].section or check.right is None or check.right.amount is None:
        return ""
    listed = check.right.amount
    sums = (fact.amount.into(listed.unit) for fact in accounts.facts if fact.amount.is_money and listed.is_money)
    return "所列各项或为另一总额的构成" if any(abs(each.value - listed.value) <= each.half * 2 for each in sums) else ""


def _is_repeatable(accounts: Accounts, statement: Statement) -> bool:
    """Whether a figure is of an account that the forms or the law know, of this year, and no reason for another."""
    if statement.measure not in REPEATED or statement.amount is None or statement.doubt or statement.role in ASIDE:
        return False
    if statement.period == "prior" or statement.topic.partition(".")[0] in ("report", "performance", ""):
        return False
    return is_known_account(accounts, statement.subject) and not _is_sum(accounts, statement)


def _is_sum(accounts: Accounts, statement: Statement) -> bool:
    """Whether a figure sums up those said before it in its sentence: 收入8.00万元，加结转2.00万元，合计10.00万元."""
    before = re.split("[。；;\n]", accounts.paragraphs[statement.paragraph].text[: statement.offset])[-1]
    return SUMMED_UP.search(before) is not None


def find(statements: list[Statement], measure: Measure, subject: str) -> Statement | None:
    """The first of these statements that gives a subject's figure of a measure."""
    wanted = bare(subject)
    return next((each for each in statements if each.measure is measure and bare(each.subject) == wanted), None)


def _leaves(statements: list[Statement]) -> list[Statement]:
    """Only the lowest level said: a class is left out where its items are listed too."""
    paths = {each.subject for each in statements}
    return [each for each in statements if not any(path.startswith(f"{each.subject}/") for path in paths)]


def _word(statement: Statement) -> str:
    return "增加" if statement.direction is Direction.INCREASE else "减少"
