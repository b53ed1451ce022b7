"""What sorts of personal data there are, where one stands, and how each is masked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from juesuan.document import Place

_KEPT_DIGITS = 3
_COVER = "*"


class Personal(StrEnum):
    """What sort of personal datum was found."""

    MOBILE = "mobile"
    LANDLINE = "landline"  # beside the name of a person
    IDENTITY = "identity"
    PASSPORT = "passport"
    ACCOUNT = "account"  # of a bank
    PLATE = "plate"
    EMAIL = "email"
    NAME = "name"  # of a form-filler
    MENTION = "mention"  # of a form-filler's name elsewhere


_KEPT = {Personal.NAME: 1, Personal.MENTION: 1, Personal.PLATE: 2, Personal.PASSPORT: 1, Personal.EMAIL: 1}


@dataclass(frozen=True, slots=True)
class Span:
    """Where in a text a personal datum stands; `goes_on` says that it began in the line or cell before."""

    kind: Personal
    start: int
    end: int
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class PersonalDatum:
    """Something personal that the source publishes, never kept unmasked.

    `masked` is the datum and `quote` the words around it, both with everything personal masked;
    `place` is that of the line or cell, so that a picture of the page can be masked too.
    """

    kind: Personal
    masked: str
    quote: str
    place: Place

    def pattern(self) -> re.Pattern[str]:
        """What finds the datum again in a text without spaces: what is masked may be any letter or figure."""
        dense = "".join(self.masked.split())
        return re.compile("".join(r"\w" if each == _COVER else re.escape(each) for each in dense))


def apart(found: Iterable[Span]) -> Iterator[Span]:
    """The spans from left to right, none overlapping; of several at one place the longest."""
    end = 0
    for span in sorted(found, key=lambda span: (span.start, -span.end)):
        if span.start >= end:
            yield span
            end = span.end


def covered(text: str, found: Iterable[Span]) -> str:
    """The text with these spans masked, as long as before."""
    for span in found:
        text = text[: span.start] + _masked(text[span.start : span.end], span) + text[span.end :]
    return text


def _masked(datum: str, span: Span) -> str:
    """No more than a surname, a region or the first three digits; as long as before."""
    kept = 0 if span.goes_on else _KEPT.get(span.kind, _KEPT_DIGITS)
    shown = 0
    characters: list[str] = []
    for character in datum:
        shown += character.isalnum()
        characters.append(_COVER if character.isalnum() and shown > kept else character)
    return "".join(characters)
