"""Numbers torn apart by line breaks in their cells, put together where the form itself proves it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from juesuan.amounts import is_blank, parse_amount
from juesuan.document import Cell
from juesuan.forms.description import Layout
from juesuan.forms.draft import Draft, Reading, Row
from juesuan.forms.facts import precision
from juesuan.forms.tables import IndexedRow
from juesuan.forms.text import filled

TORN = "数字被断开，无法确定"
_TAIL = re.compile(r"\d{1,2}")
_GAP = re.compile(r"\d\s+\d")
_NEAR = (0, 1, -1)  # a tail stands under its number, or one column beside it
_MANY = 2

Identity = tuple[str, tuple[str, ...]]


def tails_joined(body: Sequence[IndexedRow]) -> tuple[IndexedRow, ...]:
    """Rows that hold nothing but the last digits of the amounts above are joined to them."""
    decimals = _decimals(body)
    done: list[IndexedRow] = []
    for index, row in body:
        before = done[-1][1] if done else ()
        joint = _joined(before, row, decimals) if _is_tails(before, row) else None
        if joint:
            done[-1] = (done[-1][0], joint)
        else:
            done.append((index, row))
    return tuple(done)


def mend(draft: Draft) -> Draft:
    """Rows whose torn amounts make the row's arithmetic hold once joined; other gaps are doubted."""
    decimals = precision(draft.rows)
    identities = _identities(draft)
    rows = []
    for row in draft.rows:
        for identity in identities:
            row = _mended(row, identity, list(draft.columns), decimals)
        rows.append(row.with_figures({key: _gap_doubted(each, decimals) for key, each in row.figures.items()}))
    return draft.with_rows(rows)


def _identities(draft: Draft) -> list[Identity]:
    if draft.form.layout is not Layout.PUBLIC:
        return [(draft.form.whole, draft.form.parts)] if draft.form.whole else []
    return [
        identity
        for measure in ("budget", "final")
        for identity in (
            (f"{measure}:vehicles", (f"{measure}:purchase", f"{measure}:running")),
            (f"{measure}:total", (f"{measure}:abroad", f"{measure}:vehicles", f"{measure}:reception")),
        )
    ]


def _mended(row: Row, identity: Identity, order: Sequence[str], decimals: int) -> Row:
    """The row with one amount joined to the tail in the next column, where only that makes the identity hold."""
    whole, parts = identity
    if whole not in row.figures or _holds(row.figures, whole, parts):
        return row
    shown = [key for key in order if key in row.figures]
    found = []
    for first, second in pairwise(shown):
        joint = _join(row.figures[first], row.figures[second], decimals)
        if joint:
            figures = {key: each for key, each in row.figures.items() if key != second} | {first: joint}
            if _holds(figures, whole, parts):
                found.append(figures)
    return row.with_figures(found[0]) if len(found) == 1 else row


def _join(first: Reading, second: Reading, decimals: int) -> Reading | None:
    tail = second.amount.displayed
    if not _TAIL.fullmatch(tail) or first.amount.decimals + len(tail) != decimals or not first.amount.decimals:
        return None
    amount = parse_amount(f"{first.amount.displayed} {tail}", first.amount.unit)
    return None if amount is None else replace(first, amount=amount)


def _holds(figures: Mapping[str, Reading], whole: str, parts: Sequence[str]) -> bool:
    present = [figures[part].amount.value for part in parts if part in figures]
    return not present or (whole in figures and sum(present, Decimal(0)) == figures[whole].amount.value)


def _gap_doubted(reading: Reading, decimals: int) -> Reading:
    """A number with a gap in it is sure when it comes out as precise as the rest of the form."""
    if _GAP.search(reading.amount.displayed) and reading.amount.decimals != decimals:
        return reading.doubted(TORN)
    return reading


def _decimals(body: Sequence[IndexedRow]) -> int:
    amounts = [parse_amount(cell.text, "") for _, row in body for cell in row]
    shown = sorted((amount.decimals for amount in amounts if amount), reverse=True)
    return shown[min(_MANY, len(shown)) - 1] if shown else 0


def _is_tails(before: Sequence[Cell], row: Sequence[Cell]) -> bool:
    """Whether a row is made of short digits only, and not all of them count on from the row above."""
    said = filled([cell.text for cell in row])
    if not said or not all(_TAIL.fullmatch(text.strip()) for text in said):
        return False
    return not all(
        above.text.strip().isdigit() and int(cell.text) == int(above.text) + 1
        for above, cell in zip(before, row, strict=False)
        if not is_blank(cell.text)
    )


def _joined(before: Sequence[Cell], tails: Sequence[Cell], decimals: int) -> tuple[Cell, ...] | None:
    """The row above with every tail joined to a number short of it; None where a tail finds none."""
    done = list(before)
    used: set[int] = set()
    for column, tail in enumerate(tails):
        if is_blank(tail.text):
            continue
        target = next((c for c in _near(column, len(done)) if c not in used and _lacks(done[c], tail, decimals)), None)
        if target is None:
            return None
        used.add(target)
        done[target] = replace(done[target], text=f"{done[target].text}\n{tail.text}")
    return tuple(done)


def _near(column: int, width: int) -> list[int]:
    return [column + step for step in _NEAR if 0 <= column + step < width]


def _lacks(cell: Cell, tail: Cell, decimals: int) -> bool:
    amount = parse_amount(cell.text, "")
    return amount is not None and amount.decimals > 0 and amount.decimals + len(tail.text.strip()) == decimals
