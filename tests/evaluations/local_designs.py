"""Made self-evaluations in local designs: one project set out in different ways."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from corpus.manuscript import Block
from evaluations.blocks import table, title, words
from evaluations.projects import Project, Row

HEADS = ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分")


def national(one: Project) -> Iterator[Block]:
    yield title("项目支出绩效自评表")
    yield table(
        ("项目名称", one.name),
        ("项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"),
        ("", "年度资金总额", one.budget, one.budget, one.spent, "10", one.rate, one.execution),
        HEADS,
        *(row.cells for row in one.rows),
        ("总分", "", "", "", "", "100", one.total),
    )


def sections(one: Project) -> Iterator[Block]:
    """A row over the indicators of every level, with its points; the head as lines of labels."""
    yield from words(
        f"项目名称：{one.name}",
        f"全年预算（万元）：{one.budget}",
        f"执行数（万元）：{one.spent}",
        f"执行率：{one.rate}",
    )
    yield title("专项绩效自评表")
    rows: list[tuple[str, ...]] = [("指标名称", "类型", "目标值", "实际值", "分值", "得分", "说明")]
    for number, level in zip("一二三", dict.fromkeys(row.level1 for row in one.rows), strict=False):
        under = [row for row in one.rows if row.level1 == level]
        points = [str(sum(Decimal(getattr(row, key)) for row in under)) for key in ("weight", "score")]
        rows.append((f"{number}、{level}", "", "", "", *points, "本段小计"))
        rows += [(row.name, row.level2, row.target, row.actual, row.weight, row.score) for row in under]
    yield table(*rows, ("四、预算执行", "", "", one.rate, "10", one.execution), ("合计", "", "", "", "100", one.total))


def labels(one: Project) -> Iterator[Block]:
    """Lines of labels with their values, a few for each indicator."""
    yield title("项目支出绩效自评表")
    yield from words(f"项目名称：{one.name}", f"预算数（万元）：{one.budget}", f"执行数（万元）：{one.spent}")
    yield from words(f"执行率：{one.rate}", f"预算执行得分（分值10）：{one.execution}")
    for row in one.rows:
        yield from words(f"指标名称：{row.name}", f"二级指标：{row.level2}", f"目标值：{row.target}")
        yield from words(f"实际值：{row.actual}", f"分值：{row.weight}", f"得分：{row.score}")
    yield from words(f"总分：{one.total}", f"评价等级：{one.grade}")


def cells(one: Project) -> Iterator[Block]:
    """One cell a line, every label above its value."""
    yield title("项目支出绩效自评页")
    yield from words(
        "项目名称", one.name, "全年预算数（万元）", one.budget, "执行数（万元）", one.spent, "执行率", one.rate
    )
    yield from words("预算执行得分（10分）", one.execution)
    for number, row in enumerate(one.rows, 1):
        yield from words(
            f"指标{number}", f"{row.level2}：{row.name}", "年度指标值", row.target, "实际完成值", row.actual
        )
        yield from words("分值", row.weight, "得分", row.score)
    yield from words("自评总分", one.total, "自评等级", one.grade)


def turned(one: Project) -> Iterator[Block]:
    """The headings down the side, one indicator a column."""
    yield title(f"{one.name}项目绩效自评表")
    yield table(
        ("预算数（万元）", one.budget),
        ("执行数（万元）", one.spent),
        ("执行率", one.rate),
        ("预算执行得分（10分）", one.execution),
    )
    keys = ("name", "target", "actual", "weight", "score")
    heads = ("指标名称", "目标值", "完成值", "分值", "得分")
    yield table(
        *((head, *(getattr(row, key) for row in one.rows)) for head, key in zip(heads, keys, strict=True)),
        ("总分", one.total),
    )


def combined(one: Project) -> Iterator[Block]:
    """Two values in one cell."""
    yield title("项目支出绩效自评表")
    values = ((row.name, f"{row.target}/{row.actual}", f"{row.score}/{row.weight}") for row in one.rows)
    yield table(
        ("项目名称", one.name, "", ""),
        (f"预算数 {one.budget}", f"执行数 {one.spent}", f"执行率 {one.rate}", ""),
        ("序号", "指标", "目标值/完成值", "得分/分值"),
        *((str(at), *row) for at, row in enumerate(values, 1)),
        ("6", "预算执行率", f"100%/{one.rate}", f"{one.execution}/10"),
    )


def stacked(one: Project) -> Iterator[Block]:
    """Headings in two rows, those above over several below."""
    yield title("项目支出绩效自评表")
    yield table(
        ("项目名称", one.name),
        ("年度预算", one.budget, "全年支出", one.spent, "执行率", one.rate, "得分（10分）", one.execution),
        ("指标", "", "目标", "", "完成", "", "评分", ""),
        ("类别", "名称", "数值", "单位", "数值", "单位", "满分", "得分"),
        *(_parted(row) for row in one.rows),
        ("合计", "", "", "", "", "", "100", one.total),
    )


def own_words(one: Project) -> Iterator[Block]:
    """Headings that no form of the ministry has, the total and the grade on top."""
    yield title("财政支出绩效自评表")
    yield table(
        ("项目", one.name),
        ("自评总分", one.total, "自评等级", one.grade),
        ("经费（万元）", "批复", "支用", "支用率", "标准分", "得分"),
        ("", one.budget, one.spent, one.rate, "10", one.execution),
        ("考评类别", "考评项目", "考评内容", "年度任务", "实际成果", "满分值", "实得分", "上年实绩"),
        *((*row.cells, "—") for row in one.rows),
    )


def sentences(one: Project) -> Iterator[Block]:
    """A list of sentences under the heading of the project."""
    yield from words(f"（一）{one.name}项目", f"预算数{one.budget}万元，执行数{one.spent}万元。指标完成情况如下：")
    for at, row in enumerate(one.rows, 1):
        said = f"目标值{row.target}，实际完成{row.actual}，分值{row.weight}，得分{row.score}；"
        yield from words(f"{at}.{row.name}：{said}")


def _parted(row: Row) -> tuple[str, ...]:
    value, result = row.target.removeprefix("≥"), row.actual
    unit = value.lstrip("0123456789")
    return (
        row.level2,
        row.name,
        f"≥{value.removesuffix(unit)}",
        unit,
        result.removesuffix(unit),
        unit,
        row.weight,
        row.score,
    )


def column(projects: tuple[Project, ...]) -> Iterator[Block]:
    """All projects in one table, each named in a column of its own."""
    yield title("项目绩效指标完成情况一览表")
    rows = ((one.name if not at else "", *row.cells) for one in projects for at, row in enumerate(one.rows))
    yield table(("项目名称", *HEADS), *rows)


def matrix(projects: tuple[Project, ...]) -> Iterator[Block]:
    """One project a row, its indicators in groups of columns."""
    yield title("项目绩效自评表")
    heads = ("目标值", "实际值", "权重", "得分")
    upper = [text for row in projects[0].rows for text in (row.name, *[""] * (len(heads) - 1))]
    yield table(
        ("序号", "项目名称", "预算执行情况", "", "", "", "", *upper, "总分", "等级"),
        ("", "", "全年预算数", "执行数", "执行率", "权重", "得分", *(heads * len(projects[0].rows)), "", ""),
        *(
            (
                str(at), one.name, one.budget, one.spent, one.rate, "10", one.execution,
                *(text for row in one.rows for text in (row.target, row.actual, row.weight, row.score)),
                one.total, one.grade,
            )
            for at, one in enumerate(projects, 1)
        ),
    )  # fmt: skip
