"""The columns of form 09's row of figures where blanks left no trace."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from helpers.forms.anchors import Done, travelled
from helpers.forms.catalogue import PUBLIC_ITEMS
from helpers.forms.draft import Reading, Row
from helpers.forms.ledger import precision
from helpers.forms.placing import Placing, settle, sums, values
from helpers.forms.running_blocks import public_order

MEASURES = ("budget", "final")
_ZERO = Decimal(0)


def public_row(row: Row, done: Done) -> Row:
    """Each half has two identities, and what basic expenditure shows for an item cannot be blank."""
    if not row.loose:
        return row
    order = public_order(row.side)
    if len(row.loose) == len(order):
        return row.with_figures(_put(order, row.loose))
    slack = Decimal(1).scaleb(-precision([row])) / 2
    found = [placed for keys in combinations(order, len(row.loose)) if _holds(placed := _put(keys, row.loose), slack)]
    least = {f"final:{item}": value for item, value in travelled(done).items()}
    likely = [each for each in found if all(values(each).get(key, _ZERO) >= least[key] for key in least)]
    return settle(row, likely or found)


def _put(keys: Sequence[str], amounts: Sequence[Reading]) -> Placing:
    return dict(zip(keys, amounts, strict=True))


def _holds(placing: Placing, slack: Decimal) -> bool:
    """Whether in both halves the sums hold and no sum stands without its parts."""
    row = values(placing)
    return all(
        sums(f"{measure}:total", [f"{measure}:{item}" for item in ("abroad", "vehicles", "reception")], slack)(row)
        and sums(f"{measure}:vehicles", [f"{measure}:purchase", f"{measure}:running"], slack)(row)
        and (f"{measure}:total" in row or not any(key.startswith(measure) for key in row))
        and (not row.get(f"{measure}:vehicles") or f"{measure}:purchase" in row or f"{measure}:running" in row)
        and (not row.get(f"{measure}:total") or any(f"{measure}:{item}" in row for item in PUBLIC_ITEMS[1:]))
        for measure in MEASURES
    )
