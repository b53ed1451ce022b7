"""Keeps what was told as statements: with section, period, verbatim sentence and place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from juesuan.document import Document
from juesuan.records import Measure, Statement
from juesuan.statements.enumerations import SUMMED, Enumeration, Enumerations
from juesuan.statements.passages import Passage
from juesuan.statements.scope import Scope
from juesuan.statements.subjects import whole_of
from juesuan.statements.told import Told

_LONGEST_QUOTE = 300
_SEMICOLON = re.compile(r"[；;]")
_COMMA = re.compile(r"[，,、]")
_REACH = 12
_FUNDS = re.compile(r"(?:财政|中央|省级|市级|区级|县级|自筹|其他|上级|本级|配套|单位)(?:补助|拨款|配套)?资金$")


class Recorder:
    """The statements of a document as they come in, and the lists they belong to."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.lists = Enumerations()
        self.statements: list[Statement] = []

    def add(
        self,
        told: Told,
        scope: Scope,
        passage: Passage,
        span: tuple[int, int],
        offset: int,
        doubt: str = "",
        role: str = "",
    ) -> Statement:
        """Record what was told at an offset of a passage; `span` is the sentence it stands in."""
        paragraph, within = passage.locate(offset)
        statement = Statement(
            section=scope.section.title,
            topic=_topic(told, scope),
            subject=told.subject,
            measure=told.measure,
            direction=told.direction,
            period=told.period or scope.period,
            amount=told.amount,
            quote=_quote(passage, span, offset),
            place=passage.place(self.document, offset),
            paragraph=paragraph,
            offset=within,
            of=told.of,
            role=role,
            project=told.project or scope.project,
            doubt=doubt,
            word=told.word,
            inferred=not (told.named or _spoken_of(told.subject, scope)),
        )
        statement = self.lists.place(statement)
        if statement.role == "part" and statement.measure is Measure.FINAL and _FUNDS.search(statement.subject):
            statement = replace(statement, measure=self.lists.measure_of(statement.group))
        self.statements.append(statement)
        scope.sentence.append(statement)
        return statement

    def open_list(
        self,
        scope: Scope,
        passage: Passage,
        offset: int,
        claims: bool,
        about: str = "",
        lasting: bool = False,
        until: int = -1,
    ) -> None:
        """Open a list at an offset; `about` is the account whose parts it gives where it is named.

        None opens where a sentence begins with parts and the one before told of several things.
        """
        paragraph, within = passage.locate(max(0, min(offset, len(passage.text) - 1)))
        tail = self.statements[-_REACH:]
        recent = [said for said in tail if said.paragraph >= paragraph - 1 and _may_be_total(said)]
        spoken = [said for said in tail[-len(scope.sentence) :] if _may_be_total(said)] if scope.sentence else []
        if about:
            totals = [said for said in recent if said.subject == about]
        else:
            totals = spoken or [said for said in recent if said.subject == recent[-1].subject]
        place = f"{paragraph}:{within}"
        leads = not scope.sentence
        if leads and not about and recent and _told_several(recent):
            return  # 其中 behind a list: parts of which member of it, or of the whole, is not said
        self.lists.begin(Enumeration(tuple(reversed(totals)), place, claims, scope.subject, lasting, until, leads))

    def has_told(self, subject: str) -> bool:
        """Whether one of the last figures was of a subject."""
        return any(said.subject == subject and _may_be_total(said) for said in self.statements[-_REACH:])

    def settled(self) -> Iterable[Statement]:
        """Everything recorded, with totals and parts tied together."""
        return self.lists.settle(self.statements)


def _told_several(said: Sequence[Statement]) -> bool:
    """Whether the last sentence told what was spent on several things."""
    last = [each for each in said if each.quote == said[-1].quote and each.measure is Measure.FINAL]
    return len({each.subject for each in last if each.amount is not None and each.amount.is_money}) > 1


def _topic(told: Told, scope: Scope) -> str:
    """The section's topic; in the “三公” sections what is said decides, however they are divided."""
    if not scope.topic.startswith("three_public") or told.measure is Measure.OTHER:
        return scope.topic
    if told.measure is Measure.COUNT:
        return "three_public.physical"
    return "three_public" if told.subject == whole_of("three_public") else "three_public.detail"


def _spoken_of(subject: str, scope: Scope) -> bool:
    """Whether the sentence has named this subject before, or an item's own heading has."""
    if scope.sentence and scope.sentence[-1].measure is Measure.COUNT:  # 外事接待2批次，支出…… is of what was counted
        return False
    if "/" in subject or subject == scope.announced:
        return True
    return ";" not in scope.heard and any(said.subject == subject and not said.inferred for said in scope.sentence)


def _may_be_total(statement: Statement) -> bool:
    return statement.measure in SUMMED and statement.role != "reason" and statement.amount is not None


def _quote(passage: Passage, span: tuple[int, int], offset: int) -> str:
    """The sentence verbatim; of a very long one the clauses around the offset."""
    start, end = span
    if end - start > _LONGEST_QUOTE:
        half = _LONGEST_QUOTE // 2
        marks = [match.end() for match in _SEMICOLON.finditer(passage.text, start, end)]
        breaks = [start, *(marks or [match.end() for match in _COMMA.finditer(passage.text, start, end)]), end]
        start = next(position for position in breaks if position >= offset - half)
        end = next((position for position in breaks if position >= offset + half), end)
    return passage.displayed(start, end).strip()
