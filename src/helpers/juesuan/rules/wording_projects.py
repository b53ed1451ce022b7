"""Family `wording`: a project is called by one name in its report, its table and the rest of the document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from juesuan.accounts import Accounts
from juesuan.checks import Check, Evidence, Severity
from juesuan.compare import finding, not_applicable, passed
from juesuan.evaluations.entity_linking import first_line, likeness
from juesuan.passages import dense
from juesuan.records import Evaluation, Section
from juesuan.rules.registry import rule
from juesuan.rules.wording import MOST_EVIDENCE, where

BASIS = "《项目支出绩效评价管理办法》（财预〔2020〕10号）：自评表与自评报告应一致"
_SHORTEST = 5
_SHORTEST_PART = 4  # characters of a name that can stand for the longer one
_QUOTES = re.compile(r"[“”‘’'\"《》]")
_YEAR = re.compile(r"^20\d\d年度?")
_PIECE = re.compile(r"[^、，。；：（）“”《》\n]{5,40}")
_TAIL = re.compile(r"等?共?\d+个?(?:一级|二级|部门|预算)?项目.*$")
_NAMED = re.compile(
    r"(?P<number>\d{1,2})个(?:一级|二级|部门|预算|财政|重点)?项目[^，。；：\d\n]{0,16}[，：]?(?:分别(?:为|是)|即|具体(?:为|是|包括))：?"
    r"(?P<names>[^。；\n]+?)(?=[。；\n]|$|，(?:共|合计|涉及|资金|总))"
)
_OPEN_LIST = re.compile(r"等(?:$|项目|\d)|\d")
_IN_QUOTES = re.compile(r"[“《][^”》]{2,60}[”》]")
_BETWEEN_NAMES = re.compile(r"[、，]|(?<=[费款金目设护])[及和与](?!其)")
_ENDING = 3
_NEARLY = Decimal("0.8")  # likeness from which two names are one that was miswritten
_LIGHT = re.compile(r"人员|项目|专项|工作|资金|经费|相关|的|及|等")  # words that a short form leaves out


@rule(
    "project-name",
    family="wording",
    basis=BASIS,
    zh="自评表的项目名称与正文一致",
)
def project_name(accounts: Accounts) -> Iterator[Check]:
    """A project is called in its self-evaluation table as it is in the rest of the document."""
    projects = [evaluation for evaluation in accounts.evaluations if not evaluation.overall and evaluation.project]
    said = _plain("".join(passage.dense for passage in accounts.prose))
    if not projects or not said:
        yield not_applicable("项目名称", "没有项目支出绩效自评表或正文")
        return
    for evaluation in projects:
        subject = f"项目名称：{evaluation.project}"
        if _project(evaluation.project) in said:
            yield passed(subject)
            continue
        others = _called_elsewhere(accounts, evaluation.project)
        if not others:
            yield not_applicable(subject, "正文没有以相近的名称提到该项目")
            continue
        (other, count), places = Counter(text for text, _ in others).most_common(1)[0], others
        yield finding(
            subject,
            f"自评表的项目名称为“{evaluation.project}”，正文{count}处称“{other}”。",
            f"The table calls the project “{evaluation.project}”; the prose calls it “{other}” in {count} places.",
            [
                Evidence(evaluation.project, evaluation.place),
                *[evidence for text, evidence in places if text == other][: MOST_EVIDENCE - 1],
            ],
            stated=evaluation.project,
            expected=other,
            severity=Severity.ERROR if count > 1 else Severity.NOTICE,
        )


@rule("report-and-table", family="wording", basis=BASIS, zh="自评报告与其后的自评表是同一项目")
def report_and_table(accounts: Accounts) -> Iterator[Check]:
    """A self-evaluation report and the table that follows it name one project."""
    pairs = list(_reports_with_tables(accounts))
    if not pairs:
        yield not_applicable("自评报告与自评表", "没有写明项目名称的自评报告")
    for report, evaluation in pairs:
        subject = f"自评报告与自评表：{evaluation.project}"
        if _are_one(report.project, evaluation.project):
            yield passed(subject)
            continue
        heading = accounts.paragraphs[report.first]
        yield finding(
            subject,
            f"自评报告的项目为“{report.project}”，其后的自评表为“{evaluation.project}”。",
            f"The report is on “{report.project}”, the table after it on “{evaluation.project}”.",
            [
                Evidence(heading.text, accounts.places[heading.first]),
                Evidence(evaluation.project, evaluation.place),
            ],
            stated=evaluation.project,
            expected=report.project,
        )


def _reports_with_tables(accounts: Accounts) -> Iterator[tuple[Section, Evaluation]]:
    """Reports and results that name a project, each with the first table after it and before the next of them.

    A result told in part four may have its table in an annex, so that there the names must be alike.
    """
    reports = [section for section in accounts.sections if _reports(section)]
    for evaluation in accounts.evaluations:
        if evaluation.overall or not evaluation.project:
            continue
        start = first_line(evaluation, accounts.places)
        before = [report for report in reports if accounts.paragraphs[report.first].first < start]
        if not before or not before[-1].project:
            continue
        first = accounts.paragraphs[before[-1].first].first
        between = (first_line(other, accounts.places) for other in accounts.evaluations if other is not evaluation)
        if any(first < line <= start for line in between):
            continue
        if before[-1].level == 0 or likeness(before[-1].project, evaluation.project) >= _NEARLY:
            yield before[-1], evaluation


def _reports(section: Section) -> bool:
    if section.topic.startswith("performance"):
        return bool(section.project)
    return section.level == 0 and section.topic == "report.project"


def _are_one(a: str, b: str) -> bool:
    """Whether two names are one, or one a short form of the other."""
    one, other = _LIGHT.sub("", _project(a)), _LIGHT.sub("", _project(b))
    if min(len(one), len(other)) < _SHORTEST_PART:
        return one == other
    return one in other or other in one


def _plain(text: str) -> str:
    return _QUOTES.sub("", dense(text))


def _project(name: str) -> str:
    return _YEAR.sub("", _plain(name)).removesuffix("项目")


@rule("projects-named", family="wording", basis=BASIS, zh="逐一列出名称的项目个数等于所述个数")
def projects_named(accounts: Accounts) -> Iterator[Check]:
    """As many projects are named as are said to follow."""
    hits = [hit for hit in accounts.prose.search(_NAMED) if hit.passage.topic.startswith(("performance", "report"))]
    hits = [hit for hit in hits if not _OPEN_LIST.search(hit.match["names"])]
    if not hits:
        yield not_applicable("列出名称的项目", "正文没有逐一列出所述项目的名称")
    for hit in hits:
        number, names = int(hit.match["number"]), hit.match["names"]
        in_quotes = len(_IN_QUOTES.findall(names))
        most = in_quotes or len(_BETWEEN_NAMES.split(names))  # a name without quotation marks may hold 、 itself
        subject = f"{where(hit)}：{number}个项目"
        if number == most or (number < most and not in_quotes):
            yield passed(subject)
            continue
        yield finding(
            subject,
            f"{where(hit)}称{number}个项目，而所列名称为{most}个。",
            f"{number} projects are said to follow; {most} are named.",
            [hit.evidence],
            stated=str(number),
            expected=str(most),
        )


def _called_elsewhere(accounts: Accounts, project: str) -> list[tuple[str, Evidence]]:
    """Names in the prose that end like a project's and share half of their words with it."""
    name = _project(project)
    known = {_project(evaluation.project) for evaluation in accounts.evaluations}
    pairs = _pairs(name)
    found: list[tuple[str, Evidence]] = []
    for passage in accounts.prose:
        if name[-_ENDING:] not in passage.dense:
            continue
        for match in _PIECE.finditer(passage.dense):
            piece = _project(_TAIL.sub("", match.group()))
            if piece in known or piece[-_ENDING:] != name[-_ENDING:] or len(piece) < _SHORTEST:
                continue
            if _LIGHT.sub("", piece) == _LIGHT.sub("", name):
                continue  # the same name, said shorter
            if len(_pairs(piece) & pairs) * 2 >= len(_pairs(piece)):
                found.append((piece, passage.evidence(match.start(), match.end())))
    return found


def _pairs(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}
