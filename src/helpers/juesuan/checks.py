"""Checks: two sides of a claim held against each other, with one of five outcomes."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from decimal import Decimal
from enum import StrEnum
from operator import attrgetter

from juesuan.amounts import Amount
from juesuan.document import Place
from juesuan.records import Entry, Fact, Statement


class Outcome(StrEnum):
    PASSED = "passed"
    ROUNDING = "rounding"
    FAILED = "failed"
    UNCHECKED = "unchecked"
    NOT_APPLICABLE = "not_applicable"


class Severity(StrEnum):
    """How a failed check is reported: arithmetic and fact as error, conduct as notice, a mere question as review."""

    ERROR = "error"
    NOTICE = "notice"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place in the source that shows one side: the words as displayed and where they stand.

    `document` names the source where a check holds several documents against each other, else it is "".
    """

    quote: str
    place: Place
    form: str = ""
    row: str = ""
    column: str = ""
    document: str = ""

    def __hash__(self) -> int:
        return hash((self.quote, self.column))  # thousands are told apart in each audit


@dataclass(frozen=True, slots=True)
class Figure:
    """One side of a check: an amount with a name a reader understands and its evidence.

    `amount` is None where the document says nothing there; `doubt` holds the reason why the
    figure is missing or not certain, and such a figure makes a check `unchecked`. `placed_by` names the
    identity that chose its column (`Fact.placed_by`). `parts` are the displayed figures out of which this one
    was computed, none for one that is displayed itself.
    """

    label: str
    amount: Amount | None = None
    evidence: tuple[Evidence, ...] = ()
    doubt: str = ""
    placed_by: str = ""
    parts: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """One check made: what was compared, how it came out, and the words to report it with.

    `left` is what the document states, `right` what it should be (a displayed figure, or one
    computed from displayed ones). `difference` and `tolerance` are in the unit of `left`.
    `reason` says why a check could not be made or does not apply. `zh` and `en` are one
    sentence each, for a finding. `terms` are the figures compared, each with its sign: together they
    come to nothing, or to no more than nothing where `bounded`. `misplaced` are the cells whose figures a
    failed check says to stand where they do not belong, so that other differences there follow from it.
    `rule`, `family` and `basis` are filled in by the registry.
    """

    subject: str
    outcome: Outcome
    left: Figure | None = None
    right: Figure | None = None
    difference: Decimal | None = None
    tolerance: Decimal | None = None
    reason: str = ""
    zh: str = ""
    en: str = ""
    severity: Severity = Severity.ERROR
    evidence: tuple[Evidence, ...] = ()
    stated: str = ""
    expected: str = ""
    terms: tuple[tuple[int, Figure], ...] = ()
    bounded: bool = False
    misplaced: tuple[Evidence, ...] = ()
    rule: str = ""
    family: str = ""
    basis: str = ""

    def called(self, rule: str, family: str, basis: str) -> Check:
        """The same check under the name of the rule that made it."""
        return Check(*(*_BEFORE_RULE(self), rule, family, basis))


# in each audit a thousand checks are named so: this takes half the time of `dataclasses.replace`
_BEFORE_RULE = attrgetter(*[field.name for field in fields(Check)][:-3])


def of_fact(fact: Fact | None, label: str, missing: str = "") -> Figure:
    """A form's cell as one side of a check; `missing` is the reason where there is none."""
    if fact is None:
        return Figure(label, doubt=missing or f"{label}：表中没有这一数")
    evidence = Evidence(fact.quote, fact.place, fact.form, fact.code or fact.item, fact.column)
    return Figure(label, fact.amount, (evidence,), fact.doubt, fact.placed_by)


def of_statement(statement: Statement, label: str = "") -> Figure:
    """A figure said in prose as one side of a check; by itself it is called as its subject is."""
    evidence = Evidence(statement.quote, statement.place)
    return Figure(label or statement.subject, statement.amount, (evidence,), statement.doubt)


def standing_in(document: str, figure: Figure) -> Figure:
    """One side of a check between documents, with the name of the one in which it stands."""
    evidence = tuple(replace(each, document=document) for each in figure.evidence)
    return replace(figure, evidence=evidence, parts=tuple(standing_in(document, part) for part in figure.parts))


def of_entry(entry: Entry, label: str, quote: str = "") -> Figure:
    """A cell of a self-evaluation as one side of a check."""
    evidence = Evidence(quote or entry.text, entry.place)
    return Figure(label, entry.amount, (evidence,), entry.doubt)
