"""Two years of one department: what must carry over, and what happens where it does not."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from juesuan import across
from juesuan.accounts import Accounts
from juesuan.auditing import Audit
from juesuan.checks import Outcome
from juesuan.panel import documents
from juesuan.presentation import comparison
from juesuan.reading import read_text
from presentation import made

PROSE = """
第三部分 2024年度部门决算情况说明

一、收入支出决算总体情况说明

2024年度收、支总计均为{final}万元。与上年度相比，收、支总计各{word}{change}万元。
"""


def _earlier() -> Accounts:
    return dataclasses.replace(made.accounts(), year="2023")


def _later(final: str, word: str, change: str) -> Accounts:
    text = made.DISCLOSURE.format(name=made.NAME) + PROSE.format(final=final, word=word, change=change)
    return dataclasses.replace(read_text(text), year="2024")


@pytest.mark.parametrize(
    ("final", "word", "change", "outcome"),
    [
        ("520.00", "增加", "20.00", Outcome.PASSED),
        ("480.00", "减少", "20.00", Outcome.PASSED),
        ("520.00", "增加", "20.01", Outcome.ROUNDING),
        ("520.00", "增加", "30.00", Outcome.FAILED),
        ("520.00", "减少", "20.00", Outcome.FAILED),
    ],
)
def test_the_prior_year_that_is_implied_is_the_one_published(
    final: str, word: str, change: str, outcome: Outcome
) -> None:
    (pair,) = across.consecutive([_later(final, word, change), _earlier()])
    made_ = {check.subject: check for check in across.checks(pair)}
    assert made_[f"{made.NAME}：收入支出总计（2023—2024）"].outcome is outcome


def test_closing_balances_open_the_next_year() -> None:
    earlier, later = _earlier(), dataclasses.replace(made.accounts(), year="2024")
    closing = dataclasses.replace(next(earlier.column("01", "expenditure")), item="年末结转和结余", code="", row=98)
    opening = dataclasses.replace(next(later.column("01", "income")), item="年初结转和结余", code="", row=99)
    earlier = dataclasses.replace(earlier, facts=(*earlier.facts, closing))
    later = dataclasses.replace(later, facts=(*later.facts, opening))
    check = next(across.checks(across.Years(earlier, later)))
    assert check.outcome is Outcome.FAILED
    assert (check.stated, check.expected) == ("480.00万元", "400.00万元")
    missing = next(across.checks(across.Years(made.accounts(), later)))
    assert missing.outcome is Outcome.UNCHECKED


def test_only_consecutive_years_of_one_department_are_paired() -> None:
    known = made.accounts()
    years = [dataclasses.replace(known, year=year) for year in ("2021", "2023", "2024", "")]
    other = dataclasses.replace(known, year="2022", department="别的局")
    assert [(pair.earlier.year, pair.later.year) for pair in across.consecutive([*years, other])] == [("2023", "2024")]


def test_lines_of_two_published_years_stand_side_by_side() -> None:
    audits = [Audit(Path(), known, (), (), (), "zh") for known in (_earlier(), _later("520.00", "增加", "20.00"))]
    shown = comparison.growth(documents.of_audits(audits)).html
    assert f"{made.NAME} 2023—2024" in shown
    assert shown.count("±0.00%") == 3  # the three lines of form 05 are the same in both years
    assert "1对相邻年度" in comparison.years(documents.of_audits(audits)).html
