"""Examples of the rules about forms that provinces add to the statutory ones; all figures are invented."""

from juesuan.examples.example import Example, examples
from juesuan.examples.form_set import form_set

_DETAIL = """一般公共预算财政拨款支出决算明细表
公开12表
单位：万元
项目\t\t合计\t工资福利支出\t\t\t商品和服务支出\t
科目代码\t科目名称\t\t小计\t基本工资\t机关事业单位基本养老保险缴费\t小计\t办公费
合计\t\t120.00\t{wages}\t50.00\t20.00\t50.00\t50.00
201\t一般公共服务支出\t100.00\t50.00\t50.00\t\t50.00\t50.00
20103\t政府办公厅（室）及相关机构事务\t100.00\t50.00\t50.00\t\t50.00\t50.00
2010301\t行政运行\t70.00\t50.00\t50.00\t\t20.00\t20.00
2010302\t一般行政管理事务\t{item}\t\t\t\t30.00\t30.00
208\t社会保障和就业支出\t20.00\t20.00\t\t20.00\t\t
20805\t行政事业单位养老支出\t20.00\t20.00\t\t20.00\t\t
2080505\t机关事业单位基本养老保险缴费支出\t20.00\t20.00\t\t20.00\t\t
"""


def _detailed(wages: str = "70.00", item: str = "30.00") -> str:
    return form_set() + "\n" + _DETAIL.format(wages=wages, item=item)


CUSTOMARY_FORMS: list[Example] = [
    *examples(
        "customary-form-sums",
        passed=_detailed(),
        rounding=_detailed(wages="70.01"),
        failed=_detailed(wages="71.00"),
        unchecked=_detailed(wages=""),
        not_applicable=form_set(),
    ),
    *examples(
        "customary-form-totals",
        passed=_detailed(),
        rounding=_detailed(item="30.01"),
        failed=_detailed(item="29.00"),
        unchecked=_detailed(item=""),
        not_applicable=form_set(),
    ),
]
