"""What the documents of a made city are held against each other for, and where."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from juesuan import across, budget_year, execution, project_results
from juesuan.accounts import Accounts
from juesuan.checks import Check, Outcome
from juesuan.collection import Collection
from juesuan.panel import documents as city
from juesuan.panel import ledger, same_words, units
from panel.made_city import Where


def accounts(known: Collection) -> list[Accounts]:
    return [each.accounts for each in known.audits]


def made(known: Collection, register: Path) -> Iterator[tuple[Where, Check]]:
    """Years, budgets and accounts, targets and results, departments and units, and words in common."""
    documents = accounts(known)
    for years in across.consecutive(documents):
        yield from ((_where(check, years.later), check) for check in across.checks(years))
    for pair in budget_year.together(documents):
        for checks in (budget_year.checks, execution.checks, project_results.checks):
            yield from ((_where(check, pair.final), check) for check in checks(pair))
    for family in units.Families(ledger.read(register)).of(city.of_audits(known.audits)):
        yield from ((_where(check, family.department), check) for check in units.checks(family))
    for check in same_words.checks(map(same_words.explained, documents)):
        whose = (each for each in documents if check.subject.startswith(f"{each.department}{each.year}年"))
        yield _where(check, next(whose)), check


def failed(known: Collection, register: Path) -> list[tuple[Where, Check]]:
    return [(where, check) for where, check in made(known, register) if check.outcome is Outcome.FAILED]


def _where(check: Check, of: Accounts) -> Where:
    return check.rule, of.department, int(of.year)
