"""Made self-evaluations in many local designs: one project, as true as arithmetic has it, set out in different ways."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from corpus.manuscript import Block, Cell, Manuscript, Table, Words

CENT = Decimal("0.01")
WIDTH = 1.6  # of every column, in centimetres
NAMES = (
    "沟渠清淤",
    "路灯维护",
    "档案数字化加工",
    "农贸市场改造",
    "乡村道路养护",
    "图书馆夜间开放",
    "河道保洁",
    "校车安全护学",
)
POOL = (
    ("产出指标", "数量指标", "完成里程", "≥{}公里", (20, 90)),
    ("产出指标", "质量指标", "验收合格率", "≥{}%", (80, 97)),
    ("产出指标", "时效指标", "按期完成率", "≥{}%", (85, 98)),
    ("效益指标", "社会效益指标", "受益人次", "≥{}人次", (300, 900)),
    ("满意度指标", "服务对象满意度指标", "群众满意度", "≥{}%", (80, 94)),
)
WEIGHTS = (25, 15, 10, 30, 10)  # with 10 for the execution of the budget
HEADS = ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分")


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator as printed."""

    level1: str
    level2: str
    name: str
    target: str
    actual: str
    weight: str
    score: str

    @property
    def cells(self) -> tuple[str, ...]:
        return self.level1, self.level2, self.name, self.target, self.actual, self.weight, self.score


@dataclass(frozen=True, slots=True)
class Project:
    """One project's self-evaluation as printed; money in ten thousand yuan."""

    name: str
    budget: str
    spent: str
    rate: str
    execution: str
    rows: tuple[Row, ...]
    total: str
    grade: str


def project(seed: int, number: int = 0) -> Project:
    """A project of which every figure follows from the others; one indicator is missed and loses points for it."""
    draw = random.Random(f"{seed}-{number}")
    budget = Decimal(draw.randrange(2000, 90000)) / 100
    spent = (budget * Decimal(draw.randrange(80, 100)) / 100).quantize(CENT)
    rate = (spent / budget * 100).quantize(CENT, ROUND_HALF_UP)
    execution = (rate / 10).quantize(CENT, ROUND_HALF_UP)
    missed = draw.randrange(len(POOL))
    rows = []
    for at, ((level1, level2, name, shape, bounds), weight) in enumerate(zip(POOL, WEIGHTS, strict=True)):
        target = draw.randrange(*bounds)
        actual = target - draw.randrange(2, 6) if at == missed else target + draw.randrange(0, 3)
        score = (Decimal(weight) * min(actual, target) / target).quantize(CENT, ROUND_HALF_UP)
        unit = shape.partition("{}")[2]
        rows.append(Row(level1, level2, name, shape.format(target), f"{actual}{unit}", str(weight), str(score)))
    total = sum((Decimal(row.score) for row in rows), execution)
    grade = "优" if total >= 90 else "良" if total >= 80 else "中"
    name = NAMES[(seed + number) % len(NAMES)]
    return Project(name, str(budget), str(spent), f"{rate}%", str(execution), tuple(rows), str(total), grade)


def national(one: Project) -> Iterator[Block]:
    yield _title("项目支出绩效自评表")
    yield _table(
        ("项目名称", one.name),
        ("项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"),
        ("", "年度资金总额", one.budget, one.budget, one.spent, "10", one.rate, one.execution),
        HEADS,
        *(row.cells for row in one.rows),
        ("总分", "", "", "", "", "100", one.total),
    )


def sections(one: Project) -> Iterator[Block]:
    """A row over the indicators of every level, with its points; the head as lines of labels."""
    yield from _words(
        f"项目名称：{one.name}",
        f"全年预算（万元）：{one.budget}",
        f"执行数（万元）：{one.spent}",
        f"执行率：{one.rate}",
    )
    yield _title("专项绩效自评表")
    rows: list[tuple[str, ...]] = [("指标名称", "类型", "目标值", "实际值", "分值", "得分", "说明")]
    for number, level in zip("一二三", dict.fromkeys(row.level1 for row in one.rows), strict=False):
        under = [row for row in one.rows if row.level1 == level]
        points = [str(sum(Decimal(getattr(row, key)) for row in under)) for key in ("weight", "score")]
        rows.append((f"{number}、{level}", "", "", "", *points, "本段小计"))
        rows += [(row.name, row.level2, row.target, row.actual, row.weight, row.score) for row in under]
    yield _table(*rows, ("四、预算执行", "", "", one.rate, "10", one.execution), ("合计", "", "", "", "100", one.total))


