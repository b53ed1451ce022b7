"""The rows of a form as rules look at them: figures by column, with names that a reader knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from juesuan.checks import Figure, of_fact
from juesuan.forms.description import BUDGET, PRIOR
from juesuan.forms.statutory import BY_NUMBER
from juesuan.records import Fact, Form

_MEASURES = {
    "budget": "预算数",
    "final": "决算数",
    "opening_budget": "年初预算数",
    "prior": "上年决算数",
    "change": "比上年增减",
    "over_budget": "比预算增减",
    "rate": "增减率",
}


@dataclass(frozen=True)
class Line:
    """One row of a form with its figures by column key; `doubt` says why it was not read with certainty."""

    form: Form
    code: str
    item: str
    facts: Mapping[str, Fact]
    doubt: str = ""

    @property
    def name(self) -> str:
        return f"{self.code} {self.item}".strip()

    def figure(self, key: str) -> Figure | None:
        """The figure in a column as one side of a check; None where the cell is blank for certain."""
        figure = self._figures.get(key)
        return Figure(self.label(key), doubt=self.doubt) if figure is None and self.doubt else figure

    @cached_property
    def _figures(self) -> dict[str, Figure]:
        return {key: of_fact(fact, self.label(key)) for key, fact in self.facts.items()}

    def label(self, key: str) -> str:
        """The cell as a reader knows it: form, row and column."""
        return f"{form_name(self.form)}{quoted(self.name)}{key_name(self.form.number, key)}"


def form_name(form: Form) -> str:
    """A form as the document calls it: by its printed number, else by its name."""
    return form.label or BY_NUMBER[form.number].name


@cache  # asked for each figure of each row
def key_name(number: str, key: str) -> str:
    """A column as a reader knows it."""
    measure, _, _ = key.rpartition(":")
    column = BY_NUMBER[number].column(key)
    if column is None:
        return key
    own = BY_NUMBER[number].measure
    block = "" if column.key == key else "上年数" if measure == PRIOR and own == BUDGET else _MEASURES.get(measure, "")
    return f"{column.name}{block}"


def quoted(text: str) -> str:
    """A row's label in quotation marks; nothing for a row without label."""
    return f"“{text}”" if text else ""
