"""Made self-evaluations in the manners of other ministries and places: one project set out as they do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from corpus.manuscript import Block
from evaluations.blocks import table, title
from evaluations.projects import CENT, Project, Row


def number(text: str) -> Decimal:
    """The figure in a target or a result."""
    found = re.search(r"\d+(?:\.\d+)?", text)
    assert found is not None
    return Decimal(found[0])


def unit(text: str) -> str:
    return text.lstrip("≥0123456789.")


def completion(row: Row) -> str:
    """Result over target, at most all of it."""
    share = min(number(row.actual) / number(row.target) * 100, Decimal(100))
    return f"{share.quantize(CENT, ROUND_HALF_UP)}%"


def left(one: Project) -> str:
    return str(Decimal(one.budget) - Decimal(one.spent))


def completion_rates(one: Project) -> Iterator[Block]:
    """The project in the title only; letters in the headings, a rate of completion for every indicator."""
    yield title(f"{one.name}项目绩效目标自评表")
    yield table(
        ("资金情况（万元）", "预算安排数（A）", "实际支出数（B）", "支出率（B/A）", "分值", "得分"),
        ("财政拨款", one.budget, one.spent, one.rate, "10", one.execution),
        ("二级指标", "三级指标", "年初目标值（A）", "实际完成值（B）", "完成率（B/A）", "分值（C）", "得分", "备注"),
        *(
            (row.level2, row.name, row.target, row.actual, completion(row), row.weight, row.score, "")
            for row in one.rows
        ),
        ("合计", "", "", "", "", "100", one.total, ""),
    )


def level_weights(one: Project) -> Iterator[Block]:
    """A column with the weight of the level beside every level."""
    weights = {
        level: str(sum(int(row.weight) for row in one.rows if row.level1 == level))
        for level in (row.level1 for row in one.rows)
    }
    openings = {level: at for at, level in reversed([*enumerate(row.level1 for row in one.rows)])}
    yield title("项目支出绩效自评表")
    yield table(
        ("项目名称", one.name),
        ("项目资金（万元）", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"),
        ("年度资金总额", one.budget, one.budget, one.spent, "10", one.rate, one.execution),
        ("一级指标", "权重", "二级指标", "权重", "三级指标", "指标值", "完成值", "权重", "得分"),
        *(
            (
                *((row.level1, weights[row.level1]) if openings[row.level1] == at else ("", "")),
                *(row.level2, row.weight, row.name, row.target, row.actual, row.weight, row.score),
            )
            for at, row in enumerate(one.rows)
        ),
        ("总分", "", "", "", "", "", "", "100", one.total),
    )


def annual_goal(one: Project) -> Iterator[Block]:
    """Headings of the annual goal with its points, and the points of an indicator behind its name."""
    yield title(f"2024年度{one.name}项目自评表")
    yield table(
        ("项目名称", one.name),
        ("预算执行情况（万元）（10分）", "", "预算数（A）", "执行数（B）", "执行率（B/A）", "得分（10分*执行率）"),
        ("", "年度财政资金总额", one.budget, one.spent, one.rate, one.execution),
        ("年度绩效目标1（90分）", "一级指标", "二级指标", "三级指标", "期初目标值（A）", "实际完成值（B）", "得分"),
        *(
            ("", row.level1, row.level2, f"{row.name}（{row.weight}分）", row.target, row.actual, row.score)
            for row in one.rows
        ),
        ("总分", one.total),
        ("改进措施及结果应用方案", "加强调度"),
    )


def scoring_rates(one: Project) -> Iterator[Block]:
    """The share of its points that an indicator got, the execution of the money as the last of them."""
    yield title("财政项目支出绩效自评情况表")
    yield table(
        ("项目名称", one.name, "", "", "", "", ""),
        ("预算资金", f"{one.budget}万元", "使用资金", f"{one.spent}万元", "资金使用率", one.rate, ""),
        ("序号", "考核项目", "指标要求", "实际达到", "标准分", "得分率", "实得分"),
        *(
            (str(at), row.name, row.target, row.actual, row.weight, _rate(row), row.score)
            for at, row in enumerate(one.rows, 1)
        ),
        ("6", "资金执行", "100%", one.rate, "10", one.rate, one.execution),
        ("合计", "", "", "", "100", "", one.total),
    )


def _rate(row: Row) -> str:
    return f"{(Decimal(row.score) / Decimal(row.weight) * 100).quantize(Decimal('0.1'), ROUND_HALF_UP)}%"


def year_before(one: Project) -> Iterator[Block]:
    """The results of the year before beside those of the year; money carried over and left."""
    yield title("项目绩效自评结果表")
    yield table(
        ("项目名称", one.name),
        ("项目资金", "上年结转", "年初预算", "调整预算", "实际支出", "结余", "执行率"),
        ("万元", "0.00", one.budget, one.budget, one.spent, left(one), one.rate),
        ("指标名称", "2023年实际", "2024年目标", "2024年实际", "权重（%）", "得分", "同比变化"),
        *((row.name, _before(row), row.target, row.actual, row.weight, row.score, "增加") for row in one.rows),
        ("预算执行", "", "", "", "10", one.execution, ""),
        ("合计", "", "", "", "100", one.total, ""),
    )


def _before(row: Row) -> str:
    return f"{number(row.actual) - 1}{unit(row.actual)}"


def reviewed(one: Project) -> Iterator[Block]:
    """Points by other hands beside the body's own."""
    yield title("项目支出绩效自评表")
    yield table(
        ("项目名称", one.name),
        ("资金（万元）", "预算数", "执行数", "执行率"),
        ("", one.budget, one.spent, one.rate),
        ("指标", "目标", "完成", "分值", "自评得分", "主管部门复核得分", "财政抽查得分"),
        *((row.name, row.target, row.actual, row.weight, row.score, _less(row.score), "") for row in one.rows),
        ("预算执行率", "100%", one.rate, "10", one.execution, one.execution, ""),
        ("合计", "", "", "100", one.total, _less(one.total), ""),
        ("自评等级", one.grade),
    )


