"""The forms of a department's budget (部门预算公开), one description a file.

Each bears the number of its sister among the final accounts and fifty: 55 is what form 05 was budgeted at.
"""

from juesuan.forms.description import FormDescription
from juesuan.forms.statutory.budget import (
    basic_expenditure,
    expenditure,
    fiscal_totals,
    general_budget,
    government_funds,
    income,
    projects,
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
    projects.FORM,
)

__all__ = ["FORMS"]
