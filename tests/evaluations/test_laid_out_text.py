"""Self-evaluations in text that keeps the page's layout: columns of spaces, wrapped cells around their row's line."""

from __future__ import annotations

import pytest

from juesuan.evaluations import recognise
from juesuan.readers import load_text

TABLE = """
                             项目支出绩效自评表

  （2024年度）
                                                                              丰县河道管理
  项目名称            沟渠清淤                              实施单位
                                                                              所
                                               全年执行
                      年初预算数   全年预算数              分值     执行率    得分
                                               数
  年度资金总额        20.00        20.00       18.00       10       90%       9
  其中：财政拨款      20.00        20.00       18.00       —                  —
                 预期目标                             实际完成情况
  年度总
  体目标         按年度计划完成清淤任务，保障汛     已按计划完成。
                 期行洪安全。
  一级指标   二级指标       三级指标       年度指标值   实际完成值   分值   得分   偏差原因
                            清淤长度       ≥8公里       9公里        30     30
             数量指标
  产出指标                  涵洞维修座数   12座         10座         20     16.67  汛期停工
             质量指标       验收合格率     100%         100%         10     10
             社会效益指     汛期排水通畅
                                           ≥95%         96%          20     20
  效益指标   标             率
             可持续影响
                            管护制度       健全         健全         10     10
             指标
  总分                                                               100    95.67
"""


def _narrow(text: str) -> str:
    """The same layout as a converter writes it that counts a Chinese character as one place."""
    lines = []
    for line in text.split("\n"):
        column, whole = 0, ""
        for character in line:
            if character != " ":
                whole = whole.ljust(column) if whole.endswith(" ") or not whole else whole
                whole += character
            else:
                whole = whole.ljust(column) if len(whole) < column else whole
                whole += " "
            column += 2 if ord(character) > 0x2E80 else 1
        lines.append(whole.rstrip())
    return "\n".join(lines)


@pytest.mark.parametrize("text", [TABLE, _narrow(TABLE)], ids=["two places", "one place"])
def test_wrapped_cells_come_to_their_rows_and_levels_reach_over_theirs(text: str) -> None:
    (table,) = recognise(load_text(text, "made"))
    assert (table.project, table.department, table.doubt) == ("沟渠清淤", "丰县河道管理所", "")
    assert table.goal == "按年度计划完成清淤任务，保障汛期行洪安全。"
    line = table.funds[0]
    assert (line.budget.text, line.executed.text, line.rate.text, line.score.text) == ("20.00", "18.00", "90%", "9")
    assert [
        (each.level1, each.level2, each.level3, each.actual.text, each.score.text) for each in table.indicators
    ] == [
        ("产出指标", "数量指标", "清淤长度", "9公里", "30"),
        ("产出指标", "数量指标", "涵洞维修座数", "10座", "16.67"),
        ("产出指标", "质量指标", "验收合格率", "100%", "10"),
        ("效益指标", "社会效益指标", "汛期排水通畅率", "96%", "20"),
        ("效益指标", "可持续影响指标", "管护制度", "健全", "10"),
    ]
    assert table.indicators[1].reason == "汛期停工"
    assert (table.total_weight.text, table.total_score.text) == ("100", "95.67")


def test_cells_that_stand_at_the_top_of_their_rows() -> None:
    table, _ = recognise(
        load_text(
            """
                    项目绩效自评结果汇总表
  序号   项目名称       预算数    执行数    得分
  1      古籍数字化     20.00     18.00     96
         保护
  2      沟渠清淤       10.00     9.00      95
"""
            "\n\n附件\n",
            "made",
        )
    )[:2]
    assert [each.project for each in table.listed] == ["古籍数字化保护", "沟渠清淤"]


NAMES = """
                         项目支出绩效自评表
  项目名称            沟渠清淤
                      年初预算数   全年预算数   全年执行数   分值   执行率    得分
  年度资金总额        20.00        20.00        18.00        10     90%       9
  一级指标   二级指标   三级指标         年度指标值   实际完成值   分值   得分
             数量指标   清淤沟渠完成长   ≥8公里       9公里        30     30
                        度
  产出指标   质量指标   沟渠清淤验收合   100%         100%         30     30
                        格率
             时效指标   清淤按期完成率   ≥95%         96%          30     30
  总分                                                             100    99

    注：1.预算执行率95%（含）以上得10分，80%（含）—95%得9分，80%以下不得
分；2.未完成的指标按完成比例计分。
"""
PARTS = """
                         项目绩效自评表
  项目名称             沟渠清淤
  全年预算数（万元）   20.00       全年执行数（万元）   18.00

                         绩效指标评分表
  一级指标     二级指标   三级指标     权重   目标值   实际值   完成程度   得分
  投入         预算执行   预算执行率   10     100%     90%      90%        9
  产出指标     数量指标   清淤长度     90     ≥8公里   9公里    100%       90
                  合计                 100                                 99
"""
TASKS = """
                      2024年度部门整体支出绩效自评表
  部门名称        某市水利局
                  任务名称   主要内容       批复金额（万元）            实际支出金额   预算执行率
                                            总额    财政拨款  其他资金     （万元）
  年度重点工作    沟渠清淤   清理沟渠       20.00   18.00     2.00      18.00          90.00%
  任务            堤防养护   养护堤防       30.00   30.00     0.00      30.00          100.00%
                         合计               50.00   48.00     2.00      48.00          96.00%
                                   部门整体支出绩效指标
  一级指标   二级指标   三级指标       年度指标值   实际完成值   偏差原因
  产出指标   数量指标   清淤长度       ≥8公里       9公里
             质量指标   验收合格率     100%         100%
"""


def test_names_wrapped_in_two_rows_that_follow_each_other_stay_apart() -> None:
    (table,) = recognise(load_text(NAMES, "made"))
    assert [row.level3 for row in table.indicators] == ["清淤沟渠完成长度", "沟渠清淤验收合格率", "清淤按期完成率"]


def test_the_note_behind_a_table_is_its_convention() -> None:
    (table,) = recognise(load_text(NAMES, "made"))
    (note,) = table.conventions
    assert "80%以下不得分；2." in note


def test_a_head_and_the_indicators_under_a_second_title_are_one_table() -> None:
    (table,) = recognise(load_text(PARTS, "made"))
    assert (table.project, table.total_score.text) == ("沟渠清淤", "99")
    assert [(row.level2, row.level3) for row in table.indicators] == [
        ("预算执行", "预算执行率"),
        ("数量指标", "清淤长度"),
    ]


def test_a_heading_over_parts_asks_for_their_whole_and_a_title_among_rows_is_no_cell() -> None:
    (table,) = recognise(load_text(TASKS, "made"))
    assert [(line.label, line.budget.text, line.executed.text) for line in table.funds] == [
        ("沟渠清淤", "20.00", "18.00"),
        ("堤防养护", "30.00", "30.00"),
        ("合计", "50.00", "48.00"),
    ]
    assert [row.level3 for row in table.indicators] == ["清淤长度", "验收合格率"]
