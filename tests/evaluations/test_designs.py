"""Self-evaluations in local designs: lists of projects, scoring tables, tables without scores, forms of their own."""

from __future__ import annotations

import pytest

from evaluations.scored_table import TABLE
from juesuan.checks import Outcome
from juesuan.evaluations import recognise
from juesuan.readers import load_text
from juesuan.reading import read_text
from juesuan.records import Evaluation
from juesuan.rules import RULES, run


def _read(text: str) -> tuple[Evaluation, ...]:
    return recognise(load_text(text, "made"))


def test_a_scoring_table_has_standards_in_place_of_targets() -> None:
    (table,) = _read(
        """部门整体支出绩效评价评分表
一级指标\t二级指标\t三级指标\t分值\t评分标准\t得分\t扣分原因
投入\t目标设定\t目标合理性\t40\t依据充分得40分。\t40\t
过程\t预算执行\t预算完成率\t60\t达95%得60分；90%（含）至95%得45分。\t45\t预算完成率92.4%
合计\t\t\t100\t\t85\t
"""
    )
    assert table.overall
    assert [(each.level1, each.weight.text, each.score.text) for each in table.indicators] == [
        ("投入", "40", "40"),
        ("过程", "60", "45"),
    ]
    assert table.indicators[1].standard.startswith("达95%")
    assert table.indicators[1].reason == "预算完成率92.4%"
    assert (table.total_weight.text, table.total_score.text) == ("100", "85")


def test_one_heading_over_all_levels_and_money_under_its_headings() -> None:
    (table,) = _read(
        """2024年度项目绩效指标完成情况表
项目名称\t\t沟渠清淤\t\t
资金情况（万元）\t年初预算数\t全年预算数\t全年执行数\t执行率
\t20\t20\t18\t90%
年度绩效目标\t完成年度清淤任务\t\t完成情况\t已完成
绩效指标\t\t\t目标值\t完成值
产出指标\t数量指标\t清淤长度\t≥8公里\t9公里
\t质量指标\t验收合格率\t100%\t100%
"""
    )
    assert (table.funds[0].kind, table.funds[0].executed.text) == ("total", "18")
    assert (table.goal, table.result) == ("完成年度清淤任务", "已完成")
    assert [(each.level1, each.level2, each.level3, each.actual.text) for each in table.indicators] == [
        ("产出指标", "数量指标", "清淤长度", "9公里"),
        ("产出指标", "质量指标", "验收合格率", "100%"),
    ]


def test_parts_of_a_form_between_lines_are_one_table_and_the_tick_is_the_grade() -> None:
    (table,) = _read(
        """部门预算项目支出绩效自评情况表

一、基本信息
项目名称\t沟渠清淤\t\t\t项目编码\t7100\t\t
主管部门\t丰县水务局\t\t\t实施单位\t丰县河道所\t\t
项目资金（万元）\t资金来源\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分
\t资金总额\t20\t20\t18\t10\t90%\t9
二、年度绩效目标
预期目标\t\t\t\t实际完成情况\t\t\t
完成年度清淤任务\t\t\t\t基本完成\t\t\t
三、绩效指标
一级指标\t三级指标\t指标性质\t指标值\t度量单位\t实际完成值\t分值\t得分
产出指标\t清淤长度\t≥\t8\t公里\t9\t90\t90
合计\t\t\t\t\t\t100\t99
自评结论\t\t☑优 □良 □中 □差
"""
    )
    assert (table.project, table.department, table.grade.text) == ("沟渠清淤", "丰县河道所", "优")
    assert [line.label for line in table.funds] == ["资金总额"]
    assert table.indicators[0].target.text == "≥8公里"
    assert table.total_score.text == "99"


def test_labels_and_figures_side_by_side_and_levels_under_other_headings() -> None:
    (table,) = _read(
        """沟渠清淤项目绩效自评表
资金下达总额（万元）\t20\t实际支出金额（万元）\t18\t资金支出率\t90%\t得分（满分10分）\t9
指标类型\t指标类别\t指标名称\t预期值\t实现值\t满分\t自评分\t未达标原因
产出指标\t数量指标\t清淤长度\t≥8公里\t9公里\t60\t60\t
效益指标\t社会效益指标\t排水通畅率\t≥95%\t96%\t30\t30\t
总评分\t\t\t\t\t\t99\t
"""
    )
    line = table.funds[0]
    assert (line.budget.text, line.executed.text, line.rate.text, line.score.text) == ("20", "18", "90%", "9")
    assert (table.indicators[1].level1, table.indicators[1].level2) == ("效益指标", "社会效益指标")
    assert table.total_score.text == "99"


