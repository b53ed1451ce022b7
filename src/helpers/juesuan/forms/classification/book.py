"""The code book as it is read: one row, one name of one code."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from importlib import resources

CLASS, SECTION, ITEM = 3, 5, 7  # digits of a functional code; an economic account has five
_TABLES = ("functions.csv", "economic.csv")
_ENDINGS = ("01", "02", "03", "50", "99")  # 行政运行, 一般行政管理事务, 机关服务, 事业运行, 其他
_ECONOMIC = "3"  # first digit of economic codes; functional ones begin with 2


class Sureness(StrEnum):
    """How far a row may be relied on."""

    SEEN = "seen"  # three bodies print it
    KNOWN = "known"
    BELIEVED = "believed"  # helps to read, never to accuse


@dataclass(frozen=True, slots=True)
class Account:
    """One name of one code. `first` and `last` are years of accounts, "" where there is no bound."""

    code: str
    name: str
    first: str
    last: str
    sureness: Sureness
    complete: bool
    source: str

    def is_of(self, year: str) -> bool:
        """Whether the code bears this name in the accounts of a year; of an unknown year it does."""
        return not year or ((self.first or year) <= year <= (self.last or year))

    @property
    def is_sure(self) -> bool:
        return self.sureness is not Sureness.BELIEVED


class Book:
    """All rows, by code. The newest name of a code stands last."""

    def __init__(self, rows: Mapping[str, tuple[Account, ...]]) -> None:
        self._rows = dict(rows)

    def __iter__(self) -> Iterator[Account]:
        return (account for rows in self._rows.values() for account in rows)

    def names(self, code: str) -> tuple[Account, ...]:
        """Every name that a code has borne, the newest last; none for a code that the book lacks."""
        return self._rows.get(code, ())

    def account(self, code: str, year: str = "") -> Account | None:
        """A code as it is in a year, the newest without a year; None where the year has no such code."""
        return next((each for each in reversed(self.names(code)) if each.is_of(year)), None)

    def below(self, code: str) -> list[Account]:
        """The rows of a code and of all codes that begin with it, in their order."""
        return [account for account in self if account.code.startswith(code)]

    def is_complete(self, code: str, year: str) -> bool:
        """Whether the book lists all items of a section, or accounts of an economic class, in a year."""
        found = self.account(code, year)
        return found is not None and found.complete and found.is_sure

    @cached_property
    def economic(self) -> dict[str, str]:
        """The newest name by economic code."""
        return {code: rows[-1].name for code, rows in self._rows.items() if code.startswith(_ECONOMIC)}


def parent_of(code: str) -> str:
    """The code one level above, "" for a class."""
    return code[:-2] if len(code) > CLASS else ""


def ending_is_common(code: str) -> bool:
    """Whether a functional item ends as such items do in every section, listed there or not."""
    return len(code) == ITEM and code[-2:] in _ENDINGS


@cache
def book() -> Book:
    """The packaged code book."""
    rows: dict[str, list[Account]] = {}
    for name in _TABLES:
        text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
        for row in csv.DictReader(text.splitlines()):
            account = Account(
                row["code"],
                row["name"],
                row["first"],
                row["last"],
                Sureness(row["sureness"]),
                row["complete"] == "yes",
                row["source"],
            )
            rows.setdefault(account.code, []).append(account)
    return Book({code: tuple(accounts) for code, accounts in rows.items()})
