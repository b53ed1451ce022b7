"""Performance self-evaluations: tables of any layout, and the projects they belong to."""

from __future__ import annotations

from operator import itemgetter

from helpers.document import Document
from helpers.evaluations.loose import read_loose_tables
from helpers.evaluations.segments import segments
from helpers.evaluations.soundness import settled
from helpers.evaluations.tables import read_table
from helpers.evaluations.ties import ties
from helpers.records import Evaluation

__all__ = ["recognise", "ties"]


def recognise(document: Document, claimed: frozenset[int] = frozenset()) -> tuple[Evaluation, ...]:
    """Every self-evaluation in a document, in its order.

    `claimed` are the indices of lines that belong to statutory forms.
    """
    ruled = [(segment.order, settled(read_table(document, segment))) for segment in segments(document)]
    loose = [(first, settled(found, damaged=True)) for first, found in read_loose_tables(document, claimed)]
    return tuple(evaluation for _, evaluation in sorted([*ruled, *loose], key=itemgetter(0)))
