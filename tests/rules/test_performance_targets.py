"""Targets, results and claims of self-evaluations: what is an error, what a notice, what neither."""

from __future__ import annotations

import pytest

from juesuan.checks import Check, Outcome, Severity
from juesuan.examples.evaluation_texts import (
    PROJECT,
    completion_table,
    overall_report,
    part_four,
    plain_table,
    report,
    row,
    table,
)
from rules.made import checks, outcomes

VOLUMES = ("产出指标", "数量指标", "加工卷数", "≥200卷", "210卷")


def bare(level2: str, name: str, target: str, result: str) -> str:
    """A table without points that holds one more indicator."""
    return plain_table((VOLUMES, ("", level2, name, target, result)))


def failures(rule: str, text: str) -> list[Check]:
    return [check for check in checks(rule, text) if check.outcome is Outcome.FAILED]


@pytest.mark.parametrize(
    ("name", "target", "result"),
    [
        ("扫描合格率", "≥98%", "98%"),
        ("差错率", "≤1%", "0.5%"),
        ("加工支出", "10万元", "9.5万元"),
        ("完成时限", "30天", "25天"),
        ("纸张消耗下降", "12%", "10%"),
        ("投诉件数", "5件", "2件"),
        ("馆藏数量", "≥20万册", "202000册"),
    ],
)
def test_what_is_kept_or_cannot_be_compared_is_not_missed(name: str, target: str, result: str) -> None:
    assert failures("target-missed", bare("质量指标", name, target, result)) == []


@pytest.mark.parametrize(
    ("name", "target", "result", "severity"),
    [
        ("扫描合格率", "≥98%", "96%", Severity.ERROR),
        ("故障率", "≤2%", "100%", Severity.ERROR),
        ("培训次数", "8次", "5次", Severity.ERROR),
        ("执行合格率", "＝100%", "95%", Severity.ERROR),
        ("外购占比", "60%", "55%", Severity.NOTICE),
    ],
)
def test_a_missed_target_without_a_reason(name: str, target: str, result: str, severity: Severity) -> None:
    found = failures("target-missed", bare("质量指标", name, target, result))
    assert [check.severity for check in found] == [severity]
    assert target in found[0].expected
    assert f"{name} {target} {result}" in found[0].evidence[0].quote


def test_a_missed_target_that_cost_points_is_accounted_for() -> None:
    assert failures("target-missed", table(rows=row(3, result="92%", score="9.5"))) == []
    assert len(failures("target-missed", table(rows=row(3, result="92%")))) == 1


def test_a_reason_accounts_for_a_missed_target_where_there_are_no_points() -> None:
    rows = plain_table((VOLUMES,)).rstrip("\n").replace("实际完成指标值", "实际完成指标值\t偏差原因")
    assert failures("target-missed", rows.replace("210卷", "180卷\t设备故障停工两月")) == []


def test_the_cost_that_belongs_in_the_column_is_named() -> None:
    (check,) = failures("result-is-a-bound", bare("成本指标", "加工支出", "资金额度", "≤10万元"))
    assert check.severity is Severity.ERROR
    assert "9.5万元" in check.zh
    assert any("9.5" in evidence.quote for evidence in check.evidence)


def test_a_bound_in_answer_to_a_figure_is_a_notice_and_a_copied_one_is_another_rules() -> None:
    (check,) = failures("result-is-a-bound", bare("满意度指标", "读者满意度", "100%", "≥95%"))
    assert check.severity is Severity.NOTICE
    assert failures("result-is-a-bound", bare("满意度指标", "读者满意度", "≥95%", "≥95%")) == []


@pytest.mark.parametrize(
    ("target", "result", "score", "severities"),
    [
        ("≥98%", "≥90%", "10", [Severity.ERROR]),
        ("≥98%", "≥90%", "9", [Severity.NOTICE]),
        ("≥90%", "≥98%", "10", [Severity.NOTICE]),
    ],
)
def test_a_bound_short_of_the_target_has_no_full_marks(
    target: str, result: str, score: str, severities: list[Severity]
) -> None:
    text = table(rows=row(3, target=target, result=result, score=score))
    assert [check.severity for check in failures("result-is-a-bound", text)] == severities


def test_copied_words_are_no_copied_bounds() -> None:
    assert failures("result-copies-target", bare("社会效益指标", "社会影响", "长期", "长期")) == []
    assert failures("result-copies-target", bare("质量指标", "合格率", "100%", "100%")) == []


@pytest.mark.parametrize(
    ("name", "target", "result", "severity"),
    [
        ("画面清晰率", "2%", "100%", Severity.ERROR),
        ("减少纸张消耗", "10%", "100%", Severity.NOTICE),
    ],
)
def test_implausible_targets(name: str, target: str, result: str, severity: Severity) -> None:
    found = failures("target-implausible", bare("质量指标", name, target, result))
    assert [check.severity for check in found] == [severity]


