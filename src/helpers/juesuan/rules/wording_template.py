"""Family `wording`: words of the template left in, words that contradict each other, wrong terms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from juesuan.accounts import Accounts
from juesuan.checks import Check, Evidence, Figure, Severity, of_statement
from juesuan.compare import finding, gather, passed
from juesuan.passages import Hit, dense
from juesuan.records import Measure
from juesuan.rules.registry import rule
from juesuan.rules.wording import BASIS, NUMBER, Telltale, hits, hits_everywhere, report

_MOVES = "增加|增长|上升|提高|大于|高于|超过|多于|减少|下降|降低|小于|低于|少于"
_EITHER = rf"(?:{_MOVES})(?:（或?(?:{_MOVES})）|[/／](?:{_MOVES}))"
_AFTER_EITHER = rf"(?=了?[^，。；\n]{{0,4}}{NUMBER}|(?:年初|全年)?预算)"
_FEWER = "(?:减少|下降|降低)"
_MORE = "(?:增加|增长|上升)"


def _left(pattern: str, severity: Severity = Severity.ERROR) -> Telltale:
    return Telltale(
        re.compile(pattern), "是没有删改的模板文字", "is wording of the template", "改为实际内容或删除", severity
    )


TEMPLATE = (
    _left(rf"{_EITHER}{_AFTER_EITHER}"),
    _left(r"仍保留该表|在本表下方|作下述说明|并在表(?:下|后)说明|(?:本表|此表)(?:应|需|可)(?:填|删|保留|空)"),
    _left(r"列明(?=[^，。；\n]{0,12}\d+(?:批|人次|个?团组|辆))"),
    _left(r"请(?<![申邀提聘]请)(?:逐项|分项|详细|简要|具体)?(?:说明|列示|列明|填列)(?!会)"),
    _left(r"（请(?:参照|按照?|根据|对照|参考)[^（）\n]{0,24}(?:填写|填列|填报|编写|撰写)[^（）\n]{0,24}）"),
    _left(r"(?:根据|按照?|结合)(?:本?(?:部门|单位)的?)?实际(?:情况)?(?:填写|填列|填报)(?=[，。；）])"),
    _left(
        r"（(?:仅有|只有|没有|如有|如无|若有|若无|有|无)[^（）\n]{0,24}的?(?:部门|单位)?[，,](?:则)?(?:本部分|本节|此处|可|应|需|请|须)[^（）\n]{0,40}）"
    ),
    _left(r"(?:本部分|本节)(?:内容)?(?:只写|只需|应写明|可不写|无需填|应删除|需删除)"),
    _left(r"(?:无|没有)此(?:项|类)[^，。；\n]{0,10}的[^，。；\n]{0,6}(?:请|可|应|需)"),
    _left(r"主要包括前期准备、组织实施|包括绩效评价原则、评价指标体系|包括项目绩效总目标和阶段性目标", Severity.NOTICE),
    _left(
        r"预期主要的经济、政治和社会效益|进一步做好项目工作的建议和意见|县级产业发展需要|级产业发展资金(?:支出|到位|实际)",
        Severity.NOTICE,
    ),
)
CONTRADICTORY = (
    Telltale(
        re.compile(
            rf"(?:增[加长]?{_FEWER}|上升{_FEWER}|减少?{_MORE}|下降{_MORE}|降低{_MORE}|大于小于|小于大于)了?{NUMBER}"
            rf"|大小于|小大于|[高低]低?于[高低]于(?=[^，。；\n]{{0,6}}预算)|(?:^|[，。；\n])支出收入(?:为|共计?)?{NUMBER}"
        ),
        "两个相反的词连用",
        "joins two opposite words",
        "只留其一",
    ),
)
MISPRINTS = (
    Telltale(
        re.compile(
            r"财政拔款|拔款收|帐务处理|自评等分|集体士地|上一度|网络完全|清晰流程|年度年(?![末初底中内均终报检审鉴金])|决算书为|万圆|支岀|収入|岀国"
        ),
        "疑为错别字",
        "looks like a misprint",
        "改正用字",
        Severity.NOTICE,
    ),
)
_TERMS = (
    (re.compile(r"国有资产经营预算"), "国有资本经营预算"),
    (re.compile(r"国有资本(?:金|运营)预算"), "国有资本经营预算"),
    (re.compile(r"政府(?:性?基本|基金)预算(?:财政拨款|收|支)"), "政府性基金预算"),
    (re.compile(r"一般(?:公用|共公)预算"), "一般公共预算"),
)


@rule("template-wording", family="wording", basis=BASIS, zh="不得留有模板的填报要求和备选用语")
def template_wording(accounts: Accounts) -> Iterator[Check]:
    """No instruction and no pair of alternatives of the template is left in."""
    found = hits_everywhere(accounts, TEMPLATE)
    noted = [each for each in _notes(accounts) if any(telltale.pattern.search(each.quote) for telltale in TEMPLATE)]
    if found or not noted:
        yield from report(accounts, "模板文字", found)
    for evidence in noted:
        yield finding(
            f"模板文字：公开{evidence.form}表",
            f"公开{evidence.form}表的表注留有模板文字。",
            f"A note of form {evidence.form} still holds wording of the template.",
            [evidence],
            stated=evidence.quote,
            expected="改为实际内容或删除",
        )


@rule("opposite-words", family="wording", basis=BASIS, zh="增减用语不得自相矛盾")
def opposite_words(accounts: Accounts) -> Iterator[Check]:
    """No figure is said to go up and down at once."""
    found = hits(accounts.prose, CONTRADICTORY)
    told = {hit.evidence.quote: _figures_before(accounts, hit) for hit, _ in found}
    for check in report(accounts, "相反的用语", found):
        beside = told.get(check.evidence[0].quote, ()) if check.evidence else ()
        yield replace(check, evidence=tuple(dict.fromkeys((*check.evidence, *gather(*beside)))))


def _figures_before(accounts: Accounts, hit: Hit) -> list[Figure]:
    """The last final figure and the last budget said before a hit in its paragraph, which tell what was meant."""
    at = hit.passage.displayed_offset(hit.start)
    before = [
        each for each in accounts.within(hit.passage.index, hit.passage.index) if each.offset < at and each.amount
    ]
    kinds = ((Measure.FINAL,), (Measure.OPENING_BUDGET, Measure.BUDGET))
    last = (next((each for each in reversed(before) if each.measure in kind), None) for kind in kinds)
    return [of_statement(each, each.subject) for each in last if each is not None]


@rule("misprint", family="wording", basis=BASIS, zh="用字应正确")
def misprint(accounts: Accounts) -> Iterator[Check]:
    """No misprint that such documents are known for."""
    yield from report(accounts, "错别字", hits_everywhere(accounts, MISPRINTS))


@rule("statutory-term", family="wording", basis="《预算法》第五条：四本预算的名称", zh="四本预算的名称应合于法定用语")
def statutory_term(accounts: Accounts) -> Iterator[Check]:
    """The four budgets are called by their statutory names in titles, notes and prose."""
    wrong = False
    for pattern, right in _TERMS:
        evidence = [
            Evidence(form.title, form.place, form.number)
            for form in accounts.forms
            if pattern.search(dense(form.title))
        ]
        evidence += [each for each in _notes(accounts) if pattern.search(dense(each.quote))]
        evidence += [hit.evidence for hit in accounts.prose.search(pattern)]
        if evidence:
            wrong = True
            yield _misnamed(pattern, right, evidence)
    if not wrong:
        yield passed("四本预算的名称")


def _notes(accounts: Accounts) -> list[Evidence]:
    """The notes below the forms that do not stand in the prose as well."""
    said = {passage.dense for passage in accounts.prose}
    return [
        Evidence(note, form.place, form.number)
        for form in accounts.forms
        for note in form.notes
        if dense(note) not in said
    ]


def _misnamed(pattern: re.Pattern[str], right: str, evidence: list[Evidence]) -> Check:
    match = pattern.search(dense(evidence[0].quote))
    stated = match.group() if match else ""
    return finding(
        right,
        f"“{stated}”应为“{right}”。",
        f"“{stated}” should be “{right}”.",
        list(dict.fromkeys(evidence)),
        stated=stated,
        expected=right,
    )
