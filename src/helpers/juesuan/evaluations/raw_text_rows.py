"""Indicators in plain lines, where every cell was broken over lines as its column was wide.

A row ends in its points (`6 100% 5.4`, or `10 9.5` without a completion column); before them stand
the result and the target, and before those the names, whose line lengths show where a cell ended.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from juesuan.amounts import parse_amount
from juesuan.document import Line, Place
from juesuan.evaluations.cells import percent_in
from juesuan.evaluations.quantities import narrow, parse_quantity, points_in
from juesuan.evaluations.vocabulary import INDICATOR_HEADINGS, heading_key, is_level, squeezed, without_ordinal
from juesuan.records import Entry, Indicator

_HEADINGS = (
    "未完成原因分析及改进措施", "偏差原因分析及改进措施", "偏差原因及改进措施", "未完成原因分析", "偏差原因分析",
    "偏差原因", "实际完成指标值", "预期指标值", "年度指标值", "年度指标", "实际完成值", "全年完成值", "指标值",
    "实际值", "目标值", "一级指标", "二级指标", "三级指标", "评价指标", "绩效指标", "绩效目标", "计量单位", "单位",
    "分值", "权重", "完成率", "得分", "备注", "(%)",
)  # fmt: skip
_HEADING = re.compile(r"\s*(?:" + "|".join(r"\s*".join(map(re.escape, word)) for word in _HEADINGS) + ")")
_NUMBER = r"\d+(?:\.\d+)?"
_UNIT = r"(?:%|[^\d\s%()<>=≥≤.,:-]{1,3}(?:\n[^\d\s%()<>=≥≤.,:-]{1,2})?)"
_ACTUAL_BAND = re.compile(r"(?P<actual>\d+\s*%?\s*[-~～—]\s*\d+\s*%\s*(?:\(含\))?)$")
_ACTUAL_FIGURE = re.compile(rf"(?:^|(?<=\s))(?P<actual>{_NUMBER}%?)(?:\s+(?P<unit>{_UNIT}))?$")
_TARGET_FIGURE = re.compile(rf"(?P<target>(?:[<>]=?|[≥≤=])?\s*(?<![\d.]){_NUMBER}\s*(?:%|[^\d\s<>=≥≤]{{1,4}})?)$")
_TARGET_DATE = re.compile(
    r"(?P<target>(?:19|20)\d{2}\s?年(?:\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?)?[底末初]?(?:之前|以前|前)?)$"
)
_DIGIT_GAP = re.compile(r"(?<=[^\x00-\x7f]) (?=\d)|(?<=\d) (?=[^\x00-\x7f])")
_LONGEST_LEVEL = 20  # characters, and so pieces, that the name of a level can have
_NAME_END = re.compile(r"(?:性|率|度|数量|人数|次数|个数|数)$")


@dataclass(frozen=True, slots=True)
class _Row:
    """One row: the text before its points, the points, and the line on which they end."""

    before: str
    points: re.Match[str]
    end: int


def read_rows(lines: Sequence[Line]) -> tuple[tuple[Indicator, ...], bool]:
    """The indicators in the lines from the indicator headings on, and whether they have scores."""
    text = narrow_lines(lines)
    keys, start = _headings(text)
    if not {"weight", "score"} <= keys:
        return (), False
    indicators: list[Indicator] = []
    names = ["", ""]
    for row in _rows(text, start, "completion" in keys):
        indicator, names, left_over = _indicator(row, names, _place(lines, text, row.end))
        if left_over and indicators and "reason" in keys:
            indicators[-1] = replace(indicators[-1], reason=left_over)
        indicators.append(indicator)
    return tuple(indicators), True


def narrow_lines(lines: Sequence[Line]) -> str:
    """The lines as one text, a line a line, with full-width signs made plain."""
    return "\n".join(narrow(line.text) for line in lines)


def _headings(text: str) -> tuple[set[str], int]:
    """The keys of the printed headings and the offset at which the rows begin."""
    keys: set[str] = set()
    at = 0
    while match := _HEADING.match(text, at):
        keys.add(heading_key(match[0], INDICATOR_HEADINGS))
        at = match.end()
    return keys, at


def _rows(text: str, start: int, has_completion: bool) -> list[_Row]:
    completion = rf"(?P<completion>{_NUMBER}%?)\s+" if has_completion else ""
    points = re.compile(
        rf"(?<!\S)(?P<weight>{_NUMBER})\s+(?:(?P<unit>{_UNIT})\s+)?{completion}"
        rf"(?P<score>{_NUMBER})(?=[ ]*(?:\n|$|[^\d\s%.]))"
    )
    rows: list[_Row] = []
    for match in points.finditer(text, start):
        rows.append(_Row(text[start : match.start()].strip(), match, match.end()))
        start = match.end()
    return rows


def _place(lines: Sequence[Line], text: str, end: int) -> Place:
    return lines[text.count("\n", 0, end)].place


def _indicator(row: _Row, names: Sequence[str], place: Place) -> tuple[Indicator, list[str], str]:
    actual, unit, rest = _actual(row.before)
    unit = re.sub(r"\s", "", row.points.groupdict().get("unit") or unit)
    target, rest = _target(rest)
    cells = _cells(rest.split("\n"))
    if not target:
        cells, target = _target_cell(cells)
    left_over, levels, name = _names(cells)
    one, two = ([*names[:1], *levels] if len(levels) == 1 else [*names, *levels])[-2:]
    found = row.points.groupdict()
    said = [name, target, actual, *re.split(r"\s+", row.points[0])]
    quantity = parse_quantity(target)
    result = parse_quantity(actual, unit)
    indicator = Indicator(
        level1=one,
        level2=two,
        level3=without_ordinal(name),
        target=Entry(target, quantity.amount if quantity else None, place),
        actual=Entry(actual, result.amount if result else None, place),
        unit=unit,
        weight=Entry(found["weight"], points_in(found["weight"]), place),
        completion=Entry(found.get("completion") or "", percent_in(found.get("completion") or ""), place),
        score=Entry(found["score"], parse_amount(found["score"], "分"), place),
        quote=" ".join(part for part in said if part),
        place=place,
    )
    return indicator, [one, two], left_over


def _actual(before: str) -> tuple[str, str, str]:
    """The result, the unit printed behind it, and what stands before it."""
    for pattern in (_ACTUAL_BAND, _ACTUAL_FIGURE):
        if match := pattern.search(before):
            actual = re.sub(r"\s+", "", match["actual"])
            return actual, match.groupdict().get("unit") or "", before[: match.start()].rstrip(" ")
    head, _, last = before.rstrip().rpartition(" ")
    return (last, "", head) if head else ("", "", before)


def _target(rest: str) -> tuple[str, str]:
    """A target that is a date or a figure, or the words that stand on the result's own line; "" where neither."""
    if match := _TARGET_DATE.search(rest.rstrip()) or _TARGET_FIGURE.search(rest.rstrip()):
        return match["target"].strip(), rest[: match.start()].rstrip()
    head, _, last = rest.rpartition("\n")
    if rest.endswith("\n") or not last.strip():
        return "", rest.rstrip()
    words = last.split()
    return ("", rest) if len(words) < 1 or _wrapped(rest) else (words[-1], f"{head}\n{' '.join(words[:-1])}".strip())


