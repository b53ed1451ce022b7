"""What rules over forms share: a form as lines, and its cells as figures with names a reader knows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from helpers.accounts import Accounts, bare
from helpers.checks import Figure, of_fact
from helpers.forms.catalogue import BY_NUMBER
from helpers.records import Fact, Form

TOTALS = ("合计", "总计", "支出合计", "收入合计", "本年支出合计", "本年收入合计")
INCOME_TOTAL = ("本年收入合计", "收入合计", "本年收入小计", "本年收入")
SPENT_TOTAL = ("本年支出合计", "支出合计", "本年支出小计", "本年支出")
GRAND_TOTAL = ("总计", "收入总计", "支出总计", "收入支出总计")
OPENING_BALANCE = ("年初结转和结余", "年初财政拨款结转和结余", "年初结转结余", "上年结转", "上年结转和结余")
CLOSING_BALANCE = ("年末结转和结余", "年末财政拨款结转和结余", "年末结转结余", "年末结转", "结转下年")

_KEY_NAMES = {
    "income": "本年收入",
    "total": "合计",
    "basic": "基本支出",
    "project": "项目支出",
    "opening": "年初结转和结余",
    "closing": "年末结转和结余",
    "income:opening": "年初结转和结余",
    "fiscal": "财政拨款收入",
    "operations": "事业收入",
    "other": "其他收入",
    "general": "一般公共预算财政拨款",
    "fund": "政府性基金预算财政拨款",
    "capital": "国有资本经营预算财政拨款",
    "abroad": "因公出国（境）费",
    "vehicles": "公务用车购置及运行维护费",
    "purchase": "公务用车购置费",
    "running": "公务用车运行维护费",
    "reception": "公务接待费",
    "personnel": "人员经费",
    "final": "决算数",
}
_OWN_NAMES = {
    ("01", "income"): "收入",
    ("01", "expenditure"): "支出",
    ("04", "income"): "收入",
    ("02", "superior"): "上级补助收入",
    ("02", "business"): "经营收入",
    ("02", "affiliated"): "附属单位上缴收入",
    ("03", "superior"): "上缴上级支出",
    ("03", "business"): "经营支出",
    ("03", "affiliated"): "对附属单位补助支出",
    ("06", "running"): "公用经费",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a form with its figures by column key; `doubt` says why it was not read with certainty."""

    form: Form
    code: str
    item: str
    facts: Mapping[str, Fact]
    doubt: str = ""

    @property
    def name(self) -> str:
        return f"{self.code} {self.item}".strip()

    def figure(self, key: str) -> Figure | None:
        """The figure in a column as one side of a check; None where the cell is blank for certain."""
        fact = self.facts.get(key)
        if fact is None:
            return Figure(self.label(key), doubt=self.doubt) if self.doubt else None
        return of_fact(fact, self.label(key))

    def label(self, key: str) -> str:
        """The cell as a reader knows it: form, row and column."""
        return f"{form_name(self.form)}{quoted(self.name)}{key_name(self.form.number, key)}"


def lines(accounts: Accounts, number: str) -> list[Line]:
    """The rows of a form in their order; none where the document has no such form."""
    form = accounts.form(number)
    if form is None:
        return []
    merged = {
        (row.row, row.code, row.item): Line(form, row.code, row.item, facts, row.doubt)
        for row, facts in accounts.rows(number)
    }
    return list(merged.values())


def named(rows: Iterable[Line], *names: str) -> Line | None:
    """The first row of one of these codes or bare labels; None where there is none or a label stands twice."""
    listed = list(rows)
    for name in names:
        found = [line for line in listed if name in (line.code, bare(line.item))]
        if len(found) == 1:
            return found[0]
    return None


def cell(rows: Iterable[Line], names: Sequence[str], key: str) -> Figure | None:
    """The figure in the row of one of these names and a column; None where it is blank or there is no such row."""
    line = named((line for line in rows if key in line.facts or line.doubt), *names)
    return line.figure(key) if line else None


def total_line(rows: Iterable[Line]) -> Line | None:
    """The row of grand totals of a form with codes."""
    return named((line for line in rows if not line.code), *TOTALS)


def present(rows: Iterable[Line], key: str) -> list[Figure]:
    """The figures of several rows in one column, blanks left out."""
    return [figure for line in rows if (figure := line.figure(key)) is not None]


def cells(line: Line, keys: Sequence[str]) -> list[Figure]:
    """The figures of one row in several columns, blanks left out."""
    return [figure for key in keys if (figure := line.figure(key)) is not None]


def public_rows(accounts: Accounts) -> list[dict[str, Figure]]:
    """Form 09's figures by key, one mapping for each row of figures; items that are rows make one together."""
    rows = [{key: figure for key in line.facts if (figure := line.figure(key))} for line in lines(accounts, "09")]
    wide = [row for row in rows if len({key.partition(":")[2] for key in row} - {""}) > 1]
    if wide:
        return wide
    merged: dict[str, Figure] = {}
    for row in rows:
        merged = row | merged
    return [merged] if len(merged) > 1 else []


def is_nothing(figure: Figure | None) -> bool:
    """Whether a cell is blank, or displays zero, for certain."""
    return figure is None or (not figure.doubt and (figure.amount is None or figure.amount.value == 0))


def form_name(form: Form) -> str:
    """A form as the document calls it: by its printed number, else by its name."""
    return form.label or BY_NUMBER[form.number].name


def key_name(number: str, key: str) -> str:
    """A column as a reader knows it."""
    measure, _, item = key.rpartition(":")
    if key in _KEY_NAMES or not measure:
        return _OWN_NAMES.get((number, key)) or _KEY_NAMES.get(key, key)
    block = {"budget": "预算数", "final": "决算数"}.get(measure, "")
    return f"{_KEY_NAMES.get(item, item)}{block}"


def quoted(text: str) -> str:
    """A row's label in quotation marks; nothing for a row without label."""
    return f"“{text}”" if text else ""
