"""公开01: income and expenditure of the year in total."""

import re

from juesuan.forms.description import FormDescription, Layout, column

FORM = FormDescription(
    number="01",
    name="收入支出决算总表",
    english="summary form of income and expenditure",
    layout=Layout.TWO_SIDED,
    title=re.compile(r"(?:收入支出|收支)(?:决算)?总?(?:体情况)?表"),
    columns=(
        column("income", r"^收入", "收入/决算数", "收入", "income"),
        column("expenditure", r"^支出", "支出/决算数", "支出", "expenditure"),
    ),
    trust=0,
    first_year="2010",
    orders=(("expenditure",),),
)
