"""Under which conditions an identity is claimed: `conditions.csv` and how its clauses are tried.

    certain 01                     the form is there and no row of it is in doubt
    shown 05[合计].basic           a figure stands there (`shown 04`: the form has rows)
    column 09 budget:vehicles      the form has this column, with figures or without
    nothing 01[其他收入].income     blank or zero for certain, in every row of the name
    01[a].income = 04[b].income    both show one figure
    apart 41[a].total 41[b].total  none of the first figures is the last, so that no row holds the others
    not only-fiscal-money          a condition by its name

Clauses are joined by `and`, and these by `or`.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from juesuan.checks import Figure, Outcome
from juesuan.identities.language import NotAnIdentity
from juesuan.identities.selection import Tables, doubts, is_nothing
from juesuan.identities.table import row_name

_CELL = re.compile(r"(?P<form>\d\d)\[(?P<row>[^\]]+)\]\.(?P<key>[a-z:]+)")
_FORM = re.compile(r"\d\d")


@dataclass(frozen=True, slots=True)
class Condition:
    """A named condition: when it holds, what it says in Chinese, and what an identity is where it does not hold."""

    name: str
    holds: str
    zh: str
    otherwise: Outcome


@cache
def conditions() -> Mapping[str, Condition]:
    """All conditions by name."""
    text = resources.files("juesuan.identities").joinpath("conditions.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return {row["name"]: Condition(row["name"], row["holds"], row["zh"], Outcome(row["otherwise"])) for row in rows}


def holds(text: str, tables: Tables) -> bool:
    """Whether a condition is met for certain; an empty one is. Raises `NotAnIdentity` for one that is not known."""
    if text not in tables.conditions:
        tables.conditions[text] = not text or any(
            all(_clause(clause.strip(), tables) for clause in either.split(" and ")) for either in text.split(" or ")
        )
    return tables.conditions[text]


def unmet(text: str) -> tuple[Outcome, str]:
    """What an identity is where its condition does not hold, and the reason why."""
    negated, name = text.startswith("not "), text.removeprefix("not ")
    known = conditions().get(name)
    if known is None:
        return Outcome.NOT_APPLICABLE, f"仅适用于：{text}"
    return known.otherwise, f"仅适用于：{'并非' if negated else ''}{known.zh}"


def _clause(text: str, tables: Tables) -> bool:
    word, _, rest = text.partition(" ")
    if word == "not":
        return not _clause(rest, tables)
    if word == "certain":
        return bool(tables[rest].lines) and not any(doubts(tables[rest].lines))
    if word == "shown":
        return bool(tables[rest].lines) if _FORM.fullmatch(rest) else any(not is_nothing(f) for f in _all(rest, tables))
    if word == "column":
        form, _, key = rest.partition(" ")
        return tables[form].has_column(key)
    if word == "nothing":
        return all(map(is_nothing, _all(rest, tables)))
    if word == "apart":
        *parts, whole = (figure for cell in rest.split() for figure in _all(cell, tables))
        return not any(_same(part, whole) for part in parts)
    if " = " in text:
        left, right = (_all(side, tables) for side in text.split(" = "))
        return len(left) == len(right) == 1 and _same(left[0], right[0])
    if text not in conditions():
        raise NotAnIdentity(f"{text!r} is no condition")
    return holds(conditions()[text].holds, tables)


def _all(text: str, tables: Tables) -> list[Figure]:
    match = _CELL.fullmatch(text.strip())
    if match is None:
        raise NotAnIdentity(f"{text!r} is no cell of a condition")
    rows = tables[match["form"]].of(row_name(match["row"]))
    return [figure for line in rows if (figure := line.figure(match["key"])) is not None]


def _same(left: Figure, right: Figure) -> bool:
    if left.doubt or right.doubt or left.amount is None or right.amount is None:
        return False
    return left.amount.value == right.amount.value
