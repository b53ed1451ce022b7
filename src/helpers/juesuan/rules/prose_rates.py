"""Family `narrative_arithmetic`: shares, rates of change and completion rates said in prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from juesuan.accounts import Accounts, bare
from juesuan.amounts import PERCENT, Amount
from juesuan.checks import Check, Figure, Outcome, Severity, of_fact
from juesuan.compare import finding, gather, not_applicable, sums_to, unchecked
from juesuan.ratios import is_share
from juesuan.records import Measure, Statement
from juesuan.rules.prose import ASIDE, PRIOR, companion, misplaced, side
from juesuan.rules.registry import rule

BASIS = "《地方预决算公开操作规程》（财预〔2016〕143号）：说明中的数据应准确"
BUDGETS = (Measure.OPENING_BUDGET, Measure.BUDGET)
OPENING = ("年初预算", "年初预算数")
FULL_YEAR = re.compile(r"全年|调整|变更")
WHOLE = Amount(Decimal(100), PERCENT, 9, "100%")  # a hundred percent is exact

# the total that a share in a section is a part of, where its wording names no other
WHOLES = {
    "income": ("本年收入合计",),
    "expenditure": ("本年支出合计",),
    "overall": ("本年收入合计", "本年支出合计", "收入总计", "支出总计"),
    "basic": ("一般公共预算财政拨款基本支出", "基本支出", "人员经费", "公用经费"),
    "general": ("本年支出合计", "一般公共预算财政拨款支出", "财政拨款支出"),
    "general.structure": ("一般公共预算财政拨款支出", "财政拨款支出"),
    "three_public": ("“三公”经费",),
    "three_public.detail": ("“三公”经费",),
}
# what else is meant where a total is named loosely
OF_ALL = {
    "收入总计": ("本年收入合计",),
    "支出总计": ("本年支出合计",),
    "本年收入合计": ("收入总计",),
    "本年支出合计": ("支出总计",),
    "基本支出": ("一般公共预算财政拨款基本支出",),
    "财政拨款支出": ("一般公共预算财政拨款支出",),
    "本年财政拨款支出": ("一般公共预算财政拨款支出", "财政拨款支出"),
}
# where the forms show a total that a share names and the prose may not tell
TOTALS_IN_FORMS = {
    "本年收入合计": ("02", "合计", "total"),
    "本年支出合计": ("03", "合计", "total"),
    "收入总计": ("01", "总计", "income"),
    "支出总计": ("01", "总计", "expenditure"),
    "“三公”经费": ("09", "", "final:total"),
}
REPORTS = ("report", "performance", "procurement")


@rule("prose-shares", family="narrative_arithmetic", basis=BASIS, zh="正文所述占比等于分项除以总计")
def prose_shares(accounts: Accounts) -> Iterator[Check]:
    """A share said in prose is the part over its total."""
    for share in _of(accounts, Measure.SHARE):
        if share.topic.partition(".")[0] in REPORTS or share.subject.endswith("率"):
            continue
        subject = f"{share.section}：{share.subject}占比"
        part = companion(accounts, share, Measure.FINAL)
        whole = _fitting(accounts, share, part)
        if part is None or whole is None:
            yield unchecked(subject, "正文没有说明占比的分子或分母", side(share))
        elif (
            whole.amount is not None and whole.amount.value == 0 and part.amount is not None and part.amount.value == 0
        ):
            yield not_applicable(subject, "分子分母均为零")
        else:
            check = is_share(side(share), side(part), whole, subject)
            failed = check.outcome is Outcome.FAILED
            other = failed and not share.of and _goes_on_from_another_base(accounts, share, whole)
            yield unchecked(subject, "没有说明占比的基数，可能沿用前一占比的基数", side(share)) if other else check


@rule("prose-shares-sum", family="narrative_arithmetic", basis=BASIS, zh="构成完整时各占比之和为100%")
def prose_shares_sum(accounts: Accounts) -> Iterator[Check]:
    """Shares of parts that make up their total sum to one hundred percent."""
    groups: dict[str, list[Statement]] = {}
    for share in _of(accounts, Measure.SHARE):
        if share.group and share.topic in WHOLES:
            groups.setdefault(share.group, []).append(share)
    for group, shares in groups.items():
        amounts = [part for part in (companion(accounts, share, Measure.FINAL) for share in shares) if part is not None]
        whole = next(iter(_wholes(accounts, shares[0], _named(shares[0]))), None)
        subject = f"{shares[0].section}：各占比之和"
        if whole is None or len(amounts) != len(shares) or len(shares) < 2:
            yield not_applicable(subject, "没有完整的构成")
        elif sums_to(side(whole), [side(part) for part in amounts]).outcome in (Outcome.PASSED, Outcome.ROUNDING):
            hundred = Figure("构成合计", WHOLE)
            yield sums_to(hundred, [side(share) for share in shares], subject, parts_label="各占比之和")
        else:
            yield not_applicable(subject, f"第{group}组各项之和不是总计，占比不必为100%")


@rule("prose-completion", family="narrative_arithmetic", basis=BASIS, zh="完成率等于决算数除以所称预算数")
def prose_completion(accounts: Accounts) -> Iterator[Check]:
    """A completion rate is the final figure over the budget that its wording names."""
    for rate in _of(accounts, Measure.COMPLETION):
        if rate.topic.partition(".")[0] in REPORTS:
            continue
        subject = f"{rate.section}：{rate.subject}完成率"
        final = companion(accounts, rate, Measure.FINAL)
        budget = _budget(accounts, rate, final)
        if final is None or budget is None or final.amount is None or budget.amount is None:
            yield unchecked(subject, "正文没有说明决算数或预算数", side(rate))
        elif budget.amount.value == 0:
            yield from _of_zero(accounts, subject, rate, final, budget)
        else:
            check = is_share(side(rate), side(final), side(budget), subject)
            doubt = misplaced(accounts, final) or misplaced(accounts, budget) if check.outcome is Outcome.FAILED else ""
            yield unchecked(subject, doubt, side(rate)) if doubt else check


def _goes_on_from_another_base(accounts: Accounts, share: Statement, whole: Figure) -> bool:
    """Whether the share before it in the paragraph names a base that is not the figure it was held against."""
    before = [
        each
        for each in accounts.within(share.paragraph, share.paragraph)
        if each.measure is Measure.SHARE and each.offset < share.offset
    ]
    return bool(before and before[-1].of) and bare(before[-1].of) not in bare(whole.label)


def _budget(accounts: Accounts, rate: Statement, final: Statement | None) -> Statement | None:
    """The budget that a completion rate is of: the kind its wording names, else whichever of both fits."""
    if rate.of in OPENING:
        return companion(accounts, rate, Measure.OPENING_BUDGET) or companion(accounts, rate, *BUDGETS)
    if FULL_YEAR.search(rate.of):
        other = None if _names_another(accounts, rate) else companion(accounts, rate, *BUDGETS)
        return companion(accounts, rate, Measure.BUDGET) or other
    known = [each for each in (companion(accounts, rate, measure) for measure in reversed(BUDGETS)) if each is not None]
    fits = (each for each in known if final is not None and _holds(rate, final, each))
    return next(fits, None) or companion(accounts, rate, *BUDGETS)


def _names_another(accounts: Accounts, rate: Statement) -> bool:
    """Whether the paragraph of a rate gives one more budget, in words of its own (全年预算（调整后）)."""
    beside = accounts.within(rate.paragraph, rate.paragraph)
    return any(each.measure is Measure.OTHER and "预算" in each.subject and each.amount for each in beside)


def _holds(rate: Statement, part: Statement, whole: Statement) -> bool:
    return _is_share_of(rate, part, side(whole))


def _is_share_of(share: Statement, part: Statement, whole: Figure) -> bool:
    return is_share(side(share), side(part), whole).outcome in (Outcome.PASSED, Outcome.ROUNDING)


def _of(accounts: Accounts, measure: Measure) -> Iterator[Statement]:
    return (
        statement
        for statement in accounts.measured(measure)
        if statement.amount is not None and statement.period != PRIOR
    )


def _wholes(accounts: Accounts, share: Statement, names: tuple[str, ...]) -> list[Statement]:
    """The figures of these names that a share may be a part of, the nearest first."""
    wanted = {bare(name) for name in names}
    known = [
        statement
        for statement in _of(accounts, Measure.FINAL)
        if bare(statement.subject) in wanted - {bare(share.subject)}
        and statement.role not in ASIDE
        and statement.topic.partition(".")[0] not in ("report", "performance")
    ]
    own = [each for each in known if each.topic.partition(".")[0] == share.topic.partition(".")[0]]
    return sorted(own or known, key=lambda each: abs(each.paragraph - share.paragraph))


def _named(share: Statement) -> tuple[str, ...]:
    """The total that a share's wording, or its section, names."""
    return (share.of,) if share.of else WHOLES.get(share.topic, ())


