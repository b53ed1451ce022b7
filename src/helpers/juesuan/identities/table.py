"""The tables of identities (`final_accounts.csv`, `budget.csv`) as they are read: one row, one identity.

An auditor adds rows in a file of the same columns; `load` reads it. A rule's family, basis and claim
stand in the first of its rows.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, cached_property
from importlib import resources
from pathlib import Path

from juesuan.checks import Severity
from juesuan.identities.language import EVERY, Equation, NotAnIdentity, parse

TABLES = ("final_accounts.csv", "budget.csv")
OWN_BASIS = "自定勾稽关系"
_COLUMNS = {"rule", "identity"}  # without these a file is no table of identities
_ANY = re.compile(r"[.*?(\[|]")


@dataclass(frozen=True, slots=True)
class Identity:
    """One row of the table.

    `subject` and `parts` name the identity and its right side in Chinese, `when` is the condition
    under which it is claimed, `first` and `last` the years of accounts ("" = no bound).
    """

    rule: str
    equation: Equation
    subject: str = ""
    parts: str = ""
    when: str = ""
    severity: Severity = Severity.ERROR
    first: str = ""
    last: str = ""

    @property
    def name(self) -> str:
        """The identity by what it says: unique in a table, and what `Fact.placed_by` holds."""
        return self.equation.text

    def is_due(self, year: str) -> bool:
        """Whether it is claimed of the accounts of a year; of an unknown year it is."""
        return not year or ((self.first or year) <= year <= (self.last or year))


@dataclass(frozen=True, slots=True)
class Claim:
    """A rule that identities make up: its name, family, basis and claim in Chinese and English."""

    rule: str
    family: str
    basis: str
    zh: str
    en: str
    identities: tuple[Identity, ...]


@dataclass(frozen=True)
class RowName:
    """What a name of a row means: labels, codes or patterns of bare labels, the surest first.

    A `total` left blank is missing, not nothing; a `set` means all rows that answer to it; a blank in a
    `filled` row is nothing where the row shows other figures of the same measure.
    """

    name: str
    labels: tuple[str, ...]
    kind: str = "item"

    @cached_property
    def patterns(self) -> tuple[str | re.Pattern[str], ...]:
        return tuple(re.compile(label) if _ANY.search(label) else label for label in self.labels)


@dataclass(frozen=True, slots=True)
class RowIdentity:
    """An identity within each row of one form: `whole` is the sum of `parts`, each a sign and a column's key."""

    name: str
    whole: str
    parts: tuple[tuple[int, str], ...]


def load(path: Path) -> tuple[Claim, ...]:
    """The claims in a table of identities, in UTF-8 or as a Chinese spreadsheet saves it (GB18030).

    Raises `NotAnIdentity` for a row that cannot be read, with its number, and OSError.
    """
    from juesuan.readers.encoding import decode  # readers know identities

    text = decode(path.read_bytes())
    if text is None:
        raise NotAnIdentity(f"{path.name}: is no text; save the table as CSV")
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    headings = [(name or "").strip() for name in rows.fieldnames or ()]
    if missing := _COLUMNS.difference(headings):
        near = [close[0] for name in sorted(missing) if (close := get_close_matches(name, headings, n=1))]
        guess = f" (is it {' and '.join(near)}?)" if near else ""
        found = ", ".join(filter(None, headings)) or "nothing"
        needed = " and ".join(sorted(missing))
        raise NotAnIdentity(f"{path.name}: the first row must name the columns {needed}{guess}; it names {found}")
    return _claims(rows, path.name)


@cache
def claims() -> tuple[Claim, ...]:
    """The claims of the final accounts, and those of the budget."""
    return tuple(claim for name in TABLES for claim in _claims(_rows(name), name))


@cache
def row_names() -> Mapping[str, RowName]:
    """The rows that the table names, by name."""
    return {row["name"]: RowName(row["name"], tuple(row["labels"].split()), row["kind"]) for row in _rows("rows.csv")}


@cache
def row_name(name: str) -> RowName:
    """A row by its name in the table; a name that the table does not explain is a label or a code."""
    return row_names().get(name) or RowName(name, (name,))


@cache
def row_identities(form: str) -> tuple[RowIdentity, ...]:
    """The identities within each row of a form (two digits), for readers that place figures by them.

    Of those that are claimed on conditions, which no reader can try, the first for a column that has no other.
    """
    found = [
        (identity.when, RowIdentity(identity.name, whole.key, tuple((each.sign, each.key) for each in right)))
        for claim in claims()
        for identity in claim.identities
        for whole, right in [(identity.equation.left[0], identity.equation.right)]
        if identity.equation.relation == "==" and identity.equation.forms == (form,)
        if all(term.row == EVERY for term in identity.equation.terms)
    ]
    sure = {identity.whole for when, identity in found if not when}
    first = {identity.whole: identity for _, identity in reversed(found)}
    return tuple(
        identity
        for when, identity in found
        if not when or (identity.whole not in sure and first[identity.whole] is identity)
    )


@cache
def included_in(form: str) -> frozenset[str]:
    """The forms with the same codes whose rows are each within those of this form."""
    every = (identity.equation for claim in claims() for identity in claim.identities)
    return frozenset(
        each.left[0].form
        for each in every
        if each.by_row and each.relation == "<=" and each.right[0].form == form and each.right[0].row == EVERY
    )


def _rows(name: str) -> list[dict[str, str]]:
    text = resources.files("juesuan.identities").joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _claims(rows: Iterable[Mapping[str, str | None]], source: str) -> tuple[Claim, ...]:
    first: dict[str, dict[str, str]] = {}
    found: dict[str, list[Identity]] = {}
    for number, raw in enumerate(rows, 2):
        row = {key: (value or "").strip() for key, value in raw.items() if isinstance(value, str | None)}
        if not any(row.values()):
            continue
        if missing := _COLUMNS - {key for key, value in row.items() if value}:
            raise NotAnIdentity(f"{source}:{number}: no {' and no '.join(sorted(missing))}")
        first.setdefault(row["rule"], row)
        found.setdefault(row["rule"], []).append(_identity(row, f"{source}:{number}"))
    return tuple(_claim(first[rule], identities) for rule, identities in found.items())


def _claim(row: Mapping[str, str], identities: Iterable[Identity]) -> Claim:
    says = row.get("zh") or row.get("en") or row["identity"]
    return Claim(
        rule=row["rule"],
        family=row.get("family") or "cross_table",
        basis=row.get("basis") or OWN_BASIS,
        zh=says,
        en=row.get("en") or says,
        identities=tuple(identities),
    )


def _identity(row: Mapping[str, str], where: str) -> Identity:
    try:
        equation, severity = parse(row["identity"]), Severity(row.get("severity") or Severity.ERROR)
    except ValueError as error:
        raise NotAnIdentity(f"{where}: {error}") from error
    text = {name: row.get(name, "") for name in ("subject", "parts", "when")}
    return Identity(row["rule"], equation, **text, severity=severity, first=row.get("from", ""), last=row.get("to", ""))
