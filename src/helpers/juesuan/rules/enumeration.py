"""The levels of an enumeration in prose: which of the parts that a sentence lists are parts of its total."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from juesuan.accounts import Accounts, bare
from juesuan.checks import Figure, Outcome
from juesuan.compare import sums_to
from juesuan.records import Measure, Statement
from juesuan.rules.prose import ASIDE, side

_SEMICOLON = re.compile(r"[；;]")


@dataclass
class Enumeration:
    """A total and what is said of its parts, some of it twice (X（项）8.20 万元 … 支出决算为 8.20 万元)."""

    total: Statement | None = None
    said: list[Statement] = field(default_factory=list)

    @property
    def parts(self) -> list[Statement]:
        """One figure for each part, the first said of it."""
        return list({bare(each.subject): each for each in reversed(self.said)}.values())[::-1]

    @property
    def restated(self) -> list[Statement]:
        """One figure for each part, the last said of it."""
        return list({bare(each.subject): each for each in self.said}.values())


def summands(accounts: Accounts, group: Enumeration) -> list[Figure]:
    """The parts that make up the total, in the first of the ways to tell a list that adds up; else the first level."""
    assert group.total is not None
    total, parts = side(group.total), [side(part) for part in group.parts]
    first_level = _first_level(group)
    ways = (
        [side(part) for part in group.restated],
        first_level,
        _before_semicolon(accounts, group),
        _without_sublists(parts),
        _with_untold_parts(accounts, group),
    )
    if sums_to(total, parts).outcome is not Outcome.FAILED:
        return parts
    return next((own for own in ways if _adds_up(total, own)), first_level)


def _first_level(group: Enumeration) -> list[Figure]:
    """The parts less those that are parts of parts or stand in paragraphs after a whole list.

    A part followed by figures that make it up, each in a paragraph of its own, is a sum of its own.
    """
    assert group.total is not None
    own: list[Figure] = []
    position = 0
    parts = [side(part) for part in group.parts]
    places = [part.paragraph for part in group.parts]
    while position < len(parts):
        own.append(parts[position])
        position += 1
        ended = position < len(parts) and places[position] > places[position - 1]
        if ended and len(own) > 1 and _adds_up(side(group.total), own):
            return own
        steps = pairwise(places[position - 1 :])
        apart = position + sum(1 for _ in takewhile(lambda step: step[1] > step[0], steps))
        ends = range(position + 1, apart + 1)
        position = next((end for end in ends if _adds_up(own[-1], parts[position:end])), position)
    return own


def _before_semicolon(accounts: Accounts, group: Enumeration) -> list[Figure]:
    """The parts up to a semicolon, where they make up the total, else all: what follows it stands beside the total."""
    assert group.total is not None
    own: list[Figure] = []
    for part, following in pairwise(group.parts):
        own.append(side(part))
        between = accounts.paragraphs[part.paragraph].text[part.offset : following.offset]
        if following.paragraph != part.paragraph or not _SEMICOLON.search(between):
            continue
        if _adds_up(side(group.total), own):
            return own
    return [side(part) for part in group.parts]


def _without_sublists(parts: list[Figure]) -> list[Figure]:
    """The parts without those that make up the one before them."""
    own: list[Figure] = []
    position = 0
    while position < len(parts):
        own.append(parts[position])
        position += 1
        ends = range(position + 2, len(parts) + 1)
        position = next((end for end in ends if _adds_up(own[-1], parts[position:end])), position)
    return own


def _with_untold_parts(accounts: Accounts, group: Enumeration) -> list[Figure]:
    """The parts with all other final figures of their paragraphs.

    Where each paragraph lists several items, only the first of them may be known for a part.
    """
    within = accounts.within(group.parts[0].paragraph, group.parts[-1].paragraph)
    figures = [each for each in within if each.measure is Measure.FINAL and each.amount and each.role not in ASIDE]
    return list({bare(each.subject): side(each) for each in reversed(figures) if each is not group.total}.values())


def mixes_levels(accounts: Accounts, group: Enumeration) -> bool:
    """Whether semicolons part some of the parts and commas others: 甲1，其中乙、丙；丁."""
    between = [
        accounts.paragraphs[part.paragraph].text[part.offset : following.offset]
        for part, following in pairwise(group.parts)
        if part.paragraph == following.paragraph
    ]
    return len({_SEMICOLON.search(text) is not None for text in between}) > 1


def _adds_up(total: Figure, parts: list[Figure]) -> bool:
    return sums_to(total, parts).outcome in (Outcome.PASSED, Outcome.ROUNDING)
