"""A finding as it is told: headline, both sides, evidence, basis, and what one may ask."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from juesuan.findings import Finding, Language, Weight
from juesuan.presentation.evidence import Shown, position, shown
from juesuan.presentation.labels import label
from juesuan.presentation.marks import Marks
from juesuan.presentation.pictures import Pictures
from juesuan.presentation.words import HEADLINES, WEIGHTS, choose, form_short
from juesuan.privacy import mask

SECTION = re.compile(
    r"^.*(?:情况(?:说明)?|[（(]项[）)])”?(?: \([^()]*\))?(?:：|: )(?=.)"
)  # the name of a section before what is spoken of
ABOVE = re.compile(
    r"(?:[^/：: “”]+/|(?:^|(?<=[:/] ))[^/:“”]+ / |“[^”]*” / ){2}(?=[^/])"
)  # class and section before an item
MOST_PLACES = 3  # named in one line
ALLOWANCE: dict[Language, re.Pattern[str]] = {
    "zh": re.compile(r"，超出四舍五入所能解释的[\d.,]+\s?[^，。；\s\d]*"),
    "en": re.compile(r",? more than the .*? that rounding explains"),
}


@dataclass(frozen=True, slots=True)
class Side:
    """One line of a finding's comparison: what it is, the figure, what the figure is of."""

    kind: str
    title: str
    figure: str
    label: str


@dataclass(frozen=True, slots=True)
class Told:
    """A finding with everything a template shows of it; `subject` and `where` are for one line of a table."""

    finding: Finding
    weight: str
    headline: str
    subject: str
    where: str
    sides: tuple[Side, ...]
    shown: Shown


def tell(finding: Finding, pictures: Pictures, marks: Marks, language: Language) -> Told:
    """A finding with its headline, both sides and evidence."""
    return Told(
        finding,
        choose(WEIGHTS[finding.severity], language),
        headline(finding, language),
        mask(short(finding.subject)),
        where(finding, language),
        tuple(_sides(finding, language)),
        shown(finding, pictures, marks, language),
    )


def where(finding: Finding, language: Language) -> str:
    """Pages or lines of a finding and the forms, in short."""
    alone = [
        item.place
        for item in finding.evidence
        if item.place.file is None and not item.place.named and not item.document
    ]
    pages = {place.page for place in alone if place.page is not None}
    lines = {place.line for place in alone if place.line is not None}
    named = [position(item, language) for item in finding.evidence if item.document or item.place not in alone]
    forms = [form_short(item.form, language) for item in finding.evidence if item.form]
    spoken = [_numbers("pages_list", sorted(pages), language), _numbers("lines_list", sorted(lines), language)]
    return " · ".join(filter(None, (*spoken, *list(dict.fromkeys(named))[:MOST_PLACES], *dict.fromkeys(forms))))


def _numbers(key: str, numbers: Sequence[int], language: Language) -> str:
    if not numbers:
        return ""
    listed = label("enumeration", language).join(map(str, numbers[:MOST_PLACES]))
    more = "and_more" if len(numbers) > MOST_PLACES else "no_more"
    return label(key, language, numbers=listed) + label(more, language, count=len(numbers) - MOST_PLACES)


def bare_message(finding: Finding, language: Language) -> str:
    """The finding in one sentence without its full stop and without what rounding could explain."""
    return ALLOWANCE[language].sub("", finding.message).rstrip("。.")


def short(subject: str) -> str:
    """A subject without the section of the document, and of an account only its own name."""
    named = ABOVE.sub("", SECTION.sub("", subject))
    return named[:1].upper() + named[1:]


def headline(finding: Finding, language: Language) -> str:
    """What is wrong with what, in plain words; of a notice or a question only what it is about."""
    subject = short(finding.subject)
    if finding.severity in (Weight.NOTICE, Weight.REVIEW):
        return mask(subject)
    words = choose(HEADLINES[finding.family], language)
    return mask(f"{subject}：{words}" if language == "zh" else f"{subject}: {words}")


def _sides(finding: Finding, language: Language) -> Iterator[Side]:
    alike = finding.left is not None and finding.right is not None and finding.left.label == finding.right.label
    for kind, figure in (("stated", finding.left), ("expected", finding.right)):
        displayed = finding.stated if kind == "stated" else finding.expected
        if displayed or figure is not None:
            title = "remedy" if kind == "expected" and not finding.sides_stand else kind
            named = "" if figure is None else figure.label
            if alike and figure is not None and figure.evidence:  # only their places tell them apart
                named = f"{named}{label('bracketed', language, words=position(figure.evidence[0], language))}"
            yield Side(kind, label(title, language), displayed, named)
    if finding.difference:
        yield Side("difference", label("difference", language), finding.difference.lstrip("-"), "")
    if finding.tolerance:
        most = label("at_most", language, amount=finding.tolerance)
        yield Side("tolerance", label("tolerance", language), most, "")
