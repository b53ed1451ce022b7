"""The same self-evaluations as text with tabs, as HTML, as Markdown and as a ruled PDF are read alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus import typeset_pdf, typeset_text
from corpus.dialect import Dialect
from corpus.manuscript import Cell, Manuscript, Table, Words
from juesuan.evaluations import recognise
from juesuan.readers import load, load_text
from juesuan.records import Evaluation

LIST = """序号\t项目名称\t预算数\t执行数\t执行率（%）\t自评得分\t自评等级
1\t沟渠清淤\t20.00\t18.00\t90.00\t95.5\t优
2\t路灯维护\t10.00\t7.00\t70.00\t82\t良
合计\t\t30.00\t25.00\t83.33\t\t"""
SCORING = """一级指标\t二级指标\t三级指标\t分值\t评分标准\t得分\t扣分原因
投入\t目标设定\t目标合理性\t40\t依据充分得40分。\t40\t
过程\t预算执行\t预算完成率\t60\t达95%得60分；90%（含）至95%得45分。\t45\t预算完成率92.4%
合计\t\t\t100\t\t85\t"""
WEIGHTED = """项目名称\t沟渠清淤\t\t\t填报单位\t丰县河道所\t\t
年度预算（万元）\t20\t\t实际支出（万元）\t18\t执行率\t90%\t
一级指标\t二级指标\t三级指标\t指标权重\t目标值\t实际值\t完成率\t得分
投入\t资金投入\t预算执行率\t10\t100%\t90%\t90.00\t9.00
产出指标\t数量指标\t清淤长度\t60\t≥8公里\t9公里\t100.00\t60.00
满意度指标\t服务对象满意度指标\t居民满意度\t30\t≥90%\t93%\t100.00\t30.00
合计\t\t\t100\t\t\t\t99.00"""
UNSCORED = """项目名称\t\t沟渠清淤\t\t
资金情况（万元）\t年初预算数\t全年预算数\t全年执行数\t执行率
\t20\t20\t18\t90%
绩效指标\t\t\t目标值\t完成值
产出指标\t数量指标\t清淤长度\t≥8公里\t9公里
\t质量指标\t验收合格率\t100%\t100%"""
OWN = """一、基本信息\t\t\t\t\t\t\t
项目名称\t沟渠清淤\t\t\t项目编码\t7100\t\t
项目资金（万元）\t资金来源\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分
\t资金总额\t20\t20\t18\t10\t90%\t9
二、绩效指标\t\t\t\t\t\t\t
一级指标\t三级指标\t指标性质\t指标值\t度量单位\t实际完成值\t分值\t得分
产出指标\t清淤长度\t≥\t8\t公里\t9\t90\t90
合计\t\t\t\t\t\t100\t99
自评结论\t√优 □良 □中 □差\t\t\t\t\t\t"""
TABLES = {
    "2024年度项目支出绩效自评结果汇总表": LIST,
    "部门整体支出绩效评价评分表": SCORING,
    "项目绩效自评表": WEIGHTED,
    "项目绩效指标完成情况表": UNSCORED,
    "部门预算项目支出绩效自评情况表": OWN,
}


def _manuscript(title: str) -> Manuscript:
    rows = tuple(tuple(map(Cell, line.split("\t"))) for line in TABLES[title].split("\n"))
    widths = (1.6,) * len(rows[0])
    return Manuscript("made", (Words("t", "title", (title,)), Table("t", rows, widths)))


def _told(table: Evaluation) -> list[object]:
    """All that was read of a table, without where it stood."""
    lines = [
        (line.kind, line.opening.text, line.budget.text, line.executed.text, line.rate.text, line.score.text)
        for line in table.funds
    ]
    rows = [
        (each.level3, each.target.text, each.actual.text, each.weight.text, each.completion.text, each.score.text)
        for each in table.indicators
    ]
    return [table.project, table.title, table.total_score.text, table.grade.text, table.doubt, lines, rows]


@pytest.mark.parametrize("medium", ["html", "markdown", "pdf"])
@pytest.mark.parametrize("title", sorted(TABLES))
def test_every_design_is_read_alike_in_every_medium(title: str, medium: str, tmp_path: Path) -> None:
    tabs = recognise(load_text(f"{title}\n\n{TABLES[title]}\n", "made"))
    assert tabs and not any(each.doubt for each in tabs)
    dialect = Dialect("made", medium, "万元", "made")
    if medium == "pdf":
        path = tmp_path / "made.pdf"
        path.write_bytes(typeset_pdf.typeset(_manuscript(title), dialect))
        found = recognise(load(path))
    else:
        found = recognise(load_text(typeset_text.typeset(_manuscript(title), dialect), "made"))
    assert list(map(_told, found)) == list(map(_told, tabs))
