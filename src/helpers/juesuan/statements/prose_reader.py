"""Walks through the running text of the sections and collects what it states."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from juesuan.records import Direction, Measure, Section
from juesuan.statements import events
from juesuan.statements.aside import masked, set_aside
from juesuan.statements.attribution import tell
from juesuan.statements.characters import closing, shadow_of
from juesuan.statements.clauses import Clause, clauses
from juesuan.statements.items import Item, names_item, read_item
from juesuan.statements.lexicon import (
    ADJUSTED,
    BESIDES,
    BUDGET_BASE,
    DIRECTION_AT_END,
    ENDS_WITH_ETC,
    OF_LAST_YEAR,
    OPENER,
    PRIOR_BASE,
    REASON,
    direction_of,
)
from juesuan.statements.nouns import is_generic
from juesuan.statements.numerals import ABOUT, Numeral
from juesuan.statements.passages import Passage
from juesuan.statements.phrases import PRIOR
from juesuan.statements.prose_state import ProseState
from juesuan.statements.scope import Scope
from juesuan.statements.subjects import canonical, in_topic, is_account, wide
from juesuan.statements.told import Told, Words
from juesuan.statements.topics import OF_ITEMS

_LISTING_TOPICS = ("basic", "operating_cost", "report.overall")
_OF_MANY = ("performance", "operating_cost")  # sections in which 其中 picks out some
_ANNOUNCES = {
    "basic": re.compile(r"其中[:,]?$|:$"),
    "general": re.compile(r"其中[:,]?$|:$"),
    "general.items": re.compile(r"其中[:,]?$|:$"),
    "three_public": re.compile(r"其中[:,]?$"),
    "three_public.detail": re.compile(r"其中[:,]?$"),
}
_ABOUT_ITEMS = re.compile(r"(?:情况|说明)$")
_INCLUDES = re.compile(r"\s*(?:其中|含|包括)")
_WHOLE = re.compile(r"[。！？!?;:)”\"元%]\s*$|\d\s*[人个辆台套批次分项](?:次)?\s*$")
_ONE_REASON = re.compile(r"\s*(?:[一二三四五六七八]是|[①-⑨])")
_JUDGES = re.compile(r"评|结论|结果|等级")


class ProseReader(ProseState):
    """Reads passages in their order; what was said before decides what a later figure is about."""

    def enter(self, section: Section) -> None:
        """Begin a section; a functional class named in its title is remembered for those below."""
        if section.topic != self.scope.topic:
            self.recorder.lists.end_section()
            self.item = Item()
        self.scope = Scope(section, self.year)
        title, of_general = section.title, section.topic == "general.items"
        is_class = of_general and section.level >= 3 and not _ABOUT_ITEMS.search(title)
        if is_class or (section.topic in OF_ITEMS and names_item(shadow_of(title))):
            self._name_class(title)

    def read(self, passage: Passage) -> None:
        """Collect all statements of a passage."""
        self.passage = passage
        self.scope.begin_paragraph(str(self.item), passage.shadow)
        if (found := events.lone_grade(passage.shadow)) and _JUDGES.search(self.scope.section.title):
            self.span = (0, len(passage.text))
            self._grade(*found)
            return
        for start, end in passage.sentences():
            self._sentence(start, end, passage.figures(start, end))

    def _sentence(self, start: int, end: int, numerals: Sequence[Numeral]) -> None:
        self.span = (start, end)
        self.brackets = []
        self.scope.begin_sentence()
        cursor = start
        for numeral in numerals:
            head = cursor
            self.scope.heard = ""
            for clause in clauses(self.passage, cursor, numeral.start, followed=True):
                head = self._clause(clause)
            self._figure(head, numeral)
            cursor = max(numeral.end, cursor)
        for clause in clauses(self.passage, cursor, end, followed=False):
            self._clause(clause)
        for offset, grade in events.grades(self.passage.shadow[start:end]):
            self._grade(start + offset, grade)
        self._end_sentence()

    def _end_sentence(self) -> None:
        start, end = self.span
        said = self.passage.shadow[start:end].rstrip(" 。")
        if end == len(self.passage.shadow) and not _WHOLE.search(self.passage.shadow):
            self.recorder.lists.break_off()
        self._return_to(self.recorder.lists.end_sentence())
        announces = _ANNOUNCES.get(self.scope.topic)
        if announces and announces.search(said) and not self.passage.shadow[end:].strip():
            self.recorder.lists.end_section()
            self.recorder.open_list(self.scope, self.passage, end, claims=True, lasting=True)

    def _clause(self, clause: Clause) -> int:
        """Take in one clause; gives where the words of a figure that follows it begin."""
        self._leave_brackets(clause.start)
        self._enter_brackets(clause.start, clause.end)
        used = events.vehicle_use(self.passage.shadow[clause.start : clause.end])
        if self.scope.topic == "assets" and used:
            self._use(f"车辆/{wide(used[0])}", clause.start + used[1], clause.start + used[2])
            return clause.end
        if clause.after == ";":
            self._return_to(self.recorder.lists.separate())
            self.scope.listing = False
            self.scope.because = ""
        if BESIDES.match(self.passage.shadow, clause.start, clause.end):
            self._return_to(self.recorder.lists.end_sentence())
        start = self._explain(clause)
        start = self._enumerate(clause, start)
        if names_item(self.passage.shadow[start : clause.end]):
            start = self._name_item(start, clause.end)
            self.scope.levelled = clause.followed
        self._compare(start, clause.end)
        if not clause.followed:
            self._leave(clause, start)
        return start

    def _figure(self, head: int, numeral: Numeral) -> None:
        """State the figure whose words begin at `head`."""
        self._leave_brackets(numeral.start)
        self._return_to(self.recorder.lists.pass_bracket(numeral.start))
        head = self._bracket(head, numeral)
        start, end = self.span
        words = Words(
            self.passage.text[head : numeral.start],
            self.passage.shadow[head : numeral.start],
            self.passage.shadow[start:end],
            numeral.start - start,
            numeral.end - start,
        )
        told = tell(words, numeral, self.scope)
        self.scope.levelled = False
        self.scope.adjusted |= ADJUSTED.search(self.scope.heard + words.shadow) is not None
        if self.scope.adjusted:
            told = replace(told, measure=Measure.OTHER)
        prior = PRIOR if PRIOR_BASE.search(words.shadow) else ""
        self.scope.base = self._budget_base(head, numeral.start) or self._base_told(told) or prior or self.scope.base
        role = "reason" if self.scope.reason else ""
        if told.project:
            self.scope.project = told.project
        self.recorder.add(told, self.scope, self.passage, self.span, numeral.start, numeral.doubt, role)
        if not role and self._takes_floor(told, numeral, words.shadow):
            self.scope.subject = told.subject

    def _bracket(self, head: int, numeral: Numeral) -> int:
        """A bracket right after a figure, with several figures or with one that it includes, lists its parts."""
        shadow = self.passage.shadow
        if not shadow[head : numeral.start].lstrip().startswith("(") or not self.scope.sentence:
            return head
        opened = shadow.index("(", head)
        closed = closing(shadow, opened)
        inside = [other for other in self.passage.numerals if opened < other.start < closed]
        if len(inside) > 1 or _INCLUDES.match(shadow[opened + 1 : closed]):
            self.recorder.open_list(self.scope, self.passage, opened, claims=True, until=closed)
        return opened

    def _leave(self, clause: Clause, start: int) -> None:
        """What a clause leaves behind that no figure follows: names, a base, a reason, a subject."""
        shadow = self.passage.shadow[start : clause.end]
        self.scope.heard += shadow + clause.mark
        if not shadow.strip() or (self.scope.listing and self._names(start, clause)):
            return
        base = self._budget_base(start, clause.end)
        if base or PRIOR_BASE.search(shadow):
            self.scope.base = base or PRIOR
            if self.scope.reason and not base:
                self._moved_without_amount(start, clause.end)
            return
        if OF_LAST_YEAR.match(shadow) and not self.scope.reason:
            self.scope.base = PRIOR  # 上年未发生，增加……
        noun = self._noun(start, clause.end)
        if self.scope.reason and (moved := DIRECTION_AT_END.search(shadow)):
            self.scope.because = in_topic(self._noun(start, start + moved.start()), self.scope.topic)
            self._moved_without_amount(start, clause.end)
        elif self.scope.reason and is_account(noun):
            self.scope.because = in_topic(noun, self.scope.topic)
        elif not self.scope.reason and clause.mark in (":", "。", "") and canonical(noun):
            self.scope.subject = canonical(noun)
            if not clause.after and not self.scope.sentence:
                self.scope.announced = self.scope.subject
        elif clause.mark == ":" and self.scope.topic == "general.items" and 2 <= len(noun) <= 20:
            self._name_class(noun)

    def _moved_without_amount(self, start: int, end: int) -> None:
        """A reason that tells which account moved, and not by how much: 人员经费比上年减少."""
        shadow = self.passage.shadow
        moved = DIRECTION_AT_END.search(shadow[start:end])
        if moved is None:
            return
        base = PRIOR_BASE.search(shadow, start, start + moved.start())
        noun = self._noun(start, base.start() if base else start + moved.start())
        if is_account(noun):
            subject = in_topic(noun, self.scope.topic)
            told = Told(subject, Measure.CHANGE, direction_of(moved["dir"]), None, word=moved["dir"])
            self._record(told, start + moved.start(), role="reason")

    def _explain(self, clause: Clause) -> int:
        """Notice where reasons begin and where they end; gives where the rest of the clause begins."""
        shadow = self.passage.shadow[clause.start : clause.end]
        match = REASON.search(shadow)
        if not self.scope.reason:
            self._note_year(clause.start, clause.start + match.start() if match else clause.end)
        if match:
            self._compare(clause.start, clause.start + match.start())
            self.scope.reason, self.scope.because = True, ""
            self.scope.reasons = bool(_ONE_REASON.match(shadow[match.end() :]))
            return clause.start + match.end()
        if self.scope.reason:
            self.scope.reasons |= bool(_ONE_REASON.match(shadow))
            base = PRIOR_BASE.match(shadow.strip()) or BUDGET_BASE.match(shadow.strip())
            resumed = base is not None and ("决算" in base[0] or not self.scope.because)
            again = clause.after == ";" and (bool(self.recorder.lists.open) or self._states_a_total(clause))
            self.scope.reason = self.scope.reasons or not (resumed or again)
        return clause.start

    def _enumerate(self, clause: Clause, start: int) -> int:
        """Open a list where the clause opens one; gives where its first part begins."""
        match = OPENER.search(self.passage.shadow[start : clause.end])
        if match is None or self.scope.reason:
            return start
        offset = start + match.start()
        if match[0].endswith(("用于", "用在")) and not match["ways"] and self.scope.topic not in _LISTING_TOPICS:
            if not names_item(self.passage.shadow[start + match.end() : clause.end]):  # else it belongs to a name
                self._purpose(offset)
            return start
        if self.scope.of_project and match["list"] and not self.scope.sentence:
            return start
        about = canonical(self._noun(start, offset))
        if match["among"] and not about and not is_generic(noun := self._noun(start, start + match.end("among"))):
            about = in_topic(noun, self.scope.topic)
            if not self.recorder.has_told(about):  # the parts of an account without a figure sum to none
                return start + match.end()
        if match[0].startswith("按"):  # 按支出性质分……；按经济分类分……: another way to part the same
            self._return_to(self.recorder.lists.end_sentence())
            about = self.scope.subject
        # 其中某项目……: one of those that the sentence before has counted; 其中会议费……: some of many accounts
        some = match["of"] and not self.scope.sentence and self.scope.topic.startswith(_OF_MANY)
        claims = not (match["main"] or some) or bool(match["ways"])
        until = closing(self.passage.shadow, offset) if self.passage.shadow[offset] == "(" else -1
        self.recorder.open_list(self.scope, self.passage, offset, claims, about, until=until)
        self.scope.listing = self.scope.topic in _LISTING_TOPICS
        return start + match.end()

    def _names(self, start: int, clause: Clause) -> bool:
        """Record a list of names without figures; tells whether the clause is one."""
        spans = events.names(self.passage.shadow[start : clause.end]) if self.recorder.lists.sums_money() else []
        for first, last in spans:
            name = in_topic(self.passage.text[start + first : start + last], self.scope.topic)
            self._record(Told(name, Measure.FINAL, Direction.NONE, None), start + first)
        if spans and ENDS_WITH_ETC.search(self.passage.shadow[start : clause.end]):
            self.recorder.lists.admit_more()
        return bool(spans)

    def _compare(self, start: int, end: int) -> None:
        """Record a comparison said in words."""
        found = events.comparison(self.passage.shadow[start:end])
        if found is None or self.scope.reason:
            return
        noun = self.passage.text[start + found.noun[0] : start + found.noun[1]]
        subject = noun if events.is_of_others(noun) else canonical(noun) or self.scope.subject
        measure = Measure.CHANGE if found.direction is Direction.FLAT else Measure.FINAL
        told = Told(subject, measure, found.direction, None, self._of_year(found.of, start, end), found.word)
        role = "" if found.direction is Direction.FLAT else "comparison"
        self._record(told, start + found.offset, ABOUT if found.about else "", role)
        self.scope.subject = subject

    def _name_item(self, start: int, end: int) -> int:
        """Read an account named by its levels; gives where the naming ends."""
        before = str(self.item)
        self.item, length = read_item(self.passage.text[start:end], self.passage.shadow[start:end], self.item)
        self.scope.subject = self.scope.announced = str(self.item)
        self.recorder.lists.move_on(before, self.scope.subject)
        return start + length

    def _name_class(self, title: str) -> None:
        """A heading of an account: with its levels, or a bare name, which is a class."""
        shadow = masked(shadow_of(title), set_aside(shadow_of(title)))
        if names_item(shadow):
            self.item, _ = read_item(title, shadow, self.item)
        else:
            self.item = self.item.with_level(0, title)
        self.scope.subject = str(self.item)
