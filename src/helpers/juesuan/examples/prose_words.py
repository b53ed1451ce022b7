"""Examples for the rules over what part three says twice, beside each other or by its words alone."""

from juesuan.examples.example import Example, examples
from juesuan.examples.form_set import FILLED_07
from juesuan.examples.forms import disclosure

_COST = "十、机关运行经费支出情况说明\n2024年度机关运行经费支出15.00万元，{}。"
_FUND = (
    "七、政府性基金预算财政拨款支出决算情况说明\n2024年度政府性基金预算财政拨款支出6.00万元。\n"
    "城乡社区支出（类）国有土地使用权出让收入安排的支出（款）{}万元。"
)
_GUESTS = (
    "九、财政拨款“三公”经费支出决算情况说明\n（三）“三公”经费实物量情况\n"
    "2024年度国内公务接待9批次、70人次，其中：外事接待2批次、{}人次。"
)
_YEARS = "一、收入支出决算总体情况说明\n{}年度收入支出总计80.00万元。"
_PUBLIC = (
    "九、财政拨款“三公”经费支出决算情况说明\n2024年度“三公”经费支出决算为1.50万元，其中：公务接待费支出决算为1.50万元。\n"
    "{}\n"
)
_BOUGHT = "十一、政府采购支出情况说明\n2024年度政府采购支出总额9.00万元，其中：政府采购货物支出{}万元。{}\n"
_OWNED = "十二、国有资产占用情况说明\n截至2024年12月31日，共有车辆3辆。{}\n"
_EVALUATED = "十三、预算绩效管理工作开展情况\n{}\n"
_ASIDE = "一、收入支出决算总体情况说明\n本部门按规定编制决算。"
_TABLES_ONLY = "收入决算表\n公开02表\n单位：万元\n项目\t\t本年收入合计\t财政拨款收入\n合计\t\t5.00\t5.00\n"

PROSE_WORDS: list[Example] = [
    *examples(
        "prose-flat-twice",
        passed=disclosure(_COST.format("与上年持平")),
        failed=disclosure(_COST.format("与上年持平，减少2.00万元")),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "completion-and-difference",
        passed=disclosure(_COST.format("完成年初预算的125.00%，比年初预算增加3.00万元")),
        failed=disclosure(_COST.format("完成年初预算的100.00%，比年初预算增加3.00万元")),
        unchecked=disclosure(_COST.format("完成年初预算的125.00%，比年初预算增加3余万元")),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "prose-fund-items",
        passed=disclosure(_FUND.format("6.00"), FILLED_07),
        failed=disclosure(_FUND.format("9.00"), FILLED_07),
        rounding=disclosure(_FUND.format("6.01"), FILLED_07),
        unchecked=disclosure(_FUND.format("6.00").replace("国有土地", "国有林地"), FILLED_07),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "foreign-among-all",
        passed=disclosure(_GUESTS.format("8")),
        failed=disclosure(_GUESTS.format("80")),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "told-public-details",
        passed=disclosure(_PUBLIC.format("国内公务接待4批次、30人次。")),
        failed=disclosure(_PUBLIC.format("国（境）外接待0批次、0人次。")),
        not_applicable=_TABLES_ONLY,
    ),
    *examples(
        "told-operating-cost",
        passed=disclosure(_COST.format("与上年持平")),
        failed=disclosure("十、机关运行经费支出情况说明\n机关运行经费主要用于日常办公。"),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "told-procurement",
        passed=disclosure(_BOUGHT.format("9.00", "授予中小企业合同金额4.00万元。")),
        failed=disclosure(_BOUGHT.format("5.00", "授予中小企业合同金额4.00万元。")),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "told-assets",
        passed=disclosure(_OWNED.format("单价100万元以上设备0台。")),
        failed=disclosure(_OWNED.format("")),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "told-performance",
        passed=disclosure(_EVALUATED.format("对3个项目开展了绩效自评。")),
        failed=disclosure(_EVALUATED.format("本部门加强了预算管理。")),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "year-digits",
        passed=disclosure(_YEARS.format("2024")),
        failed=disclosure(_YEARS.format("202")),
        not_applicable=_TABLES_ONLY,
    ),
]
