"""Budget form 54: fiscal appropriations to be received and spent, by budget (财政拨款收支总表)."""

import re

from juesuan.forms.description import BUDGET, FormDescription, Layout, column
from juesuan.forms.statutory.income import SUM

FORM = FormDescription(
    number="54",
    name="财政拨款收支总表",
    english="summary budget form of fiscal appropriations",
    layout=Layout.TWO_SIDED,
    title=re.compile(r"财政拨款(?:收支|收入支出)(?:预算)?(?:总体情况|总)?表"),
    columns=(
        column("general", r"一般公共预算", "支出/一般公共预算", english="general public budget"),
        column("fund", r"政府性基金", "支出/政府性基金预算", english="government funds"),
        column("capital", r"国有资[本产]", "支出/国有资本经营预算", english="state capital budget"),
        column("total", SUM, "支出/合计", "合计", "total"),
        column("income", r"^(?:财政拨款|本年)?收入", "收入/预算数", "收入", "income"),
        column("income:opening", r"^收入/上年", "收入/预算数", "上年结转", "carry-over from the year before"),
    ),
    trust=3,
    decisive=("general", "fund", "total"),
    orders=(("total", "general", "fund", "capital"), ("total", "general", "fund"), ("total",)),
    measure=BUDGET,
)
