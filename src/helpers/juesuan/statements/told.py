"""What a figure says, and the words that it stands in."""

from __future__ import annotations

from dataclasses import dataclass

from juesuan.amounts import Amount
from juesuan.records import Direction, Measure
from juesuan.statements.nouns import trim
from juesuan.statements.phrases import Phrase


@dataclass(frozen=True, slots=True)
class Told:
    """What a figure says: the statement's fields that come from its words.

    `named` tells whether the words name the subject themselves, `project` the project they name, `period`
    the period where it is not the scope's.
    """

    subject: str
    measure: Measure
    direction: Direction
    amount: Amount | None
    of: str = ""
    word: str = ""
    named: bool = False
    project: str = ""
    period: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """The words before a figure, as text and as shadow, with the sentence they stand in.

    `start` and `end` are the figure's offsets in the sentence's shadow.
    """

    text: str
    shadow: str
    sentence: str
    start: int
    end: int

    @property
    def following(self) -> str:
        """A little of what follows the figure."""
        return self.sentence[self.end : self.end + 30]

    def displayed(self, piece: str) -> str:
        """A piece of the shadow as the text displays it."""
        start = self.shadow.rfind(piece) if piece else -1
        return piece if start < 0 else self.text[start : start + len(piece)]

    def noun(self, phrase: Phrase) -> str:
        """The phrase's noun as displayed."""
        first, last = trim(self.shadow[phrase.start : phrase.end])
        return self.text[phrase.start + first : phrase.start + last]
