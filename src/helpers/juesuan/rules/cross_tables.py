"""Family `cross_table`: a total that several forms display is the same in each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from juesuan.accounts import Accounts
from juesuan.checks import Check, Evidence, Figure, Outcome
from juesuan.compare import equal, finding, gather, not_applicable, passed, sums_to, unchecked
from juesuan.forms.catalogue import BY_NUMBER
from juesuan.lines import form_name
from juesuan.rules.registry import rule
from juesuan.rules.tables import CLOSING_BALANCE, INCOME_TOTAL, SPENT_TOTAL, TOTALS, cell, is_nothing

BASIS = "部门决算公开表样：表间勾稽关系"
GENERAL = ("一般公共预算财政拨款收入", "一般公共预算财政拨款", "一般公共预算拨款收入")
FUND = ("政府性基金预算财政拨款收入", "政府性基金预算财政拨款", "政府性基金预算拨款收入")
CAPITAL = ("国有资本经营预算财政拨款收入", "国有资本经营预算财政拨款", "国有资本经营预算拨款收入")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a form: the form, the names its row may have, and the column."""

    form: str
    rows: tuple[str, ...]
    key: str

    def of(self, accounts: Accounts) -> Figure | None:
        return cell(accounts.lines(self.form), self.rows, self.key)

    def has_column(self, accounts: Accounts) -> bool:
        """Whether the document has the form, and the form the column."""
        form = accounts.form(self.form)
        return form is not None and self.key.removesuffix(":opening") in form.columns


def _total(form: str, key: str) -> Cell:
    return Cell(form, TOTALS, key)


# what is restated, where, and where again
RESTATED: tuple[tuple[str, Cell, Cell], ...] = (
    ("本年收入合计", Cell("01", INCOME_TOTAL, "income"), _total("02", "total")),
    ("上级补助收入", Cell("01", ("上级补助收入",), "income"), _total("02", "superior")),
    ("事业收入", Cell("01", ("事业收入",), "income"), _total("02", "operations")),
    ("经营收入", Cell("01", ("经营收入",), "income"), _total("02", "business")),
    ("附属单位上缴收入", Cell("01", ("附属单位上缴收入",), "income"), _total("02", "affiliated")),
    ("其他收入", Cell("01", ("其他收入",), "income"), _total("02", "other")),
    ("本年支出合计", Cell("01", SPENT_TOTAL, "expenditure"), _total("03", "total")),
    ("一般公共预算财政拨款收入", Cell("01", GENERAL, "income"), Cell("04", GENERAL, "income")),
    ("政府性基金预算财政拨款收入", Cell("01", FUND, "income"), Cell("04", FUND, "income")),
    ("国有资本经营预算财政拨款收入", Cell("01", CAPITAL, "income"), Cell("04", CAPITAL, "income")),
    ("财政拨款收入", _total("02", "fiscal"), Cell("04", INCOME_TOTAL, "income")),
    ("一般公共预算财政拨款支出", Cell("04", SPENT_TOTAL, "general"), _total("05", "total")),
    ("政府性基金预算财政拨款支出", Cell("04", SPENT_TOTAL, "fund"), _total("07", "total")),
    ("政府性基金预算本年收入", Cell("04", FUND, "income"), _total("07", "income")),
    ("政府性基金预算年初结转和结余", Cell("04", FUND, "income:opening"), _total("07", "opening")),
    ("政府性基金预算年末结转和结余", Cell("04", CLOSING_BALANCE, "fund"), _total("07", "closing")),
    ("国有资本经营预算财政拨款支出", Cell("04", SPENT_TOTAL, "capital"), _total("08", "total")),
    ("国有资本经营预算本年收入", Cell("04", CAPITAL, "income"), _total("08", "income")),
    ("国有资本经营预算年初结转和结余", Cell("04", CAPITAL, "income:opening"), _total("08", "opening")),
    ("国有资本经营预算年末结转和结余", Cell("04", CLOSING_BALANCE, "capital"), _total("08", "closing")),
)

# an empty form, and cells of other forms that say it cannot be empty
EMPTY: tuple[tuple[str, tuple[Cell, ...]], ...] = (
    ("05", (Cell("04", SPENT_TOTAL, "general"),)),
    ("06", (_total("05", "basic"),)),
    ("07", (Cell("04", SPENT_TOTAL, "fund"), Cell("04", FUND, "income"))),
    ("08", (Cell("04", SPENT_TOTAL, "capital"), Cell("04", CAPITAL, "income"))),
    ("09", tuple(Cell("06", (code,), "final") for code in ("30212", "30217", "30231", "31013"))),
)


