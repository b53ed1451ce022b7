"""The small language in which identities (勾稽关系) are written, and its parser.

    01[本年收入合计].income == 02[合计].total
    05[*].total == basic + project
    03[*].* == sum 03[below *].*
    06[30217].final <= 09[三公].final:reception

A side is one cell or cells added and taken off. A cell is `form[row].column`: two digits, a row and a
column's key. A row is a code, a name of `rows.csv` or a label; `*` is every row, and in two forms every
function code that both show; `below *` are the rows one level below it. A column alone is of the form
and row of the cell before it; `*` is every column. `a:b` is a part of the column `a`: in a sum of both it
counts only where `a` is not shown; `a:*` are all its parts that are shown. `sum` adds all rows that the name means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

EVERY = "*"
PARTS = ":*"  # behind a key: all parts of the column
BELOW = "below *"
RELATIONS = ("==", "<=")

_CELL = re.compile(r"(?P<sum>sum\s+)?(?P<form>\d\d)\[(?P<row>[^\]]+)\]\.(?P<key>\*|[a-z\d:]+)")
_KEY = re.compile(r"[a-z][a-z\d:]*(?::\*)?")
_SIGN = re.compile(r"\s+([+-])\s+")
_RELATION = re.compile(rf"\s+({'|'.join(RELATIONS)})\s+")


class NotAnIdentity(ValueError):
    """A text that is no identity; the message says what was expected where."""


@dataclass(frozen=True, slots=True)
class Cells:
    """One term: the cells in a form's rows and column, taken with a sign; `summed` where several rows are meant."""

    form: str
    row: str
    key: str
    sign: int = 1
    summed: bool = False

    def __str__(self) -> str:
        return f"{'sum ' if self.summed else ''}{self.form}[{self.row}].{self.key}"


@dataclass(frozen=True, slots=True)
class Equation:
    """What one identity claims: `left` equals `right`, or is at most `right`; `forms` are those it speaks of."""

    text: str
    left: tuple[Cells, ...]
    relation: str
    right: tuple[Cells, ...]
    forms: tuple[str, ...]

    @property
    def terms(self) -> tuple[Cells, ...]:
        return (*self.left, *self.right)

    @property
    def by_row(self) -> bool:
        """Whether it is claimed of every row rather than of single cells."""
        return self.left[0].row == EVERY

    @property
    def normal(self) -> tuple[str, frozenset[tuple[str, int]]]:
        """The same for every way of writing one claim: sides swapped, terms in another order."""
        moved = [(str(term), term.sign) for term in self.left] + [(str(term), -term.sign) for term in self.right]
        turned = [(name, -sign) for name, sign in moved]
        chosen = min(sorted(moved), sorted(turned)) if self.relation == "==" else moved
        return self.relation, frozenset(chosen)


def parse(text: str) -> Equation:
    """An identity out of its text. Raises `NotAnIdentity`."""
    parts = _RELATION.split(text.strip())
    if len(parts) != 3:
        raise NotAnIdentity(f"{text!r}: expected one of {' '.join(RELATIONS)} between two sides")
    first = _cell(_SIGN.split(parts[0])[0])
    if first is None:
        raise NotAnIdentity(f"{text!r}: the first cell must name its form and row, as 05[*].total")
    left, right = (tuple(_side(side, first, text)) for side in (parts[0], parts[2]))
    if len(left) > 1 and parts[1] != "==":
        raise NotAnIdentity(f"{text!r}: only one cell can be at most another")
    forms = tuple(dict.fromkeys(term.form for term in (*left, *right)))
    return Equation(" ".join(text.split()), left, parts[1], right, forms)


def _side(text: str, first: Cells, whole: str) -> Iterator[Cells]:
    terms = _SIGN.split(text.strip())
    for sign, term in zip(["+", *terms[1::2]], terms[::2], strict=True):
        cell = _cell(term) or (replace(first, key=term, summed=False) if _KEY.fullmatch(term) else None)
        if cell is None:
            raise NotAnIdentity(f"{whole!r}: {term!r} is no cell; expected form[row].column, as 05[合计].total")
        yield replace(cell, sign=1 if sign == "+" else -1)


def _cell(text: str) -> Cells | None:
    match = _CELL.fullmatch(text.strip())
    return Cells(match["form"], match["row"], match["key"], summed=bool(match["sum"])) if match else None