def labels(one: Project) -> Iterator[Block]:
    """Lines of labels with their values, a few for each indicator."""
    yield _title("项目支出绩效自评表")
    yield from _words(f"项目名称：{one.name}", f"预算数（万元）：{one.budget}", f"执行数（万元）：{one.spent}")
    yield from _words(f"执行率：{one.rate}", f"预算执行得分（分值10）：{one.execution}")
    for row in one.rows:
        yield from _words(f"指标名称：{row.name}", f"二级指标：{row.level2}", f"目标值：{row.target}")
        yield from _words(f"实际值：{row.actual}", f"分值：{row.weight}", f"得分：{row.score}")
    yield from _words(f"总分：{one.total}", f"评价等级：{one.grade}")


def cells(one: Project) -> Iterator[Block]:
    """One cell a line, every label above its value."""
    yield _title("项目支出绩效自评页")
    yield from _words(
        "项目名称", one.name, "全年预算数（万元）", one.budget, "执行数（万元）", one.spent, "执行率", one.rate
    )
    yield from _words("预算执行得分（10分）", one.execution)
    for number, row in enumerate(one.rows, 1):
        yield from _words(
            f"指标{number}", f"{row.level2}：{row.name}", "年度指标值", row.target, "实际完成值", row.actual
        )
        yield from _words("分值", row.weight, "得分", row.score)
    yield from _words("自评总分", one.total, "自评等级", one.grade)


def turned(one: Project) -> Iterator[Block]:
    """The headings down the side, one indicator a column."""
    yield _title(f"{one.name}项目绩效自评表")
    yield _table(
        ("预算数（万元）", one.budget),
        ("执行数（万元）", one.spent),
        ("执行率", one.rate),
        ("预算执行得分（10分）", one.execution),
    )
    keys = ("name", "target", "actual", "weight", "score")
    heads = ("指标名称", "目标值", "完成值", "分值", "得分")
    yield _table(
        *((head, *(getattr(row, key) for row in one.rows)) for head, key in zip(heads, keys, strict=True)),
        ("总分", one.total),
    )


def combined(one: Project) -> Iterator[Block]:
    """Two values in one cell."""
    yield _title("项目支出绩效自评表")
    values = ((row.name, f"{row.target}/{row.actual}", f"{row.score}/{row.weight}") for row in one.rows)
    yield _table(
        ("项目名称", one.name, "", ""),
        (f"预算数 {one.budget}", f"执行数 {one.spent}", f"执行率 {one.rate}", ""),
        ("序号", "指标", "目标值/完成值", "得分/分值"),
        *((str(at), *row) for at, row in enumerate(values, 1)),
        ("6", "预算执行率", f"100%/{one.rate}", f"{one.execution}/10"),
    )


def stacked(one: Project) -> Iterator[Block]:
    """Headings in two rows, those above over several below."""
    yield _title("项目支出绩效自评表")
    yield _table(
        ("项目名称", one.name),
        ("年度预算", one.budget, "全年支出", one.spent, "执行率", one.rate, "得分（10分）", one.execution),
        ("指标", "", "目标", "", "完成", "", "评分", ""),
        ("类别", "名称", "数值", "单位", "数值", "单位", "满分", "得分"),
        *(_parted(row) for row in one.rows),
        ("合计", "", "", "", "", "", "100", one.total),
    )


