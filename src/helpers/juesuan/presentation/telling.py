"""A finding as it is told: headline, both sides, evidence, basis, and what one may ask."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from juesuan.findings import Finding, Language, Weight
from juesuan.presentation.evidence import Cells, Shown, shown
from juesuan.presentation.labels import label
from juesuan.presentation.pictures import Pictures
from juesuan.presentation.words import HEADLINES, QUESTIONS, WEIGHTS, choose
from juesuan.privacy import mask

SECTION = re.compile(r"^.*情况(?:说明)?”?(?:：|: )(?=.)")  # the name of a section before what is spoken of


@dataclass(frozen=True, slots=True)
class Side:
    """One line of a finding's comparison: what it is, the figure, what the figure is of."""

    kind: str
    title: str
    figure: str
    label: str


@dataclass(frozen=True, slots=True)
class Told:
    """A finding with everything a template shows of it."""

    finding: Finding
    weight: str
    headline: str
    question: str
    sides: tuple[Side, ...]
    shown: Shown


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one cause; a finding that stands alone is a group of one."""

    members: tuple[Told, ...]
    witness: str


def grouped(told: Iterable[Told]) -> list[Group]:
    """Findings of one cause, which stand side by side, as one group."""
    groups = (tuple(members) for _, members in groupby(told, key=lambda each: each.finding.cause or each.finding.id))
    return [Group(members, members[0].finding.witness) for members in groups]


def tell(finding: Finding, pictures: Pictures, cells: Cells, language: Language) -> Told:
    """A finding with its headline, both sides, question and evidence."""
    return Told(
        finding,
        choose(WEIGHTS[finding.severity], language),
        headline(finding, language),
        choose(QUESTIONS[finding.family], language),
        tuple(_sides(finding, language)),
        shown(finding, pictures, cells, language),
    )


def headline(finding: Finding, language: Language) -> str:
    """What is wrong with what, in plain words; of a notice or a question only what it is about."""
    subject = SECTION.sub("", finding.subject)
    if finding.severity in (Weight.NOTICE, Weight.REVIEW):
        return mask(subject)
    words = choose(HEADLINES[finding.family], language)
    return mask(f"{subject}：{words}" if language == "zh" else f"{subject}: {words}")


def _sides(finding: Finding, language: Language) -> Iterator[Side]:
    for kind, figure in (("stated", finding.left), ("expected", finding.right)):
        displayed = finding.stated if kind == "stated" else finding.expected
        if displayed or figure is not None:
            yield Side(kind, label(kind, language), displayed, "" if figure is None else figure.label)
    if finding.difference:
        yield Side("difference", label("difference", language), finding.difference.lstrip("-"), "")
    if finding.tolerance:
        most = label("at_most", language, amount=finding.tolerance)
        yield Side("tolerance", label("tolerance", language), most, "")
