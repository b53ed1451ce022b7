"""Checks out of identities: each claim tried on one department's forms, with propagated rounding."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from juesuan.checks import Check, Figure, Outcome
from juesuan.compare import at_most, equal, negated, not_applicable, passed, sums_to, unchecked
from juesuan.forms.description import Layout
from juesuan.identities.conditions import holds, unmet
from juesuan.identities.language import BELOW, EVERY, PARTS, Cells
from juesuan.identities.selection import Table, Tables, is_nothing
from juesuan.identities.table import Identity, included_in, row_name
from juesuan.lines import Line, key_name, quoted

NO_FORM = "没有这张表或表中没有数字"
NO_COLUMN = "没有其中一表，或表中没有这一栏"
NO_AMOUNT = "表中没有这一数额"
WHOLE_BLANK = "合计为空"
PARTS_BLANK = "各项均为空"
ONE_BLANK = "一方为空"
OTHER_FORM = "另一表没有这一数额"
NOT_WHOLE = "表中的行不及其所包括的另一表的一半，可能没有读全"
STRANGE = "表中另有未能识别的栏"
PLACED = "这一关系已用来确定数字所在的栏，不再用来核对"
TOTAL = "total"  # the kind of a row that sums others up
_CLASS = 3  # digits of a class's code
_HELD = (Outcome.PASSED, Outcome.ROUNDING)


@dataclass(frozen=True, slots=True)
class Case:
    """An identity tried once: the figures on its two sides, blanks left out, and what was not there.

    `doubt` is why the case proves nothing where it does not hold; `blank` is the reason where a side is blank.
    """

    subject: str
    left: tuple[Figure, ...]
    right: tuple[Figure, ...]
    blank: str
    doubt: str = ""


def evaluate(identity: Identity, tables: Tables) -> Iterator[Check]:
    """All checks that an identity gives; where it says nothing of this department, one that says why."""
    if reason := _not_claimed(identity, tables):
        yield not_applicable(_subject(identity, tables), reason)
        return
    checks = [check for case in _cases(identity, tables) if (check := _check(identity, case)) is not None]
    if not checks:
        reason = NO_FORM if identity.equation.by_row else NO_AMOUNT
        yield not_applicable(_subject(identity, tables), reason)
    elif not holds(identity.when, tables):
        yield unchecked(_subject(identity, tables), unmet(identity.when)[1])
    else:
        yield from checks


def _not_claimed(identity: Identity, tables: Tables) -> str:
    """Why an identity is not claimed of this department; empty where it is."""
    if not identity.is_due(tables.year):
        return f"{tables.year}年度没有这一关系"
    if any(tables[form].spec.is_customary and not tables[form].lines for form in identity.equation.forms):
        return NO_FORM
    if not all(_has_columns(side, tables) for side in (identity.equation.left, identity.equation.right)):
        return NO_COLUMN
    outcome, reason = unmet(identity.when)
    return "" if outcome is Outcome.UNCHECKED or holds(identity.when, tables) else reason


def _has_columns(side: Sequence[Cells], tables: Tables) -> bool:
    """Whether the forms that the document has can show a side at all."""
    there = [term for term in side if tables[term.form].lines]
    return not there or any(
        term.key == EVERY or any(map(tables[term.form].has_column, _shown(term, tables[term.form].keys)))
        for term in there
    )


def _shown(term: Cells, keys: Iterable[str]) -> list[str]:
    """The columns that a term means: one, or all parts of one that are shown."""
    if not term.key.endswith(PARTS):
        return [term.key]
    return [key for key in keys if key.startswith(term.key.removesuffix(EVERY))]


def _cases(identity: Identity, tables: Tables) -> Iterator[Case]:
    equation = identity.equation
    if not equation.by_row:
        yield _of_cells(identity, tables)
    elif any(term.row == BELOW for term in equation.right):
        yield from _of_levels(identity, tables)
    elif len(equation.forms) == 1:
        yield from _of_rows(identity, tables)
    else:
        yield from _of_codes(identity, *(tables[form] for form in equation.forms))


def _of_cells(identity: Identity, tables: Tables) -> Case:
    """Single cells, and sums over all rows of a name."""
    equation = identity.equation
    first = equation.left[0]
    whole = tables[first.form].row(row_name(first.row), first.key)
    figures: dict[Cells, list[Figure]] = {}
    doubt = ""
    for term in equation.terms:
        name = row_name(term.row)
        if term.summed:
            figures[term] = tables[term.form].listed(name, term.key, whole if term.form == first.form else None)
        else:
            figure = tables[term.form].figure(name, term.key)
            figures[term] = [figure] if figure is not None else []
            if figure is None and name.kind == TOTAL:  # a total left blank is missing, not nothing
                doubt = doubt or f"“{name.name}”为空"
    subject = _subject(identity, tables, whole, first.key)
    left, right = (
        tuple(_signed(figure, term) for term in side for figure in figures[term])
        for side in (equation.left, equation.right)
    )
    if not identity.subject:
        subject = "与".join(figure.label for figure in (*left, *right)) or subject
    elif len(equation.forms) > 1 and len(equation.terms) == 2:
        subject = f"{subject}：{'与'.join(tables[form].name for form in equation.forms)}"
    return Case(subject, left, right, ONE_BLANK if len(equation.terms) == 2 else "", doubt)


def _of_rows(identity: Identity, tables: Tables) -> Iterator[Case]:
    """The columns of each row; nothing is said of a row that shows only what is taken off."""
    equation, table = identity.equation, tables[identity.equation.forms[0]]
    for line in table.lines:
        if any(_shown_in(line, term) for term in equation.terms if term.sign > 0):
            subject = _subject(identity, tables, line, equation.left[0].key)
            left, right = (
                tuple(_signed(f, term) for term in _counted(side, line) if (f := line.figure(term.key)) is not None)
                for side in (equation.left, equation.right)
            )
            yield Case(subject, left, right, "", STRANGE if _has_strange_money(line, table) else "")


def _shown_in(line: Line, term: Cells) -> bool:
    return any(key in line.facts for key in _shown(term, line.facts))


def _of_levels(identity: Identity, tables: Tables) -> Iterator[Case]:
    """Each row and column against the rows one level below."""
    table = tables[identity.equation.forms[0]]
    doubt = NOT_WHOLE if _is_cut_off(table, tables) else ""
    for line, children in table.families:
        for key in table.keys:
            whole = line.figure(key)
            parts = tuple(f for child in children if (f := child.figure(key)) is not None)
            if not (is_nothing(whole) and all(map(is_nothing, parts))):
                subject = _subject(identity, tables, line, key)
                yield Case(subject, (whole,) if whole else (), parts, "", doubt)


def _of_codes(identity: Identity, left: Table, right: Table) -> Iterator[Case]:
    """Two forms' figures code by code; classes only, where one form shows no more than classes."""
    first, second = identity.equation.left[0], identity.equation.right[0]
    mine, other = left.by_code(first.key), right.by_code(second.key)
    if not all(map(is_nothing, (*mine.values(), *other.values()))):
        classes = left.is_two_sided or right.is_two_sided
        codes = mine if identity.equation.relation == "<=" else dict.fromkeys((*mine, *other))
        for code in codes:
            if not classes or len(code) == _CLASS:
                figures = [figure for figure in (mine.get(code), other.get(code)) if figure is not None]
                a, b = ((figure,) if (figure := side.get(code)) else () for side in (mine, other))
                yield Case("与".join(figure.label for figure in figures), a, b, OTHER_FORM)


