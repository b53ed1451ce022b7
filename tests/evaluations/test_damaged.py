"""Tables that a conversion damaged: set right where the cells tell how, in doubt where they do not."""

from __future__ import annotations

from juesuan.evaluations import recognise
from juesuan.readers import load_text
from juesuan.records import Evaluation

HEAD = """项目支出绩效自评表
项目名称\t\t\t路灯改造
项目资金（万元）\t\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分
\t\t年度资金总额\t40\t40\t38.2\t10\t95.5%\t9.55
"""
HEADINGS = "绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因\n"
FIRST = "\t产出指标（50分）\t数量指标\t更换灯具\t≥200盏\t210盏\t30\t30\t\n"
LAST = "\t满意度指标（40分）\t服务对象满意度指标\t居民满意度\t≥90%\t95%\t40\t40\t\n"


def _read(text: str) -> Evaluation:
    return recognise(load_text(text, "made"))[0]


def _row(table: Evaluation, number: int = 1) -> tuple[str, ...]:
    each = table.indicators[number]
    return (
        each.level1,
        each.level2,
        each.level3,
        each.target.text,
        each.actual.text,
        each.weight.text,
        each.score.text,
    )


def test_a_row_moved_left_because_a_merged_cell_was_left_out() -> None:
    table = _read(HEAD + HEADINGS + FIRST + "\t成本指标\t灯具采购\t≤40万元\t38.2万元\t20\t20\t节约\n" + LAST)
    assert _row(table) == ("产出指标（50分）", "成本指标", "灯具采购", "≤40万元", "38.2万元", "20", "20")
    assert table.indicators[1].reason == "节约"
    assert table.doubt == ""


def test_an_empty_cell_put_between_name_and_target() -> None:
    table = _read(HEAD + HEADINGS + FIRST + "\t拆除旧灯具\t\t≥180盏\t180盏\t20\t20\t\n" + LAST)
    assert _row(table) == ("产出指标（50分）", "数量指标", "拆除旧灯具", "≥180盏", "180盏", "20", "20")


def test_a_row_moved_right_that_lost_its_last_column() -> None:
    table = _read(
        HEAD
        + HEADINGS.replace("\t偏差原因", "")
        + FIRST.rstrip("\t\n")
        + "\n\t\t产出指标（50分）\t质量指标\t亮灯率\t≥98%\t99%\t20\n"
        + LAST.rstrip("\t\n")
        + "\n总分\t\t\t\t\t\t100\t99.55\n"
    )
    lost = table.indicators[1]
    assert (lost.level3, lost.target.text, lost.weight.text) == ("亮灯率", "≥98%", "20")
    assert lost.score.amount is None
    assert lost.score.doubt
    assert table.doubt == ""  # the weights still make up 100


def test_a_heading_lost_above_scores_that_are_there() -> None:
    table = _read(HEAD + HEADINGS.replace("\t得分\t偏差原因", "\t\t") + FIRST + LAST)
    assert [each.score.text for each in table.indicators] == ["30", "40"]


def test_a_heading_lost_above_the_opening_budget() -> None:
    text = (
        HEAD.replace("\t\t\t年初预算数\t全年预算数", "\t\t全年预算数")
        .replace("分值\t执行率\t得分", "预算执行率\t分值\t得分")
        .replace("\t\t年度资金总额\t40\t40\t38.2\t10\t95.5%\t9.55", "年度资金总额\t45\t40\t38.2\t95.5%\t10分\t9.55")
    )
    line = _read(text + HEADINGS + FIRST + LAST).funds[0]
    assert (line.opening.text, line.budget.text, line.executed.text) == ("45", "40", "38.2")
    assert (line.rate.text, line.weight.text, line.score.text) == ("95.5%", "10分", "9.55")


def test_money_that_fits_no_column_is_in_doubt() -> None:
    text = HEAD.replace("\t40\t40\t38.2\t10\t95.5%\t9.55", "\t40\t38.2")
    line = _read(text.replace("\t\t年度资金总额", "年度资金总额\t\t\t\t\t") + HEADINGS + FIRST + LAST).funds[0]
    assert line.budget.doubt


def test_rows_that_do_not_add_up_put_the_table_in_doubt() -> None:
    torn = "\t\t质量指标\t亮灯率\t≥98%\t99%\t达到\t良好\t\n"
    table = _read(HEAD + HEADINGS + FIRST + torn + LAST + "总分\t\t\t\t\t\t100\t99.55\n")
    assert table.indicators[1].doubt
    assert table.doubt


def test_a_row_without_a_name_may_belong_to_another_level() -> None:
    nameless = "\t\t\t\t≥98%\t99%\t20\t20\t\n"
    assert _read(HEAD + HEADINGS + FIRST + nameless + LAST).indicators[1].doubt


def test_a_score_above_its_weight_is_not_taken_for_a_lost_heading() -> None:
    rows = FIRST.replace("\t30\t30", "\t30\t35")
    table = _read(HEAD + HEADINGS.replace("\t得分\t偏差原因", "\t\t") + rows + LAST)
    assert [each.score.amount for each in table.indicators] == [None, None]
