"""Examples for the rules over what is said beside the three public expenses' own figures."""

from juesuan.examples.example import Example, examples
from juesuan.examples.forms import disclosure

_PUBLIC = "九、财政拨款“三公”经费支出决算情况说明\n"
_KINDS = (
    f"{_PUBLIC}（二）“三公”经费财政拨款支出决算具体情况说明\n3.公务接待费支出决算为1.50万元。其中：\n"
    "外事接待费支出0.50万元。\n其他国内公务接待支出{}万元。\n"
)
_RATES = (
    f"{_PUBLIC}（一）“三公”经费财政拨款支出决算总体情况说明\n"
    "2024年度“三公”经费支出决算为6.50万元，其中：公务接待费支出决算为{}万元，完成预算的{}。"
)
_REASONS = (
    f"{_PUBLIC}（一）“三公”经费财政拨款支出总体情况说明\n"
    "2024年度“三公”经费支出决算为6.50万元，较上年决算数减少2.00万元，下降23.53%，"
    "主要原因是公务用车运行维护费减少{}万元。\n"
    "（二）“三公”经费财政拨款支出决算具体情况说明\n"
    "2.公务用车运行维护费支出决算为5.00万元，较上年决算数减少1.50万元，下降23.08%。\n"
)
_COST = "十、机关运行经费支出情况说明\n机关运行经费支出15.00万元，比上年增加{}万元。"
_PRIOR = (
    "五、一般公共预算财政拨款支出决算情况说明\n（一）一般公共预算财政拨款支出决算总体情况\n"
    "2024年度一般公共预算财政拨款支出120.00万元，较上年决算数增加{}万元。\n"
    "六、一般公共预算财政拨款基本支出决算情况说明\n2024年度一般公共预算财政拨款基本支出90.00万元。其中：\n"
    "人员经费75.00万元，较上年决算数减少10.00万元。\n公用经费15.00万元，较上年决算数减少5.00万元。"
)
_COMPLETED = (
    "五、一般公共预算财政拨款支出决算情况说明\n（三）一般公共预算财政拨款支出决算具体情况\n"
    "2024年度一般公共预算财政拨款支出年初预算为125.00万元，支出决算为120.00万元，完成{}预算的96.00%。"
)
_LISTED = (
    "财政拨款{}120.00万元，较上年增加10.00万元，主要原因是取暖费增加6.00万元；维修费增加{}万元；印刷费减少1.00万元。\n"
)
_LISTS = "四、财政拨款收入支出决算总体情况说明\n" + _LISTED.format("收入", "5.00") + _LISTED.replace("{}", "支出", 1)
_ASIDE = "一、收入支出决算总体情况说明\n本部门按规定编制决算。"

_SCORES = (
    "第四部分 预算绩效情况说明\n一、预算绩效管理工作开展情况\n组织对2个项目开展了绩效自评，自评平均分为{}分，其中：\n"
    "1.档案修复费：执行数10.00万元，得分90分。\n2.库房维护费：执行数20.00万元，得分95分。\n"
)
_COUNTED = (
    "一、收入支出决算总体情况说明\n2024年度本年支出合计120.00万元，比上年增加{}万元，"
    "原因是：一是人员经费增加20.00万元，二是项目经费减少5.00万元。"
)
_IMPLIED = (
    "三、支出决算情况说明\n2024年度本年支出合计120.00万元，比上年增加{}万元，"
    "主要原因是基本支出增加20.00万元，项目支出减少。"
)

_BY_COUNT = (
    "第四部分 预算绩效情况说明\n一、预算绩效管理工作开展情况\n自评项目3个，其中档案类项目2个30.00万元、"
    "库房类项目1个12.00万元，自评资金合计{}万元。"
)