@rule("restated-totals", family="cross_table", basis=BASIS, zh="不同公开表所列的同一总额一致")
def restated_totals(accounts: Accounts) -> Iterator[Check]:
    """A total that two forms display is the same in both."""
    for subject, left, right in RESTATED:
        yield restated(accounts, subject, left, right)


@rule("fiscal-income-by-budget", family="cross_table", basis=BASIS, zh="01表三项财政拨款收入之和等于02表财政拨款收入")
def fiscal_income_by_budget(accounts: Accounts) -> Iterator[Check]:
    """Form 02's fiscal income is the sum of form 01's three budgets."""
    subject = "财政拨款收入等于三项预算之和"
    total = _total("02", "fiscal").of(accounts)
    parts = [f for names in (GENERAL, FUND, CAPITAL) if (f := Cell("01", names, "income").of(accounts))]
    if total is None and not parts:
        yield not_applicable(subject, "没有财政拨款收入")
    elif total is None or not parts:
        yield unchecked(subject, "一方为空", *parts)
    else:
        yield sums_to(total, parts, subject)


@rule("basic-by-economic-class", family="cross_table", basis=BASIS, zh="05表基本支出等于06表人员经费与公用经费之和")
def basic_by_economic_class(accounts: Accounts) -> Iterator[Check]:
    """Form 05's basic expenditure is form 06's personnel and running costs together."""
    subject = "一般公共预算财政拨款基本支出"
    total, rows = _total("05", "basic").of(accounts), accounts.lines("06")
    parts = [f for label in ("人员经费合计", "公用经费合计") if (f := cell(rows, (label,), "final"))]
    whole = cell(rows, TOTALS, "final")
    if total is None and not parts and whole is None:
        yield not_applicable(subject, "没有基本支出")
    elif total is not None and parts:
        check = sums_to(total, parts, subject, parts_label="人员经费与公用经费之和")
        incomplete = len(parts) == 1 and check.outcome is Outcome.FAILED
        yield unchecked(subject, "人员经费、公用经费有一方为空", total, *parts) if incomplete else check
    elif total is not None and whole is not None:
        yield equal(total, whole, subject)
    else:
        yield unchecked(subject, "05表或06表没有合计", *[f for f in (total, whole, *parts) if f])


@rule("empty-form-contradicted", family="cross_table", basis=BASIS, zh="其他表列有数额的，相应的表不得为空表")
def empty_form_contradicted(accounts: Accounts) -> Iterator[Check]:
    """A form is not empty where another form shows money that belongs into it."""
    for number, cells in EMPTY:
        subject = f"{BY_NUMBER[number].name}是否为空"
        form = accounts.form(number)
        given = [f for each in cells if (f := each.of(accounts)) and f.amount and f.amount.value > 0]
        if form is None or not given:
            yield not_applicable(subject, "没有这张表，或其他表没有相应数额")
        elif not form.empty:
            yield passed(subject, given[0])
        elif any(row.doubt for row in form.rows) or any(figure.doubt for figure in given):
            yield unchecked(subject, "读取不确定", *given)
        else:
            note = form.notes[-1] if form.notes else form.title
            yield finding(
                subject,
                f"{form_name(form)}没有数字，而{given[0].label}为{given[0].amount}。",
                f"{form_name(form)} is empty, but {given[0].label} is {given[0].amount}.",
                [*gather(*given), Evidence(note, form.place, number)],
                stated=note,
                expected=str(given[0].amount),
            )


def restated(accounts: Accounts, subject: str, left: Cell, right: Cell) -> Check:
    """Two cells that show one figure; a blank beside a figure is not a zero and is not compared."""
    a, b = left.of(accounts), right.of(accounts)
    subject = f"{subject}：{_form(accounts, left.form)}与{_form(accounts, right.form)}"
    if not (left.has_column(accounts) and right.has_column(accounts)):
        return not_applicable(subject, "没有其中一表，或表中没有这一栏")
    if is_nothing(a) and is_nothing(b):
        return not_applicable(subject, "两表均没有这一数额")
    if a is None or b is None:
        given = [figure for figure in (a, b) if figure is not None]
        return passed(subject, *given) if all(map(is_nothing, given)) else unchecked(subject, "一方为空", *given)
    return equal(a, b, subject)


def _form(accounts: Accounts, number: str) -> str:
    form = accounts.form(number)
    return form_name(form) if form else BY_NUMBER[number].name
