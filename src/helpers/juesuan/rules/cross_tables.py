"""Family `cross_table`: an empty form beside money in other forms."""

from __future__ import annotations

from collections.abc import Iterator

from juesuan.accounts import Accounts
from juesuan.checks import Check, Evidence
from juesuan.compare import finding, gather, not_applicable, passed, unchecked
from juesuan.forms.statutory import BY_NUMBER
from juesuan.identities.selection import tables_of
from juesuan.lines import form_name
from juesuan.rules.registry import rule

# an empty form, and cells of other forms that say it cannot be empty
EMPTY: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...] = (
    ("05", (("04", "本年支出合计", "general"),)),
    ("06", (("05", "合计", "basic"),)),
    ("07", (("04", "本年支出合计", "fund"), ("04", "政府性基金", "income"))),
    ("08", (("04", "本年支出合计", "capital"), ("04", "国有资本经营", "income"))),
    ("09", tuple(("06", account, "final") for account in ("30212", "30217", "30231", "31013"))),
)


@rule(
    "empty-form-contradicted",
    family="cross_table",
    basis="部门决算公开表样：表间勾稽关系",
    zh="其他表列有数额的，相应的表不得为空表",
)
def empty_form_contradicted(accounts: Accounts) -> Iterator[Check]:
    """A form is not empty where another form shows money that belongs into it."""
    tables = tables_of(accounts)
    for number, cells in EMPTY:
        subject = f"{BY_NUMBER[number].name}是否为空"
        form = accounts.form(number)
        given = [f for cell in cells if (f := tables.cell(*cell)) and f.amount and f.amount.value > 0]
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
