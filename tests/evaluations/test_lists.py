"""Lists of evaluated projects, one project a row."""

from __future__ import annotations

from evaluations.scored_table import TABLE
from juesuan.evaluations import recognise
from juesuan.readers import load_text
from juesuan.records import Evaluation


def _read(text: str) -> tuple[Evaluation, ...]:
    return recognise(load_text(text, "made"))


LIST = """2024年度项目支出绩效自评结果汇总表

单位：万元

序号\t项目名称\t预算数\t执行数\t执行率（%）\t自评得分\t自评等级
1\t沟渠清淤\t20.00\t18.00\t90.00\t95.5\t优
2\t路灯维护\t10.00\t7.00\t70.00\t82\t良
合计\t\t30.00\t25.00\t83.33\t\t
"""


def test_a_list_gives_each_project_its_money_score_and_grade() -> None:
    whole, first, second = _read(LIST)
    assert (whole.project, whole.title, len(whole.listed)) == ("", "2024年度项目支出绩效自评结果汇总表", 2)
    assert whole.funds[0].executed.text == "25.00"
    assert (first.project, first.total_score.text, first.grade.text) == ("沟渠清淤", "95.5", "优")
    assert (second.funds[0].budget.text, second.funds[0].rate.text) == ("10.00", "70.00")


def test_a_listed_project_with_a_table_of_its_own_is_one_project() -> None:
    found = _read(f"{LIST}\n{TABLE}")
    assert [each.project for each in found] == ["", "沟渠清淤", "路灯维护"]
    assert len(found[2].indicators) == 1


def test_a_list_printed_over_pages_with_its_headings_again_is_one() -> None:
    head = "序号\t项目名称\t预算数\t执行数\t执行率\t得分\n"
    rows = [f"{number}\t项目{name}\t10\t9\t90%\t95\n" for number, name in enumerate("甲乙丙丁", 1)]
    whole, *projects = _read("绩效自评结果汇总表\n" + head + "".join(rows[:2]) + head + "".join(rows[2:]))
    assert [each.project for each in projects] == ["项目甲", "项目乙", "项目丙", "项目丁"]
    assert len(whole.listed) == 4


def test_headings_in_two_rows_over_a_list() -> None:
    _, first, second = _read(
        """项目绩效自评情况一览表

序号\t项目名称\t资金情况（万元）\t\t\t自评结果\t
\t\t预算数\t支出数\t支出率\t得分\t等级
1\t沟渠清淤\t20\t18\t90%\t95.5\t优
2\t路灯维护\t10\t7\t70%\t82\t良
"""
    )
    assert (first.project, first.funds[0].executed.text, first.total_score.text) == ("沟渠清淤", "18", "95.5")
    assert (second.funds[0].rate.text, second.grade.text) == ("70%", "良")
