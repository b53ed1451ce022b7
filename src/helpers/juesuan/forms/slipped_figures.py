"""Form 06 whose figures slipped to other accounts in reading: told by its own sums, once its codes are repaired."""

from __future__ import annotations

from decimal import Decimal

from juesuan.amounts import Amount
from juesuan.forms.description import Layout
from juesuan.forms.draft import Draft, Row

SLIPPED = "多数类的合计不等于各款之和，数字可能错行"
FINAL = "final"
CLASS = 3  # digits of a class


def doubt_slipped(draft: Draft) -> Draft:
    """The draft, every row doubted where most classes are not the sums of their items: no document errs so often."""
    if draft.form.layout is not Layout.ECONOMIC or not _mostly_fail(draft.rows):
        return draft
    return draft.with_rows(row.doubted(SLIPPED) for row in draft.rows)


def _mostly_fail(rows: tuple[Row, ...]) -> bool:
    shown = {row.code: row.figures[FINAL].amount for row in rows if row.code and FINAL in row.figures}
    items: dict[str, list[Amount]] = {}
    for code, amount in shown.items():
        if len(code) > CLASS:
            items.setdefault(code[:CLASS], []).append(amount)
    holding = sum(_is_sum(shown.get(code), parts) for code, parts in items.items())
    return len(items) - holding > max(holding, 1)


def _is_sum(whole: Amount | None, parts: list[Amount]) -> bool:
    if whole is None:
        return False
    room = whole.step + sum((part.step for part in parts), Decimal(0))
    return abs(whole.value - sum((part.value for part in parts), Decimal(0))) <= room
