"""Columns decided for every form of a document whose blanks left no trace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from juesuan.forms.anchors import Amounts, Done, known_totals, least_totals, live_funds, total_row
from juesuan.forms.description import Layout
from juesuan.forms.draft import Draft, Row
from juesuan.forms.facts import precision
from juesuan.forms.hierarchy import CLASS, classes_astray, has_slipped, rows_below, total_of
from juesuan.forms.placing import (
    Holds,
    Placing,
    anyhow,
    balance,
    jointly,
    placed_by,
    placings,
    settle,
    sums,
    used,
    values,
    within,
)
from juesuan.forms.public_rows import of_row
from juesuan.forms.public_solver import public_row
from juesuan.forms.text import flat
from juesuan.forms.two_sided_rows import EXPENDITURE
from juesuan.identities.table import RowIdentity

_SISTERS = {"03": "05", "05": "03", "53": "55", "55": "53", "07": "03", "08": "03"}
_PASSES = 2  # form 05 leans on 03 and 03 on 05
_MANY = 5  # rows that all show the same columns: the form prints those and no others
_ROUNDED = 4  # rounded figures that a known total may be made of
_ZERO = Decimal(0)


@dataclass(slots=True)
class _Case:
    """One form being decided: the placings still open for each row, by row index.

    `broken` are rows whose arithmetic fits no placing; they are placed only where everything
    else known leaves one way.
    """

    draft: Draft
    order: tuple[str, ...]
    slack: Decimal
    options: dict[int, list[Placing]]
    broken: set[int]

    def keep(self, index: int, fewer: list[Placing]) -> None:
        """Narrow the placings of a row, unless nothing would be left: then the knowledge is what is wrong."""
        if fewer:
            self.options[index] = fewer


def decide_columns(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with every loose amount in a column; the surest forms first, for the others lean on them."""
    done: dict[str, Draft] = {}
    ordered = sorted(drafts, key=lambda each: each.form.trust)
    passes = _PASSES if any(row.loose for draft in drafts for row in draft.rows) else 1
    for _ in range(passes):
        for draft in ordered:
            done[draft.form.number] = _decided(draft, done) if any(row.loose for row in draft.rows) else draft
    return list(done.values())


def _decided(draft: Draft, done: Done) -> Draft:
    if draft.form.layout is Layout.PUBLIC:
        width = min(map(len, draft.orders), default=0)
        return draft.with_rows(
            placed_by(draft.form.sums, width, row, public_row(row, _of_measure(row, draft.orders), done))
            for row in draft.rows
        )
    case = _open(draft)
    if draft.form.number in ("04", "54"):
        _narrow_to_live_funds(case)
    else:
        _narrow_total(case, done)
    _follow_sister(case, done)
    _from_the_top(case)
    _from_below(case)
    _as_every_other(case)
    for index in case.broken:
        if len(case.options[index]) > 1:
            case.options[index] = []
    settled = [settle(row, case.options.get(i, [])) for i, row in enumerate(draft.rows)]
    return draft.with_rows(
        row if i in case.broken else placed_by(draft.form.sums, len(case.order), draft.rows[i], row)
        for i, row in enumerate(settled)
    )


