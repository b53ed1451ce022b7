"""The statutory forms 公开01–11 and customary ones, one description a file.

Customary forms have keys above 30, which no form bears as its printed number.
"""

from juesuan.forms.description import FormDescription
from juesuan.forms.statutory import (
    basic_expenditure,
    expenditure,
    fiscal_totals,
    general_budget,
    government_funds,
    income,
    procurement,
    project_expenditure,
    running_cost,
    state_capital,
    three_public,
    totals,
)

FORMS: tuple[FormDescription, ...] = (
    totals.FORM,
    income.FORM,
    expenditure.FORM,
    fiscal_totals.FORM,
    general_budget.FORM,
    basic_expenditure.FORM,
    government_funds.FORM,
    state_capital.FORM,
    three_public.FORM,
    running_cost.FORM,
    procurement.FORM,
    project_expenditure.FORM,
)
BY_NUMBER: dict[str, FormDescription] = {form.number: form for form in FORMS}

__all__ = ["BY_NUMBER", "FORMS"]
