"""Family `wording`: the unit and the number printed above a form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from juesuan.accounts import Accounts
from juesuan.checks import Check, Evidence
from juesuan.compare import finding, not_applicable, passed
from juesuan.forms.statutory import BY_NUMBER
from juesuan.records import Form
from juesuan.rules.registry import rule

BASIS = "部门决算公开表样：表头应有表号和金额单位"
_NUMBER = re.compile(r"\d+")
NEAR = 4  # lines from a form's title within which its number and unit stand


@rule("form-unit", family="wording", basis=BASIS, zh="各表标明的金额单位与所列数字相符")
def form_unit(accounts: Accounts) -> Iterator[Check]:
    """A form names the unit that its figures are in, as the other forms with the same figures show it."""
    named = [form for form in accounts.forms if form.printed_unit]
    if not named:
        yield not_applicable("金额单位", "各表没有标明金额单位")
    for form in named:
        subject = f"金额单位：{form.title or form.number}"
        if form.printed_unit == form.unit:
            yield passed(subject)
            continue
        yield finding(
            subject,
            f"“{form.title}”标明的金额单位为{form.printed_unit}，而所列数字与其他表以{form.unit}为单位的数字相同。",
            f"“{form.title}” names {form.printed_unit}; its figures are those that other forms give in {form.unit}.",
            [_head(accounts, form, f"[：:]{form.printed_unit}")],
            stated=form.printed_unit,
            expected=form.unit,
        )


@rule("form-number", family="wording", basis=BASIS, zh="各表的表号不重复")
def form_number(accounts: Accounts) -> Iterator[Check]:
    """No two forms of different kinds bear one number, but for those that provinces add (分单位, 明细表)."""
    numbered: dict[str, list[Form]] = {}
    for form in accounts.forms:
        match = _NUMBER.search(form.label)
        if match and not BY_NUMBER[form.number].is_customary:
            numbered.setdefault(match.group().lstrip("0"), []).append(form)
    if not numbered:
        yield not_applicable("表号", "各表没有表号")
    for number, forms in numbered.items():
        subject = f"表号：{number}"
        kinds = {form.number: form for form in forms}
        if len(kinds) == 1:
            yield passed(subject)
            continue
        titles = "、".join(f"“{form.title}”" for form in kinds.values())
        yield finding(
            subject,
            f"{titles}的表号都是{forms[0].label}。",
            f"{len(kinds)} different forms bear the number {forms[0].label}.",
            [_head(accounts, form, re.escape("".join(form.label.split()))) for form in kinds.values()],
            stated=forms[0].label,
            expected="各表表号不同",
        )


def _head(accounts: Accounts, form: Form, words: str) -> Evidence:
    """The line nearest to a form's title that matches a pattern; the title where none is near."""
    near = [
        (abs(paragraph.first - min(form.lines)), number)
        for number, paragraph in enumerate(accounts.paragraphs)
        if form.lines and re.search(words, "".join(paragraph.text.split()))
    ]
    distance, number = min(near, default=(NEAR + 1, 0))
    if distance > NEAR:
        return Evidence(f"{form.title} {form.label}".strip(), form.place, form.number)
    paragraph = accounts.paragraphs[number]
    return Evidence(paragraph.text, accounts.places[paragraph.first], form.number)
