"""A disclosure in the files in which departments part it: explanations, forms, self-evaluations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from juesuan.accounts import Accounts
from juesuan.document import Document, Place
from juesuan.readers.paragraphs import paragraphs


def parted(document: Document, accounts: Accounts) -> tuple[Document, Document, Document]:
    """The explanations, the forms and the self-evaluations (with all that follows them) of a disclosure."""
    titled = {line for form in accounts.forms for line in form.lines}
    last = max(range(len(document.lines)), key=lambda line: document.lines[line].place.order if line in titled else ())
    first = min(titled, key=lambda line: document.lines[line].place.order)
    start, end = document.lines[first].place.order, document.lines[last].place.order
    tables = [evaluation.place.order for evaluation in accounts.evaluations]
    behind = min(_title_above(document, order) for order in tables) if tables else (9999, 0, 0.0)

    def of_forms(place: Place) -> bool:
        return start <= place.order <= end or any(place == form.place for form in accounts.forms)

    return (
        _chosen(document, lambda place: not of_forms(place) and place.order < behind),
        _chosen(document, of_forms),
        _chosen(document, lambda place: place.order >= behind),
    )


def _title_above(document: Document, order: tuple[int, int, float]) -> tuple[int, int, float]:
    """Where the last lines before a table begin."""
    before = [line.place.order for line in document.lines if line.place.order < order]
    return before[-4]


def _chosen(document: Document, wanted: Callable[[Place], bool]) -> Document:
    lines, orders = [], []
    for line in document.lines:
        orders.append(len(lines))
        lines += [line] if wanted(line.place) else []
    orders.append(len(lines))
    grids = tuple(replace(g, order=orders[g.order]) for g in document.grids if wanted(g.rows[0][0].place))
    breaks = frozenset(grid.order for grid in grids)
    return replace(document, lines=tuple(lines), grids=grids, paragraphs=paragraphs(lines, breaks), digest="")
