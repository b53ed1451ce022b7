"""The columns of form 09's row of figures where blanks left no trace."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from juesuan.forms.anchors import Done, travelled
from juesuan.forms.draft import Reading, Row
from juesuan.forms.facts import precision
from juesuan.forms.placing import Placing, settle, sums, values
from juesuan.forms.statutory.three_public import ITEMS

MEASURES = ("budget", "final")
_ZERO = Decimal(0)


def public_row(row: Row, orders: Sequence[Sequence[str]], done: Done) -> Row:
    """Each half has two identities, and what basic expenditure shows for an item cannot be blank."""
    if not row.loose:
        return row
    slack = Decimal(1).scaleb(-precision([row])) / 2
    full = [_put(order, row.loose) for order in orders if len(order) == len(row.loose)]
    if full:
        return row.with_figures(next((way for way in full if _holds(values(way), slack)), full[0]))
    least = {f"final:{item}": value for item, value in travelled(done).items()}
    for order in orders:
        ways = [_put(keys, row.loose) for keys in combinations(order, len(row.loose))]
        found = [way for way in ways if _holds(values(way), slack)] or [w for w in ways if _holds_but_one(w, slack)]
        likely = [each for each in found if all(values(each).get(key, _ZERO) >= least[key] for key in least)]
        if likely or found:
            return settle(row, likely or found)
    return settle(row, [])


def _put(keys: Sequence[str], amounts: Sequence[Reading]) -> Placing:
    return dict(zip(keys, amounts, strict=True))


def _holds_but_one(placing: Placing, slack: Decimal) -> bool:
    """Whether all holds once the vehicles of one half are what they are made of.

    Only these stand in two sums: where both call for one other figure, it is the figure that is wrong.
    """
    row = values(placing)
    for measure in MEASURES:
        whole, *parts = (f"{measure}:{item}" for item in ("vehicles", "purchase", "running"))
        if whole in row and _holds(row | {whole: sum((row.get(part, _ZERO) for part in parts), _ZERO)}, slack):
            return True
    return False


def _holds(row: Mapping[str, Decimal], slack: Decimal) -> bool:
    """Whether in both halves the sums hold and no sum stands without its parts."""
    return all(
        sums(f"{measure}:total", [f"{measure}:{item}" for item in ("abroad", "vehicles", "reception")], slack)(row)
        and sums(f"{measure}:vehicles", [f"{measure}:purchase", f"{measure}:running"], slack)(row)
        and (f"{measure}:total" in row or not any(key.startswith(measure) for key in row))
        and (not row.get(f"{measure}:vehicles") or f"{measure}:purchase" in row or f"{measure}:running" in row)
        and (not row.get(f"{measure}:total") or any(f"{measure}:{item}" in row for item in ITEMS[1:]))
        for measure in MEASURES
    )
