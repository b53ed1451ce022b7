"""公开05: expenditure of the general public budget by function."""

import re

from juesuan.forms.description import FormDescription, Layout
from juesuan.forms.statutory.spending import SPENT, THREE, TWELVE

FORM = FormDescription(
    number="05",
    name="一般公共预算财政拨款支出决算表",
    english="form of general public budget expenditure",
    layout=Layout.CODED,
    title=re.compile(r"(?:一般公共预算|公共预算)(?:财政)?(?:拨款)?(?:收入支出|收支|支出)(?:决算|情况|决算情况)总?表"),
    columns=SPENT,
    trust=2,
    first_year="2010",
    orders=(THREE, TWELVE),
)
