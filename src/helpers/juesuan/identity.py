"""Whose accounts these are and of which year, as the document itself says it in many places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from juesuan.document import Document, Place
from juesuan.kinds.titles import title_text
from juesuan.naming import Naming
from juesuan.passages import dense
from juesuan.records import Evaluation, Form, Section

_NAME = r"(?P<name>[\u4e00-\u9fff（）“”、·]{4,40}?)"
_PARTS = "[一二三四五六七八九十]"
_YEAR = r"(?:20\d\d年度?)"
_OWN = r"(?:（本级）|（机关）|本级|机关)?(?:部门|单位)?"
_BODY_END = re.compile(
    r"(?:[局委办室部厅院所站队校园馆台社处会场库宫署科组厂]|中心|政府|学校|[大中小]学|公司|基地|街道|[镇乡党]|工会|法院|团)(?:（[^（）]{2,12}）)?$"
)
_HEADING = re.compile(
    rf"(?:第{_PARTS}部分)?{_NAME}{_YEAR}?{_OWN}(?:概况|(?:收支)?(?:决算|预算)(?:公开)?(?:表|报表|情况说明|说明|报告)?|基本情况)"
)
_REPORT = re.compile(
    rf"{_NAME}{_YEAR}?{_OWN}(?:(?:部门|单位)?整体支出|项目支出|预算|财政支出)(?:预算)?(?:绩效)?(?:自?评价?(?:报告|表)?)?"
)
_SUBJECT = re.compile(
    rf"(?:^|(?<=[。；：，]))(?:第{_PARTS}部分|纳入)?{_NAME}{_OWN}"
    r"(?=20\d\d年度?，?(?:部门|单位|收|支|财政|一般|政府|国有|无|没有|“三公”|预算|机关|决算|年初)|部门?决算包括"
    r"|所属各?(?:预算)?单位|本年度(?:没有|无)|（?部门（单位）共有|共有车辆)"
)
_ACCOUNTS = r"(?:部门|单位)?(?:(?:收支)?(?:决算|预算)|整体支出|项目支出|[^\d，。；：]{0,24}绩效)"
_TITLE = re.compile(rf"(?P<year>20\d\d)年度?{_NAME}?{_ACCOUNTS}")
_TITLE_REVERSED = re.compile(rf"{_NAME}(?P<year>20\d\d)年度?{_ACCOUNTS}")
_YEAR_OF_HEADING = re.compile(r"(20\d\d)年度?(?:[\u4e00-\u9fff（）“”、·]{0,40}?)(?:部门|单位)?(?:收支)?(?:决算|预算)")
_YEAR_OF_TABLE = re.compile(r"[（(]?(20\d\d)年度?[）)]?")
_YEAR_OF_SUBJECT = re.compile(r"(?:^|(?<=[。；：]))[\u4e00-\u9fff（）]{0,30}(20\d\d)年度[^，。]{0,12}[收支]")
_FRONT_ENDS = re.compile(r"目录|第一部分|第一章|一、")
_LEADING_CODE = re.compile(r"^(?:[（(\[【]?\d{3,}[）)\]】]?[-—_\s]*)+")
_ABOUT = re.compile(r"^(?:关于|现将)")
_FORM_NUMBER = re.compile(r"^[\u4e00-\u9fff]{0,4}\d{1,2}表")
_LEVEL = re.compile(r"（(?:本级|机关|汇总|部门|单位)）$")
_LABELLED = re.compile(
    rf"(?:编制|公开|填报)?(?:部门|单位)(?:名称)?：(?:[（(\[【]?\d{{3,}}[）)\]】]?[-—_]?)?{_NAME}(?:（?(?P<year>20\d\d)年度?）?)?(?:（?(?:金额)?单位：.*)?"
)
_FRONT_LINES = 14
_HEADING_LENGTH = 60
_AROUND = 16  # characters quoted after a name
_BRACKETS = str.maketrans("()", "（）")
_YEAR_WEIGHTS = {"title": 6, "heading": 3, "table": 2, "prose": 1}
_NAME_WEIGHTS = {"title": 8, "form": 4, "label": 1, "heading": 3, "evaluation": 1, "report": 1, "prose": 1}


@dataclass(frozen=True, slots=True)
class Identity:
    """Department and year ("" where the document does not say), every naming, and what does not agree."""

    department: str
    year: str
    names: tuple[Naming, ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass
class _Evidence:
    names: list[Naming] = field(default_factory=list)
    years: list[tuple[str, str]] = field(default_factory=list)  # role, year

    def name(self, text: str, role: str, quote: str, place: Place) -> None:
        name = _LEVEL.sub("", _ABOUT.sub("", _LEADING_CODE.sub("", text))).strip("、“”")
        if _BODY_END.search(name):
            self.names.append(Naming(name, role, quote.strip(), place))


def identify(
    document: Document, forms: Sequence[Form], sections: Sequence[Section], evaluations: Sequence[Evaluation]
) -> Identity:
    """Department and year by the weight of all places that name them."""
    found = _Evidence()
    _read_front(document, found)
    _read_tables(forms, evaluations, found)
    _read_captions(document, found)
    _read_paragraphs(document, {section.first for section in sections}, found)
    department, year = _heaviest_name(found.names), _heaviest_year(found.years)
    return Identity(department, year, tuple(found.names), tuple(_disagreements(found, department, year)))


def _read_front(document: Document, found: _Evidence) -> None:
    """The title page: a few lines that together say body, year and 决算, in either order."""
    lines = []
    for line in document.lines[:_FRONT_LINES]:
        if _FRONT_ENDS.match(title_text(line.text)):
            break
        lines.append(line)
    whole = "".join(title_text(line.text) for line in lines)
    for pattern in (_TITLE_REVERSED, _TITLE):
        match = pattern.match(whole)
        if match is not None:
            found.years.append(("title", match["year"]))
            if match["name"]:
                found.name(match["name"], "title", "".join(line.text for line in lines), lines[0].place)
            return


def _read_tables(forms: Sequence[Form], evaluations: Sequence[Evaluation], found: _Evidence) -> None:
    for form in forms:
        found.name(dense(form.department), "form", form.department, form.place)
    for evaluation in evaluations:
        found.name(dense(evaluation.department), "evaluation", evaluation.department, evaluation.place)


def _read_captions(document: Document, found: _Evidence) -> None:
    """A line 部门：… 2023年度 that stands in a row of cells: tables that are no form of final accounts have it too."""
    for row in (grid.rows[0] for grid in document.grids):
        texts = [_FORM_NUMBER.sub("", dense(cell.text)) for cell in row]
        if any(_read_label(text, cell.text, cell.place, found) for text, cell in zip(texts, row, strict=True)):
            found.years += [("table", year[1]) for text in texts if (year := _YEAR_OF_TABLE.fullmatch(text))]


def _read_paragraphs(document: Document, headings: set[int], found: _Evidence) -> None:
    for index, paragraph in enumerate(document.paragraphs):
        text = title_text(paragraph.text)
        place = document.lines[paragraph.first].place
        if index in headings or len(text) <= _HEADING_LENGTH:
            _read_heading(text, paragraph.text, place, found)
        for match in _SUBJECT.finditer(text):
            found.name(match["name"], "prose", _around(paragraph.text, match["name"]), place)
        found.years += [("prose", year) for year in _YEAR_OF_SUBJECT.findall(text)]


def _read_heading(text: str, displayed: str, place: Place, found: _Evidence) -> None:
    for role, pattern in (("heading", _HEADING), ("report", _REPORT)):
        match = pattern.fullmatch(text)
        if match is not None:
            found.name(match["name"], role, displayed, place)
            break
    _read_label(text, displayed, place, found)
    table = _YEAR_OF_TABLE.fullmatch(text)
    if table is not None:
        found.years.append(("table", table[1]))
    found.years += [("heading", year) for year in _YEAR_OF_HEADING.findall(text)]


def _read_label(text: str, displayed: str, place: Place, found: _Evidence) -> bool:
    """Whether a text is a line 部门：…, whose body and year are taken."""
    labelled = _LABELLED.fullmatch(text)
    if labelled is None:
        return False
    found.name(labelled["name"], "label", displayed, place)
    found.years += [("table", labelled["year"])] if labelled["year"] else []
    return True


def _around(displayed: str, name: str) -> str:
    """The name with the words after it as displayed, for a quote that can be found again."""
    spaced = re.compile(r"\s*".join(map(re.escape, name)))
    match = spaced.search(displayed.translate(_BRACKETS))
    return displayed[match.start() : match.end() + _AROUND] if match else displayed[:_HEADING_LENGTH]


def _heaviest_name(names: Sequence[Naming]) -> str:
    weights: Counter[str] = Counter()
    for naming in names:
        weights[naming.name] += _NAME_WEIGHTS[naming.role]
    return weights.most_common(1)[0][0] if weights else ""


def _heaviest_year(years: Sequence[tuple[str, str]]) -> str:
    weights: Counter[str] = Counter()
    for role, year in years:
        weights[year] += _YEAR_WEIGHTS[role]
    return weights.most_common(1)[0][0] if weights else ""


def _disagreements(found: _Evidence, department: str, year: str) -> Iterator[str]:
    titled = [each for role, each in found.years if role == "title" and each != year]
    if titled:
        yield f"封面写的是{titled[0]}年度，其他各处多为{year}年度"
    names = [naming.name for naming in found.names if naming.role == "title"]
    others = [name for name in names if not name.endswith(department)]  # what leads the way there may stand before it
    if others:
        yield f"封面写的是{others[0]}，其他各处多为{department}"
