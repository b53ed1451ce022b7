"""The page of a budget: the same report, with the budget's words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from juesuan.auditing import examine
from juesuan.examples.budget_forms import budget
from juesuan.presentation import page
from juesuan.reading import read_text

AUDIT = examine(read_text(budget(), "budget.txt"), Path("budget.txt"), "zh")


def _text(html: str) -> str:
    return re.sub(r"\s+", "", re.sub(r"<[^>]+>", "", html))


def test_the_title_names_a_budget() -> None:
    shown = _text(page.opening(AUDIT).html)
    assert "云岭县档案馆2024年部门预算" in shown and "识别出预算表7张" in shown
    assert "决算" not in shown.replace("不是决算", "").replace("不按决算", "")


def test_a_budget_is_drawn_from_its_own_forms() -> None:
    shown = _text(page.glance(AUDIT).html)
    assert "130.00" in shown and "120.00" in shown and "8.00" in shown
    assert "决算" not in shown
    assert "<img" in page.charts(AUDIT).html


def test_forms_without_printed_number_go_by_their_name() -> None:
    shown = _text(page.forms(AUDIT).html)
    assert "部门收支总表" in shown and "公开51表" not in shown


def test_a_budget_in_english() -> None:
    english = examine(AUDIT.accounts, Path("budget.txt"), "en")
    assert "budget 2024" in _text(page.opening(english).html).replace("budget2024", "budget 2024")
    assert "Summaryformofthebudget" in _text(page.forms(english).html)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_verdict_says_what_was_checked(language: str) -> None:
    audit = examine(AUDIT.accounts, Path("budget.txt"), "zh" if language == "zh" else "en")
    assert str(audit.made) in _text(page.verdict(audit).html)
    assert audit.made > 50
