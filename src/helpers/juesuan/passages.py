"""The prose of a document made ready for rules about wording.

A passage is a paragraph that stands in no form and no self-evaluation. Rules search its dense
text, in which white space and the two widths of punctuation make no difference, and quote the
words as displayed.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from juesuan.checks import Evidence
from juesuan.document import Paragraph, Place
from juesuan.records import Evaluation, Section

_WIDTHS = tuple(zip("(),:;?!％．０１２３４５６７８９〔〕［］", "（），：；？！%.0123456789（）（）", strict=True))
_SENTENCE_END = re.compile(r"[。；！？\n]")
_SENTENCE_MARK = re.compile(r"[，。；]")
_LONGEST_QUOTE = 160
_AROUND = 40


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph: its words as displayed, the same without white space, its section and places.

    `index` counts the document's paragraphs; `section` is the innermost that holds it, None
    before the first heading; `starts` and `places` say for each of its lines where it begins.
    """

    index: int
    text: str
    dense: str
    section: Section | None
    starts: tuple[int, ...]
    places: tuple[Place, ...]

    @property
    def topic(self) -> str:
        return self.section.topic if self.section else ""

    @property
    def is_heading(self) -> bool:
        return self.section is not None and self.section.first == self.index

    def evidence(self, start: int = 0, end: int | None = None) -> Evidence:
        """The sentence around `dense[start:end]` (without `end`, the sentence at `start`) as displayed."""
        end = start if end is None else end
        first, last = self._sentence(start, end)
        shown_first, shown_last = self.displayed_offset(first), self.displayed_offset(last - 1) + 1
        place = self.places[bisect_right(self.starts, self.displayed_offset(start)) - 1]
        return Evidence(self.text[shown_first:shown_last].strip(), place)

    def _sentence(self, start: int, end: int) -> tuple[int, int]:
        """Dense offsets of the sentence that holds a match, cut around it where it is very long."""
        before = [match.end() for match in _SENTENCE_END.finditer(self.dense, 0, start)]
        after = _SENTENCE_END.search(self.dense, max(end - 1, start))
        first, last = (before[-1] if before else 0), (after.end() if after else len(self.dense))
        if last - first <= _LONGEST_QUOTE:
            return first, last
        return max(first, start - _AROUND), min(last, end + _AROUND)

    def displayed_offset(self, offset: int) -> int:
        """The offset in `text` of the character at an offset in `dense`."""
        seen = -1
        for position, character in enumerate(self.text):
            seen += not character.isspace()
            if seen == offset:
                return position
        return len(self.text) - 1


@dataclass(frozen=True, slots=True)
class Hit:
    """A match in a passage; `start` and `end` are dense offsets in that passage."""

    passage: Passage
    match: re.Match[str]
    start: int
    end: int

    @property
    def evidence(self) -> Evidence:
        return self.passage.evidence(self.start, self.end)

    @property
    def words(self) -> str:
        return self.match.group()

    @property
    def in_heading(self) -> bool:
        """Whether the match stands in the heading itself, not in text that runs on behind it."""
        if not self.passage.is_heading or self.passage.section is None:
            return False
        title = "".join(self.passage.section.title.split())
        return self.start < max(self.passage.dense.find(title), 0) + len(title)


class Prose:
    """All passages of a document, searched at once; `speaks` where there is a sentence among them."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = tuple(passages)
        self.text = "\n".join(passage.dense for passage in passages)
        self._starts = list(accumulate((len(passage.dense) + 1 for passage in passages), initial=0))[:-1]
        self.speaks = _SENTENCE_MARK.search(self.text) is not None
        self._found: dict[re.Pattern[str], list[Hit]] = {}

    def __iter__(self) -> Iterator[Passage]:
        return iter(self.passages)

    def __reduce__(self) -> tuple[type[Prose], tuple[tuple[Passage, ...]]]:
        return Prose, (self.passages,)  # matches found so far cannot be pickled

    def within(self, first: int, last: int) -> Sequence[Passage]:
        """The passages of the paragraphs `first` … `last`."""
        start = bisect_left(self.passages, first, key=lambda passage: passage.index)
        end = bisect_right(self.passages, last, key=lambda passage: passage.index)
        return self.passages[start:end]

    def search(self, pattern: re.Pattern[str]) -> Sequence[Hit]:
        """Every match in reading order; patterns must not match a line break."""
        if pattern not in self._found:
            self._found[pattern] = [self._hit(match) for match in pattern.finditer(self.text)]
        return self._found[pattern]

    def _hit(self, match: re.Match[str]) -> Hit:
        number = bisect_right(self._starts, match.start()) - 1
        start = match.start() - self._starts[number]
        return Hit(self.passages[number], match, start, start + len(match.group()))


@lru_cache(maxsize=8192)  # asked of every line by several rooms
def dense(text: str) -> str:
    """A text without white space and with Chinese punctuation throughout; digits and % are ASCII."""
    text = "".join(text.split())
    for found, instead in _WIDTHS:  # far quicker than `str.translate` on Chinese
        text = text.replace(found, instead)
    return text


def prose(
    paragraphs: Sequence[Paragraph], places: Sequence[Place], sections: Sequence[Section], claimed: frozenset[int]
) -> Prose:
    """The paragraphs of which no line is `claimed` by a table; `places` are those of the lines."""
    holders = _innermost(sections, len(paragraphs))
    return Prose(
        [
            Passage(
                index,
                paragraph.text,
                dense(paragraph.text),
                holders[index],
                paragraph.starts,
                tuple(places[paragraph.first : paragraph.last + 1]),
            )
            for index, paragraph in enumerate(paragraphs)
            if claimed.isdisjoint(range(paragraph.first, paragraph.last + 1))
        ]
    )


def cells(evaluations: Sequence[Evaluation]) -> Prose:
    """The words in the cells of self-evaluation tables, each text of a table once, as passages of that table."""
    return Prose([passage for evaluation in evaluations for passage in _cells(evaluation)])


def _cells(evaluation: Evaluation) -> Iterator[Passage]:
    name = f"“{evaluation.project}”绩效自评表" if evaluation.project else "整体支出绩效自评表"
    table = Section(0, 0, "", name, "evaluation", -1, -1, evaluation.project)
    texts = [evaluation.goal, evaluation.result, evaluation.reason]
    for indicator in evaluation.indicators:
        texts += [indicator.level3, indicator.target.text, indicator.actual.text, indicator.reason]
    for text in dict.fromkeys(filter(None, texts)):
        yield Passage(-1, text, dense(text), table, (0,), (evaluation.place,))


def _innermost(sections: Sequence[Section], count: int) -> list[Section | None]:
    holders: list[Section | None] = [None] * count
    for section in sorted(sections, key=lambda section: (section.first, section.level)):
        last = min(section.last + 1, count)
        holders[section.first : last] = [section] * (last - section.first)
    return holders