def _fitting(accounts: Accounts, share: Statement, part: Statement | None) -> Figure | None:
    """Of the totals that a share may be a part of, the one that it fits; else the one that is named.

    A total that its wording names is looked for in the prose and then in the forms; other totals
    that loose wording may mean are no ground for an accusation where the named one is known.
    """
    named = [side(each) for each in _wholes(accounts, share, _named(share))] + [
        figure for name in _named(share) for figure in _in_forms(accounts, name)
    ]
    loose = [side(each) for each in _wholes(accounts, share, OF_ALL.get(share.of, ()))]
    beside = [] if share.of else [side(each) for each in _of(accounts, Measure.FINAL) if each.quote == share.quote]
    fits = (whole for whole in (*named, *loose, *beside) if part is not None and _is_share_of(share, part, whole))
    return next(fits, None) or next(iter((*named, *loose)), None)


def _in_forms(accounts: Accounts, name: str) -> Iterator[Figure]:
    """A total by its name as a form shows it."""
    for form, row, key in (TOTALS_IN_FORMS[name],) if name in TOTALS_IN_FORMS else ():
        fact = accounts.fact(form, row, key)
        if fact is not None and not fact.doubt:
            yield of_fact(fact, f"公开{form}表“{name}”")


def _of_zero(accounts: Accounts, subject: str, rate: Statement, final: Statement, budget: Statement) -> Iterator[Check]:
    assert rate.amount is not None and final.amount is not None and budget.amount is not None
    if final.amount.value == 0:
        yield not_applicable(subject, "预算数、决算数均为零")
        return
    full = companion(accounts, rate, Measure.BUDGET)
    evidence = [side(rate), side(final), side(budget)]
    expected, why = "预算数为零，不存在完成率", "of zero there is no rate"
    if full is not None and full.amount is not None and full.amount.value != 0:
        evidence.append(side(full))
        if is_share(side(rate), side(final), side(full)).outcome in (Outcome.PASSED, Outcome.ROUNDING):
            expected, why = "这是完成全年预算数的比率", "that is the rate of the full-year budget"
    name = rate.of or "预算"
    yield finding(
        subject,
        f"{rate.section}称{rate.subject}{name}为{budget.amount}、决算数为{final.amount}，却称完成{name}的{rate.amount}，{expected}。",
        f"{rate.section}: {rate.subject} has a budget of {budget.amount} and a final figure of {final.amount}, "
        f"yet is said to complete {rate.amount} of it; {why}.",
        gather(*evidence),
        stated=str(rate.amount),
        expected=expected,
        severity=Severity.NOTICE if rate.amount.value == 0 else Severity.ERROR,
    )
