"""The unit of a form: printed, usual, or misprinted; and what is said of its head."""

from __future__ import annotations

import re

from juesuan.examples.forms import FORM_05, FORM_06, FORM_09
from rules.made import checks, errors, quoted

FORM_03 = FORM_05.replace("一般公共预算财政拨款支出决算表\n公开05表", "支出决算表\n公开03表").replace(
    "小计", "本年支出合计"
)


def text(form: str) -> str:
    return f"第二部分 2024年度部门决算表\n{FORM_05}\n{form}\n{FORM_06}\n{FORM_09}\n"


def test_a_misprinted_unit_is_one_error_and_its_figures_are_compared_in_the_right_one() -> None:
    misprinted = text(FORM_03.replace("单位：万元", "单位：元"))
    (found,) = errors("form-unit", misprinted)
    assert (found.stated, found.expected) == ("元", "万元")
    assert "单位：元" in quoted(found)
    for rule in ("general-within-all", "restated-totals"):
        assert errors(rule, misprinted) == []


def test_another_unit_with_its_own_figures_is_kept() -> None:
    yuan = re.sub(r"\t(\d+)\.00", r"\t\g<1>0000.00", FORM_03.replace("单位：万元", "单位：元"))
    assert errors("form-unit", text(yuan)) == []
    assert errors("general-within-all", text(yuan)) == []


def test_two_forms_of_one_number_are_an_error_that_shows_both_heads() -> None:
    (found,) = errors("form-number", text(FORM_03.replace("公开03表", "公开06表")))
    assert len(found.evidence) == 2
    assert not errors("form-number", text(FORM_03))
    assert all(check.subject for check in checks("form-number", text(FORM_03)))
