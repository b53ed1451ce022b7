"""What the other forms know about a form's totals: enough to tell which columns can hold figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

from juesuan.forms.draft import Draft, Row
from juesuan.forms.text import flat
from juesuan.forms.two_sided_rows import INCOME, OPENING

_TOTAL = re.compile(r"^(?:本年支出|本年收入|支出|收入)?(?:合计|总计)$")
_INCOME_COLUMNS = {
    "fiscal": re.compile(r"财政拨款收入"),
    "superior": re.compile(r"上级补助"),
    "operations": re.compile(r"事业收入"),
    "business": re.compile(r"经营收入"),
    "affiliated": re.compile(r"附属单位"),
    "other": re.compile(r"其他收入"),
}
_FUNDS = {
    "general": re.compile(r"一般公共预算"),
    "fund": re.compile(r"政府性基金"),
    "capital": re.compile(r"国有资[本产]经营"),
}
_BUDGETED = {
    "opening": re.compile(r"结[转余]"),
    **{f"fiscal:{fund}": pattern for fund, pattern in _FUNDS.items()},
    "special": re.compile(r"财政专户"),
    "business": re.compile(r"经营收入"),
    **{key: _INCOME_COLUMNS[key] for key in ("fiscal", "superior", "operations", "affiliated", "other")},
}
_FUND_OF = {"07": "fund", "08": "capital"}
_TRAVEL = {"30212": "abroad", "30217": "reception", "30231": "running", "31013": "purchase"}
_ZERO = Decimal(0)

Amounts = dict[str, Decimal]
Done = Mapping[str, Draft]


def total_row(draft: Draft) -> Row | None:
    """The row of grand totals of a form with codes."""
    return next((row for row in draft.rows if not row.code and _TOTAL.match(flat(row.item))), None)


def known_totals(draft: Draft, done: Done) -> Amounts:
    """The grand totals by column key that other forms settle; a column they do not speak of is left out."""
    if draft.form.number == "02" and "01" in done:
        return _income(done["01"].rows, _INCOME_COLUMNS)
    if draft.form.number == "52" and "51" in done:
        return _income(done["51"].rows, _BUDGETED)
    if draft.form.number == "03":
        general = _as_general(draft, done["05"]) if "05" in done else {}
        return general or (_as_fiscal(draft, done["04"]) if "04" in done else {})
    if draft.form.number == "05" and "06" in done:
        return _as_basic(done["06"])
    if draft.form.number in _FUND_OF and "04" in done and "income" in draft.columns:
        return _as_fund(done["04"], _FUND_OF[draft.form.number])
    return {}


def least_totals(draft: Draft, done: Done) -> Amounts:
    """Totals that a column must at least reach: all spending covers that from the general budget."""
    if draft.form.number != "03" or "05" not in done:
        return {}
    row = total_row(done["05"])
    return {key: row.figures[key].amount.value for key in ("basic", "project") if row and key in row.figures}


def live_funds(draft: Draft) -> set[str]:
    """The funds of form 04 that had money this year or from before; empty where its income says nothing."""
    live: set[str] = set()
    for row in draft.rows:
        for key, pattern in _FUNDS.items():
            if row.side == INCOME and pattern.search(flat(row.item)):
                money = sum((row.figures[k].amount.value for k in (INCOME, OPENING) if k in row.figures), _ZERO)
                live |= {key} if money else set()
    return live


def travelled(done: Done) -> Amounts:
    """三公 items with basic expenditure in form 06: what form 09 must at least show for them."""
    if "06" not in done:
        return {}
    return {
        _TRAVEL[row.code]: row.figures["final"].amount.value
        for row in done["06"].rows
        if row.code in _TRAVEL and "final" in row.figures
    }


def _income(rows: Iterable[Row], columns: Mapping[str, re.Pattern[str]]) -> Amounts:
    found = dict.fromkeys(columns, _ZERO)
    for row in rows:
        key = next((key for key, pattern in columns.items() if pattern.search(flat(row.item))), "")
        if row.side == INCOME and key and INCOME in row.figures:
            found[key] += row.figures[INCOME].amount.value
    return found if any(found.values()) else {}


def _as_general(draft: Draft, general: Draft) -> Amounts:
    row, own = total_row(general), total_row(draft)
    if row is None or own is None or not own.loose or "total" not in row.figures:
        return {}
    if own.loose[0].amount.value != row.figures["total"].amount.value:
        return {}
    found = dict.fromkeys(draft.form.parts, _ZERO)
    return found | {key: reading.amount.value for key, reading in row.figures.items() if key in found}


def _as_fiscal(draft: Draft, fiscal: Draft) -> Amounts:
    """Nothing but basic and project expenditure where all that is spent is appropriated: the rest is other money."""
    own = total_row(draft)
    spent = next((row.figures for row in fiscal.rows if flat(row.item) == "本年支出合计" and row.figures), {})
    whole = next((spent[key].amount.value for key in ("total", "expenditure") if key in spent), None)
    if own is None or not own.loose or own.loose[0].amount.value != whole:
        return {}
    return {key: _ZERO for key in draft.form.parts if key not in ("basic", "project")}


def _as_fund(fiscal: Draft, fund: str) -> Amounts:
    """A fund's income and opening carry-over as the left half of form 04 lists them."""
    found = {"income": _ZERO, "opening": _ZERO}
    for row in fiscal.rows:
        if row.side == INCOME and _FUNDS[fund].search(flat(row.item)):
            for key, column in (("income", INCOME), ("opening", OPENING)):
                found[key] += row.figures[column].amount.value if column in row.figures else _ZERO
    return found if any(found.values()) else {}


def _as_basic(economic: Draft) -> Amounts:
    found = [
        row.figures["final"].amount.value
        for row in economic.rows
        if flat(row.item) in ("人员经费合计", "公用经费合计") and "final" in row.figures
    ]
    return {"basic": sum(found, _ZERO)} if found else {}
