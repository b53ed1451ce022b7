"""Examples for the rules that hold part three against the forms."""

from juesuan.examples.example import Example, examples
from juesuan.examples.forms import FORM_05, FORM_09, FORM_10, FORMS, disclosure

_GENERAL = "五、一般公共预算财政拨款支出决算情况说明\n"
_OVERALL = (
    f"{_GENERAL}（一）一般公共预算财政拨款支出决算总体情况\n"
    "2024年度一般公共预算财政拨款支出{}万元，较上年决算数增加20.00万元，增长20.00%。"
)
_CLASSES = (
    f"{_GENERAL}（二）一般公共预算财政拨款支出决算结构情况\n2024年度一般公共预算财政拨款支出120.00万元，主要用于以下方面："
    "一般公共服务支出{}万元，占83.33%；社会保障和就业支出20.00万元，占16.67%。"
)
_ITEMS = (
    f"{_GENERAL}（三）一般公共预算财政拨款支出决算具体情况\n"
    "1.一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）。"
    "年初预算为72.00万元，支出决算为{}万元，决算数小于预算数的主要原因是人员减少。"
)
_BASIC = (
    "六、一般公共预算财政拨款基本支出决算情况说明\n2024年度一般公共预算财政拨款基本支出90.00万元。其中：\n"
    "人员经费75.00万元。\n公用经费15.00万元，主要包括办公费{}万元、差旅费6.00万元。"
)
_OPERATING = "十、机关运行经费支出情况说明\n2024年度本部门机关运行经费支出{}万元，包括办公费{}万元、差旅费6.00万元。"
_PUBLIC = (
    "九、财政拨款“三公”经费支出决算情况说明\n（一）“三公”经费财政拨款支出总体情况说明\n"
    "2024年度“三公”经费支出全年预算数为8.00万元，支出决算为{}万元，决算数小于预算数的主要原因是厉行节约。"
)
_EMPTY_09 = f"{FORM_05}\n" + "\n".join(FORM_09.splitlines()[:-1]) + "\n" + "\t" * 11 + "\n"
_ASIDE = "一、收入支出决算总体情况说明\n本部门按规定编制决算。"

PROSE_FORMS: list[Example] = [
    *examples(
        "prose-totals",
        passed=disclosure(_OVERALL.format("120.00")),
        rounding=disclosure(_OVERALL.format("120.01")),
        failed=disclosure(_OVERALL.format("102.00")),
        unchecked=disclosure(_OVERALL.format("120.00"), "第二部分 2024年度部门决算表\n"),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "prose-function-classes",
        passed=disclosure(_CLASSES.format("100.00")),
        rounding=disclosure(_CLASSES.format("99.99")),
        failed=disclosure(_CLASSES.format("109.00")),
        unchecked=disclosure(_CLASSES.format("100.00").replace("一般公共服务支出1", "国防支出1")),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "prose-function-items",
        passed=disclosure(_ITEMS.format("70.00")),
        rounding=disclosure(_ITEMS.format("70.01")),
        failed=disclosure(_ITEMS.format("71.00")),
        unchecked=disclosure(_ITEMS.format("70.00").replace("行政运行", "机关服务")),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "prose-economic-items",
        passed=disclosure(_BASIC.format("9.00")),
        rounding=disclosure(_BASIC.format("9.01")),
        failed=disclosure(_BASIC.format("8.00")),
        unchecked=disclosure(_BASIC.format("9.00").replace("办公费", "文印杂费")),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "prose-operating-cost-items",
        passed=disclosure(_OPERATING.format("15.00", "9.00"), FORMS + FORM_10),
        rounding=disclosure(_OPERATING.format("15.00", "9.01")),
        failed=disclosure(_OPERATING.format("15.00", "7.00")),
        unchecked=disclosure(_OPERATING.format("15.00", "9.00").replace("办公费", "文印杂费"), FORMS + FORM_10),
        not_applicable=disclosure(_OPERATING.format("12.00", "9.00")),
    ),
    *examples(
        "prose-three-public",
        passed=disclosure(_PUBLIC.format("6.50")),
        rounding=disclosure(_PUBLIC.format("6.51")),
        failed=disclosure(_PUBLIC.format("6.05")),
        unchecked=disclosure(_PUBLIC.format("6.50"), FORM_05),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "prose-fills-empty-form",
        passed=disclosure(_PUBLIC.format("6.50")),
        failed=disclosure(_PUBLIC.format("6.50"), f"{_EMPTY_09}注：本部门没有“三公”经费，故本表无数据。\n"),
        unchecked=disclosure(_PUBLIC.format("6.50"), _EMPTY_09.replace("\t" * 11, "8.00 0.00 6.50")),
        not_applicable=disclosure(_ASIDE),
    ),
]
