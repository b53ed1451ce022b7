"""Family `completeness`: what the contents announce and the statute requires stands in the body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from juesuan.accounts import Accounts
from juesuan.checks import Check, Evidence, Severity
from juesuan.compare import finding, not_applicable, passed
from juesuan.document import Place
from juesuan.part_ordinals import PART_OR_SECTION
from juesuan.passages import Passage, dense
from juesuan.records import Section
from juesuan.rules.registry import rule
from juesuan.statements.topics import topic_of

BASIS = "《地方预决算公开操作规程》（财预〔2016〕143号）：决算公开应有目录所列各部分"
LAW = (
    "《预算法》第十四条；《地方预决算公开操作规程》（财预〔2016〕143号）："
    "应说明“三公”经费、机关运行经费、政府采购、国有资产占用和预算绩效情况"
)
_PART = re.compile(r"^第([一二三四五六七八九十]+)(?:部分|章)[:：]?")
_ORDINAL = re.compile(
    rf"^(?:{PART_OR_SECTION}|[一二三四五六七八九十]{{1,3}}、|（[一二三四五六七八九十]{{1,3}}）|\d{{1,2}}[.、])[：:]?"
)
_AFTER_NAME = re.compile(r"20\d\d年度?.*")
_PAGE = re.compile(r"[.·…\s]*\d*$")
_NUMERALS = "一二三四五六七八九十"
_ALIKE = 0.6
_REQUIRED = (
    ("“三公”经费", "three_public", re.compile(r"三公”?经费"), Severity.ERROR),
    ("机关运行经费", "operating_cost", re.compile(r"机关运行(?:经费|成本)"), Severity.ERROR),
    ("政府采购", "procurement", re.compile(r"政府采购"), Severity.ERROR),
    ("国有资产占用", "assets", re.compile(r"国有资产占|共有车辆|车辆\d|单价100万|单位价值"), Severity.NOTICE),
    ("预算绩效", "performance", re.compile(r"绩效"), Severity.NOTICE),
    ("名词解释", "terms", re.compile(r"名词解释"), Severity.NOTICE),
)
_NARRATIVE = ("overall", "income", "expenditure", "fiscal", "general", "basic")
_ENOUGH = 3  # of the narrative sections, from which a document is a final-accounts disclosure with prose


@rule("contents-in-body", family="completeness", basis=BASIS, zh="目录所列各部分、各节都在正文中", whole=True)
def contents_in_body(accounts: Accounts) -> Iterator[Check]:
    """Every part and section that the contents list stands in the body under its heading."""
    listed = (_PAGE.sub("", each) for each in accounts.contents)
    entries = [entry for entry in listed if not entry.endswith("表") or _PART.match(dense(entry))]
    if not entries or not accounts.sections:
        yield not_applicable("目录与正文", "没有目录或没有正文标题")
        return
    for entry in entries:
        part = _PART.match(dense(entry))
        yield _part_kept(accounts, entry, part[1]) if part else _section_kept(accounts, entry)


@rule("required-explanations", family="completeness", basis=LAW, zh="法定应说明的事项都有说明", whole=True)
def required_explanations(accounts: Accounts) -> Iterator[Check]:
    """The matters that the statute wants explained are spoken of."""
    topics = {section.topic.partition(".")[0] for section in accounts.sections}
    if len(topics.intersection(_NARRATIVE)) < _ENOUGH:
        yield not_applicable("应说明的事项", "文件没有决算情况说明")
        return
    for name, topic, words, severity in _REQUIRED:
        subject = f"应说明的事项：{name}"
        if any(topic_of(_ORDINAL.sub("", dense(entry))) == topic for entry in accounts.contents):
            yield not_applicable(subject, "目录列有此节，已与正文核对")
            continue
        own = any(
            hit.passage.topic != "terms" and hit.passage.section is not None for hit in accounts.prose.search(words)
        )
        if topic in topics or own:
            yield passed(subject)
            continue
        heading = next(section for section in accounts.sections if section.topic in _NARRATIVE)
        yield finding(
            subject,
            f"决算情况说明没有说明{name}。",
            f"The explanations do not speak of {name}.",
            [_heading(accounts, heading)],
            stated="没有说明",
            expected=name,
            severity=severity,
        )


def _part_kept(accounts: Accounts, entry: str, ordinal: str) -> Check:
    subject = f"目录与正文：{entry}"
    if any(section.level == 0 and section.part == _NUMERALS.find(ordinal) + 1 for section in accounts.sections):
        return passed(subject)
    title = _PART.sub("", dense(entry))
    tail = _AFTER_NAME.search(title)
    ending = tail.group() if tail else title
    heading = next((p for p in _body(accounts) if ending and p.dense.endswith(ending)), None)
    contents = _contents_evidence(accounts, entry)
    if heading is None:
        return finding(
            subject,
            f"目录列有“{entry}”，正文没有这一部分的标题。",
            f"The contents list “{entry}”, but the body has no such heading.",
            [contents],
            stated="没有标题",
            expected=entry,
            severity=Severity.ERROR if _lacks_topic(accounts, title) else Severity.NOTICE,
        )
    return finding(
        subject,
        f"目录列有“{entry}”，正文的标题缺少“第{ordinal}部分”。",
        f"The contents list “{entry}”; the heading in the body lacks “第{ordinal}部分”.",
        [contents, heading.evidence()],
        stated=heading.text,
        expected=entry,
        severity=Severity.NOTICE,
    )


def _lacks_topic(accounts: Accounts, title: str) -> bool:
    """Whether nothing in the body is about what a part's title names."""
    topic = topic_of(title)
    return bool(topic) and not any((section.topic + ".").startswith(topic + ".") for section in accounts.sections)


def _section_kept(accounts: Accounts, entry: str) -> Check:
    subject = f"目录与正文：{entry}"
    title = _ORDINAL.sub("", dense(entry))
    topic = topic_of(title)
    if topic and any((section.topic + ".").startswith(topic + ".") for section in accounts.sections):
        return passed(subject)
    if any(_alike(title, dense(section.title)) for section in accounts.sections):
        return passed(subject)
    if any(title in passage.dense for passage in _body(accounts)):
        return passed(subject)
    return finding(
        subject,
        f"目录列有“{entry}”，正文没有这一节。",
        f"The contents list “{entry}”, but the body has no such section.",
        [_contents_evidence(accounts, entry)],
        stated="没有这一节",
        expected=entry,
        severity=Severity.ERROR if topic else Severity.NOTICE,
    )


def _body(accounts: Accounts) -> Iterator[Passage]:
    """The passages after the contents."""
    return (passage for passage in accounts.prose if passage.section is not None)


def _alike(a: str, b: str) -> bool:
    """Whether two titles differ by no more than a few words such as 情况 or 的."""
    if not a or not b:
        return False
    pairs, others = _pairs(a), _pairs(b)
    return a in b or b in a or len(pairs & others) >= _ALIKE * max(len(pairs), len(others))


def _pairs(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}


def _contents_evidence(accounts: Accounts, entry: str) -> Evidence:
    wanted = dense(entry)
    found = next((p for p in accounts.prose if p.section is None and p.dense.startswith(wanted)), None)
    return found.evidence() if found is not None else Evidence(entry, Place())


def _heading(accounts: Accounts, section: Section) -> Evidence:
    paragraph = accounts.paragraphs[section.first]
    return Evidence(paragraph.text, accounts.places[paragraph.first])
