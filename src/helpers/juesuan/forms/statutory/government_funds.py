"""公开07: government funds received and spent, by function."""

import re

from juesuan.forms.description import FormDescription, Layout
from juesuan.forms.statutory.spending import SIX, SPENT, THREE, TWELVE

FORM = FormDescription(
    number="07",
    name="政府性基金预算财政拨款收入支出决算表",
    english="form of government funds",
    layout=Layout.CODED,
    title=re.compile(
        r"政府性基金(?:预算)?(?:财政)?(?:拨款)?(?:收入支出|收支|支出|收入、支出)(?:决算|情况|决算情况)(?:及结余情况)?表"
    ),
    columns=SPENT,
    trust=6,
    first_year="2010",
    orders=(SIX, THREE, TWELVE),
)
