"""Examples for the rules on figures that several forms restate."""

from juesuan.examples.example import Example, examples
from juesuan.examples.form_set import FILLED_07, FORM_02, form_set

_NONE = "本部门没有公开表。"
_BASIC_ONLY = (
    ("05", "合计\t\t120.00\t90.00\t30.00", "合计\t\t90.00\t90.00\t"),
    ("06", "30211\t差旅费\t6.00", "30217\t公务接待费\t{}"),
)
_MEDICAL_05 = (
    "210\t卫生健康支出\t{0}\t{0}\t\n21011\t行政事业单位医疗\t{0}\t{0}\t\n2101101\t行政单位医疗\t8.00\t8.00\t\n"
)
_SUBSIDY_05 = "2101103\t公务员医疗补助\t2.00\t2.00\t\n"
_MEDICAL_06 = "30110\t职工基本医疗保险缴费\t{}\t\t\t\n30111\t公务员医疗补助缴费\t{}\t\t\t\n\t人员经费合计"


def _with_fund(amount: str) -> str:
    """Fund money in form 04, and its form 07."""
    return form_set(
        ("04", "政府性基金预算财政拨款\t2\t", f"政府性基金预算财政拨款\t2\t{amount}"),
        ("04", "本年支出合计\t59\t120.00\t120.00\t", "本年支出合计\t59\t126.00\t120.00\t6.00"),
        ("04", "二、外交支出\t34\t\t\t", f"十一、城乡社区支出\t43\t{amount}\t\t{amount}"),
        form_07=FILLED_07,
    )


def _reception(amount: str) -> str:
    return form_set(("06", "30211\t差旅费\t6.00", f"30217\t公务接待费\t{amount}"))


def _basic_only(amount: str) -> str:
    return form_set(*((form, old, new.format(amount)) for form, old, new in _BASIC_ONLY))


def _medical(insurance: str, subsidy: str, *, subsidised: bool = True) -> str:
    care = _MEDICAL_05.format("10.00") + (_SUBSIDY_05 if subsidised else "")
    return form_set(("05", "208\t", f"{care}208\t"), ("06", "\t人员经费合计", _MEDICAL_06.format(insurance, subsidy)))


def _opening(fiscal: str, every: str) -> str:
    return form_set(
        ("04", "年初财政拨款结转和结余\t28\t", f"年初财政拨款结转和结余\t28\t{fiscal}"),
        ("01", "年初结转和结余\t29\t", f"年初结转和结余\t29\t{every}"),
    )


def _slipped(form_03: str, form_05: str) -> str:
    """A set of forms in which forms 03 and 05 list these figures for the items of one section."""
    edits = []
    for number, amounts in (("03", form_03), ("05", form_05)):
        rows = [f"{code}\t其他事项\t{amount}\t\t{amount}\n" for code, amount in enumerate(amounts.split(), 2019901)]
        edits.append((number, "208\t", f"20199\t其他一般公共服务支出\t65.00\t\t65.00\n{''.join(rows)}208\t"))
    return form_set(*edits)


_PROJECTS = """一般公共预算财政拨款项目支出决算表
单位：万元
科目编码\t科目名称\t金额
合计\t\t30.00
201\t一般公共服务支出\t30.00
20103\t政府办公厅（室）及相关机构事务\t30.00
2010302\t一般行政管理事务\t{}
"""

