"""Personal data in published documents: found with its place, and masked wherever a text is shared.

Natural persons' telephone numbers, identity numbers, licence plates and the names beside
`填表人` and the like are personal; hotlines, document numbers, postal codes and amounts are not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from juesuan.document import Cell, Document, Grid, Place

_HAN = "[\u3400-\u4dbf\u4e00-\u9fff]"
_NUMBER_BEFORE = r"(?<![\d.,/_=A-Za-z-])"
_NUMBER_AFTER = r"(?![\d.,%％A-Za-z/_元万])"
_PERSON = r"(?:填[表报]|经办|联系|制[表单]|审核|复核|负责|评价|法定代表|责任)人(?:员)?|分管领导|项目主管"
_NAMED = re.compile(
    rf"(?:{_PERSON})\s*(?:[（(]\s*(?:签字|签名|签章|盖章|姓名)\s*[）)]|姓名|签字)?(?:\s*[：:]\s*|\s{{2,}})"
    rf"(?P<name>{_HAN}(?:[\s·•]{{0,2}}{_HAN}){{1,7}}?)"
    r"(?=\s|[^\s·•\u3400-\u9fff]|$|联系|电话|手机|填[表报]|审核|复核|日期|单位|时间|签字|职务)"
)
_NO_NAME = re.compile(
    r"^(?:联系|电话|手机|填[表报]|日期|单位|审核|复核|时间|签|见|无|略|暂|各)"
    r"|[科室股处局部办会组队院所站长]$|单位|部门|人员|主任|书记|公司|中心"
)
_IDENTITY = re.compile(
    r"(?<![\dA-Za-z])[1-8]\d{5}\s?(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\s?\d{3}[\dXxＸ]"
    r"(?![\dA-Za-z.])"
)
_MOBILE = re.compile(rf"{_NUMBER_BEFORE}1[3-9]\d[- ]?\d{{4}}[- ]?\d{{4}}{_NUMBER_AFTER}")
_LANDLINE = re.compile(rf"{_NUMBER_BEFORE}(?:[（(]?0\d{{2,3}}[）)]?\s?[-—－–]?\s?)?[2-8]\d{{6,7}}{_NUMBER_AFTER}")
_PLATE = re.compile(
    "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]"
    r"\s?[A-HJ-NP-Z]\s?[·•.]?\s?(?=[A-Z]{0,2}\d)[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警](?![A-Za-z0-9])"
)
_TELEPHONE = re.compile(r"电\s*话|手\s*机")
_KEPT_DIGITS = 3
_KEPT_OF_PLATE = 2  # province and city
_CELLS_APART = "  "
_CONTEXT = 20  # characters kept on either side, so that a reader finds the line again


class Personal(StrEnum):
    """What sort of personal datum was found."""

    MOBILE = "mobile"
    LANDLINE = "landline"  # beside the name of a person
    IDENTITY = "identity"
    PLATE = "plate"
    NAME = "name"  # of a form-filler


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


@dataclass(frozen=True, slots=True)
class Span:
    """Where in a text a personal datum stands."""

    kind: Personal
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Piece:
    """A paragraph or a row of a table as one text; `starts` are the offsets at which its parts begin."""

    text: str
    starts: tuple[int, ...]
    places: tuple[Place, ...]

    def place_at(self, offset: int) -> Place:
        return self.places[bisect_right(self.starts, offset) - 1]


def mask(text: str) -> str:
    """The text with every personal datum masked, as long as before; what is public stays as it is."""
    return _covered(text, list(spans(text)))


def spans(text: str, beside_person: bool = False) -> Iterator[Span]:
    """Personal data in a line or a row of a table, from left to right, none overlapping.

    `beside_person` says that the line before named a form-filler: then a landline is theirs.
    """
    names = [Span(Personal.NAME, *match.span("name")) for match in _NAMED.finditer(text) if _is_name(match["name"])]
    found = names + [Span(Personal.IDENTITY, *match.span()) for match in _IDENTITY.finditer(text)]
    found += [Span(Personal.MOBILE, *match.span()) for match in _MOBILE.finditer(text)]
    found += [Span(Personal.PLATE, *match.span()) for match in _PLATE.finditer(text)]
    if (names or beside_person) and _TELEPHONE.search(text):
        found += [Span(Personal.LANDLINE, *match.span()) for match in _LANDLINE.finditer(text)]
    end = 0
    for span in sorted(found, key=lambda span: (span.start, -span.end)):
        if span.start >= end:
            yield span
            end = span.end


def personal_data(document: Document) -> tuple[PersonalDatum, ...]:
    """Every personal datum of a document, already masked, in reading order."""
    found: list[PersonalDatum] = []
    beside_person = False
    for piece in _pieces(document):
        here = list(spans(piece.text, beside_person))
        covered = _covered(piece.text, here)
        for span in here:
            around = covered[max(0, span.start - _CONTEXT) : span.end + _CONTEXT].strip()
            found.append(PersonalDatum(span.kind, covered[span.start : span.end], around, piece.place_at(span.start)))
        beside_person = any(span.kind is Personal.NAME for span in here)
    return tuple(found)


def _is_name(text: str) -> bool:
    return not _NO_NAME.search("".join(text.split()))


def _pieces(document: Document) -> Iterator[_Piece]:
    for block in document.blocks():
        if isinstance(block, Grid):
            yield from (_row([cell for cell in row if cell.text.strip()]) for row in block.rows)
        else:
            lines = document.lines[block.first : block.last + 1]
            yield _Piece(block.text, block.starts, tuple(line.place for line in lines))


def _row(cells: list[Cell]) -> _Piece:
    texts = [cell.text.replace("\n", "") + _CELLS_APART for cell in cells]
    starts = tuple(accumulate(map(len, texts), initial=0))
    return _Piece("".join(texts), starts[:-1], tuple(cell.place for cell in cells))


def _covered(text: str, found: list[Span]) -> str:
    for span in found:
        text = text[: span.start] + _masked(text[span.start : span.end], span.kind) + text[span.end :]
    return text


def _masked(datum: str, kind: Personal) -> str:
    """No more than a surname, a region or the first three digits; as long as before."""
    kept = {Personal.NAME: 1, Personal.PLATE: _KEPT_OF_PLATE}.get(kind, _KEPT_DIGITS)
    shown = 0
    characters: list[str] = []
    for character in datum:
        shown += character.isalnum()
        characters.append("*" if character.isalnum() and shown > kept else character)
    return "".join(characters)
