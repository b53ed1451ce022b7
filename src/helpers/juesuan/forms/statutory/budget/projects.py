"""Budget form 62: projects by the money that pays for them (项目支出表); a row is a project."""

import re

from juesuan.forms.description import BUDGET, FormDescription, Layout, column
from juesuan.forms.statutory.income import SUM

_CARRIED = r"结[转余]"

FORM = FormDescription(
    number="62",
    name="项目支出表",
    english="budget form of projects",
    layout=Layout.CODED,
    title=re.compile(r"项目支出(?:预算)?(?:明细|情况|总)?表|项目预算(?:明细)?表"),
    columns=(
        column("opening", _CARRIED, "财政拨款结转结余", english="carried in"),
        column("fiscal:general", r"一般公共预算", "本年拨款/一般公共预算", english="general public budget"),
        column("fiscal:fund", r"政府性基金", "本年拨款/政府性基金预算", english="government funds"),
        column("fiscal:capital", r"国有资[本产]", "本年拨款/国有资本经营预算", english="state capital"),
        column("special", r"财政专户", "财政专户管理资金", english="special fiscal account"),
        column("own", r"单位资金", "单位资金", english="own money of the unit"),
        column("total", SUM, "合计", english="total"),
    ),
    trust=12,
    measure=BUDGET,
)