def own_words(one: Project) -> Iterator[Block]:
    """Headings that no form of the ministry has, the total and the grade on top."""
    yield _title("财政支出绩效自评表")
    yield _table(
        ("项目", one.name),
        ("自评总分", one.total, "自评等级", one.grade),
        ("经费（万元）", "批复", "支用", "支用率", "标准分", "得分"),
        ("", one.budget, one.spent, one.rate, "10", one.execution),
        ("考评类别", "考评项目", "考评内容", "年度任务", "实际成果", "满分值", "实得分", "上年实绩"),
        *((*row.cells, "—") for row in one.rows),
    )


def sentences(one: Project) -> Iterator[Block]:
    """A list of sentences under the heading of the project."""
    yield from _words(f"（一）{one.name}项目", f"预算数{one.budget}万元，执行数{one.spent}万元。指标完成情况如下：")
    for at, row in enumerate(one.rows, 1):
        said = f"目标值{row.target}，实际完成{row.actual}，分值{row.weight}，得分{row.score}；"
        yield from _words(f"{at}.{row.name}：{said}")


DESIGNS: dict[str, Callable[[Project], Iterator[Block]]] = {
    each.__name__: each for each in (national, sections, labels, cells, turned, combined, stacked, own_words, sentences)
}


def column(projects: tuple[Project, ...]) -> Iterator[Block]:
    """All projects in one table, each named in a column of its own."""
    yield _title("项目绩效指标完成情况一览表")
    rows = ((one.name if not at else "", *row.cells) for one in projects for at, row in enumerate(one.rows))
    yield _table(("项目名称", *HEADS), *rows)


def matrix(projects: tuple[Project, ...]) -> Iterator[Block]:
    """One project a row, its indicators in groups of columns."""
    yield _title("项目绩效自评表")
    heads = ("目标值", "实际值", "权重", "得分")
    upper = [text for row in projects[0].rows for text in (row.name, *[""] * (len(heads) - 1))]
    yield _table(
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


TOGETHER: dict[str, Callable[[tuple[Project, ...]], Iterator[Block]]] = {
    each.__name__: each for each in (column, matrix)
}


def manuscript(design: str, projects: tuple[Project, ...]) -> Manuscript:
    """A document that holds the projects in one design and nothing else."""
    if design in TOGETHER:
        return Manuscript("made", tuple(TOGETHER[design](projects)))
    return Manuscript("made", tuple(block for one in projects for block in DESIGNS[design](one)))


def planted(one: Project, kind: str) -> Project:
    """The project with one thing wrong: a rate, the total, a score above its weight, full points for a miss."""
    done = next(at for at, row in enumerate(one.rows) if row.score == f"{row.weight}.00")
    short = next(at for at, row in enumerate(one.rows) if row.score != f"{row.weight}.00")
    if kind == "execution-rate":
        return replace(one, rate=f"{Decimal(one.rate.removesuffix('%')) - 7}%")
    if kind == "evaluation-score-total":
        return replace(one, total=str(Decimal(one.total) - 2))
    if kind == "score-within-weight":
        return _with_row(one, done, score=str(Decimal(one.rows[done].weight) + 3))
    if kind == "target-missed":
        return _with_row(one, short, score=one.rows[short].weight)
    raise ValueError(kind)


def _with_row(one: Project, at: int, *, score: str) -> Project:
    rows = list(one.rows)
    gained = Decimal(score) - Decimal(rows[at].score)
    rows[at] = replace(rows[at], score=score)
    return replace(one, rows=tuple(rows), total=str(Decimal(one.total) + gained))


KINDS = ("execution-rate", "evaluation-score-total", "score-within-weight", "target-missed")
WITHOUT = {  # designs that do not print what the kind is about
    "execution-rate": {"column", "sentences"},
    "evaluation-score-total": {"column", "sentences", "combined"},
}


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


def _title(text: str) -> Words:
    return Words("t", "title", (text,))


def _words(*texts: str) -> Iterator[Words]:
    return (Words("t", "body", (text,)) for text in texts)


def _table(*rows: tuple[str, ...]) -> Table:
    width = max(map(len, rows))
    wide = tuple(tuple(map(Cell, (*row, *[""] * (width - len(row))))) for row in rows)
    return Table("t", wide, (WIDTH,) * width)
