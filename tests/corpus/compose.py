"""Puts a whole disclosure together: cover, contents, parts, forms and annexes, as a region orders them."""

from __future__ import annotations

from collections.abc import Callable

from corpus import prose_front, prose_money, prose_performance, prose_things
from corpus.department import Department
from corpus.dialect import Dialect
from corpus.forms_customary import CUSTOMARY
from corpus.forms_details import counts_of_09, form_06, form_09, form_10, form_11
from corpus.forms_layouts import LAYOUTS
from corpus.forms_lists import form_02, form_03, form_05, form_07, form_08
from corpus.forms_totals import ORDINALS, form_01, form_04
from corpus.manuscript import Block, Manuscript, NewPage, Table, Words
from corpus.self_evaluation import overall_table, project_table
from corpus.wording import wording
from corpus.writing import Writer

Section = tuple[str, str, Callable[[Writer], list[Words]]]

FORMS: dict[str, tuple[str, Callable[[Department, Dialect], Table]]] = {
    "01": ("收入支出决算总表", form_01),
    "02": ("收入决算表", form_02),
    "03": ("支出决算表", form_03),
    "04": ("财政拨款收入支出决算总表", form_04),
    "05": ("一般公共预算财政拨款支出决算表", form_05),
    "06": ("一般公共预算财政拨款基本支出决算明细表", form_06),
    "07": ("政府性基金预算财政拨款收入支出决算表", form_07),
    "08": ("国有资本经营预算财政拨款收入支出决算表", form_08),
    "09": ("财政拨款“三公”经费支出决算表", form_09),
    "10": ("机关运行经费支出情况表", form_10),
    "11": ("政府采购支出情况表", form_11),
    **CUSTOMARY,
}
NUMBERS = ORDINALS[:14]
MONEY: tuple[Section, ...] = (
    ("overall", "收入支出决算总体情况", prose_money.overall),
    ("income", "收入决算情况", prose_money.income),
    ("expenditure", "支出决算情况", prose_money.expenditure),
    ("fiscal", "财政拨款收入支出决算总体情况", prose_money.fiscal),
    ("general", "一般公共预算财政拨款支出决算情况", prose_money.general),
    ("basic", "一般公共预算财政拨款基本支出决算情况", prose_money.basic),
)
SPECIAL: tuple[Section, ...] = (
    ("fund", "政府性基金预算财政拨款收入支出决算情况", prose_money.fund),
    ("capital", "国有资本经营预算财政拨款收入支出决算情况", prose_money.capital),
)
THREE: Section = ("three_public", "财政拨款“三公”经费支出决算情况", prose_things.three_public)
THINGS: tuple[Section, ...] = (
    ("operating_cost", "机关运行经费支出情况", prose_things.operating_cost),
    ("procurement", "政府采购支出情况", prose_things.procurement),
    ("assets", "国有资产占用情况", prose_things.assets),
)


def compose(department: Department, dialect: Dialect, *, source: str = "") -> Manuscript:
    """The disclosure of a department in a dialect; `source` names the manuscript."""
    writer = Writer(department, dialect, wording(dialect.wording))
    body: list[Block] = [*prose_front.part_one(writer)] if department.forms else []
    if department.forms:
        body += _forms_part(writer)
        body += _part_three(writer)
        body += _part_four(writer)
    annexes = _annexes(writer)
    words = [block for block in body if isinstance(block, Words)]
    front: list[Block] = [*prose_front.cover(writer)]
    if department.forms:
        front += [NewPage(), *prose_front.contents(words), NewPage()]
    return Manuscript(source or f"{department.name}-{dialect.name}", (*front, *body, *annexes))


def _forms_part(writer: Writer) -> list[Block]:
    department, dialect = writer.department, writer.dialect
    title = f"第二部分 {department.year}年度部门决算表"
    blocks: list[Block] = [Words("part/2", "part", (title,))]
    forms = [each for each in dialect.forms if each in department.forms or each in ("10", "11")]
    titles = dict(dialect.titles)
    for position, each in enumerate(forms):
        number = each[:2]
        name, form = FORMS[each] if each in FORMS else (FORMS[number][0], LAYOUTS[each])
        name = titles.get(each) or titles.get(number) or _titled(number, name, dialect)
        key = f"form/{number}"
        table = form(department, dialect)
        wide = dialect.wide or len(table.widths) > 9
        blocks.append(NewPage(key, wide))
        blocks.append(Words(key, "title", (name,)))
        if dialect.labelled:
            blocks.append(Words(key, "label", (f"公开{position + 1 if dialect.by_position else int(number):02}表",)))
        if dialect.wording == "east":
            blocks.append(Words(key, "unit", (f"单位：{dialect.unit}",)))
        else:
            blocks.append(Words(key, "caption", (f"部门：{department.name}",)))
            blocks.append(Words(key, "unit", (f"金额单位：{dialect.unit}",)))
        blocks.append(table)
        blocks += [Words(f"{key}/note", "note", (text,)) for text in _notes(number, department, position)]
        if number == "09" and dialect.wording == "plateau":
            blocks.append(counts_of_09(department))
    return [*blocks, NewPage("", False)]


