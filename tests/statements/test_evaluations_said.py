"""Part four and the self-evaluation reports."""

from __future__ import annotations

from juesuan.records import Direction, Measure
from statements.said import reads, short, shorts, states


def test_projects_evaluated_with_their_money() -> None:
    assert shorts(
        "对2023年度一般公共预算项目支出全面开展绩效自评，其中，一级项目2个，二级项目3个，共涉及资金80.00万元，"
        "占一般公共预算项目支出总额的100%。组织对“甲”“乙”等2个项目开展了部门评价，涉及一般公共预算支出30.00万元。",
        "performance",
    ) == [
        "绩效自评项目数/一级项目 count 2个",
        "绩效自评项目数/二级项目 count 3个",
        "绩效自评金额 final 80.00万元",
        "绩效自评金额 share 100%",
        "部门评价项目数 count 2个",
        "部门评价金额/一般公共预算 final 30.00万元",
    ]


def test_stages_of_evaluation_with_averages_and_grades() -> None:
    said = states(
        "编报绩效目标的2023年度项目6个，涉及预算金额9.00万元；绩效自评的2023年度项目5个，涉及预算金额8.00万元，"
        "平均得分93.50分（其中，绩效评级为“优”的项目4个；绩效评级为“良”的项目1个）。",
        "performance",
    )
    assert [short(each) for each in said] == [
        "绩效目标编报项目数 count 6个",
        "绩效目标编报金额 budget 9.00万元",
        "绩效自评项目数 count 5个",
        "绩效自评金额 budget 8.00万元",
        "绩效自评平均得分 average 93.50分",
        "绩效评级/优 count 4个",
        "绩效评级/良 count 1个",
    ]
    number, good, fair = said[2], said[5], said[6]
    assert (number.role, good.group, fair.group) == ("total", number.group, number.group)
    assert good.complete


def test_a_project_in_part_four() -> None:
    said = states(
        "1.“馆藏整理经费”项目绩效自评情况：项目绩效自评得分为92.50分，绩效评定结果等级为优。"
        "项目全年预算数为8.00万元，执行数为7.60万元，财政收回0.40万元，完成预算的95.00%。",
        "performance.results",
    )
    assert [short(each) for each in said] == [
        "自评得分 score 92.50分",
        "评价等级 score 优",
        "项目资金 budget 8.00万元",
        "项目资金 final 7.60万元",
        "收回资金 final 0.40万元",
        "项目资金 completion 95.00%",
    ]
    assert {each.project for each in said} == {"馆藏整理经费"}


PROJECT = """馆藏整理项目支出绩效自评报告
一、项目基本情况
（一）项目概况。
预算金额8万元、预算资金来源：2010350科目、资金到位8万元和支出7.60万元，节约项目资金0.40万元。
（二）项目绩效目标
整理档案不少于900件；整理合格率大于98%；使用人员满意度95%。
二、绩效评价结论
资金到位率100%，执行率95%，自评得分92.50分。
（一）评价等级
优
"""


def test_a_project_report() -> None:
    said = reads(PROJECT)
    assert [short(each) for each in said] == [
        "项目资金 budget 8万元",
        "预算资金来源 count 2010350科目",
        "项目资金 received 8万元",
        "项目资金 final 7.60万元",
        "节约资金 final 0.40万元",
        "整理档案 target above 900件",
        "整理合格率 target above 98%",
        "使用人员满意度 target 95%",
        "项目资金 completion 100%",
        "项目资金 completion 95%",
        "自评得分 score 92.50分",
        "评价等级 score 优",
    ]
    assert {(each.topic, each.project) for each in said} == {("report.project", "馆藏整理")}


def test_targets_keep_their_bound() -> None:
    above, plain = (
        each for each in reads(PROJECT) if each.measure is Measure.TARGET and each.subject.endswith(("率", "满意度"))
    )
    assert (above.direction, above.word) == (Direction.ABOVE, "大于")
    assert plain.direction is Direction.NONE


OVERALL = """青湖县档案馆整体支出绩效自评报告
一、部门概况
单位核定编制12人（行政编制8人、事业编制4人），在职11人。
二、资金使用情况
基本支出30.00万元，其中人员经费25.00万元、公用经费5.00万元。
项目一馆藏整理预算80000元，实际支出76000元，项目完成95%；项目二库房改造预算20000元，实际支出20000元，项目完成100%。
三、绩效情况
全年接待查档620人次、同比增长4%，编发简报12期，群众满意率99%。
"""


def test_a_report_on_the_whole_department_ties_money_to_its_projects() -> None:
    said = [each for each in reads(OVERALL) if each.project]
    assert [(each.project, short(each)) for each in said] == [
        ("馆藏整理", "项目资金 budget 80000元"),
        ("馆藏整理", "项目资金 final 76000元"),
        ("馆藏整理", "项目资金 completion 95%"),
        ("库房改造", "项目资金 budget 20000元"),
        ("库房改造", "项目资金 final 20000元"),
        ("库房改造", "项目资金 completion 100%"),
    ]


def test_targets_announced_by_a_label() -> None:
    said = reads(
        "馆藏整理项目支出绩效自评报告\n一、项目绩效\n绩效目标值：整理合格率大于98%；资金投入8万元。\n预算执行率98%。\n"
    )
    assert [short(each) for each in said] == [
        "整理合格率 target above 98%",
        "资金投入 target 8万元",
        "项目资金 completion 98%",
    ]


def test_counts_of_work_and_staff() -> None:
    said = [short(each) for each in reads(OVERALL) if each.measure in (Measure.COUNT, Measure.RATE, Measure.SHARE)]
    assert said == [
        "单位核定编制 count 12人",
        "行政编制 count 8人",
        "事业编制 count 4人",
        "在职 count 11人",
        "接待查档 count 620人次",
        "接待查档 rate + 4%",
        "编发简报 count 12期",
        "群众满意率 share 99%",
    ]
    staff = [each for each in reads(OVERALL) if each.amount is not None and each.amount.unit == "人"]
    assert staff[0].group == staff[1].group == staff[2].group != staff[3].group
