"""Family `direction`: words held against the figures beside them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from juesuan.accounts import Accounts, bare
from juesuan.amounts import PERCENT, Amount
from juesuan.checks import Check, Severity
from juesuan.compare import finding, gather, not_applicable, passed, unchecked
from juesuan.records import Direction, Measure, Statement
from juesuan.rules.prose import ASIDE, companion, is_against_budget, side
from juesuan.rules.registry import rule

BASIS = "《地方预决算公开操作规程》（财预〔2016〕143号）：增减变化应有符合实际的说明"
BUDGETS = (Measure.OPENING_BUDGET, Measure.BUDGET)
WHOLE = Amount(Decimal(100), PERCENT, 0, "100%")
MOVED = (Direction.INCREASE, Direction.DECREASE)
COMPARED = {Direction.ABOVE: "大于", Direction.BELOW: "小于", Direction.EQUAL: "等于"}
ENGLISH = {Direction.ABOVE: "above", Direction.BELOW: "below", Direction.EQUAL: "equal to"}


@rule("prose-budget-word", family="direction", basis=BASIS, zh="“大于”“小于”“等于”预算数的说法与数字相符")
def prose_budget_word(accounts: Accounts) -> Iterator[Check]:
    """Final figures said to be above, below or equal to the budget are so."""
    found = False
    for word in accounts.statements:
        if word.direction not in COMPARED or not is_against_budget(word):
            continue
        found = True
        subject = f"{word.section}：{word.subject}决算数与预算数"
        final = companion(accounts, word, Measure.FINAL)
        budgets = [each for each in (companion(accounts, word, measure) for measure in BUDGETS) if each is not None]
        if final is None or final.amount is None or not budgets:
            yield _by_rate(accounts, word, subject)
            continue
        actual = [_compare(final.amount, each.amount) for each in budgets if each.amount is not None]
        if word.direction in actual or (word.inferred and _fits_before(accounts, word)):
            yield passed(subject, side(final), side(budgets[0]))
        elif final.doubt or any(each.doubt for each in budgets) or _is_hairline(accounts, word, actual):
            yield unchecked(subject, "所示位数不足以判断", side(word), side(final))
        else:
            yield _contradicted(word, final, budgets[0], actual[0], subject)
    if not found:
        yield not_applicable("决算数与预算数的比较", "正文没有比较决算数与预算数")


@rule("prose-flat-word", family="direction", basis=BASIS, zh="称“持平”则没有增减额，称增减则增减额不为零")
def prose_flat_word(accounts: Accounts) -> Iterator[Check]:
    """What is said to be unchanged has no change, and a change that is said is not nil."""
    found = False
    for change in accounts.measured(Measure.CHANGE):
        if change.amount is None or not change.direction:
            continue
        found = True
        subject = f"{change.section}：{change.subject}增减"
        flat = change.direction is Direction.FLAT
        if (change.amount.value == 0) == flat:
            yield passed(subject, side(change))
        elif flat:
            yield finding(
                subject,
                f"{change.section}称{change.subject}与上年持平，却又说增减{change.amount}。",
                f"{change.section}: {change.subject} is said to be unchanged, yet to change by {change.amount}.",
                gather(side(change)),
                stated="持平",
                expected=str(change.amount),
            )
        else:
            word = "增加" if change.direction is Direction.INCREASE else "减少"
            yield finding(
                subject,
                f"{change.section}称{change.subject}较上年{word}{change.amount}，没有变化应称持平。",
                f"{change.section}: {change.subject} is said to {change.direction} by {change.amount}, "
                "which is no change.",
                gather(side(change)),
                stated=f"{word}{change.amount}",
                expected="与上年持平",
                severity=Severity.NOTICE,
            )
    if not found:
        yield not_applicable("增减的说法", "正文没有说明增减额")


@rule("prose-flat-twice", family="direction", basis=BASIS, zh="称与上年“持平”的，不在同一处又称增加或减少")
def prose_flat_twice(accounts: Accounts) -> Iterator[Check]:
    """What is said to be unchanged since last year is not said to have changed in the same breath."""
    flats = [each for each in accounts.measured(Measure.CHANGE) if each.direction is Direction.FLAT and not each.amount]
    found = False
    for flat in flats:
        if flat.of or flat.doubt or flat.role in ASIDE:
            continue
        found = True
        moved = _moved_beside(accounts, flat)
        subject = f"{flat.section}：{flat.subject}与上年相比"
        if moved is None:
            yield passed(subject, side(flat))
            continue
        word = moved.word or "增减"
        to = "为" if moved.measure is Measure.FINAL else ""
        yield finding(
            subject,
            f"{flat.section}称{flat.subject}与上年持平，又称其{word}{to}{moved.amount}，两者不能同时成立。",
            f"{flat.section}: {flat.subject} is said to be level with last year and yet to have moved, {moved.amount}.",
            gather(side(flat), side(moved)),
            stated=f"持平、{word}{to}{moved.amount}",
            expected="与上年持平" if moved.measure is Measure.FINAL else "只留其一",
        )
    if not found:
        yield not_applicable("与上年持平的说法", "正文没有称与上年持平")


def _moved_beside(accounts: Accounts, flat: Statement) -> Statement | None:
    """The change, or the figure that it is said to have gone to, of the same account in the same sentence."""
    for each in accounts.within(flat.paragraph, flat.paragraph):
        same = bare(each.subject) == bare(flat.subject) and each.quote == flat.quote
        if not same or each.amount is None or each.of or each.role in ASIDE or each.doubt:
            continue
        went_to = each.measure is Measure.FINAL and each.direction in MOVED
        changed = each.measure is Measure.CHANGE and each.direction in MOVED and each.amount.value != 0
        if went_to or changed:
            return each
    return None


def _by_rate(accounts: Accounts, word: Statement, subject: str) -> Check:
    """The word held against the completion rate said right before it, where no budget is told."""
    before = (each for each in accounts.within(word.paragraph, word.paragraph) if each.offset < word.offset)
    rates = [each for each in before if each.measure is Measure.COMPLETION and each.amount is not None]
    rate = rates[-1] if rates and bare(rates[-1].subject) == bare(word.subject) else None
    if rate is None or rate.amount is None:
        return unchecked(subject, "正文没有说明决算数或预算数", side(word))
    actual = _compare(rate.amount, WHOLE)
    if word.direction is actual:
        return passed(subject, side(word), side(rate))
    if rate.doubt or Direction.EQUAL in (word.direction, actual):
        return unchecked(subject, "所示位数不足以判断", side(word), side(rate))
    return finding(
        subject,
        f"{word.section}称{word.subject}决算数{COMPARED[word.direction]}预算数，而所述完成率为{rate.amount}，"
        f"应为{COMPARED[actual]}。",
        f"{word.section}: the final figure of {word.subject} is said to be {ENGLISH[word.direction]} the budget, "
        f"but {rate.amount} of it was spent.",
        gather(side(word), side(rate)),
        stated=f"决算数{COMPARED[word.direction]}预算数",
        expected=f"决算数{COMPARED[actual]}预算数",
    )


def _compare(final: Amount, budget: Amount) -> Direction:
    other = budget.into(final.unit).value if budget.is_money and final.is_money else budget.value
    if final.value == other:
        return Direction.EQUAL
    return Direction.ABOVE if final.value > other else Direction.BELOW


def _fits_before(accounts: Accounts, word: Statement) -> bool:
    """Whether the figures right before a word that names no subject bear it out, of whatever they are."""
    before = [each for each in accounts.within(word.paragraph, word.paragraph) if each.offset < word.offset]
    final = next((each for each in reversed(before) if each.measure is Measure.FINAL and each.amount), None)
    if final is None or final.amount is None:
        return False
    budgets = (each for each in before if each.measure in BUDGETS and each.subject == final.subject)
    return any(_compare(final.amount, each.amount) is word.direction for each in budgets if each.amount is not None)


def _is_hairline(accounts: Accounts, word: Statement, actual: list[Direction]) -> bool:
    """Equal as displayed, while the completion rate says that they are not."""
    rate = companion(accounts, word, Measure.COMPLETION)
    differs = rate is not None and rate.amount is not None and rate.amount.value != 100
    return Direction.EQUAL in actual and differs and bare(word.subject) != ""


def _contradicted(word: Statement, final: Statement, budget: Statement, actual: Direction, subject: str) -> Check:
    said = COMPARED[word.direction]
    return finding(
        subject,
        f"{word.section}称{word.subject}决算数{said}预算数，而所列决算数为{final.amount}、预算数为{budget.amount}，"
        f"应为{COMPARED[actual]}。",
        f"{word.section}: the final figure of {word.subject} is said to be {ENGLISH[word.direction]} the budget, "
        f"but {final.amount} is {ENGLISH[actual]} {budget.amount}.",
        gather(side(word), side(final), side(budget)),
        stated=f"决算数{said}预算数",
        expected=f"决算数{COMPARED[actual]}预算数",
    )
