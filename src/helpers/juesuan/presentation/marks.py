"""Where in its quotation each figure stands: by its own place, not by looking for the same digits."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from juesuan.accounts import Accounts
from juesuan.amounts import Amount
from juesuan.checks import Evidence, Figure
from juesuan.document import Place
from juesuan.findings import Finding
from juesuan.marking import occurrences
from juesuan.records import Entry, Fact, Statement

QUOTED = re.compile(r"“([^“”]+)”")
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?%?")

Stretch = tuple[int, int]


class Marks:
    """The stretches of quotations that hold the figures of some accounts.

    A figure is known by being the very same object as one side of a check, two of one sentence may look alike;
    else by its place, where that is a cell and no line with several of them.
    """

    def __init__(self, *known: Accounts) -> None:
        self._cells: dict[tuple[str, Place], set[Stretch]] = defaultdict(set)
        self._amounts: dict[int, tuple[str, Stretch]] = {}
        self._rows: dict[tuple[str, Place], int] = {}
        self._facts: dict[tuple[str, int], list[Fact]] = defaultdict(list)
        self._kept = known  # so that no other amount takes the identity of one of these
        for accounts in known:
            self._add(accounts)

    def of(self, item: Evidence, finding: Finding) -> list[Stretch]:
        """What is meant in the quotation of a finding's evidence."""
        if named := _named(item, finding):
            return named
        sides = [side for side in (finding.left, finding.right) if side is not None]
        shown = [each for each in displayed(sides) if item in each.evidence]
        meant = {stretch for figure in shown for stretch in self._stretches(figure, item.quote)}
        cells = self._cells[item.quote, item.place]
        if not meant and len(cells) == 1:
            return sorted(cells)
        return sorted(meant) or occurrences(item.quote, _words(sides, finding))

    def _stretches(self, figure: Figure, quote: str) -> list[Stretch]:
        """Where a displayed figure stands in its quotation, by its own place where that is known."""
        known, stretch = self._amounts.get(id(figure.amount), ("", (0, 0)))
        if known == quote:
            return [stretch]
        return [] if figure.amount is None else occurrences(quote, [figure.amount.displayed])

    def row(self, item: Evidence) -> list[Fact]:
        """The cells of the form's row in which the evidence is one, from left to right; none for anything else."""
        number = self._rows.get((item.quote, item.place))
        return [] if number is None else self._facts[item.form, number]

    def _add(self, accounts: Accounts) -> None:
        self._add_facts(accounts)
        for statement in accounts.statements:
            self._add_statement(statement, accounts)
        for evaluation in accounts.evaluations:
            for each in evaluation.indicators:
                named = (each.target, each.actual, each.weight, each.completion, each.score)
                self._add_row(each.quote, each.level3, named)
            for line in evaluation.funds:
                figures = (line.opening, line.budget, line.executed, line.weight, line.rate, line.score)
                self._add_row(line.quote, line.label, figures)

    def _add_facts(self, accounts: Accounts) -> None:
        """Cells of a row from left to right, each behind the one before."""
        ends: dict[tuple[str, int, str], int] = {}
        for fact in accounts.facts:
            row = (fact.form, fact.row, fact.quote)
            self._rows[fact.quote, fact.place] = fact.row
            self._facts[fact.form, fact.row].append(fact)
            stretch = _next(fact.quote, fact.amount.displayed, ends.get(row, 0))
            if stretch:
                ends[row] = stretch[1]
                self._know(fact.amount, fact.quote, fact.place, stretch)

    def _add_statement(self, statement: Statement, accounts: Accounts) -> None:
        if statement.amount is None or not accounts.paragraphs:  # figures out of tables come without their text
            return
        text, quote = accounts.paragraphs[statement.paragraph].text, statement.quote
        start = text.find(quote, max(0, statement.offset - len(quote)), statement.offset + len(quote))
        if start >= 0 and (stretch := _next(quote, statement.amount.displayed, max(0, statement.offset - start))):
            self._amounts[id(statement.amount)] = (quote, stretch)

    def _add_row(self, quote: str, name: str, entries: Iterable[Entry]) -> None:
        """Cells of a self-evaluation's row behind its name, from left to right."""
        start = quote.find(name)
        end = 0 if start < 0 else start + len(name)
        for entry in sorted(entries, key=lambda each: _across(each.place)):
            if entry.amount is not None and (stretch := _next(quote, entry.amount.displayed, end)):
                end = stretch[1]
                self._know(entry.amount, quote, entry.place, stretch)

    def _know(self, amount: Amount, quote: str, place: Place, stretch: Stretch) -> None:
        self._amounts[id(amount)] = (quote, stretch)
        self._cells[quote, place].add(stretch)


def _across(place: Place) -> float:
    if place.box is not None:
        return place.box[0]
    return float(place.cell or 0)


def _next(quote: str, displayed: str, start: int) -> Stretch | None:
    """The first of these figures at or behind an offset."""
    return next((each for each in occurrences(quote, [displayed]) if each[0] >= start), None) if displayed else None


def _words(sides: Sequence[Figure], finding: Finding) -> list[str]:
    """What to look for where no figure was found: those that the sides display, else those in the words."""
    shown = [each.amount.displayed for each in displayed(sides) if each.amount is not None]
    return [each for each in shown if each] or [
        words for said in (finding.stated, finding.expected) for words in _found_of(said, finding)
    ]


def _named(item: Evidence, finding: Finding) -> list[Stretch]:
    """A name that a finding about words holds for right or wrong, where the quotation has it."""
    if finding.left is not None or finding.right is not None:
        return []
    said = [words for each in (finding.stated, finding.expected) for words in (each, *QUOTED.findall(each))]
    names = [words for words in said if len(words) > 1 and not any(map(str.isdigit, words)) and words in item.quote]
    return occurrences(item.quote, names)


def displayed(figures: Iterable[Figure]) -> Iterator[Figure]:
    """The figures as the source displays them; for one that was computed those out of which it was."""
    for figure in figures:
        yield from displayed(figure.parts) if figure.parts else (figure,)


def _found_of(said: str, finding: Finding) -> list[str]:
    """The words as they are where the source has them so, else the numbers in them."""
    if said and any(said in item.quote for item in finding.evidence):
        return [said]
    return NUMBER.findall(said)
