"""Forms 41 and 42 of this program: income and expenditure of a department by its units (分单位), as in Zhejiang."""

import re

from juesuan.forms.description import FormDescription, Layout
from juesuan.forms.statutory import expenditure, income

_BY_UNIT = r"(?:{0}决算总?表\((?:分|按|各)(?:预算)?单位\)|(?:分|按|各)(?:预算)?单位{0}决算总?表)"

INCOME = FormDescription(
    number="41",
    name="收入决算表（分单位）",
    english="form of income by unit",
    layout=Layout.CODED,
    title=re.compile(_BY_UNIT.format("收入")),
    columns=income.FORM.columns,
    trust=13,
    orders=income.FORM.orders,
)
EXPENDITURE = FormDescription(
    number="42",
    name="支出决算表（分单位）",
    english="form of expenditure by unit",
    layout=Layout.CODED,
    title=re.compile(_BY_UNIT.format("支出")),
    columns=expenditure.FORM.columns,
    trust=13,
    orders=expenditure.FORM.orders,
)
