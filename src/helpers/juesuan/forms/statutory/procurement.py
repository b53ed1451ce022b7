"""公开11: procurement by kind, with the share of small enterprises."""

import re

from juesuan.forms.description import FormDescription, Layout, column
from juesuan.forms.statutory.income import SUM

FORM = FormDescription(
    number="11",
    name="政府采购支出情况表",
    english="form of procurement",
    layout=Layout.LIST,
    title=re.compile(r"政府采购(?:支出)?(?:决算|情况|决算情况|统计|信息)?(?:情况)?表"),
    columns=(column("final", rf"决算|金额|执行数|支出数|实际数|{SUM}|统计数", "决算数", english="final figure"),),
    trust=10,
    orders=(("final",),),
)
