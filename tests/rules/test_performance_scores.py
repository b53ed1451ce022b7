"""Points, weights, rates and grades of self-evaluations: what is an error, what a notice, what neither."""

from __future__ import annotations

import pytest

from juesuan.checks import Check, Outcome, Severity
from juesuan.examples.evaluation_texts import FUNDS, completion_table, overall_table, report, row, table
from rules.made import checks, outcomes


def only(rule: str, text: str) -> Check:
    found = checks(rule, text)
    assert len(found) == 1, [check.subject for check in found]
    return found[0]


def test_whole_points_are_awarded_and_not_rounded() -> None:
    check = only(
        "evaluation-score-total", table(funds="10\t10\t10\t10\t100%\t10", fiscal="10\t10\t10", total="100\t99.8")
    )
    assert check.outcome is Outcome.FAILED


def test_points_with_decimals_carry_half_a_unit_each() -> None:
    check = only("evaluation-score-total", table(total="100\t99.51"))
    assert check.outcome is Outcome.ROUNDING


def test_the_execution_line_is_added_once_though_its_part_repeats_the_score() -> None:
    text = table().replace("\t\t其中：当年财政拨款\t10\t10\t9.5", "\t\t其中：当年财政拨款\t10\t10\t9.5\t-\t95%\t9.5")
    assert only("evaluation-score-total", text).outcome is Outcome.PASSED


def test_a_total_without_the_execution_line_will_do() -> None:
    assert only("evaluation-score-total", table(total="90\t90")).outcome is Outcome.PASSED


def test_a_total_that_an_unread_score_of_the_execution_would_make_up_is_not_accused() -> None:
    check = only("evaluation-score-total", table(funds="10\t10\t9.5\t\t95%\t", total="100\t99.5"))
    assert check.outcome is Outcome.UNCHECKED


def test_a_rate_that_stands_in_another_column_was_read_out_of_place() -> None:
    check = checks("execution-rate", table(funds="10\t10\t9.5\t95.00%\t9.5%\t9.5"))[0]
    assert check.outcome is Outcome.UNCHECKED


def test_the_quotes_are_rows_of_the_table() -> None:
    check = only("evaluation-score-total", table(total="100\t97.5"))
    quotes = [evidence.quote for evidence in check.evidence]
    assert any("加工卷数 ≥200卷 210卷 30 30" in quote for quote in quotes)
    assert any(quote.endswith("97.5") for quote in quotes)


def test_ten_points_for_execution_are_supposed_where_none_are_printed() -> None:
    assert only("evaluation-weights", table(funds="10\t10\t9.5\t\t95%\t9.5")).outcome is Outcome.PASSED


def test_weights_that_make_a_hundred_without_the_execution_line_will_do() -> None:
    assert only("evaluation-weights", table(rows=row(0, weight="40", score="40"))).outcome is Outcome.PASSED


def test_two_levels_that_differ_by_the_same_points_are_a_row_in_the_wrong_level() -> None:
    moved = row(0, level1="产出指标（70分）")
    rows = (*moved[:2], ("效益指标（10分）", *moved[2][1:]), moved[3])
    assert outcomes("evaluation-level-weights", table(rows=rows)) == {Outcome.UNCHECKED, Outcome.PASSED}


def test_points_without_the_name_of_their_level_are_no_claim() -> None:
    rows = row(0, level1="（40分）")
    assert outcomes("evaluation-level-weights", table(rows=rows)) == {Outcome.UNCHECKED, Outcome.PASSED}


@pytest.mark.parametrize(("funds", "base"), [(FUNDS, "全年预算数"), ("20\t10\t9.5\t10\t47.5%\t4.75", "年初预算数")])
def test_an_execution_rate_may_divide_by_either_budget_and_says_which(funds: str, base: str) -> None:
    check = checks("execution-rate", table(funds=funds, fiscal="20\t10\t9.5"))[0]
    assert check.outcome is Outcome.PASSED
    assert check.right is not None
    assert base in check.right.label


def test_a_rate_printed_as_a_fraction_is_read_as_one() -> None:
    assert checks("execution-rate", table(funds="10\t10\t9.5\t10\t0.95\t9.5"))[0].outcome is Outcome.PASSED


def test_no_money_has_no_rate() -> None:
    text = table(funds="0\t0\t0\t10\t0%\t10", fiscal="0\t0\t0")
    assert checks("execution-rate", text)[0].outcome is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("score", "outcome"),
    [("9.5", Outcome.PASSED), ("10", Outcome.PASSED), ("9", Outcome.ROUNDING), ("8", Outcome.FAILED)],
)
def test_a_whole_execution_score_may_be_rounded(score: str, outcome: Outcome) -> None:
    assert only("execution-score", table(funds=f"10\t10\t9.5\t10\t95%\t{score}")).outcome is outcome


PROPORTIONATE = table(funds="10\t10\t6.4\t10\t64%\t6.4", fiscal="10\t10\t6.4", total="100\t96.4")
ASTRAY = table(funds="10\t10\t5\t10\t50%\t9", fiscal="10\t10\t5", total="100\t99")
STATED = table(
    funds="10\t10\t5\t10\t50%\t9", fiscal="10\t10\t5", total="100\t99", note="注：预算执行率得分=执行率×10分。"
)


@pytest.mark.parametrize(
    ("text", "severity"),
    [(ASTRAY, Severity.NOTICE), (PROPORTIONATE + ASTRAY, Severity.ERROR), (STATED, Severity.ERROR)],
)
def test_points_for_execution_are_an_error_only_where_the_document_counts_by_the_rate(
    text: str, severity: Severity
) -> None:
    failed = [each.severity for each in checks("execution-score", text) if each.outcome is Outcome.FAILED]
    assert failed == [severity]


