"""What a manuscript displays, to hold a reading against: its cells and the figures of its prose."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from corpus.manuscript import Manuscript
from juesuan.accounts import Accounts, bare
from juesuan.amounts import parse_amount

CellKey = tuple[str, str, str, Decimal, str]
SaidKey = tuple[str, str, str, Decimal, str]
Key = TypeVar("Key", bound=tuple[object, ...])
HALF_WIDTH = str.maketrans("（）", "()")
_CODE = re.compile(r"\d{3,7}")


@dataclass(frozen=True, slots=True)
class Reading:
    """How much of what was there was read: counts of true, found and invented figures."""

    true: int
    found: int
    invented: int
    missed: tuple[tuple[object, ...], ...] = ()
    extra: tuple[tuple[object, ...], ...] = ()

    @property
    def share(self) -> float:
        return self.found / self.true if self.true else 1.0


def true_cells(manuscript: Manuscript) -> Counter[CellKey]:
    """Form, code or bare item, column key, value and unit of every figure in a statutory form."""
    found: Counter[CellKey] = Counter()
    for table, cell in manuscript.cells():
        if not table.form or not cell.figure:
            continue
        form, row, column = cell.key.split("/", 2)
        amount = parse_amount(cell.text, table.unit)
        if amount is None:
            continue
        unit = "count" if table.unit == "count" or column.startswith(("count", "rate")) else amount.unit
        found[form, row if _CODE.fullmatch(row) else bare(row), column, amount.value, unit] += 1
    return found


def read_cells(accounts: Accounts) -> Counter[CellKey]:
    """The same of what was read with certainty."""
    return Counter(
        (
            fact.form,
            fact.code or bare(fact.item),
            fact.key,
            fact.amount.value,
            fact.amount.unit if fact.amount.is_money else "count",
        )
        for fact in accounts.facts
        if not fact.doubt
    )


def true_statements(manuscript: Manuscript) -> Counter[SaidKey]:
    """Topic, subject, measure, value and unit of every keyed figure in the prose."""
    found: Counter[SaidKey] = Counter()
    for slot in manuscript.slots():
        if slot.claim is None:
            continue
        amount = parse_amount(slot.text, slot.unit.strip())
        if amount is not None:
            claim = slot.claim
            unit = slot.unit.strip().translate(HALF_WIDTH)
            found[claim.topic, bare(claim.subject), claim.measure, amount.value, unit] += 1
    return found


def read_statements(accounts: Accounts) -> Counter[SaidKey]:
    """The same of what was read, without figures whose meaning stayed open."""
    return Counter(
        (
            said.topic,
            bare(said.subject),
            str(said.measure),
            said.amount.value,
            said.amount.unit.translate(HALF_WIDTH),
        )
        for said in accounts.statements
        if said.amount is not None
    )


def true_indicators(manuscript: Manuscript) -> Counter[tuple[str, ...]]:
    """Name, target, actual, weight and score of every indicator, and the money of every fund line."""
    texts = manuscript.texts()
    found: Counter[tuple[str, ...]] = Counter()
    for key, text in texts.items():
        stem, _, last = key.rpartition("/")
        if "/aims/" in key and last == "level3" and _plain(text):
            rest = [_plain(texts.get(f"{stem}/{name}", "")) for name in ("target", "actual", "weight", "score")]
            if any(rest):  # a row of the template that nobody filled in is no indicator
                found[_plain(text), *rest] += 1
        elif "/funds/" in key and last == "executed" and parse_amount(text, "万元"):
            found["funds", _plain(texts[f"{stem}/budget"]), _plain(text)] += 1
    return found


def read_indicators(accounts: Accounts) -> Counter[tuple[str, ...]]:
    """The same of what was read."""
    found: Counter[tuple[str, ...]] = Counter()
    for evaluation in accounts.evaluations:
        for aim in evaluation.indicators:
            entries = (aim.target, aim.actual, aim.weight, aim.score)
            found[_plain(aim.level3), *(_plain(entry.text) for entry in entries)] += 1
        for line in evaluation.funds:
            if line.executed.amount:
                found["funds", _plain(line.budget.text), _plain(line.executed.text)] += 1
    return found


def _plain(text: str) -> str:
    """Without spaces and without the counter of a template (`指标1：`)."""
    return re.sub(r"^指标\d[:：]", "", re.sub(r"\s", "", text))


def compared(true: Counter[Key], read: Counter[Key]) -> Reading:
    """A reading against the truth; zeros that were read for blanks are no inventions."""
    missed, extra = true - read, read - true
    invented = [key for key in extra if Decimal(0) not in key]
    return Reading(
        sum(true.values()),
        sum((true & read).values()),
        sum(extra[key] for key in invented),
        tuple(missed),
        tuple(invented),
    )
