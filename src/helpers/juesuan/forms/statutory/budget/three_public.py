"""Budget form 59: what travel abroad, vehicles and receptions may cost (“三公”经费支出表)."""

import re

from juesuan.forms.description import BUDGET, FormDescription, Layout
from juesuan.forms.statutory import three_public

FORM = FormDescription(
    number="59",
    name="“三公”经费支出表",
    english="budget form of the three public expenses",
    layout=Layout.PUBLIC,
    title=re.compile(
        r"(?:一般公共预算|公共预算|财政拨款)?(?:财政拨款)?(?:预算)?(?:安排的?)?三公经费(?:[和及与、].{2,14}?)?(?:财政拨款)?"
        r"(?:支出)?(?:预算)?(?:安排)?(?:情况|总)?表"
    ),
    columns=three_public.FORM.columns,
    trust=8,
    decisive=three_public.FORM.decisive,
    measure=BUDGET,
)
