"""Family `wording`: the year named with the accounts' own figures is the accounts' year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from juesuan.accounts import Accounts
from juesuan.checks import Check, Evidence, Severity
from juesuan.compare import finding, not_applicable, passed, unchecked
from juesuan.passages import Hit, dense
from juesuan.rules.registry import rule
from juesuan.rules.wording import BASIS, where

_BODY = r"(?:本部门|本单位|我部门|我单位|我[局办委院中心]{1,2})?"
_OWN = re.compile(
    rf"(20\d\d)年度?{_BODY}(?:(?:部门|单位)(?:收支)?决算|收入、?支出总计|收、支|收支总计|收入(?:合计|总计)|支出(?:合计|总计)"
    r"|财政拨款(?:收|支)|一般公共预算财政拨款|政府性基金预算(?:财政拨款)?[收支]|“三公”经费|机关运行经费|政府采购[支金]|因公出国"
    r"|预算绩效管理工作开展情况|(?:收入支出|[^，。；\d\n]{0,14}(?:收入|支出))决算(?:总体|结构|具体)?情况|(?:一般公共预算|部门|部门整体|整体)?项目支出(?:全面)?(?:开展)?|度?无(?:政府性|国有|“三公”))"
)
_YEAR_END = re.compile(
    r"(?:截[至止])?(20\d\d)年12月31日，?[^，。；\n]{0,30}(?:部门|单位|共有|车辆|公务用车|[局委办院])"
)
_COMPARED = re.compile(
    r"[与比较同](20\d\d)年度?(?:决算数?|支出|收入)?(?:相比|比较|增加|减少|增长|下降|上升|降低|持平|略有|有所)"
)
_AT_YEAR_END = ("assets", "other", "organisation", "three_public")
_COMPARING = ("overall", "income", "expenditure", "fiscal", "general", "basic", "three_public", "operating_cost")
_HEADING_LENGTH = 45
_TITLED = re.compile(r"表|报告|自评|决算")
_TITLE_LINE = re.compile(r"[（(]?(20\d\d)年度?[）)]?(?=$|项目名称|(?:金额|编制|填报)?单位[:：]|部门[:：])")
_BEFORE_ANOTHER = re.compile(
    r"(?:[与比较同因是于至自从按]|原因：?|由于|根据|《[^》]{0,40}|上年|结转|[-—~])[^，。；：]{0,4}$"
)
_COMPARES = re.compile(r"相比|比较|同比|[增减]")
_EARLIER_PLAN = re.compile(r"(20\d\d)年[^，。；\d\n]{0,14}要点")
_EARLIER_START = re.compile(r"(?:^|(?<=\n))(20\d\d)年，")
_EARLIER_BUDGET = re.compile(r"(20\d\d)年度?(?:年初)?[无未没]有?(?:安排)?预算")


@rule("own-year", family="wording", basis=BASIS, zh="说明本年度数字之处所写年份为决算年度")
def own_year(accounts: Accounts) -> Iterator[Check]:
    """Where the accounts speak of their own figures, the year named is theirs."""
    subject = "本年度的年份"
    if not accounts.year:
        yield unchecked(subject, "没有确定决算年度")
        return
    body = dense(accounts.department)
    found = [hit for hit in _mentions(accounts) if _is_own(hit, accounts.year, body)]
    wrong = [hit for hit in found if hit.match[1] != accounts.year]
    for hit in wrong:
        yield _wrong(hit, accounts.year, subject)
    for index, paragraph in enumerate(accounts.paragraphs):
        line = _TITLE_LINE.match("".join(paragraph.text.split()))
        if (
            line is not None
            and line[1] != accounts.year
            and index
            and _TITLED.search(accounts.paragraphs[index - 1].text)
        ):
            yield _wrong_title(accounts, index, line[1], subject)
    if found and not wrong:
        yield passed(subject)
    elif not found:
        yield not_applicable(subject, "正文没有写明年份")


@rule("prior-year", family="wording", basis=BASIS, zh="与上年比较之处所写年份为上一年度")
def prior_year(accounts: Accounts) -> Iterator[Check]:
    """Where figures are compared with the prior year, the year named is the one before the accounts'."""
    subject = "上年度的年份"
    if not accounts.year:
        yield unchecked(subject, "没有确定决算年度")
        return
    prior = str(int(accounts.year) - 1)
    said = [hit for hit in accounts.prose.search(_COMPARED) if hit.passage.topic.startswith(_COMPARING)]
    found = [hit for hit in said if hit.match[1] == prior or not _names_both(hit, prior)]
    if not found:
        yield not_applicable(subject, "正文没有写明比较的年份")
    elif all(hit.match[1] == prior for hit in found):
        yield passed(subject)
    for hit in found:
        if hit.match[1] != prior:
            yield _wrong(hit, prior, subject)


