"""What is said beside the three public expenses' own figures, and projects counted by grade."""

from __future__ import annotations

import pytest

from juesuan.checks import Outcome, Severity
from juesuan.examples.form_set import FORM_03
from juesuan.examples.forms import FORM_05, FORM_09
from rules.made import COST, OVERALL, PUBLIC, errors, failures, outcomes, quoted, said

KINDS = PUBLIC + "（二）“三公”经费财政拨款支出决算具体情况说明\n3.公务接待费支出决算为{}万元。其中：\n{}"
STAGES = (
    "十、预算绩效管理情况\n编报绩效目标的2024年度项目{}个，涉及预算金额{}万元；"
    "绩效自评的2024年度项目6个，涉及预算金额88.00万元，"
)
GRADES = "平均得分{}分（其中，绩效评级为“优”的项目{}个；绩效评级为“良”的项目{}个）。"


@pytest.mark.parametrize(
    ("kinds", "found"),
    [
        ("国内公务接待支出1.50万元（含外宾接待支出0.20万元）。", 0),
        ("国内公务接待支出1.90万元（含外宾接待支出0.20万元）。", 1),
        ("国内公务接待支出1.20万元。", 0),
        ("外事接待支出0.70万元。\n其他国内公务接待支出0.90万元。", 1),
    ],
)
def test_receptions_by_kind_are_part_of_all_receptions(kinds: str, found: int) -> None:
    assert len(errors("prose-parts-reception", said(KINDS.format("1.50", kinds)))) == found


@pytest.mark.parametrize(
    ("rate", "outcome"),
    [
        ("完成预算的75.00%", Outcome.PASSED),
        ("完成预算的77.00%", Outcome.FAILED),
        ("完成年初预算的77.00%", Outcome.NOT_APPLICABLE),  # form 09 may show the adjusted budget
    ],
)
def test_a_rate_without_its_budget_is_held_against_the_form(rate: str, outcome: Outcome) -> None:
    text = f"{FORM_09}\n" + said(f"{PUBLIC}2024年度公务接待费支出决算为1.50万元，{rate}。")
    assert outcomes("public-completion-by-form", text) == {outcome}


def test_a_reason_that_turns_a_change_round_is_an_error() -> None:
    told = (
        "2024年度“三公”经费支出决算为6.50万元，较上年决算数减少2.00万元，下降23.53%，"
        "主要原因是公务接待费增加0.50万元。\n"
    )
    own = "3.公务接待费支出决算为1.50万元，较上年决算数减少0.50万元，下降25.00%。"
    found = errors("public-reason-restates", said(PUBLIC + told + own))
    assert len(found) == 1
    assert "公务接待费增加0.50万元" in quoted(found[0])


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        (COST + "机关运行经费支出15.00万元，比上年增加15.00万元。", Outcome.PASSED),
        (COST + "机关运行经费支出15.00万元，比上年增加51.00万元。", Outcome.FAILED),
        (COST + "机关运行经费支出15.00万元，比上年减少51.00万元。", Outcome.NOT_APPLICABLE),
        (OVERALL + "年末结转和结余0.00万元，较上年增加0.30万元。", Outcome.NOT_APPLICABLE),
    ],
)
def test_nothing_grows_by_more_than_it_is(sentence: str, outcome: Outcome) -> None:
    assert outcomes("increase-within-year", said(sentence)) == {outcome}


@pytest.mark.parametrize(
    ("average", "first", "second", "outcome"),
    [
        ("99.50", 6, 0, Outcome.PASSED),
        ("109.50", 6, 0, Outcome.FAILED),
        ("89.99", 6, 0, Outcome.FAILED),
        ("85.00", 0, 6, Outcome.PASSED),
        ("95.00", 0, 6, Outcome.FAILED),
    ],
)
def test_an_average_lies_where_the_grades_allow(average: str, first: int, second: int, outcome: Outcome) -> None:
    text = said(STAGES.format(6, "88.00") + GRADES.format(average, first, second))
    assert outcomes("average-fits-grades", text) == {outcome}


def test_more_graded_than_evaluated_is_an_error_and_fewer_of_few_grades_is_not() -> None:
    assert errors("grades-counted", said(STAGES.format(6, "88.00") + GRADES.format("93.00", 5, 2)))
    assert not errors("grades-counted", said(STAGES.format(6, "88.00") + GRADES.format("93.00", 3, 2)))


@pytest.mark.parametrize(
    ("count", "money", "severities"),
    [(6, "88.00", []), (5, "88.00", [Severity.ERROR]), (6, "80.00", [Severity.NOTICE]), (5, "80.00", [])],
)
def test_one_sum_is_of_one_number_of_projects(count: int, money: str, severities: list[Severity]) -> None:
    text = said(STAGES.format(count, money) + GRADES.format("93.00", 4, 2))
    assert [check.severity for check in failures("evaluated-alike", text)] == severities


LISTED = (
    "财政拨款{}120.00万元，较上年增加10.00万元，主要原因是取暖费{}6.00万元；维修费增加{}万元；印刷费减少1.00万元。\n"
)


