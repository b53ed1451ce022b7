"""Form 39 of this program: meetings and training (会议费、培训费), item by item."""

import re

from juesuan.forms.description import FormDescription, Layout, column
from juesuan.forms.statutory.income import SUM

FORM = FormDescription(
    number="39",
    name="会议费、培训费支出决算表",
    english="form of meetings and training",
    layout=Layout.LIST,
    title=re.compile(
        r"(?:一般公共预算|公共预算)?(?:财政拨款)?会议费[、和及与]?培训费(?:支出)?(?:决算|情况|决算情况|预决算)?(?:情况|统计)?表"
    ),
    columns=(column("final", rf"决算|金额|执行数|支出数|实际数|统计数|{SUM}", "决算数", english="final figure"),),
    trust=16,
    orders=(("final",),),
)
