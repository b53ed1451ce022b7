"""Family `cross_table`: money booked under an item or account that is not for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from juesuan.accounts import Accounts
from juesuan.checks import Check, Figure, Outcome, Severity
from juesuan.compare import equal, finding, gather, not_applicable, passed, sums_to, unchecked
from juesuan.identities.selection import Tables, is_nothing, tables_of
from juesuan.lines import Line, key_name
from juesuan.rules.registry import rule

CLASSIFICATION = "《政府收支分类科目》功能分类与经济分类"
FINAL = "final"
UNIT_MEDICAL, SUBSIDY = ("2101101", "2101102"), "2101103"
MEDICAL_ACCOUNT, SUBSIDY_ACCOUNT = "30110", "30111"
_BASIC_ITEM = re.compile(r"^(?:行政运行|事业运行)$")
_PROJECT_ITEM = re.compile(r"^一般行政管理事务$")
_ITEM_DIGITS = 7


@rule(
    "medical-subsidy-account", family="cross_table", basis=CLASSIFICATION, zh="公务员医疗补助列入公务员医疗补助缴费科目"
)
def medical_subsidy_account(accounts: Accounts) -> Iterator[Check]:
    """The civil-servant medical subsidy by function is booked under its own economic account."""
    tables = tables_of(accounts)
    subsidy, account = tables.cell("05", SUBSIDY, "basic"), tables.cell("06", SUBSIDY_ACCOUNT, FINAL)
    subject = "公务员医疗补助与公务员医疗补助缴费"
    if is_nothing(subsidy) or subsidy is None:
        yield not_applicable(subject, "没有公务员医疗补助")
    elif account is None:
        yield unchecked(subject, "06表没有这一数额", subsidy)
    elif account.doubt or subsidy.doubt or not is_nothing(account):
        yield equal(subsidy, account, subject, severity=Severity.NOTICE)
    else:
        yield _misbooked(subsidy, account, tables, subject)


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
        if not key or len(line.code) != _ITEM_DIGITS:
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


def _misbooked(subsidy: Figure, account: Figure, tables: Tables, subject: str) -> Check:
    """The subsidy's account shows nothing: proven where another account holds it to the last place."""
    holder = tables.cell("06", MEDICAL_ACCOUNT, FINAL)
    care = [f for code in UNIT_MEDICAL if (f := tables.cell("05", code, "basic")) and not is_nothing(f)]
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