def test_a_rate_above_a_hundred_earns_no_more_than_the_weight() -> None:
    assert only("execution-score", table(funds="10\t8\t8.4\t10\t105%\t10")).outcome is Outcome.PASSED


def test_a_score_by_the_opening_budget_beside_a_rate_by_the_full_year_budget() -> None:
    check = only("execution-score", table(funds="20\t10\t10\t10\t100%\t5", fiscal="20\t10\t10"))
    assert (check.outcome, check.severity) == (Outcome.FAILED, Severity.ERROR)


def test_rates_of_other_things_are_no_execution_rates() -> None:
    text = overall_table().replace("基本支出预算执行率\t≥90%\t98.89%", "制度执行率\t≥90%\t92%")
    assert only("execution-indicator", text).outcome is Outcome.NOT_APPLICABLE


PLEASED = "满意度指标\t服务对象满意度指标\t查档人员满意度\t{}\t{}\t90\t{}\t90\t"


@pytest.mark.parametrize(
    ("target", "result", "completion", "outcome"),
    [
        ("≥95%", "99%", "104.21%", Outcome.PASSED),
        ("≥95%", "99%", "100%", Outcome.PASSED),
        ("≥95%", "99%", "99%", Outcome.FAILED),
        ("=100%", "95%", "95.00%", Outcome.PASSED),
        ("≤100%", "95%", "105.00%", Outcome.PASSED),
        ("≤100%", "95%", "100%", Outcome.PASSED),
        ("≤5万元", "0.98万元", "19.60%", Outcome.FAILED),
        ("≤10天", "12天", "83.33%", Outcome.PASSED),
        ("≤10天", "12天", "100%", Outcome.FAILED),
        ("10万元", "9.5万元", "100%", Outcome.PASSED),
        ("≥300人", "299人", "99.66%", Outcome.PASSED),
        ("≥300人", "299人", "99.67%", Outcome.PASSED),
    ],
)
def test_completion_follows_from_target_and_result_by_one_of_the_conventions(
    target: str, result: str, completion: str, outcome: Outcome
) -> None:
    text = completion_table((PLEASED.format(target, result, completion),), total="100\t99.5")
    assert only("completion-rate", text).outcome is outcome


def test_bands_of_grading_are_one_notice_a_table_and_no_error() -> None:
    graded = "管理指标\t财务管理\t{}规范性\t规范\t100%-80%(含)\t45\t100%\t40.5\t"
    text = completion_table((graded.format("采购"), graded.format("资产")), total="100\t90.5")
    check = only("deduction-explained", text)
    assert (check.outcome, check.severity) == (Outcome.FAILED, Severity.NOTICE)
    assert len(check.evidence) == 2
    assert outcomes("score-follows-completion", text) == {Outcome.NOT_APPLICABLE}


def test_one_odd_score_is_a_notice_where_the_table_shows_no_custom() -> None:
    slow = "产出指标\t数量指标\t加工卷数\t200卷\t180卷\t90\t90%\t70\t设备故障"
    check = only("score-follows-completion", completion_table((slow,), total="100\t79.5"))
    assert (check.outcome, check.severity) == (Outcome.FAILED, Severity.NOTICE)


def test_one_odd_score_is_an_error_where_the_other_tables_show_a_custom() -> None:
    row_of = "产出指标\t数量指标\t{}\t200卷\t180卷\t45\t90%\t{}\t设备故障"
    usual = completion_table(tuple(row_of.format(name, "40.5") for name in ("加工卷数", "质检卷数")), total="100\t90.5")
    three = usual + completion_table(tuple(row_of.format(name, "40.5") for name in ("装订卷数", "扫描卷数")))
    odd = completion_table((row_of.format("著录卷数", "30"),), total="100\t79.5")
    found = [check.severity for check in checks("score-follows-completion", three + odd) if check.zh]
    assert found == [Severity.ERROR]


SAID = "本项目绩效自评得分{}分，评价等级为{}。"
OWN_GRADES = "说明：评价等级：优秀（90分以上）、良好（80-90分）、较差（60-80分）、差（60分以下）。"


@pytest.mark.parametrize(
    ("score", "grade", "note", "outcome"),
    [
        ("90", "优", "", Outcome.PASSED),
        ("89.9", "优", "", Outcome.FAILED),
        ("82.1", "良好", "", Outcome.PASSED),
        ("60", "中", "", Outcome.PASSED),
        ("59.5", "中", "", Outcome.FAILED),
        ("75", "较差", OWN_GRADES, Outcome.PASSED),
        ("75", "中", OWN_GRADES, Outcome.UNCHECKED),
        ("85", "优秀", OWN_GRADES, Outcome.FAILED),
    ],
)
def test_the_printed_convention_goes_before_the_national_one(
    score: str, grade: str, note: str, outcome: Outcome
) -> None:
    text = report(SAID.format(score, grade)) + table(total=f"100\t{score}", note=note)
    assert outcomes("grade-matches-score", text) == {outcome}


def test_a_grade_in_the_table_is_held_against_its_total() -> None:
    check = only("grade-matches-score", table(grade="中"))
    assert check.outcome is Outcome.FAILED
    assert (check.stated, check.expected) == ("中", "优")


def test_a_score_said_without_a_table_of_points_cannot_be_verified() -> None:
    bare = table().replace("\t分值\t得分\t偏差原因分析", "")
    check = only("reported-score", report(SAID.format("97", "优")) + "\n".join(bare.split("\n")[:-2]) + "\n")
    assert check.severity is Severity.NOTICE


def test_a_total_shown_more_coarsely_is_the_same_score() -> None:
    text = report(SAID.format("99.52", "优")) + table(total="100\t99.5")
    assert only("reported-score", text).outcome is Outcome.PASSED