def _less(points: str) -> str:
    return str(Decimal(points) - Decimal("0.5"))


def signs_apart(one: Project) -> Iterator[Block]:
    """Sign, figure and unit of a target in columns of their own; money by source with what was left."""
    yield title("部门预算项目支出绩效自评表")
    yield table(
        ("项目名称", one.name, "项目代码", "622900240001"),
        ("资金来源", "预算数", "支出数", "结转数"),
        ("财政拨款", one.budget, one.spent, left(one)),
        ("其他资金", "0.00", "0.00", "0.00"),
        ("合计", one.budget, one.spent, left(one)),
        ("一级指标", "二级指标", "三级指标", "指标方向", "指标值", "计量单位", "完成值", "是否达标", "分值", "得分"),
        *(
            (
                *(row.level1, row.level2, row.name, "≥", str(number(row.target)), unit(row.target)),
                *(str(number(row.actual)), _state(row), row.weight, row.score),
            )
            for row in one.rows
        ),
        ("预算执行", "", "", "", "", "", one.rate, "", "10", one.execution),
        ("总计", "", "", "", "", "", "", "", "100", one.total),
    )


def _state(row: Row) -> str:
    return "达标" if number(row.actual) >= number(row.target) else "未达标"


def side_by_side(projects: tuple[Project, ...]) -> Iterator[Block]:
    """A list with its projects in columns, and under the name of each the headings of its indicators."""
    yield title("项目支出绩效自评汇总表")
    names = tuple(one.name for one in projects)
    yield table(
        ("自评内容", *names),
        ("全年预算数（万元）", *(one.budget for one in projects)),
        ("全年执行数（万元）", *(one.spent for one in projects)),
        ("预算执行率", *(one.rate for one in projects)),
        ("自评总分", *(one.total for one in projects)),
        ("自评等级", *(one.grade for one in projects)),
    )
    yield title("项目支出绩效指标完成情况对照表")
    heads = ("指标名称", "目标值", "完成值", "分值", "得分")
    blank = [""] * (len(heads) - 1)
    yield table(
        ("指标类别", *(text for name in names for text in (name, *blank))),
        ("", *(heads * len(projects))),
        *(
            (beside[0].level2, *(text for row in beside for text in _cells(row)))
            for beside in zip(*(one.rows for one in projects), strict=True)
        ),
        ("预算执行率", *(text for one in projects for text in ("执行率", "100%", one.rate, "10", one.execution))),
        ("合计", *(text for one in projects for text in ("", "", "", "100", one.total))),
    )


def _cells(row: Row) -> tuple[str, ...]:
    return row.name, row.target, row.actual, row.weight, row.score


def states_only(one: Project) -> Iterator[Block]:
    """No points: the task, what became of it and whether it is done."""
    yield title("绩效目标完成情况表")
    yield table(
        ("项目名称", one.name),
        ("全年预算（万元）", one.budget, "全年支出（万元）", one.spent, "预算完成率", one.rate),
        ("指标类型", "指标内容", "目标任务", "完成情况", "是否完成"),
        *((row.level2, row.name, row.target, row.actual, "是" if _state(row) == "达标" else "否") for row in one.rows),
    )


def ranking(projects: tuple[Project, ...]) -> Iterator[Block]:
    """A list by rank, the points of parts in columns with their most in the heading."""
    yield title("2024年度项目绩效自评得分排名表")
    ranked = sorted(projects, key=lambda one: -Decimal(one.total))
    money = ("资金规模（万元）", "支出（万元）", "资金执行率（%）")
    parts = ("产出（50分）", "效益（30分）", "满意度（10分）", "执行（10分）")
    yield table(
        ("排名", "项目", *money, *parts, "综合得分", "评级"),
        *(
            (
                *(str(at), one.name, one.budget, one.spent, one.rate.rstrip("%")),
                *(_part(one, level) for level in ("产出指标", "效益指标", "满意度指标")),
                *(one.execution, one.total, one.grade),
            )
            for at, one in enumerate(ranked, 1)
        ),
    )


def _part(one: Project, level: str) -> str:
    return str(sum((Decimal(row.score) for row in one.rows if row.level1 == level), Decimal(0)))
