"""An invented department, read by the ordinary readers, and checks that come out in every way."""

from __future__ import annotations

from pathlib import Path

from juesuan.accounts import Accounts
from juesuan.amounts import parse_amount
from juesuan.auditing import Audit
from juesuan.checks import Check, Evidence, Figure, Outcome, Severity, of_fact
from juesuan.compare import equal, finding, not_applicable, passed, sums_to, unchecked
from juesuan.document import Place
from juesuan.findings import Language, findings
from juesuan.ratios import is_share
from juesuan.reading import read_text

NAME = "青禾市档案馆"
DISCLOSURE = """{name}2024年度部门决算

第二部分 2024年度部门决算表

收入支出决算总表
公开01表
部门：{name}
金额单位：万元
收入			支出
项目	行次	金额	项目	行次	金额
栏次		1	栏次		2
一、一般公共预算财政拨款收入	1	480.00	一、一般公共服务支出	32	400.00
八、其他收入	8	20.00	八、社会保障和就业支出	39	60.00
			九、卫生健康支出	40	40.00
本年收入合计	27	500.00	本年支出合计	58	500.00
总计	31	500.00	总计	62	500.00

支出决算表
公开03表
部门：{name}
金额单位：万元
项目		本年支出合计	基本支出	项目支出	上缴上级支出	经营支出	对附属单位补助支出
科目代码	科目名称
栏次		1	2	3	4	5	6
合计		500.00	350.00	150.00
201	一般公共服务支出	400.00	250.00	150.00
20126	档案事务	400.00	250.00	150.00
2012601	行政运行	250.00	250.00
2012604	档案馆	150.00		150.00
208	社会保障和就业支出	60.00	60.00
20805	行政事业单位养老支出	60.00	60.00
2080505	机关事业单位基本养老保险缴费支出	60.00	60.00
210	卫生健康支出	40.00	40.00
21011	行政事业单位医疗	40.00	40.00
2101101	行政单位医疗	40.00	40.00

一般公共预算财政拨款支出决算表
公开05表
部门：{name}
金额单位：万元
项目		本年支出
科目代码	科目名称	小计	基本支出	项目支出
栏次		1	2	3
合计		480.00	350.00	130.00
201	一般公共服务支出	380.00	250.00	130.00
208	社会保障和就业支出	60.00	60.00
210	卫生健康支出	40.00	40.00
"""
SAID = "2024年度支出合计510.00万元，其中基本支出350.00万元，占70.00%。"
LINE = 60  # where in a text the made sentences stand


def accounts(name: str = NAME) -> Accounts:
    """The invented department's accounts."""
    return read_text(DISCLOSURE.format(name=name), "made.txt")


def said(label: str, displayed: str, unit: str = "万元", quote: str = SAID, line: int = LINE) -> Figure:
    """A figure said in a made sentence."""
    return Figure(label, parse_amount(displayed, unit), (Evidence(quote, Place(line=line)),))


def checks(known: Accounts) -> list[Check]:
    """One wrong total held against three others, a wrong share, a notice, a rounding, and what was not checked."""
    total = said("情况说明中的支出合计", "510.00")
    shown = of_fact(known.fact("03", "合计", "total"), "表03合计")
    summary = of_fact(known.fact("01", "本年支出合计", "expenditure"), "表01本年支出合计")
    basic = of_fact(known.fact("03", "合计", "basic"), "表03基本支出")
    share = said("基本支出占比", "70.00%", "%")
    wrong = said("卫生健康支出占比", "9.00%", "%", "卫生健康支出40.00万元，占9.00%。", LINE + 2)
    health = of_fact(known.fact("03", "210", "total"), "卫生健康支出")
    parts = [of_fact(known.fact("03", code, "total"), code) for code in ("201", "208", "210")]
    return [
        equal(shown, summary, "支出合计").called("made-forms-agree", "cross_table", "部门决算公开表样01、03"),
        equal(total, shown, "支出合计").called("made-total", "table_narrative", "部门决算公开表样03"),
        equal(total, summary, "支出总额").called("made-total", "table_narrative", "部门决算公开表样01"),
        sums_to(shown, parts, "支出合计").called("made-sum", "table_sum", "部门决算公开表样03"),
        is_share(share, basic, shown, "基本支出占比").called("made-share", "narrative_arithmetic", ""),
        is_share(wrong, health, shown, "卫生健康支出占比").called("made-share", "narrative_arithmetic", "《预算法》"),
        sums_to(
            said("会议费", "0.70", quote="会议费0.70万元", line=70),
            [said("上半年", "0.34", quote="0.34", line=71), said("下半年", "0.35", quote="0.35", line=72)],
            "会议费",
        ).called("made-rounding", "narrative_arithmetic", ""),
        finding(
            "填报说明",
            "填报说明中留有模板的提示语。",
            "An instruction of the template was left in.",
            [Evidence("（此处填写本单位情况）", Place(line=80))],
            severity=Severity.NOTICE,
        ).called("made-template", "wording", ""),
        unchecked("机关运行经费", "正文没有说明机关运行经费", shown).called("made-cost", "table_narrative", ""),
        not_applicable("政府性基金", "没有政府性基金").called("made-fund", "cross_table", ""),
        passed("目录").called("made-contents", "completeness", ""),
    ]


def audit(language: Language = "zh", name: str = NAME, source: str = "made.txt") -> Audit:
    """The invented department's audit, with the made checks in place of the catalogue's."""
    known = accounts(name)
    made = tuple(checks(known))
    assert {check.outcome for check in made} == set(Outcome)
    return Audit(Path(source), known, made, tuple(findings(made, language)), (), language)
