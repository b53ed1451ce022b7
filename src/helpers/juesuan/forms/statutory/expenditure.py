"""公开03: expenditure by function, basic and project."""

import re

from juesuan.forms.description import FormDescription, Layout, column
from juesuan.forms.statutory.spending import SPENT

FORM = FormDescription(
    number="03",
    name="支出决算表",
    english="form of expenditure",
    layout=Layout.CODED,
    title=re.compile(r"支出决算总?表"),
    columns=(
        column("superior", r"上缴上级", "上缴上级支出", english="paid to above"),
        column("affiliated", r"附属单位", "对附属单位补助支出", english="subsidies to affiliated units"),
        column("business", r"经营支出", "经营支出", english="business expenditure"),
        *SPENT,
    ),
    trust=5,
    first_year="2010",
    decisive=("superior", "affiliated", "basic", "project"),
    orders=(("total", "basic", "project", "superior", "business", "affiliated"),),
)
