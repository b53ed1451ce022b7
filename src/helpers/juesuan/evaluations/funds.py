"""The lines of money in a self-evaluation table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from juesuan.document import Cell, Place
from juesuan.evaluations.cells import (
    filled,
    is_empty,
    money_entry,
    money_in,
    percent_entry,
    percent_in,
    points_entry,
    row_quote,
    tidy,
)
from juesuan.evaluations.columns import MONEYS, POINTS, Headings, by_position, fits, in_sequence
from juesuan.evaluations.quantities import level_points
from juesuan.evaluations.vocabulary import FUND_HEADINGS, fund_kind, heading_key, squeezed
from juesuan.records import Entry, FundLine

Row = Sequence[Cell]
_PAIR = re.compile(
    r"(?P<label>预算数|执行数|全年预算数|全年执行数|年初预算数|执行率|得分|分值)\s*[:：]?\s*(?P<value>\d.*)?"
)
_ASKED = ("opening", "budget", "executed", "rate", "weight", "score")
_OF_LINE = ("opening", "adjustment", "budget", "executed")
_WHOLE = 100
_FEWEST_PAIRS = 2
_NEAR = 5  # points by which a printed rate may be wrong where cells are only taken in their order
_LONGEST_LABEL = 40  # characters of a label; what is longer is a goal
_MISSING_OPENING = "opening"
_NO_CELL = Cell("", Place())
_UNNAMED = "项目资金"  # what money is called that has no label
_SHIFTED = "金额与栏目对不齐，不能确定是哪一栏"


def pair_line(row: Row, unit: str) -> FundLine | None:
    """A line of the layout `预算数: 15 | 执行数: 13.6`, where labels and values stand side by side.

    The first label is that of the line; a value belongs to the label before it, the first pair to
    the budget and the second to what was spent unless the labels say otherwise.
    """
    pairs = list(_pairs(row))
    if len(pairs) < 2:
        return None
    kind = fund_kind(pairs[0][0]) or ("total" if heading_key(pairs[0][0], FUND_HEADINGS) else "")
    line = FundLine(kind, pairs[0][0], quote=row_quote(row))
    for number, (label, value) in enumerate(pairs):
        key = heading_key(label, FUND_HEADINGS)
        key = key if key in _ASKED else ""
        key = key or ("budget", "executed")[min(number, 1)]
        line = _with(line, key, value, unit)
        if key == "score" and (points := level_points(label)) is not None:
            line = replace(line, weight=points_entry(replace(value, text=str(points))))
    return line


def _pairs(row: Row) -> Iterator[tuple[str, Cell]]:
    label = ""
    for cell in row:
        text = tidy(cell.text)
        if not text:
            continue
        inline = _PAIR.fullmatch(text)
        if inline and inline["value"]:
            yield inline["label"], replace(cell, text=inline["value"])
            label = ""
        elif inline or ((fund_kind(text) or _asks(text)) and money_in(text, "万元") is None):
            if label:
                yield label, Cell("", cell.place)
            label = text
        elif label:
            yield label, cell
            label = ""
    if label:
        yield label, Cell("", row[-1].place)


def _asks(text: str) -> bool:
    return heading_key(text, FUND_HEADINGS) in _ASKED


def is_pair_row(row: Row) -> bool:
    """Whether the row opens the layout of pairs: a budget and a spending label with figures between."""
    texts = [squeezed(cell.text) for cell in row if cell.text.strip()]
    budget = next((i for i, text in enumerate(texts) if re.match(r"(?:全年|年初)?预算数", text)), None)
    spent = next((i for i, text in enumerate(texts) if re.match(r"(?:全年)?执行数", text)), None)
    if budget is None or spent is None or spent <= budget:
        return _is_labelled(texts)
    return spent - budget > 1 or any(character.isdigit() for character in texts[budget])


def _is_labelled(texts: Sequence[str]) -> bool:
    """Whether figures follow the labels of a budget and of its spending (`年度预算 | 30 | 实际支出 | 28`)."""
    keys = {
        heading_key(text, FUND_HEADINGS)
        for text, after in pairwise(texts)
        if _is_figure(after) and not _is_figure(text)
    }
    return "executed" in keys and bool({"opening", "budget"} & keys)


def spending_pairs(row: Row, unit: str) -> list[FundLine]:
    """The lines of a row that names kinds of spending with their sums (基本支出总额 | 20.00 | 项目支出总额 | 30.00)."""
    at = filled(row)
    pairs = [(row[label], row[value]) for label, value in zip(at[::2], at[1::2], strict=False)]
    spent = all("支出" in label.text and fund_kind(label.text) and _is_figure(value.text) for label, value in pairs)
    if len(pairs) < _FEWEST_PAIRS or len(at) % 2 or not spent:
        return []
    lines = (FundLine(_spending_kind(label.text), tidy(label.text), quote=row_quote(row)) for label, _ in pairs)
    return [_with(line, "executed", value, unit) for line, (_, value) in zip(lines, pairs, strict=True)]


def _spending_kind(label: str) -> str:
    """The kind of spending that a label names, also where it calls it a sum (项目支出总额)."""
    return fund_kind(squeezed(label).removesuffix("总额").removesuffix("合计")) or fund_kind(label)


def upright_value(row: Row) -> tuple[str, Cell] | None:
    """The column key and the figure of a row that holds one fund heading and its figure (`执行数 | 9.5`)."""
    at = filled(row)
    figures = [column for column in at if _is_figure(row[column].text)]
    if len(figures) != 1 or len(at) < 2 or figures[0] != at[-1]:
        return None
    key = heading_key(row[at[-2]].text, FUND_HEADINGS)
    return (key, row[at[-1]]) if key in ("opening", "budget", "executed", "rate", "score") else None


def with_value(line: FundLine, key: str, cell: Cell, row: Row, unit: str) -> FundLine:
    """A line that stands upright, one row a column, with one more of its values; points may stand with its label."""
    found = replace(_with(line, key, cell, unit), quote=f"{line.quote} {row_quote(row)}".strip())
    points = level_points(row[filled(row)[-2]].text) if key == "score" else None
    return found if points is None else replace(found, weight=points_entry(replace(cell, text=str(points))))


class FundReader:
    """Reads the rows under one row of fund headings; learns from the first full row where its cells stand."""

    def __init__(self, headings: dict[str, int], unit: str, lead: Cell = _NO_CELL) -> None:
        """`lead` is the label beside the headings: it names a first row that has none of its own.

        Points printed with it (预算执行情况（20分）) are those of the rate. Where no column is left for labels, the
        rows have none.
        """
        self._unit = unit
        unlabelled = min(headings.values(), default=0) == 0 and "task" not in headings
        self._lead = tidy(lead.text) or (_UNNAMED if unlabelled else "")
        points = level_points(lead.text)
        self._weight = points_entry(replace(lead, text=str(points))) if points is not None else Entry()
        self._label_column = headings.get("task", 0)
        self._tasks = "task" in headings or "done" in headings
        self._fiscal = {key: at for key, at in headings.items() if key.endswith("_fiscal")}
        kept = {key: at for key, at in headings.items() if key not in ("task", "done", "reason")}
        self._headings = Headings(kept)
        self._learned: dict[int, str] = {}

    def lines(self, row: Row) -> list[FundLine]:
        """The fund line in a row, and one for its fiscal part where the table has columns for it."""
        at = filled(row)
        if not at:
            return []
        values = self._value_columns(row, at)
        figures = any(_is_figure(row[column].text) for column in values)
        label = self._label(row, at, values) or (self._lead if figures else "")
        if not label or (not values and not fund_kind(label) and not self._tasks) or self._is_goal(label):
            return []
        self._lead = ""
        found = self._place(row, values)
        doubt = _SHIFTED if figures and not any(key.split("_")[0] in MONEYS for key in found) else ""
        main = self._line(row, label, {k: c for k, c in found.items() if not k.endswith("_fiscal")}, doubt)
        fiscal = {k.removesuffix("_fiscal"): c for k, c in found.items() if k.endswith("_fiscal")}
        return (
            [main, replace(self._line(row, f"{label}/其中：财政拨款", fiscal, doubt), kind="fiscal")]
            if fiscal
            else [main]
        )

    def _is_goal(self, label: str) -> bool:
        return not self._tasks and len(label) > _LONGEST_LABEL

    def _value_columns(self, row: Row, at: Sequence[int]) -> list[int]:
        numbers = [c for c in at if is_empty(row[c].text) or _is_figure(row[c].text)]
        start = next((c for c in numbers), None)
        return [] if start is None else [c for c in numbers if c >= start]

    def _label(self, row: Row, at: Sequence[int], values: Sequence[int]) -> str:
        words = [c for c in at if c not in values and (not values or c < values[0])]
        if not words:
            return ""
        named = [c for c in words if fund_kind(row[c].text)]
        if self._tasks and not (named and fund_kind(row[named[0]].text) == "total"):
            named = [c for c in words if c >= self._label_column]
        chosen = (named or words)[0 if self._tasks else -1]
        return tidy(row[chosen].text)

    def _place(self, row: Row, values: Sequence[int]) -> dict[str, int]:
        if not values:
            return {}
        learned = {self._learned.get(column, ""): column for column in values}
        if "" not in learned and all(fits(key, row[column].text) for key, column in learned.items()):
            return learned
        found = by_position(row, values, self._headings) or self._by_order(row, values)
        if found and not self._learned and len(found) >= len(self._headings.columns) - 1:
            self._learned = {column: key for key, column in found.items()}
        return found

    def _agrees(self, found: dict[str, int], row: Row) -> bool:
        """Whether a rate, where one was placed, is what was spent of a budget that was placed too."""
        cells = {key: row[column].text for key, column in found.items()}
        rate = percent_in(cells.get("rate", ""))
        spent = money_in(cells.get("executed", ""), self._unit)
        budgets = [money_in(cells.get(key, ""), self._unit) for key in ("budget", "opening")]
        known = [budget.value for budget in budgets if budget is not None and budget.value]
        if rate is None or spent is None or not known:
            return True
        return any(abs(spent.value / budget * _WHOLE - rate.value) <= _NEAR for budget in known)

    def _by_order(self, row: Row, values: Sequence[int]) -> dict[str, int]:
        """The values in the order of the headings; a conversion may have lost the first or the last heading."""
        keys = self._headings.in_order()
        first = [] if _MISSING_OPENING in keys else [_MISSING_OPENING]
        last = [] if "score" in keys or "weight" not in keys else ["score"]
        for wanted in (keys, [*first, *keys], [*keys, *last], [*first, *keys, *last]):
            if (found := in_sequence(row, values, wanted)) and self._agrees(found, row):
                return found
        return {}

    def _line(self, row: Row, label: str, found: dict[str, int], doubt: str) -> FundLine:
        kind = fund_kind(label) or ("task" if self._tasks else "")
        line = FundLine(kind, label, quote=row_quote(row))
        for key, column in found.items():
            line = _with(line, key, row[column], self._unit)
        line = line if line.weight.text or not line.score.text else replace(line, weight=self._weight)
        missing = Entry(doubt=doubt)
        return replace(line, opening=missing, budget=missing, executed=missing) if doubt else line


def _is_figure(text: str) -> bool:
    amount = money_in(text.rstrip("分"), "万元")
    return amount is not None


def _with(line: FundLine, key: str, cell: Cell, unit: str) -> FundLine:
    if is_empty(cell.text):
        return line
    if key in _OF_LINE:
        entry = money_entry(cell, unit)
        known = entry.amount is None or entry.amount.is_money
        return _holding(line, key, entry) if known else line
    if key == "rate":
        return replace(line, rate=percent_entry(cell))
    return _holding(line, key, points_entry(cell)) if key in POINTS else line


def _holding(line: FundLine, key: str, entry: Entry) -> FundLine:
    entries: dict[str, Any] = {key: entry}
    return replace(line, **entries)


def same_precision(lines: Sequence[FundLine], usual: int = 0) -> tuple[FundLine, ...]:
    """The lines with all their money known to the finest precision that any of them shows.

    A table that prints `40` beside `22.33` drops zeros; it does not round to whole units. `usual` is
    the precision of the document's other tables: whole amounts are known to that as well.
    """
    decimals = shown_decimals(lines)

    def fine(entry: Entry) -> Entry:
        if entry.amount is None:
            return entry
        wanted = max(decimals, usual) if "." not in entry.amount.displayed else decimals
        return replace(entry, amount=entry.amount.with_decimals(max(entry.amount.decimals, wanted)))

    return tuple(
        replace(line, opening=fine(line.opening), budget=fine(line.budget), executed=fine(line.executed))
        for line in lines
    )


def shown_decimals(lines: Sequence[FundLine]) -> int:
    """The most decimals with which any money of the lines is displayed."""
    money = [entry.amount for line in lines for entry in (line.opening, line.budget, line.executed) if entry.amount]
    return max((amount.decimals for amount in money), default=0)
