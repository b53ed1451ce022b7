"""The self-evaluations of real disclosures: how many there are, and what their figures sum to."""

from __future__ import annotations

from decimal import Decimal

import pytest

from conftest import Read
from juesuan.records import Evaluation


def _sum(tables: tuple[Evaluation, ...], column: str) -> Decimal:
    lines = [next(line for line in each.funds if line.kind == "total") for each in tables if not each.overall]
    amounts = [getattr(line, column).amount for line in lines]
    assert all(amounts)
    return sum((amount.value for amount in amounts), Decimal(0))


@pytest.mark.parametrize(
    ("beginning", "overall", "projects"), [("000", 1, 8), ("001", 1, 2), ("002", 1, 4), ("003", 0, 13), ("004", 0, 4)]
)
def test_every_table_is_found(accounts: Read, beginning: str, overall: int, projects: int) -> None:
    tables = accounts(beginning).evaluations
    assert sum(each.overall for each in tables) == overall
    assert sum(not each.overall for each in tables) == projects
    assert all(each.project for each in tables if not each.overall)


@pytest.mark.parametrize("beginning", ["ghzyj", "shgzb"])
def test_a_disclosure_without_tables_has_none(accounts: Read, beginning: str) -> None:
    assert accounts(beginning).evaluations == ()


@pytest.mark.parametrize(
    ("beginning", "column", "value"),
    [
        ("000", "executed", "257.57"),
        ("000", "budget", "305.50"),
        ("001", "executed", "1.98"),
        ("002", "executed", "179.61"),
        ("003", "budget", "969.33"),
        ("003", "executed", "882.01"),
        ("004", "executed", "132.87"),
    ],
)
def test_project_money_sums(accounts: Read, beginning: str, column: str, value: str) -> None:
    assert _sum(accounts(beginning).evaluations, column) == Decimal(value)


@pytest.mark.parametrize(
    ("beginning", "counts"),
    [
        ("000", [8, 7, 7, 7, 8, 7, 7, 7, 7]),
        ("001", [18, 9, 6]),
        ("002", [11, 5, 5, 5, 6]),
        ("003", [3, 4, 4, 4, 7, 5, 4, 5, 5, 8, 5, 5, 4]),
        ("004", [13, 10, 9, 10]),
    ],
)
def test_every_indicator_is_read_and_no_template_row(accounts: Read, beginning: str, counts: list[int]) -> None:
    assert [len(each.indicators) for each in accounts(beginning).evaluations] == counts


@pytest.mark.parametrize("beginning", ["001", "003", "004"])
def test_weights_make_up_the_full_marks(accounts: Read, beginning: str) -> None:
    for each in accounts(beginning).evaluations:
        if each.doubt:
            continue
        weights = [indicator.weight.amount.value for indicator in each.indicators if indicator.weight.amount]
        execution = [line.weight.amount.value for line in each.funds if line.weight.amount] or [Decimal(10)]
        assert sum(weights) + execution[0] == 100, each.project


def test_only_the_table_whose_last_columns_were_lost_is_in_doubt(accounts: Read) -> None:
    tables = accounts("003").evaluations
    assert [bool(each.doubt) for each in tables].count(True) == 1
    sure = [each for each in tables if not each.doubt]
    assert not any(indicator.target.doubt for each in sure for indicator in each.indicators)


def test_raw_text_keeps_the_order_of_weight_unit_and_rate(accounts: Read) -> None:
    costs = [each for table in accounts("001").evaluations for each in table.indicators if "成本" in each.level2]
    overrun = costs[0]
    assert (overrun.weight.text, overrun.unit, overrun.completion.text, overrun.score.text) == (
        "20",
        "万元",
        "19.60%",
        "3.92",
    )
    assert overrun.reason == "项目调整"


def test_blank_labels_are_kept(accounts: Read) -> None:
    overall, *projects = accounts("000").evaluations
    assert "金额合计" in overall.blanks
    assert all("主管部门及代码" in each.blanks for each in projects)
    assert any("社会效益指标" in each.blanks for each in projects)


def test_notes_below_a_table_are_its_conventions(accounts: Read) -> None:
    noted = [each for each in accounts("003").evaluations if each.conventions]
    assert len(noted) == 12  # the one that was cut off has none
    assert any("等级" in note for note in noted[0].conventions)
