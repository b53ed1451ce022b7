"""Columns decided for every form of a document whose blanks left no trace."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from helpers.forms.anchors import Amounts, Done, known_totals, least_totals, live_funds, total_row, travelled
from helpers.forms.catalogue import PUBLIC_ITEMS, Layout
from helpers.forms.classification import function_class
from helpers.forms.draft import Draft, Reading, Row
from helpers.forms.halves import EXPENDITURE
from helpers.forms.ledger import precision
from helpers.forms.placing import Holds, Placing, jointly, placings, settle, sums, values, within
from helpers.forms.running_sides import public_order
from helpers.forms.text import flat

_SUREST_FIRST = ("01", "06", "05", "04", "02", "03", "07", "08", "09", "10", "11")
_SPENT = "本年支出合计"
_ROUNDED = 4  # rounded figures that a known total may be made of
_ZERO = Decimal(0)

Options = dict[int, list[Placing]]


def decide_columns(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with every loose amount in a column; the surest forms first, for the others lean on them."""
    done: dict[str, Draft] = {}
    for draft in sorted(drafts, key=lambda each: _SUREST_FIRST.index(each.spec.number)):
        done[draft.spec.number] = _decided(draft, done) if any(row.loose for row in draft.rows) else draft
    return list(done.values())


def _decided(draft: Draft, done: Done) -> Draft:
    if draft.spec.layout is Layout.PUBLIC:
        return draft.with_rows(_public_row(row, done) for row in draft.rows)
    slack = Decimal(1).scaleb(-precision(draft.rows)) / 2
    order = _order(draft)
    holds = _identities(draft, order, slack)
    options: Options = {i: placings(row.loose, order, holds) for i, row in enumerate(draft.rows) if row.loose}
    _narrow_totals(draft, options, done, slack)
    _follow_sister(draft, options, done, slack)
    _from_the_top(draft, options, order, slack)
    return draft.with_rows(settle(row, options.get(i, [])) for i, row in enumerate(draft.rows))


def _order(draft: Draft) -> tuple[str, ...]:
    if draft.spec.layout is Layout.HALVES:
        return draft.spec.orders[0] if draft.spec.orders else (EXPENDITURE,)
    return tuple(draft.columns)


def _identities(draft: Draft, order: Sequence[str], slack: Decimal) -> Holds:
    """The row arithmetic of a form: whole = parts, and carry-over + income - spent = carried on."""
    whole = sums(draft.spec.whole, draft.spec.parts, slack)
    if "opening" not in order:
        return whole

    def holds(row: Mapping[str, Decimal]) -> bool:
        closing = row.get("opening", _ZERO) + row.get("income", _ZERO) - row.get("total", _ZERO)
        return whole(row) and abs(closing - row.get("closing", _ZERO)) <= slack * 4

    return holds


def _narrow_totals(draft: Draft, options: Options, done: Done, slack: Decimal) -> None:
    """Leave only those placings of the grand total that the other forms, or form 04's own income, allow."""
    if draft.spec.number == "04":
        live = live_funds(draft)
        for index in options:
            if live:
                _keep(options, index, [each for each in options[index] if within(each, {"total", *live})])
        return
    total = total_row(draft)
    place = next((i for i in options if draft.rows[i] is total), None)
    if place is None:
        return
    known, least = known_totals(draft, done), least_totals(draft, done)
    _keep(options, place, [each for each in options[place] if _agrees(each, known, slack * _ROUNDED)])
    _keep(options, place, [each for each in options[place] if _reaches(each, least)])


def _follow_sister(draft: Draft, options: Options, done: Done, slack: Decimal) -> None:
    """A row of form 03 that has the figures of the same row in form 05 has them in the same columns."""
    if draft.spec.number != "03" or "05" not in done:
        return
    sister = {row.code: row for row in done["05"].rows if row.code}
    for index, placed in options.items():
        other = sister.get(draft.rows[index].code)
        if other is not None and other.figures and not any(reading.doubt for reading in other.figures.values()):
            known = dict.fromkeys(draft.spec.parts, _ZERO) | values(other.figures)
            _keep(options, index, [each for each in placed if _agrees(each, known, slack * _ROUNDED)])