_NOTHING = (
    f"{_PUBLIC}（二）“三公”经费财政拨款支出决算具体情况说明\n"
    "3.公务接待费支出决算为{}万元，较上年决算数增加，主要原因是本年没有接待任务。\n"
)
_NAMED = (
    "第四部分 预算绩效情况说明\n一、预算绩效管理工作开展情况\n组织对{}个项目开展绩效自评，"
    "分别是：档案修复费、库房维护费、数字化加工费，涉及资金30.00万元。"
)

_EXPLAINED = (
    "十、机关运行经费支出情况说明\n机关运行经费支出15.00万元，比上年增加2.00万元，增长15.38%。主要原因是印刷费{}。"
)

_FROM_LAST_YEAR = "十、机关运行经费支出情况说明\n机关运行经费支出15.00万元，比上年{}万元增加2.00万元。"

PUBLIC_KINDS: list[Example] = [
    *examples(
        "prose-prior-change",
        passed=disclosure(_FROM_LAST_YEAR.format("13.00")),
        rounding=disclosure(_FROM_LAST_YEAR.format("13.01")),
        failed=disclosure(_FROM_LAST_YEAR.format("13.50")),
        not_applicable=disclosure(_EXPLAINED.format("增加")),
    ),
    *examples(
        "reason-direction",
        passed=disclosure(_EXPLAINED.format("增加")),
        failed=disclosure(_EXPLAINED.format("减少")),
        not_applicable=disclosure(_EXPLAINED.format("减少、差旅费增加")),
    ),
    *examples(
        "rise-to-nothing",
        passed=disclosure(_NOTHING.format("0.00").replace("增加", "减少")),
        failed=disclosure(_NOTHING.format("0.00")),
        not_applicable=disclosure(_NOTHING.format("1.50")),
    ),
    *examples(
        "projects-named",
        passed=disclosure(_NAMED.format(3)),
        failed=disclosure(_NAMED.format(5)),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "money-by-count",
        passed=disclosure(_BY_COUNT.format("42.00")),
        rounding=disclosure(_BY_COUNT.format("42.01")),
        failed=disclosure(_BY_COUNT.format("45.00")),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "prose-parts-reception",
        passed=disclosure(_KINDS.format("1.00")),
        rounding=disclosure(_KINDS.format("1.01")),
        failed=disclosure(_KINDS.format("1.90")),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "public-completion-by-form",
        passed=disclosure(_RATES.format("1.50", "75.00%")),
        rounding=disclosure(_RATES.format("1.50", "75.10%")),
        failed=disclosure(_RATES.format("1.50", "57.00%")),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "public-reason-restates",
        passed=disclosure(_REASONS.format("1.50")),
        rounding=disclosure(_REASONS.format("1.51")),
        failed=disclosure(_REASONS.format("5.10")),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "increase-within-year",
        passed=disclosure(_COST.format("3.00")),
        rounding=disclosure(_COST.format("15.01")),
        failed=disclosure(_COST.format("30.00")),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "completion-names-budget",
        passed=disclosure(_COMPLETED.format("年初")),
        failed=disclosure(_COMPLETED.format("全年")),
        not_applicable=disclosure(_COMPLETED.format("")),
    ),
    *examples(
        "reason-lists-agree",
        passed=disclosure(_LISTS.format("5.00")),
        failed=disclosure(_LISTS.format("8.00")),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "average-of-scores",
        passed=disclosure(_SCORES.format("92.5")),
        failed=disclosure(_SCORES.format("95.2")),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "counted-reasons",
        passed=disclosure(_COUNTED.format("15.00")),
        rounding=disclosure(_COUNTED.format("15.01")),
        failed=disclosure(_COUNTED.format("18.00")),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "reason-direction-implied",
        passed=disclosure(_IMPLIED.format("15.00")),
        failed=disclosure(_IMPLIED.format("25.00")),
        unchecked=disclosure(_IMPLIED.format("20.00")),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "prior-basic-within-total",
        passed=disclosure(_PRIOR.format("5.00")),
        failed=disclosure(_PRIOR.format("25.00")),
        not_applicable=disclosure(_ASIDE),
    ),
]
