"""Examples for the rules over figures and words within part three."""

from juesuan.examples.example import Example, examples
from juesuan.examples.forms import disclosure

_INCOME = (
    "二、收入决算情况说明\n2024年度收入合计200.00万元，其中：财政拨款收入150.00万元，占{}；事业收入50.00万元，占{}。"
)
_OVERALL = (
    "一、收入支出决算总体情况说明\n2024年度收、支总计均为220.00万元。与上年度相比，收、支总计各{}20.00万元，{}，"
    "主要原因是项目变动。"
)
_GENERAL = "五、一般公共预算财政拨款支出决算情况说明\n（三）一般公共预算财政拨款支出决算具体情况\n"
_WHOLE = "2024年度一般公共预算财政拨款支出年初预算为{}万元，支出决算为100.00万元，完成年初预算的{}。"
_ITEM = "1.一般公共服务支出年初预算数为{}万元，支出决算为60.00万元，决算数{}预算数的主要原因是人员变动。\n"
_LAST = "2.卫生健康支出年初预算数为48.00万元，支出决算为40.00万元，决算数小于预算数的主要原因是人员变动。"
_ITEMS = f"{_GENERAL}{_WHOLE.format('{}', '{}')}其中：\n{_ITEM.format('60.00', '等于')}{_LAST}"
_BASIC = (
    "六、一般公共预算财政拨款基本支出决算情况说明\n2024年度一般公共预算财政拨款基本支出90.00万元。其中：\n"
    "公用经费{}万元，{}办公费9.00万元、差旅费6.00万元。"
)
_PUBLIC = "九、财政拨款“三公”经费支出决算情况说明\n（三）“三公”经费增减变化情况说明\n"
_CHANGES = (
    f"{_PUBLIC}2024年度“三公”经费支出决算数比上年减少{{}}万元，下降20.00%。其中：因公出国（境）费用支出决算数与上年持平；"
    "公务用车购置及运行维护费支出决算数比上年减少3.00万元，下降20.00%{}"
)
_SPENT = (
    "九、财政拨款“三公”经费支出决算情况说明\n2024年度“三公”经费支出决算为{}万元，其中：因公出国（境）费支出0.00万元，"
    "公务用车购置及运行维护费支出5.00万元，公务接待费支出1.50万元。"
)
_RECEPTION = "；公务接待费支出决算数比上年增加1.00万元，增长20.00%。"
_COST = "十、机关运行经费支出情况说明\n2024年度机关运行经费支出{}万元，比上年{}万元，{}。"
_ASIDE = "一、收入支出决算总体情况说明\n本部门按规定编制决算。"
_TWICE = (
    "十、机关运行经费支出情况说明\n2024年度机关运行经费支出15.00万元，比上年增加1.00万元，增长7.14%。\n"
    "2024年度机关运行经费支出{}万元，主要用于日常办公。"
)

_AGAINST_BUDGET = (
    "十、机关运行经费支出情况说明\n2024年度机关运行经费年初预算为12.00万元，支出决算为15.00万元，比年初预算{}{}万元。"
)

_DIFFERENCE = (
    "十、机关运行经费支出情况说明\n与年初预算相比，机关运行经费年初预算数{}万元，决算数{}万元，预决算差异率{}。"
)

