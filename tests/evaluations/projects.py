"""A made self-evaluation, as true as arithmetic has it, and what may be planted in it."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
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
