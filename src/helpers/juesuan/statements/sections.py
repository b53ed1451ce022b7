"""The outline of a document: parts, sections, self-evaluation reports and stretches of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from juesuan.document import Document
from juesuan.records import Section
from juesuan.statements.characters import with_one_bracket
from juesuan.statements.contents import read_contents
from juesuan.statements.headings import Heading, clean, next_project, read_heading, unnumbered_level
from juesuan.statements.ordinals import Ordinal, read_ordinal
from juesuan.statements.reports import (
    bodies,
    is_annex_entry,
    is_annex_mark,
    is_overall,
    project_in,
    project_of_table,
    report_title,
)
from juesuan.statements.topics import (
    FORM,
    OVERALL_REPORT,
    PROJECT_REPORT,
    is_prose_title,
    is_table_title,
    narrowed,
    part_topic,
    topic_of,
)

_LEAF = 5
_DECLARED = re.compile(r"(?:部门|单位)决算(?:情况)?(?:的)?说明$|决算情况说明$")


def outline(document: Document) -> tuple[tuple[Section, ...], tuple[str, ...]]:
    """The sections of the body in order, each reaching over its subsections, and the titles listed
    in the table of contents (none of which is a section)."""
    texts = [with_one_bracket(paragraph.text.strip()) for paragraph in document.paragraphs]
    contents, start = read_contents(texts)
    sections = _closed(list(_Walk(texts, start).sections()), len(texts))
    return tuple(_with_projects(document, sections, bodies(texts))), contents


@dataclass
class _Walk:
    """One pass over the paragraphs; `stack` are the sections still open.

    `numbered` tells whether the part at hand has given its sections ordinals (一、).
    """

    texts: Sequence[str]
    start: int
    part: int = 0
    skip: int = -1
    numbered: bool = False

    def sections(self) -> Iterator[Section]:
        self.stack: list[Section] = []
        for index in range(self.start, len(self.texts)):
            text = clean(self.texts[index])
            if index == self.skip or not text:
                continue
            section = self._section(index, text)
            if section is not None:
                self._push(section)
                yield section

    def _section(self, index: int, text: str) -> Section | None:
        ordinal = read_ordinal(text)
        if ordinal is not None and ordinal.level == 0 and len(text) < 70:
            return self._part(index, text, ordinal)
        if title := report_title(self.texts, index):
            self.skip = index + 1 if len(title) > len(text) else -1
            return self._report(index, title)
        if _DECLARED.search(text) and len(text) < 50 and (not self.stack or self._in_tables()):
            return self._declared(index, text, ordinal)
        if is_annex_entry(self.texts, index):
            return None
        if is_table_title(text):
            return self._table(index, text)
        if is_annex_mark(text):
            return Section(0, 0, "", text, FORM, index, index)
        evaluating = any(section.topic.startswith("performance") for section in self.stack)
        heading = read_heading(self.texts[index], evaluating) or self._next_project(text, ordinal)
        if heading is not None:
            return self._heading(index, heading)
        explaining = any(section.topic == "terms" for section in self.stack)
        if not self.numbered and not explaining and (level := unnumbered_level(text)):
            return self._heading(index, Heading(level, "", text, len(text)))
        return None

    def _next_project(self, text: str, ordinal: Ordinal | None) -> Heading | None:
        """The heading that a paragraph begins with where the one on a project before it has the ordinal before."""
        before = next((each for each in reversed(self.stack) if ordinal and each.level == ordinal.level), None)
        number = read_ordinal(before.ordinal) if before and before.project and before.project in before.title else None
        return next_project(text, ordinal) if ordinal and number and ordinal.number == number.number + 1 else None

    def _declared(self, index: int, text: str, ordinal: Ordinal | None) -> Section:
        """The title over all explanations, which gives ordinals of its own to its sections."""
        self.numbered = False
        mark, title = (ordinal.text, text[ordinal.end :].strip()) if ordinal else ("", text)
        return Section(self.part, 0, mark, title, "", index, index)

    def _part(self, index: int, text: str, ordinal: Ordinal) -> Section:
        self.part, self.numbered = ordinal.number, False
        title = text[ordinal.end :].strip()
        following = clean(self.texts[index + 1]) if index + 1 < len(self.texts) else ""
        if following in ("说明", "情况说明", "概况", "决算表"):
            title += following
            self.skip = index + 1
        return Section(ordinal.number, 0, ordinal.text, title, part_topic(title), index, index)

    @staticmethod
    def _report(index: int, title: str) -> Section:
        return Section(0, 0, "", title, OVERALL_REPORT if is_overall(title) else PROJECT_REPORT, index, index)

    def _table(self, index: int, text: str) -> Section | None:
        if self.stack and self.stack[0].topic == FORM and self.stack[0].part:
            return None
        annexed = not self.stack or self.stack[0].part == 0 or self.stack[0].topic == "terms"
        return Section(0 if annexed else self.part, 0 if annexed else _LEAF, "", text, FORM, index, index)

    def _heading(self, index: int, heading: Heading) -> Section | None:
        self.numbered = self.numbered or (heading.level == 1 and bool(heading.ordinal))
        if self._in_tables():
            if not (heading.project or (heading.level <= 2 and is_prose_title(heading.title))):
                return None
            self._leave_tables()
        parent = self._parent(heading.level)
        if parent is not None and parent.topic == "terms":
            return None
        topic = self._topic(heading, parent)
        part = self.part if parent is None else parent.part
        project = heading.project or ("" if parent is None else parent.project)
        return Section(part, heading.level, heading.ordinal, heading.title, topic, index, index, project)

    def _topic(self, heading: Heading, parent: Section | None) -> str:
        inherited = "" if parent is None else parent.topic
        if inherited.startswith("report") or inherited == "terms":
            return inherited
        if heading.project:
            return "performance.results"
        if heading.level >= 3 and inherited:
            return narrowed(heading.title, inherited)
        topic = topic_of(heading.title, inherited)
        if inherited.startswith("performance") and not topic.startswith("performance"):
            return inherited
        return topic

    def _in_tables(self) -> bool:
        return bool(self.stack) and self.stack[-1].topic == FORM

    def _leave_tables(self) -> None:
        while self._in_tables():
            self.stack.pop()

    def _parent(self, level: int) -> Section | None:
        return next((section for section in reversed(self.stack) if section.level < level), None)

    def _push(self, section: Section) -> None:
        while self.stack and self.stack[-1].level >= section.level:
            self.stack.pop()
        self.stack.append(section)


def _closed(sections: list[Section], count: int) -> list[Section]:
    """The sections with their last paragraph: up to the next of the same or a higher rank."""
    closed = []
    for number, section in enumerate(sections):
        after = (other.first for other in sections[number + 1 :] if other.level <= section.level)
        closed.append(replace(section, last=max(section.first, next(after, count) - 1)))
    return closed


def _with_projects(document: Document, sections: list[Section], names: frozenset[str]) -> Iterator[Section]:
    """Project reports and all their subsections with the name of the project."""
    reports = [section for section in sections if section.topic == PROJECT_REPORT and section.level == 0]
    ends = [section.first for section in sections if section.level == 0 and section.topic != FORM]
    projects: dict[int, str] = {}
    for report in reports:
        project = project_in(report.title, names)
        if not project:
            end = next((end for end in ends if end > report.first), len(document.paragraphs))
            first = document.paragraphs[report.first].first
            project = project_of_table(document, first, document.paragraphs[end - 1].last)
        projects.update(dict.fromkeys(range(report.first, report.last + 1), project))
    for section in sections:
        yield replace(section, project=section.project or projects.get(section.first, ""))
