"""Budget form 51: income and expenditure of the year in total (部门收支总表)."""

import re

from juesuan.forms.description import BUDGET, FormDescription, Layout, column

FORM = FormDescription(
    number="51",
    name="部门收支总表",
    english="summary form of the budget",
    layout=Layout.TWO_SIDED,
    title=re.compile(r"(?:财务|综合)?(?:预算)?(?:收支|收入支出)(?:预算)?(?:总体情况|总)表|(?:财务|综合)?收支预算表"),
    columns=(
        column("income", r"^(?:本年)?收入", "收入/预算数", "收入", "income"),
        column("expenditure", r"^(?:本年)?支出", "支出/预算数", "支出", "expenditure"),
    ),
    trust=0,
    orders=(("expenditure",),),
    measure=BUDGET,
)
