"""Form 36 of this program: projects with what was carried in, received, spent and carried on.

Customary in some provinces (Inner Mongolia's 05 项目收入支出决算表); a row is a function or a project.
"""

import re

from juesuan.forms.description import FormDescription, Layout, column
from juesuan.forms.statutory.income import SUM
from juesuan.forms.statutory.spending import CLOSING, OPENING

FORM = FormDescription(
    number="36",
    name="项目收入支出决算表",
    english="form of projects' income and expenditure",
    layout=Layout.CODED,
    title=re.compile(r"项目(?:收入支出|支出|收支)决算(?:情况)?表"),
    columns=(
        OPENING,
        CLOSING,
        column("income", r"收入(?:/(?:合计|小计))?$", "本年收入", english="income of the year"),
        column("total", rf"本年支出|支出数|项目支出|决算|金额|{SUM}", "本年支出", english="expenditure"),
    ),
    trust=12,
)
