"""Family `table_narrative`: what part three says was received or spent stands in a form that shows figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from juesuan.accounts import Accounts, bare
from juesuan.checks import Check, Evidence
from juesuan.compare import finding, gather, not_applicable, passed, unchecked
from juesuan.records import Form, Measure, Statement
from juesuan.rules.prose import ASIDE, FORM_NAMES, MEASURE_NAMES, THREE_PUBLIC, current, side
from juesuan.rules.prose_forms import BASIS, BUDGETS
from juesuan.rules.registry import rule

# form, topic, and what the names of its accounts begin with
OFTEN_EMPTY = (
    ("07", "fund", ("政府性基金",)),
    ("08", "capital", ("国有资本经营",)),
    ("09", "three_public", tuple(bare(name) for name in THREE_PUBLIC)),
)

_BELOW = 2  # lines right below a form in which a row that was not read may stand
_FIGURE = re.compile(r"\d\.\d|\d,\d{3}")
_SAYS_NOTHING = re.compile(r"无|没有")


@rule("prose-fills-empty-form", family="table_narrative", basis=BASIS, zh="正文说明有数额的，相应的公开表不是空表")
def prose_fills_empty_form(accounts: Accounts) -> Iterator[Check]:
    """Where part three gives money for a fund or the public expenses, or a budget for these, the form is not empty."""
    applies = False
    for number, topic, names in OFTEN_EMPTY:
        form = accounts.form(number)
        measures = (Measure.FINAL, *BUDGETS) if number == "09" else (Measure.FINAL,)
        told = (each for each in current(accounts, topic) if bare(each.subject).startswith(names))
        said = [each for each in told if _is_money(each) and each.measure in measures]
        if form is None or not said:
            continue
        applies = True
        subject = f"{FORM_NAMES[number]}是否为空"
        if not form.empty:
            yield passed(subject, side(said[0]))
        elif any(row.doubt for row in form.rows) or not _is_surely_empty(accounts, form):
            yield unchecked(subject, "表的读取不确定", side(said[0]))
        else:
            yield _contradicted(subject, form, said)
    if not applies:
        yield not_applicable("正文所述与空表", "正文没有说明有数额，或没有相应的表")


def _is_surely_empty(accounts: Accounts, form: Form) -> bool:
    """Whether a form without figures was read as it is: its rows are there, a note says so, or its lines show none."""
    if form.rows or _SAYS_NOTHING.search("".join(form.notes)):
        return True
    if not form.columns or not form.lines:
        return False
    lines = range(min(form.lines), max(form.lines) + 1 + _BELOW)
    shown = (each.text for each in accounts.paragraphs if each.last >= lines.start and each.first < lines.stop)
    return not any(map(_FIGURE.search, shown))


def _is_money(statement: Statement) -> bool:
    return (
        statement.role not in ASIDE
        and not statement.inferred
        and statement.amount is not None
        and statement.amount.is_money
        and statement.amount.value > 0
    )


def _contradicted(subject: str, form: Form, said: list[Statement]) -> Check:
    first = said[0]
    what = "" if first.measure is Measure.FINAL else MEASURE_NAMES[first.measure]
    return finding(
        subject,
        f"{first.section}称{first.subject}{what}为{first.amount}，{FORM_NAMES[form.number]}却没有数字。",
        f"{first.section} gives {first.amount} for {first.subject}, but form {form.number} shows no figure.",
        [*gather(*(side(each) for each in said)), Evidence(form.title, form.place, form.number)],
        stated=str(first.amount),
        expected="表中列有数额",
    )
