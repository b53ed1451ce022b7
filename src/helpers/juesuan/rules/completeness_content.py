"""Family `completeness`: headings have content, tables are filled in, changes are explained."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from juesuan.accounts import Accounts
from juesuan.checks import Check, Evidence, Severity
from juesuan.compare import finding, not_applicable, passed
from juesuan.passages import Passage, dense
from juesuan.records import Evaluation, Section
from juesuan.rules.performance import no_tables
from juesuan.rules.registry import rule
from juesuan.rules.wording import MOST_EVIDENCE, NUMBER

BASIS = "《地方预决算公开操作规程》（财预〔2016〕143号）：公开内容应完整，增减变化应说明原因"
TABLES = "《项目支出绩效评价管理办法》（财预〔2020〕10号）：绩效自评表应填写完整"
_REASON = re.compile(
    r"原因|由于|因为|主要是|主要系|系[\u4e00-\u9fff]|受[\u4e00-\u9fff]{1,20}影响|因[\u4e00-\u9fff]|是[\u4e00-\u9fff]{2,}|为了"
)
_CHANGE = re.compile(rf"(?:增加|减少|增长|下降)(?!0(?:\.0+)?万元){NUMBER}万元")
_OFF_BUDGET = re.compile(rf"完成(?:年初|全年|调整)?预算数?的(?!100(?:\.0+)?%|0(?:\.0+)?%){NUMBER}%")
_EXPLAINED = ("overall", "fiscal", "general", "basic", "three_public", "operating_cost")
_ANNOUNCED = re.compile(
    r"(?:[1-9]\d*)个?(?:部门)?(?:预算)?(?:项目|一级项目)[^。；\n]{0,12}(?:开展|进行)了?(?:部门|重点|绩效)+评价"
)
_SCORED = re.compile(r"\d分|得分|评分|等级|“[优良中差]”|[为是：][优良中差][，。；、]|未开展|没有开展")
_INLINE = 4  # characters that may follow a heading on its line without being content
_NO_PROSE = ("form", "duties", "terms", "")
_FIRST = re.compile(r"[一1①]")
_HEADING_WORD = re.compile(
    r"(?:情况|目的|过程|框架|计划|目标|一致|分析|问题|建议|措施|举措|结论|概况|概述|设置|背景|依据|结果|说明|内容|安排|管理|原因|做法|经验|方法|指标)$"
)


@rule("heading-content", family="completeness", basis=BASIS, zh="标题之下有内容")
def heading_content(accounts: Accounts) -> Iterator[Check]:
    """Every heading of the prose has something under it."""
    bare = [section for section, after in _followed(accounts) if _is_bare(accounts, section, after)]
    if not bare:
        yield passed("标题之下的内容") if accounts.prose.speaks else not_applicable("标题之下的内容", "文件没有正文")
    for section in bare:
        paragraph = accounts.paragraphs[section.first]
        yield finding(
            f"标题之下的内容：{section.ordinal}{section.title}",
            f"“{section.ordinal}{section.title}”只有标题，没有内容。",
            f"“{section.ordinal}{section.title}” is a heading without content.",
            [Evidence(paragraph.text, accounts.places[paragraph.first])],
            stated="没有内容",
            expected="标题之下的正文",
            severity=Severity.NOTICE,
        )


@rule("evaluation-filled", family="completeness", basis=TABLES, zh="绩效自评表应填的栏目都已填写")
def evaluation_filled(accounts: Accounts) -> Iterator[Check]:
    """What a self-evaluation table asks for is filled in."""
    if not accounts.evaluations:
        yield no_tables(accounts, "绩效自评表的栏目")
        return
    blanks: dict[str, list[Evaluation]] = defaultdict(list)
    for evaluation in accounts.evaluations:
        labels = _blanks(evaluation)
        for label in labels:
            blanks[label].append(evaluation)
        if not labels:
            yield passed(f"绩效自评表的栏目：{_name(evaluation)}")
    for label, evaluations in blanks.items():
        names = "、".join(_name(evaluation) for evaluation in evaluations[:MOST_EVIDENCE])
        yield finding(
            f"绩效自评表的栏目：{label}",
            f"{len(evaluations)}张绩效自评表没有填写“{label}”（{names}）。",
            f"“{label}” is blank in {len(evaluations)} self-evaluation tables.",
            [Evidence(f"{label} {evaluation.project}".strip(), evaluation.place) for evaluation in evaluations],
            stated="空白",
            expected=label,
            severity=Severity.NOTICE,
        )


@rule("explained-changes", family="completeness", basis=BASIS, zh="增减变化和预决算差异都说明了原因")
def explained_changes(accounts: Accounts) -> Iterator[Check]:
    """Where figures differ from the prior year or the budget, a reason is given."""
    told = [
        (before, after)
        for before, after in pairwise([*accounts.prose, None])
        if before is not None and before.topic.startswith(_EXPLAINED) and _differs(before)
    ]
    if not told:
        yield not_applicable("差异的原因", "正文没有说明增减或预决算差异")
        return
    missing = [passage for passage, after in told if not _is_explained(passage, after)]
    if not missing:
        yield passed("差异的原因")
    for passage in missing:
        match = _CHANGE.search(passage.dense) or _OFF_BUDGET.search(passage.dense)
        title = passage.section.title if passage.section else "正文"
        yield finding(
            f"差异的原因：{title}",
            f"{title}说到“{match.group() if match else ''}”，没有说明原因。",
            f"“{match.group() if match else ''}” is said without a reason.",
            [passage.evidence(match.start(), match.end()) if match else passage.evidence()],
            stated="没有说明原因",
            severity=Severity.NOTICE,
        )


@rule("results-scored", family="performance_score", basis=TABLES, zh="公布的部门评价结果有得分或等级", whole=True)
def results_scored(accounts: Accounts) -> Iterator[Check]:
    """Where a departmental evaluation is announced, its results carry a score or a grade."""
    subject = "部门评价结果"
    announced = next(
        (hit for hit in accounts.prose.search(_ANNOUNCED) if hit.passage.topic.startswith("performance")), None
    )
    results = [section for section in accounts.sections if section.topic == "performance.department"]
    if announced is None or not results:
        yield not_applicable(subject, "没有公布部门评价结果")
        return
    first, last = results[0].first, results[-1].last
    texts = [passage.dense for passage in accounts.prose.within(first, last)]
    if any(_SCORED.search(text) for text in texts):
        yield passed(subject)
        return
    heading = accounts.paragraphs[first]
    yield finding(
        subject,
        "开展了部门评价，公布的评价结果没有得分和等级。",
        "A departmental evaluation is announced, but its results carry neither score nor grade.",
        [Evidence(heading.text, accounts.places[heading.first]), announced.evidence],
        stated="没有得分和等级",
        expected="得分、等级",
        severity=Severity.NOTICE,
    )


def _followed(accounts: Accounts) -> Iterator[tuple[Section, Section | None]]:
    return ((before, after) for before, after in pairwise([*accounts.sections, None]) if before is not None)


def _is_bare(accounts: Accounts, section: Section, after: Section | None) -> bool:
    """Whether a heading of the prose is followed at once by the next of its own list or of one above it."""
    if section.level == 0 or section.first != section.last or section.part == 2 or section.topic in _NO_PROSE:
        return False
    if after is None or after.first != section.first + 1 or after.level > section.level or _begins_list(after):
        return False
    heading = dense(section.ordinal + section.title)
    text = dense(accounts.paragraphs[section.first].text)
    if len(text) > len(heading) + _INLINE or not _HEADING_WORD.search(heading):
        return False
    return not _stands_between(accounts, section.first, after.first)


def _begins_list(section: Section) -> bool:
    """Whether a heading is the first of a list, and so belongs under the heading before it."""
    return section.level > 0 and _FIRST.fullmatch(dense(section.ordinal).strip("（）、.:：")) is not None


def _stands_between(accounts: Accounts, first: int, last: int) -> bool:
    """Whether a table stands between two paragraphs."""
    start, end = (accounts.places[accounts.paragraphs[index].first] for index in (first, last))
    tables = [*(form.place for form in accounts.forms), *(table.place for table in accounts.evaluations)]
    if start.line is not None and end.line is not None:
        return any(start.order < table.order < end.order for table in tables)
    return any(start.order[:2] <= table.order[:2] <= end.order[:2] for table in tables if table.page is not None)


def _blanks(evaluation: Evaluation) -> list[str]:
    """What a table leaves blank; a goal without its result is left blank too."""
    labels = [dense(label) for label in evaluation.blanks]
    unanswered = evaluation.goal and not evaluation.result and evaluation.indicators and not evaluation.doubt
    return [
        *labels,
        *(["年度目标实际完成情况"] if unanswered and not any("完成情况" in each for each in labels) else []),
    ]


def _name(evaluation: Evaluation) -> str:
    return "整体支出绩效自评表" if evaluation.overall else evaluation.project


def _differs(passage: Passage) -> bool:
    return _CHANGE.search(passage.dense) is not None or _OFF_BUDGET.search(passage.dense) is not None


def _is_explained(passage: Passage, after: Passage | None) -> bool:
    """Whether a reason is given in the paragraph, or in the next of the same section."""
    if _REASON.search(passage.dense):
        return True
    return after is not None and after.section is passage.section and _REASON.search(after.dense) is not None
