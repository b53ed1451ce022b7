"""The statutory forms 公开01–11 and customary ones, one description a file; those of the budget in `budget`.

Customary forms have keys above 30, forms of the budget above 50, which no form bears as its printed number.
"""

from juesuan.forms.description import FormDescription, FormSet
from juesuan.forms.statutory import (
    administration,
    basic_expenditure,
    budget,
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
FINAL_ACCOUNTS = FormSet(FORMS)
BUDGET = FormSet(budget.FORMS)
BY_NUMBER: dict[str, FormDescription] = {form.number: form for form in (*FINAL_ACCOUNTS.forms, *BUDGET.forms)}


def set_of(form: FormDescription) -> FormSet:
    """The set that a form is of."""
    return BUDGET if form.number in BUDGET.by_number else FINAL_ACCOUNTS


__all__ = ["BUDGET", "BY_NUMBER", "FINAL_ACCOUNTS", "FORMS", "set_of"]
