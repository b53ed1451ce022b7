"""What is at hand on the walk through running text: the passage, what was said before, and where it is kept."""

from __future__ import annotations

from typing import Any

from juesuan.document import Document
from juesuan.records import Direction, Measure, Section
from juesuan.statements import events
from juesuan.statements.characters import closing
from juesuan.statements.clauses import Clause
from juesuan.statements.items import Item
from juesuan.statements.lexicon import BUDGET_BASE, BUDGET_OF, DIRECTION_AT_END, NAMES_BASE, OLDER_YEAR
from juesuan.statements.nouns import is_generic, trim
from juesuan.statements.numerals import Numeral
from juesuan.statements.passages import Passage
from juesuan.statements.phrases import PRIOR
from juesuan.statements.recorder import Recorder
from juesuan.statements.scope import Scope
from juesuan.statements.subjects import canonical, in_topic, is_account
from juesuan.statements.told import Told
from juesuan.statements.topics import OF_ITEMS

_GRADE = "评价等级"
_OF_ACCOUNTS = frozenset(Measure) - {Measure.OTHER, Measure.COUNT, Measure.SCORE, Measure.TARGET, Measure.SHARE}


class ProseState:
    """A passage, the sentence in it and the scope; what a stretch names, and how what it tells is recorded."""

    passage: Passage
    span: tuple[int, int]

    brackets: list[tuple[int, dict[str, Any]]]  # where those that are open close, and what was spoken of before

    def __init__(self, document: Document, year: str) -> None:
        self.year = year
        self.recorder = Recorder(document)
        self.item = Item()
        self.scope = Scope(Section(0, 0, "", "", "", 0, 0), year)

    def _budget_base(self, start: int, end: int) -> str:
        """The budget that a stretch compares with; "" for none."""
        match = BUDGET_BASE.search(self.passage.shadow[start:end])
        return "" if match is None else self._of_year(match["of"], start + match.start(), start + match.end())

    def _of_year(self, budget: str, start: int, end: int) -> str:
        """A budget under the year that a stretch names, where that is another than the document's."""
        return self.scope.of_year(budget, [year for _, year in self.passage.years(start, end)]) or budget

    def _note_year(self, start: int, end: int) -> None:
        """Keep the year that a stretch between two figures names; a semicolon ends it (2023年没有购置；本年……)."""
        shadow = self.passage.shadow
        for offset, year in self.passage.years(start, end):
            compared = shadow[start:offset].rstrip().endswith(("与", "比", "较", "同", "和"))
            if not compared and ";" not in shadow[offset:end]:
                self.scope.year = year
        if "本年" in shadow[start:end].rpartition(";")[2]:
            self.scope.year = ""

    def _purpose(self, offset: int) -> None:
        span = events.purpose(self.passage.shadow[offset : self.span[1]])
        if span is not None and self.scope.topic in OF_ITEMS:
            self._use(self.scope.subject, offset + span[0], offset + span[1])

    def _use(self, subject: str, start: int, end: int) -> None:
        told = Told(subject, Measure.OTHER, Direction.NONE, None, word=self.passage.text[start:end].strip())
        self._record(told, start, role="purpose")

    def _grade(self, offset: int, grade: str) -> None:
        self._record(Told(_GRADE, Measure.SCORE, Direction.NONE, None, word=grade), offset)

    def _record(self, told: Told, offset: int, doubt: str = "", role: str = "") -> None:
        self.recorder.add(told, self.scope, self.passage, self.span, offset, doubt, role)

    def _noun(self, start: int, end: int) -> str:
        first, last = trim(self.passage.shadow[start:end])
        return self.passage.text[start + first : start + last]

    def _leave_brackets(self, offset: int) -> None:
        """Speak again of what was spoken of before the brackets that have closed."""
        while self.brackets and self.brackets[-1][0] <= offset:
            self.scope.resume(self.brackets.pop()[1])

    def _enter_brackets(self, start: int, end: int) -> None:
        """Remember what is spoken of at each bracket that opens in a stretch and holds what comes after it."""
        shadow = self.passage.shadow
        for opened in (offset for offset in range(start, end) if shadow[offset] == "("):
            if (closed := closing(shadow, opened)) >= end:
                held = self.scope.held()
                if NAMES_BASE.search(shadow, start, opened):
                    del held["base"]  # 比2022年(12.00万元)增加……
                if is_account(noun := self._noun(start, opened)):
                    held["subject"] = in_topic(noun, self.scope.topic)
                self.brackets.append((closed, held))

    def _base_told(self, told: Told) -> str:
        """What the figure says that others are held against: last year's, or the budget that was completed."""
        if told.measure is Measure.PRIOR:
            return PRIOR
        if told.measure is Measure.OTHER and OLDER_YEAR.fullmatch(told.of):
            return told.of
        return told.of if told.measure is Measure.COMPLETION and BUDGET_OF.search(told.of) else ""

    def _takes_floor(self, told: Told, numeral: Numeral, words: str) -> bool:
        """Whether what comes next, unless it names another account, is of the one that a figure names.

        Money of a thing that is not known takes the floor too: what is then said is not of the account before it.
        """
        if told.measure is Measure.OTHER and numeral.kind == "money" and not self.scope.adjusted:
            return bool(told.subject) and not is_generic(told.subject)
        return told.named and (told.measure in _OF_ACCOUNTS or "占" in words)

    def _states_a_total(self, clause: Clause) -> bool:
        """Whether the words before a figure are nothing but the name of an account that has one."""
        shadow = self.passage.shadow[clause.start : clause.end]
        named = canonical(shadow) or canonical(self._noun(clause.start, clause.end))
        return clause.followed and bool(named) and not DIRECTION_AT_END.search(shadow)

    def _return_to(self, subject: str | None) -> None:
        if subject is not None:
            self.scope.subject = subject
