"""Form 40 of this program: money of the special fiscal account (财政专户管理资金), by function."""

import re

from juesuan.forms.description import FormDescription, Layout
from juesuan.forms.statutory.spending import SIX, SPENT, THREE

FORM = FormDescription(
    number="40",
    name="财政专户管理资金收入支出决算表",
    english="form of the special fiscal account",
    layout=Layout.CODED,
    title=re.compile(
        r"(?:财政专户(?:管理)?(?:的)?资金|财政专户|教育收费)(?:收入支出|收支|支出|收入、支出)(?:决算|情况|决算情况)表"
    ),
    columns=SPENT,
    trust=15,
    orders=(SIX, THREE),
)