def test_what_stands_and_is_not_read_is_unchecked_with_its_title() -> None:
    accounts = read_text(
        """附件2 部门整体支出绩效自评表

一级
指标   分值
得分 权重 产出指标 执行率
30 29 28.5 27 26
"""
    )
    assert not accounts.evaluations
    assert "部门整体支出绩效自评表" in accounts.unread_evaluations[0]
    assert accounts.unread_evaluations[0] in accounts.doubts
    checks, _ = run(accounts, {name: RULES[name] for name in ("evaluation-weights", "target-missed")})
    assert {check.outcome for check in checks} == {Outcome.UNCHECKED}


def test_a_title_in_a_list_of_annexes_is_no_table() -> None:
    assert not read_text("附件1：部门整体支出绩效自评表\n附件2：项目支出绩效自评表\n").unread_evaluations


def test_a_column_of_an_unknown_heading_is_set_aside_and_the_adjusted_target_is_in_force() -> None:
    (table,) = _read(
        """2024年度项目支出绩效目标自评表
项目名称\t沟渠清淤\t\t\t自评总分（分）\t98\t\t\t\t
项目资金（万元）\t年初预算数\t\t全年预算数\t全年执行数\t执行率（%）\t执行率权重\t执行率得分\t\t
\t20\t\t20\t18\t90\t10\t9\t\t
指标名称\t计量单位\t指标性质\t年初指标值\t调整指标值\t全年完成值\t指标权重（分）\t得分系数（%）\t指标得分（分）\t是否核心指标
清淤长度\t公里\t≥\t8\t6\t7\t50\t100\t50\t是
验收合格率\t%\t=\t100\t\t98\t40\t97.5\t39\t否
"""
    )
    assert (table.project, table.total_score.text) == ("沟渠清淤", "98")
    line = table.funds[0]
    assert (line.rate.text, line.weight.text, line.score.text) == ("90", "10", "9")
    assert [(each.target.text, each.actual.text, each.weight.text, each.score.text) for each in table.indicators] == [
        ("≥6公里", "7", "50", "50"),
        ("=100%", "98", "40", "39"),
    ]
    assert not any(each.completion.text or each.doubt for each in table.indicators)


def test_money_by_source_under_one_heading() -> None:
    (table,) = _read(
        """部门整体支出绩效自评表
部门（单位）名称\t\t丰县水务局
年度主要任务\t任务名称\t主要内容\t预算数（万元）\t\t执行数（万元）\t\t执行率\t得分
\t\t\t总额\t其中：财政拨款\t总额\t其中：财政拨款\t\t
\t沟渠清淤\t清理淤泥\t20\t15\t18\t14\t90%\t
\t金额合计\t\t20\t15\t18\t14\t90%\t9
一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t\t
产出指标\t数量指标\t清淤长度\t≥8公里\t9公里\t90\t90\t\t
"""
    )
    whole = next(line for line in table.funds if line.kind == "total" and line.budget.text)
    assert (whole.budget.text, whole.executed.text, whole.rate.text, whole.score.text) == ("20", "18", "90%", "9")
    fiscal = [line for line in table.funds if line.kind == "fiscal"]
    assert (fiscal[0].budget.text, fiscal[0].executed.text) == ("15", "14")


@pytest.mark.parametrize(("rate", "doubted"), [("90%", False), ("50%", True)])
def test_figures_taken_only_in_their_order_are_doubted_where_the_rate_denies_it(rate: str, doubted: bool) -> None:
    (table,) = _read(
        f"""项目支出绩效自评表
项目名称\t沟渠清淤
项目资金（万元）\t全年预算数\t全年执行数\t执行率
年度资金总额\t20\t20\t18\t{rate}
一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值
产出指标\t数量指标\t清淤长度\t≥8公里\t9公里
"""
    )
    line = table.funds[0]
    assert bool(line.executed.doubt) is doubted
    assert doubted or (line.opening.text, line.budget.text, line.executed.text) == ("20", "20", "18")


def test_totals_for_the_weights_of_every_level_are_not_the_score() -> None:
    (table,) = _read(
        """部门整体支出绩效评价指标评分表
一级指标\t分值\t二级指标\t分值\t三级指标\t分值\t评分标准\t自评得分
投入\t40\t预算配置\t40\t人员控制率\t40\t比率≤100%得40分\t40
过程\t60\t预算执行\t60\t预算完成率\t60\t酌情\t55
总计\t100\t\t100\t\t100\t\t95
"""
    )
    assert (table.total_weight.text, table.total_score.text) == ("100", "95")


def test_levels_by_bare_words_and_money_received_beside_money_spent() -> None:
    (table,) = _read(
        """2024年度县级预算项目绩效自评表
项目名称：高龄津贴     主管部门：丰县民政局

资金投入情况\t资金来源\t预算数\t到位数\t执行数\t到位率\t执行率
\t合计\t156\t156\t149.82\t100%\t96.04%
绩效指标\t指标内容\t\t目标值\t完成值\t权重\t自评得分
产出（50）\t数量\t发放人数\t≥1300人\t1287人\t50\t49.5
效果（40）\t满意度\t老人满意度\t≥95%\t96%\t50\t50
合计\t\t\t\t\t100\t99.5
"""
    )
    assert table.project == "高龄津贴"
    assert (table.funds[0].executed.text, table.funds[0].rate.text) == ("149.82", "96.04%")
    assert [(each.level1, each.level2, each.level3) for each in table.indicators] == [
        ("产出（50）", "数量", "发放人数"),
        ("效果（40）", "满意度", "老人满意度"),
    ]
    assert not any(each.doubt for each in table.indicators)