def _titled(number: str, name: str, dialect: Dialect) -> str:
    if number == "08" and dialect.wording == "northwest":
        return name.replace("收入支出", "支出")
    return name.replace("明细", "") if number == "06" and dialect.wording == "east" else name


def _notes(number: str, department: Department, position: int) -> list[str]:
    """The line under a form, and the reason where the form is empty."""
    notes = [f"注：本表为{department.year}年度数据，个别数据因四舍五入有尾差。"]
    source = {"07": "fund", "08": "capital"}.get(number)
    if source and not department.of(source):
        notes.append(f"说明：{department.name}{department.year}年度没有此类收支，故本表无数据。")
    if number == "09" and not department.three.total("budget") and not department.three.total("final"):
        notes.append(f"说明：{department.name}{department.year}年度没有“三公”经费支出，故本表无数据。")
    return notes


def _part_three(writer: Writer) -> list[Words]:
    region = writer.dialect.wording
    sections = [*MONEY, *((THREE, *SPECIAL) if region == "east" else (*SPECIAL, THREE))]
    if region == "east":
        sections.append(("performance", "预算绩效管理情况", _performance))
    sections += THINGS
    if region == "plateau":
        sections.insert(-1, ("performance", f"关于{writer.department.year}年度绩效评价情况", _performance))
    lines = [writer.line("part", f"第三部分 {writer.department.year}年度部门决算情况说明", "part/3")]
    for number, (topic, title, section) in zip(NUMBERS, sections, strict=False):
        lines.append(writer.about(topic).line("section", f"{number}、{title}{writer.phrases['tail']}"))
        lines += section(writer.about(topic))
    if region in ("northwest", "coast"):
        lines.append(writer.about("other").line("section", f"{NUMBERS[len(sections)]}、其他需要说明的情况"))
        lines.append(writer.about("other").line("body", writer.phrases["note"]))
    return lines


def _part_four(writer: Writer) -> list[Words]:
    if writer.dialect.wording in ("east", "plateau"):
        return prose_front.terms(writer, "第四部分 名词解释")
    performance = writer.about("performance")
    results = writer.about("performance.results")
    lines = [writer.line("part", "第四部分 预算绩效情况说明", "part/4")]
    lines.append(performance.line("section", "一、预算绩效管理工作开展情况"))
    lines += prose_performance.work(writer)
    lines.append(results.line("section", "二、绩效自评结果"))
    lines += prose_performance.results(writer) or [results.line("body", "本年度没有需要公开的自评结果。")]
    if writer.department.remarks:
        lines.append(results.line("section", "三、部门绩效评价结果"))
        lines += [results.line("body", text) for text in writer.department.remarks]
    return lines + prose_front.terms(writer, "第五部分 名词解释")


def _performance(writer: Writer) -> list[Words]:
    return prose_performance.work(writer) + prose_performance.results(writer)


def _annexes(writer: Writer) -> list[Block]:
    department = writer.department
    blocks: list[Block] = []
    if department.overall is not None:
        if department.overall.report:
            blocks.append(NewPage())
            blocks += _overall_report(writer)
        blocks.append(NewPage("evaluation/overall"))
        blocks += overall_table(department, department.overall)
    reported = department.evaluation != "plateau" and writer.dialect.wording in ("northwest", "coast")
    for number, project in enumerate(department.projects):
        if reported and department.forms:
            blocks.append(NewPage(f"report/{number}"))
            title = f"“{project.name}”项目支出绩效自评报告"
            blocks.append(Words(f"report/{number}", "title", (title,)))
            blocks += prose_performance.report(writer, project)
        blocks.append(NewPage(f"evaluation/{number}"))
        blocks += project_table(department, project, number)
    return blocks


def _overall_report(writer: Writer) -> list[Words]:
    overall = writer.department.overall
    assert overall is not None
    name = overall.name or writer.department.name
    writer = writer.about("report.overall")
    return [
        writer.line("title", f"{name}部门整体支出绩效自评报告"),
        *(writer.line(*prose_performance.styled(text)) for text in overall.report),
    ]
