"""The rows of indicators in a self-evaluation table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from juesuan.document import Cell
from juesuan.evaluations.cells import (
    filled,
    is_empty,
    percent_entry,
    points_entry,
    quantity_entry,
    row_quote,
    tidy,
)
from juesuan.evaluations.columns import IGNORED, POINTS, Headings, fits, in_sequence, shifts
from juesuan.evaluations.headings import unread_columns, with_levels, with_values
from juesuan.evaluations.marks import marked
from juesuan.evaluations.quantities import parse_quantity, points_in
from juesuan.evaluations.vocabulary import (
    is_first_level,
    is_group,
    is_level,
    is_second_level,
    is_template,
    without_ordinal,
)
from juesuan.records import Entry, Indicator

Row = Sequence[Cell]
_LEVELS = ("level1", "level2")
_OPTIONAL = ("reason", "status", "unit", "level4", "sign", "standard", "adjusted", "ratio")
_LOST = "这一行的末列在转换中丢失"
_NAMELESS = "这一行没有指标名称，可能属于另一级指标"
_UNSURE = "这一行与栏目对不齐，不能确定各栏"
_LONGEST_LEVEL = 16
_POINTS_BEHIND = re.compile(r"(?<=\S)[(（](?P<points>\d+(?:\.\d+)?)分[)）]$")
_TWO_LEVELS = re.compile(r"(?P<one>[\u4e00-\u9fff]{2,6})\s*[—–－/·:：-]+\s*(?P<two>[\u4e00-\u9fff]{2,12})")
_SIGN = re.compile(r"[≥≤＞＜><＝=]=?")


@dataclass(frozen=True, slots=True)
class _Placed:
    """Which column of a row holds which key, and why that is not certain ("" where it is)."""

    columns: dict[str, int]
    levels: tuple[int, ...]
    doubt: str = ""


class IndicatorReader:
    """Reads the rows under one row of indicator headings, filling merged level names downward."""

    def __init__(self, headings: dict[str, int], rows: Sequence[Row]) -> None:
        headings = with_levels(with_values(_with_lost_score(headings, rows), rows), rows)
        self._headings = Headings(headings)
        self._level3 = "level3" if "level3" in headings else "level2" if "level2" in headings else "level1"
        self._leftmost = min(self._headings.columns.values())
        self._names = ["", ""]

    def unread(self, row: Row, rows: Sequence[Row]) -> list[str]:
        """The headings of no known meaning in the row of headings, over columns of figures in the rows below."""
        return unread_columns(self._headings.columns, row, rows)

    @property
    def has_scores(self) -> bool:
        return any(key in self._headings.columns for key in POINTS)

    def read(self, row: Row) -> Indicator | None:
        """The indicator in a row; None where the row only opens a level or is left from the template."""
        placed = self._place(row)
        self._remember(row, placed)
        columns = placed.columns
        name = without_ordinal(tidy(row[columns[self._level3]].text)) if self._level3 in columns else ""
        entries = {key: row[column] for key, column in columns.items()}
        if "weight" not in self._headings.columns and (points := _POINTS_BEHIND.search(name)):
            entries["weight"] = replace(entries[self._level3], text=points["points"])
            name = name[: points.start()]
        if "adjusted" in entries and not _says_nothing(entries["adjusted"].text):
            entries["target"] = entries["adjusted"]  # the target in force
        if "ratio" in entries and "target" not in self._headings.columns:
            entries["completion"] = entries["ratio"]  # what was reached of the points, where no target is given
        blank = all(_says_nothing(entries[key].text) for key in ("target", "actual") if key in entries)
        scored = any(points_in(entries[key].text) is not None for key in POINTS if key in entries)
        if blank and not scored:
            return None
        return self._indicator(row, name, entries, placed.doubt or ("" if name else _NAMELESS))

    def opened_level(self, row: Row) -> str:
        """The second level a template row stands for, "" where the row names none."""
        placed = self._place(row)
        return tidy(row[placed.levels[-1]].text) if placed.levels else ""

    def _indicator(self, row: Row, name: str, cells: dict[str, Cell], doubt: str) -> Indicator:
        unit = tidy(cells["unit"].text) if "unit" in cells else ""
        missing = Entry(doubt=doubt if doubt != _NAMELESS else "")
        unsure = doubt if doubt == _UNSURE else ""
        return Indicator(
            level1=self._names[0],
            level2=self._names[1],
            level3=name,
            target=_target(cells, unit, unsure) if "target" in cells else missing,
            actual=quantity_entry(cells["actual"], unit, unsure) if "actual" in cells else missing,
            unit=unit,
            weight=points_entry(cells["weight"], unsure) if "weight" in cells else missing,
            completion=percent_entry(cells["completion"], unsure) if "completion" in cells else Entry(),
            score=points_entry(cells["score"], unsure) if "score" in cells else missing,
            reason=tidy(cells["reason"].text) if "reason" in cells else "",
            quote=row_quote(row),
            place=(cells.get(self._level3) or row[filled(row)[0]]).place,
            doubt=doubt,
            standard=tidy(cells["standard"].text) if "standard" in cells else "",
            status=marked(tidy(cells["status"].text)) if "status" in cells else "",
        )

    def _remember(self, row: Row, placed: _Placed) -> None:
        names = [name for column in placed.levels for name in _levels_in(tidy(row[column].text))]
        if len(names) >= 2:
            self._names = names[-2:]
        elif names and ("level2" not in self._headings.columns or self._opens_first(names[0], placed.levels[0])):
            self._names = [names[0], ""]
        elif names:
            self._names[1] = names[0]

    def _opens_first(self, name: str, column: int) -> bool:
        return is_first_level(name) and column <= self._headings.columns.get("level1", 0)

    def _place(self, row: Row) -> _Placed:
        under = self._headings.columns.values()
        at = [column for column in filled(row) if column in under or not is_group(row[column].text)]
        best: tuple[int, int] | None = None
        for shift in shifts(self._headings.shift):
            cost = self._cost(row, at, shift)
            if best is None or cost < best[0]:
                best = (cost, shift)
        assert best is not None  # there is always the unshifted try
        cost, shift = best
        if cost > 1 and (found := self._squeezed(row, at)):
            return found
        columns, levels = self._under(row, at, shift)
        self._headings = replace(self._headings, shift=shift) if cost == 0 else self._headings
        lost = shift > 0 and self._loses(row, columns, shift)
        return _Placed(columns, levels, _LOST if lost else _UNSURE if cost > 2 else "")

    def _under(self, row: Row, at: Sequence[int], shift: int) -> tuple[dict[str, int], tuple[int, ...]]:
        columns = {key: column for column in at if (key := self._headings.key_at(column - shift))}
        levels = [columns.pop(key) for key in _LEVELS if key in columns and key != self._level3]
        outside = [c for c in at if c - shift < self._leftmost and is_level(row[c].text)]
        if levels:
            outside = [c for c in outside if is_first_level(row[c].text)]
        return columns, (*outside, *levels)

    def _loses(self, row: Row, columns: dict[str, int], shift: int) -> bool:
        """Whether a column that asks for points lies beyond the cells that the source has in this row."""
        wanted = [key for key in POINTS if key in self._headings.columns and key not in columns]
        return any(self._beyond(row, self._headings.columns[key] + shift) for key in wanted)

    def _beyond(self, row: Row, column: int) -> bool:
        if column >= len(row):
            return True
        place = row[column].place
        return place.line is None and place.page is None

    def _cost(self, row: Row, at: Sequence[int], shift: int) -> int:
        """How badly a row sits under the headings when moved by `shift`; 0 is a perfect fit."""
        cost = 0
        keys = {column: self._headings.key_at(column - shift) for column in at}
        named = any(key == "level2" and not is_first_level(row[column].text) for column, key in keys.items())
        bare = shift == 0 and not {*_LEVELS} & set(keys.values())  # the levels are those of the rows above
        named = named or (bare and self._required() <= set(keys.values()))
        for column, key in keys.items():
            outside = column - shift < self._leftmost and is_level(row[column].text)
            cost += 1 if outside else self._cell_cost(row[column].text, key, shift, named=named)
        found = set(keys.values())
        tail = found - {"", *_LEVELS}
        if tail and self._level3 not in found:
            cost += 1
        if ("actual" in found) != ("target" in found):
            cost += 1
        if "score" in found and "weight" not in found and "weight" in self._headings.columns:
            cost += 1
        return cost

    def _required(self) -> set[str]:
        """The keys of the columns that a whole row fills."""
        keys = {key for key in self._headings.columns if not key.startswith(IGNORED)}
        return keys - {*_LEVELS, *_OPTIONAL} | {self._level3}

    def _cell_cost(self, text: str, key: str, shift: int, *, named: bool) -> int:
        """How badly one cell sits under its heading; `named` says that the row names its second level."""
        if key == "":
            return 3
        if key in _LEVELS and key != self._level3:
            misplaced = key == "level1" and is_second_level(text) and not is_first_level(text)
            short = len(tidy(text)) <= _LONGEST_LEVEL and not is_template(text)
            known = is_level(text) or (shift == 0 and short)
            return int(misplaced) if known else 2
        if key == self._level3:
            misplaced = is_level(text) and not named and self._level3 not in _LEVELS
            return 3 if misplaced else 2 if _is_value(text) else 0
        if key in ("target", "actual"):
            return 1 if is_level(text) else 0
        return 0 if fits(key, text) else 3

    def _squeezed(self, row: Row, at: Sequence[int]) -> _Placed | None:
        """The filled cells taken one after the other for the columns that must be filled, if they match exactly."""
        limit = sum(1 for key in _LEVELS if key in self._headings.columns and key != self._level3)
        levels: list[int] = []
        for column in at[:limit]:
            if not is_level(row[column].text):
                break
            levels.append(column)
        rest = at[len(levels) :]
        keys = [key for key in self._headings.in_order() if key not in _LEVELS or key == self._level3]
        required = [key for key in keys if key not in _OPTIONAL and not key.startswith(IGNORED)]
        for wanted in (keys, [*required, "reason"] if "reason" in keys else required, required):
            if found := in_sequence(row, rest, wanted):
                return _Placed(found, tuple(levels))
        return None


def _target(cells: dict[str, Cell], unit: str, doubt: str) -> Entry:
    """The target, with the sign and the unit that have columns of their own put to it."""
    sign = tidy(cells["sign"].text) if "sign" in cells else ""
    if not _SIGN.fullmatch(sign):
        return quantity_entry(cells["target"], unit, doubt)
    text = f"{sign}{tidy(cells['target'].text)}"
    whole = f"{text}{unit}" if text[-1:].isdigit() else text
    return quantity_entry(replace(cells["target"], text=whole), unit, doubt)


def _levels_in(name: str) -> list[str]:
    """The levels that one cell names: 产出—数量指标 is two."""
    match = _TWO_LEVELS.fullmatch(name)
    return [match["one"], match["two"]] if match and is_level(match["two"]) else [name]


def _says_nothing(text: str) -> bool:
    return is_empty(text) or is_template(text)


def _is_value(text: str) -> bool:
    """Whether a cell says a quantity with a bound or a unit, which no indicator's name does."""
    quantity = parse_quantity(text)
    return quantity is not None and bool(quantity.sign or quantity.amount.unit)


def _with_lost_score(headings: dict[str, int], rows: Sequence[Row]) -> dict[str, int]:
    """The headings with the score's, where a conversion lost it but kept the points under it."""
    if "score" in headings or "weight" not in headings:
        return headings
    column = headings["weight"] + 1
    if column in headings.values():
        return headings
    pairs = [(points_in(row[column - 1].text), points_in(row[column].text)) for row in rows if column < len(row)]
    known = [(weight, score) for weight, score in pairs if weight is not None and score is not None]
    if known and all(score.value <= weight.value for weight, score in known):
        return {**headings, "score": column}
    return headings


def level_name(text: str) -> str:
    """A level's name without the points printed with it."""
    return re.sub(r"[(（]?\d+(?:\.\d+)?分[)）]?$", "", text).strip()
