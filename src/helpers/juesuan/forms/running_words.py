"""The lines of a form in running text, and their pieces between spaces: labels and figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from juesuan.amounts import Amount, is_blank, parse_amount
from juesuan.document import Line
from juesuan.forms.catalogue import Spec
from juesuan.forms.draft import Reading
from juesuan.forms.headings import is_numbering
from juesuan.forms.text import flat, has_words

INCOMPLETE = "数字可能不完整"
BEGINS_CODED = re.compile(r"^\s*(?:\d{3,7}\s+(?:\D|[\d,]+\.\d)|(?:合\s*计|总\s*计)\s+[\d-])")
_SIX_COLUMNS = re.compile(r"年初.*结")
_NUMERIC = re.compile(r"-?[\d,.，．]*\d[\d,.，．]*")
_SPACED_ORDINAL = re.compile(r"(?<!\S)(\d{1,2})\s*([.．、])\s*(?=[^\d\s])")  # before a label: no figure
_REGULAR = 0.8  # share of figures of one precision that makes it the form's
_MANY = 3


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of a line: a label, a figure, (`blank`) a sign for nothing, or (`broken`) digits that are no figure."""

    text: str
    figure: Reading | None = None
    broken: bool = False
    blank: bool = False


@dataclass(frozen=True)
class Body:
    """The lines of one form below its title, unit and department, above its notes."""

    spec: Spec
    lines: tuple[Line, ...]
    unit: str

    @property
    def order(self) -> tuple[str, ...]:
        """The keys of the columns in their order, as far as headings and numbering tell."""
        head = self.lines[: self.start(BEGINS_CODED)]
        orders = self.spec.orders
        counts = [sum(word.isdigit() for word in line.text.split()) for line in head if is_numbering(line.text.split())]
        fitting = [order for order in orders if counts and len(order) == max(counts)]
        if fitting or len(orders) < 2:
            return (fitting or list(orders) or [()])[0]
        six = _SIX_COLUMNS.search("".join(flat(line.text) for line in head))
        return orders[0] if six else orders[-1]

    @cached_property
    def decimals(self) -> int | None:
        """The number of decimals that (nearly) every figure shows; None where figures differ."""
        amounts = [parse_amount(text, "") for line in self.lines for text in line.text.split()]
        shown = Counter(amount.decimals for amount in amounts if amount and amount.decimals)
        if not shown:
            return None
        decimals, count = shown.most_common(1)[0]
        return decimals if count >= _MANY and count >= _REGULAR * shown.total() else None

    def start(self, begins: re.Pattern[str]) -> int:
        """Index of the first line below the headings: after the numbering, else the first that `begins` matches."""
        for index, line in enumerate(self.lines):
            if is_numbering(line.text.split()):
                return index + 1
            if begins.match(line.text):
                return index
        return len(self.lines)

    def words(self, line: Line) -> list[Word]:
        """The pieces of a line in order; a number broken by a space is put together where that is certain."""
        text = _SPACED_ORDINAL.sub(r"\1\2", line.text)
        return [self._word(piece, line) for piece in self._closed(text.split())]

    def _closed(self, texts: Iterable[str]) -> list[str]:
        """Two broken pieces side by side that together show the form's precision are one number."""
        done: list[str] = []
        for text in texts:
            if done and self._is_piece(done[-1]) and self._is_piece(text) and self._is_whole(done[-1] + text):
                done[-1] += text
            else:
                done.append(text)
        return done

    def _word(self, text: str, line: Line) -> Word:
        amount = None if has_words(text) else parse_amount(text, self.unit)
        if amount is None:
            return Word(text, broken=_NUMERIC.fullmatch(text) is not None, blank=is_blank(text))
        short = self.decimals is not None and amount.value != 0 and amount.decimals != self.decimals
        return Word(text, Reading(amount, "", line.place, INCOMPLETE if short else ""))

    def _is_piece(self, text: str) -> bool:
        return self.decimals is not None and _NUMERIC.fullmatch(text) is not None and not self._is_whole(text)

    def _is_whole(self, text: str) -> bool:
        amount = parse_amount(text, "")
        return amount is not None and amount.decimals == self.decimals


def figures_in(words: Iterable[Word]) -> Iterator[Reading]:
    """The figures among the pieces of a line."""
    return (word.figure for word in words if word.figure)


def in_columns(words: Iterable[Word], order: Sequence[str]) -> dict[str, Reading]:
    """The figures of a line by column, where signs for nothing fill all the others; else none."""
    cells = [word.figure for word in words if word.figure or word.blank]
    if len(cells) != len(order) or None not in cells:
        return {}
    return {key: figure for key, figure in zip(order, cells, strict=True) if figure is not None}


def label_of(words: Iterable[Word]) -> str:
    """The label among the pieces of a line, put together."""
    return "".join(word.text for word in words if not (word.figure or word.broken or word.blank))


def is_line_number(amount: Amount) -> bool:
    """Whether a figure can be a 行次 rather than money: a short whole number."""
    return amount.displayed.isdigit() and len(amount.displayed) < 4


def shown(line: Line) -> str:
    """A line as displayed, runs of white space closed to one space."""
    return " ".join(line.text.split())
