"""From finished drafts to the records: forms, and one fact for each figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from juesuan.amounts import MONEY_UNITS, TEN_THOUSAND, Amount
from juesuan.forms.draft import Draft, Reading, Row
from juesuan.forms.statutory import BY_NUMBER
from juesuan.records import Fact, Form, FormRow

_ENOUGH = 2  # figures that must show a precision, or a unit, before the whole form is held to have it
_MOSTLY = 0.5  # share of a form's long figures that others give in another unit
_LONG = 4  # digits of a figure as displayed


def post(drafts: Iterable[Draft]) -> tuple[tuple[Form, ...], tuple[Fact, ...]]:
    """Forms and facts in the order of their numbers."""
    ordered = [_numbered(draft) for draft in sorted(drafts, key=lambda draft: draft.form.number)]
    units = settled_units(ordered)
    forms = tuple(_form(draft, unit) for draft, unit in zip(ordered, units, strict=True))
    facts = tuple(fact for draft, unit in zip(ordered, units, strict=True) for fact in _facts(draft, unit))
    return forms, facts


def _numbered(draft: Draft) -> Draft:
    """The rows that say something, numbered from 1; rows of one line keep one number."""
    rows = [row for row in draft.rows if row.code or row.item or row.figures]
    order = {number: place for place, number in enumerate(dict.fromkeys(row.number for row in rows), 1)}
    numbered = draft.with_rows(replace(row, number=order[row.number]) for row in rows)
    return replace(numbered, unread=draft.unread or any(map(_is_unplaced, draft.rows)))


def _is_unplaced(row: Row) -> bool:
    """Whether a row shows money of which no column is known."""
    return not row.figures and any(reading.amount.value for reading in row.loose)


def usual_unit(drafts: Sequence[Draft]) -> str:
    """The unit that most forms name; 万元, the statutory one, where none does."""
    named = Counter(draft.head.unit for draft in drafts if draft.head.unit)
    return named.most_common(1)[0][0] if named else TEN_THOUSAND


def settled_units(drafts: Sequence[Draft]) -> list[str]:
    """The unit of each form: the one that it names, or the usual one where it names none.

    A form whose figures are, digit for digit, those of the forms in the usual unit is in that unit too,
    whatever it names: the unit is misprinted. So it is where its figures are those of the others only in another unit.
    """
    usual = usual_unit(drafts)
    return [_settled(draft, [other for other in drafts if other is not draft], usual) for draft in drafts]


def _settled(draft: Draft, others: Sequence[Draft], usual: str) -> str:
    named = draft.head.unit or usual
    elsewhere = {value for other in others if other.head.unit == usual for value in _large(other)}
    if not draft.head.unit or len(_large(draft) & elsewhere) >= _ENOUGH:
        return usual
    places = max((precision(other.rows) for other in others if other.head.unit == usual), default=0)
    for unit, size in MONEY_UNITS.items():
        ratio = size / MONEY_UNITS[usual]
        restated = {round(value * ratio, places) for value in _large(draft)}
        if unit != named and len(restated & elsewhere) >= max(_ENOUGH, len(restated) * _MOSTLY):
            return unit
    return named


def _large(draft: Draft) -> set[Decimal]:
    """The figures of a form that are too long to be those of another by chance."""
    values = (reading.amount.value for row in draft.rows for reading in row.figures.values())
    return {value for value in values if len(value.as_tuple().digits) >= _LONG}


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
        number=draft.form.number,
        title=draft.head.title,
        label=draft.head.label,
        unit=unit,
        department=draft.head.department,
        columns=tuple(draft.columns),
        rows=tuple(FormRow(row.number, row.code, row.item, row.place, row.doubt) for row in draft.rows),
        notes=draft.notes,
        place=draft.place,
        empty=not draft.unread and all(reading.amount.value == 0 for reading in figures),
        lines=draft.lines,
        printed_unit=draft.head.unit,
    )


def _facts(draft: Draft, unit: str) -> Iterable[Fact]:
    decimals = precision(draft.rows)
    for row in draft.rows:
        for key, reading in row.figures.items():
            yield Fact(
                form=draft.form.number,
                row=row.number,
                code=row.code,
                item=row.item,
                column=reading.column or draft.columns.get(key, "") or _usual_heading(draft.form.number, key),
                key=key,
                amount=_precise(
                    _in_unit(reading.amount, draft.head.unit, unit), decimals, unit, counted=key == "count"
                ),
                place=reading.place,
                quote=row.quote,
                doubt=reading.doubt,
                placed_by=reading.placed_by,
            )


def _in_unit(amount: Amount, printed: str, unit: str) -> Amount:
    """An amount that was read in the form's printed unit, in the one that it is in."""
    return replace(amount, unit=unit) if printed and amount.unit == printed else amount


def _precise(amount: Amount, decimals: int, unit: str, *, counted: bool) -> Amount:
    """An amount in a form that drops trailing zeros is known as finely as the others."""
    if counted or not (amount.is_money or amount.unit == ""):
        return amount
    return replace(amount, unit=amount.unit or unit, decimals=max(amount.decimals, decimals))


def _usual_heading(number: str, key: str) -> str:
    """The heading path that the national form gives a column, for forms whose own cannot be read."""
    measure, _, _ = key.rpartition(":")
    column = BY_NUMBER[number].column(key)
    block = {"budget": "预算数", "final": "决算数"}.get(measure, "")
    return "/".join(part for part in (block, column.heading if column else "") if part)
