"""公开10: operating cost of the offices by economic account (机关运行经费)."""

import re

from juesuan.forms.description import FormDescription, Layout, column
from juesuan.forms.statutory.income import SUM

FORM = FormDescription(
    number="10",
    name="机关运行经费支出情况表",
    english="form of operating cost",
    layout=Layout.CODED,
    title=re.compile(
        r"(?:财政拨款|一般公共预算)?(?:财政拨款)?机关运行经费(?:支出)?(?:决算|情况|决算情况|统计)?(?:明细)?(?:情况)?表"
    ),
    columns=(column("final", rf"决算|金额|执行数|支出数|实际数|{SUM}|机关运行经费", "决算数", english="final figure"),),
    trust=9,
    orders=(("final",),),
)
