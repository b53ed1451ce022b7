"""Forms beyond the statutory ones are read under keys of their own, and take no statutory form's place."""

from __future__ import annotations

import pytest

from juesuan.forms.statutory import FORMS
from juesuan.forms.titles import form_titled
from juesuan.reading import read_text

PROJECTS = (
    "{}\n公开09表\n单位：万元\n科目编码\t科目名称\t金额\n合计\t\t30.00\n206\t科学技术支出\t30.00\n"
    "20604\t技术研究与开发\t30.00\n2060404\t科技成果转化与扩散\t18.00\n2060499\t其他技术研究与开发支出\t12.00\n"
)


@pytest.mark.parametrize("separator", ["\t", " "])
def test_project_spending_of_the_general_budget_becomes_facts(separator: str) -> None:
    text = PROJECTS.format("一般公共预算财政拨款项目支出决算表").replace("\t", separator)
    facts = [fact for fact in read_text(f"2024年度部门决算\n{text}").facts if fact.form == "31"]
    assert [(fact.code, str(fact.amount.value)) for fact in facts] == [
        ("", "30.00"),
        ("206", "30.00"),
        ("20604", "30.00"),
        ("2060404", "18.00"),
        ("2060499", "12.00"),
    ]
    assert {fact.key for fact in facts} == {"total"}


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("一般公共预算财政拨款支出决算表", "05"),
        ("一般公共预算财政拨款项目支出决算表", "31"),
        ("一般公共预算财政拨款项目支出决算明细表", ""),
        ("项目支出决算表", ""),
    ],
)
def test_titles_that_look_alike(title: str, number: str) -> None:
    form = form_titled(title)
    assert (form.number if form else "") == number


def test_customary_forms_have_keys_that_no_form_prints() -> None:
    assert all(int(form.number) <= 11 or int(form.number) > 30 for form in FORMS)
