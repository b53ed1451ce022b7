"""Small self-evaluations for examples: tables, reports and part four; all names and figures are invented."""

from __future__ import annotations

from juesuan.examples.forms import FORMS

PROJECT = "档案数字化加工经费"
OTHER_PROJECT = "库房温湿度监测费"

# level 1, level 2, level 3, target, result, weight, score, reason
Row = tuple[str, str, str, str, str, str, str, str]
ROWS: tuple[Row, ...] = (
    ("产出指标（50分）", "数量指标", "加工卷数", "≥200卷", "210卷", "30", "30", ""),
    ("", "成本指标", "加工支出", "≤10万元", "9.5万元", "20", "20", ""),
    ("效益指标（30分）", "社会效益指标", "查档覆盖面", "扩大", "已扩大", "30", "30", ""),
    ("满意度指标（10分）", "服务对象满意度指标", "查档人员满意度", "≥95%", "97%", "10", "10", ""),
)
FUNDS = "10\t10\t9.5\t10\t95%\t9.5"


def row(number: int, **cells: str) -> tuple[Row, ...]:
    """The usual rows with some cells of one changed: level3, target, result, weight, score, reason."""
    names = ("level1", "level2", "level3", "target", "result", "weight", "score", "reason")
    values = list(ROWS[number])
    for name, value in cells.items():
        values[names.index(name)] = value
    changed = (values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7])
    return (*ROWS[:number], changed, *ROWS[number + 1 :])


def table(
    rows: tuple[Row, ...] = ROWS,
    funds: str = FUNDS,
    total: str = "100\t99.5",
    project: str = PROJECT,
    fiscal: str = "10\t10\t9.5",
    note: str = "",
    grade: str = "",
) -> str:
    """A project's table with weights and scores."""
    lines = [
        "项目支出绩效自评表",
        "（2024年度）",
        f"项目名称\t\t{project}",
        "主管部门\t\t某市档案局\t\t实施单位\t某市档案局",
        "项目资金（万元）\t\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分",
        f"\t\t年度资金总额\t{funds}",
        f"\t\t其中：当年财政拨款\t{fiscal}",
        "\t\t其他资金",
        "年度总体目标\t预期目标\t\t\t实际完成情况",
        "\t按计划加工馆藏档案\t\t\t已完成",
        "绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析",
        *("\t" + "\t".join(each) for each in rows),
        f"总分\t\t\t\t\t\t{total}",
        *([f"评价等级\t\t{grade}"] if grade else []),
    ]
    return "\n".join(lines) + "\n" + (f"\n{note}\n" if note else "")


def damaged_table() -> str:
    """The usual table as a conversion left it that moved its last row to the right and lost the score."""
    moved = "\t".join(("", "", *ROWS[3][:-2]))
    return table().replace("\t" + "\t".join(ROWS[3]), moved)


def plain_table(
    rows: tuple[tuple[str, str, str, str, str], ...],
    budget: str = "10",
    spent: str = "9.5",
    project: str = PROJECT,
    result: str = "已完成",
) -> str:
    """A project's table without weights and scores; rows are level 1, level 2, level 3, target, result."""
    lines = [
        "项目支出绩效自评表",
        "（2024年度）",
        f"项目名称\t\t{project}\t\t\t",
        "主管部门及代码\t\t某市档案局\t实施单位\t某市档案局\t",
        f"项目预算执行情况（万元）\t预算数：\t{budget}\t\t执行数：\t{spent}",
        f"\t其中：财政拨款\t{budget}\t\t其中：财政拨款\t{spent}",
        "\t其他资金\t\t\t其他资金\t",
        "年度总体目标完成情况\t预期目标\t\t\t目标实际完成情况\t",
        f"\t按计划加工馆藏档案\t\t\t{result}\t",
        "年度绩效指标完成情况\t一级指标\t二级指标\t三级指标\t预期指标值\t实际完成指标值",
        *("\t" + "\t".join(each) for each in rows),
    ]
    return "\n".join(lines) + "\n"


def completion_table(rows: tuple[str, ...], total: str = "100\t99.5", funds: str = FUNDS) -> str:
    """A project's table with a completion column; rows hold tab-parted level names to reason."""
    lines = [
        "项目支出绩效自评表",
        "（2024年度）",
        f"项目名称\t\t{PROJECT}",
        "项目资金（万元）\t\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分",
        f"\t\t年度资金总额\t{funds}",
        "绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t完成率\t得分\t未完成原因分析",
        *("\t" + each for each in rows),
        f"总分\t\t\t\t\t\t{total.replace(chr(9), chr(9) * 2)}",
    ]
    return "\n".join(lines) + "\n"


def overall_table(total: str = "120.00\t120.00\t118.00", basic: str = "90\t90\t89", project: str = "30\t30\t29") -> str:
    """The whole department's table; each fund line holds opening budget, budget and spending."""
    lines = [
        "部门整体支出绩效自评表",
        "（2024年度）",
        "部门名称\t\t某市档案局",
        "整体支出规模（万元）\t\t年初预算数\t全年预算数\t全年执行数",
        f"\t年度资金总额\t{total}",
        f"\t（一）基本支出\t{basic}",
        f"\t（二）项目支出\t{project}",
        "绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值",
        "\t管理指标\t预算管理\t基本支出预算执行率\t≥90%\t98.89%",
    ]
    return "\n".join(lines) + "\n"


def report(text: str, project: str = PROJECT) -> str:
    """A report on a project; its table is to follow."""
    return f"附件1\n{project}项目支出绩效自评报告\n一、项目基本情况\n{text}\n"


def overall_report(text: str) -> str:
    """The report on the whole department."""
    return f"附件1\n某市档案局部门整体支出绩效自评报告\n一、部门概况\n{text}\n"


def part_four(text: str, results: str = "") -> str:
    """Part four, its first section and, where given, the results."""
    told = f"二、绩效自评结果\n{results}\n" if results else ""
    return f"第四部分 预算绩效情况说明\n一、预算绩效管理工作开展情况\n{text}\n{told}"


def with_forms(text: str) -> str:
    """The text behind statutory forms whose project expenditure is 30.00 万元."""
    return f"{FORMS}\n{text}"
