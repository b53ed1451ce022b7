"""From the names in an identity to the rows and figures of one department's forms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import takewhile
from weakref import ReferenceType, ref

from juesuan.accounts import Accounts, bare
from juesuan.amounts import Amount
from juesuan.checks import Evidence, Figure
from juesuan.forms.classification import function_class, is_name_of
from juesuan.forms.description import BUDGET, PRIOR, Layout
from juesuan.forms.statutory import BY_NUMBER
from juesuan.forms.text import without_ordinal
from juesuan.identities.language import NotAnIdentity
from juesuan.identities.table import RowName, row_name
from juesuan.lines import Line, form_name, key_name, quoted

TOTAL = row_name("合计")
SUB_TOTALS = (row_name("人员经费合计"), row_name("公用经费合计"))
FILLED = "filled"  # the kind of a row in which a blank says that there is nothing
OPENING = ":opening"  # of a key: the same column, in the rows of the carry-over
_ABOVE = (5, 3)  # digits of the codes that an item and a section stand below


class Table:
    """One form of a department: its rows by name, by code and by level."""

    def __init__(self, number: str, lines: Sequence[Line]) -> None:
        self.number = number
        self.spec = BY_NUMBER[number]
        self.lines = merged(lines) if self.spec.layout is Layout.PUBLIC else list(lines)
        self._named: dict[str, list[Line]] = {}

    @property
    def has_codes(self) -> bool:
        """Whether its rows are known by function or economic codes."""
        return has_codes(self.number)

    @property
    def is_two_sided(self) -> bool:
        """Whether income stands beside expenditure, and functions are told by the names of their classes."""
        return self.spec.layout is Layout.TWO_SIDED

    @property
    def is_in_blocks(self) -> bool:
        """Whether its accounts stand side by side, so that rows do not follow one another by code."""
        return self.spec.layout is Layout.ECONOMIC

    @cached_property
    def name(self) -> str:
        """As the document calls it: by its printed number, else by its name."""
        return form_name(self.lines[0].form) if self.lines else self.spec.name

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The known columns that hold figures, in the form's order; in a budget those of the year before too."""
        return tuple(dict.fromkeys(key for line in self.lines for key in line.facts if self._is_known(key)))

    def _is_known(self, key: str) -> bool:
        measure, _, bare = key.rpartition(":")
        return key in self.known or (self.spec.measure == BUDGET and measure == PRIOR and bare in self.known)

    @cached_property
    def known(self) -> frozenset[str]:
        """The keys of all columns that the form is known to have."""
        return frozenset(self.spec.keys)

    def has_column(self, key: str) -> bool:
        """Whether the form has a column, with figures or without."""
        columns = {key for line in self.lines[:1] for key in line.form.columns}
        return key.removesuffix(OPENING) in columns or any(key in line.facts for line in self.lines)

    def of(self, name: RowName) -> list[Line]:
        """All rows that a name means."""
        if name.name not in self._named:
            answers = [line for line in self.lines if any(_answers(line, pattern) for pattern in name.patterns)]
            self._named[name.name] = answers
        return self._named[name.name]

    def row(self, name: RowName, key: str) -> Line | None:
        """The one row of a name in which a column holds a figure or is in doubt; None where several do."""
        for pattern in name.patterns:
            found = [line for line in self._labelled(pattern) if key in line.facts or line.doubt]
            if len(found) == 1:
                return found[0]
        return None

    def figure(self, name: RowName, key: str) -> Figure | None:
        """The figure in that row; None where it is blank, and nothing is said by the blank."""
        line = self.row(name, key)
        if line is None and name.kind == FILLED:
            return self._blank(key)
        return line.figure(key) if line else None

    def listed(self, name: RowName, key: str, whole: Line | None) -> list[Figure]:
        """The figures in the rows of a name; where some stand above the row of their whole, only those."""
        rows = [line for line in self.of(name) if key in line.facts or line.doubt]
        before = {id(line) for line in self.lines[: self._place(whole)]}
        above = [line for line in rows if id(line) in before]
        return [figure for line in _without_parts(above or rows, key) if (figure := line.figure(key))]

    @cached_property
    def families(self) -> list[tuple[Line, list[Line]]]:
        """Each row with the rows one level below it, by code; the total with the highest codes.

        Where sub-totals stand between the total and the codes, the total has no such rows.
        """
        coded = self._each_code_once
        codes = {line.code for line in coded}
        below: dict[str, list[Line]] = {}
        for line in coded:
            above = next((line.code[:n] for n in _ABOVE if n < len(line.code) and line.code[:n] in codes), "")
            below.setdefault(above, []).append(line)
        total = None if any(self.of(name) for name in SUB_TOTALS) else self.total
        highest = [(total, below[""])] if total is not None and "" in below else []
        return highest + [(line, below[line.code]) for line in coded if line.code in below]

    @cached_property
    def _each_code_once(self) -> list[Line]:
        """The rows with a code; of an item above its projects, which bear its code too, the item alone."""
        alike: dict[str, list[Line]] = {}
        for line in self.lines:
            if line.code:
                alike.setdefault(line.code, []).append(line)
        return [line for lines in alike.values() for line in (lines[:1] if _stands_for(lines) else lines)]

    @cached_property
    def total(self) -> Line | None:
        """The row of grand totals of a form with codes."""
        uncoded = [line for line in self.lines if not line.code]
        for pattern in TOTAL.patterns:
            found = [line for line in uncoded if _answers(line, pattern)]
            if len(found) == 1:
                return found[0]
        return None

    def by_code(self, key: str) -> dict[str, Figure]:
        """The figures of a column by function or economic code; in two-sided forms by that of the class named."""
        found: dict[str, Figure] = {}
        for line in self.lines:
            code = function_class(line.item) if self.is_two_sided else line.code
            if code and code not in found and (figure := line.figure(key)) is not None:
                found[code] = figure
        return found

    @cached_property
    def _by_label(self) -> dict[str, list[Line]]:
        index: dict[str, list[Line]] = {}
        for line in self.lines:
            for label in {line.code, bare(line.item)}:
                index.setdefault(label, []).append(line)
        return index

    def _blank(self, key: str) -> Figure | None:
        """Zero for a blank in the only row that shows other figures of a measure, for certain."""
        measure = key.rpartition(":")[0]
        beside = [[fact for each, fact in line.facts.items() if each.startswith(measure)] for line in self.lines]
        if len(beside) != 1 or not beside[0] or not self.has_column(key):
            return None
        (line,), (facts,) = self.lines, beside
        label, doubt = (
            f"{line.label(key)}（空白）",
            line.doubt or next((fact.doubt for fact in facts if fact.doubt), ""),
        )
        evidence = Evidence(facts[0].quote, facts[0].place, self.number, line.name)
        return Figure(label, Amount(Decimal(0), facts[0].amount.unit, 0, "0"), (evidence,), doubt)

    def _labelled(self, pattern: str | re.Pattern[str]) -> list[Line]:
        if isinstance(pattern, str):
            return self._by_label.get(pattern, [])
        return [line for line in self.lines if _answers(line, pattern)]

    def _place(self, whole: Line | None) -> int:
        return next((i for i, line in enumerate(self.lines) if line is whole), 0)


