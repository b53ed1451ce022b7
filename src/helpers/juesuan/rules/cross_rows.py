"""Family `cross_table`: what forms 01, 03, 04 and 05 show by function agrees row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from juesuan.accounts import Accounts, bare
from juesuan.checks import Check, Figure
from juesuan.compare import at_most, equal, not_applicable, passed, unchecked
from juesuan.forms.catalogue import BY_NUMBER
from juesuan.forms.classification import function_class
from juesuan.lines import Line
from juesuan.rules.cross_tables import BASIS, CAPITAL, FUND
from juesuan.rules.registry import rule
from juesuan.rules.tables import CLOSING_BALANCE, OPENING_BALANCE, SPENT_TOTAL, cell, is_nothing, total_line

OTHER_INCOME = ("上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入")
RESERVES_USED = "使用"
TOTAL = "合计"

Compare = Callable[[Figure, Figure, str], Check]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a form whose rows are known by function code, or 合计."""

    form: str
    key: str

    def figures(self, accounts: Accounts) -> dict[str, Figure]:
        """The figures by function code; classes of two-sided forms by their names' codes."""
        rows = accounts.lines(self.form)
        found: dict[str, Figure] = {}
        total = total_line(rows)
        for line in rows:
            code = self._code(line, total)
            figure = line.figure(self.key)
            if code and figure is not None and code not in found:
                found[code] = figure
        return found

    def _code(self, line: Line, total: Line | None) -> str:
        if self.form in ("01", "04"):
            return TOTAL if bare(line.item) in SPENT_TOTAL else function_class(line.item)
        return TOTAL if line is total else line.code


@rule("class-totals", family="cross_table", basis=BASIS, zh="01表各类支出与03表一致")
def class_totals(accounts: Accounts) -> Iterator[Check]:
    """Form 01's expenditure by function class is form 03's."""
    yield from _row_by_row(accounts, Column("01", "expenditure"), Column("03", "total"), equal)


@rule("general-class-totals", family="cross_table", basis=BASIS, zh="04表一般公共预算各类支出与05表一致")
def general_class_totals(accounts: Accounts) -> Iterator[Check]:
    """Form 04's general-budget spending by function class is form 05's."""
    yield from _row_by_row(accounts, Column("04", "general"), Column("05", "total"), equal)


@rule(
    "fund-class-totals", family="cross_table", basis=BASIS, zh="04表政府性基金、国有资本经营预算各类支出与07、08表一致"
)
def fund_class_totals(accounts: Accounts) -> Iterator[Check]:
    """Form 04's fund and state-capital spending by function class is that of forms 07 and 08."""
    for key, number in (("fund", "07"), ("capital", "08")):
        yield from _row_by_row(accounts, Column("04", key), Column(number, "total"), equal)


@rule("fiscal-within-all", family="cross_table", basis=BASIS, zh="财政拨款支出不大于全部支出；没有其他资金的相等")
def fiscal_within_all(accounts: Accounts) -> Iterator[Check]:
    """Form 04's fiscal spending is within form 01's by class, and equal to it where there is no other money."""
    compare = equal if has_only_fiscal_money(accounts) else at_most
    yield from _row_by_row(accounts, Column("04", "total"), Column("01", "expenditure"), compare)


@rule("general-within-all", family="cross_table", basis=BASIS, zh="05表各项不大于03表；只有一般公共预算资金的相等")
def general_within_all(accounts: Accounts) -> Iterator[Check]:
    """Form 05 is within form 03 row by row, and equal to it where there is general-budget money only."""
    compare = equal if has_only_general_money(accounts) else at_most
    for key in ("total", "basic", "project"):
        yield from _row_by_row(accounts, Column("05", key), Column("03", key), compare)


@rule("fiscal-carry-over-within-all", family="cross_table", basis=BASIS, zh="财政拨款结转不大于全部结转")
def fiscal_carry_over_within_all(accounts: Accounts) -> Iterator[Check]:
    """Form 04's carry-overs, opening and closing, are within form 01's."""
    sides = (
        ("年初结转和结余", OPENING_BALANCE, "income", "income"),
        ("年末结转和结余", CLOSING_BALANCE, "total", "expenditure"),
    )
    for subject, names, fiscal_key, all_key in sides:
        fiscal = cell(accounts.lines("04"), names, fiscal_key)
        every = cell(accounts.lines("01"), names, all_key)
        if is_nothing(fiscal):
            yield not_applicable(subject, "没有财政拨款结转和结余")
        elif fiscal is None or every is None:
            yield unchecked(subject, "01表没有这一数额", *[f for f in (fiscal,) if f])
        else:
            yield at_most(fiscal, every, subject)


def has_only_fiscal_money(accounts: Accounts) -> bool:
    """Whether form 01 shows for certain that nothing but fiscal money came in this year or was left from before."""
    rows = accounts.lines("01")
    if not rows or any(line.doubt for line in rows):
        return False
    other = [line for line in rows if bare(line.item) in OTHER_INCOME or bare(line.item).startswith(RESERVES_USED)]
    if not all(is_nothing(line.figure("income")) for line in other):
        return False
    opening = cell(rows, OPENING_BALANCE, "income")
    fiscal = cell(accounts.lines("04"), OPENING_BALANCE, "income")
    return is_nothing(opening) or _same(opening, fiscal)


def has_only_general_money(accounts: Accounts) -> bool:
    """The same for money of the general budget alone."""
    funds = [line for line in accounts.lines("04") if bare(line.item) in (*FUND, *CAPITAL)]
    income = [line for line in accounts.lines("01") if bare(line.item) in (*FUND, *CAPITAL)]
    figures = [line.figure(key) for line in (*funds, *income) for key in ("income", "income:opening")]
    return has_only_fiscal_money(accounts) and all(map(is_nothing, figures))


def _same(left: Figure | None, right: Figure | None) -> bool:
    if left is None or right is None or left.doubt or right.doubt:
        return False
    return left.amount is not None and right.amount is not None and left.amount.value == right.amount.value


def _row_by_row(accounts: Accounts, left: Column, right: Column, compare: Compare) -> Iterator[Check]:
    mine, other = left.figures(accounts), right.figures(accounts)
    subject = f"{BY_NUMBER[left.form].name}与{BY_NUMBER[right.form].name}"
    if not any(not is_nothing(figure) for figure in (*mine.values(), *other.values())):
        yield not_applicable(subject, "两表没有可比的数字")
        return
    codes = _shared_codes(left, right, mine, other)
    for code in codes:
        yield _pair(mine.get(code), other.get(code), code, compare)


def _shared_codes(
    left: Column, right: Column, mine: Mapping[str, Figure], other: Mapping[str, Figure]
) -> Sequence[str]:
    """The rows both forms can show: classes only, where one form has no more than classes."""
    codes = list(dict.fromkeys((*mine, *other)))
    if {left.form, right.form} & {"01", "04"}:
        return [code for code in codes if code == TOTAL or len(code) == 3]
    return codes


def _pair(mine: Figure | None, other: Figure | None, code: str, compare: Compare) -> Check:
    known = mine or other
    subject = known.label if known else code
    if mine is not None and other is not None:
        return compare(mine, other, f"{mine.label}与{other.label}")
    if is_nothing(known) or (mine is None and compare is at_most):
        return passed(subject, *[f for f in (mine, other) if f])
    return unchecked(subject, "另一表没有这一数额", *[f for f in (mine, other) if f])
