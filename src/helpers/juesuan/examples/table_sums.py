"""Examples for the rules on sums inside a form."""

from juesuan.examples.example import Example, examples
from juesuan.examples.form_set import FILLED_07, form_set

_NONE = "本部门没有公开表。"
_OPENING = (
    ("04", "年初财政拨款结转和结余\t28\t", "年初财政拨款结转和结余\t28\t4.00"),
    ("04", "一般公共预算财政拨款\t29\t", "一般公共预算财政拨款\t29\t{}"),
)
_SIDE_BY_SIDE = """一般公共预算财政拨款基本支出决算表
单位：万元
科目编码\t科目名称\t合计\t人员经费\t公用经费
合计\t\t90.00\t75.00\t15.00
301\t工资福利支出\t75.00\t75.00\t
302\t商品和服务支出\t{}\t\t15.00
"""
_CHANGED = """一般公共预算财政拨款支出决算表
单位：万元
科目编码\t科目名称\t上年决算数\t本年决算数\t比上年增减额\t比上年增减（%）
合计\t\t80.00\t90.00\t{}\t12.50
205\t教育支出\t80.00\t90.00\t10.00\t12.50
"""


def _opening(amount: str) -> str:
    return form_set(*((form, old, new.format(amount)) for form, old, new in _OPENING))


TABLE_SUMS: list[Example] = [
    *examples(
        "row-sums",
        passed=form_set(),
        rounding=form_set(("05", "合计\t\t120.00\t90.00", "合计\t\t120.00\t90.01")),
        failed=form_set(("05", "行政运行\t70.00\t70.00", "行政运行\t70.00\t77.00")),
        unchecked=form_set(("05", "行政运行\t70.00\t70.00", "行政运行\t\t70.00")),
        not_applicable=_NONE,
    ),
    *examples(
        "three-public-sums",
        passed=form_set(),
        rounding=form_set(("09", "6.50\t0.00\t5.00", "6.51\t0.00\t5.00")),
        failed=form_set(("09", "6.50\t0.00\t5.00", "7.50\t0.00\t5.00")),
        unchecked=form_set(("09", "6.50\t0.00\t5.00", "\t0.00\t5.00")),
        not_applicable=_NONE,
    ),
    *examples(
        "fund-carry-over",
        passed=form_set(form_07=FILLED_07),
        rounding=form_set(("07", "6.00\t1.00\n212", "6.00\t1.01\n212"), form_07=FILLED_07),
        failed=form_set(("07", "6.00\t1.00\n212", "6.00\t3.00\n212"), form_07=FILLED_07),
        unchecked=form_set(("07", "6.00\t1.00\n212", "6.00\t\n212"), form_07=FILLED_07),
        not_applicable=form_set(),
    ),
    *examples(
        "function-levels",
        passed=form_set(),
        rounding=form_set(("05", "行政运行\t70.00\t70.00", "行政运行\t70.01\t70.01")),
        failed=form_set(("05", "行政运行\t70.00\t70.00", "行政运行\t60.00\t60.00")),
        unchecked=form_set(("05", "合计\t\t120.00", "合计\t\t")),
        not_applicable=_NONE,
    ),
    *examples(
        "economic-levels",
        passed=form_set(),
        rounding=form_set(("06", "基本工资\t55.00", "基本工资\t55.01")),
        failed=form_set(("06", "基本工资\t55.00", "基本工资\t45.00")),
        unchecked=form_set(("06", "工资福利支出\t75.00", "工资福利支出\t")),
        not_applicable=_NONE,
    ),
    *examples(
        "personnel-and-running-totals",
        passed=form_set(),
        rounding=form_set(("06", "人员经费合计\t75.00", "人员经费合计\t75.01")),
        failed=form_set(("06", "人员经费合计\t75.00", "人员经费合计\t57.00")),
        unchecked=form_set(("06", "工资福利支出\t75.00", "工资福利支出\t")),
        not_applicable=_NONE,
    ),
    *examples(
        "personnel-and-running-columns",
        passed=_SIDE_BY_SIDE.format("15.00"),
        rounding=_SIDE_BY_SIDE.format("15.01"),
        failed=_SIDE_BY_SIDE.format("51.00"),
        not_applicable=form_set(),
    ),
    *examples(
        "change-columns",
        passed=_CHANGED.format("10.00"),
        rounding=_CHANGED.format("10.01"),
        failed=_CHANGED.format("11.00"),
        unchecked=_CHANGED.format(""),
        not_applicable=form_set(),
    ),
    *examples(
        "side-sums",
        passed=form_set(),
        rounding=form_set(("01", "32\t100.00", "32\t100.01")),
        failed=form_set(("01", "32\t100.00", "32\t110.00")),
        unchecked=form_set(("01", "本年收入合计\t27\t120.00", "本年收入合计\t27\t")),
        not_applicable=_NONE,
    ),
    *examples(
        "sides-balance",
        passed=form_set(),
        rounding=form_set(("01", "总计\t31\t120.00", "总计\t31\t120.01")),
        failed=form_set(("01", "总计\t31\t120.00", "总计\t31\t102.00")),
        unchecked=form_set(("01", "总计\t31\t120.00", "总计\t31\t")),
        not_applicable=_NONE,
    ),
    *examples(
        "carry-over-by-fund",
        passed=_opening("4.00"),
        rounding=_opening("4.01"),
        failed=_opening("3.00"),
        unchecked=_opening(""),
        not_applicable=form_set(),
    ),
    *examples(
        "funds-balance",
        passed=form_set(),
        rounding=form_set(("04", "总计\t64\t120.00\t120.00", "总计\t64\t120.00\t120.01")),
        failed=form_set(("04", "总计\t64\t120.00\t120.00", "总计\t64\t120.00\t210.00")),
        unchecked=form_set(("04", "总计\t64\t120.00\t120.00", "总计\t64\t120.00\t")),
        not_applicable=form_set(),
    ),
    *examples(
        "procurement-form-sums",
        passed=form_set(),
        rounding=form_set(("11", "1\t12.00", "1\t12.01")),
        failed=form_set(("11", "1\t12.00", "1\t21.00")),
        unchecked=form_set(("11", "1\t12.00", "1\t")),
        not_applicable=_NONE,
    ),
    *examples(
        "procurement-form-inclusion",
        passed=form_set(),
        rounding=form_set(("11", "6\t3.00", "6\t8.01")),
        failed=form_set(("11", "6\t3.00", "6\t9.00")),
        not_applicable=_NONE,
    ),
]
