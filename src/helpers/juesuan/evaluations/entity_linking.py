"""Which self-evaluation table a project named in prose has, and how sure that is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from difflib import SequenceMatcher

from juesuan.document import Paragraph, Place
from juesuan.evaluations.vocabulary import squeezed
from juesuan.naming import Tie
from juesuan.records import Evaluation, Section

LIKELY = Decimal("0.6")
BY_POSITION = Decimal("0.7")  # a report that stands directly before a table
CERTAIN = Decimal(1)

_LOOSE = re.compile(r"[\s“”‘’\"'《》〈〉（）()【】\[\]、，,：:．.·—-]")
_NUMERAL = re.compile(r"\d[\d,]*(?:\.\d+)?")
_YEAR = re.compile(r"^(?:19|20)\d{2}年?度?")
_TITLED = re.compile(r"(?:自评|评价)(?:情况)?报告$")
_SEVERAL = 2  # reports that make a section an annex of reports
_KIND = re.compile(r"(?:项目)?(?:支出)?(?:专项)?(?:工作)?(?:项目|经费|资金|费用|费)$")


def ties(
    evaluations: Sequence[Evaluation],
    sections: Sequence[Section],
    paragraphs: Sequence[Paragraph],
    places: Sequence[Place],
) -> tuple[Tie, ...]:
    """The table of every section that reports on a project, and of the report on the whole department.

    A section is tied by its project's name; where it has none, or none that is alike, by the table
    that follows it before another report begins. `place` is that of the section's heading.
    """
    reports = _reporting(sections)
    found: list[Tie] = []
    for number, section in enumerate(reports):
        place = places[paragraphs[section.first].first]
        after = reports[number + 1].first if number + 1 < len(reports) else len(paragraphs)
        following = _following(evaluations, _line(section.first, paragraphs), _line(after, paragraphs), places)
        text = "".join(each.text for each in paragraphs[section.first : section.last + 1])
        tie = _tied(evaluations, section, following, place, text)
        found += [tie] if tie else []
    return tuple(found)


def likeness(first: str, second: str) -> Decimal:
    """How alike two project names are, from 0 to 1; 1 where they differ only in marks and year."""
    a, b = _bare(first), _bare(second)
    if not a or not b:
        return Decimal(0)
    if a == b:
        return CERTAIN
    shorter, longer = sorted((_KIND.sub("", a) or a, _KIND.sub("", b) or b), key=len)
    if shorter == longer:
        return Decimal("0.95")
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    ratio = Decimal(str(round(matcher.ratio(), 2)))
    return max(ratio, Decimal("0.85")) if len(shorter) >= 4 and shorter in longer else min(ratio, Decimal("0.9"))


def best_match(name: str, evaluations: Sequence[Evaluation], text: str = "") -> tuple[int, Decimal] | None:
    """The project table whose name is most alike, None where none is likely.

    Of several that are equally so it is the one whose money a `text` tells; None where it tells that of none or more.
    """
    scores = [(likeness(name, each.project), index) for index, each in enumerate(evaluations) if each.project]
    scores.sort(key=lambda score: (-score[0], score[1]))
    if not scores or scores[0][0] < LIKELY:
        return None
    equals = [index for score, index in scores if score == scores[0][0] and not evaluations[index].supplementary]
    if len(equals) > 1:
        equals = [index for index in equals if tells_money(text, evaluations[index])]
    return (equals[0], scores[0][0]) if len(equals) == 1 else None


def tells_money(text: str, evaluation: Evaluation) -> bool:
    """Whether a text gives the budget and the spending of a table, figure by figure."""
    line = next((each for each in evaluation.funds if each.kind == "total"), None)
    if line is None or not line.executed.text or not line.budget.text:
        return False
    numerals = set(_NUMERAL.findall(text))
    return {line.executed.text, line.budget.text} <= numerals


def first_line(evaluation: Evaluation, places: Sequence[Place]) -> int:
    """The index of the line before which, or at which, a table begins."""
    if evaluation.lines:
        return min(evaluation.lines)
    return bisect_left([place.order for place in places], evaluation.place.order)


def _reporting(sections: Sequence[Section]) -> list[Section]:
    """The sections that report, in their order; an annex of several reports by these."""
    within = [each for each in sections if each.level and each.topic == "report.project" and _TITLED.search(each.title)]
    annexes = [each for each in sections if sum(_holds(each, report) for report in within) >= _SEVERAL]
    own = [each for each in within if any(_holds(annex, each) for annex in annexes)]
    return [each for each in sections if each in own or (_reports(each) and each not in annexes)]


def _holds(section: Section, other: Section) -> bool:
    return section.level < other.level and section.first <= other.first and other.last <= section.last


def _reports(section: Section) -> bool:
    if section.level == 0 and section.topic in ("report.project", "report.overall"):
        return True
    return section.topic.startswith("performance") and bool(section.project)


def _line(paragraph: int, paragraphs: Sequence[Paragraph]) -> int:
    return paragraphs[paragraph].first if paragraph < len(paragraphs) else paragraphs[-1].last + 1


def _following(evaluations: Sequence[Evaluation], start: int, end: int, places: Sequence[Place]) -> int | None:
    """The first table between two lines.

    A table without lines of its own that begins before the first of them stands above it.
    """
    starts = [(first_line(each, places), index) for index, each in enumerate(evaluations)]
    inside = ((index, line - (not evaluations[index].lines)) for line, index in sorted(starts) if line <= end)
    return next((index for index, line in inside if start <= line), None)


def _tied(
    evaluations: Sequence[Evaluation], section: Section, following: int | None, place: Place, text: str
) -> Tie | None:
    if section.topic == "report.overall":
        index = next((number for number, each in enumerate(evaluations) if each.overall), None)
        return None if index is None else Tie(section.title, index, CERTAIN, place)
    match = _named_in(section.title, evaluations) or (
        best_match(section.project, evaluations, text) if section.project else None
    )
    if following is not None and evaluations[following].supplementary and match:
        match = (following, likeness(section.project, evaluations[following].project))
    if match and (match[1] == CERTAIN or following in (None, match[0])):
        return Tie(section.project, match[0], match[1], place)
    if following is not None and evaluations[following].project:
        return Tie(section.project or section.title, following, BY_POSITION, place)
    return Tie(section.project, match[0], match[1], place) if match else None


def _named_in(title: str, evaluations: Sequence[Evaluation]) -> tuple[int, Decimal] | None:
    """The one project whose whole name stands in a heading; None where none or several do."""
    bare = _bare(title)
    named = [
        index for index, each in enumerate(evaluations) if len(_bare(each.project)) > 3 and _bare(each.project) in bare
    ]
    return (named[0], CERTAIN) if len(named) == 1 else None


def _bare(name: str) -> str:
    return _LOOSE.sub("", _YEAR.sub("", squeezed(name)))