def _check(identity: Identity, case: Case) -> Check | None:
    """How a case comes out; None where nothing is said of it."""
    given = (*case.left, *case.right)
    bounded = case.left if identity.equation.relation == "<=" else given
    if not given or (not identity.equation.by_row and all(map(is_nothing, bounded))):
        return None
    check = _compared(identity, case) if case.left and case.right else _one_sided(case)
    if check.outcome is Outcome.FAILED and case.doubt:
        return unchecked(check.subject, case.doubt, *given)
    if check.outcome in _HELD and any(figure.placed_by == identity.name for figure in given):
        return unchecked(check.subject, PLACED, *given)
    return check


def _compared(identity: Identity, case: Case) -> Check:
    (whole, *rest), parts = case.left, case.right
    terms = identity.equation.terms
    if len(terms) == 2 and not (terms[1].summed or terms[1].key.endswith(PARTS)):
        compare: Callable[..., Check] = equal if identity.equation.relation == "==" else at_most
        return compare(whole, parts[0], case.subject, severity=identity.severity)
    if rest and len(parts) == 1:
        (whole, *rest), parts = parts, case.left
    figures = [*parts, *map(negated, rest)]
    return sums_to(whole, figures, case.subject, parts_label=identity.parts, severity=identity.severity)


def _one_sided(case: Case) -> Check:
    """One side is blank: right where the other comes to nothing, else it cannot be said."""
    given = case.left or case.right
    if _comes_to_nothing(given):
        return passed(case.subject, *given[:2])
    doubt = next((figure.doubt for figure in given if figure.doubt), "")
    reason = doubt or case.blank or (PARTS_BLANK if case.left else WHOLE_BLANK)
    return unchecked(case.subject, reason, *given)