@rule("stale-year", family="wording", basis=BASIS, zh="自评报告的背景和依据不沿用往年文字")
def stale_year(accounts: Accounts) -> Iterator[Check]:
    """Backgrounds, grounds and reasons are not left over from an earlier year."""
    subject = "往年的文字"
    if not accounts.year:
        yield unchecked(subject, "没有确定决算年度")
        return
    reports = [
        hit
        for pattern in (_EARLIER_PLAN, _EARLIER_START)
        for hit in accounts.prose.search(pattern)
        if hit.passage.topic.startswith("report")
    ]
    reasons = [hit for hit in accounts.prose.search(_EARLIER_BUDGET) if not hit.passage.topic.startswith("report")]
    stale = [hit for hit in (*reports, *reasons) if hit.match[1] < accounts.year]
    if not stale:
        yield passed(subject)
    for hit in stale:
        yield finding(
            f"{subject}：{where(hit)}",
            f"{where(hit)}写的是{hit.match[1]}年，而决算年度为{accounts.year}年，可能沿用了往年文字。",
            f"{hit.match[1]} is named in accounts of {accounts.year}; the words may be left over from an earlier year.",
            [hit.evidence],
            stated=hit.match[1],
            expected=accounts.year,
            severity=Severity.NOTICE,
        )


def _mentions(accounts: Accounts) -> Iterator[Hit]:
    """Years said with figures of part three, and with the end of the year in what is owned and who works there."""
    yield from (hit for hit in accounts.prose.search(_OWN) if not hit.passage.topic.startswith("report"))
    yield from (hit for hit in accounts.prose.search(_YEAR_END) if hit.passage.topic.startswith(_AT_YEAR_END))


def _names_both(hit: Hit, prior: str) -> bool:
    """Whether the sentence of an older year names last year too, so that it compares with both."""
    before, after = hit.passage.dense[: hit.start], hit.passage.dense[hit.start :]
    sentence = before.rpartition("。")[2] + after.partition("。")[0]
    return prior in sentence or "上年" in sentence


def _is_own(hit: Hit, year: str, body: str) -> bool:
    """Whether a year stands for the accounts' own: not compared, not cited, not one of two in a sentence.

    The reporting body's own name before the year is no comparison, whatever characters it has.
    """
    if hit.match[1] == year:
        return True
    before, after = hit.passage.dense[: hit.start].removesuffix(body), hit.passage.dense[hit.start :]
    if hit.words.endswith("决算") and not _speaks_of_itself(hit, before):
        return False
    sentence = before.rpartition("。")[2] + after.partition("。")[0]
    this_before_last = int(hit.match[1]) == int(year) - 1 and _COMPARES.search(sentence) and year in before
    return year not in sentence and not _BEFORE_ANOTHER.search(before) and not this_before_last


def _speaks_of_itself(hit: Hit, before: str) -> bool:
    """Whether 部门决算 is the document itself: in a heading, or as that in which something is shown."""
    if len(hit.passage.dense) <= _HEADING_LENGTH:
        return True
    return before.endswith("在") or hit.passage.dense.startswith("编制范围", hit.end)


def _wrong(hit: Hit, year: str, subject: str) -> Check:
    return finding(
        f"{subject}：{where(hit)}",
        f"{where(hit)}写的是{hit.match[1]}年，应为{year}年。",
        f"The year named is {hit.match[1]}; it should be {year}.",
        [hit.evidence],
        stated=hit.match[1],
        expected=year,
    )


def _wrong_title(accounts: Accounts, index: int, stated: str, subject: str) -> Check:
    paragraph = accounts.paragraphs[index]
    above = accounts.paragraphs[index - 1].text
    place = accounts.places[paragraph.first]
    return finding(
        f"{subject}：{above}",
        f"“{above}”下所写年度为{stated}年，应为{accounts.year}年。",
        f"Below “{above}” the year is {stated}; it should be {accounts.year}.",
        [Evidence(f"{above} {paragraph.text}", place)],
        stated=stated,
        expected=accounts.year,
    )