HEAD = """项目绩效自评表
项目名称\t路灯维护
全年预算数（万元）\t10\t全年执行数（万元）\t7
年度总目标\t按计划维护路灯。
"""
INDICATORS = """一级指标\t二级指标\t三级指标\t权重\t年初目标值\t实际完成值\t完成程度\t得分
投入和管理\t预算执行\t预算执行率\t10\t100%\t70%\t70%\t7
产出指标\t数量指标\t维护路灯\t90\t≥90盏\t92盏\t100%\t90
合计\t\t\t100\t\t\t\t97
"""


def test_a_head_and_the_indicators_under_a_title_of_their_own_are_one_table() -> None:
    (one,) = _read(f"{HEAD}\n绩效指标评分表\n\n{INDICATORS}")
    assert (one.project, len(one.indicators), one.total_score.text) == ("路灯维护", 2, "97")


def test_indicators_under_the_title_of_another_project_are_not_joined_to_a_head() -> None:
    found = _read(f"{HEAD}\n沟渠清淤项目绩效自评表\n\n{INDICATORS}")
    assert [each.project for each in found if each.indicators] == ["沟渠清淤"]


def test_what_the_row_says_has_become_of_it_is_no_result() -> None:
    (one,) = _read(
        "项目支出绩效自评表\n项目名称\t路灯维护\t\t\t\t\n"
        "一级指标\t二级指标\t三级指标\t预期指标值\t实际完成指标值\t完成情况\n"
        "产出指标\t数量指标\t维护路灯\t≥90盏\t82盏\t未完成\n产出指标\t质量指标\t亮灯率\t≥95%\t96%\t完成\n"
    )
    assert [(row.actual.text, row.status, row.doubt) for row in one.indicators] == [
        ("82盏", "未完成", ""),
        ("96%", "完成", ""),
    ]


def test_tasks_of_the_whole_department_are_read_without_indicators() -> None:
    (one,) = _read(
        "部门整体支出绩效自评表\n部门名称\t某市城管局\t\t\t\t\n"
        "年度主要任务\t任务名称\t主要内容\t批复金额（万元）\t实际支出金额（万元）\t预算执行率\n"
        "\t路灯维护\t维护全市路灯\t10.00\t7.00\t70.00%\n\t机关运行\t人员经费和公用经费\t90.00\t90.00\t100.00%\n"
        "\t金额合计\t\t100.00\t97.00\t97.00%\n"
    )
    assert one.overall
    assert [(line.kind, line.label, line.budget.text, line.executed.text) for line in one.funds] == [
        ("task", "路灯维护", "10.00", "7.00"),
        ("task", "机关运行", "90.00", "90.00"),
        ("total", "金额合计", "100.00", "97.00"),
    ]


def test_a_scoring_table_in_a_report_is_that_of_its_project_and_stands_beside_the_projects_own() -> None:
    own, scored = _read(
        f"{TABLE}\n路灯维护项目部门评价报告\n三、评价指标体系及评分表\n\n"
        "一级指标\t二级指标\t三级指标\t分值\t得分\t评分说明\n决策（60分）\t项目立项\t立项依据\t60\t55\t\n"
        "效益（40分）\t社会效益\t社会效益\t30\t30\t\n\t满意度\t服务对象满意度\t10\t9\t\n合计\t\t\t100\t94\t\n"
    )
    assert (own.project, own.supplementary) == ("路灯维护", False)
    assert (scored.project, scored.supplementary, len(scored.indicators)) == ("路灯维护", True, 3)
    assert (scored.indicators[2].level2, scored.indicators[2].level3, scored.indicators[2].weight.text) == (
        "满意度",
        "服务对象满意度",
        "10",
    )


@pytest.mark.parametrize(("score", "outcome"), [("7", Outcome.FAILED), ("6", Outcome.PASSED)])
def test_the_execution_rate_earns_what_the_note_of_the_table_says(score: str, outcome: Outcome) -> None:
    note = (
        "注：1.预算执行率95%（含）以上得10分，80%（含）—95%得8分，60%（含）—80%得6分，60%以下不得分；2.保留一位小数。"
    )
    text = TABLE.replace("70%\t7\n", f"70%\t{score}\n") + f"\n{note}\n"
    checks, _ = run(read_text(text), {"execution-score": RULES["execution-score"]})
    assert [check.outcome for check in checks] == [outcome]
