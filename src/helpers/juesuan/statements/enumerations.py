"""Totals and their parts as the text unfolds: lists open, nest, and close with their sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from juesuan.records import Measure, Statement
from juesuan.statements.numerals import kind_of

SUMMED = frozenset(
    (Measure.OPENING_BUDGET, Measure.BUDGET, Measure.FINAL, Measure.CHANGE, Measure.COUNT, Measure.RECEIVED)
)
_BALANCE = re.compile(r"结转|结余")
_APART = ("授予", "面向", "单价")


@dataclass(slots=True)
class Enumeration:
    """One list of parts under a total that is found among `candidates` when the first part comes.

    `place` is where the list opens, `claims` whether its wording says that the parts are all,
    `lasting` whether it goes on over paragraphs (taking the first subject of each), `until` the
    offset of the bracket that ends it (-1: none), `before` the subject at hand when it opened,
    `leads` whether its sentence begins with it.
    """

    candidates: tuple[Statement, ...]
    place: str
    claims: bool
    before: str
    lasting: bool = False
    until: int = -1
    leads: bool = False
    total: Statement | None = None
    first: Statement | None = None
    parts: set[str] = field(default_factory=set)
    taken: dict[int, str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        return self.place if self.total is None else place_of(self.total)

    @property
    def totals(self) -> list[Statement]:
        """The total with whatever else was said of it in one breath (budget, final, change)."""
        if self.total is None:
            return []
        same = (self.total.subject, self.total.quote)
        return [said for said in self.candidates if (said.subject, said.quote) == same]


@dataclass(slots=True)
class Enumerations:
    """The lists open at a point of the text, the innermost last, and all there were by their key."""

    open: list[Enumeration] = field(default_factory=list)
    known: dict[str, Enumeration] = field(default_factory=dict)
    totals: dict[str, Enumeration] = field(default_factory=dict)

    def begin(self, listing: Enumeration) -> None:
        self.open.append(listing)

    def place(self, statement: Statement) -> Statement:
        """The statement as a part of the innermost list that takes it, else as it is."""
        for listing in reversed(self.open):
            if _takes(listing, statement):
                listing.parts.add(statement.subject)
                self.known.setdefault(listing.key, listing)
                self.totals.update(dict.fromkeys(map(place_of, listing.totals), listing))
                return replace(statement, group=listing.key, role="part")
        return statement

    def pass_bracket(self, offset: int) -> str | None:
        """Close the lists whose bracket ended before an offset; gives the subject from before them."""
        before = None
        while self.open and 0 <= self.open[-1].until < offset:
            before = self.open.pop().before
        return before

    def separate(self) -> str | None:
        """A semicolon ends the inner of two nested lists; gives the subject from before it."""
        if len([listing for listing in self.open if not listing.lasting]) < 2:
            return None
        return self.open.pop().before

    def end_sentence(self) -> str | None:
        """A full stop ends every list but the lasting ones; gives the subject from before the outermost.

        A sentence that begins with a part and speaks of no other (其中：甲……) leaves it the subject: None.
        """
        ending = [listing for listing in self.open if not listing.lasting]
        self.open = [listing for listing in self.open if listing.lasting]
        if not ending or (ending[0].leads and len(ending[0].parts) < 2):
            return None
        return ending[0].before

    def move_on(self, before: str, item: str) -> None:
        """Another item is named: the lists of items `before` (a path of levels) that it is not under end."""
        self.open = [
            listing
            for listing in self.open
            if not (listing.before and f"{before}/".startswith(f"{listing.before}/"))
            or f"{item}/".startswith(f"{listing.before}/")
        ]

    def end_section(self) -> None:
        self.open = []

    def sums_money(self) -> bool:
        """Whether the innermost list is one of money, so that names in it are accounts."""
        amounts = [total.amount for total in self.open[-1].candidates[:1]] if self.open else []
        return any(amount is not None and amount.is_money for amount in amounts)

    def measure_of(self, key: str) -> Measure:
        """What a list's total measures, for parts that say no measure of their own."""
        total = self.known[key].total
        return Measure.FINAL if total is None else total.measure

    def admit_more(self) -> None:
        """The innermost list ends with 等: it does not name all."""
        if self.open:
            self.open[-1].claims = False

    def break_off(self) -> None:
        """The text breaks off within a sentence, so that no list of that sentence is known to be whole."""
        for listing in self.open:
            listing.claims = listing.claims and listing.lasting

    def settle(self, statements: Sequence[Statement]) -> list[Statement]:
        """The statements with totals marked, and every member told whether the parts claim to be all."""
        return [self._settled(statement) for statement in statements]

    def _settled(self, statement: Statement) -> Statement:
        if statement.role == "part":
            return replace(statement, complete=_is_complete(self.known[statement.group]))
        own = self.totals.get(place_of(statement))
        if own is None or statement.role:
            return statement
        return replace(statement, group=own.key, role="total", complete=_is_complete(own))


def place_of(statement: Statement) -> str:
    """The place of a statement as lists are known by it."""
    return f"{statement.paragraph}:{statement.offset}"


def _is_complete(listing: Enumeration) -> bool:
    balances = all(map(_BALANCE.search, listing.parts))  # what was carried in and on is never all of a total
    return listing.claims and len(listing.parts) > 1 and not balances


def _takes(listing: Enumeration, statement: Statement) -> bool:
    if statement.role or statement.measure not in SUMMED | {Measure.SHARE}:
        return False
    if statement.measure is Measure.SHARE:
        return statement.subject in listing.parts
    if listing.first is None:
        if not _finds_total(listing, statement):
            return False
        listing.first = statement
    whole = "" if listing.total is None else listing.total.subject
    if statement.subject == whole or (statement.subject.startswith(_APART) and not whole.startswith(_APART)):
        return False
    if not _alike(listing.total or listing.first, statement):
        return False
    return not listing.lasting or listing.taken.setdefault(statement.paragraph, statement.subject) == statement.subject


def _finds_total(listing: Enumeration, statement: Statement) -> bool:
    """Settle the total of a list by its first part; False where the part is of another kind."""
    alike = [total for total in listing.candidates if _alike(total, statement)]
    same = [total for total in alike if total.measure is statement.measure]
    moved = statement.measure is Measure.CHANGE
    near = [total for total in alike if (total.measure is Measure.CHANGE) is moved]
    listing.total = next(iter([*same, *near]), None)
    return listing.total is not None or not listing.candidates


def _alike(total: Statement, part: Statement) -> bool:
    """Whether two figures are of one kind: both money, or the same thing counted."""
    if total.amount is None or part.amount is None:
        return part.measure is not Measure.COUNT
    kinds = kind_of(total.amount.unit), kind_of(part.amount.unit)
    return kinds[0] == kinds[1] and (kinds[0] != "count" or total.amount.unit == part.amount.unit)
