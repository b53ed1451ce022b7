"""Budget form 55: expenditure of the general public budget by function (一般公共预算支出表)."""

import re

from juesuan.forms.description import BUDGET, FormDescription, Layout
from juesuan.forms.statutory.budget.spending import APPROVED, THREE, TITLED

FORM = FormDescription(
    number="55",
    name="一般公共预算支出表",
    english="budget form of the general public budget",
    layout=Layout.CODED,
    title=re.compile(rf"(?:一般公共预算|公共预算){TITLED}"),
    columns=APPROVED,
    trust=2,
    orders=THREE,
    measure=BUDGET,
)
