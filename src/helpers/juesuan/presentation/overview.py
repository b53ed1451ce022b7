"""The table of findings that follows the verdict, and the gravest of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from juesuan.findings import Finding, Language, Weight
from juesuan.presentation.finding_text import bare_message, short, where
from juesuan.presentation.gathering import gathered, title
from juesuan.presentation.labels import label
from juesuan.presentation.words import WEIGHTS, choose

GRAVEST = 3
LISTED = (Weight.ERROR, Weight.NOTICE, Weight.REVIEW)
MOST_OF_ONE = 6  # findings of one cause that are listed below it
SHORT = {"zh": 44, "en": 64}  # letters of stated words; of longer ones the card tells
# a formula of four terms or more, which the card below spells out
LONG_SUM = re.compile(r" ?[（(][\d.,]+(?: [+−-] [\d.,]+){3,}[）)]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: what is wrong, where it stands, what is stated and what it is held against, and to which card it leads.

    `sides` are joined by `joint`; there are none where words are too long for a line. `level` is 1 for a member
    of the group that stands above it.
    """

    anchor: str
    severity: Weight
    weight: str
    what: str
    where: str
    sides: Sequence[str]
    joint: str
    level: int = 0


def entries(found: Sequence[Finding], language: Language) -> list[Entry]:
    """A line for each finding, errors first; a group has one of its own above its members."""
    listed = [each for each in found if each.severity in LISTED]
    return [entry for group in gathered(listed) for entry in _entries(group, language)]


def gravest(found: Sequence[Finding]) -> list[Finding]:
    """The weightiest errors, one of each cause or rule, in the order of the table."""
    grave = [each for each in found if each.severity is Weight.ERROR]
    return [_head(group) for group in gathered(grave)[:GRAVEST]]


def _head(group: Sequence[Finding]) -> Finding:
    """The finding that stands for a group: the one about most money."""
    return max(group, key=lambda each: each.money)


def _entries(group: Sequence[Finding], language: Language) -> Iterator[Entry]:
    first = group[0]
    weight = choose(WEIGHTS[first.severity], language)
    if len(group) == 1:
        yield Entry(
            first.id, first.severity, weight, title(group, language), where(first, language), *_sides(first, language)
        )
        return
    head = _head(group)
    if first.witness and len(group) > MOST_OF_ONE:
        yield Entry(head.id, first.severity, weight, first.witness.rstrip("。."), where(head, language), (), "")
        return
    told = first.witness.rstrip("。.") or title(group, language)
    yield Entry(head.id, first.severity, weight, told, "", (), "")
    for each in group:
        yield Entry(
            each.id, each.severity, "", short(each.subject), where(each, language), *_sides(each, language), level=1
        )


def _sides(finding: Finding, language: Language) -> tuple[Sequence[str], str]:
    """Both sides in short, and what stands between them: of two figures neither need be the right one."""
    sides = [side for side in (finding.stated, finding.expected) if side]
    return sides if all(len(side) <= SHORT[language] for side in sides) else (), "≠" if finding.sides_stand else "→"


def sentence(finding: Finding, language: Language) -> str:
    """A grave finding in words with where it stands."""
    message = finding.witness.rstrip("。.") or bare_message(finding, language)
    return label("grave", language, message=LONG_SUM.sub("", message), where=where(finding, language))
