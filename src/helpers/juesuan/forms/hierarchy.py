"""Which rows of a form stand below which, by their codes, and whether their totals sum up."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from juesuan.forms.anchors import total_row
from juesuan.forms.classification import function_class
from juesuan.forms.description import Layout
from juesuan.forms.draft import Draft, Row
from juesuan.forms.facts import precision
from juesuan.forms.text import flat
from juesuan.forms.two_sided_rows import EXPENDITURE

CLASS, _SECTION = 3, 5  # digits of the codes of a class and of a section
_SPENT = "本年支出合计"
_OF_ONE_FIGURE = 2  # sums that one wrong total breaks: that of the rows below it, and the one it is in
_ZERO = Decimal(0)


def rows_below(draft: Draft) -> dict[int, list[int]]:
    """Indices of the rows directly below each row, by code; classes stand below the grand total."""
    by_code = {row.code: i for i, row in enumerate(draft.rows) if row.code}
    total = total_row(draft)
    top = next((i for i, row in enumerate(draft.rows) if row is total), None)
    if draft.form.layout is Layout.TWO_SIDED:
        top = next((i for i, row in enumerate(draft.rows) if flat(row.item) == _SPENT), None)
    below: dict[int, list[int]] = {} if top is None else {top: []}
    for index, row in enumerate(draft.rows):
        parent = _parent(row, by_code, top)
        if parent is not None:
            below.setdefault(parent, []).append(index)
    return below


def _parent(row: Row, by_code: Mapping[str, int], top: int | None) -> int | None:
    code = row.code or (function_class(row.item) if row.side == EXPENDITURE else "")
    above = [by_code[code[:n]] for n in (_SECTION, CLASS) if n < len(code) and code[:n] in by_code]
    if above:
        return above[0]
    return top if len(code) == CLASS else None


def total_of(row: Row) -> Decimal:
    """A row's total, which stands before its parts; nothing where it shows none."""
    first = row.figures.get("total") or next(iter(row.loose), None)
    return first.amount.value if first else _ZERO


def classes_astray(draft: Draft) -> set[str]:
    """The classes, by code, in which a total is not the sum of those below it; "" for the grand total."""
    return {draft.rows[parent].code[:CLASS] for parent in _not_summing_up(draft)}


def has_slipped(draft: Draft) -> bool:
    """Whether more totals fail to sum up than one wrong figure would break."""
    return len(_not_summing_up(draft)) > _OF_ONE_FIGURE


def _not_summing_up(draft: Draft) -> list[int]:
    """The rows whose total is not the sum of those below it."""
    slack = Decimal(1).scaleb(-precision(draft.rows)) / 2
    totals = [total_of(row) for row in draft.rows]
    return [
        parent
        for parent, children in rows_below(draft).items()
        if children
        and abs(totals[parent] - sum((totals[index] for index in children), _ZERO)) > slack * (len(children) + 1)
    ]