@pytest.mark.parametrize(
    ("way", "second", "found"),
    [
        ("增加", "5.00", []),
        ("增加", "8.00", ["8.00"]),
        ("减少", "5.00", ["6.00"]),
        ("减少", "8.00", []),  # differs in two figures: another list
    ],
)
def test_of_two_lists_of_reasons_the_one_that_adds_up_is_right(way: str, second: str, found: list[str]) -> None:
    both = LISTED.format("收入", "增加", "5.00") + LISTED.format("支出", way, second)
    told = errors("reason-lists-agree", said("四、财政拨款收入支出决算总体情况说明\n" + both))
    assert [check.stated.removesuffix(" 万元").removesuffix("万元") for check in told] == found


ITEM = (
    "五、一般公共预算财政拨款支出决算情况说明\n（三）一般公共预算财政拨款支出决算具体情况\n"
    "教育支出{}，支出决算为48.00万元，完成{}的{}。"
)


@pytest.mark.parametrize(
    ("budget", "named", "rate", "found"),
    [
        ("年初预算为60.00万元", "年初预算", "80.00%", 0),
        ("年初预算为60.00万元", "全年预算", "80.00%", 1),
        ("全年预算为60.00万元", "年初预算", "80.00%", 1),
        ("年初预算为60.00万元", "全年预算", "96.00%", 0),  # of a budget that is not said
        ("年初预算为60.00万元，全年预算为50.00万元", "全年预算", "96.00%", 0),
        ("年初预算为60.00万元", "预算", "80.00%", 0),
    ],
)
def test_a_rate_names_the_budget_beside_it(budget: str, named: str, rate: str, found: int) -> None:
    assert len(errors("completion-names-budget", said(ITEM.format(budget, named, rate)))) == found


@pytest.mark.parametrize(
    ("rate", "severity"), [("100.00%", Severity.NOTICE), ("40.00%", Severity.ERROR), ("150000.00%", Severity.NOTICE)]
)
def test_growth_from_nothing_is_an_error_where_it_is_no_custom(rate: str, severity: Severity) -> None:
    told = said(f"{COST}机关运行经费支出15.00万元，比上年增加15.00万元，增长{rate}。")
    assert [check.severity for check in failures("prose-growth", told)] == [severity]


CHANGED = (
    "五、一般公共预算财政拨款支出决算情况说明\n（一）一般公共预算财政拨款支出决算总体情况\n"
    "2024年度一般公共预算财政拨款支出120.00万元，较上年决算数增加{}万元。\n"
    "六、一般公共预算财政拨款基本支出决算情况说明\n"
    "人员经费75.00万元，较上年决算数减少10.00万元。\n公用经费15.00万元，较上年决算数减少5.00万元。"
)


@pytest.mark.parametrize(
    ("more", "severities"),
    [("5.00", []), ("14.98", [Severity.NOTICE]), ("15.00", [Severity.NOTICE]), ("15.50", [Severity.ERROR])],
)
def test_basic_expenditure_last_year_was_within_all(more: str, severities: list[Severity]) -> None:
    text = f"{FORM_05}\n" + said(CHANGED.format(more))
    assert [check.severity for check in failures("prior-basic-within-total", text)] == severities


OWN_CHANGES = (
    "五、一般公共预算财政拨款支出决算情况说明\n（一）一般公共预算财政拨款支出决算总体情况\n"
    "一般公共预算财政拨款支出120.00万元，较上年决算数减少5.00万元，下降4.00%。\n"
    "六、一般公共预算财政拨款基本支出决算情况说明\n一般公共预算财政拨款基本支出90.00万元。其中：\n"
    "人员经费75.00万元，较上年决算数减少10.00万元，下降11.76%。\n"
    "公用经费15.00万元，较上年决算数减少5.00万元，下降25.00%。\n"
)


@pytest.mark.parametrize(
    ("reason", "found"),
    [
        ("公用经费减少，项目经费开支也减少", 1),  # 5.00 less in all, 15.00 less of these two
        ("公用经费减少，项目经费增加", 0),
        ("人员经费较上年增加", 1),
        ("人员经费较上年减少", 0),
        ("办公用房搬迁", 0),
    ],
)
def test_a_reason_in_words_fits_the_changes_told_elsewhere(reason: str, found: int) -> None:
    overall = f"{OVERALL}收、支总计120.00万元，与上年相比各减少5.00万元，下降4.00%，主要原因是{reason}。"
    assert len(errors("reason-direction-implied", said(overall, OWN_CHANGES))) == found


@pytest.mark.parametrize(
    ("reason", "found"),
    [
        ("一般行政管理事务经费增加31.00万元", 1),  # form 03 shows 30.00
        ("一般行政管理事务经费增加30.00万元", 0),
        ("办公费增加31.00万元", 0),  # paid under many items
    ],
)
def test_a_reason_grows_by_no_more_than_its_item(reason: str, found: int) -> None:
    text = f"{FORM_03}\n" + said(f"{OVERALL}收、支总计120.00万元，比上年增加40.00万元，主要原因是{reason}。")
    assert len(errors("increase-within-year", text)) == found
