"""The statutory forms 公开01–11 and customary ones, one description a file.

Customary forms have keys above 30, which no form bears as its printed number.
"""

from juesuan.forms.description import FormDescription
from juesuan.forms.statutory import (
    administration,
    basic_expenditure,
    by_unit,
    expenditure,
    fiscal_spending,
    fiscal_totals,
    general_budget,
    government_funds,
    income,
    meetings,
    procurement,
    project_accounts,
    project_expenditure,
    running_cost,
    special_account,
    spending_details,
    state_capital,
    state_capital_spending,
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
    spending_details.FISCAL,
    spending_details.GENERAL,
    spending_details.GENERAL_PROJECTS,
    spending_details.ALL,
    project_accounts.FORM,
    administration.INFORMATION,
    administration.ASSETS,
    meetings.FORM,
    special_account.FORM,
    by_unit.INCOME,
    by_unit.EXPENDITURE,
    state_capital_spending.FORM,
    fiscal_spending.BY_FUNCTION,
    fiscal_spending.BASIC,
)
BY_NUMBER: dict[str, FormDescription] = {form.number: form for form in FORMS}

__all__ = ["BY_NUMBER", "FORMS"]