class Tables:
    """The forms of a department, each looked up once."""

    def __init__(self, accounts: Accounts) -> None:
        self.year = accounts.year
        self._accounts = accounts
        self._known: dict[str, Table] = {}
        self.conditions: dict[str, bool] = {}

    def __getitem__(self, number: str) -> Table:
        if number not in BY_NUMBER:
            raise NotAnIdentity(f"there is no form {number}")
        if number not in self._known:
            self._known[number] = Table(number, self._accounts.lines(number))
        return self._known[number]

    def cell(self, form: str, row: str, key: str) -> Figure | None:
        """The figure in a form's one row of a name and a column; None where it is blank or missing."""
        return self[form].figure(row_name(row), key)


_latest: list[tuple[ReferenceType[Accounts], Tables]] = []


def tables_of(accounts: Accounts) -> Tables:
    """The forms of a department; asked for the same accounts again, as each rule does, the same."""
    if not _latest or _latest[0][0]() is not accounts:
        _latest[:] = [(ref(accounts), Tables(accounts))]
    return _latest[0][1]


def cell(accounts: Accounts, form: str, row: str, key: str) -> Figure:
    """The figure in a form's one row of a name and a column; where there is none, one that says why."""
    table = tables_of(accounts)[form]
    label = f"{table.name}{quoted(row)}{key_name(form, key)}"
    if not table.lines:
        return Figure(label, doubt=f"没有读到{table.name}")
    figure = table.figure(row_name(row), key)
    if figure is not None:
        return figure
    match len(table.of(row_name(row))):
        case 0:
            return Figure(label, doubt=f"{table.name}没有{quoted(row)}一行")
        case 1:
            return Figure(label, doubt="这一格为空白")
        case _:
            return Figure(label, doubt=f"{table.name}有几行{quoted(row)}，或其格为空白")


