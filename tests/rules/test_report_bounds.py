"""Reports held against themselves, against part three and against what they list."""

from __future__ import annotations

import pytest

from juesuan.checks import Outcome, Severity
from juesuan.examples.evaluation_texts import overall_report, part_four, report, table, with_forms
from rules.made import PUBLIC, errors, failures, outcomes, said

KEPT = f"{PUBLIC}（三）“三公”经费财政拨款支出决算实物量情况\n2024年度公务用车购置0辆，公务用车保有量为{{}}辆。\n"
OWNED = "十二、国有资产占用情况说明\n截至2024年12月31日，本部门共有车辆3辆。"


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("项目预算12万元，实际支出9.5万元，收回资金2.5万元。", Outcome.PASSED),
        ("项目预算12万元，实际支出9.5万元，收回资金2.9万元。", Outcome.FAILED),
        ("项目预算12万元，实际支出9.5万元，结转资金1万元，收回资金1.5万元。", Outcome.PASSED),
        ("累计节约资金2.9万元。", Outcome.NOT_APPLICABLE),
    ],
)
def test_what_is_left_is_what_was_not_spent(text: str, outcome: Outcome) -> None:
    assert outcomes("money-left", report(text) + table()) == {outcome}


@pytest.mark.parametrize(
    ("again", "outcome"),
    [
        ("本年资金到位12万元。", Outcome.FAILED),
        ("本年省级资金到位6万元。", Outcome.NOT_APPLICABLE),
        ("计划到位资金12万元，实际到位10万元。", Outcome.NOT_APPLICABLE),
    ],
)
def test_receipts_of_one_kind_are_said_alike(again: str, outcome: Outcome) -> None:
    assert outcomes("receipts-agree", report(f"2024年度资金到位10万元。\n{again}") + table()) == {outcome}


@pytest.mark.parametrize(("received", "found"), [("10万元", 0), ("8万元", 1)])
def test_a_report_spends_no_more_than_it_says_it_received(received: str, found: int) -> None:
    text = report(f"本年度财政拨入{received}，用于档案加工。\n对照目标，实际支出9.5万元。") + table()
    assert len(errors("spending-within-receipts", text)) == found


@pytest.mark.parametrize(("kept", "severities"), [(3, []), (2, [Severity.NOTICE]), (5, [Severity.ERROR])])
def test_no_more_vehicles_are_kept_than_owned(kept: int, severities: list[Severity]) -> None:
    assert [check.severity for check in failures("vehicles-kept", said(KEPT.format(kept), OWNED))] == severities


@pytest.mark.parametrize(("share", "outcome"), [("25.00%", Outcome.PASSED), ("52.00%", Outcome.FAILED)])
def test_the_share_evaluated_of_all_general_expenditure(share: str, outcome: Outcome) -> None:
    told = f"对2024年度项目支出开展绩效自评，共涉及资金30.00万元，占一般公共预算财政拨款支出的{share}。"
    assert outcomes("evaluated-share", with_forms(part_four(told))) == {outcome}


@pytest.mark.parametrize(("count", "severity"), [("3", Severity.ERROR), ("1", Severity.ERROR), ("2", None)])
def test_a_count_beside_a_list_as_long_as_there_are_tables(count: str, severity: Severity | None) -> None:
    other = "库房温湿度监测费"
    told = part_four(f"组织对档案数字化加工经费、{other}等{count}个项目开展了部门评价。")
    found = failures("project-count", told + table() + table(project=other))
    assert [check.severity for check in found] == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("second", "found"),
    [("项目绩效自评得分为89.76分。", 1), ("产出指标自评得分为50分。", 0), ("成本方面自评得分为20分。", 0)],
)
def test_a_second_score_of_the_project_itself_is_compared_too(second: str, found: int) -> None:
    text = report(f"经评价，自评得分99.5分。\n{second}") + table()
    assert len(failures("reported-score", text)) == found


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        ("“三公”经费支出全年预算数为8.00万元，支出决算为6.50万元。", Outcome.PASSED),
        ("“三公”经费支出全年预算数为9.00万元，支出决算为6.50万元。", Outcome.FAILED),
    ],
)
def test_the_overall_report_restates_budgets_of_the_forms(told: str, outcome: Outcome) -> None:
    text = with_forms(overall_report(f"二、部门整体支出管理及使用情况\n（三）“三公”经费情况\n2024年度{told}"))
    assert outcome in outcomes("overall-report-restates-forms", text)
