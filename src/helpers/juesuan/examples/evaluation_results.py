"""Examples for the rules over what prose says of single projects' results: indicators, satisfaction, name, year."""

from __future__ import annotations

from juesuan.examples.evaluation_texts import OTHER_PROJECT, PROJECT, part_four, row, table
from juesuan.examples.example import Example, examples

_NOTHING = "一、收入支出决算总体情况说明\n本部门按规定编制决算。\n"
_TOLD = (
    "1.“{}”项目绩效自评情况：项目全年预算数为{}万元，执行数为{}万元。共设置绩效指标{}项，完成{}项，未完成{}项；"
    "查档人员满意度为{}。\n"
)
_REPORTED = (
    f"{PROJECT}项目部门评价报告\n一、项目基本情况\n{PROJECT}项目{{}}年全年预算10万元，全年执行9.5万元。\n"
    "二、评价结论\n项目按计划完成。\n"
)


def _told(counts: tuple[int, int, int] = (4, 4, 0), satisfaction: str = "97%") -> str:
    return part_four("对1个项目开展绩效自评。", _TOLD.format(PROJECT, "10", "9.5", *counts, satisfaction))


def _two(name: str, spent: str = "20.5") -> str:
    """Two projects in prose and two tables, the second of them under a given name."""
    results = _TOLD.format(PROJECT, "10", "9.5", 4, 4, 0, "97%") + _TOLD.format(
        OTHER_PROJECT, "21", spent, 4, 4, 0, "97%"
    ).replace("1.", "2.", 1)
    second = table(project=name, funds="21\t21\t20.5\t10\t97.62%\t9.76", fiscal="21\t21\t20.5", total="100\t99.76")
    return f"2024年度部门决算公开\n{part_four('对2个项目开展绩效自评。', results)}{table()}\n{second}"


def _year(year: str) -> str:
    return f"某市档案局2024年度部门决算公开\n{part_four('对1个项目开展绩效自评。')}{table()}\n{_REPORTED.format(year)}"


EVALUATION_RESULTS: list[Example] = [
    *examples(
        "indicators-counted",
        passed=_told() + table(),
        failed=_told((4, 4, 1)) + table(),
        unchecked=_told((5, 5, 0)) + table(total="100\t94.5", rows=row(0, weight="25", score="25")),
        not_applicable=_NOTHING,
    ),
    *examples(
        "satisfaction-said",
        passed=_told() + table(),
        failed=_told(satisfaction="79%") + table(),
        not_applicable=_NOTHING,
    ),
    *examples(
        "project-name-left",
        passed=_two(OTHER_PROJECT),
        failed=_two(PROJECT),
        unchecked=_two(PROJECT, spent="20.1"),
        not_applicable=_NOTHING,
    ),
    *examples("report-year-left", passed=_year("2024"), failed=_year("2023"), not_applicable=_NOTHING),
]
