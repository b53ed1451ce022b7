"""Phase, year and classification of figures, from what their headings say."""

from __future__ import annotations

from decimal import Decimal

import pytest

from juesuan import reading
from juesuan.amounts import Amount
from juesuan.document import Place
from juesuan.fiscal import Phase, economic_code, fiscal_year, function_code, phase_of
from juesuan.kinds.kind import Kind
from juesuan.records import Fact
from run import made

PUBLIC = """甲县乙局2024年度部门决算

第二部分 部门决算表

财政拨款“三公”经费支出决算表
公开09表
部门：甲县乙局\t\t\t\t金额单位：元
项目\t{budget}\t决算数
合计\t300.00\t200.00
1.因公出国（境）费\t0.00\t0.00
2.公务接待费\t300.00\t200.00
"""


def fact(key: str, column: str, code: str = "") -> Fact:
    amount = Amount(Decimal(1), "元", 2, "1.00")
    return Fact("05", 1, code, "合计", column, key, amount, Place(line=1), "合计 1.00")


@pytest.mark.parametrize(
    ("key", "column", "phase"),
    [
        ("total", "本年支出/合计", Phase.EXECUTED),
        ("final:reception", "决算数/公务接待费", Phase.EXECUTED),
        ("opening", "年初结转和结余", Phase.EXECUTED),  # money carried in, no budget
        ("opening_budget:income", "收入/年初预算数", Phase.APPROVED),
        ("budget:income", "收入/全年预算数", Phase.ADJUSTED),
        ("budget:total", "预算数/合计", Phase.ADJUSTED),
        ("budget:total", "年初预算数/合计", Phase.APPROVED),
        ("prior:total", "上年决算数", Phase.EXECUTED),
        ("prior:total", "上年预算数", Phase.APPROVED),
        ("prior:total", "上年预算执行数", Phase.EXECUTED),
        ("change:total", "增减额", Phase.NONE),
        ("备注金额", "备注金额", Phase.NONE),  # a heading that was not understood
    ],
)
def test_the_heading_tells_the_phase(key: str, column: str, phase: Phase) -> None:
    assert phase_of(fact(key, column), Kind.FINAL_ACCOUNTS) is phase


def test_a_budget_s_figures_are_approved_unless_their_heading_says_otherwise() -> None:
    assert phase_of(fact("total", "合计"), Kind.BUDGET) is Phase.APPROVED
    assert phase_of(fact("budget:reception", "2025年预算数/公务接待费"), Kind.BUDGET) is Phase.APPROVED
    assert phase_of(fact("budget:reception", "调整预算数/公务接待费"), Kind.BUDGET) is Phase.ADJUSTED
    assert phase_of(fact("prior:total", "上年执行数"), Kind.BUDGET) is Phase.EXECUTED


def test_a_column_of_the_prior_year_is_of_the_year_before() -> None:
    assert fiscal_year(fact("prior:total", "上年决算数"), "2024") == "2023"
    assert fiscal_year(fact("total", "合计"), "2024") == "2024"
    assert fiscal_year(fact("prior:total", "上年决算数"), "") == ""


def test_a_code_is_of_one_classification_or_none() -> None:
    codes = {code: (function_code(made), economic_code(made)) for code in ("20103", "30201", "50101", "") for made in
             [fact("total", "合计", code)]}  # fmt: skip
    assert codes == {"20103": ("20103", ""), "30201": ("", "30201"), "50101": ("", "50101"), "": ("", "")}


def test_a_form_with_budget_and_final_figures_has_two_phases() -> None:
    accounts = reading.read_text(PUBLIC.format(budget="全年预算数"), "made.txt")
    phases = {(str(each.amount.value), phase_of(each, accounts.kind)) for each in accounts.facts if each.amount.value}
    assert phases == {("300.00", Phase.ADJUSTED), ("200.00", Phase.EXECUTED)}


def test_accounts_alone_are_executed() -> None:
    accounts = reading.read_text(made.text("甲县乙局"), "made.txt")
    assert {phase_of(each, accounts.kind) for each in accounts.facts} == {Phase.EXECUTED}
