"""Findings told together: those of one cause, and those of one rule, with what holds of all of them said once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from juesuan.findings import Finding, Language, Weight
from juesuan.presentation.finding_text import Told, headline
from juesuan.presentation.labels import label
from juesuan.presentation.words import HEADLINES, QUESTIONS, choose

Each = TypeVar("Each", Finding, Told)

OPEN = 4  # findings of one card whose evidence is shown; of more it is folded away


@dataclass(frozen=True, slots=True)
class Card:
    """Findings of one cause or one rule: a title, what ought to hold with its basis, what one may ask, each finding.

    `witness` names the odd one out where they have one cause. `is_folded` says that the evidence of
    so many is not shown at once.
    """

    title: str
    severity: Weight
    witness: str
    claims: tuple[tuple[str, str], ...]  # claim, basis
    questions: tuple[str, ...]
    members: tuple[Told, ...]
    is_folded: bool

    @property
    def has_differences(self) -> bool:
        return any(each.finding.difference for each in self.members)


def gathered(found: Iterable[Each]) -> list[list[Each]]:
    """Findings of one weight by cause, else by rule, in the order in which each group begins."""
    groups: dict[tuple[Weight, str], list[Each]] = {}
    for each in found:
        finding = each.finding if isinstance(each, Told) else each
        groups.setdefault(finding.group, []).append(each)
    return list(groups.values())


def cards(told: Iterable[Told], language: Language) -> list[Card]:
    """The cards of a chapter."""
    return [_card(members, language) for members in gathered(told)]


def title(group: Sequence[Finding], language: Language) -> str:
    """What a group of findings is called: a lone one by its own headline."""
    first = group[0]
    if len(group) == 1:
        return headline(first, language)
    if first.cause:
        return label("cause", language, count=len(group))
    words = choose(HEADLINES[first.family], language)
    return label("kind", language, words=words[0].upper() + words[1:], count=len(group))


def _card(members: Sequence[Told], language: Language) -> Card:
    found = [each.finding for each in members]
    return Card(
        title(found, language),
        found[0].severity,
        found[0].witness,
        tuple(dict.fromkeys((each.claim, each.basis) for each in found)),
        tuple(dict.fromkeys(choose(QUESTIONS[each.family], language) for each in found)),
        tuple(members),
        len(members) > OPEN,
    )