CROSS_TABLES: list[Example] = [
    *examples(
        "project-form",
        passed=form_set() + "\n" + _PROJECTS.format("30.00"),
        rounding=form_set() + "\n" + _PROJECTS.format("30.01"),
        failed=form_set() + "\n" + _PROJECTS.format("20.00"),
        unchecked=_PROJECTS.format("30.00"),
        not_applicable=form_set(),
    ),
    *examples(
        "restated-totals",
        passed=form_set(),
        rounding=form_set(("02", "合计\t\t120.00\t120.00", "合计\t\t120.00\t120.01")),
        failed=form_set(("02", "合计\t\t120.00", "合计\t\t102.00")),
        unchecked=form_set(("02", "合计\t\t120.00", "合计\t\t")),
        not_applicable=_NONE,
    ),
    *examples(
        "fiscal-income-by-budget",
        passed=form_set(),
        rounding=form_set(("02", "合计\t\t120.00\t120.00", "合计\t\t120.00\t120.01")),
        failed=form_set(("02", "合计\t\t120.00\t120.00", "合计\t\t120.00\t102.00")),
        unchecked=form_set(without="02"),
        not_applicable=_NONE,
    ),
    *examples(
        "basic-by-economic-class",
        passed=form_set(),
        rounding=form_set(("06", "公用经费合计\t15.00", "公用经费合计\t15.01")),
        failed=form_set(("06", "公用经费合计\t15.00", "公用经费合计\t51.00")),
        unchecked=form_set(without="05"),
        not_applicable=_NONE,
    ),
    *examples(
        "empty-form-contradicted",
        passed=_with_fund("6.00"),
        failed=form_set(("04", "本年支出合计\t59\t120.00\t120.00\t", "本年支出合计\t59\t126.00\t120.00\t6.00")),
        not_applicable=form_set(),
    ),
    *examples(
        "class-totals",
        passed=form_set(),
        rounding=form_set(("03", "201\t一般公共服务支出\t100.00", "201\t一般公共服务支出\t100.01")),
        failed=form_set(("03", "201\t一般公共服务支出\t100.00", "201\t一般公共服务支出\t110.00")),
        unchecked=form_set(without="03"),
        not_applicable=_NONE,
    ),
    *examples(
        "general-class-totals",
        passed=form_set(),
        rounding=form_set(("04", "33\t100.00\t100.00", "33\t100.00\t100.01")),
        failed=form_set(("04", "33\t100.00\t100.00", "33\t100.00\t101.00")),
        unchecked=form_set(without="05"),
        not_applicable=_NONE,
    ),
    *examples(
        "fund-class-totals",
        passed=_with_fund("6.00"),
        rounding=_with_fund("6.01"),
        failed=_with_fund("9.00"),
        unchecked=form_set(form_07=FILLED_07),
        not_applicable=form_set(),
    ),
    *examples(
        "fiscal-within-all",
        passed=form_set(),
        rounding=form_set(("01", "32\t100.00", "32\t100.01")),
        failed=form_set(("01", "32\t100.00", "32\t90.00")),
        unchecked=form_set(without="01"),
        not_applicable=_NONE,
    ),
    *examples(
        "general-within-all",
        passed=form_set(),
        rounding=form_set(("03", "行政运行\t70.00", "行政运行\t70.01")),
        failed=form_set(("03", "行政运行\t70.00", "行政运行\t60.00")),
        unchecked=form_set(without="03"),
        not_applicable=_NONE,
    ),
    *examples(
        "income-spent-by-item",
        passed=form_set(),
        rounding=form_set(("02", "行政运行\t70.00\t70.00", "行政运行\t70.01\t70.01")),
        failed=form_set(
            ("02", "行政运行\t70.00\t70.00", "行政运行\t60.00\t60.00"),
            ("02", "一般行政管理事务\t30.00\t30.00", "一般行政管理事务\t40.00\t40.00"),
        ),
        unchecked=form_set(without="03"),
        not_applicable=_opening("", "5.00"),
    ),
    *examples(
        "copied-form",
        passed=form_set(),
        failed=form_set(form_03=FORM_02.replace("收入决算表", "支出决算表").replace("公开02表", "公开03表")),
        not_applicable=_NONE,
    ),
    *examples(
        "row-shift",
        passed=form_set(),
        failed=_slipped("11.00 12.00 13.00 14.00 15.00", "9.00 11.00 12.00 13.00 14.00"),
        unchecked=_slipped("12.00 13.00 14.00 15.00 11.00", "11.00 12.00 13.00 14.00 15.00"),
        not_applicable=_NONE,
    ),
    *examples(
        "fiscal-carry-over-within-all",
        passed=_opening("4.00", "5.00"),
        rounding=_opening("5.01", "5.00"),
        failed=_opening("6.00", "5.00"),
        unchecked=_opening("4.00", ""),
        not_applicable=form_set(),
    ),
    *examples(
        "three-public-by-account",
        passed=_reception("1.20"),
        rounding=_reception("1.51"),
        failed=_basic_only("1.20"),
        unchecked=form_set(("06", "30211\t差旅费", "30217\t公务接待费"), without="09"),
        not_applicable=form_set(),
    ),
    *examples(
        "operating-cost-within-running-cost",
        passed=form_set(),
        rounding=form_set(("10", "30211\t差旅费\t6.00", "30211\t差旅费\t6.01")),
        failed=form_set(("10", "30211\t差旅费\t6.00", "30211\t差旅费\t7.00")),
        unchecked=form_set(("10", "30211\t差旅费", "30215\t会议费")),
        not_applicable=form_set(without="10"),
    ),
    *examples(
        "function-within-account",
        passed=form_set(),
        rounding=form_set(("06", "基本养老保险缴费\t20.00", "基本养老保险缴费\t19.99")),
        failed=form_set(("06", "基本养老保险缴费\t20.00", "基本养老保险缴费\t2.00")),
        unchecked=form_set(("06", "基本养老保险缴费\t20.00", "基本养老保险缴费\t")),
        not_applicable=_NONE,
    ),
    *examples(
        "medical-by-account",
        passed=_medical("8.00", "2.00"),
        rounding=_medical("8.01", "2.00"),
        failed=_medical("5.00", "2.00"),
        unchecked=_medical("", ""),
        not_applicable=form_set(),
    ),
    *examples(
        "medical-subsidy-account",
        passed=_medical("8.00", "2.00"),
        rounding=_medical("8.00", "2.01"),
        failed=_medical("10.00", "0.00"),
        unchecked=_medical("10.00", ""),
        not_applicable=_medical("8.00", "0.00", subsidised=False),
    ),
    *examples(
        "basic-items-without-projects",
        passed=form_set(),
        failed=form_set(("05", "行政运行\t70.00\t70.00\t", "行政运行\t70.00\t60.00\t10.00")),
        not_applicable=_NONE,
    ),
]
