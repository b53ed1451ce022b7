"""Family `narrative_arithmetic`: enumerations, and one figure said more than once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from helpers.accounts import Accounts, bare
from helpers.checks import Check, Figure, Outcome, Severity
from helpers.compare import equal, finding, gather, negated, not_applicable, passed, sums_to, unchecked
from helpers.records import Direction, Measure, Statement
from helpers.rules.prose import current, side
from helpers.rules.registry import rule

BASIS = "《地方预决算公开操作规程》（财预〔2016〕143号）：说明中的数据应准确"
BUDGETS = (Measure.OPENING_BUDGET, Measure.BUDGET)
TOTAL = "一般公共预算财政拨款支出"
REPEATED = (Measure.FINAL, Measure.OPENING_BUDGET, Measure.CHANGE, Measure.RATE)
PUBLIC_TOTAL = "“三公”经费"
PUBLIC_PARTS = ("因公出国（境）费", "公务用车购置及运行维护费", "公务接待费")
VEHICLES_TOTAL = "公务用车购置及运行维护费"
VEHICLES_PARTS = ("公务用车购置费", "公务用车运行维护费")


@dataclass
class _Group:
    total: Statement | None = None
    parts: list[Statement] = field(default_factory=list)


@rule("prose-enumeration", family="narrative_arithmetic", basis=BASIS, zh="“包括”“其中”所列各项之和等于所述总额")
def prose_enumeration(accounts: Accounts) -> Iterator[Check]:
    """Parts that the wording claims to be all sum to the stated total; parts merely named do not exceed it."""
    for group in _groups(accounts).values():
        if group.total is None or group.total.topic == "procurement" or len(group.parts) < 2:
            continue
        subject = f"{group.total.section}：{group.total.subject}所列各项之和"
        check = sums_to(side(group.total), [side(part) for part in group.parts], subject)
        exceeded = check.difference is not None and check.difference < 0
        if check.outcome is not Outcome.FAILED or exceeded or all(part.complete for part in group.parts):
            yield check
        else:
            yield not_applicable(subject, "所列为主要项目，不必等于总额")


@rule("prose-item-budgets", family="narrative_arithmetic", basis=BASIS, zh="各项预算数之和等于所述预算总数")
def prose_item_budgets(accounts: Accounts) -> Iterator[Check]:
    """Where the items' final figures make up the total, their budgets make up the total budget."""
    items = [each for each in current(accounts, "general.items") if each.amount is not None]
    for measure in BUDGETS:
        subject = f"各项{'年初' if measure is Measure.OPENING_BUDGET else '全年'}预算数之和"
        total = _find(items, measure, TOTAL)
        final = _find(items, Measure.FINAL, TOTAL)
        parts = _leaves([each for each in items if bare(each.subject) != bare(TOTAL)])
        finals = [each for each in parts if each.measure is Measure.FINAL]
        budgets = [each for each in parts if each.measure is measure]
        if total is None or final is None or len(budgets) < 2 or len(budgets) != len(finals):
            yield not_applicable(subject, "正文没有逐项列出预算数")
        elif sums_to(side(final), [side(part) for part in finals]).outcome is Outcome.FAILED:
            yield not_applicable(subject, "所列各项不是全部支出")
        else:
            yield sums_to(side(total), [side(part) for part in budgets], subject)


@rule("prose-repeated", family="narrative_arithmetic", basis=BASIS, zh="同一数字在正文各处一致")
def prose_repeated(accounts: Accounts) -> Iterator[Check]:
    """A figure that part three says twice of one thing is the same both times."""
    seen: dict[tuple[str, ...], Statement] = {}
    found = False
    for statement in accounts.statements:
        topic = statement.topic.partition(".")[0]
        if statement.measure not in REPEATED or statement.amount is None or topic in ("report", "performance", ""):
            continue
        if statement.period == "prior" or statement.doubt:
            continue
        key = (topic, bare(statement.subject), statement.measure, statement.amount.unit)
        first = seen.setdefault(key, statement)
        if first is statement or first.amount is None or first.offset == statement.offset == -1:
            continue
        found = True
        yield equal(side(statement), side(first), f"{statement.section}：{statement.subject}前后所述")
    if not found:
        yield not_applicable("正文重复的数字", "没有重复所述的数字")


@rule("prose-parts-change", family="narrative_arithmetic", basis=BASIS, zh="“三公”各项增减额之和等于总增减额")
def prose_parts_change(accounts: Accounts) -> Iterator[Check]:
    """The changes of the three public expenses sum to the change of their total."""
    changes = [each for each in current(accounts, "three_public") if _moves(each)]
    for total_name, names in ((PUBLIC_TOTAL, PUBLIC_PARTS), (VEHICLES_TOTAL, VEHICLES_PARTS)):
        subject = f"{total_name}增减额"
        total = _find(changes, Measure.CHANGE, total_name)
        said = (_find(changes, Measure.CHANGE, name) for name in names)
        parts = [part for part in said if part is not None and part.amount is not None]
        if total is None or total.amount is None or not parts:
            yield not_applicable(subject, "正文没有分项说明增减额")
        elif len(parts) < len(names) and not _others_flat(accounts, names, parts):
            yield unchecked(subject, "正文没有说明全部分项的增减额", side(total))
        else:
            yield sums_to(_signed(total), [_signed(part) for part in parts], subject)


@rule("prose-contradiction", family="narrative_arithmetic", basis=BASIS, zh="增减额与增减幅度的方向一致")
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


def _groups(accounts: Accounts) -> dict[str, _Group]:
    """Enumerations of final figures; one without a total of its own explains the figure said before it."""
    groups: dict[str, _Group] = {}
    before: Statement | None = None
    for statement in accounts.statements:
        if statement.amount is None or statement.measure is not Measure.FINAL:
            continue
        if not statement.group or statement.role == "total":
            before = statement
        if statement.role == "total":
            groups.setdefault(statement.group, _Group()).total = statement
        elif statement.role == "part":
            group = groups.setdefault(statement.group, _Group())
            if not group.parts and group.total is None and before is not None:
                group.total = before if before.paragraph == statement.paragraph else None
            group.parts.append(statement)
            before = statement
    return groups


def _find(statements: list[Statement], measure: Measure, subject: str) -> Statement | None:
    wanted = bare(subject)
    return next((each for each in statements if each.measure is measure and bare(each.subject) == wanted), None)


def _leaves(statements: list[Statement]) -> list[Statement]:
    """Only the lowest level said: a class is left out where its items are listed too."""
    paths = {each.subject for each in statements}
    return [each for each in statements if not any(path.startswith(f"{each.subject}/") for path in paths)]


def _moves(statement: Statement) -> bool:
    return statement.measure is Measure.CHANGE and statement.direction in (
        Direction.INCREASE,
        Direction.DECREASE,
        Direction.FLAT,
    )


def _others_flat(accounts: Accounts, names: tuple[str, ...], parts: list[Statement]) -> bool:
    said = {bare(part.subject) for part in parts}
    missing = {bare(name) for name in names} - said
    flat = {bare(each.subject) for each in current(accounts, "three_public") if each.direction is Direction.FLAT}
    nothing = {
        bare(each.subject)
        for each in current(accounts, "three_public")
        if each.measure is Measure.FINAL and each.amount is not None and each.amount.value == 0
    }
    return missing <= flat | nothing


def _signed(statement: Statement) -> Figure:
    figure = side(statement)
    return negated(figure) if statement.direction is Direction.DECREASE else figure


def _word(statement: Statement) -> str:
    return "增加" if statement.direction is Direction.INCREASE else "减少"
