"""Family `performance_target`: what reports claim of all indicators, and the problems they admit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from juesuan.accounts import Accounts
from juesuan.amounts import PERCENT
from juesuan.checks import Check, Evidence, Severity
from juesuan.compare import finding, not_applicable, passed
from juesuan.evaluations.quantities import parse_quantity, trailing_percent
from juesuan.passages import Hit
from juesuan.records import Evaluation, Indicator
from juesuan.rules.performance import HUNDRED, METHOD, fund_evidence, quoted, row_evidence, table_name
from juesuan.rules.performance_pairs import completion_said, is_certainly_missed, pair
from juesuan.rules.performance_scope import Report, meant, report_at, reports
from juesuan.rules.registry import rule

FAMILY = "performance_target"
MOST_QUOTED = 12
MOST_NAMED = 4

_ALL_DONE = re.compile(
    r"(?:各项|全部|所有|年度)(?:绩效|预期|年度)*(?:指标|目标)(?:任务|值)?(?:均|都|全部|已全部|均已|已经全部|都已)"
    r"(?:按期|按时|如期|圆满|顺利)?(?:完成|达成|达到|实现)"
    r"|(?<!部分)(?:绩效|预期|年度|年初|设定)*(?:指标|目标)(?:任务|值)?(?:已|已经)?(?:全部|均)(?:已|已经)?"
    r"(?:按期|按时|如期|圆满|顺利)?(?:完成|达成|达到|实现)(?!\d)"
    r"|完成了?(?:全年|全部|各项|年度)的?(?:全部|各项)?(?:预期|绩效|既定)*(?:指标|目标)(?!值?的?[百\d])"
    r"|绩效(?:目标|指标)完成(?:情况|率)(?:：|为)100%"
    r"|(?:绩效)?指标\d+[项个]，(?:已|均|都|均已|已经)?全部(?:按期|按时|如期)?(?:完成|达成|实现)"
)
_NUMBER = re.compile(r"\d+(?=[项个])")
_LATE = re.compile(
    r"(?P<a>支付|拨付|发放|兑付|支出)(?:资金|进度|款项)?(?:还|仍)?(?:不够|不|未能|未|没有)及时"
    r"|未(?:能)?按(?:照)?(?:预算|规定|计划|时序)?进度(?P<b>支付|拨付|发放)"
    r"|(?P<c>支付|拨付|发放)(?:资金|进度)?(?:延迟|滞后|缓慢|较慢|偏慢)"
)
_UNSOUND = re.compile(r"(?P<noun>[\u4e00-\u9fff]{0,6}制度)(?:还|仍)?(?:不够|不|未)(?:健全|完善)")
_FIELDS = ("财务", "采购", "资产", "人员", "档案", "绩效", "预算", "资金", "合同", "重点工作")
_LOW_EXECUTION = re.compile(
    r"(?:整体|部门)[^，。；]{0,6}执行率(?:有待|还需|仍需|需)(?:进一步)?(?:提[升高]|加强)|(?:整体|部门)[^，。；]{0,6}执行率(?:偏低|不高|较低)"
)
_PROBLEM = re.compile(r"问题")
_NONE = re.compile(r"(?:存在的?(?:主要)?问题[^：，。；]{0,6}[：，]?)?(?:无|没有|不存在)[。；]?")
_ADMITTED = re.compile(r"(?:发现|存在)的?(?:主要)?问题(?:及原因)?(?:：|是|有)(?P<problem>[^。]{3,80})")


@rule("all-indicators-done", family=FAMILY, basis=METHOD, zh="“各项指标均已完成”与自评表的完成情况相符")
def all_indicators_done(accounts: Accounts) -> Iterator[Check]:
    """Where a report says that every indicator was met, none of its table's was missed."""
    found = reports(accounts)
    claims = [
        (hit, tables)
        for hit in accounts.prose.search(_ALL_DONE)
        if not hit.in_heading and (tables := meant(accounts, found, hit.passage))
    ]
    if not claims:
        yield not_applicable("各项指标完成", "文件没有说各项指标均已完成，或没有自评表")
    for hit, tables in claims:
        short = [(table, each) for table in tables for each in _claimed(table, hit.words) if falls_short(each)]
        subject = f"“{hit.words}”"
        yield _contradicted(subject, hit, short) if short else passed(subject)


@rule("payment-on-time", family=FAMILY, basis=METHOD, zh="报告承认支付不及时的，支付及时性指标不应为100%")
def payment_on_time(accounts: Accounts) -> Iterator[Check]:
    """An indicator of timely payment is not complete where the report admits that payment was late."""
    found = reports(accounts)
    applies = False
    for evaluation in accounts.evaluations:
        admitted = _admissions(accounts, found, evaluation)
        for indicator in evaluation.indicators:
            if "及时" not in indicator.level3 or not _is_complete(indicator):
                continue
            applies = True
            late = [each for each in admitted if each.verb in indicator.level3]
            subject = f"{table_name(evaluation)}{quoted(indicator.level3)}"
            yield _late(subject, indicator, late) if late else passed(subject)
    if not applies:
        yield not_applicable("支付及时性", "自评表没有称已完成的支付及时性指标")


