"""Sentences with keyed figures: templates filled with slots, and the clauses that sections share."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from string import Formatter

from corpus.department import ZERO, Department
from corpus.dialect import Dialect, percent, prose
from corpus.manuscript import Claim, Piece, Slot, Words
from corpus.wording import Phrases


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes the prose of one department in one region's phrases, section by section."""

    department: Department
    dialect: Dialect
    phrases: Phrases
    topic: str = ""
    project: str = ""

    def about(self, topic: str, project: str = "") -> Writer:
        """The same writer at another topic, whose figures have the topic in their keys."""
        return Writer(self.department, self.dialect, self.phrases, topic, project)

    def fill(self, name: str, **parts: Piece | list[Piece] | int) -> list[Piece]:
        """A phrase of the region with its places filled; year and name are always there."""
        department = self.department
        given = {"year": str(department.year), "before": str(department.year - 1), "name": department.name} | parts
        pieces: list[Piece] = []
        for literal, field, _, _ in Formatter().parse(self.phrases[name]):
            if literal:
                pieces.append(literal)
            if field is not None:
                value = given[field]
                pieces += value if isinstance(value, list) else [str(value) if isinstance(value, int) else value]
        return pieces

    def line(self, style: str, pieces: list[Piece] | str, key: str = "") -> Words:
        done: tuple[Piece, ...] = (pieces,) if isinstance(pieces, str) else tuple(pieces)
        return Words(key or f"prose/{self.topic}", style, done)

    def money(self, subject: str, measure: str, value: Decimal, direction: str = "") -> Slot:
        """An amount in yuan, said in 万元."""
        return self.slot(subject, measure, prose(value), f"{self.dialect.space}万元", direction)

    def rate(self, subject: str, measure: str, part: Decimal, whole: Decimal, direction: str = "") -> Slot:
        return self.slot(subject, measure, percent(part, whole), "%", direction)

    def count(self, subject: str, number: int, unit: str) -> Slot:
        return self.slot(subject, "count", str(number), f"{self.dialect.space}{unit}")

    def word(self, subject: str, what: str, text: str) -> Slot:
        """A word that says which way; it can be changed but holds no figure."""
        return Slot(f"{self._root()}/{subject}/{what}.word", text)

    def slot(self, subject: str, measure: str, text: str, unit: str, direction: str = "") -> Slot:
        claim = Claim(self.topic, subject, measure, direction)
        return Slot(f"{self._root()}/{subject}/{measure}", text, unit, claim)

    def change(self, subject: str, now: Decimal, before: Decimal) -> list[Piece]:
        """How a figure moved against the year before, in the words for up, down, new and the same."""
        move = now - before
        if prose(now) == prose(before) or prose(abs(move)) == "0.00":
            return self.fill("same", word=self.word(subject, "change", self.phrases["same_word"]))
        up = move > 0
        direction = "increase" if up else "decrease"
        parts: dict[str, Piece] = {
            "word": self.word(subject, "change", "增加" if up else "减少"),
            "change": self.money(subject, "change", abs(move), direction),
        }
        if before == ZERO or prose(before) == "0.00":
            return self.fill("new", **parts)
        parts["grown"] = self.word(subject, "rate", self.phrases["up" if up else "down"])
        parts["rate"] = self.rate(subject, "rate", abs(move), before, direction)
        return self.fill("moved", **parts)

    def completion(self, subject: str, budget: Decimal, final: Decimal, measure: str) -> list[Piece]:
        """Budget, final and how far the budget was reached, with the reason where they differ."""
        kind = self.phrases["opening" if measure == "opening_budget" else "full"]
        said: dict[str, Piece | list[Piece]] = {
            "budget": self.money(subject, measure, budget),
            "final": self.money(subject, "final", final),
            "kind": kind,
        }
        cause = self.cause(subject)
        if prose(budget) == prose(final):
            equal = self.fill("equal", kind=kind, word=self.word(subject, "compare", self.phrases["equal_word"]))
            if prose(budget) == "0.00":
                return self.fill("unbudgeted", **said, compared=equal)
            return self.fill("reached", **said, rate=self.rate(subject, "completion", budget, budget), compared=equal)
        word = self.word(subject, "compare", "大于" if final > budget else "小于")
        compared = self.fill("unequal", kind=kind, word=word, cause=cause)
        if prose(budget) == "0.00":
            return self.fill("unbudgeted", **said, compared=compared)
        return self.fill("reached", **said, rate=self.rate(subject, "completion", final, budget), compared=compared)

    def cause(self, subject: str) -> str:
        """One of the usual reasons, always the same one for a subject."""
        causes = ("人员变动", "项目安排调整", "厉行节约、压减开支", "专项资金拨付进度变化", "工资政策调整")
        return causes[sum(map(ord, subject)) % len(causes)]

    def listing(self, subject_values: list[tuple[str, Decimal]], phrase: str) -> list[Piece]:
        """Parts with their amounts, joined as the region does."""
        pieces: list[Piece] = []
        for subject, value in subject_values:
            pieces += [self.phrases["comma"]] if pieces else []
            amount = self.money(subject, "final", value)
            pieces += self.fill(phrase, item=subject, final=replace(amount, key=f"{amount.key}.part"))
        return pieces

    def _root(self) -> str:
        return f"{self.topic}/{self.project}" if self.project else self.topic
