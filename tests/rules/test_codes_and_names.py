"""Codes and names against the code book: what is planted is found, what may be right is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan.checks import Check, Outcome, Severity
from juesuan.examples.forms import FORM_05, FORMS, disclosure
from juesuan.reading import read_text
from juesuan.rules import RULES, run
from readings import accounts

NAMES = ("account-of-another", "account-of-the-year", "account-renamed")
RAW = Path(__file__).parents[2] / "data" / "raw"
LAST = "2080505\t机关事业单位基本养老保险缴费支出"
BASE = "".join(line for line in FORM_05.splitlines(keepends=True) if not line.startswith(("20805\t", "2010302")))


def planted(code: str, name: str) -> str:
    """Form 05 with a row under another code and name: a class in place of its last class, else its last row."""
    old = "208\t社会保障和就业支出" if len(code) == 3 else LAST
    return BASE.replace(old, f"{code}\t{name}")


def failed(text: str, year: str = "2024") -> list[Check]:
    read = read_text(f"{year}年度部门决算\n{text}".replace("2024年度", f"{year}年度"), "made")
    checks, crashes = run(read, {name: RULES[name] for name in NAMES})
    assert not crashes
    return [check for check in checks if check.outcome is Outcome.FAILED]


@pytest.mark.parametrize(
    ("code", "name", "year"),
    [
        ("2080505", "机关事业单位职业年金缴费支出", "2024"),
        ("2080506", "机关事业单位基本养老保险缴费支出", "2024"),
        ("2101101", "公务员医疗补助", "2023"),
        ("2101102", "行政单位医疗", "2022"),
        ("2210203", "住房公积金", "2021"),
        ("2080801", "伤残抚恤", "2024"),
        ("2010302", "行政运行", "2024"),
        ("2013816", "药品事务", "2024"),
        ("2111101", "减排专项支出", "2025"),
        ("20808", "社会福利", "2024"),
        ("2080577", "机关事业单位职业年金缴费支出", "2021"),
        ("2101109", "公务员医疗补助", "2024"),
        ("2210207", "购房补贴", "2024"),
        ("20140", "信访事务", "2022"),
        ("20115", "工商行政管理事务", "2021"),
        ("2010377", "其他政府办公厅（室）及相关机构事务支出", "2024"),
        ("218", "地震灾后恢复重建支出", "2024"),
        ("20805", "行政事业单位离退休", "2024"),
        ("210", "医疗卫生与计划生育支出", "2020"),
        ("2070199", "其他文化支出", "2020"),
    ],
)
def test_planted_codes_and_names_are_found(code: str, name: str, year: str) -> None:
    (check,) = failed(planted(code, name), year)
    assert check.severity is Severity.NOTICE
    assert code in check.zh and name in check.zh and check.evidence[0].quote == f"{code} {name}"


@pytest.mark.parametrize(
    ("code", "name", "year"),
    [
        ("2080505", "机关事业单位基本养老保险缴", "2024"),  # cut short
        ("2080505", "机关事业单位基本养老保险缴费", "2024"),
        ("20103", "政府办公厅(室)及相关机构事务", "2024"),  # other marks
        ("2140188", "新设的项目", "2024"),  # a section that is not listed whole
        ("2012650", "事业运行", "2024"),  # an ending that sections share
        ("20805", "行政事业单位离退休", "2019"),
        ("2080501", "行政单位离退休", "2019"),  # 归口管理的 left out
        ("210", "医疗卫生与计划生育支出", "2017"),
        ("2130122", "农业生产支持补贴", "2024"),  # believed only
    ],
)
def test_what_may_be_right_is_no_finding(code: str, name: str, year: str) -> None:
    assert not failed(planted(code, name), year)


def test_a_form_that_others_contradict_is_an_error() -> None:
    three = FORM_05.replace("一般公共预算财政拨款支出决算表\n公开05表", "支出决算表\n公开03表").replace(
        "小计", "本年支出合计"
    )
    two = FORM_05.replace("一般公共预算财政拨款支出决算表\n公开05表", "收入决算表\n公开02表").replace(
        "小计", "本年收入合计"
    )
    (check,) = failed(FORM_05.replace("2010302\t一般行政管理事务", "2010302\t行政运行") + three + two)
    assert check.severity is Severity.ERROR


def test_an_old_class_name_in_prose_is_found_where_the_year_is_past() -> None:
    text = disclosure("五、决算情况\n医疗卫生与计划生育支出20.00万元，用于职工医疗。", FORMS)
    assert [check.stated for check in failed(text)] == ["医疗卫生与计划生育支出"]
    assert not failed(text.replace("行政事业单位养老支出", "行政事业单位离退休"), "2018")


@pytest.mark.parametrize("source", sorted(RAW.glob("*.pdf")), ids=lambda path: path.stem)
def test_published_documents_are_not_accused(source: Path) -> None:
    checks, _ = run(accounts(source), {name: RULES[name] for name in NAMES})
    assert not [check for check in checks if check.outcome is Outcome.FAILED]