PROSE_ARITHMETIC: list[Example] = [
    *examples(
        "prose-shares",
        passed=disclosure(_INCOME.format("75.00%", "25.00%")),
        rounding=disclosure(_INCOME.replace("200.00", "200.0").format("75.01%", "25.00%")),
        failed=disclosure(_INCOME.format("74.00%", "25.00%")),
        unchecked=disclosure(_INCOME.replace("50.00万元", "若干", 1).format("75.00%", "25.00%")),
        not_applicable=disclosure(
            _INCOME.replace("200.00", "0.00")
            .replace("150.00", "0.00")
            .replace("50.00", "0.00")
            .format("0.00%", "0.00%")
        ),
    ),
    *examples(
        "prose-shares-sum",
        passed=disclosure(_INCOME.format("75.00%", "25.00%")),
        rounding=disclosure(_INCOME.format("75.00%", "25.01%")),
        failed=disclosure(_INCOME.format("75.00%", "35.00%")),
        not_applicable=disclosure(_INCOME.replace("50.00万元", "20.00万元").format("75.00%", "10.00%")),
    ),
    *examples(
        "prose-growth",
        passed=disclosure(_OVERALL.format("增加", "增长10.00%")),
        rounding=disclosure(_OVERALL.format("增加", "增长10.01%").replace("220.00", "220")),
        failed=disclosure(
            _OVERALL.format("增加", "增长9.09%") + "\n" + _COST.format("10.00", "增加10.00", "增长100.00%")
        ),
        unchecked=disclosure(_OVERALL.format("增加", "增长10.00%").replace("20.00万元，增", "若干，增")),
    ),
    *examples(
        "prose-completion",
        passed=disclosure(_ITEMS.format("108.00", "92.59%")),
        rounding=disclosure(_ITEMS.format("108.00", "92.60%").replace("100.00", "100.0")),
        failed=disclosure(_ITEMS.format("108.00", "95.00%")),
        unchecked=disclosure(_ITEMS.format("108.00", "92.59%").replace("年初预算为108.00万元，", "", 1)),
        not_applicable=disclosure(_ITEMS.format("0.00", "0.00%").replace("100.00", "0.00")),
    ),
    *examples(
        "prose-enumeration",
        passed=disclosure(_BASIC.format("15.00", "包括")),
        rounding=disclosure(_BASIC.format("15.01", "包括")),
        failed=disclosure(_BASIC.format("18.00", "包括")),
        not_applicable=disclosure(_BASIC.format("18.00", "主要包括")),
    ),
    *examples(
        "prose-item-budgets",
        passed=disclosure(_ITEMS.format("108.00", "92.59%")),
        rounding=disclosure(_ITEMS.format("108.01", "92.58%")),
        failed=disclosure(_ITEMS.format("180.00", "55.56%")),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "prose-repeated",
        passed=disclosure(_TWICE.format("15.00")),
        rounding=disclosure(_TWICE.format("15.01")),
        failed=disclosure(_TWICE.format("51.00")),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "prose-parts-three-public",
        passed=disclosure(_SPENT.format("6.50")),
        rounding=disclosure(_SPENT.format("6.51")),
        failed=disclosure(_SPENT.format("9.50")),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "prose-parts-change",
        passed=disclosure(_CHANGES.format("2.00", _RECEPTION)),
        rounding=disclosure(_CHANGES.format("2.01", _RECEPTION)),
        failed=disclosure(_CHANGES.format("4.00", _RECEPTION)),
        unchecked=disclosure(_CHANGES.format("2.00", "。")),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "prose-budget-change",
        passed=disclosure(_AGAINST_BUDGET.format("增加", "3.00")),
        rounding=disclosure(_AGAINST_BUDGET.format("增加", "3.01")),
        failed=disclosure(_AGAINST_BUDGET.format("增加", "5.00")),
        unchecked=disclosure(_AGAINST_BUDGET.format("增加", "5.00").replace("12.00万元，", "12.00万元。")),
        not_applicable=disclosure(_AGAINST_BUDGET.format("减少", "3.00")),
    ),
    *examples(
        "prose-budget-change-word",
        passed=disclosure(_AGAINST_BUDGET.format("增加", "3.00")),
        failed=disclosure(_AGAINST_BUDGET.format("减少", "3.00")),
        unchecked=disclosure(_AGAINST_BUDGET.format("减少", "3.00").replace("12.00万元，", "12.00万元。")),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "prose-difference-rate",
        passed=disclosure(_DIFFERENCE.format("40.00", "50.00", "25.00%")),
        rounding=disclosure(_DIFFERENCE.format("40.00", "50.00", "25.01%")),
        failed=disclosure(_DIFFERENCE.format("40.00", "50.00", "-25.00%")),
        unchecked=disclosure(_DIFFERENCE.format("40.00", "50.00", "25.00%").replace("年初预算数", "其中")),
        not_applicable=disclosure(_DIFFERENCE.format("0.00", "0.00", "0%")),
    ),
    *examples(
        "prose-contradiction",
        passed=disclosure(_COST.format("15.00", "增加1.00", "增长7.14%")),
        failed=disclosure(_COST.format("15.00", "增加1.00", "下降7.14%")),
    ),
    *examples(
        "prose-budget-word",
        passed=disclosure(_GENERAL + _ITEM.format("60.00", "等于")),
        failed=disclosure(_GENERAL + _ITEM.format("60.00", "小于")),
        unchecked=disclosure(_GENERAL + _ITEM.format("60.00", "等于").replace("年初预算数为60.00万元，", "")),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "prose-flat-word",
        passed=disclosure(_COST.format("15.00", "增加1.00", "增长7.14%")),
        failed=disclosure(_COST.format("15.00", "减少0.00", "下降0.00%")),
        not_applicable=disclosure(_ASIDE),
    ),
]
