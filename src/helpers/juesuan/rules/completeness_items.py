"""Family `completeness`: spending is told down to the item, basic spending down to the account."""

from __future__ import annotations

from collections.abc import Iterator

from juesuan.accounts import Accounts, bare
from juesuan.checks import Check, Evidence, Severity, of_fact
from juesuan.compare import finding, gather, not_applicable, passed, unchecked
from juesuan.forms.classification.book import CLASS, ITEM, SECTION
from juesuan.records import Fact
from juesuan.rules.linking import stem
from juesuan.rules.registry import rule

LAW = (
    "《预算法》第十四条；《地方预决算公开操作规程》（财预〔2016〕143号）："
    "一般公共预算支出公开到功能分类项级科目，基本支出公开到经济分类款级科目"
)
_ACCOUNT = 5  # digits of an economic account
_DETAILS = "general.items"
_SEVERAL = 2  # items told that make a list
_MOSTLY = 0.5  # share of form 05's items told that makes it one that should be whole
_TOLD = {  # form → column, lengths of codes above the last level, of the last level, name of that level
    "05": ("total", (CLASS, SECTION), ITEM, "项"),
    "06": ("final", (CLASS,), _ACCOUNT, "款"),
}


@rule("down-to-items", family="completeness", basis=LAW, zh="05表列到项级科目，06表列到款级科目")
def down_to_items(accounts: Accounts) -> Iterator[Check]:
    """Form 05 goes down to the item (项), form 06 to the account (款), wherever there is money."""
    for number, (column, above, last, level) in _TOLD.items():
        subject = f"公开{number}表列到{level}级科目"
        form = accounts.form(number)
        facts = [fact for fact in accounts.column(number, column) if fact.code and fact.amount.value]
        if form is None or not facts:
            yield not_applicable(subject, f"没有{number}表的支出")
            continue
        codes = {row.code for row in form.rows}
        bare = [fact for fact in facts if len(fact.code) in above and not _is_detailed(fact.code, codes, last)]
        if not bare:
            yield passed(subject)
        elif any(row.doubt for row in form.rows) or any(fact.doubt for fact in facts):
            yield unchecked(subject, f"{number}表的科目代码没有全部读准")
        else:
            yield _stops(subject, bare, level)


@rule("items-told", family="completeness", basis=LAW, zh="逐项说明支出时，05表的各项都有说明", whole=True)
def items_told(accounts: Accounts) -> Iterator[Check]:
    """Where the prose goes through the items of form 05 one by one, it speaks of every one that has money."""
    subject = "逐项说明的各项支出"
    items = [fact for fact in accounts.column("05", "total") if len(fact.code) == ITEM and fact.amount.value]
    passages = [passage for passage in accounts.prose if passage.topic == _DETAILS]
    untold = [fact for fact in items if not _is_told(accounts, fact, bare("".join(each.text for each in passages)))]
    if not passages or len(items) - len(untold) < max(_SEVERAL, _MOSTLY * len(items)):
        yield not_applicable(subject, "正文没有逐项说明05表的支出")
    elif not untold:
        yield passed(subject)
    elif any(fact.doubt for fact in items) or any(row.doubt for row in accounts.lines("05")):
        yield unchecked(subject, "05表的科目没有全部读准")
    else:
        names = "、".join(f"{fact.code} {fact.item}" for fact in untold)
        yield finding(
            subject,
            f"正文逐项说明一般公共预算财政拨款支出，没有说到公开05表的{names}。",
            f"The prose goes through the items of form 05 and leaves out {names}.",
            [each for fact in untold for each in gather(of_fact(fact, fact.item))],
            stated="没有说到",
            expected=names,
            severity=Severity.NOTICE,
        )


def _is_told(accounts: Accounts, fact: Fact, text: str) -> bool:
    """Whether the details name an item, or give its very amount under some other name."""
    if stem(bare(fact.item)) in text:
        return True
    said = (each.amount for each in accounts.statements if each.topic == _DETAILS and each.amount)
    return any(amount.is_money and amount.interval.meets(fact.amount.into(amount.unit).interval) for amount in said)


def _is_detailed(code: str, codes: set[str], last: int) -> bool:
    """Whether a row of the last level stands below a code."""
    return any(len(other) == last and other.startswith(code) for other in codes)


def _stops(subject: str, bare: list[Fact], level: str) -> Check:
    lowest = [
        fact for fact in bare if not any(other is not fact and other.code.startswith(fact.code) for other in bare)
    ]
    names = "、".join(f"{fact.code} {fact.item}" for fact in lowest)
    evidence: list[Evidence] = [each for fact in lowest for each in gather(of_fact(fact, fact.item))]
    return finding(
        subject,
        f"公开{lowest[0].form}表的{names}有支出，其下没有列到{level}级科目。",
        f"Form {lowest[0].form} shows money for {names}, but no account of the last level below.",
        evidence,
        stated=names,
        expected=f"{level}级科目",
        severity=Severity.NOTICE,
    )
