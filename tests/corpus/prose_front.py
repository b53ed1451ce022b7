"""Cover, contents, part one and the terms of the last part."""

from __future__ import annotations

from corpus.manuscript import Slot, Words
from corpus.writing import Writer

TERMS = (
    ("财政拨款收入", "同级财政部门当年拨付给单位使用的资金"),
    ("其他收入", "上述各项以外取得的收入"),
    ("基本支出", "维持机构运转、完成日常任务所花的人员和公用开支"),
    ("项目支出", "为特定任务或者发展目标，在基本支出以外的花费"),
    ("“三公”经费", "财政拨款安排的出国（境）、公务用车和公务接待三项费用"),
    ("机关运行经费", "机关为运转而购买货物和服务的公用开支"),
    ("年初结转和结余", "以前年度留到本年继续使用的资金"),
)


def cover(writer: Writer) -> list[Words]:
    return [
        writer.line("cover", f"{writer.department.year}年度", "cover"),
        writer.line("cover", f"{writer.department.name}部门决算", "cover"),
    ]


def contents(parts: list[Words]) -> list[Words]:
    """The list of parts and sections that follow, taken from their headings."""
    lines = [Words("contents", "cover", ("目录",))]
    for page, words in enumerate((words for words in parts if words.style in ("part", "section")), 3):
        style = "contents" if words.style == "section" else "contents-part"
        lines.append(Words("contents", style, (f"{words.text} …… {page}",)))
    return lines


def part_one(writer: Writer) -> list[Words]:
    department = writer.department
    duties = writer.about("duties")
    lines = [writer.line("part", "第一部分 部门概况", "part/1"), duties.line("section", "一、部门职责")]
    lines += [duties.line("body", f"{number}.{duty}；") for number, duty in enumerate(department.duties, 1)]
    organisation = writer.about("organisation")
    lines.append(organisation.line("section", "二、机构设置"))
    offices = Slot("organisation/内设机构/count", str(len(department.offices)), "个")
    pieces = [f"{department.name}内设机构", offices, f"，分别是{'、'.join(department.offices)}。"]
    lines.append(organisation.line("body", pieces))
    if department.institutions:
        number = Slot("organisation/下属单位/count", str(len(department.institutions)), "个")
        pieces = ["所属事业单位", number, f"，分别是{'、'.join(department.institutions)}。"]
        lines.append(organisation.line("body", pieces))
    return lines


def terms(writer: Writer, title: str) -> list[Words]:
    writer = writer.about("terms")
    numbers = "一二三四五六七"
    lines = [writer.line("part", title, "part/terms")]
    return lines + [
        writer.line("body", f"{numbers[i]}、{name}：{meaning}。") for i, (name, meaning) in enumerate(TERMS)
    ]
