"""A part of a document that was not read, and how far it reaches."""

from __future__ import annotations

from dataclasses import dataclass

from juesuan.document import Place

Order = tuple[int, float]


@dataclass(frozen=True, slots=True)
class Gap:
    """What was not read.

    `reason` says so in one clause, `en` the same in English. `pages` are the pages concerned, () for an
    end that is missing and for a picture or sheet of an office file. It reaches from the place `first`
    up to, not with, `last` (None: to the document's end).
    """

    reason: str
    en: str
    pages: tuple[int, ...]
    first: Place
    last: Place | None

    def reaches(self, place: Place) -> bool:
        """Whether what stands at a place was read in part only."""
        if place.page is None and place.line is None:
            return False
        here = order(place)
        return order(self.first) <= here and (self.last is None or here < order(self.last))


def order(place: Place) -> Order:
    """Where a place comes in reading: page and distance from its top, or the line."""
    if place.page is not None:
        return place.page, place.box[1] if place.box else 0.0
    return 0, float(place.line or 0)
