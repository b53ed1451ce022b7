"""From finished drafts to the records: forms, and one fact for each figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from helpers.amounts import TEN_THOUSAND, Amount
from helpers.forms.catalogue import usual_heading
from helpers.forms.draft import Draft, Reading, Row
from helpers.records import Fact, Form, FormRow

_ENOUGH = 2  # figures that must show a precision before the whole form is held to have it


def post(drafts: Iterable[Draft]) -> tuple[tuple[Form, ...], tuple[Fact, ...]]:
    """Forms and facts in the order of their numbers."""
    ordered = [_numbered(draft) for draft in sorted(drafts, key=lambda draft: draft.spec.number)]
    unit = usual_unit(ordered)
    forms = tuple(_form(draft, draft.head.unit or unit) for draft in ordered)
    facts = tuple(fact for draft in ordered for fact in _facts(draft, draft.head.unit or unit))
    return forms, facts


def _numbered(draft: Draft) -> Draft:
    """The rows that say something, numbered from 1; rows of one line keep one number."""
    rows = [row for row in draft.rows if row.code or row.item or row.figures]
    order = {number: place for place, number in enumerate(dict.fromkeys(row.number for row in rows), 1)}
    return draft.with_rows(replace(row, number=order[row.number]) for row in rows)


def usual_unit(drafts: Sequence[Draft]) -> str:
    """The unit that most forms name; 万元, the statutory one, where none does."""
    named = Counter(draft.head.unit for draft in drafts if draft.head.unit)
    return named.most_common(1)[0][0] if named else TEN_THOUSAND


def precision(rows: Iterable[Row]) -> int:
    """The number of decimals a form's money is known to: the most that at least two figures show."""
    shown = sorted((reading.amount.decimals for row in rows for reading in _money(row)), reverse=True)
    if not shown:
        return 0
    return shown[min(_ENOUGH, len(shown)) - 1]


def _money(row: Row) -> list[Reading]:
    return [reading for key, reading in row.figures.items() if key != "count"] + list(row.loose)


def _form(draft: Draft, unit: str) -> Form:
    figures = [reading for row in draft.rows for reading in row.figures.values()]
    return Form(
        number=draft.spec.number,
        title=draft.head.title,
        label=draft.head.label,
        unit=unit,
        department=draft.head.department,
        columns=tuple(draft.columns),
        rows=tuple(FormRow(row.number, row.code, row.item, row.place, row.doubt) for row in draft.rows),
        notes=draft.notes,
        place=draft.place,
        empty=all(reading.amount.value == 0 for reading in figures),
        lines=draft.lines,
    )


def _facts(draft: Draft, unit: str) -> Iterable[Fact]:
    decimals = precision(draft.rows)
    for row in draft.rows:
        for key, reading in row.figures.items():
            yield Fact(
                form=draft.spec.number,
                row=row.number,
                code=row.code,
                item=row.item,
                column=reading.column or draft.columns.get(key, "") or usual_heading(draft.spec.number, key),
                key=key,
                amount=_precise(reading.amount, decimals, unit, counted=key == "count"),
                place=reading.place,
                quote=row.quote,
                doubt=reading.doubt,
            )


def _precise(amount: Amount, decimals: int, unit: str, *, counted: bool) -> Amount:
    """An amount in a form that drops trailing zeros is known as finely as the others."""
    if counted or not (amount.is_money or amount.unit == ""):
        return amount
    return replace(amount, unit=amount.unit or unit, decimals=max(amount.decimals, decimals))
