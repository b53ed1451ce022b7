"""Row-shift check: a list of figures that stands beside the wrong codes is one finding, and only then."""

from __future__ import annotations

from juesuan.checks import Check, Outcome
from juesuan.examples.form_set import form_set
from juesuan.findings import Finding, findings
from juesuan.reading import read_text
from juesuan.rules import run

AMOUNTS = ("11.00", "12.00", "13.00", "14.00", "15.00", "16.00")


def with_items(**shown: tuple[str, ...]) -> str:
    """Forms 03 and 05 (`form_05=…`) with six items of one section, in which each shows these project amounts."""
    edits = []
    for number in ("03", "05"):
        amounts = shown.get(f"form_{number}", AMOUNTS)
        rows = [f"{code}\t其他事项\t{amount}\t\t{amount}\n" for code, amount in enumerate(amounts, 2019901)]
        section = f"20199\t其他一般公共服务支出\t81.00\t\t81.00\n{''.join(rows)}"
        edits.append((number, "208\t", f"{section}208\t"))
    return form_set(*edits)


def shifts(text: str) -> list[Check]:
    return [check for check in _checks(text) if check.rule == "row-shift" and check.outcome is not Outcome.PASSED]


def told(text: str) -> list[Finding]:
    families = ("table_sum", "cross_table")
    return [each for each in findings(_checks(text), "zh") if each.severity == "error" and each.family in families]


def _checks(text: str) -> list[Check]:
    checks, crashes = run(read_text(text))
    assert not crashes, crashes[0].trace
    return checks


def test_a_list_that_slipped_is_named_with_how_far_and_from_where() -> None:
    down = ("9.99", *AMOUNTS[:-1])
    (check,) = shifts(with_items(form_05=down))
    assert check.outcome is Outcome.FAILED
    assert "公开05表自“2019901 其他事项”起" in check.zh
    assert "错开了1行" in check.zh
    assert "列在“2019902 其他事项”" in check.zh


def test_all_that_fails_on_slipped_figures_is_one_group() -> None:
    errors = [each for each in told(with_items(form_05=("9.99", *AMOUNTS[:-1]))) if "20199" in each.message]
    assert len(errors) > len(AMOUNTS)
    assert len({each.cause for each in errors}) == 1


def test_a_form_that_agrees_with_its_sister_has_not_slipped() -> None:
    assert not shifts(with_items())


def test_two_figures_that_changed_places_are_no_shift() -> None:
    first, second, *rest = AMOUNTS
    assert not shifts(with_items(form_05=(second, first, *rest)))


def test_one_wrong_figure_is_no_shift() -> None:
    assert not shifts(with_items(form_05=("11.10", *AMOUNTS[1:])))


def test_items_of_one_amount_are_no_shift() -> None:
    assert not shifts(with_items(form_03=("5.00",) * 6, form_05=("5.00",) * 5 + ("6.00",)))


def test_where_both_forms_may_have_slipped_neither_is_accused() -> None:
    up, down = (*AMOUNTS[1:], AMOUNTS[0]), (AMOUNTS[-1], *AMOUNTS[:-1])
    assert {check.outcome for check in shifts(with_items(form_03=up, form_05=down))} == {Outcome.UNCHECKED}


def test_economic_accounts_that_slipped_are_told_by_the_forms_that_name_some_of_them() -> None:
    text = form_set(
        ("06", "302\t商品和服务支出\t15.00", "302\t商品和服务支出\t15.00"),
        ("06", "30201\t办公费\t9.00", "30216\t培训费\t1.50"),
        ("06", "30211\t差旅费\t6.00", "30217\t公务接待费\t5.00"),
        ("06", "\t人员经费合计", "\t\t\t30231\t公务用车运行维护费\t15.00\n\t人员经费合计"),
    )
    (check,) = shifts(text)
    assert check.outcome is Outcome.FAILED
    assert "公开06表" in check.zh
    assert "上面的行" in check.zh


def test_one_account_in_the_next_row_is_enough_where_the_last_of_its_class_shows_the_total() -> None:
    moved = (
        ("06", "30201\t办公费\t9.00", "30216\t培训费\t1.50"),
        ("06", "30211\t差旅费\t6.00", "30217\t公务接待费\t13.50"),
    )
    ends = ("06", "\t人员经费合计", "\t\t\t30299\t其他商品和服务支出\t15.00\n\t人员经费合计")
    (check,) = shifts(form_set(*moved, ends))
    assert check.outcome is Outcome.FAILED
    assert not shifts(form_set(*moved))


