"""Repairs: which figure, shown otherwise, would mend several failed checks."""

from __future__ import annotations

from juesuan.amounts import parse_amount
from juesuan.causes import causes
from juesuan.checks import Check, Evidence, Figure, Outcome
from juesuan.compare import at_most, equal, negated, sums_to
from juesuan.document import Place
from juesuan.examples.form_set import form_set
from juesuan.findings import findings
from juesuan.ratios import is_share
from juesuan.reading import read_text
from juesuan.rules import run


def cell(row: str, text: str, form: str = "03", unit: str = "万元") -> Figure:
    place = Place(line=int(form) * 1000 + sum(map(ord, row)) % 1000)
    return Figure(f"{form}表“{row}”", parse_amount(text, unit), (Evidence(f"{row} {text}", place, form, row, "金额"),))


def told(*checks: Check) -> list[str]:
    """The sentence that each check's cause says, "" where it has none."""
    found = causes(checks, checks)
    return [found[i].zh if i in found else "" for i in range(len(checks))]


def test_the_figure_that_would_mend_all_is_named_with_what_it_should_be() -> None:
    wrong = cell("乙", "72.46")
    whole, other = cell("合计", "949.13"), cell("甲", "222.67")
    checks = (sums_to(whole, [wrong, other]), equal(wrong, cell("乙", "726.46", "05")))
    assert set(told(*checks)) == {"03表“乙”的72.46万元疑为726.46万元之误（少了一位数字）：如改正，这2处差异都会消除。"}


def test_a_computed_figure_parts_its_thousands_as_the_printed_one_does() -> None:
    parts = [cell("甲", "1,000.25"), cell("乙", "2,500.50")]
    assert sums_to(cell("合计", "3,600.75"), parts).expected == "3,500.75万元"
    assert sums_to(cell("合计", "3600.75"), parts).expected == "3,500.75万元"


def test_one_slip_printed_in_several_cells_is_one_cause() -> None:
    copies = [cell(row, "1,066.51", form) for row, form in (("类", "03"), ("款", "03"), ("类", "05"))]
    checks = [
        sums_to(cell(f"合计{n}", "13,583.48"), [copy, cell(f"其他{n}", "2,921.97")]) for n, copy in enumerate(copies)
    ]
    held = equal(copies[0], copies[1])
    found = causes([*checks, held], checks)
    assert len({found[i].id for i in range(3)}) == 1
    assert "疑为10,661.51万元之误（少了一位数字）：如改正，这3处差异都会消除" in found[0].zh


def test_a_repair_that_would_break_what_holds_is_none() -> None:
    total = cell("合计", "9.00")
    held = [equal(total, cell(f"表{n}", "9.00")) for n in range(4)]
    failed = [equal(total, cell("甲", "8.00")), equal(total, cell("乙", "8.00"))]
    found = causes([*held, *failed], failed)
    assert not any("合计" in cause.zh and "改为" in cause.zh for cause in found.values())


def test_where_either_of_two_figures_may_be_wrong_neither_is_named() -> None:
    first, second, third = cell("甲", "5.37"), cell("甲", "8.12", "05"), cell("甲", "8.12", "04")
    assert set(told(equal(first, second), equal(second, first))) == {"03表“甲”、05表“甲”：这2处差异出于同一个数。"}
    assert "唯有03表“甲”" in told(equal(first, second), equal(first, third))[0]


def test_what_two_slips_leave_is_two_causes() -> None:
    first, second = cell("甲", "5.01"), cell("乙", "7.23")
    checks = [
        equal(first, cell("甲", "5.10", "05")),
        sums_to(cell("合甲", "9.10"), [first, cell("丙", "4.00")]),
        equal(second, cell("乙", "7.32", "05")),
        sums_to(cell("合乙", "9.32"), [second, cell("丁", "2.00")]),
    ]
    found = causes(checks, checks)
    assert found[0].id == found[1].id != found[2].id == found[3].id


def test_a_figure_taken_off_is_repaired_like_one_added() -> None:
    spent = cell("支出", "6.10")
    checks = [
        sums_to(cell("年末", "1.00"), [cell("年初", "2.00"), cell("收入", "5.00"), negated(spent)]),
        equal(spent, cell("支出", "6.00", "04")),
    ]
    assert set(told(*checks)) == {"03表“支出”的6.10万元疑为6.00万元之误：如改正，这2处差异都会消除。"}


def test_differences_of_one_amount_within_rounding_are_one_cause() -> None:
    checks = [
        equal(cell("甲", "5377.64"), cell("乙", "5364.75")),
        sums_to(cell("丙", "4896.98"), [cell("丁", "4000.00"), cell("戊", "884.10")]),
        equal(cell("己", "30.00"), cell("庚", "17.00")),
    ]
    first, second, other = told(*checks)
    assert "12.89万元" in first
    assert first == second
    assert not other


def test_a_bound_takes_part_but_implies_no_amount() -> None:
    part = cell("接待", "93.30", "06")
    checks = [
        at_most(part, cell("接待", "26.54", "09")),
        sums_to(cell("合计", "30.00", "06"), [part, cell("甲", "9.46", "06")]),
    ]
    assert set(told(*checks)) == {"06表“接待”的93.30万元疑为20.54万元之误：如改正，这2处差异都会消除。"}


def test_a_share_of_a_figure_that_sums_show_to_be_wrong_follows_from_it() -> None:
    wrong, whole = cell("乙", "72.46"), cell("合计", "949.13")
    checks = (
        sums_to(whole, [wrong, cell("甲", "222.67")]),
        equal(wrong, cell("乙", "726.46", "05")),
        is_share(cell("占比", "76.54", "03", "%"), wrong, whole),
        is_share(cell("另一占比", "50.00", "03", "%"), cell("甲", "222.67"), whole),
    )
    first, second, third, other = told(*checks)
    assert first == second == third != ""
    assert not other


def test_a_lost_digit_in_a_form_is_one_group() -> None:
    text = form_set(("03", "201\t一般公共服务支出\t100.00\t70.00", "201\t一般公共服务支出\t100.00\t7.00"))
    checks, crashes = run(read_text(text))
    assert not crashes
    errors = [each for each in findings(checks, "zh") if each.severity == "error" and each.family != "completeness"]
    failed = [each for each in errors if each.family in ("table_sum", "cross_table")]
    assert len(failed) >= 3
    assert len({each.cause for each in failed}) == 1
    assert "疑为70.00万元之误" in failed[0].witness


def test_nothing_is_repaired_where_one_check_fails() -> None:
    (only,) = told(equal(cell("甲", "1.23"), cell("甲", "3.21", "05")))
    assert only == ""
    assert equal(cell("甲", "1.23"), cell("甲", "3.21", "05")).outcome is Outcome.FAILED
