"""From checks to findings: names that last, order, what stands together, and the odd one out."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from juesuan.checks import Check, Evidence, Figure, Severity
from juesuan.compare import equal, finding, sums_to
from juesuan.document import Place
from juesuan.findings import READING_ORDER, Finding, Weight, findings
from juesuan.presentation.evidence import shown
from juesuan.presentation.finding_text import short
from juesuan.presentation.marks import Marks
from juesuan.presentation.overview import entries, gravest, sentence
from juesuan.presentation.pictures import Pictures
from juesuan.rules import FAMILIES
from presentation import made


@pytest.fixture(scope="module")
def found() -> list[Finding]:
    return findings(made.checks(made.accounts()), "zh")


def _equal(left: Figure, right: Figure, subject: str = "") -> Check:
    return equal(left, right, subject).called("made-rule", "table_narrative", "")


def test_every_family_has_its_place_in_the_order() -> None:
    assert sorted(READING_ORDER) == sorted(FAMILIES)


def test_only_failed_and_rounded_checks_are_told_errors_first(found: list[Finding]) -> None:
    assert [each.severity for each in found] == ["error", "error", "error", "notice", "rounding"]


def test_names_are_the_same_in_every_run_and_language(found: list[Finding]) -> None:
    again = findings(made.checks(made.accounts()), "en")
    assert [each.id for each in again] == [each.id for each in found]
    assert len({each.id for each in found}) == len(found)


def test_a_name_does_not_depend_on_where_the_figure_stands() -> None:
    ids = {
        findings([_equal(made.said("甲", "1.00", line=line), made.said("乙", "2.00", line=9))], "zh")[0].id
        for line in (3, 400)
    }
    assert len(ids) == 1


def test_a_name_depends_on_what_is_said() -> None:
    ids = {
        findings([_equal(made.said("甲", shown), made.said("乙", "2.00", line=9))], "zh")[0].id
        for shown in ("1.00", "3.00")
    }
    assert len(ids) == 2


def test_twins_are_numbered() -> None:
    twins = [
        finding("标题", f"第{place}处有误。", "Wrong.", [Evidence("甲", Place(line=place))]).called(
            "made", "wording", ""
        )
        for place in (1, 2)
    ]
    first, second = (each.id for each in findings(twins, "zh"))
    assert second == f"{first}-2"


def test_the_same_said_of_several_places_is_one_finding_with_all_places() -> None:
    repeated = [
        finding("称谓", "名称有误。", "Wrong name.", [Evidence("甲", Place(line=line))]).called("made", "wording", "")
        for line in (1, 2, 2)
    ]
    (only,) = findings(repeated, "zh")
    assert [item.place.line for item in only.evidence] == [1, 2]


def test_findings_that_share_the_wrong_figure_stand_together_and_it_is_named(found: list[Finding]) -> None:
    first, second, other, *_ = found
    assert first.cause == second.cause != ""
    assert "唯有情况说明中的支出合计为510.00万元" in first.witness
    assert other.cause == other.witness == ""


def test_a_right_figure_that_several_contradict_is_not_their_cause() -> None:
    total = made.said("合计", "9.00", quote="合计9.00", line=1)
    witnesses = [made.said(f"表{n}", "9.00", quote=f"表{n} 9.00", line=n) for n in range(2, 6)]
    wrong = [made.said(f"文字{n}", f"{n}.00", quote=f"文字{n}.00", line=n) for n in (6, 7)]
    checks = [_equal(each, total, each.label) for each in (*witnesses, *wrong)]
    assert [each.cause for each in findings(checks, "zh")] == ["", ""]


def test_differences_of_the_very_same_amount_are_one_cause() -> None:
    pairs = (("5377.64", "5364.75"), ("4896.98", "4884.09"), ("3.00", "2.00"), ("6.00", "5.00"))
    checks = [
        _equal(made.said(f"文字{n}", left, line=n), made.said(f"表{n}", right, line=n + 50), f"事项{n}")
        for n, (left, right) in enumerate(pairs, 1)
    ]
    large, other, small, round_one = findings(checks, "zh")
    assert large.cause == other.cause != ""
    assert "12.89万元" in large.witness
    assert small.cause == round_one.cause == ""  # a difference of 1.00 may well be chance


def test_the_gravest_come_first_by_the_money_that_is_off_and_last_places_last() -> None:
    pairs = (("尾数", "9.56%", "9.55%", "%"), ("小额", "3.00", "1.00", "万元"), ("大额", "90.00", "10.00", "万元"))
    checks = [
        equal(made.said(name, left, unit, line=n), made.said("另一处", right, unit, line=n + 50), name).called(
            f"made-{n}", "table_narrative", ""
        )
        for n, (name, left, right, unit) in enumerate(pairs)
    ]
    wrong = finding("用语", "用语有误。", "Wrong.", [Evidence("甲", Place(line=9))]).called("made", "wording", "")
    ordered = findings([*checks, wrong], "zh")
    assert [each.subject for each in ordered] == ["大额", "小额", "用语", "尾数"]
    lines = [entry.anchor for entry in entries(ordered, "zh")]
    assert [each.id for each in gravest(ordered)] == lines[:3]


def test_two_mentions_under_one_name_are_told_as_two_mentions() -> None:
    check = _equal(made.said("培训费", "35.25", line=1), made.said("培训费", "0.08", line=2))
    (zh,), (en,) = findings([check], "zh"), findings([check], "en")
    assert zh.message.startswith("培训费两处不同，一处为35.25万元，一处为0.08万元，相差35.17万元，")
    assert "is told twice, as 35.25 ten thousand yuan and as 0.08 ten thousand yuan" in en.message


def test_money_in_another_unit_is_told_in_both_and_thousands_are_parted() -> None:
    check = _equal(made.said("执行数", "219.34"), made.said("表中", "2151675.50", "元", line=2))
    (found,) = findings([check], "zh")
    assert found.expected == "2,151,675.50元＝215.16755万元"
    assert found.expected in found.message and "相差4.17245万元" in found.message


def test_what_findings_json_holds(found: list[Finding]) -> None:
    told = json.loads(json.dumps([each.as_dict() for each in found], ensure_ascii=False))
    wanted = {"rule", "family", "severity", "message", "stated", "expected", "difference", "evidence"}
    assert all(wanted <= set(each) for each in told)
    first = told[0]
    assert (first["stated"], first["expected"], first["difference"]) == ("510.00万元", "500.00万元", "10万元")
    assert first["evidence"][0] == {"quote": made.SAID, "place": "l60", "line": 60}
    cell = first["evidence"][1]
    assert (cell["form"], cell["row"], cell["column"]) == ("03", "合计", "本年支出合计")


def test_a_difference_of_rates_is_in_percentage_points() -> None:
    check = equal(made.said("占比", "9.00%", "%"), made.said("占比", "8.00%", "%", line=2)).called(
        "made", "wording", ""
    )
    assert [findings([check], language)[0].difference for language in ("zh", "en")] == [  # type: ignore[arg-type]
        "1个百分点",
        "1 percentage point",
    ]


def test_a_conduct_finding_is_a_notice_and_a_sum_within_rounding_no_error() -> None:
    parts = [made.said("上半年", "0.34", line=1), made.said("下半年", "0.35", line=2)]
    rounded = sums_to(made.said("全年", "0.70"), parts).called("made", "narrative_arithmetic", "")
    conduct = finding("甲", "留意。", "Note.", [], severity=Severity.NOTICE).called("made", "wording", "")
    assert [each.severity for each in findings([rounded, conduct], "zh")] == [Weight.NOTICE, Weight.ROUNDING]


@pytest.mark.parametrize(
    ("subject", "said"),
    [
        ("机关运行经费支出情况说明：会议费增减幅度", "会议费增减幅度"),
        ("科目名称：住房保障支出/住房改革支出/购房补贴", "科目名称：购房补贴"),
        ("抚恤（款）死亡抚恤（项）：社会保障和就业支出/抚恤/死亡抚恤", "死亡抚恤"),
        ("公开09表“决算数/公务接待费”", "公开09表“决算数/公务接待费”"),
        ("“机关运行经费支出情况” (operating cost): meetings rate of change", "Meetings rate of change"),
        ("names of accounts: housing / “住房改革支出” / housing fund", "Names of accounts: housing fund"),
    ],
)
def test_a_line_says_what_it_is_about_and_not_the_way_there(subject: str, said: str) -> None:
    assert short(subject) == said


def test_the_verdict_leaves_long_sums_to_the_card() -> None:
    parts = [made.said(f"第{number}项", f"{number}.00", line=number) for number in range(1, 5)]
    (found,) = findings([sums_to(made.said("合计", "99.00"), parts).called("made", "narrative_arithmetic", "")], "zh")
    assert "（1.00 + 2.00 + 3.00 + 4.00）" in found.message
    assert "1.00 + 2.00" not in sentence(found, "zh") and "10.00万元" in sentence(found, "zh")


@pytest.mark.parametrize(
    ("stated", "expected", "stand"),
    [
        ("5", "4", True),
        ("政务专网费", "人民政府专网费", True),
        ("1次", "大于等于2次", False),
        ("空白", "主管部门及代码", False),
        ("政府政府办公室", "政府办公室（全称）", False),
    ],
)
def test_a_remedy_is_named_only_where_one_side_does_not_stand_in_the_document(
    stated: str, expected: str, stand: bool
) -> None:
    quotes = (
        "5个股室、4个股室",
        "政务专网费，人民政府专网费",
        "指标1次 大于等于2次",
        "主管部门及代码",
        "政府政府办公室",
    )
    check = finding("甲", "不一。", "Not one.", [Evidence(quote, Place(line=1)) for quote in quotes],
                    stated=stated, expected=expected)  # fmt: skip
    (found,) = findings([check.called("made", "wording", "")], "zh")
    assert found.sides_stand is stand


def test_one_line_with_two_of_the_figures_is_quoted_once_with_both_marked() -> None:
    quote = "年度资金总额 40 22.33"
    left, right = (made.said(label, shown, quote=quote) for label, shown in (("预算", "40"), ("执行", "22.33")))
    (found,) = findings([_equal(left, replace(right, evidence=(replace(right.evidence[0], row="总额"),)))], "zh")
    shown_ = shown(found, Pictures(Path("none")), Marks(), "zh")
    assert [str(each.words) for each in shown_.quotations] == ["年度资金总额 <mark>40</mark> <mark>22.33</mark>"]
