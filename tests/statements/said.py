"""What a piece of prose states, written short enough to be compared at a glance."""

from __future__ import annotations

from juesuan.readers import load_text
from juesuan.records import Section, Statement
from juesuan.statements import extract, outline

TITLES = {
    "overall": "一、收入支出决算总体情况说明",
    "income": "二、收入决算情况说明",
    "expenditure": "三、支出决算情况说明",
    "fiscal": "四、财政拨款收入支出决算总体情况说明",
    "general": "五、一般公共预算财政拨款支出决算总体情况说明",
    "general.structure": "五、一般公共预算财政拨款支出决算结构情况说明",
    "general.items": "五、一般公共预算财政拨款支出决算具体情况说明",
    "basic": "六、一般公共预算财政拨款基本支出决算情况说明",
    "fund": "七、政府性基金预算财政拨款支出决算情况说明",
    "three_public": "九、财政拨款“三公”经费支出决算情况说明",
    "operating_cost": "十、机关运行经费支出情况说明",
    "procurement": "十一、政府采购支出情况说明",
    "assets": "十二、国有资产占用情况说明",
    "performance": "十三、预算绩效管理工作开展情况",
    "performance.results": "十四、项目绩效自评结果",
}


def states(text: str, topic: str = "overall", year: str = "2023") -> tuple[Statement, ...]:
    """All statements of a text that stands in a section of this topic."""
    return reads(f"第三部分 {year}年度部门决算情况说明\n{TITLES[topic]}\n{text}\n", year)


def reads(text: str, year: str = "2023") -> tuple[Statement, ...]:
    """All statements of a whole document."""
    document = load_text(text, "made.txt")
    return extract(document, outline(document)[0], year=year)


def sections(text: str) -> tuple[Section, ...]:
    return outline(load_text(text, "made.txt"))[0]


def short(statement: Statement) -> str:
    """Subject, measure, figure: `办公费 final 3.2万元`, `下降` as `-`, a word for what has no figure."""
    moved = {"increase": "+", "decrease": "-"}.get(statement.direction, statement.direction)
    amount = statement.amount
    figure = statement.word if amount is None else f"{amount.value}{amount.unit}"
    words = (statement.subject, str(statement.measure), moved, figure)
    return " ".join(word for word in words if word)


def shorts(text: str, topic: str = "overall") -> list[str]:
    """The statements of a text in a section of this topic, in short."""
    return [short(statement) for statement in states(text, topic)]
