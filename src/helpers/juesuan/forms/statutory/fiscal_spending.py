"""Forms 44 and 45 of this program: fiscal spending of all budgets, by function and by account, as in Jiangsu."""

import re

from juesuan.forms.description import FormDescription, Layout
from juesuan.forms.statutory import basic_expenditure
from juesuan.forms.statutory.spending import SPENT, THREE

BY_FUNCTION = FormDescription(
    number="44",
    name="财政拨款支出决算表",
    english="form of fiscal spending",
    layout=Layout.CODED,
    title=re.compile(r"财政拨款支出决算表"),
    columns=SPENT,
    trust=14,
    orders=(THREE,),
)
BASIC = FormDescription(
    number="45",
    name="财政拨款基本支出决算表",
    english="form of basic fiscal expenditure",
    layout=Layout.ECONOMIC,
    title=re.compile(r"(?!)"),  # told from form 06 by standing beside it
    columns=basic_expenditure.FORM.columns,
    trust=14,
    orders=basic_expenditure.FORM.orders,
)
