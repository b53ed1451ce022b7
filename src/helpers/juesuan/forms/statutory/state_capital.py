"""公开08: the state capital budget's appropriations; due from the accounts of 2020."""

import re

from juesuan.forms.description import FormDescription, Layout, Twin
from juesuan.forms.statutory.spending import SIX, SPENT, THREE

FORM = FormDescription(
    number="08",
    name="国有资本经营预算财政拨款支出决算表",
    english="form of the state capital budget",
    layout=Layout.CODED,
    title=re.compile(
        r"国有资[本产]经营(?:预算)?(?:财政)?(?:拨款)?(?:收入支出|收支|支出|收入、支出)(?:决算|情况|决算情况)表"
    ),
    columns=SPENT,
    trust=7,
    first_year="2020",
    orders=(SIX, THREE),
    twin=Twin("43", re.compile(r"^(?!.*收)")),
)
