"""The forms that are known, with the keys of their columns, as a page."""

from __future__ import annotations

from juesuan.forms.description import BUDGET, CHANGE, FINAL, OPENING_BUDGET, PRIOR, FormDescription
from juesuan.forms.statutory import FORMS
from juesuan.reference.markdown import code, table, text, titled

OPENING = f"""\
A form is known by what it is, whatever number and order a region gives it: 01–11 are the statutory forms of the final
accounts (部门决算公开表), numbers above 30 stand for forms that are customary. `form` and `key` in
[facts](data.md#facts), and rules and [identities](identities.md), name cells by them.

A key alone is the final figure of the year. A column of another measure has that before its key: `{PRIOR}:total`
(prior year), `{OPENING_BUDGET}:income` (年初预算), `{BUDGET}:total` (全年预算, 调整预算), `{CHANGE}:total` (增减).
In form 09 final figures are `{FINAL}:reception` and so on.

表号和栏目键用于 facts、规则和勾稽关系；键前没有前缀的是本年决算数。
"""


def page() -> str:
    """All forms."""
    return titled("Forms · 表样", OPENING, *map(_part, FORMS))


def _part(form: FormDescription) -> str:
    due = f"due from {form.first_year}" if form.first_year else "never due by itself"
    sums = f"; `{form.whole}` is the sum of {', '.join(map(code, form.parts))}" if form.whole and form.parts else ""
    rows = (
        (code(column.key), text(column.heading), text(column.name), text(column.english)) for column in form.columns
    )
    head = f"## {form.number} {form.name} {{#form-{form.number}}}\n"
    return "\n".join(
        (head, f"{form.english.capitalize()}; {due}{sums}.\n", table(("key", "national heading", "名称", "name"), rows))
    )
