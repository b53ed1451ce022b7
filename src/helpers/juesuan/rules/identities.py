"""The identities of the table as rules: one rule for each of its claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from juesuan.accounts import Accounts, bare
from juesuan.checks import Check
from juesuan.errors import JuesuanError
from juesuan.forms.classification.book import book
from juesuan.forms.listing import UnknownColumn, UnknownForm, key_of
from juesuan.forms.statutory import BUDGET
from juesuan.identities import Claim, Identity, NotAnIdentity, claims, load
from juesuan.identities.evaluate import evaluate
from juesuan.identities.language import BELOW, EVERY, PARTS, parse
from juesuan.identities.selection import Tables, tables_of
from juesuan.identities.table import row_names
from juesuan.rules import own
from juesuan.rules.registry import Rule, declare

CODES = (3, 5, 7)  # digits of classes, sections and items
ALIKE, ALIKE_SHORT = 0.7, 0.5  # from which a row that is not known was probably meant to be a known one
SHORT = 3  # characters of a label in which one other character is much


class IdentitiesNotLoaded(JuesuanError):
    """A table of identities that cannot be used, with what is wrong in it."""


def as_rule(claim: Claim) -> Rule:
    """A rule that tries all identities of a claim."""

    def test(accounts: Accounts) -> Iterator[Check]:
        tables = tables_of(accounts)
        for identity in claim.identities:
            yield from evaluate(identity, tables)

    forms = {form for identity in claim.identities for form in identity.equation.forms}
    return Rule(claim.rule, claim.family, claim.basis, claim.en, claim.zh, test, budget=forms <= set(BUDGET.by_number))


def identity_rule(text: str) -> Rule:
    """A rule that tries one identity, not declared. Raises `NotAnIdentity`."""
    identity = Identity("identity", parse(text))
    _understood(identity)
    _rows_meant(identity)
    return as_rule(Claim("identity", "cross_table", own.BASIS, text, text, (identity,)))


def register(given: Iterable[Claim], add: Callable[[Rule], None] = declare) -> None:
    """Add claims to the catalogue, all of them or none.

    Raises `NotAnIdentity` for a form, column or condition that is not known, ValueError for a name that the
    catalogue has already, or an unknown family.
    """
    nothing = Tables(Accounts("", "", "", ""))
    made = []
    for claim in given:
        for identity in claim.identities:
            _understood(identity)
            list(evaluate(identity, nothing))
        made.append(as_rule(claim))
    for each in made:
        add(each)


def register_file(path: Path) -> None:
    """Add the claims in a table of one's own. Raises `IdentitiesNotLoaded`, which says what is wrong in which row."""
    try:
        given = load(path)
        for claim in given:
            for identity in claim.identities:
                _rows_meant(identity)
        register(given, own.add)
    except OSError as error:
        raise IdentitiesNotLoaded(f"{path}: cannot be opened: {error.strerror}") from None
    except ValueError as error:
        told = str(error)
        raise IdentitiesNotLoaded(told if told.startswith(path.name) else f"{path}: {told}") from None


def _understood(identity: Identity) -> None:
    """Raises `NotAnIdentity` for a column that its form does not have."""
    for term in identity.equation.terms:
        column = term.key.removesuffix(PARTS)
        try:
            if column != EVERY and (key := key_of(term.form, column)) != column:
                raise NotAnIdentity(f"{identity.name}: write {key} for {column}")
        except (UnknownForm, UnknownColumn) as error:
            raise NotAnIdentity(f"{identity.name}: {error}") from None


def _rows_meant(identity: Identity) -> None:
    """Raises `NotAnIdentity` for a row that was probably mistyped: unknown, and nearly one that is known."""
    for row in {term.row for term in identity.equation.terms} - {EVERY, BELOW}:
        if row.isdigit() and len(row) not in CODES:
            raise NotAnIdentity(f"{identity.name}: {row} is no code; codes have 3, 5 or 7 digits (`juesuan codes`)")
        near = get_close_matches(bare(row), _known_rows(), n=3, cutoff=ALIKE if len(row) > SHORT else ALIKE_SHORT)
        if near and not (row.isdigit() or bare(row) in _known_rows() or ".*" in row):
            raise NotAnIdentity(
                f"{identity.name}: no row {row!r} is known; did you mean {' or '.join(near)}? "
                f"A label that only some documents print is written {row}.*"
            )


@cache
def _known_rows() -> dict[str, None]:
    """Labels of rows: those that identities name, and accounts."""
    named = (label for each in row_names().values() for label in (each.name, *each.labels))
    each_way = (way for label in named for way in label.split("|"))
    return dict.fromkeys(bare(label) for label in (*each_way, *(account.name for account in book())))


register(claims())
