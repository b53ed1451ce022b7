"""Budget form 58: expenditure of the state capital budget by function (国有资本经营预算支出表)."""

import re

from juesuan.forms.description import BUDGET, FormDescription, Layout
from juesuan.forms.statutory.budget.spending import APPROVED, THREE, TITLED

FORM = FormDescription(
    number="58",
    name="国有资本经营预算支出表",
    english="budget form of state capital",
    layout=Layout.CODED,
    title=re.compile(rf"国有资[本产]经营(?:预算)?{TITLED}"),
    columns=APPROVED,
    trust=7,
    orders=THREE,
    measure=BUDGET,
)
