"""Explanations of a budget against its forms, and the arithmetic of what they say changed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from juesuan.accounts import Accounts, bare
from juesuan.checks import Check, Figure, Outcome, of_fact
from juesuan.compare import equal, negated, not_applicable, passed, sums_to, unchecked
from juesuan.ratios import is_growth
from juesuan.records import Fact, Measure, Statement
from juesuan.rules.linking import row_named
from juesuan.rules.prose import ASIDE, PRIOR, THREE_PUBLIC, companion, rising, side
from juesuan.rules.registry import rule

BASIS = "《地方预决算公开操作规程》（财预〔2016〕143号）：预算说明应与公开表一致"
NOTHING = "说明中没有相应的数字"
SAID = (Measure.BUDGET, Measure.FINAL)  # what a budget says of its year, whether it calls it 预算数 or not

Cell = tuple[str, str, str]
# section, what it speaks of, and the cell of the forms that it repeats
TOTALS: tuple[tuple[str, tuple[str, ...], Cell], ...] = (
    ("overall", ("收支总", "收支总预算", "收入支出总计", "收入总计"), ("51", "收入总计", "income")),
    ("overall", ("支出总计",), ("51", "支出总计", "expenditure")),
    ("income", ("本年收入合计", "收入总计"), ("52", "合计", "total")),
    ("income", ("财政拨款收入",), ("52", "合计", "fiscal")),
    ("income", ("事业收入",), ("52", "合计", "operations")),
    ("income", ("事业单位经营收入", "经营收入"), ("52", "合计", "business")),
    ("income", ("上级补助收入",), ("52", "合计", "superior")),
    ("income", ("附属单位上缴收入",), ("52", "合计", "affiliated")),
    ("income", ("其他收入",), ("52", "合计", "other")),
    ("expenditure", ("本年支出合计", "支出总计"), ("53", "合计", "total")),
    ("expenditure", ("基本支出",), ("53", "合计", "basic")),
    ("expenditure", ("项目支出",), ("53", "合计", "project")),
    ("fiscal", ("财政拨款收支总", "财政拨款收入支出总计", "财政拨款收入总计"), ("54", "收入总计", "income")),
    ("fiscal", ("财政拨款支出总计",), ("54", "支出总计", "total")),
    ("general", ("一般公共预算财政拨款支出", "一般公共预算当年拨款"), ("55", "合计", "total")),
    ("general", ("基本支出", "一般公共预算财政拨款基本支出"), ("55", "合计", "basic")),
    ("general", ("项目支出",), ("55", "合计", "project")),
    ("basic", ("一般公共预算财政拨款基本支出", "基本支出"), ("55", "合计", "basic")),
    ("basic", ("人员经费",), ("56", "合计", "personnel")),
    ("basic", ("公用经费",), ("56", "合计", "running")),
    ("fund", ("政府性基金预算财政拨款支出",), ("57", "合计", "total")),
    ("capital", ("国有资本经营预算财政拨款支出",), ("58", "合计", "total")),
)
ITEMS = (("general", "55"), ("fund", "57"), ("capital", "58"))
PUBLIC = {bare(name): key for name, key in THREE_PUBLIC.items()} | {bare("机关运行经费"): "operating"}
TOTAL_ROWS = ("合计", "总计", "")
_OF_BUDGET = re.compile(r"[较比与](?:上年|20\d\d年)度?(?:年初)?预算")


@rule("budget-prose-totals", family="table_narrative", basis=BASIS, zh="预算说明所述总额与公开表一致", budget=True)
def budget_prose_totals(accounts: Accounts) -> Iterator[Check]:
    """The totals that the explanations of a budget name are those of its forms."""
    checks = [
        _restated(accounts, said, accounts.fact(*cell))
        for topic, subjects, cell in TOTALS
        for said in _told(accounts, topic)
        if bare(said.subject) in map(bare, subjects) and accounts.form(cell[0]) is not None
    ]
    yield from checks or [not_applicable("预算说明所述总额", NOTHING)]


@rule("budget-prose-items", family="table_narrative", basis=BASIS, zh="预算说明所述各科目与支出表一致", budget=True)
def budget_prose_items(accounts: Accounts) -> Iterator[Check]:
    """Spending by function as the explanations of a budget tell it is that of its forms."""
    checks = []
    for topic, form in ITEMS:
        for said in _told(accounts, topic):
            row = row_named(accounts, form, said.subject)
            if row is not None and row.code:
                checks.append(_restated(accounts, said, accounts.fact(form, row.code, "total")))
    yield from checks or [not_applicable("预算说明所述各科目", NOTHING)]


@rule(
    "budget-prose-three-public",
    family="table_narrative",
    basis=BASIS,
    zh="预算说明所述“三公”经费、机关运行经费与公开表一致",
    budget=True,
)
def budget_prose_three_public(accounts: Accounts) -> Iterator[Check]:
    """The three public expenses and the operating cost as told are those of the budget's form."""
    checks = [
        _restated(accounts, said, fact)
        for topic in ("three_public", "operating_cost")
        for said in _told(accounts, topic)
        if (fact := _public(accounts, said, "budget")) is not None
    ]
    yield from checks or [not_applicable("预算说明所述“三公”经费", NOTHING)]