def _comes_to_nothing(figures: Sequence[Figure]) -> bool:
    amounts = [figure.amount for figure in figures if figure.amount is not None and not figure.doubt]
    if len(amounts) < len(figures):
        return False
    return abs(sum((a.value for a in amounts), Decimal(0))) <= sum((a.half for a in amounts), Decimal(0))


def _counted(side: Sequence[Cells], line: Line) -> list[Cells]:
    """The terms without the parts of a column that is there itself."""
    side = [replace(term, key=key) for term in side for key in _shown(term, line.facts)]
    shown = {term.key for term in side if term.key in line.facts}
    return [term for term in side if term.key.partition(":")[0] not in shown - {term.key}]


def _signed(figure: Figure, term: Cells) -> Figure:
    return figure if term.sign > 0 else negated(figure)


def _has_strange_money(line: Line, table: Table) -> bool:
    """Whether a row shows money in a column that the form is not known to have, and that its total may include."""
    if table.is_in_blocks or not (table.has_codes or _has_items_in_columns(line, table)):
        return False
    strange = [key for key in line.facts if key not in table.known and key.rpartition(":")[2] not in table.known]
    return not all(is_nothing(line.figure(key)) for key in strange)


def _has_items_in_columns(line: Line, table: Table) -> bool:
    """Whether a line of form 09 is one row as displayed, not all of its rows put together."""
    return table.spec.layout is Layout.PUBLIC and len({fact.row for fact in line.facts.values()}) == 1


def _is_cut_off(table: Table, tables: Tables) -> bool:
    """Whether a form shows less than half of the codes of another one whose money it includes."""
    own = {line.code for line in table.lines if line.code and line.facts}
    return any(
        len({line.code for line in tables[part].lines if line.code and line.facts}) > 2 * len(own)
        for part in included_in(table.number)
    )


def _subject(identity: Identity, tables: Tables, line: Line | None = None, key: str = "") -> str:
    """What an identity is called, in a row and column of its first form where they are known."""
    equation, table = identity.equation, tables[identity.equation.forms[0]]
    if not identity.subject:
        return "与".join(tables[form].name for form in equation.forms)
    first = equation.left[0]
    place = quoted(line.name) if line else "各行" if equation.by_row else quoted(first.row)
    column = key_name(table.number, key or first.key.replace(EVERY, ""))
    return identity.subject.format(form=table.name, row=f"{table.name}{place}", column=column)
