"""Examples for the rules over the names of function classes and accounts, and over the heads of forms."""

from juesuan.examples.example import Example, examples
from juesuan.examples.forms import FORM_05, FORM_06, FORM_09, FORM_10, FORMS, disclosure

_CLASSES = (
    "五、一般公共预算财政拨款支出决算情况说明\n（二）一般公共预算财政拨款支出决算结构情况\n"
    "2024年度一般公共预算财政拨款支出120.00万元，主要用于以下方面：{}100.00万元，占83.33%；"
    "社会保障和就业支出20.00万元，占16.67%。"
)
_ITEMS = (
    "五、一般公共预算财政拨款支出决算情况说明\n（三）一般公共预算财政拨款支出决算具体情况\n"
    "1.一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）。年初预算70.00万元，支出决算70.00万元。\n"
    "2.一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）一般行政管理事务（项）。年初预算30.00万元，支出决算30.00万元。\n{}"
)
_THIRD = (
    "3.社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）。"
    "年初预算20.00万元，支出决算20.00万元。\n"
)
_BASIC = (
    "六、一般公共预算财政拨款基本支出决算情况说明\n2024年度一般公共预算财政拨款基本支出90.00万元。其中：\n"
    "人员经费75.00万元，主要包括{}55.00万元。\n公用经费15.00万元。"
)
_BOTH = FORM_06 + "\n" + FORM_10
_ALL = _BOTH.replace("\n302\t商品和服务支出", "\n302\t商品及服务类支出").replace(
    "\n30201\t办公费", "\n30201\t办公用品费"
)

FORM_03 = FORM_05.replace("一般公共预算财政拨款支出决算表\n公开05表", "支出决算表\n公开03表").replace(
    "小计", "本年支出合计"
)

_RENAMED = FORM_05.replace("行政事业单位养老支出", "行政事业单位离退休")
_SHIFTED = (
    FORM_05.replace("行政运行", "机关服务")
    .replace("一般行政管理事务", "行政运行")
    .replace("机关事业单位基本养老保险缴费支出", "机关事业单位职业年金缴费支出")
)
_YEAR = "2024年度部门决算\n"

ACCOUNT_NAMES: list[Example] = [
    *examples(
        "account-of-another",
        passed=_YEAR + FORMS,
        failed=_YEAR + FORMS.replace("30211\t差旅费", "30211\t培训费"),
        unchecked=_YEAR + _SHIFTED,
        not_applicable=FORM_09,
    ),
    *examples(
        "account-of-the-year",
        passed=_YEAR + FORMS,
        failed=_YEAR + FORMS.replace("2080505\t", "2080577\t"),
        not_applicable=FORM_09,
    ),
    *examples("account-renamed", passed=_YEAR + FORMS, failed=_YEAR + _RENAMED, not_applicable=FORM_09),
    *examples(
        "down-to-items",
        passed=_YEAR + FORMS,
        failed=_YEAR + FORMS.replace("2080505\t机关事业单位基本养老保险缴费支出\t20.00\t20.00\t\n", ""),
        unchecked=_YEAR
        + FORMS.replace("2080505\t机关事业单位基本养老保险缴费支出\t20.00\t20.00\t\n", "").replace(
            "2010302", "20103021"
        ),
        not_applicable=FORM_09,
    ),
    *examples(
        "items-told",
        passed=disclosure(_ITEMS.format(_THIRD), FORM_05),
        failed=disclosure(_ITEMS.format(""), FORM_05),
        unchecked=disclosure(_ITEMS.format(""), FORM_05.replace("养老支出\t20.00", "养老支出\t见说明")),
        not_applicable=disclosure(_CLASSES.format("一般公共服务支出"), FORM_05),
    ),
    *examples(
        "class-names",
        passed=disclosure(_CLASSES.format("一般公共服务支出")),
        failed=disclosure(_CLASSES.format("一般公共事务支出")),
        not_applicable=disclosure("一、收入支出决算总体情况说明\n本部门按规定编制决算。"),
    ),
    *examples(
        "economic-names",
        passed=disclosure(_BASIC.format("基本工资")),
        failed=disclosure(_BASIC.format("基础工资")),
        not_applicable=disclosure("一、收入支出决算总体情况说明\n本部门按规定编制决算。"),
    ),
    *examples(
        "form-account-names",
        passed=_BOTH,
        failed=_BOTH.replace("\n30211\t差旅费", "\n30211\t差旅交通费"),
        unchecked=_ALL.replace("\n30211\t差旅费", "\n30211\t差旅交通费"),
        not_applicable=FORMS,
    ),
    *examples(
        "form-unit",
        passed=FORMS,
        failed=FORMS + FORM_03.replace("单位：万元", "单位：元"),
        not_applicable=FORM_06.replace("单位：万元\n", ""),
    ),
    *examples(
        "form-number",
        passed=FORMS,
        failed=FORMS + FORM_03.replace("公开03表", "公开05表"),
        not_applicable=FORM_06.replace("公开06表\n", ""),
    ),
]
