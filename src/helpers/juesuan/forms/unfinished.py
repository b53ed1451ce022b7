"""A form that breaks off at the end of its document: what its sums would rest on may stand on what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from juesuan.forms.description import Layout
from juesuan.forms.draft import Draft, Row

UNFINISHED = "表格在文件末尾中断，其后可能还有未收录的行"
_LEVELS = (3, 5, 7)  # digits of class, section and item


def doubt_unfinished(draft: Draft, *, at_end: bool) -> Draft:
    """The draft, its last row and all that sums over it doubted where it ends the document as if cut off."""
    if not at_end or draft.form.layout is not Layout.CODED or not draft.rows or draft.notes:
        return draft
    if _is_torn(draft) or _lacks_classes(draft):
        last = next((row for row in reversed(draft.rows) if row.code), draft.rows[-1])
        above = {last.code[:digits] for digits in _LEVELS}
        return draft.with_rows(_doubted(row) if row is last or row.code in above | {""} else row for row in draft.rows)
    return draft


def _doubted(row: Row) -> Row:
    loose = tuple(reading.doubted(UNFINISHED) for reading in row.loose)
    return replace(row.doubted(UNFINISHED), loose=loose)


def _is_torn(draft: Draft) -> bool:
    """Whether the last figure shows fewer decimals than every other."""
    shown = [reading.amount.decimals for row in draft.rows for reading in (*row.figures.values(), *row.loose)]
    return len(shown) > 1 and shown[-1] < min(shown[:-1])


def _lacks_classes(draft: Draft) -> bool:
    """Whether the classes fall short of the total in several columns as they would by rows that are missing."""
    total = next((row for row in draft.rows if not row.code and row.figures), None)
    classes = [row for row in draft.rows if len(row.code) == _LEVELS[0]]
    if total is None or not classes or any(row.loose for row in (total, *classes)):
        return False
    room = max((reading.amount.step for reading in total.figures.values()), default=Decimal(0)) * (len(classes) + 1)
    lacking = {key: _shortfall(key, total, classes) for key in total.figures}
    parts = sum((lacking.get(part, Decimal(0)) for part in draft.form.parts), Decimal(0))
    whole = lacking.get(draft.form.whole, Decimal(0))
    return whole > room and abs(whole - parts) <= room * len(lacking)


def _shortfall(key: str, total: Row, classes: Sequence[Row]) -> Decimal:
    shown = (row.figures[key].amount.value for row in classes if key in row.figures)
    return total.figures[key].amount.value - sum(shown, Decimal(0))
