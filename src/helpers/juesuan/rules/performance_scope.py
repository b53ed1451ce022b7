"""Which passages and statements speak of which self-evaluation table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from juesuan.accounts import Accounts
from juesuan.evaluations.vocabulary import squeezed
from juesuan.passages import Passage
from juesuan.records import Evaluation, Section, Statement

_BEFORE_NAME = 8  # characters of an ordinal, a mark or a year before the name with which a paragraph begins


@dataclass(frozen=True, slots=True)
class Report:
    """A section that reports on one evaluated project, or on the whole department, with its table.

    `sureness` is that of the tie between the two.
    """

    section: Section
    evaluation: Evaluation
    sureness: Decimal

    def holds(self, paragraph: int) -> bool:
        return self.section.first <= paragraph <= self.section.last

    def passages(self, accounts: Accounts) -> Iterator[Passage]:
        return iter(accounts.prose.within(self.section.first, self.section.last))

    def statements(self, accounts: Accounts) -> Iterator[Statement]:
        return accounts.within(self.section.first, self.section.last)


def reports(accounts: Accounts) -> list[Report]:
    """Every tied report, in the document's order."""
    ties = {tie.place: tie for tie in accounts.ties}
    found = []
    for section in accounts.sections if ties else ():
        if section.first >= len(accounts.paragraphs) or not _may_report(section):
            continue
        tie = ties.get(accounts.places[accounts.paragraphs[section.first].first])
        if tie is not None:
            found.append(Report(section, accounts.evaluations[tie.evaluation], tie.sureness))
    return found


def report_at(found: list[Report], paragraph: int) -> Report | None:
    """The report that holds a paragraph; None for part four itself and all other prose."""
    return next((report for report in found if report.holds(paragraph)), None)


def meant(accounts: Accounts, found: list[Report], passage: Passage) -> tuple[Evaluation, ...]:
    """The tables that a claim in a passage is about.

    A project's own in its report and in a paragraph that begins with its name, all of them in part four and in the
    report on the whole department, none elsewhere.
    """
    report = report_at(found, passage.index)
    if report is not None and not report.evaluation.overall:
        return (report.evaluation,)
    if not passage.topic.startswith(("performance", "report")):
        return ()
    named = tuple(each for each in accounts.evaluations if each.project and begins_with(passage.dense, each.project))
    return named or accounts.evaluations


def begins_with(text: str, project: str) -> bool:
    """Whether a text without spaces begins with the name of a project, behind an ordinal or a year."""
    name = squeezed(project)
    return name in text[: len(name) + _BEFORE_NAME]


def _may_report(section: Section) -> bool:
    return section.topic.startswith(("report", "performance")) and (section.level == 0 or bool(section.project))
