"""Family `table_narrative`: what part three says of a form is what the form says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from juesuan.accounts import Accounts, bare
from juesuan.checks import Check, Outcome, of_fact
from juesuan.compare import equal, not_applicable, unchecked
from juesuan.records import Measure, Statement
from juesuan.rules.linking import row_named
from juesuan.rules.prose import ASIDE, THREE_PUBLIC, current, restated, side
from juesuan.rules.registry import rule

BASIS = "《地方预决算公开操作规程》（财预〔2016〕143号）：决算情况说明应与公开表一致"
NOTHING = "正文没有相应的数字"

_CLASS_ROW = re.compile(r"\s*[一二三四五六七八九十]+、.+支出")  # of form 01
Total = tuple[str, str, str, str, tuple[str, ...]]

# topic, subject, form, row, column keys: the grand totals that part three repeats
TOTALS: tuple[Total, ...] = (
    ("overall", "收入支出总计", "01", "总计", ("income", "expenditure")),
    ("overall", "收入总计", "01", "总计", ("income",)),
    ("overall", "支出总计", "01", "总计", ("expenditure",)),
    ("overall", "年初结转和结余", "01", "年初结转和结余", ("income",)),
    ("overall", "年末结转和结余", "01", "年末结转和结余", ("expenditure",)),
    ("overall", "结余分配", "01", "结余分配", ("expenditure",)),
    ("income", "本年收入合计", "02", "合计", ("total",)),
    ("income", "财政拨款收入", "02", "合计", ("fiscal",)),
    ("income", "上级补助收入", "02", "合计", ("superior",)),
    ("income", "事业收入", "02", "合计", ("operations",)),
    ("income", "经营收入", "02", "合计", ("business",)),
    ("income", "附属单位上缴收入", "02", "合计", ("affiliated",)),
    ("income", "其他收入", "02", "合计", ("other",)),
    ("expenditure", "本年支出合计", "03", "合计", ("total",)),
    ("expenditure", "基本支出", "03", "合计", ("basic",)),
    ("expenditure", "项目支出", "03", "合计", ("project",)),
    ("expenditure", "上缴上级支出", "03", "合计", ("superior",)),
    ("expenditure", "经营支出", "03", "合计", ("business",)),
    ("expenditure", "对附属单位补助支出", "03", "合计", ("affiliated",)),
    ("fiscal", "财政拨款收入支出总计", "04", "总计", ("income", "total")),
    ("fiscal", "财政拨款收入总计", "04", "总计", ("income",)),
    ("fiscal", "财政拨款支出总计", "04", "总计", ("total",)),
    ("fiscal", "本年收入合计", "04", "本年收入合计", ("income",)),
    ("fiscal", "本年支出合计", "04", "本年支出合计", ("total",)),
    ("fiscal", "年初财政拨款结转和结余", "04", "年初财政拨款结转和结余", ("income",)),
    ("fiscal", "年末财政拨款结转和结余", "04", "年末财政拨款结转和结余", ("total",)),
    ("general", "一般公共预算财政拨款支出", "05", "合计", ("total",)),
    ("general", "年末一般公共预算财政拨款结转和结余", "04", "年末财政拨款结转和结余", ("general",)),
    ("basic", "一般公共预算财政拨款基本支出", "05", "合计", ("basic",)),
    ("basic", "人员经费", "06", "人员经费合计", ("final",)),
    ("basic", "公用经费", "06", "公用经费合计", ("final",)),
    ("operating_cost", "机关运行经费", "10", "合计", ("final",)),
    ("procurement", "政府采购支出", "11", "政府采购支出合计", ("final",)),
    ("procurement", "政府采购货物支出", "11", "政府采购货物支出", ("final",)),
    ("procurement", "政府采购工程支出", "11", "政府采购工程支出", ("final",)),
    ("procurement", "政府采购服务支出", "11", "政府采购服务支出", ("final",)),
    ("procurement", "授予中小企业合同金额", "11", "政府采购授予中小企业合同金额", ("final",)),
    ("procurement", "授予小微企业合同金额", "11", "其中授予小微企业合同金额", ("final",)),
)

# said of the year's money or, with what was carried over, of all of it: subject, rows of form 04, column key
OF_YEAR_OR_ALL = (
    ("财政拨款收入", ("本年收入合计", "总计"), "income"),
    ("财政拨款支出", ("本年支出合计", "总计"), "total"),
)

# the budgets with forms of their own: topic, what their accounts' names begin with, form
FUNDS = (("fund", "政府性基金预算财政拨款", "07"), ("capital", "国有资本经营预算财政拨款", "08"))
FUND_COLUMNS = (("收入", "income"), ("支出", "total"), ("年初结转和结余", "opening"), ("年末结转和结余", "closing"))
ALL_TOTALS: tuple[Total, ...] = (
    *TOTALS,
    *(("overall", *rest[1:]) for rest in TOTALS if rest[0] in ("income", "expenditure")),
    *((topic, name + side, form, "合计", (key,)) for topic, name, form in FUNDS for side, key in FUND_COLUMNS),
)
THREE_PUBLIC_KEYS = {bare(name): key for name, key in THREE_PUBLIC.items()}
BUDGETS = (Measure.OPENING_BUDGET, Measure.BUDGET)


@rule("prose-totals", family="table_narrative", basis=BASIS, zh="正文各节所述总计、合计与公开表一致")
def prose_totals(accounts: Accounts) -> Iterator[Check]:
    """The totals that part three names are the totals of the forms."""
    for topic, subject, form, row, keys in ALL_TOTALS:
        said = _finals(accounts, topic, subject)
        known = accounts.form(form)
        if not said or (known is None and form in ("10", "11")):
            yield not_applicable(f"{topic}：{subject}", NOTHING)
            continue
        for statement in said:
            for key in keys:
                yield restated(accounts, statement, form, row, key)
    for subject, rows, key in OF_YEAR_OR_ALL:
        for statement in _finals(accounts, "fiscal", subject):
            checks = [restated(accounts, statement, "04", row, key) for row in rows]
            yield next((check for check in checks if check.outcome is not Outcome.FAILED), checks[0])


@rule("prose-function-classes", family="table_narrative", basis=BASIS, zh="支出结构所述各类支出与公开05表一致")
def prose_function_classes(accounts: Accounts) -> Iterator[Check]:
    """Spending by function class as told is form 05's in the structure section and form 01's in the first."""
    yield from _by_name(accounts, "general.structure", "05", "total")
    for statement in _finals_of(accounts, "overall"):
        row = row_named(accounts, "01", statement.subject)
        if row is not None and _CLASS_ROW.match(row.item):
            yield restated(accounts, statement, "01", bare(row.item), "expenditure")


@rule("prose-function-items", family="table_narrative", basis=BASIS, zh="具体情况所述各项支出与公开05表一致")
def prose_function_items(accounts: Accounts) -> Iterator[Check]:
    """Spending by function item as told in the details is form 05's."""
    yield from _by_name(accounts, "general.items", "05", "total")