def test_a_column_that_slipped_is_told_by_the_other_columns_of_its_rows() -> None:
    rows = [("2040101", 5, 2), ("2040102", 7, 3), ("2040103", 9, 4), ("2040104", 11, 6)]
    slipped = [0, *(project for _, _, project in rows)][: len(rows)]
    body = "".join(
        f"{code}\t其他事项\t{total}.00\t{total - project}.00\t{moved}.00\n"
        for (code, total, project), moved in zip(rows, slipped, strict=True)
    )
    text = (
        "2024年度部门决算\n支出决算表\n公开03表\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
        f"合计\t\t32.00\t17.00\t15.00\n20401\t武装警察部队\t32.00\t17.00\t15.00\n{body}"
    )
    (check,) = shifts(text)
    assert check.outcome is Outcome.FAILED
    assert "自“2040101 其他事项”起，项目支出栏" in check.zh and "与同行的其他各栏对不上" in check.zh
    assert len({each.cause for each in told(text)}) == 1


LIST = "编码\t名称\t合计\t基本支出\t项目支出\n\t合计\t20.00\t20.00\t\n210\t卫生健康支出\t6.00\t6.00\t\n"
MEDICAL = "21011\t行政事业单位医疗\t6.00\t6.00\t\n2101101\t行政单位医疗\t6.00\t6.00\t\n"
HOUSING = "221\t住房保障支出\t14.00\t14.00\t\n22102\t住房改革支出\t{0}\t{0}\t\n2210201\t住房公积金\t{0}\t{0}\t\n"
TOO_MANY = "2101102\t事业单位医疗\t14.00\t14.00\t\n2101103\t公务员医疗补助\t14.00\t14.00\t\n"


def test_names_too_many_above_figures_in_their_order_are_a_shift() -> None:
    spending = f"支出决算表\n单位：万元\n{LIST}{MEDICAL}{HOUSING.format('14.00')}"
    general = f"一般公共预算财政拨款支出决算表\n单位：万元\n{LIST}{MEDICAL}{TOO_MANY}{HOUSING.format('')}"
    (check,) = shifts(f"某局2023年度部门决算\n{spending}\n{general}")
    assert check.outcome is Outcome.FAILED
    assert "一般公共预算财政拨款支出决算表自“221 住房保障支出”起" in check.zh
    assert len({each.cause for each in told(f"某局2023年度部门决算\n{spending}\n{general}")}) == 1


BASIC = (
    "一般公共预算财政拨款基本支出决算明细表\n单位：万元\n编码\t名称\t决算数\n301\t工资福利支出\t20.00\n30101\t基本工资\t5.00\n"
    "30103\t奖金\t{}\n30108\t机关事业单位基本养老保险缴费\t{}\n30109\t职业年金缴费\t{}\n30113\t住房公积金\t{}\n"
)
PENSIONS = (
    "一般公共预算财政拨款支出决算表\n单位：万元\n编码\t名称\t合计\t基本支出\t项目支出\n\t合计\t20.00\t20.00\t\n"
    "208\t社会保障和就业支出\t7.00\t7.00\t\n20805\t行政事业单位养老支出\t7.00\t7.00\t\n"
    "2080505\t机关事业单位基本养老保险缴费支出\t4.00\t4.00\t\n2080506\t机关事业单位职业年金缴费支出\t3.00\t3.00\t\n"
    "221\t住房保障支出\t13.00\t13.00\t\n22102\t住房改革支出\t13.00\t13.00\t\n2210201\t住房公积金\t13.00\t13.00\t\n"
)


def test_the_form_whose_own_levels_fail_is_the_one_that_slipped() -> None:
    checks = shifts(f"某局2023年度部门决算\n{PENSIONS}\n{BASIC.format('4.00', '3.00', '13.00', '20.00')}")
    assert [check.subject for check in checks if check.outcome is Outcome.FAILED] == [
        "一般公共预算财政拨款基本支出决算明细表数字与科目错行"
    ]
