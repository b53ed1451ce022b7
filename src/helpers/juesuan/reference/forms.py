"""The forms that are known, with the keys of their columns, as a page."""

from __future__ import annotations

from juesuan.forms import listing
from juesuan.forms.description import FormDescription
from juesuan.forms.statutory import BUDGET, FINAL_ACCOUNTS
from juesuan.reference.markdown import code, table, text, titled

OPENING = """\
A form is known by what it is, whatever number and order a region gives it: 01–11 are the statutory forms of the final
accounts (部门决算公开表), numbers above 30 stand for forms that are customary, above 50 for those of budgets. `form`
and `key` in [facts](data.md#facts), and rules and [identities](identities.md), name cells by them.

A key alone is the final figure of the year, in a budget that of the budget. A column of another measure has that before
its key: `prior:total` (prior year), `opening_budget:income` (年初预算), `budget:total` (全年预算, 调整预算),
`change:total` (增减). In form 09 final figures are `final:reception` and so on.

表号和栏目键用于 facts、规则和勾稽关系；键前没有前缀的是本年决算数。
"""


def page() -> str:
    """All forms, those of the final accounts first."""
    return titled(
        "Forms · 表样",
        OPENING,
        "## Final accounts · 决算 {#accounts}\n",
        *map(_part, FINAL_ACCOUNTS.forms),
        "## Budgets · 预算 {#budgets}\n",
        *map(_part, BUDGET.forms),
    )


def _part(form: FormDescription) -> str:
    due = f"due from {form.first_year}" if form.first_year else "never due by itself"
    sums = f"; `{form.whole}` is the sum of {', '.join(map(code, form.parts))}" if form.whole and form.parts else ""
    rows = (
        (code(key), text(heading), text(name), text(english))
        for _, _, key, heading, name, english in listing.rows([form.number])
    )
    head = f"### {form.number} {form.name} {{#form-{form.number}}}\n"
    return "\n".join(
        (head, f"{form.english.capitalize()}; {due}{sums}.\n", table(("key", "national heading", "名称", "name"), rows))
    )
