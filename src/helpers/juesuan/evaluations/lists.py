"""A table that lists projects, one a row, with their money, scores and grades."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from juesuan.document import Cell
from juesuan.evaluations.cells import (
    filled,
    is_empty,
    money_entry,
    percent_entry,
    points_entry,
    row_quote,
    tidy,
)
from juesuan.evaluations.columns import fits
from juesuan.evaluations.entity_linking import LIKELY, likeness
from juesuan.evaluations.headings import list_headings
from juesuan.evaluations.marks import marked
from juesuan.evaluations.quantities import level_points
from juesuan.evaluations.segments import Row, Segment
from juesuan.evaluations.vocabulary import FUND_HEADINGS, heading_key, is_subtotal, is_total, without_points
from juesuan.records import Entry, Evaluation, FundLine, Indicator

_MISPLACED = "这一格不是所在栏目要填的内容"
_MONEY = ("opening", "budget", "executed")
_PART = re.compile(r"(?:自评)?(?:得分|评分)$")


def is_list(segment: Segment) -> bool:
    return any(map(list_headings, segment.rows))


def read_list(segment: Segment, unit: str, title: str) -> Evaluation:
    """The projects in a list and its line of totals."""
    listed: list[Evaluation] = []
    total = FundLine("total", "")
    score = Entry()
    headings: dict[str, int] = {}
    parts: dict[str, int] = {}
    for row in segment.rows:
        if found := list_headings(row):
            headings, parts = found, _part_columns(row, found)
            continue
        cells = {key: row[column] for key, column in headings.items() if column < len(row)}
        label = _label(row, headings)
        if not label or not any(cells[key].text.strip() for key in cells if key != "project"):
            continue
        line, points = _line(cells, label, row, unit), _entry(cells, "score", "")
        if is_total(label) or (is_subtotal(label) and row is segment.rows[-1] and not total.quote):
            total, score = line, points
        elif not is_subtotal(label):
            project = _project(line, points, cells, unit, title)
            listed.append(replace(project, parts=tuple(_part(name, row, column) for name, column in parts.items())))
    place = next((each.place for each in listed), segment.place)
    return Evaluation(
        overall=False,
        project="",
        department="",
        unit=unit,
        funds=(total,) if total.quote else (),
        indicators=(),
        total_score=score,
        place=place,
        lines=(*segment.above, *segment.below),
        title=title,
        listed=tuple(listed),
    )


def _part_columns(row: Row, headings: dict[str, int]) -> dict[str, int]:
    """The columns of points of parts (执行得分、产出得分) beside those of the whole, by the name of the part."""
    if "score" not in headings:
        return {}
    names = {column: _PART.sub("", without_points(row[column].text)) for column in filled(row)}
    texts = {column: row[column].text for column in names if column not in headings.values()}
    scored = [at for at, text in texts.items() if heading_key(text, FUND_HEADINGS) == "score" or level_points(text)]
    return {names[column]: column for column in scored if names[column]}


def _part(name: str, row: Row, column: int) -> Indicator:
    return Indicator(name, "", "", score=points_entry(row[column]), quote=row_quote(row), place=row[column].place)


def _label(row: Row, headings: dict[str, int]) -> str:
    """The project's name, or the word for the line of totals that stands before or under it."""
    if not headings:
        return ""
    before = [tidy(row[column].text) for column in filled(row) if column <= headings["project"]]
    total = next((text for text in before if is_total(text) or is_subtotal(text)), "")
    return total or (tidy(row[headings["project"]].text) if headings["project"] < len(row) else "")


def _line(cells: dict[str, Cell], label: str, row: Sequence[Cell], unit: str) -> FundLine:
    return FundLine(
        "total",
        label,
        opening=_entry(cells, "opening", unit),
        budget=_entry(cells, "budget", unit),
        executed=_entry(cells, "executed", unit),
        weight=_entry(cells, "weight", unit),
        rate=_entry(cells, "rate", unit),
        score=_entry(cells, "score", unit),
        quote=row_quote(row),
    )


def _entry(cells: dict[str, Cell], key: str, unit: str) -> Entry:
    if key not in cells or is_empty(cells[key].text):
        return Entry()
    doubt = "" if fits(key, cells[key].text) else _MISPLACED
    if key in _MONEY:
        return money_entry(cells[key], unit, doubt)
    return percent_entry(cells[key], doubt) if key == "rate" else points_entry(cells[key], doubt)


def _project(line: FundLine, score: Entry, cells: dict[str, Cell], unit: str, title: str) -> Evaluation:
    grade = marked(tidy(cells["grade"].text)) if "grade" in cells else ""
    reason = tidy(cells["reason"].text) if "reason" in cells else ""
    return Evaluation(
        overall="整体支出" in line.label,
        project=line.label,
        department="",
        unit=unit,
        funds=(replace(line, weight=Entry(), score=Entry()),),
        indicators=(),
        total_weight=line.weight,
        total_score=score,
        grade=Entry(grade, None, cells["grade"].place) if grade else Entry(),
        reason=reason,
        place=cells["project"].place,
        title=title,
    )


def with_listed(evaluations: Sequence[Evaluation]) -> list[Evaluation]:
    """The evaluations, and behind each list those of its projects that have no table of their own."""
    own = [each.project for each in evaluations if each.project]
    found: list[Evaluation] = []
    for each in evaluations:
        found.append(each)
        found += [row for row in each.listed if not any(likeness(row.project, name) >= LIKELY for name in own)]
    return found
