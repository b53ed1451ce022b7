"""Performance self-evaluations: tables of any layout, and the projects they belong to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from operator import itemgetter

from juesuan.document import Document
from juesuan.evaluations.aligned_text import aligned_segments
from juesuan.evaluations.arithmetic import settled
from juesuan.evaluations.entity_linking import ties
from juesuan.evaluations.funds import same_precision, shown_decimals
from juesuan.evaluations.laid_out_text import laid_out_segments, titled
from juesuan.evaluations.listed_lines import listed_segments
from juesuan.evaluations.lists import with_listed
from juesuan.evaluations.naming import notes_behind
from juesuan.evaluations.raw_text import read_raw_tables
from juesuan.evaluations.segments import Segment, segments, without_evaluations
from juesuan.evaluations.tables import read_table
from juesuan.evaluations.unread import left_over, unread
from juesuan.records import Evaluation

__all__ = ["left_over", "recognise", "ties", "unread", "without_evaluations"]


def recognise(document: Document, claimed: frozenset[int] = frozenset()) -> tuple[Evaluation, ...]:
    """Every self-evaluation in a document, in its order.

    `claimed` are the indices of lines that belong to statutory forms.
    """
    placed = [(segment.order, settled(read_table(document, segment))) for segment in segments(document)]
    placed += _in_lines(document, claimed)
    taken = claimed.union(*(evaluation.lines for _, evaluation in placed))
    for segment in listed_segments(document, taken):  # each value has its own label there: none can be out of place
        found = settled(read_table(document, segment))
        placed.append((segment.order, replace(found, conventions=notes_behind(document, segment.below[-1] + 1))))
        taken |= frozenset(segment.below)
    placed += [(first, settled(table, damaged=True)) for first, table in read_raw_tables(document, taken)]
    every = with_listed(_supplementary([evaluation for _, evaluation in sorted(placed, key=itemgetter(0))]))
    usual = max((shown_decimals(evaluation.funds) for evaluation in every), default=0)
    return tuple(replace(evaluation, funds=same_precision(evaluation.funds, usual)) for evaluation in every)


def _in_lines(document: Document, claimed: frozenset[int]) -> list[tuple[int, Evaluation]]:
    """The evaluations in text that keeps the page's layout; all of their lines are theirs, the notes stand behind.

    They are read by their headings, and by their columns alone where nothing is certain that way.
    """
    found = [_of_lines(document, each, damaged=True) for each in laid_out_segments(document, claimed)]
    for number, end in titled(document, claimed):
        within = [each for each in found if not {*each[1].lines}.isdisjoint(range(number, end))]
        if any(each.indicators for _, each in within) and _certain(within):
            continue
        aligned = aligned_segments(document, number + 1, end)
        other = [_of_lines(document, each, damaged=False) for each in aligned]
        if _certain(other) > _certain(within):
            found = [*(each for each in found if each not in within), *other]
    return found


def _of_lines(document: Document, segment: Segment, *, damaged: bool) -> tuple[int, Evaluation]:
    found = settled(read_table(document, segment), damaged=damaged)
    notes = notes_behind(document, segment.below[-1] + 1)
    return segment.order, replace(found, lines=(*segment.above, *segment.below), conventions=notes)


def _certain(evaluations: Iterable[tuple[int, Evaluation]]) -> int:
    """How many indicators and listed projects were read without doubt."""
    sure = [each for _, each in evaluations if not each.doubt]
    return sum(sum(not row.doubt for row in each.indicators) + len(each.listed) for each in sure)


def _supplementary(evaluations: list[Evaluation]) -> list[Evaluation]:
    """The evaluations, those marked that score a project which has a table with its money beside them."""
    with_money = {each.project for each in evaluations if each.funds}
    return [
        replace(each, supplementary=True) if not each.funds and each.project and each.project in with_money else each
        for each in evaluations
    ]