@rule(
    "budget-prior-restated",
    family="table_narrative",
    basis=BASIS,
    zh="说明所述“三公”经费加减变动等于表列上年预算数",
    budget=True,
)
def budget_prior_restated(accounts: Accounts) -> Iterator[Check]:
    """This year's 三公 budget is last year's in the form and the change that is told against last year's budget."""
    checks = []
    for change in accounts.under("three_public"):
        before = _public(accounts, change, "prior")
        if change.measure is not Measure.CHANGE or change.amount is None or before is None or change.role in ASIDE:
            continue
        now, up = companion(accounts, change, *SAID), rising(change)
        if now is None or up is None or "预算" not in before.column or not _OF_BUDGET.search(change.quote):
            continue
        move = side(change) if up else negated(side(change))
        subject = f"{change.section}：{change.subject}的上年预算数"
        checks.append(
            sums_to(side(now), [of_fact(before, "表列上年预算数"), move], subject, parts_label="上年数加减变动")
        )
    yield from checks or [not_applicable("所述“三公”经费的上年预算数", "说明或表中没有上年预算数")]


@rule(
    "budget-prose-growth",
    family="narrative_arithmetic",
    basis=BASIS,
    zh="预算说明所述增减幅度等于增减额除以由其推算的上年数",
    budget=True,
)
def budget_prose_growth(accounts: Accounts) -> Iterator[Check]:
    """A rate of change that a budget tells is the change over the prior year that figure and change imply."""
    checks = []
    for rate in accounts.measured(Measure.RATE):
        change, now = companion(accounts, rate, Measure.CHANGE), companion(accounts, rate, Measure.BUDGET)
        if change is None or now is None or rate.role in ASIDE:
            continue
        subject, up = f"{rate.section}：{rate.subject}增减幅度", rising(change)
        if up is None or change.amount is None or now.amount is None or rate.inferred:
            checks.append(unchecked(subject, "增减方向或科目不明", side(rate), side(change)))
        elif up and now.amount.interval.meets(change.amount.interval):
            checks.append(unchecked(subject, "上年数为零，没有增减幅度", side(rate), side(change)))
        else:
            checks.append(is_growth(side(rate), side(now), side(change), up, subject))
    yield from checks or [not_applicable("所述增减幅度", NOTHING)]


def _told(accounts: Accounts, topic: str) -> Iterator[Statement]:
    """The amounts that a section of the explanations tells of the budget's year."""
    return (
        said
        for said in accounts.under(topic)
        if said.measure in SAID
        and said.amount is not None
        and said.amount.is_money
        and said.period in ("", accounts.year)
        and said.period != PRIOR
        and said.role not in ASIDE
    )


def _public(accounts: Accounts, said: Statement, measure: str) -> Fact | None:
    key = PUBLIC.get(bare(said.subject), "")
    return public_fact(accounts, "59", f"{measure}:{key}") if key else None


def public_fact(accounts: Accounts, form: str, key: str) -> Fact | None:
    """The figure of the three public expenses in a column; where units have rows of their own, that of the total."""
    facts = list(accounts.column(form, key))
    totals = [fact for fact in facts if bare(fact.item) in TOTAL_ROWS]
    return next(iter(totals if len(facts) > 1 else facts), None)


def _restated(accounts: Accounts, said: Statement, fact: Fact | None) -> Check:
    """A figure told against the cell that it repeats; one that another cell shows may be of another subject."""
    subject = f"{said.section}：{said.subject}"
    assert said.amount is not None
    if fact is None:
        if not said.amount.value:
            return passed(subject, side(said), Figure("表中该格为空"))
        return unchecked(subject, "表中没有相应的数字", side(said))
    line = next((line for line in accounts.lines(fact.form) if fact in line.facts.values()), None)
    check = equal(side(said), of_fact(fact, line.label(fact.key) if line else fact.item), subject)
    if check.outcome is Outcome.FAILED and (_is_carried_on(said) or _is_elsewhere(accounts, said)):
        return unchecked(subject, "所述可能是表中另一项目的数字", side(said))
    return check


def _is_carried_on(said: Statement) -> bool:
    """Whether the sentence names no subject, and is not the one that opens its section's list either."""
    return said.inferred and said.role != "total"


def _is_elsewhere(accounts: Accounts, said: Statement) -> bool:
    """Whether another cell of the forms holds the very figure."""
    assert said.amount is not None
    return bool(said.amount.value) and any(
        fact.amount.is_money and fact.amount.into(said.amount.unit).interval.meets(said.amount.interval)
        for fact in accounts.facts
    )
