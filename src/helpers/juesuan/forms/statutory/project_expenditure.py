"""Form 31 of this program: projects paid from the general public budget, by function.

Customary in some provinces under numbers of their own; no law asks for it.
"""

import re

from juesuan.forms.description import FormDescription, Layout, column
from juesuan.forms.statutory.income import SUM

FORM = FormDescription(
    number="31",
    name="一般公共预算财政拨款项目支出决算表",
    english="form of project expenditure of the general public budget",
    layout=Layout.CODED,
    title=re.compile(r"(?:一般公共预算|公共预算)(?:财政)?(?:拨款)?项目支出(?:决算|情况|决算情况)表"),
    columns=(column("total", rf"决算|金额|支出数|项目支出|{SUM}", "金额", "合计", "total"),),
    trust=10,
    orders=(("total",),),
)