def has_codes(number: str) -> bool:
    """Whether a form's rows are known by codes."""
    return BY_NUMBER[number].layout in (Layout.CODED, Layout.ECONOMIC)


def is_nothing(figure: Figure | None) -> bool:
    """Whether a cell is blank, or displays zero, for certain."""
    return figure is None or (not figure.doubt and (figure.amount is None or figure.amount.value == 0))


def merged(lines: Sequence[Line]) -> list[Line]:
    """Form 09's rows of figures; where its items are rows, one row of them all."""
    wide = [line for line in lines if len({key.partition(":")[2] for key in line.facts} - {""}) > 1]
    if wide:
        return wide
    facts = {key: fact for line in reversed(lines) for key, fact in line.facts.items()}
    return [Line(lines[0].form, "", "", facts)] if len(facts) > 1 else []


def _stands_for(lines: Sequence[Line]) -> bool:
    """Whether the first of several rows with one code is the item itself and the others are made of it.

    Then it alone bears the name of the code, or shows in some column what all the others come to.
    """
    first, *others = lines
    named = is_name_of(first.code, first.item) and not any(is_name_of(line.code, line.item) for line in others)
    return bool(others) and (named or any(_is_sum(first, others, key) for key in first.facts))


def _without_parts(lines: Sequence[Line], key: str) -> list[Line]:
    """The rows without those that have no ordinal and come to the row with one above them: they are its parts."""
    found: list[Line] = []
    rest = list(lines)
    while rest:
        first = rest.pop(0)
        found.append(first)
        below = list(takewhile(lambda line: not _has_ordinal(line), rest))
        if _has_ordinal(first) and below and key in first.facts and _is_sum(first, below, key):
            rest = rest[len(below) :]
    return found


def _has_ordinal(line: Line) -> bool:
    return without_ordinal(line.item) != line.item.strip()


def _is_sum(first: Line, others: Sequence[Line], key: str) -> bool:
    parts = [line.facts[key].amount for line in others if key in line.facts]
    whole = first.facts[key].amount
    difference = abs(whole.value - sum((part.value for part in parts), Decimal(0)))
    return bool(whole.value) and difference <= sum((part.half for part in parts), whole.half)


def _answers(line: Line, pattern: str | re.Pattern[str]) -> bool:
    if isinstance(pattern, str):
        return pattern in (line.code, bare(line.item))
    return pattern.fullmatch(bare(line.item)) is not None


def doubts(lines: Sequence[Line]) -> Iterator[str]:
    """Why rows were not read with certainty."""
    return (line.doubt for line in lines if line.doubt)
