"""A part of a document that was not read, and how far it reaches."""

from __future__ import annotations

from dataclasses import dataclass

from juesuan.document import Place


@dataclass(frozen=True, slots=True)
class Gap:
    """What was not read.

    `reason` says so in one clause, `en` the same in English. `pages` are the pages concerned, () for an
    end that is missing and for a picture or sheet of an office file. It reaches from the place `first`
    up to, not with, `last` (None: to the document's end). `file` is that of the pages in a joined document.
    """

    reason: str
    en: str
    pages: tuple[int, ...]
    first: Place
    last: Place | None
    file: int | None = None

    def reaches(self, place: Place) -> bool:
        """Whether what stands at a place was read in part only."""
        if place.page is None and place.line is None:
            return False
        return self.first.order <= place.order and (self.last is None or place.order < self.last.order)
