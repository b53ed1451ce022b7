"""Self-evaluation tables in several layouts: without points, with points, with units and completion too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from corpus.department import Aim, Department, FundRow, Overall, Project
from corpus.evaluating import trimmed
from corpus.manuscript import Block, Cell, Table, Words

Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns behind the three levels of indicators, by field and heading, and their widths."""

    columns: tuple[tuple[str, str], ...]
    widths: tuple[float, ...]

    @property
    def width(self) -> int:
        return 4 + len(self.columns)


PLAIN = Layout((("target", "预期指标值"), ("actual", "实际完成指标值")), (2.2, 2.4))
POINTS = Layout(
    (
        ("target", "年度指标值"),
        ("actual", "实际完成值"),
        ("weight", "分值"),
        ("score", "得分"),
        ("reason", "未完成原因分析"),
    ),
    (1.6, 1.6, 1.2, 1.2, 1.8),
)
COMPLETION = Layout(
    (
        ("target", "年度指标值"),
        ("actual", "实际完成值"),
        ("unit", "单位"),
        ("weight", "分值"),
        ("completion", "完成率"),
        ("score", "得分"),
        ("reason", "未完成原因分析"),
    ),
    (1.6, 1.6, 1.0, 1.1, 1.5, 1.1, 1.6),
)
TASKS = Layout((*PLAIN.columns, ("reason", "偏差原因")), (2.2, 2.2, 2.2))
LAYOUTS = {"plain": PLAIN, "scored": POINTS, "plateau": POINTS, "completion": COMPLETION}
FUNDS = (
    ("opening", "年初预算数"),
    ("budget", "全年预算数"),
    ("executed", "全年执行数"),
    ("weight", "分值"),
    ("rate", "执行率"),
    ("score", "得分"),
)


def project_table(department: Department, project: Project, number: int) -> list[Block]:
    """The table of one project with its title."""
    key = f"evaluation/{number}"
    layout = LAYOUTS[department.evaluation]
    rows = _plain(department, project, key) if layout is PLAIN else _scored(department, project, key, layout)
    titled: list[Block] = [
        Words(key, "title", ("项目支出绩效自评表",)),
        Words(key, "caption", (f"（{department.year}年度）",)),
        Table(key, tuple(rows), (1.2, 1.5, 1.8, 3.6, *layout.widths)),
    ]
    if department.evaluation == "plateau":
        titled.append(Words(key, "note", ("说明：分值合计100分，预算执行率10分，产出50分，效益30分，满意度10分。",)))
        titled.append(Words(key, "note", ("综合评定等级：优（≥90分）、良（80-90分）、中（60-80分）、差（<60分）。",)))
    return titled


def overall_table(department: Department, overall: Overall) -> list[Block]:
    """The table of the whole department with its title."""
    key = "evaluation/overall"
    layout = TASKS if overall.tasks else LAYOUTS[department.evaluation]
    layout = POINTS if layout is PLAIN else layout
    name = overall.name or department.name
    rows: list[Row] = [(Cell("部门（单位）名称", columns=2), Cell(name, f"{key}/name", columns=layout.width - 2))]
    rows += _tasks(overall, key) if overall.tasks else _funds(overall.funds, key, "整体支出规模（万元）", layout)
    rows += _goals(overall.goal, overall.result, key, layout)
    rows += _aims(overall.aims, key, "评价指标", layout)
    if not overall.tasks:
        rows.append(_total(key, overall.score, layout))
    return [
        Words(key, "title", ("部门整体支出绩效自评表",)),
        Words(key, "caption", (f"（{department.year}年度）",)),
        Table(key, tuple(rows), (1.2, 1.5, 1.8, 3.6, *layout.widths)),
    ]


def _scored(department: Department, project: Project, key: str, layout: Layout) -> list[Row]:
    wide = layout.width - 2
    named = project.table_name or project.name
    rows: list[Row] = [
        (Cell("项目名称", columns=2), Cell(named, f"{key}/name", columns=wide)),
        (
            Cell("主管部门", columns=2),
            Cell(project.office or department.name, columns=2),
            Cell("实施单位"),
            Cell(project.owner or department.name, f"{key}/owner", columns=wide - 3),
        ),
    ]
    rows += _funds(project.funds, key, "项目资金（万元）", layout)
    rows += _goals(project.goal, project.result, key, layout)
    rows += _aims(project.aims, key, "绩效指标", layout)
    if department.evaluation == "plateau":
        rows.append((Cell("综合评定等级", columns=2), Cell(project.grade, f"{key}/grade", columns=wide)))
    rows.append(_total(key, project.score, layout))
    if project.reason:
        rows.append((Cell("偏差原因", columns=2), Cell(project.reason, f"{key}/reason", columns=wide)))
    if project.filled_by:
        filled = Cell(project.filled_by, f"{key}/filled_by", columns=2)
        telephone = Cell(project.telephone, f"{key}/telephone", columns=wide - 3)
        rows.append((Cell("填表人", columns=2), filled, Cell("联系电话"), telephone))
    return rows


