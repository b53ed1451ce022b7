"""Self-evaluations in raw text, where a PDF's cells are parted by spaces and broken over lines."""

from __future__ import annotations

import pytest

from juesuan.evaluations import recognise
from juesuan.readers import load_text
from juesuan.records import Evaluation

TABLE = """附件2-1
项目支出绩效自评表
(2024 年度)
项目名称 路灯改造
主管部门 某区城管局 实施单位 某区路灯所
年初预
算数
全年预
算数
全年执行数
分
值
执行率
(%)
得分
项目资金
（万元）
年度资金总
额：
40 40 38.2 10 95.5 9.55
其中：财政
拨款
40 40 38.2 - 95.5 9.55
其他资金 0 0 0 - 0 0
年度总体
目标
预期目标 实际完成情况
更换主次干道路灯
一级
指标
二级指标
三级指
标
年度指
标
实际完
成值
分
值
单
位
完成率 得分
未
完
成
原
因
分
析
绩
效
目
标
产出
指标
数量指标
主次干
道更换
灯具数
量
>=200 210 30 盏 105% 30
质量指标
更换灯
具亮灯
率
>=98%
97
20
%
98.98%
19.8
雨
季
返
修
时效指标
资金支
付及时
性
及时支
付
100%-80
%(含)
10 100% 9
满意
度指
标
服务对象满
意度指标
居民满
意度
>=90% 95 30 % 105.56% 30
总分 100 98.35
附件2-2
"""


def _read(text: str) -> Evaluation:
    tables = recognise(load_text(text, "raw"))
    assert len(tables) == 1
    return tables[0]


def test_head_money_and_total() -> None:
    table = _read(TABLE)
    assert (table.overall, table.project, table.department) == (False, "路灯改造", "某区路灯所")
    assert [line.kind for line in table.funds] == ["total", "fiscal", "other"]
    first = table.funds[0]
    assert (first.opening.text, first.budget.text, first.executed.text) == ("40", "40", "38.2")
    assert (first.weight.text, first.rate.text, first.score.text) == ("10", "95.5", "9.55")
    assert (table.total_weight.text, table.total_score.text) == ("100", "98.35")


@pytest.mark.parametrize(
    ("number", "row"),
    [
        (0, ("产出指标", "数量指标", "主次干道更换灯具数量", ">=200", "210", "盏", "30", "105%", "30")),
        (1, ("产出指标", "质量指标", "更换灯具亮灯率", ">=98%", "97", "%", "20", "98.98%", "19.8")),
        (2, ("产出指标", "时效指标", "资金支付及时性", "及时支付", "100%-80%(含)", "", "10", "100%", "9")),
        (3, ("满意度指标", "服务对象满意度指标", "居民满意度", ">=90%", "95", "%", "30", "105.56%", "30")),
    ],
)
def test_rows_broken_over_lines(number: int, row: tuple[str, ...]) -> None:
    each = _read(TABLE).indicators[number]
    assert row == (
        each.level1,
        each.level2,
        each.level3,
        each.target.text,
        each.actual.text,
        each.unit,
        each.weight.text,
        each.completion.text,
        each.score.text,
    )


def test_a_date_is_one_target() -> None:
    torn = "资金支\n付及时\n性\n及时支\n付\n100%-80\n%(含)\n10 100% 9"
    row = _read(TABLE.replace(torn, "完成时间 2024年12月 2024年12月 10 100% 9")).indicators[2]
    assert (row.level3, row.target.text, row.actual.text) == ("完成时间", "2024年12月", "2024年12月")


def test_the_reason_of_one_row_is_not_the_name_of_the_next() -> None:
    assert [each.reason for each in _read(TABLE).indicators] == ["", "雨季返修", "", ""]


def test_a_table_whose_rows_were_not_all_read_is_in_doubt() -> None:
    assert _read(TABLE).doubt == ""
    assert _read(TABLE.replace("30 盏 105% 30", "30 盏 105% 三十")).doubt


def test_the_table_ends_at_its_total_and_claims_its_lines() -> None:
    document = load_text(TABLE, "raw")
    lines = recognise(document)[0].lines
    assert document.lines[lines[0]].text == "项目支出绩效自评表"
    assert document.lines[lines[-1]].text.startswith("总分")


def test_a_title_in_a_list_of_annexes_is_no_table() -> None:
    assert recognise(load_text("附件1：部门整体支出绩效自评表\n附件2：项目支出绩效自评表\n一、部门概况\n", "raw")) == ()


@pytest.mark.parametrize(
    "heading", ["部门名称", "部门(单位)名称", "部门（单位）名称", "单位（部门）名称", "单 位 名 称"]
)
def test_an_overall_table_is_known_by_the_name_of_its_department(heading: str) -> None:
    lines = TABLE.replace("项目支出绩效自评表", "部门整体支出绩效自评表").split("\n")
    lines[3:5] = [f"{heading} 某区城管局"]
    table = _read("\n".join(lines))
    assert table.overall and table.department == "某区城管局" and len(table.indicators) == 4


def test_cells_of_one_line_are_not_put_together() -> None:
    table = _read(
        "部门整体支出绩效自评表\n部门名称 某区城管局\n年初预算数 全年预算数 全年执行数 分值 执行率 得分\n"
        "年度资金总额 40 40 38.2 10 95.5% 9.55\n一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分\n"
        "部门管理 资金投入 预算编制完整性 完整 完整 20 20\n履职效果 部门职责 路灯更换数 ≥30盏 31盏 40 40\n"
        "总分 70 69.55\n"
    )
    assert [(each.level1, each.level2, each.level3) for each in table.indicators] == [
        ("部门管理", "资金投入", "预算编制完整性"),
        ("履职效果", "部门职责", "路灯更换数"),
    ]


@pytest.mark.parametrize(("money", "doubted"), [("40 40 38.2 10 95.5% 9.55", False), ("40\n40 38.2 95.5% 9.55", True)])
def test_money_torn_over_lines_is_doubted(money: str, doubted: bool) -> None:
    table = _read(
        "部门整体支出绩效自评表\n部门名称 某区城管局\n年初预算数 全年预算数 全年执行数 分值 执行率 得分\n"
        f"年度资金总额 {money}\n一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分\n"
        "部门管理 资金投入 预算编制完整性 完整 完整 20 20\n总分 30 29.55\n"
    )
    assert bool(table.funds[0].executed.doubt) is doubted
