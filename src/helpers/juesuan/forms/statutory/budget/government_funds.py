"""Budget form 57: expenditure of government funds by function (政府性基金预算支出表)."""

import re

from juesuan.forms.description import BUDGET, FormDescription, Layout
from juesuan.forms.statutory.budget.spending import APPROVED, THREE, TITLED

FORM = FormDescription(
    number="57",
    name="政府性基金预算支出表",
    english="budget form of government funds",
    layout=Layout.CODED,
    title=re.compile(rf"政府性基金(?:预算)?{TITLED}"),
    columns=APPROVED,
    trust=6,
    orders=THREE,
    measure=BUDGET,
)