def _plain(department: Department, project: Project, key: str) -> list[Row]:
    named = project.table_name or project.name
    rows: list[Row] = [
        (Cell("项目名称", columns=2), Cell(named, f"{key}/name", columns=4)),
        (
            Cell("主管部门及代码", columns=2),
            Cell(project.office),
            Cell("实施单位"),
            Cell(project.owner or department.name, f"{key}/owner", columns=2),
        ),
    ]
    labels = (("预算数", "执行数"), ("其中：财政拨款", "其中：财政拨款"), ("其他资金", "其他资金"))
    lines = [project.funds[0], project.funds[1], project.funds[-1]]
    for position, (line, (left, right)) in enumerate(zip(lines, labels, strict=True)):
        lead = (Cell("项目预算执行情况（万元）", columns=2, rows=len(lines)),) if position == 0 else ()
        kind = f"{key}/funds/{position}"
        budget = Cell(line.budget, f"{kind}/budget", figure=True)
        rows.append((*lead, Cell(left), budget, Cell(right), Cell(line.executed, f"{kind}/executed", figure=True)))
    rows += _goals(project.goal, project.result, key, PLAIN)
    return rows + _aims(project.aims, key, "年度绩效指标完成情况", PLAIN)


def _funds(funds: Sequence[FundRow], key: str, label: str, layout: Layout) -> list[Row]:
    """One line for each kind of money; the label column takes what the indicators need more."""
    wide = layout.width - 2 - len(FUNDS)
    heads = tuple(Cell(text) for _, text in FUNDS)
    rows: list[Row] = [(Cell(label, columns=2, rows=len(funds) + 1), Cell("", columns=wide), *heads)]
    for position, line in enumerate(funds):
        kind = f"{key}/funds/{position}"
        cells = (Cell(getattr(line, name), f"{kind}/{name}", figure=True) for name, _ in FUNDS)
        rows.append((Cell(line.label, columns=wide), *cells))
    return rows


def _goals(goal: str, result: str, key: str, layout: Layout) -> list[Row]:
    left = (layout.width - 1) // 2
    right = layout.width - 1 - left
    return [
        (
            Cell("年度总体目标完成情况", rows=2),
            Cell("预期目标", columns=left),
            Cell("目标实际完成情况", columns=right),
        ),
        (Cell(goal, f"{key}/goal", columns=left), Cell(result, f"{key}/result", columns=right)),
    ]


def _aims(aims: Sequence[Aim], key: str, label: str, layout: Layout) -> list[Row]:
    """The indicators, the names of the upper levels merged over their rows."""
    levels = ("一级指标", "二级指标", "三级指标")
    heads = (*levels, *(text for _, text in layout.columns))
    rows: list[Row] = [(Cell(label, rows=len(aims) + 1), *(Cell(text) for text in heads))]
    for _, upper in groupby(enumerate(aims), key=lambda pair: pair[1].level1):
        members = list(upper)
        for _, lower in groupby(members, key=lambda pair: pair[1].level2):
            same = list(lower)
            for number, aim in same:
                lead: list[Cell] = []
                if number == members[0][0]:
                    lead.append(Cell(aim.level1, rows=len(members)))
                if number == same[0][0]:
                    lead.append(Cell(aim.level2, rows=len(same)))
                rows.append((*lead, *_aim(aim, f"{key}/aims/{number}", layout)))
    return rows


def _aim(aim: Aim, key: str, layout: Layout) -> Row:
    cells = [Cell(aim.level3, f"{key}/level3")]
    for name, _ in layout.columns:
        value: str | Decimal | None = getattr(aim, name)
        text = trimmed(value) if isinstance(value, Decimal) else value or ""
        cells.append(Cell(text, f"{key}/{name}", figure=name in ("weight", "score")))
    return tuple(cells)


def _total(key: str, score: Decimal | None, layout: Layout) -> Row:
    shown = "" if score is None else trimmed(score)
    values = {"weight": "100", "score": shown}
    names = [name for name, _ in layout.columns]
    first = names.index("weight")
    cells = (Cell(values[n], f"{key}/total/{n}", figure=True) if n in values else Cell() for n in names[first:])
    return (Cell("总分", columns=4 + first), *cells)


def _tasks(overall: Overall, key: str) -> list[Row]:
    """The layout that lists tasks with their money instead of fund lines with points."""
    heads = ("任务名称", "完成情况", "预算数（万元）", "其中：财政拨款", "执行数（万元）", "其中：财政拨款")
    rows: list[Row] = [(Cell("年度主要任务完成情况", rows=len(overall.tasks) + 1), *(Cell(text) for text in heads))]
    for number, task in enumerate(overall.tasks):
        names = ("name", "result", "budget", "budget_fiscal", "executed", "executed_fiscal")
        rows.append(tuple(Cell(text, f"{key}/tasks/{number}/{n}") for n, text in zip(names, task, strict=True)))
    return rows
