"""公开04: fiscal appropriations received and spent in total, by budget."""

import re

from juesuan.forms.description import FormDescription, Layout, column
from juesuan.forms.statutory.income import SUM

FORM = FormDescription(
    number="04",
    name="财政拨款收入支出决算总表",
    english="summary form of fiscal appropriations",
    layout=Layout.TWO_SIDED,
    title=re.compile(r"财政拨款(?:收入支出|收支)(?:决算)?总?(?:体情况)?表"),
    columns=(
        column("general", r"一般公共预算", "支出/一般公共预算财政拨款", english="general public budget"),
        column("fund", r"政府性基金", "支出/政府性基金预算财政拨款", english="government funds"),
        column("capital", r"国有资[本产]", "支出/国有资本经营预算财政拨款", english="state capital budget"),
        column("total", SUM, "支出/合计", "合计", "total"),
        column("income", r"^收入", "收入/决算数", "收入", "income"),
        column("income:opening", r"^收入/年初", "收入/决算数", "年初结转和结余", "carry-over at the start"),
    ),
    trust=3,
    first_year="2010",
    decisive=("general", "fund", "total"),
    orders=(("total", "general", "fund", "capital"), ("total", "general", "fund")),
)
