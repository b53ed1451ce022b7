"""Tables of performance targets in budgets (项目支出绩效目标表): what a project is to reach, before it has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from juesuan.amounts import TEN_THOUSAND, YUAN
from juesuan.document import Cell, Document, Grid, Place
from juesuan.evaluations.cells import filled, money_entry, quantity_entry, row_quote, tidy
from juesuan.evaluations.vocabulary import squeezed
from juesuan.records import Entry, Evaluation, FundLine, Indicator

Row = Sequence[Cell]

_HEADINGS = {
    "level1": re.compile(r"一级指标"),
    "level2": re.compile(r"二级指标"),
    "level3": re.compile(r"三级指标(?:名称)?|指标名称"),
    "target": re.compile(r"(?:年度|绩效|年度绩效)?(?:指标|目标)值(?:内容)?|(?:绩效)?指标值及单位"),
    "unit": re.compile(r"(?:计量|度量)单位|指标单位"),
    "sign": re.compile(r"(?:指标)?(?:性质|符号|关系)|指标方向"),
    "project": re.compile(r"项目名称|项目"),
    "budget": re.compile(r"(?:年度|项目)?(?:预算|资金)(?:数|金额|总额)?(?:\((?:万元|元)\))?"),
}
_RESULT = re.compile(r"实际|完成|得分|自评|扣分")
_PROJECT = re.compile(r"项目名称")
_DEPARTMENT = re.compile(r"(?:主管|预算|实施)?(?:部门|单位)(?:名称)?")
_MONEY = re.compile(r"(?:年度)?(?:项目)?(?:资金|预算)(?:总额|金额|数)|项目金额|(?:年度)?项目预算|(?:项目)?总额|合计")
_GOAL = re.compile(r"(?:年度)?(?:总体|绩效|总体绩效)目标")
_OVERALL = re.compile(r"整体(?:支出)?(?:绩效)?目标")
_ABOVE = 3  # lines above a table in which its title stands
_UNIT = re.compile(rf"\(({TEN_THOUSAND}|{YUAN})\)|单位[:：]({TEN_THOUSAND}|{YUAN})")


def targets(document: Document) -> tuple[Evaluation, ...]:
    """The targets of each project, and of the whole department, in the order of the document; no results."""
    return tuple(found for grid in document.grids for found in _of_grid(document, grid))


def _of_grid(document: Document, grid: Grid) -> Iterator[Evaluation]:
    above = [line.text for line in document.above(grid, _ABOVE)]
    overall = any(_OVERALL.search(squeezed(text)) for text in above)
    start = 0
    while (heading := _heading(grid.rows, start)) is not None:
        at, columns = heading
        end = _end(grid.rows, at + 1)
        yield from _tables(grid.rows[start:at], grid.rows[at + 1 : end], columns, above, overall)
        start = end


def _heading(rows: Sequence[Row], start: int) -> tuple[int, dict[str, int]] | None:
    """The next row of headings that asks for targets and for no results, with its columns."""
    for index in range(start, len(rows)):
        texts = [squeezed(cell.text) for cell in rows[index]]
        columns = {
            key: next(place for place, text in enumerate(texts) if pattern.fullmatch(text))
            for key, pattern in _HEADINGS.items()
            if any(map(pattern.fullmatch, texts))
        }
        if {"level3", "target"} <= columns.keys() and not any(map(_RESULT.search, texts)):
            return index, columns
    return None


def _end(rows: Sequence[Row], start: int) -> int:
    """Where the next project's table begins below a row of headings."""
    for index in range(start, len(rows)):
        at = filled(rows[index])
        if at and _PROJECT.fullmatch(squeezed(rows[index][at[0]].text)):
            return index
    return len(rows)


def _tables(
    head: Sequence[Row], body: Sequence[Row], columns: dict[str, int], above: Sequence[str], overall: bool
) -> Iterator[Evaluation]:
    """The projects of a table: the one named above the headings, or each that a column names."""
    unit = _unit([*above, *(cell.text for row in head for cell in row)])
    if "project" not in columns:
        project = _beside(head, _PROJECT)
        money = _beside(head, _MONEY)
        if project is not None or overall:
            yield _evaluation(project, head, body, columns, money_entry(money, unit) if money else Entry())
        return
    named: dict[str, list[Row]] = {}
    last = ""
    for row in body:
        last = tidy(_cell(row, columns["project"]).text) or last
        named.setdefault(last, []).append(row)
    for name, rows in named.items():
        if name:
            money = _cell(rows[0], columns["budget"]) if "budget" in columns else None
            entry = money_entry(money, unit) if money else Entry()
            yield _evaluation(_cell(rows[0], columns["project"]), head, rows, columns, entry)


def _evaluation(
    project: Cell | None, head: Sequence[Row], body: Sequence[Row], columns: dict[str, int], money: Entry
) -> Evaluation:
    department, goal = _beside(head, _DEPARTMENT), _beside(head, _GOAL)
    place = next(cell.place for row in (*head, *body) for cell in row if cell.text.strip())
    return Evaluation(
        overall=project is None,
        project=tidy(project.text) if project else "",
        department=tidy(department.text) if department else "",
        unit=TEN_THOUSAND,
        funds=(FundLine("total", "年度资金总额", budget=money, quote=money.text),) if money.text else (),
        indicators=tuple(_indicators(body, columns)),
        goal=tidy(goal.text) if goal else "",
        place=project.place if project else place,
    )


def _indicators(body: Sequence[Row], columns: dict[str, int]) -> Iterator[Indicator]:
    """Each indicator; a level left blank is that of the row above."""
    levels = {"level1": "", "level2": ""}
    for row in body:
        levels |= {key: text for key in levels if (text := tidy(_cell(row, columns.get(key)).text))}
        name, target = tidy(_cell(row, columns["level3"]).text), _cell(row, columns["target"])
        if not name or not target.text.strip():
            continue
        unit = tidy(_cell(row, columns.get("unit")).text)
        yield Indicator(
            levels["level1"],
            levels["level2"],
            name,
            quantity_entry(target, unit),
            unit=unit,
            quote=row_quote(row),
            place=target.place,
        )


def _beside(rows: Sequence[Row], label: re.Pattern[str]) -> Cell | None:
    """The cell that follows a label in the first row that has it."""
    for row in rows:
        at = filled(row)
        for place, following in pairwise(at):
            if label.fullmatch(_UNIT.sub("", squeezed(row[place].text))):
                return row[following]
    return None


def _cell(row: Row, column: int | None) -> Cell:
    return row[column] if column is not None and column < len(row) else Cell("", Place())


def _unit(texts: Sequence[str]) -> str:
    match = next((found for text in texts if (found := _UNIT.search(squeezed(text)))), None)
    return (match[1] or match[2]) if match else TEN_THOUSAND
