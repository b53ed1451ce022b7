"""Everything one department's disclosure of one year says, ready for rules and notebooks."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TypeVar

from juesuan.checks import Figure
from juesuan.document import File, Leaf, Paragraph, Place
from juesuan.forms.listing import key_of, meant
from juesuan.kinds.gap import Gap
from juesuan.kinds.kind import Kind, Scope
from juesuan.lines import Line
from juesuan.naming import Naming, Tie
from juesuan.passages import Prose, cells, prose
from juesuan.privacy import PersonalDatum
from juesuan.records import (
    Coverage,
    Evaluation,
    Fact,
    Form,
    Measure,
    Section,
    Statement,
)

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")

_ORDINAL = re.compile(
    r"^(?:[一二三四五六七八九十]+\s*[、.．]|[（(][一二三四五六七八九十\d]+[）)][、.．]?|\d+\s*[、.．]?)(?=\D)"
)
_LOOSE = re.compile(r"[\s“”\"'（）()、，,：:．.]")


@lru_cache(maxsize=8192)
def bare(label: str) -> str:
    """A row label without ordinal, spaces, brackets and quotation marks: what two forms share."""
    return _LOOSE.sub("", _ORDINAL.sub("", label.strip()))


@dataclass(frozen=True, repr=False)
class Accounts:
    """One body, one year, one kind of document.

    `department` and `year` come from the document itself; `names` holds every way in which the
    body is named with the places, `year` is four digits or "". `paragraphs` are those of the
    document, `places` those of its lines (`Paragraph.line_at` gives the index). `personal` is what
    the document publishes of natural persons, already masked. `unread_evaluations` has a sentence for
    each self-evaluation of which nothing was read. `pages` is how many a PDF has, else 0. `kind` is
    what the document is, told by the lines `recognised`; `scope` whose accounts it holds; `level` and
    `region` are "" where it does not tell them; `gaps` are what of the document was not read.
    `scanned`, `doubted` and `files` are those of the document.
    """

    source: str
    digest: str
    department: str
    year: str
    forms: tuple[Form, ...] = ()
    facts: tuple[Fact, ...] = ()
    sections: tuple[Section, ...] = ()
    contents: tuple[str, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    places: tuple[Place, ...] = ()
    statements: tuple[Statement, ...] = ()
    evaluations: tuple[Evaluation, ...] = ()
    ties: tuple[Tie, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    doubts: tuple[str, ...] = field(default=())
    names: tuple[Naming, ...] = ()
    personal: tuple[PersonalDatum, ...] = ()
    unread_evaluations: tuple[str, ...] = ()
    kind: Kind = Kind.FINAL_ACCOUNTS
    recognised: tuple[str, ...] = ()
    scope: Scope = Scope.DEPARTMENT
    level: str = ""
    region: str = ""
    gaps: tuple[Gap, ...] = ()
    pages: int = 0
    scanned: frozenset[Leaf] = frozenset()
    doubted: frozenset[Place] = frozenset()
    files: tuple[File, ...] = ()

    def __repr__(self) -> str:
        """One line: a notebook shows it, and the whole would be half a million characters."""
        known = " ".join(filter(None, (self.department or self.source, self.year)))
        counts = {
            "forms": self.forms,
            "facts": self.facts,
            "statements": self.statements,
            "evaluations": self.evaluations,
        }
        return f"<Accounts {known}: {', '.join(f'{len(each)} {name}' for name, each in counts.items())}>"

    @cached_property
    def _by_cell(self) -> dict[tuple[str, str, str], list[Fact]]:
        return _grouped(self.facts, lambda fact: (fact.form, fact.code or bare(fact.item), fact.key))

    @cached_property
    def _by_form(self) -> dict[str, Form]:
        return {form.number: form for form in reversed(self.forms)}

    @cached_property
    def prose(self) -> Prose:
        """The paragraphs that stand in no form and no self-evaluation, for rules about wording."""
        claimed = {line for form in self.forms for line in form.lines}
        claimed |= {line for evaluation in self.evaluations for line in evaluation.lines}
        return prose(self.paragraphs, self.places, self.sections, frozenset(claimed))

    @cached_property
    def _by_topic(self) -> dict[str, list[Statement]]:
        index: dict[str, list[Statement]] = {}
        for statement in self.statements:
            steps = statement.topic.split(".")
            for depth in range(len(steps)):
                index.setdefault(".".join(steps[: depth + 1]), []).append(statement)
        return index

    @cached_property
    def _by_subject(self) -> dict[tuple[str, str], list[Statement]]:
        return _grouped(self.statements, lambda each: (_room(each.topic), bare(each.subject)))

    @cached_property
    def _by_measure(self) -> dict[Measure, list[Statement]]:
        return _grouped(self.statements, lambda each: each.measure)

    @cached_property
    def _by_paragraph(self) -> dict[int, list[Statement]]:
        return _grouped(self.statements, lambda each: each.paragraph)

    @cached_property
    def _by_row(self) -> dict[str, dict[tuple[int, str, str], dict[str, Fact]]]:
        index: dict[str, dict[tuple[int, str, str], dict[str, Fact]]] = {}
        for fact in self.facts:
            index.setdefault(fact.form, {}).setdefault((fact.row, fact.code, fact.item), {})[fact.key] = fact
        return index

    @cached_property
    def _lines(self) -> dict[str, list[Line]]:
        index = {}
        for number, form in self._by_form.items():
            figures = self._by_row.get(number, {})
            rows = {(row.row, row.code, row.item): row for row in form.rows}
            index[number] = [
                Line(form, row.code, row.item, figures.get(key, {}), row.doubt) for key, row in rows.items()
            ]
        return index

    def lines(self, form: str) -> Sequence[Line]:
        """A form's rows as rules look at them, each once; none where the document has no such form."""
        return self._lines.get(form, ())

    @cached_property
    def items(self) -> frozenset[str]:
        """The bare labels of all rows of all forms."""
        return frozenset(bare(row.item) for form in self.forms for row in form.rows)

    @cached_property
    def cells(self) -> Prose:
        """The words in the cells of the self-evaluation tables, for rules about wording."""
        return cells(self.evaluations)

    def form(self, number: str) -> Form | None:
        """The form with this number (two digits), None where the document has none."""
        return self._by_form.get(number)

    def fact(self, form: str, row: str, key: str) -> Fact | None:
        """The one figure in a form's row (code, or bare label) and column key.

        None where the cell is blank, the row, column or form is missing, or two rows answer to it. Raises
        `UnknownForm`, and `UnknownColumn` for a key that no form has.
        """
        found = self._by_cell.get((form, row, key), [])
        if not found:
            meant(form, key)
        return found[0] if len(found) == 1 else None

    def cell(self, form: str, row: str, column: str) -> Figure:
        """The figure in a form's row and column as one side of a check, labelled as a reader knows it.

        `row` is a code, a label or a name of `identities/rows.csv` (合计, 年末结转和结余: however a place words them),
        `column` a key or a column's name (`juesuan forms 05`). A blank or missing cell gives a figure without
        amount and with the reason, so that its check is `unchecked`. Raises `UnknownForm` and `UnknownColumn`.
        """
        from juesuan.identities.selection import cell  # which knows accounts

        return cell(self, form, row, key_of(form, column))

    def column(self, form: str, key: str) -> Iterator[Fact]:
        """All figures in one column of a form, in the form's order; raises as `fact`."""
        meant(form, key)
        return (fact for fact in self.facts if fact.form == form and fact.key == key)

    def said(self, topic: str, measure: Measure | str | None = None, subject: str | None = None) -> list[Statement]:
        """Statements of a section (by topic key), narrowed by measure and subject; raises as `under`."""
        wanted = None if measure is None else Measure(measure)
        return [
            statement
            for statement in self.under(topic)
            if statement.topic == topic
            and (wanted is None or statement.measure is wanted)
            and (subject is None or bare(statement.subject) == bare(subject))
        ]

    def under(self, topic: str) -> Sequence[Statement]:
        """Statements of a section and of the sections below it, by topic key; raises `UnknownTopic`."""
        found = self._by_topic.get(topic)
        if found is None:
            from juesuan.statements.topics import check  # whose package knows accounts

            check(topic)
        return found or ()

    def measured(self, measure: Measure) -> Sequence[Statement]:
        """Statements of one measure."""
        return self._by_measure.get(measure, ())

    def within(self, first: int, last: int) -> Iterator[Statement]:
        """Statements of the paragraphs `first` … `last`, in their order."""
        return (each for paragraph in range(first, last + 1) for each in self._by_paragraph.get(paragraph, ()))

    def alike(self, statement: Statement) -> Sequence[Statement]:
        """Statements of the same subject in the same section or one beside it, the one given among them."""
        return self._by_subject.get((_room(statement.topic), bare(statement.subject)), ())


def _grouped(items: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    index: dict[K, list[T]] = {}
    for item in items:
        index.setdefault(key(item), []).append(item)
    return index


def _room(topic: str) -> str:
    """The section that a topic belongs to, whatever its subsection."""
    return topic.partition(".")[0]
