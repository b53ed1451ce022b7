"""What is being spoken of at a point of the text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from juesuan.records import Section, Statement
from juesuan.statements.phrases import PRIOR
from juesuan.statements.subjects import whole_of
from juesuan.statements.topics import OF_ITEMS

_TARGETS = re.compile(r"目标(?!.*(?:完成|实现|对比|程度|情况))|预期")
_TARGET_LABEL = re.compile(r"^[^,。;:]{0,14}(?:目标(?:值|设定)?|(?:数量|质量|时效|成本|效益|满意度)指标)\s*:")

_HELD = ("subject", "reason", "reasons", "because", "base", "series", "turn", "adjusted")


@dataclass(slots=True)
class Scope:
    """The section, the account at hand, and whether the text is giving reasons.

    `aiming` says that the paragraph's label announces targets, `reasons` that the sentence counts its
    reasons off (一是, 二是), `because` is the account that a reason is about, `announced` an account that the
    paragraph has named by its level, or alone in a sentence (2.公务接待费。), `heard` the words since the
    last figure, `year` a year named there, `base` what changes are measured against ("prior" or a budget),
    `listing` that names without figures follow, `levelled` that an account named by its level stands right
    before the figure, `series` the accounts that figures said 分别 are of in turn, `adjusted` that figures are
    what they would be without something (剔除……后), `sentence` the statements of the sentence so far.
    """

    section: Section
    document_year: str
    subject: str = ""
    project: str = ""
    aiming: bool = False
    reason: bool = False
    reasons: bool = False
    because: str = ""
    announced: str = ""
    heard: str = ""
    year: str = ""
    base: str = ""
    listing: bool = False
    levelled: bool = False
    series: tuple[str, ...] = ()
    turn: int = 0
    adjusted: bool = False
    sentence: list[Statement] = field(default_factory=list)

    @property
    def topic(self) -> str:
        return self.section.topic

    @property
    def targets(self) -> bool:
        """Whether the section, or the paragraph by its label, states targets of a self-evaluation."""
        return self.topic.startswith("report") and (self.aiming or bool(_TARGETS.search(self.section.title)))

    @property
    def of_project(self) -> bool:
        """Whether the text evaluates one project."""
        return bool(self.section.project) or self.topic == "report.project"

    @property
    def period(self) -> str:
        """The year spoken of: four digits, or "prior" where the text names the year before."""
        return self.period_of(self.year)

    def period_of(self, year: str) -> str:
        """A year as a period: four digits (the document's where none is named), or "prior"."""
        if year and self.document_year and int(year) == int(self.document_year) - 1:
            return PRIOR
        return year or self.document_year

    def of_year(self, base: str, years: Sequence[str]) -> str:
        """A base of changes with the year beside it where it is an unusual one (2019年, 2023年年初预算), else ""."""
        usual = (0, 1) if base == PRIOR else (0,)
        if not base or not years or not self.document_year or int(self.document_year) - int(years[-1]) in usual:
            return ""
        return f"{years[-1]}年{'' if base == PRIOR else base}"

    def begin_paragraph(self, item: str, shadow: str) -> None:
        """`item` is the account that headings have named, "" for none."""
        self.aiming = bool(_TARGET_LABEL.match(shadow))
        self.announced = ""
        self.subject = item if self.topic in OF_ITEMS and item else whole_of(self.topic)
        self.project = self.section.project
        self.begin_sentence()

    def begin_sentence(self) -> None:
        self.reason = False
        self.reasons = False
        self.because = ""
        self.heard = ""
        self.year = ""
        self.base = ""
        self.listing = False
        self.series = ()
        self.turn = 0
        self.adjusted = False
        self.sentence = []

    def held(self) -> dict[str, Any]:
        """What is spoken of, to come back to after an aside in brackets."""
        return {name: getattr(self, name) for name in _HELD}

    def resume(self, held: Mapping[str, Any]) -> None:
        """Speak again of what was `held`."""
        for name, value in held.items():
            setattr(self, name, value)