def _wrapped(rest: str) -> bool:
    """Whether the text before the result ended with its line, so that its last line may be a cell's rest."""
    return rest.endswith("\n")


def _cells(lines: Sequence[str]) -> list[list[str]]:
    """Lines grouped into cells: a cell ends after a line shorter than its first, or with a known level's name."""
    cells: list[list[str]] = []
    split = [_DIGIT_GAP.sub("", line).split() for line in lines]
    pieces = [(piece, place == 0) for line in split for place, piece in enumerate(line)]
    for number, (piece, begins_line) in enumerate(pieces):
        following = _width(pieces[number + 1][0]) if number + 1 < len(pieces) else 0
        if cells and begins_line and _goes_on(cells[-1], piece, following):
            cells[-1].append(piece)
        else:
            cells.append([piece])
    return cells


def _goes_on(cell: Sequence[str], piece: str, following: int) -> bool:
    width, at = _width(cell[0]), _width(piece)
    name = "".join(cell[:_LONGEST_LEVEL])
    if (
        (len(cell) < _LONGEST_LEVEL and name.endswith("指标") and is_level(name))
        or _width(cell[-1]) < width - 1
        or at > width
    ):
        return False
    return at >= width - 1 or at != following


def _width(text: str) -> int:
    """How wide a piece is printed, in half-width characters."""
    return sum(1 if character.isascii() else 2 for character in text)


def _target_cell(cells: list[list[str]]) -> tuple[list[list[str]], str]:
    """The target in words: the last cell, or what follows a name that is complete within it."""
    if not cells:
        return cells, ""
    last = cells[-1]
    for cut in range(len(last) - 1, 0, -1):
        if _NAME_END.search("".join(last[:cut])) and len(cells) > 0:
            return [*cells[:-1], last[:cut]], "".join(last[cut:])
    if len(cells) > 1 and not is_level("".join(cells[-2])):
        return cells[:-1], "".join(last)
    return ([*cells[:-1], last[:-1]], last[-1]) if len(last) > 1 else (cells, "")


def _names(cells: Sequence[Sequence[str]]) -> tuple[str, list[str], str]:
    """What is left over from the row before, the levels, and the indicator's name."""
    words = ["".join(cell) for cell in cells]
    if not words:
        return "", [], ""
    name, before = words[-1], words[:-1]
    first = next((number for number, word in enumerate(before) if is_level(word)), None)
    if first is None:
        return "", before[-2:], name
    return squeezed("".join(before[:first])), before[first:][-2:], name
