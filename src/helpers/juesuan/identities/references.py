"""What other forms show for a form's rows, by the identities between them: sisters that a column is held against."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from juesuan.checks import Figure
from juesuan.identities.language import BELOW, EVERY, Cells
from juesuan.identities.selection import Tables, has_codes
from juesuan.identities.table import claims

Column = tuple[str, str]  # form and key


@cache
def sisters() -> Mapping[Column, tuple[tuple[Cells, Cells], ...]]:
    """For each column of a form with codes the identities of its rows: the own cells, and the other form's."""
    found: dict[Column, dict[tuple[str, str], tuple[Cells, Cells]]] = defaultdict(dict)
    for claim in claims():
        for identity in claim.identities:
            terms = identity.equation.terms
            if len(terms) == 2 and terms[0].form != terms[1].form and terms[1].row != BELOW:
                for own, other in (terms, terms[::-1]):
                    if _has_codes(own):
                        found[own.form, own.key][str(own), str(other)] = own, other
    return {column: tuple(pairs.values()) for column, pairs in found.items()}


@dataclass(frozen=True, slots=True)
class Reference:
    """What one other form shows for the rows of a column, by code; `listed` where it lists all of them itself."""

    form: str
    figures: Mapping[str, Figure]
    listed: bool


def references(column: Column, tables: Tables) -> list[Reference]:
    """What each other form says the rows of a column should show."""
    found: dict[tuple[str, bool], dict[str, Figure]] = defaultdict(dict)
    for own, other in sisters()[column]:
        if own.row == EVERY:
            found[other.form, True] |= tables[other.form].by_code(other.key)
        elif (figure := tables.cell(other.form, other.row, other.key)) is not None:
            found[other.form, False][own.row] = figure
    return [Reference(form, figures, listed) for (form, listed), figures in found.items()]


def _has_codes(cells: Cells) -> bool:
    return has_codes(cells.form) and (cells.row == EVERY or cells.row.isdigit())
