"""Targets of projects in budgets, in a form for each project and in one list; and what became of them."""

from __future__ import annotations

import pytest

from juesuan import project_results
from juesuan.accounts import Accounts
from juesuan.budget_year import UNSURE_SCOPE, BudgetYear
from juesuan.checks import Check, Outcome, Severity
from juesuan.reading import read_text

BUDGET = "梨花县水务局\n2024年部门预算\n第二部分 2024年部门预算表\n"
FORM = (
    BUDGET
    + """项目支出绩效目标表
项目名称\t河道清淤\t\t\t
主管部门\t梨花县水务局\t实施单位\t梨花县水文站\t
项目资金（万元）\t年度资金总额\t60.00\t\t
总体目标\t疏浚河道\t\t\t
一级指标\t二级指标\t三级指标\t指标值\t
产出指标\t数量指标\t清淤长度\t≥12公里\t
\t质量指标\t验收合格率\t≥95%\t
满意度指标\t服务对象满意度指标\t群众满意度\t≥90%\t
"""
)
LIST = (
    BUDGET
    + """项目支出绩效目标表
单位：万元
项目名称\t预算数\t年度绩效目标\t一级指标\t二级指标\t三级指标\t指标性质\t指标值\t度量单位\t权重
河道清淤\t60.00\t疏浚河道\t产出指标\t数量指标\t清淤长度\t≥\t12\t公里\t20
\t\t\t\t质量指标\t验收合格率\t≥\t95\t%\t20
\t\t\t满意度指标\t服务对象满意度指标\t群众满意度\t≥\t90\t%\t10
水文监测\t40.00\t监测水文\t产出指标\t数量指标\t监测站点\t＝\t8\t个\t30
"""
)
EVALUATED = """梨花县水务局
2024年度部门决算
项目支出绩效自评表
项目名称\t河道清淤\t\t\t\t\t
主管部门\t梨花县水务局\t\t实施单位\t梨花县水文站\t\t
项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t得分
\t年度资金总额\t{money}\t60.00\t60.00\t10\t10
一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分
产出指标\t数量指标\t清淤长度\t{length}\t10公里\t50\t50
产出指标\t质量指标\t{quality}\t≥95%\t97%\t30\t30
满意度指标\t服务对象满意度指标\t群众满意度\t≥90%\t95%\t10\t10
总分\t\t\t\t\t100\t100
"""


def evaluated(length: str = "≥12公里", quality: str = "验收合格率", money: str = "60.00") -> Accounts:
    return read_text(EVALUATED.format(length=length, quality=quality, money=money))


def failed(final: Accounts) -> list[Check]:
    made = project_results.checks(BudgetYear(read_text(FORM), final))
    return [check for check in made if check.outcome is Outcome.FAILED]


@pytest.mark.parametrize("text", [FORM, LIST], ids=["a form each", "one list"])
def test_targets_are_read_with_their_project_and_money(text: str) -> None:
    accounts = read_text(text)
    first = accounts.evaluations[0]
    assert first.project == "河道清淤" and not first.has_scores
    assert str(first.funds[0].budget.amount) == "60.00万元"
    assert [(each.level1, each.level3, str(each.target.amount)) for each in first.indicators] == [
        ("产出指标", "清淤长度", "12公里"),
        ("产出指标", "验收合格率", "95%"),
        ("满意度指标", "群众满意度", "90%"),
    ]
    assert len(accounts.evaluations) == (1 if text is FORM else 2)


def test_a_table_of_results_is_no_table_of_targets() -> None:
    accounts = read_text(EVALUATED.format(length="≥12公里", quality="验收合格率", money="60.00"))
    assert [each.has_scores for each in accounts.evaluations] == [True]


def test_kept_targets_are_no_question() -> None:
    final = evaluated()
    assert failed(final) == []
    (first, *_) = project_results.results(BudgetYear(read_text(LIST), final))
    assert first.evaluated is not None
    assert (first.approved.target.text, first.evaluated.actual.text) == ("12", "10公里")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"length": "≥10公里"}, "12公里，自评表改为10公里，实际完成10公里"),
        ({"quality": "按期完成率"}, "“验收合格率”（≥95%）不在自评表中"),
        ({"money": "48.00"}, "48.00万元"),
    ],
)
def test_what_was_moved_or_left_out_is_asked(changed: dict[str, str], said: str) -> None:
    (check,) = failed(evaluated(**changed))
    assert check.severity is Severity.REVIEW
    assert said in check.zh
    assert check.evidence


def test_of_an_uncertain_pair_nothing_is_asked() -> None:
    pair = BudgetYear(read_text(FORM), evaluated(length="≥10公里"), UNSURE_SCOPE)
    assert {check.outcome for check in project_results.checks(pair)} == {Outcome.UNCHECKED}