def _of_measure(row: Row, orders: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """The sequences for a row of form 09, in those for the row's own measure where its label names one."""
    return tuple(dict.fromkeys(tuple(dict.fromkeys(of_row(key, row.item) for key in order)) for order in orders))


def _open(draft: Draft) -> _Case:
    slack = Decimal(1).scaleb(-precision(draft.rows)) / 2
    order, options = _likeliest(draft, slack)
    broken = {i for i, found in options.items() if not found}
    options |= {i: [dict(row.figures)] for i, row in enumerate(draft.rows) if row.figures and not row.loose}
    for index in broken:
        options[index] = anyhow(draft.rows[index].loose, order, draft.form.whole)
    return _Case(draft, order, slack, options, broken)


def _likeliest(draft: Draft, slack: Decimal) -> tuple[tuple[str, ...], dict[int, list[Placing]]]:
    """Of the sequences that the headings leave, the one in which the arithmetic of most rows holds."""
    loose = {i: row.loose for i, row in enumerate(draft.rows) if row.loose}
    fitting: list[tuple[int, tuple[str, ...], dict[int, list[Placing]]]] = []
    for order in _orders(draft):
        holds = _identities(draft, order, slack)
        options = {i: placings(amounts, order, holds) for i, amounts in loose.items()}
        fitting.append((sum(map(bool, options.values())), order, options))
    _, order, options = max(fitting, key=lambda each: each[0])
    return order, options


def _orders(draft: Draft) -> tuple[tuple[str, ...], ...]:
    if draft.form.layout is Layout.TWO_SIDED:
        return draft.orders or ((EXPENDITURE,),)
    return draft.orders or (tuple(draft.columns),)


def _identities(draft: Draft, order: Sequence[str], slack: Decimal) -> Holds:
    """The row arithmetic of a form in the columns that it may have."""
    claims = [claim for identity in draft.form.sums if (claim := _claim(identity, order, slack)) is not None]
    return lambda row: all(claim(row) for claim in claims)


def _claim(identity: RowIdentity, order: Sequence[str], slack: Decimal) -> Holds | None:
    """An identity as far as a sequence of columns shows it; None where it cannot be told."""
    if identity.whole not in order:
        return None
    parts = [(sign, key) for sign, key in identity.parts if key in order]
    if all(sign > 0 for sign, _ in identity.parts):
        return sums(identity.whole, [key for _, key in parts], slack) if parts else None
    return balance(identity.whole, parts, slack) if len(parts) == len(identity.parts) else None


def _narrow_to_live_funds(case: _Case) -> None:
    """In form 04 only those budgets spend that had money, by the form's own income."""
    live = live_funds(case.draft)
    for index, options in case.options.items():
        if live:
            case.keep(index, [each for each in options if within(each, {case.draft.form.whole, *live})])


def _narrow_total(case: _Case, done: Done) -> None:
    """Leave only those placings of the grand total that the other forms allow."""
    total = total_row(case.draft)
    index = next((i for i in case.options if case.draft.rows[i] is total), None)
    if index is None:
        return
    known, least = known_totals(case.draft, done), least_totals(case.draft, done)
    if known:
        filled = {case.draft.form.whole, *(key for key, value in known.items() if value)}
        agreeing = [each for each in case.options[index] if _agrees(each, known, case.slack * _ROUNDED)]
        if not agreeing and _shares(total, known, case.slack * _ROUNDED):
            agreeing = [each for each in case.options[index] if used(each) == filled]
        case.keep(index, agreeing)
    case.keep(index, [each for each in case.options[index] if _reaches(each, least)])


def _follow_sister(case: _Case, done: Done) -> None:
    """Forms 03 and 05 show a row's figures in the same columns, and mostly the same figures; so do 07 and 08.

    A row with other figures is a guide only where those of its class sum up in both forms: figures beside
    the wrong codes tell nothing of these codes' columns.
    """
    sister = done.get(_SISTERS.get(case.draft.form.number, ""))
    if sister is None:
        return
    others = {row.code or flat(row.item): row for row in sister.rows if row.figures and not row.doubt}
    astray = classes_astray(sister) | classes_astray(case.draft)
    for index, options in case.options.items():
        row = case.draft.rows[index]
        other = others.get(row.code or flat(row.item))
        if other is not None:
            parts = set(case.draft.form.parts)
            shown = {key: value for key, value in values(other.figures).items() if key in parts | {"total"}}
            known = dict.fromkeys(parts, _ZERO) | shown
            fewer = [each for each in options if _agrees(each, known, case.slack * _ROUNDED)]
            if not fewer and other.code[:CLASS] not in astray:
                fewer = [each for each in options if used(each) & parts == used(other.figures) & parts]
            case.keep(index, fewer)


def _from_the_top(case: _Case) -> None:
    """Go down the hierarchy: a column that is empty for a class is empty for its items, and items sum up.

    Not in a form whose figures slipped, below a row that is less than its items come to: what it shows is not
    theirs. Where a row's own arithmetic fails one of its figures is wrong, so that one column may not sum up.
    """
    below, slipped = rows_below(case.draft), has_slipped(case.draft)
    for parent in sorted(below, key=lambda i: len(case.draft.rows[i].code)):
        above = case.options.get(parent, [])
        children = [i for i in below[parent] if i in case.options]
        if not above:
            continue
        open_keys = {key for each in above for key in used(each)}
        least = sum((total_of(case.draft.rows[index]) for index in children), _ZERO)
        exceeded = total_of(case.draft.rows[parent]) < least - case.slack * (len(children) + 1)
        for index in children if not (slipped and exceeded) else ():
            case.keep(index, [each for each in case.options[index] if within(each, open_keys)])
        wrong = 1 if case.broken & {parent, *children} else 0
        agreed = [key for key in case.order if len({values(each).get(key, _ZERO) for each in above}) == 1]
        joint = jointly([case.options[i] for i in children], values(above[0]), agreed, case.slack, wrong)
        case.options.update(zip(children, joint, strict=True))


def _from_below(case: _Case) -> None:
    """Go up the hierarchy: a row is placed as the rows below it sum up, where each of them has one placing.

    Where the row's own arithmetic fails one of its figures is wrong, so that one column may not sum up.
    """
    below = rows_below(case.draft)
    for parent in sorted(below, key=lambda i: -len(case.draft.rows[i].code)):
        options = [case.options.get(index, []) for index in below[parent]]
        if len(case.options.get(parent, [])) > 1 and all(len(each) == 1 for each in options):
            shown = [values(each[0]) for each in options]
            sums = {key: sum((row.get(key, _ZERO) for row in shown), _ZERO) for key in case.order}
            room = case.slack * (len(shown) + 1)
            wrong = 1 if parent in case.broken else 0
            case.keep(parent, [each for each in case.options[parent] if _differing(each, sums, room) <= wrong])


def _as_every_other(case: _Case) -> None:
    """Place a row that fits no placing as all others are, where each row shows the same columns."""
    rows = [i for i in case.options if i not in case.broken]
    shown = {tuple(each) for i in rows for each in case.options[i]}
    if len(rows) < _MANY or len(shown) != 1:
        return
    for index in case.broken:
        case.keep(index, [each for each in case.options[index] if tuple(each) in shown])


def _agrees(placing: Placing, known: Amounts, room: Decimal) -> bool:
    """Whether a placing shows the known figures, which may be sums of rounded ones themselves."""
    return not _differing(placing, known, room)


def _differing(placing: Placing, known: Amounts, room: Decimal) -> int:
    """In how many columns a placing does not show the known figures."""
    found = values(placing)
    return sum(abs(found.get(key, _ZERO) - value) > room for key, value in known.items())


def _shares(row: Row | None, known: Amounts, room: Decimal) -> bool:
    """Whether some figure of a row is one of the known ones, so that no other figures stand in its place."""
    shown = [reading.amount.value for reading in row.loose] if row else []
    return any(value and abs(value - figure) <= room for value in known.values() for figure in shown)


def _reaches(placing: Placing, least: Amounts) -> bool:
    found = values(placing)
    return all(found.get(key, _ZERO) >= value for key, value in least.items())
