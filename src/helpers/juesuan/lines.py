"""The rows of a form as rules look at them: figures by column, with names that a reader knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from juesuan.checks import Figure, of_fact
from juesuan.forms.statutory import BY_NUMBER
from juesuan.records import Fact, Form

_KEY_NAMES = {
    "income": "本年收入",
    "total": "合计",
    "basic": "基本支出",
    "project": "项目支出",
    "opening": "年初结转和结余",
    "closing": "年末结转和结余",
    "income:opening": "年初结转和结余",
    "fiscal": "财政拨款收入",
    "operations": "事业收入",
    "other": "其他收入",
    "general": "一般公共预算财政拨款",
    "fund": "政府性基金预算财政拨款",
    "capital": "国有资本经营预算财政拨款",
    "abroad": "因公出国（境）费",
    "vehicles": "公务用车购置及运行维护费",
    "purchase": "公务用车购置费",
    "running": "公务用车运行维护费",
    "reception": "公务接待费",
    "personnel": "人员经费",
    "final": "决算数",
}
_OWN_NAMES = {
    ("01", "income"): "收入",
    ("01", "expenditure"): "支出",
    ("04", "income"): "收入",
    ("02", "superior"): "上级补助收入",
    ("02", "business"): "经营收入",
    ("02", "affiliated"): "附属单位上缴收入",
    ("03", "superior"): "上缴上级支出",
    ("03", "business"): "经营支出",
    ("03", "affiliated"): "对附属单位补助支出",
    ("06", "running"): "公用经费",
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


def key_name(number: str, key: str) -> str:
    """A column as a reader knows it."""
    measure, _, item = key.rpartition(":")
    if key in _KEY_NAMES or not measure:
        return _OWN_NAMES.get((number, key)) or _KEY_NAMES.get(key, key)
    block = {"budget": "预算数", "final": "决算数"}.get(measure, "")
    return f"{_KEY_NAMES.get(item, item)}{block}"


def quoted(text: str) -> str:
    """A row's label in quotation marks; nothing for a row without label."""
    return f"“{text}”" if text else ""
