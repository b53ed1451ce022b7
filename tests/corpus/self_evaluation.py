"""Self-evaluation tables in three layouts: with points, without points, and with a grading legend."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby

from corpus.department import Aim, Department, FundRow, Overall, Project
from corpus.evaluating import trimmed
from corpus.manuscript import Block, Cell, Table, Words

POINTS = ("年度指标值", "实际完成值", "分值", "得分", "未完成原因分析")
PLAIN = ("预期指标值", "实际完成指标值")


def project_table(department: Department, project: Project, number: int) -> list[Block]:
    """The table of one project with its title."""
    key = f"evaluation/{number}"
    titled: list[Block] = [
        Words(key, "title", ("项目支出绩效自评表",)),
        Words(key, "caption", (f"（{department.year}年度）",)),
    ]
    if department.evaluation == "plain":
        rows = _plain(department, project, key)
        widths: tuple[float, ...] = (1.4, 1.4, 2, 4, 2.2, 2.4)
    else:
        legend = department.evaluation == "plateau"
        rows = _scored(department, project, key, legend)
        widths = (1.2, 1.4, 1.8, 3.4, 1.6, 1.6, 1.2, 1.2, 1.8)
    titled.append(Table(key, tuple(rows), widths))
    if department.evaluation == "plateau":
        titled.append(Words(key, "note", ("说明：分值合计100分，预算执行率10分，产出50分，效益30分，满意度10分。",)))
        titled.append(Words(key, "note", ("综合评定等级：优（≥90分）、良（80-90分）、中（60-80分）、差（<60分）。",)))
    return titled


def overall_table(department: Department, overall: Overall) -> list[Block]:
    key = "evaluation/overall"
    title = Words(key, "title", ("部门整体支出绩效自评表",))
    year = Words(key, "caption", (f"（{department.year}年度）",))
    name = overall.name or department.name
    if overall.tasks:
        return [title, year, Table(key, tuple(_tasks(overall, key, name)), (1.4, 1.6, 4, 1.6, 1.6, 1.6, 1.6))]
    rows = [(Cell("部门（单位）名称", columns=2), Cell(name, f"{key}/name", columns=7))]
    rows += _funds(overall.funds, key, "整体支出规模（万元）")
    rows += _goals(overall.goal, overall.result, key)
    rows += _aims(overall.aims, key, "评价指标", POINTS)
    rows.append(_total(key, overall.score))
    return [title, year, Table(key, tuple(rows), (1.2, 1.4, 1.8, 3.4, 1.6, 1.6, 1.2, 1.2, 1.8))]


def _scored(department: Department, project: Project, key: str, legend: bool) -> list[tuple[Cell, ...]]:
    named = project.table_name or project.name
    rows = [
        (Cell("项目名称", columns=2), Cell(named, f"{key}/name", columns=7)),
        (
            Cell("主管部门", columns=2),
            Cell(project.office or department.name, columns=3),
            Cell("实施单位", columns=2),
            Cell(project.owner or department.name, f"{key}/owner", columns=2),
        ),
    ]
    rows += _funds(project.funds, key, "项目资金（万元）")
    rows += _goals(project.goal, project.result, key)
    rows += _aims(project.aims, key, "绩效指标", POINTS)
    if legend:
        rows.append((Cell("综合评定等级", columns=2), Cell(project.grade, f"{key}/grade", columns=7)))
    rows.append(_total(key, project.score))
    if project.reason:
        rows.append((Cell("偏差原因", columns=2), Cell(project.reason, f"{key}/reason", columns=7)))
    if project.filled_by:
        rows.append(
            (
                Cell("填表人", columns=2),
                Cell(project.filled_by, f"{key}/filled_by", columns=3),
                Cell("联系电话", columns=2),
                Cell(project.telephone, f"{key}/telephone", columns=2),
            )
        )
    return rows


def _plain(department: Department, project: Project, key: str) -> list[tuple[Cell, ...]]:
    named = project.table_name or project.name
    rows = [
        (Cell("项目名称", columns=2), Cell(named, f"{key}/name", columns=4)),
        (
            Cell("主管部门及代码", columns=2),
            Cell(project.office),
            Cell("实施单位"),
            Cell(project.owner or department.name, f"{key}/owner", columns=2),
        ),
    ]
    lines = [
        ("预算数", "执行数", project.funds[0]),
        *(("其中：财政拨款",) * 2 + (line,) for line in project.funds[1:2]),
    ]
    lines += [("其他资金",) * 2 + (line,) for line in project.funds[-1:] if len(project.funds) > 2]
    for position, (left, right, line) in enumerate(lines):
        lead = (Cell("项目预算执行情况（万元）", columns=2, rows=len(lines)),) if position == 0 else ()
        kind = f"{key}/funds/{position}"
        rows.append(
            (
                *lead,
                Cell(left),
                Cell(line.budget, f"{kind}/budget", figure=True),
                Cell(right),
                Cell(line.executed, f"{kind}/executed", figure=True),
            )
        )
    rows.append(
        (Cell("年度总体目标完成情况", rows=2), Cell("预期目标", columns=3), Cell("目标实际完成情况", columns=2))
    )
    rows.append((Cell(project.goal, f"{key}/goal", columns=3), Cell(project.result, f"{key}/result", columns=2)))
    return rows + _aims(project.aims, key, "年度绩效指标完成情况", PLAIN)


def _funds(funds: Sequence[FundRow], key: str, label: str) -> list[tuple[Cell, ...]]:
    heads = ("年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分")
    rows = [(Cell(label, columns=2, rows=len(funds) + 1), Cell(""), *(Cell(text) for text in heads))]
    for position, line in enumerate(funds):
        names = ("opening", "budget", "executed", "weight", "rate", "score")
        cells = (Cell(getattr(line, name), f"{key}/funds/{position}/{name}", figure=True) for name in names)
        rows.append((Cell(line.label), *cells))
    return rows


def _goals(goal: str, result: str, key: str) -> list[tuple[Cell, ...]]:
    return [
        (Cell("年度总体目标", rows=2), Cell("预期目标", columns=4), Cell("实际完成情况", columns=4)),
        (Cell(goal, f"{key}/goal", columns=4), Cell(result, f"{key}/result", columns=4)),
    ]


def _aims(aims: Sequence[Aim], key: str, label: str, heads: tuple[str, ...]) -> list[tuple[Cell, ...]]:
    """The indicators, the names of the upper levels merged over their rows."""
    rows: list[tuple[Cell, ...]] = []
    first: tuple[Cell, ...] = (Cell(label, rows=len(aims) + 1),)
    levels = ("一级指标", "二级指标", "三级指标")
    rows.append((*first, *(Cell(text) for text in (*levels, *heads))))
    numbered = list(enumerate(aims))
    for level1, upper in groupby(numbered, key=lambda pair: pair[1].level1):
        members = list(upper)
        for level2, lower in groupby(members, key=lambda pair: pair[1].level2):
            same = list(lower)
            for number, aim in same:
                lead: list[Cell] = []
                if number == members[0][0]:
                    lead.append(Cell(level1, rows=len(members)))
                if number == same[0][0]:
                    lead.append(Cell(level2, rows=len(same)))
                rows.append((*lead, *_aim(aim, f"{key}/aims/{number}", len(heads))))
    return rows


def _aim(aim: Aim, key: str, columns: int) -> tuple[Cell, ...]:
    cells = (
        Cell(aim.level3, f"{key}/level3"),
        Cell(aim.target, f"{key}/target"),
        Cell(aim.actual, f"{key}/actual"),
    )
    if columns == len(PLAIN):
        return cells
    weight = "" if aim.weight is None else trimmed(aim.weight)
    score = "" if aim.score is None else trimmed(aim.score)
    points = Cell(weight, f"{key}/weight", figure=True), Cell(score, f"{key}/score", figure=True)
    return (*cells, *points, Cell(aim.reason, f"{key}/reason"))


def _total(key: str, score: Decimal | None) -> tuple[Cell, ...]:
    shown = "" if score is None else trimmed(score)
    return (
        Cell("总分", columns=6),
        Cell("100", f"{key}/total/weight", figure=True),
        Cell(shown, f"{key}/total/score", figure=True),
        Cell(""),
    )


def _tasks(overall: Overall, key: str, name: str) -> list[tuple[Cell, ...]]:
    """The layout that lists tasks with their money instead of fund lines with points."""
    heads = ("任务名称", "完成情况", "预算数（万元）", "其中：财政拨款", "执行数（万元）", "其中：财政拨款")
    rows = [(Cell("部门（单位）名称", columns=2), Cell(name, f"{key}/name", columns=5))]
    lead = Cell("年度主要任务完成情况", rows=len(overall.tasks) + 1)
    rows.append((lead, *(Cell(text) for text in heads)))
    for number, task in enumerate(overall.tasks):
        columns = ("name", "result", "budget", "budget_fiscal", "executed", "executed_fiscal")
        cells = (Cell(text, f"{key}/tasks/{number}/{what}") for what, text in zip(columns, task, strict=True))
        rows.append(tuple(cells))
    rows.append(
        (Cell("年度总体目标完成情况", rows=2), Cell("预期目标", columns=3), Cell("目标实际完成情况", columns=3))
    )
    rows.append((Cell(overall.goal, f"{key}/goal", columns=3), Cell(overall.result, f"{key}/result", columns=3)))
    levels = ("一级指标", "二级指标", "指标内容", *PLAIN)
    aims = _aims(overall.aims, key, "年度绩效指标完成情况", PLAIN)
    header = (aims[0][0], *(Cell(text) for text in levels[:3]), Cell(levels[3]), Cell(levels[4], columns=2))
    body = [(*row[:-1], Cell(row[-1].text, row[-1].key, columns=2)) for row in aims[1:]]
    return [*rows, header, *body]
