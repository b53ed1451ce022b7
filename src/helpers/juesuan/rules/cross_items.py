"""Family `cross_table`: economic accounts of form 06 against forms 09, 10 and the functions of form 05."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from juesuan.accounts import Accounts
from juesuan.checks import Check, Figure, Outcome, Severity
from juesuan.compare import at_most, equal, finding, gather, negated, not_applicable, passed, sums_to, unchecked
from juesuan.lines import Line, key_name
from juesuan.rules.cross_tables import BASIS
from juesuan.rules.registry import rule
from juesuan.rules.tables import SPENT_TOTAL, TOTALS, cell, is_nothing, public_rows

CLASSIFICATION = "《政府收支分类科目》功能分类与经济分类"
FINAL = "final"
TRAVEL = (("30212", "abroad"), ("30217", "reception"), ("30231", "running"), ("31013", "purchase"))
# functions that consist of one economic account only
ONE_ACCOUNT = (("2080505", "30108"), ("2080506", "30109"), ("2210201", "30113"))
UNIT_MEDICAL, SUBSIDY = ("2101101", "2101102"), "2101103"
MEDICAL_ACCOUNT, SUBSIDY_ACCOUNT = "30110", "30111"
_BASIC_ITEM = re.compile(r"^(?:行政运行|事业运行)$")
_PROJECT_ITEM = re.compile(r"^一般行政管理事务$")


@rule(
    "three-public-by-account",
    family="cross_table",
    basis=BASIS,
    zh="06表“三公”各科目不大于09表决算数；没有项目支出的相等",
)
def three_public_by_account(accounts: Accounts) -> Iterator[Check]:
    """Form 06's 三公 accounts are within form 09's final figures, and equal to them without project money."""
    economic, public = accounts.lines("06"), public_rows(accounts)
    compare = equal if _no_project_money(accounts) else at_most
    for code, item in TRAVEL:
        subject = f"{key_name('09', f'final:{item}')}：基本支出与“三公”经费"
        basic, final = cell(economic, (code,), FINAL), public[0].get(f"final:{item}") if len(public) == 1 else None
        if is_nothing(basic) and (is_nothing(final) or compare is at_most):
            yield not_applicable(subject, "基本支出中没有这项费用")
        elif basic is None or final is None:
            yield unchecked(subject, "一方为空", *[f for f in (basic, final) if f])
        else:
            yield compare(basic, final, subject)


@rule(
    "operating-cost-within-running-cost",
    family="cross_table",
    basis=BASIS,
    zh="机关运行经费及其各科目不大于06表公用经费",
)
def operating_cost_within_running_cost(accounts: Accounts) -> Iterator[Check]:
    """Form 10's operating cost is within form 06's running cost, in total and by account."""
    operating, economic = accounts.lines("10"), accounts.lines("06")
    found = False
    for line in operating:
        figure = line.figure(FINAL)
        name = line.code or ("公用经费合计" if line.item and cell([line], TOTALS, FINAL) else "")
        if is_nothing(figure) or figure is None or not name:
            continue
        found = True
        whole = cell(economic, (name,), FINAL)
        subject = f"{figure.label}不大于基本支出"
        yield at_most(figure, whole, subject) if whole else unchecked(subject, "06表没有这一数额", figure)
    if not found:
        yield not_applicable("机关运行经费与公用经费", "没有机关运行经费表或表中没有数字")


@rule(
    "function-within-account",
    family="cross_table",
    basis=CLASSIFICATION,
    zh="单一经济科目的功能科目，其基本支出不大于该经济科目",
)
def function_within_account(accounts: Accounts) -> Iterator[Check]:
    """Basic spending on a function that consists of one economic account is within that account."""
    functions, economic = accounts.lines("05"), accounts.lines("06")
    for function, account in ONE_ACCOUNT:
        basic, booked = cell(functions, (function,), "basic"), cell(economic, (account,), FINAL)
        subject = f"{function}与{account}"
        if is_nothing(basic) and is_nothing(booked):
            yield not_applicable(subject, "没有这项支出")
        elif basic is None or booked is None:
            yield unchecked(subject, "一方为空", *[f for f in (basic, booked) if f])
        else:
            yield _within_account(basic, booked, subject)


@rule(
    "medical-by-account",
    family="cross_table",
    basis=CLASSIFICATION,
    zh="单位医疗与公务员医疗补助等于医疗保险缴费与医疗补助缴费",
)
def medical_by_account(accounts: Accounts) -> Iterator[Check]:
    """Medical care by function equals medical contributions by economic account."""
    functions, economic = accounts.lines("05"), accounts.lines("06")
    spent = [f for code in (*UNIT_MEDICAL, SUBSIDY) if (f := cell(functions, (code,), "basic"))]
    booked = [f for code in (MEDICAL_ACCOUNT, SUBSIDY_ACCOUNT) if (f := cell(economic, (code,), FINAL))]
    subject = "行政事业单位医疗与医疗保险缴费"
    used = [figure for figure in booked if not is_nothing(figure)]
    if all(map(is_nothing, (*spent, *booked))):
        yield not_applicable(subject, "没有这项支出")
    elif not spent or not used:
        yield unchecked(subject, "一方为空", *spent, *booked)
    elif len(used) == 1:
        yield sums_to(used[0], spent, subject, parts_label="功能科目之和", severity=Severity.NOTICE)
    elif len(spent) == 1:
        yield sums_to(spent[0], used, subject, parts_label="经济科目之和", severity=Severity.NOTICE)
    else:
        yield _both_sums(spent, used, subject)


@rule(
    "medical-subsidy-account", family="cross_table", basis=CLASSIFICATION, zh="公务员医疗补助列入公务员医疗补助缴费科目"
)
def medical_subsidy_account(accounts: Accounts) -> Iterator[Check]:
    """The civil-servant medical subsidy by function is booked under its own economic account."""
    functions, economic = accounts.lines("05"), accounts.lines("06")
    subsidy, account = cell(functions, (SUBSIDY,), "basic"), cell(economic, (SUBSIDY_ACCOUNT,), FINAL)
    subject = "公务员医疗补助与公务员医疗补助缴费"
    if is_nothing(subsidy) or subsidy is None:
        yield not_applicable(subject, "没有公务员医疗补助")
    elif account is None:
        yield unchecked(subject, "06表没有这一数额", subsidy)
    elif account.doubt or subsidy.doubt or not is_nothing(account):
        yield equal(subsidy, account, subject, severity=Severity.NOTICE)
    else:
        yield _misbooked(subsidy, account, functions, economic, subject)


@rule(
    "basic-items-without-projects",
    family="cross_table",
    basis=CLASSIFICATION,
    zh="行政运行、事业运行不列项目支出，一般行政管理事务不列基本支出",
)
def basic_items_without_projects(accounts: Accounts) -> Iterator[Check]:
    """Items for running an office or institution hold no project spending, those for its tasks no basic spending."""
    rows = accounts.lines("05") or accounts.lines("03")
    found = False
    for line in rows:
        key = "project" if _BASIC_ITEM.match(line.item) else "basic" if _PROJECT_ITEM.match(line.item) else ""
        if not key or len(line.code) != 7:
            continue
        found = True
        yield _out_of_place(line, key)
    if not found:
        yield not_applicable("行政运行与项目支出", "没有这些科目")


def _out_of_place(line: Line, key: str) -> Check:
    figure = line.figure(key)
    subject = f"{line.name}：{key_name(line.form.number, key)}"
    if is_nothing(figure) or figure is None:
        return passed(subject, *[figure] if figure else [])
    if figure.doubt:
        return unchecked(subject, figure.doubt, figure)
    kind = "基本支出" if key == "project" else "项目支出"
    only = "basic" if key == "project" else "project"
    return finding(
        subject,
        f"{figure.label}为{figure.amount}，而该科目只反映{kind}。",
        f"{figure.label} is {figure.amount}, but this item is for {only} expenditure only.",
        figure.evidence,
        stated=str(figure.amount),
        expected="0",
        severity=Severity.NOTICE,
    )


def _within_account(basic: Figure, booked: Figure, subject: str) -> Check:
    """More by function than by account contradicts; more by account may be paid from other functions."""
    check = at_most(basic, booked, subject)
    if check.outcome is Outcome.PASSED:
        same = equal(basic, booked, subject, severity=Severity.NOTICE)
        return same if same.outcome is not Outcome.FAILED else check
    return check


def _both_sums(spent: list[Figure], booked: list[Figure], subject: str) -> Check:
    """Two sums of displayed figures: the first account takes up what the others leave."""
    return sums_to(
        booked[0],
        [*spent, *map(negated, booked[1:])],
        subject,
        parts_label="功能科目之和减其他经济科目",
        severity=Severity.NOTICE,
    )


def _misbooked(
    subsidy: Figure, account: Figure, functions: Sequence[Line], economic: Sequence[Line], subject: str
) -> Check:
    """The subsidy's account shows nothing: proven where another account holds it to the last place."""
    holder = cell(economic, (MEDICAL_ACCOUNT,), FINAL)
    care = [f for code in UNIT_MEDICAL if (f := cell(functions, (code,), "basic")) and not is_nothing(f)]
    held = holder is not None and sums_to(holder, [*care, subsidy], subject).outcome is Outcome.PASSED
    given = (subsidy, account, *([holder] if holder else []), *care)
    where = f"，而{holder.label}{holder.amount}恰含此数" if held and holder else ""
    where_en = f", and {holder.label}, {holder.amount}, holds exactly this sum" if held and holder else ""
    return finding(
        subject,
        f"{subsidy.label}为{subsidy.amount}，{account.label}为{account.amount}{where}。",
        f"{subsidy.label} is {subsidy.amount}, but {account.label} is {account.amount}{where_en}.",
        gather(*given),
        stated=str(account.amount),
        expected=str(subsidy.amount),
        severity=Severity.ERROR if held else Severity.NOTICE,
    )


def _no_project_money(accounts: Accounts) -> bool:
    """Whether all fiscal money was basic expenditure of the general budget, for certain."""
    rows, general = accounts.lines("05"), accounts.lines("04")
    if cell(rows, TOTALS, "basic") is None or not general:
        return False
    other = [cell(general, SPENT_TOTAL, key) for key in ("fund", "capital")]
    return all(map(is_nothing, [cell(rows, TOTALS, "project"), *other]))