@pytest.mark.parametrize(
    ("name", "target", "result"), [("故障率", "≤2%", "100%"), ("减少纸张消耗", "60%", "100%"), ("增长率", "2%", "100%")]
)
def test_targets_that_may_well_be_meant(name: str, target: str, result: str) -> None:
    assert failures("target-implausible", bare("质量指标", name, target, result)) == []


@pytest.mark.parametrize(
    "claim", ["各项指标均已完成", "各项绩效指标全部完成", "完成了全年预期指标", "绩效目标完成情况：100%"]
)
def test_claims_that_everything_is_done(claim: str) -> None:
    short = table(rows=row(3, result="92%", score="9"), total="100\t98.5")
    assert outcomes("all-indicators-done", part_four(f"从评价情况来看，{claim}。") + short) == {Outcome.FAILED}


@pytest.mark.parametrize(
    "claim", ["各项指标基本完成", "绩效目标已基本实现", "较好地完成了年初目标", "完成全年目标的95%"]
)
def test_claims_that_leave_something_open(claim: str) -> None:
    short = table(rows=row(3, result="92%", score="9"), total="100\t98.5")
    assert outcomes("all-indicators-done", part_four(f"从评价情况来看，{claim}。") + short) == {Outcome.NOT_APPLICABLE}


def test_a_claim_in_one_projects_report_is_about_its_own_table() -> None:
    short = table(rows=row(3, result="92%", score="9"), total="100\t98.5", project="库房温湿度监测费")
    text = report("该项目完成全年预期指标。") + table() + report("按计划监测。", "库房温湿度监测费") + short
    assert outcomes("all-indicators-done", text) == {Outcome.PASSED}


def test_a_described_result_that_ends_below_its_target_falls_short() -> None:
    told = bare("社会效益指标", "提升服务质量", "100%", "改进查档流程，全年完成92%")
    assert outcomes("all-indicators-done", overall_report("各项指标均已完成。") + told) == {Outcome.FAILED}


TIMELY = "产出指标\t时效指标\t{}及时性\t及时\t100%-80%(含)\t90\t100%\t90\t"
PROBLEMS = "按计划实施。\n二、存在的问题\n{}\n"


def test_late_payment_contradicts_only_the_indicator_of_its_own_verb() -> None:
    late = report(PROBLEMS.format("资金支付不够及时。"))
    paid = completion_table((TIMELY.format("资金支付"),))
    issued = completion_table((TIMELY.format("补贴发放"),))
    assert outcomes("payment-on-time", late + paid) == {Outcome.FAILED}
    assert outcomes("payment-on-time", late + issued) == {Outcome.PASSED}


def test_a_table_may_admit_late_payment_itself() -> None:
    rows = (TIMELY.format("资金支付") + "未按预算进度支付",)
    assert outcomes("payment-on-time", completion_table(rows)) == {Outcome.FAILED}


def test_a_rule_that_is_praised_is_no_admission() -> None:
    praise = report("资金支付不及时的情况没有发生。")
    assert outcomes("payment-on-time", praise + completion_table((TIMELY.format("资金支付"),))) == {Outcome.PASSED}


AIMS = "二、绩效目标明确性\n加工档案大于200卷；查档人员满意度{}；年度预算执行率{}。\n"


def test_a_missed_execution_target_is_an_error_only_where_the_project_is_called_done() -> None:
    half_done = table().replace("\t已完成\n", "\t完成大部\n")
    (notice,) = failures("execution-target", report(AIMS.format("95%", "100%")) + half_done)
    (error,) = failures("execution-target", report(AIMS.format("95%", "100%")) + table())
    assert (notice.severity, error.severity) == (Severity.NOTICE, Severity.ERROR)
    assert any("已完成" in evidence.quote for evidence in error.evidence)


def test_a_satisfaction_that_restates_the_result_is_no_other_target() -> None:
    assert outcomes("satisfaction-target", report(AIMS.format("97%", "95%")) + table()) == {Outcome.PASSED}


def test_a_problem_of_another_project_denies_nothing() -> None:
    text = (
        part_four("开展绩效自评。", "1.“库房温湿度监测费”项目绩效自评情况：发现的主要问题：资金支付延迟。")
        + report(PROBLEMS.format("无"))
        + table()
    )
    assert outcomes("problems-agree", text) == {Outcome.NOT_APPLICABLE}


def test_every_table_without_points_names_its_project() -> None:
    (check,) = failures("result-without-figure", bare("社会效益指标", "查档人次", "≥500人次", "有所增加"))
    assert PROJECT in check.subject


@pytest.mark.parametrize(
    ("name", "target", "result", "missed"),
    [
        ("发放补贴人数", "40人", "30人", True),
        ("补贴标准", "40元", "30元", False),
        ("补贴对象投诉件数", "40件", "30件", False),
    ],
)
def test_people_counted_are_not_spared_as_money_is(name: str, target: str, result: str, missed: bool) -> None:
    text = table(rows=row(0, level3=name, target=target, result=result))
    assert bool(failures("target-missed", text)) is missed
