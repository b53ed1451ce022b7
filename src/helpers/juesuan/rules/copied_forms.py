"""Family `cross_table`: a form printed again under the title of another one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from juesuan.accounts import Accounts, bare
from juesuan.checks import Check, Evidence
from juesuan.compare import finding, not_applicable, passed
from juesuan.forms.statutory import BY_NUMBER
from juesuan.lines import Line, form_name
from juesuan.records import Fact, Form
from juesuan.rules.registry import rule

ENOUGH = 5  # cells that agree in row, heading and amount by no chance
ALMOST_ALL = Decimal("0.9")  # of a form's money, for a page that lost a row
APART = ({"07", "08"},)  # forms of the same columns that never show the same money

Cell = tuple[str, str, Decimal]  # row, heading and amount


@rule(
    "copied-form",
    family="cross_table",
    basis="部门决算公开表样",
    zh="各表的栏目和数字是该表自己的，不是另一张表的重复",
)
def copied_form(accounts: Accounts) -> Iterator[Check]:
    """No form shows the headings and figures of another one under its own title."""
    forms = [form for form in accounts.forms if not form.empty]
    if len(forms) < 2:
        yield not_applicable("各表的内容", "没有两张有数字的表")
    for form in forms:
        facts = _money(accounts.lines(form.number))
        other = next((each for each in _comparable(form, facts, forms) if _is_copy(accounts, facts, each)), None)
        yield _copied(form, other, facts) if other else passed(f"{form_name(form)}的栏目和数字")


def _comparable(form: Form, facts: Sequence[Fact], forms: Sequence[Form]) -> list[Form]:
    """The forms that this one may repeat: any, where it has columns that are not its own."""
    known = BY_NUMBER[form.number].keys
    if any(not {fact.key, *fact.key.split(":")} & set(known) for fact in facts):
        return [each for each in forms if each.number != form.number]
    return [each for each in forms if each.number < form.number and {each.number, form.number} in APART]


def _is_copy(accounts: Accounts, facts: Sequence[Fact], other: Form) -> bool:
    own, theirs = set(map(_cell, facts)), set(map(_cell, _money(accounts.lines(other.number))))
    return len(own & theirs) >= ENOUGH and len(own & theirs) >= ALMOST_ALL * len(own)


def _copied(form: Form, other: Form, facts: Sequence[Fact]) -> Check:
    name, source = form_name(form), form_name(other)
    headings = "、".join(dict.fromkeys(fact.column for fact in facts))
    return finding(
        f"{name}的栏目和数字",
        f"{name}（{form.title}）的栏目（{headings}）和{len(facts)}个数字与{source}（{other.title}）逐行相同：该表重复了另一张表。",
        f"{name} has the headings and figures ({len(facts)}) of {source}: that form is printed again under its title.",
        [Evidence(form.title, form.place, form.number), *(_evidence(fact) for fact in facts[:ENOUGH])],
        stated=headings,
        expected="、".join(column.name for column in BY_NUMBER[form.number].columns),
    )


def _money(lines: Sequence[Line]) -> list[Fact]:
    return [fact for line in lines for fact in line.facts.values() if fact.amount.value and not fact.doubt]


def _cell(fact: Fact) -> Cell:
    return fact.code or bare(fact.item), bare(fact.column), fact.amount.value


def _evidence(fact: Fact) -> Evidence:
    return Evidence(fact.quote, fact.place, fact.form, fact.code or fact.item, fact.column)