@rule(
    "prose-fund-items",
    family="table_narrative",
    basis=BASIS,
    zh="政府性基金、国有资本经营预算所述各项支出与公开07、08表一致",
)
def prose_fund_items(accounts: Accounts) -> Iterator[Check]:
    """Spending by function item as told of a fund or of state capital is form 07's or 08's."""
    for topic, _, form in FUNDS:
        said = [each for each in _finals_of(accounts, topic) if "/" in each.subject]
        yield from _each_by_name(accounts, said, form, "total", topic)


@rule("prose-economic-items", family="table_narrative", basis=BASIS, zh="基本支出所述各经济分类与公开06表一致")
def prose_economic_items(accounts: Accounts) -> Iterator[Check]:
    """Basic expenditure by economic item as told is form 06's."""
    yield from _by_name(accounts, "basic", "06", "final", skip=("一般公共预算财政拨款基本支出", "人员经费", "公用经费"))


@rule("prose-operating-cost-items", family="table_narrative", basis=BASIS, zh="机关运行经费所述各经济分类与公开表一致")
def prose_operating_cost_items(accounts: Accounts) -> Iterator[Check]:
    """Operating cost by economic item as told is form 10's, or form 06's where the totals are one."""
    form = "10" if accounts.form("10") else "06"
    if form == "06" and not _is_all_running_cost(accounts):
        yield not_applicable("机关运行经费各项", "机关运行经费与公用经费范围不同，不能逐项比较")
        return
    parts = [item for item in current(accounts, "operating_cost") if item.role == "part" and item.group]
    yield from _each_by_name(accounts, parts, form, "final", "机关运行经费各项")