@rule("soundness-admitted", family=FAMILY, basis=METHOD, zh="报告承认制度不健全的，制度健全性指标不应为100%")
def soundness_admitted(accounts: Accounts) -> Iterator[Check]:
    """An indicator of sound rules is not complete where a report admits that they are not sound."""
    hits = [hit for hit in accounts.prose.search(_UNSOUND) if _speaks_of_problems(hit)]
    applies = False
    for evaluation in accounts.evaluations:
        for indicator in evaluation.indicators:
            if "制度" not in indicator.level3 or "健全" not in indicator.level3 or not _is_complete(indicator):
                continue
            applies = True
            subject = f"{table_name(evaluation)}{quoted(indicator.level3)}"
            same = [hit for hit in hits if _same_field(hit.match["noun"], indicator.level3)]
            yield _unsound(subject, indicator, same[0]) if same else passed(subject)
    if not applies:
        yield not_applicable("制度健全性", "自评表没有称已完成的制度健全性指标")


@rule("problems-agree", family=FAMILY, basis=METHOD, zh="第四部分与项目自评报告对同一项目的问题说法一致")
def problems_agree(accounts: Accounts) -> Iterator[Check]:
    """A problem of a project named in part four is not denied by the project's own report."""
    found = reports(accounts)
    own = {id(each.evaluation): _denial(accounts, each) for each in found if each.section.topic.startswith("report")}
    applies = False
    for report in found:
        if not report.section.topic.startswith("performance") or id(report.evaluation) not in own:
            continue
        denial = own[id(report.evaluation)]
        for hit in accounts.prose.search(_ADMITTED):
            if report.holds(hit.passage.index):
                applies = True
                yield (
                    _denied(report, hit, denial) if denial else passed(f"{quoted(report.evaluation.project)}存在的问题")
                )
    if not applies:
        yield not_applicable("项目存在的问题", "第四部分没有列出自评报告所否认的问题")


@rule("execution-complained-of", family="direction", basis=METHOD, zh="整体执行率已达100%的，不应再说执行率有待提升")
def execution_complained_of(accounts: Accounts) -> Iterator[Check]:
    """A report does not ask to raise an overall execution rate that the tables show at 100 %."""
    overall = next((each for each in accounts.evaluations if each.overall), None)
    lines = [line for line in overall.funds if line.budget.amount and line.executed.amount] if overall else []
    hits = [hit for hit in accounts.prose.search(_LOW_EXECUTION) if hit.passage.topic.startswith("report.overall")]
    subject = "整体预算执行率"
    if not hits or not lines:
        yield not_applicable(subject, "报告没有说整体执行率有待提升，或整体支出自评表没有预算数和执行数")
        return
    line = next((each for each in lines if each.kind == "total"), lines[0])
    budget, spent = line.budget.amount, line.executed.amount
    if budget is None or spent is None or spent.value < budget.value:
        yield passed(subject)
        return
    yield finding(
        subject,
        f"报告说“{hits[0].words}”，而整体支出自评表预算数{line.budget.text}、执行数{line.executed.text}，执行率已是100.0%。",
        f"The report asks to raise the execution rate; {line.executed.text} of {line.budget.text} is already 100.0%.",
        [hits[0].evidence, fund_evidence(line)],
        stated=hits[0].words,
        expected="100.0%",
    )


def _claimed(table: Evaluation, words: str) -> list[Indicator]:
    """The rows that a claim is about: the rate of execution is none where the number said is that of the others."""
    said = _NUMBER.search(words)
    others = [row for row in table.indicators if "执行率" not in row.level3]
    return others if said and int(said[0]) == len(others) else list(table.indicators)


def falls_short(indicator: Indicator) -> bool:
    """Whether a row itself shows that its target was not reached."""
    if indicator.doubt:
        return False
    both = pair(indicator)
    if both is not None and is_certainly_missed(indicator, both):
        return True
    said = completion_said(indicator)
    if said is not None:
        return said.value < HUNDRED
    target, ending = parse_quantity(indicator.target.text), trailing_percent(indicator.actual.text)
    if both is not None or target is None or ending is None or target.amount.unit != PERCENT or target.is_ceiling:
        return False
    return parse_quantity(indicator.actual.text) is None and ending.value < target.amount.value


