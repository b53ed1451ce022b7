"""One body over the years: its lines by code, so that an account keeps its series when it is renamed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from juesuan.accounts import Accounts
from juesuan.amounts import YUAN
from juesuan.kinds.kind import Kind
from juesuan.records import Fact

TOTAL = "合计"


@dataclass(frozen=True, slots=True)
class Series:
    """One line over the years: amounts in 元 by year; a year in which it was not shown for certain is left out.

    `code` is "" for the total, `name` the latest one, `former` the names before it, latest first.
    """

    code: str
    name: str
    values: Mapping[str, Decimal]
    former: tuple[str, ...] = ()


def final_years(known: Iterable[Accounts]) -> list[Accounts]:
    """Of one body's documents the final accounts, one a year, in the order of years."""
    by_year: dict[str, Accounts] = {}
    for each in known:
        if each.year and each.kind in (Kind.FINAL_ACCOUNTS, Kind.FORMS):
            by_year.setdefault(each.year, each)
    return [by_year[year] for year in sorted(by_year)]


def series(years: Iterable[Accounts], form: str = "05", key: str = "total") -> list[Series]:
    """The lines of a form over the years: the total, then by code."""
    found: dict[str, dict[str, Fact]] = {}
    for accounts in years:
        for fact in accounts.column(form, key):
            if (fact.code or fact.item == TOTAL) and fact.amount.is_money and not fact.doubt:
                found.setdefault(fact.code, {}).setdefault(accounts.year, fact)
    return [_series(code, by_year) for code, by_year in sorted(found.items())]


def _series(code: str, by_year: Mapping[str, Fact]) -> Series:
    latest_first = [by_year[year].item for year in sorted(by_year, reverse=True)]
    name, *former = dict.fromkeys(latest_first)
    values = {year: fact.amount.into(YUAN).value for year, fact in sorted(by_year.items())}
    return Series(code, name, values, tuple(former))
