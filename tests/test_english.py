"""In English nothing is left in Chinese but names, quotations and titles in brackets."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import readings
from juesuan.checks import Check, Outcome
from juesuan.english import quoted_value, told
from juesuan.presentation.obstacles import obstacles
from juesuan.rules import RULES

RAW = Path(__file__).parents[1] / "data" / "raw"
KEPT = re.compile(r"“[^“”]*”|《[^》]*》|‘[^‘’]*’|\([^()]*\)|（[^（）]*）")
HAN = re.compile(r"[\u4e00-\u9fff]")


def _bare(text: str) -> str:
    return KEPT.sub("", KEPT.sub("", text))


@pytest.mark.parametrize("source", sorted(RAW.glob("*.pdf")), ids=lambda path: path.stem)
def test_findings_are_in_english(source: Path) -> None:
    done = readings.audit(source, "en")
    for finding in done.findings:
        said = (finding.subject, finding.message, finding.expected, finding.basis, finding.difference, finding.claim)
        assert [text for text in said if HAN.search(_bare(text))] == [], finding.id
    for obstacle in obstacles(done.checks, "en"):
        assert not HAN.search(_bare(obstacle.reason + obstacle.help))


def test_every_basis_has_its_english() -> None:
    for rule in RULES.values():
        assert not HAN.search(_bare(told(rule.basis))), rule.basis


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("530.45 万元", "530.45 ten thousand yuan"),
        ("0.5个百分点", "0.5 percentage points"),
        ("删去或遮盖", "remove or mask it"),
        ("《预算法》第十四条", "Budget Law 《预算法》, article 14"),
        ("“某项目”自评表总分", "“某项目” self-evaluation: total score"),
        ("某种没有译名的事", "“某种没有译名的事”"),
        ("公开05表合计", "form 05 total"),
        ("2,151,675.50元＝215.16755万元", "2,151,675.50 yuan = 215.16755 ten thousand yuan"),
        ("某表基本支出决算情况", "“某表基本支出决算情况”"),  # translated whole or not at all
        ("公用经费（30399）1 rows", "running cost (30399)1 row"),
        ("“三公”经费支出的细项", "“‘三公’经费支出的细项”"),
        ("“财政拨款“三公”经费支出”一节", "“财政拨款‘三公’经费支出”“一节”"),
        ("“301 工资福利支出”", "“301 工资福利支出” (wages and benefits)"),
        ("机关运行经费支出情况说明", "“机关运行经费支出情况说明” (operating cost)"),
    ],
)
def test_terms_units_and_statutes(chinese: str, english: str) -> None:
    assert told(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("占76.23", "“占76.23”"),
        ("“某指标”1个→1次", "“‘某指标’1个→1次”"),
        ("奖金、水费", "“奖金、水费” (bonuses, water)"),
        ("没有标题", "no heading"),
        ("≤ 5.00万元", "≤ 5.00 ten thousand yuan"),
    ],
)
def test_a_value_that_is_words_of_the_document_is_quoted_whole(chinese: str, english: str) -> None:
    assert quoted_value(chinese) == english


def test_a_reason_without_a_kind_of_its_own_stands_in_quotation_marks() -> None:
    check = Check("甲", Outcome.UNCHECKED, reason="别的缘故")
    assert obstacles([check], "en")[0].reason == "Not certain enough to judge (“别的缘故”)"


@pytest.mark.parametrize(
    ("counted", "english"),
    [
        ("1 indicators lose points", "1 indicator loses points"),
        ("1 grades rest on no score", "1 grade rests on no score"),
        ("11 indicators lose points", "11 indicators lose points"),
        ("1.1 points are", "1.1 points are"),
        ("by 1人", "by 1 person"),
        ("1次", "1 time"),
    ],
)
def test_what_is_counted_once_stands_in_the_singular(counted: str, english: str) -> None:
    assert told(counted) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("示**", "“示**”"),
        ("甘N*****", "“甘N*****”"),
        ("（三）甲乙目标", "“（三）甲乙目标”"),
        ("关于2023年“三公”经费预算的说明", "“关于2023年‘三公’经费预算的说明”"),
        ("抚恤（款）死亡抚恤（项）", "compensation / death compensation"),
        ("预算数201（万元）", "budget 201 (ten thousand yuan)"),
        ("（(82.1 + 95.3)÷2）", "((82.1 + 95.3)÷2)"),
    ],
)
def test_masked_names_headings_levels_and_units_are_whole(chinese: str, english: str) -> None:
    assert told(chinese) == english