def _from_the_top(draft: Draft, options: Options, order: Sequence[str], slack: Decimal) -> None:
    """Go down the hierarchy: a column that is empty for a class is empty for its items, and items sum up."""
    below = _children(draft)
    for parent in sorted(below, key=lambda i: len(draft.rows[i].code)):
        above = options.get(parent, [])
        open_keys = {key for each in above for key, value in values(each).items() if value}
        children = [i for i in below[parent] if i in options]
        for index in children:
            if above:
                _keep(options, index, [each for each in options[index] if within(each, open_keys)])
        if above:
            agreed = [key for key in order if len({values(each).get(key, _ZERO) for each in above}) == 1]
            joint = jointly([options[i] for i in children], values(above[0]), agreed, slack)
            options.update(zip(children, joint, strict=True))


def _children(draft: Draft) -> dict[int, list[int]]:
    """Indices of the rows directly below each row, by code; classes stand below the grand total."""
    by_code = {row.code: i for i, row in enumerate(draft.rows) if row.code}
    top = next((i for i, row in enumerate(draft.rows) if row is total_row(draft)), None)
    if draft.spec.layout is Layout.HALVES:
        top = next((i for i, row in enumerate(draft.rows) if flat(row.item) == _SPENT), None)
    below: dict[int, list[int]] = {} if top is None else {top: []}
    for index, row in enumerate(draft.rows):
        code = row.code or (function_class(row.item) if row.side == EXPENDITURE else "")
        parents = [by_code[code[:n]] for n in (5, 3) if n < len(code) and code[:n] in by_code]
        parent = parents[0] if parents else top if len(code) == 3 else None
        if parent is not None:
            below.setdefault(parent, []).append(index)
    return below


def _keep(options: Options, index: int, fewer: list[Placing]) -> None:
    """Narrow the placings of a row, unless nothing would be left: then the knowledge is what is wrong."""
    if fewer:
        options[index] = fewer


def _agrees(placing: Placing, known: Amounts, room: Decimal) -> bool:
    """Whether a placing shows the known totals, which may be sums of rounded figures themselves."""
    found = values(placing)
    return all(abs(found.get(key, _ZERO) - value) <= room for key, value in known.items())


def _reaches(placing: Placing, least: Amounts) -> bool:
    found = values(placing)
    return all(found.get(key, _ZERO) >= value for key, value in least.items())


def _public_row(row: Row, done: Done) -> Row:
    """Form 09 has two identities in each half; what basic expenditure shows for an item cannot be blank."""
    if not row.loose:
        return row
    order = public_order(row.side)
    amounts = row.loose
    if len(amounts) == len(order):
        return row.with_figures(dict(zip(order, amounts, strict=True)))
    slack = Decimal(1).scaleb(-precision([row])) / 2
    found = [
        placed for keys in combinations(order, len(amounts)) if _public_holds(placed := _put(keys, amounts), slack)
    ]
    least = {f"final:{item}": value for item, value in travelled(done).items()}
    return settle(row, [each for each in found if _reaches(each, least)] or found)


def _put(keys: Sequence[str], amounts: Sequence[Reading]) -> Placing:
    return dict(zip(keys, amounts, strict=True))


def _public_holds(placing: Placing, slack: Decimal) -> bool:
    row = values(placing)
    return all(
        sums(f"{measure}:total", [f"{measure}:{item}" for item in ("abroad", "vehicles", "reception")], slack)(row)
        and sums(f"{measure}:vehicles", [f"{measure}:purchase", f"{measure}:running"], slack)(row)
        and (f"{measure}:total" in row or not any(key.startswith(measure) for key in row))
        and (not row.get(f"{measure}:vehicles") or f"{measure}:purchase" in row or f"{measure}:running" in row)
        and (not row.get(f"{measure}:total") or any(f"{measure}:{item}" in row for item in PUBLIC_ITEMS[1:]))
        for measure in ("budget", "final")
    )