def _contradicted(subject: str, hit: Hit, short: list[tuple[Evaluation, Indicator]]) -> Check:
    named = [(row, row.completion.text or row.actual.text[-20:]) for _, row in short[:MOST_NAMED]]
    names = "；".join(f"{quoted(row.level3)}指标值{row.target.text}、实际{result}" for row, result in named)
    names_en = "; ".join(
        f"{quoted(row.level3)} (target {row.target.text}, result {quoted(result)})" for row, result in named
    )
    more, more_en = (f"等{len(short)}项", " and others") if len(short) > MOST_NAMED else ("", "")
    return finding(
        subject,
        f"文件说{subject}，自评表中却有{len(short)}项没有完成：{names}{more}。",
        f"The text says {subject}, yet {len(short)} indicators of the tables fall short: {names_en}{more_en}.",
        [hit.evidence, *(row_evidence(row) for _, row in short[:MOST_QUOTED])],
        stated=hit.words,
        expected=f"{len(short)}项没有完成",
    )


@dataclass(frozen=True, slots=True)
class _Admission:
    """A place that admits late payment, with the verb it uses."""

    verb: str
    evidence: Evidence


def _admissions(accounts: Accounts, found: list[Report], evaluation: Evaluation) -> list[_Admission]:
    admitted = []
    for hit in accounts.prose.search(_LATE):
        report = report_at(found, hit.passage.index)
        if report is not None and report.evaluation is evaluation and _speaks_of_problems(hit):
            admitted.append(_Admission(_verb(hit.match), hit.evidence))
    texts = [(evaluation.reason, evaluation.place), *((row.reason, row.place) for row in evaluation.indicators)]
    for text, place in texts:
        if match := _LATE.search(text):
            admitted.append(_Admission(_verb(match), Evidence(text, place)))
    return admitted


def _verb(match: re.Match[str]) -> str:
    return match["a"] or match["b"] or match["c"]


def _speaks_of_problems(hit: Hit) -> bool:
    """Whether a match stands under a heading of problems, or behind the word in its own passage."""
    section = hit.passage.section
    return bool(section and "问题" in section.title) or bool(_PROBLEM.search(hit.passage.dense[: hit.start]))


def _is_complete(indicator: Indicator) -> bool:
    if indicator.doubt:
        return False
    said = indicator.completion.amount or (indicator.actual.amount if _percent(indicator) else None)
    return said is not None and said.value >= HUNDRED


def _percent(indicator: Indicator) -> bool:
    return indicator.actual.amount is not None and indicator.actual.amount.unit == PERCENT


def _late(subject: str, indicator: Indicator, late: list[_Admission]) -> Check:
    rate = indicator.completion.text or indicator.actual.text
    return finding(
        subject,
        f"{subject}完成率为{rate}，而文件承认{late[0].verb}不及时。",
        f"{subject} is said to be complete ({rate}), while the document admits late payment.",
        [row_evidence(indicator), *(each.evidence for each in late)],
        stated=rate,
        expected="未完成",
    )


def _same_field(noun: str, name: str) -> bool:
    """Whether two rules are of one field; rules named without a field may be any."""
    fields = [field for field in _FIELDS if field in noun]
    return not fields or any(field in name for field in fields)


def _unsound(subject: str, indicator: Indicator, hit: Hit) -> Check:
    rate = indicator.completion.text or indicator.actual.text
    return finding(
        subject,
        f"{subject}完成率为{rate}，而报告承认“{hit.words}”。",
        f"{subject} is said to be complete ({rate}), while a report admits: {hit.words}.",
        [row_evidence(indicator), hit.evidence],
        stated=rate,
        expected="未完成",
        severity=Severity.NOTICE,
    )


def _denial(accounts: Accounts, report: Report) -> Evidence | None:
    """Where a project's own report says that it has no problems."""
    for passage in report.passages(accounts):
        titled = passage.section is not None and "问题" in passage.section.title and "其他" not in passage.section.title
        if titled and not passage.is_heading and _NONE.fullmatch(passage.dense):
            heading = passage.section.title if passage.section else ""
            return Evidence(f"{heading} {passage.text.strip()}", passage.places[0])
    return None


def _denied(report: Report, hit: Hit, denial: Evidence) -> Check:
    project = quoted(report.evaluation.project)
    late = _LATE.search(hit.words)
    timely = [row for row in report.evaluation.indicators if late and "及时" in row.level3 and _is_complete(row)]
    subject = f"{project}存在的问题"
    return finding(
        subject,
        f"第四部分说{project}“{hit.match['problem'][:40]}”，该项目自评报告却说没有问题。",
        f"Part four names a problem of {project}; the project's own report says there is none.",
        [hit.evidence, denial, *(row_evidence(row) for row in timely)],
        stated=hit.match["problem"],
        expected=denial.quote,
    )
