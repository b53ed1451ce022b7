"""Targets and results as quantities."""

from __future__ import annotations

from decimal import Decimal

import pytest

from juesuan.evaluations.quantities import (
    is_grade_band,
    level_points,
    parse_quantity,
    points_in,
    trailing_percent,
)


@pytest.mark.parametrize(
    ("text", "sign", "value", "unit"),
    [
        ("≥95%", "≥", "95", "%"),
        (">=95％", "≥", "95", "%"),
        ("大于等于12次", "≥", "12", "次"),
        ("不少于 3 期", "≥", "3", "期"),
        ("90%以上", "≥", "90", "%"),
        ("≤15万元", "≤", "15", "万元"),
        ("不超过8.5万元", "≤", "8.5", "万元"),
        ("20天以内", "≤", "20", "天"),
        ("＝100%", "=", "100", "%"),
        ("1,600份", "", "1600", "份"),
        ("≥ 500 人次", "≥", "500", "人次"),
        ("100%%", "", "100", "%"),
        ("0", "", "0", ""),
    ],
)
def test_a_cell_with_one_quantity(text: str, sign: str, value: str, unit: str) -> None:
    quantity = parse_quantity(text)
    assert quantity is not None
    assert (quantity.sign, quantity.amount.value, quantity.amount.unit) == (sign, Decimal(value), unit)


@pytest.mark.parametrize(
    "text", ["", "优", "完成", "2024年", "≥30批次 ≥280人", "100%-80%(含)", "约95%", "资金额度", "≤万分之一"]
)
def test_anything_else_is_no_quantity(text: str) -> None:
    assert parse_quantity(text) is None


def test_the_unit_of_a_column_holds_where_the_cell_names_none() -> None:
    assert parse_quantity("98", "%").amount.unit == "%"  # type: ignore[union-attr]
    assert parse_quantity("98人", "%").amount.unit == "人"  # type: ignore[union-attr]


def test_bounds_are_told_from_results() -> None:
    assert parse_quantity("≤2%").is_ceiling  # type: ignore[union-attr]
    assert parse_quantity("≥2%").is_bound  # type: ignore[union-attr]
    assert not parse_quantity("=2%").is_bound  # type: ignore[union-attr]


def test_a_described_result_ends_in_its_percentage() -> None:
    assert trailing_percent("整理并上架，完成92%").value == 92  # type: ignore[union-attr]
    assert trailing_percent("92%的馆藏已上架") is None


@pytest.mark.parametrize("text", ["100%-80%(含)", "80%~60%（含）", "100-80%"])
def test_bands_of_grading(text: str) -> None:
    assert is_grade_band(text)


def test_points() -> None:
    assert points_in("10分").value == 10  # type: ignore[union-attr]
    assert points_in("≥95%") is None
    assert level_points("产出指标（40分）") == 40
    assert level_points("产出指标") is None
