"""What a disclosure tells about its self-evaluations, and the reports annexed to it."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from corpus.classification import GENERAL
from corpus.department import Project, added
from corpus.evaluating import trimmed, wan
from corpus.forms_totals import DIGITS
from corpus.manuscript import Piece, Words
from corpus.writing import Writer

EVALUATED = "绩效自评金额"
NUMBER = "绩效自评项目数"


def work(writer: Writer) -> list[Words]:
    """How many projects were evaluated, for how much money, and which they are."""
    writer = writer.about("performance")
    projects = writer.department.projects
    if not projects:
        return [writer.line("body", f"{writer.department.year}年度没有纳入绩效自评的项目。")]
    money = added(project.executed for project in projects)
    said: dict[str, Piece | list[Piece]] = {
        "number": writer.count(NUMBER, len(projects), "个"),
        "money": writer.money(EVALUATED, "final", money),
        "share": writer.rate(EVALUATED, "share", money, writer.department.total("project", GENERAL)),
    }
    if "average" not in writer.phrases["performance"]:
        return [writer.line("body", writer.fill("performance", **said))]
    scores = [project.score for project in projects if project.score is not None]
    if len(scores) < len(projects):
        return [writer.line("body", writer.fill("performance_unscored", **said))]
    mean = (added(scores) / len(scores)).quantize(Decimal("0.01"))
    said["average"] = writer.slot("绩效自评平均得分", "average", format(mean, ".2f"), "分")
    counted = Counter(project.grade for project in projects)
    grades: list[Piece] = []
    for grade in ("优", "良", "中", "差"):
        grades += ["；"] if grades else []
        grades += writer.fill("grades", grade=grade, number=writer.count(f"绩效评级/{grade}", counted[grade], "个"))
    return [writer.line("body", writer.fill("performance", grades=grades, **said))]


def results(writer: Writer) -> list[Words]:
    """Each project's budget, execution, rate and score in a sentence."""
    projects = writer.department.projects
    lines = []
    if projects and "names" in writer.phrases:
        names = "、".join(f"“{project.name}”" for project in reversed(projects))
        lines.append(writer.about("performance.results").line("body", writer.fill("names", names=names)))
    return lines + [_result(writer, number, project) for number, project in enumerate(projects, 1)]


def report(writer: Writer, project: Project) -> list[Words]:
    """A short self-evaluation report that restates the table's figures."""
    writer = writer.about("report.project", project.name)
    if project.report:
        return [writer.line(*styled(text)) for text in project.report]
    said: list[Piece] = [
        "项目资金安排：预算金额",
        _wan(writer, "budget", project.budget),
        "，资金到位",
        _wan(writer, "received", project.budget),
        "，支出",
        _wan(writer, "final", project.executed),
        "，执行率为",
        _rate(writer, project),
        "。",
    ]
    lines = [writer.line("subsection", "（一）项目概况"), writer.line("body", said)]
    lines.append(writer.line("subsection", "（二）绩效目标"))
    lines.append(writer.line("body", project.goal))
    lines.append(writer.line("subsection", "（三）评价结论"))
    if project.score is None:
        return [*lines, writer.line("body", project.result)]
    score = writer.slot("自评得分", "score", trimmed(project.score), "分")
    grade = writer.word("自评得分", "grade", project.grade)
    return [*lines, writer.line("body", [project.result, "自评得分", score, "，评定等级为“", grade, "”。"])]


def _result(writer: Writer, number: int, project: Project) -> Words:
    writer = writer.about("performance.results", project.name)
    score: list[Piece] = []
    if project.score is not None:
        score = writer.fill("score", score=writer.slot("自评得分", "score", trimmed(project.score), "分"))
        if project.grade and writer.phrases["score"].startswith("，"):
            score += writer.fill("grade", grade=writer.word("自评得分", "grade", project.grade))
    said = writer.fill(
        "project",
        index=number,
        project=project.name,
        score=score,
        budget=_wan(writer, "budget", project.budget),
        final=_wan(writer, "final", project.executed),
        rate=_rate(writer, project),
    )
    return writer.line("item", said)


def _wan(writer: Writer, measure: str, value: Decimal) -> Piece:
    return writer.slot("项目资金", measure, wan(value), f"{writer.dialect.space}万元")


def _rate(writer: Writer, project: Project) -> Piece:
    rate = (project.executed / project.budget * 100).quantize(Decimal("0.01"))
    return writer.slot("项目资金", "completion", trimmed(rate), "%")


def styled(text: str) -> tuple[str, str]:
    """Style and text of a line of a report: a heading is recognised by its ordinal."""
    if text[:1] in DIGITS and text[1:2] == "、":
        return "section", text
    return ("subsection", text) if text.startswith("（") and len(text) < 20 else ("body", text)
