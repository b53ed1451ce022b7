"""The identities of the table as rules: one rule for each of its claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from juesuan.accounts import Accounts
from juesuan.checks import Check
from juesuan.identities import Claim, claims
from juesuan.identities.evaluate import evaluate
from juesuan.identities.selection import Tables, tables_of
from juesuan.rules.registry import Rule, declare


def as_rule(claim: Claim) -> Rule:
    """A rule that tries all identities of a claim."""

    def test(accounts: Accounts) -> Iterator[Check]:
        tables = tables_of(accounts)
        for identity in claim.identities:
            yield from evaluate(identity, tables)

    return Rule(claim.rule, claim.family, claim.basis, claim.en, claim.zh, test)


def register(given: Iterable[Claim]) -> None:
    """Add claims to the catalogue.

    Raises `NotAnIdentity` for a form or condition that is not known, ValueError for a name that the
    catalogue has already, or an unknown family.
    """
    nothing = Tables(Accounts("", "", "", ""))
    for claim in given:
        for identity in claim.identities:
            list(evaluate(identity, nothing))
        declare(as_rule(claim))


register(claims())