@rule("prose-three-public", family="table_narrative", basis=BASIS, zh="“三公”经费所述预算数、决算数与公开09表一致")
def prose_three_public(accounts: Accounts) -> Iterator[Check]:
    """Budget and final of the three public expenses as told are form 09's."""
    found, opening = False, _form_shows_opening_budgets(accounts)
    for statement in current(accounts, "three_public"):
        key = THREE_PUBLIC_KEYS.get(bare(statement.subject))
        if key is None or statement.amount is None or not statement.amount.is_money or statement.role in ASIDE:
            continue
        if statement.measure is Measure.FINAL or statement.measure in BUDGETS:
            found = True
            kind = "final" if statement.measure is Measure.FINAL else "budget"
            check = restated(accounts, statement, "09", "", f"{kind}:{key}")
            if check.outcome is Outcome.FAILED and statement.measure is Measure.OPENING_BUDGET and not opening:
                check = unchecked(check.subject, "表列预算数为全年预算数，与年初预算数口径不同", side(statement))
            yield check
    if not found:
        yield not_applicable("“三公”经费", NOTHING)


def _form_shows_opening_budgets(accounts: Accounts) -> bool:
    """Whether opening budgets as told are those of form 09: its heading says so, or one of them agrees."""
    if any("年初" in fact.column for fact in accounts.facts if fact.form == "09"):
        return True
    said = [each for each in current(accounts, "three_public") if each.measure is Measure.OPENING_BUDGET]
    for each in (each for each in said if each.amount and each.amount.value):
        fact = accounts.fact("09", "", f"budget:{THREE_PUBLIC_KEYS.get(bare(each.subject), '')}")
        if equal(side(each), of_fact(fact, each.subject)).outcome is Outcome.PASSED:
            return True
    return False


def _finals(accounts: Accounts, topic: str, subject: str) -> list[Statement]:
    return [
        statement
        for statement in current(accounts, topic)
        if statement.measure is Measure.FINAL
        and statement.amount is not None
        and statement.role not in ASIDE
        and bare(statement.subject) == bare(subject)
    ]


def _is_all_running_cost(accounts: Accounts) -> bool:
    running = accounts.fact("06", "公用经费合计", "final")
    said = _finals(accounts, "operating_cost", "机关运行经费")
    amount = said[0].amount if said else None
    if running is None or amount is None or not (amount.is_money and running.amount.is_money):
        return False
    return amount.interval.meets(running.amount.into(amount.unit).interval)


def _by_name(accounts: Accounts, topic: str, form: str, key: str, skip: tuple[str, ...] = ()) -> Iterator[Check]:
    left_out = {bare(name) for name in (*skip, "一般公共预算财政拨款支出")}
    said = [each for each in _finals_of(accounts, topic) if bare(each.subject) not in left_out]
    yield from _each_by_name(accounts, said, form, key, topic)


def _finals_of(accounts: Accounts, topic: str) -> list[Statement]:
    """What the sections of just this topic say was spent."""
    return [
        statement
        for statement in current(accounts, topic)
        if statement.topic == topic
        and statement.measure is Measure.FINAL
        and statement.amount is not None
        and statement.role not in ASIDE
    ]


def _each_by_name(accounts: Accounts, said: Iterable[Statement], form: str, key: str, topic: str) -> Iterator[Check]:
    found = False
    for statement in said:
        if statement.amount is None or not statement.amount.is_money:
            continue
        found = True
        row = row_named(accounts, form, statement.subject)
        label = bare(statement.subject) if row is None else row.code or bare(row.item)
        yield restated(accounts, statement, form, label, key)
    if not found:
        yield not_applicable(topic, NOTHING)
