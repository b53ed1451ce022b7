"""Examples for the rules over lists of projects, printed standards, and one thing told twice."""

from __future__ import annotations

from juesuan.examples.evaluation_texts import OTHER_PROJECT, PROJECT, part_four, plain_table, report, table
from juesuan.examples.example import Example, examples

_TITLE = "2024年度项目支出绩效自评结果汇总表\n"
_HEAD = "序号\t项目名称\t预算数\t执行数\t执行率\t自评得分\t自评等级\n"
_NOTHING = "一、收入支出决算总体情况说明\n本部门按规定编制决算。\n"


def _list(
    total: str = "合计\t\t30\t27.5\t91.67%\t\t\n",
    name: str = PROJECT,
    money: str = "10\t9.5",
    score: str = "99.5",
    grade: str = "优",
) -> str:
    """A list of two projects, the first of which has a table of its own in `table`."""
    rows = f"1\t{name}\t{money}\t95%\t{score}\t{grade}\n2\t{OTHER_PROJECT}\t20\t18\t90%\t85\t良\n"
    return f"{_TITLE}\n{_HEAD}{rows}{total}\n"


def _scored(score: str, reason: str = "预算完成率为92.4%") -> str:
    """A scoring table with one standard in steps."""
    steps = "预算完成率达95%（含）以上得8分；90%（含）至95%得6分；85%（含）至90%得4分；低于85%不得分。"
    return (
        "部门整体支出绩效评价评分表\n一级指标\t二级指标\t三级指标\t分值\t评分标准\t得分\t扣分原因\n"
        f"过程\t预算执行\t预算完成率\t8\t{steps}\t{score}\t{reason}\n"
        "产出\t职责履行\t质量达标率\t92\t根据实际评价。\t92\t\n"
    )


def _executed(target: str, spent: str = "9.5", budget: str = "10") -> str:
    rows = (("产出指标", "数量指标", "项目预算执行", target, target), ("产出指标", "质量指标", "合格率", "≥95%", "96%"))
    return plain_table(rows, budget=budget, spent=spent)


def _graded(first: str, second: str) -> str:
    said = f"2024年度对2个项目开展绩效自评，其中评价等级为“优”的项目{first}个，“良”的项目{second}个。"
    return part_four(said, "") + _list()


def _ruled(name: str) -> str:
    goal = table().replace("按计划加工馆藏档案", "按照《馆藏档案数字化管理办法》加工馆藏档案")
    return part_four("1个项目开展绩效自评。", "") + report(f"按照《{name}》开展工作。") + goal


def _twice(own: str, other: str) -> str:
    said = f"对1个项目开展绩效自评，共涉及资金{own}万元。\n\n组织对1个项目开展了部门评价，涉及资金{other}万元。"
    return part_four(said, "") + table()


EVALUATION_LISTS: list[Example] = [
    *examples(
        "list-total",
        passed=_list(),
        failed=_list(total="合计\t\t30\t28.5\t95%\t\t\n"),
        unchecked=_list(name=f"一、{PROJECT}", total="合计\t\t30\t28.5\t95%\t\t\n"),
        not_applicable=table(),
    ),
    *examples(
        "list-against-table",
        passed=_list() + table(),
        failed=_list(money="10\t9.8") + table(),
        unchecked=_list(money="10\t9.8", name=f"{PROJECT}（二期）") + table(),
        not_applicable=table(),
    ),
    *examples(
        "list-score",
        passed=_list() + table(),
        failed=_list(score="98.5") + table(),
        unchecked=_list(score="98.5", name=f"{PROJECT}（二期）") + table(),
        not_applicable=_list(),
    ),
    *examples(
        "grades-of-tables",
        passed=_graded("1", "1"),
        failed=_graded("2", "1"),
        unchecked=_graded("1", "1").replace("\t优\n", "\t\n"),
        not_applicable=_NOTHING,
    ),
    *examples(
        "standard-applied",
        passed=_scored("6"),
        failed=_scored("8"),
        unchecked=_scored("6", reason=""),
        not_applicable=table(),
    ),
    *examples(
        "execution-as-points",
        passed=_executed("10", spent="10"),
        failed=_executed("10"),
        unchecked=_executed("10", spent="", budget=""),
        not_applicable=table(),
    ),
    *examples(
        "evaluated-twice",
        passed=_twice("10.00", "10.00"),
        failed=_twice("9.50", "10.00"),
        not_applicable=table(),
    ),
    *examples(
        "regulation-two-names",
        passed=_ruled("档案法实施办法"),
        failed=_ruled("馆藏档案信息化管理办法"),
        not_applicable=table(),
    ),
]
