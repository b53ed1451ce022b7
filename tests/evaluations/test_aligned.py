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
