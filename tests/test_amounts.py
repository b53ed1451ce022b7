"""Amounts: what is displayed comes back, and a figure's interval is what can round to it."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from juesuan.amounts import PERCENT, TEN_THOUSAND, YUAN, Amount, Interval, is_blank, parse_amount, plain

decimals = st.integers(0, 6)
values = st.builds(lambda digits, places: Decimal(digits).scaleb(-places), st.integers(-(10**14), 10**14), decimals)


def shown(value: Decimal) -> Amount:
    amount = parse_amount(plain(value), YUAN)
    assert amount is not None
    return amount


@given(values)
def test_what_is_printed_is_read_back(value: Decimal) -> None:
    amount = shown(value)
    assert amount.value == value
    assert amount.decimals == -value.as_tuple().exponent
    assert plain(amount.value, amount.decimals) == plain(value)


@given(values)
def test_thousands_separators_change_nothing(value: Decimal) -> None:
    assert parse_amount(f"{value:,f}", YUAN).value == value  # type: ignore[union-attr]


@given(values, decimals)
def test_the_interval_of_a_rounded_figure_holds_the_figure(value: Decimal, places: int) -> None:
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    assume(rounded != 0 or places > 0)
    assert value in shown(rounded).interval


@pytest.mark.parametrize(("text", "unit"), [("0", YUAN), ("12", "辆"), ("0", "人")])
def test_a_bare_zero_and_things_counted_are_exact(text: str, unit: str) -> None:
    amount = parse_amount(text, unit)
    assert amount is not None
    assert amount.interval == Interval(amount.value, amount.value)


@given(values)
def test_money_keeps_value_and_precision_over_units(value: Decimal) -> None:
    amount = shown(value)
    moved = amount.into(TEN_THOUSAND)
    assert moved.value * 10000 == amount.value
    assert moved.decimals == amount.decimals + 4
    assert moved.into(YUAN) == amount


@given(values, values)
def test_intervals_are_as_far_apart_as_what_lies_between(one: Decimal, other: Decimal) -> None:
    low, high = sorted((one, other))
    first, second = Interval(low, low), Interval(high, high)
    assert first.gap(second) == second.gap(first) == high - low
    assert first.meets(second) == (low == high)


@given(values, values, values, values)
def test_arithmetic_of_intervals_holds_every_result(a: Decimal, b: Decimal, c: Decimal, d: Decimal) -> None:
    one, other = Interval(*sorted((a, b))), Interval(*sorted((c, d)))
    assert a + c in one + other
    assert b - d in one - other
    assert a * 7 in one * Decimal(7)


def test_a_quotient_needs_a_divisor_away_from_zero() -> None:
    assert Decimal(2) in Interval(Decimal(1), Decimal(4)) / Interval(Decimal(1), Decimal(2))
    with pytest.raises(ZeroDivisionError):
        Interval(Decimal(1), Decimal(1)) / Interval(Decimal(-1), Decimal(1))


@pytest.mark.parametrize(
    ("text", "value", "places"),
    [
        ("1,234.50", "1234.50", 2),
        ("¥1,234.50", "1234.50", 2),
        ("￥ 3", "3", 0),
        ("１，２３４．５", "1234.5", 1),
        ("-0.30", "-0.30", 2),
        ("－3", "-3", 0),
        ("−3", "-3", 0),
        ("（0.15）", "-0.15", 2),
        ("+4.5", "4.5", 1),
        ("- 7", "-7", 0),
        ("2,678.8 2", "2678.82", 2),
        ("1,234,56\n7.89", "1234567.89", 2),
        ("123456\n7.89", "1234567.89", 2),
        ("1,234,567.\n89", "1234567.89", 2),
        ("0", "0", 0),
    ],
)
def test_figures_in_every_dress(text: str, value: str, places: int) -> None:
    amount = parse_amount(text, YUAN)
    assert amount is not None
    assert (amount.value, amount.decimals, amount.unit) == (Decimal(value), places, YUAN)
    assert amount.displayed == "".join(text.split())


@pytest.mark.parametrize("text", ["58.62%", "58.62 %", "５８．６２％"])
def test_a_percent_sign_sets_the_unit(text: str) -> None:
    amount = parse_amount(text, YUAN)
    assert amount is not None
    assert (amount.value, amount.unit, str(amount)) == (Decimal("58.62"), PERCENT, "58.62%")


@pytest.mark.parametrize(
    "text", ["30 30", "2.85 0", "1,234 567", "12 345.67", "95\n2", "1,23", "1.2.3", "12人", "十二", "00", "01.50"]
)
def test_what_is_not_one_number_is_none(text: str) -> None:
    assert parse_amount(text, YUAN) is None


@pytest.mark.parametrize("text", ["", " ", "-", "—", "——", "－", "/", "\u3000"])
def test_blanks_say_nothing(text: str) -> None:
    assert is_blank(text)
    assert parse_amount(text, YUAN) is None


def test_a_zero_is_not_blank() -> None:
    assert not is_blank("0.00")


def test_units_other_than_money_do_not_convert() -> None:
    amount = parse_amount("3", "辆")
    assert amount is not None
    assert not amount.is_money
    with pytest.raises(ValueError, match="辆"):
        amount.into(YUAN)


def test_plain_pads_and_never_cuts() -> None:
    assert plain(Decimal("3"), 2) == "3.00"
    assert plain(Decimal("3.14159"), 2) == "3.14159"
    assert plain(Decimal("3.1400"), 2) == "3.14"
    assert plain(Decimal("1E+3")) == "1000"
