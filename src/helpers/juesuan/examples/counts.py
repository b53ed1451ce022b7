"""Examples for the rules over procurement, vehicles, receptions and staff."""

from juesuan.examples.example import Example, examples
from juesuan.examples.forms import COUNTS_09, FORMS, disclosure

_BUYING = (
    "十一、政府采购支出情况说明\n2024年度本部门政府采购支出合计{}万元，其中：政府采购货物支出10.00万元、"
    "政府采购工程支出0.00万元、政府采购服务支出20.00万元。"
)
_AWARDED = (
    f"{_BUYING.format('30.00')}授予中小企业合同金额{{}}万元，占政府采购支出总额的{{}}，"
    "其中：授予小微企业合同金额12.00万元，占政府采购支出总额的40.00%。"
)
_RESERVED = (
    "十一、其他重要事项的情况说明\n（二）政府采购支出情况\n2024年度政府采购金额为30.00万元，其中：货物采购金额10.00万元、"
    "工程采购金额0.00万元、服务采购金额20.00万元。\n2024年度面向中小企业预留政府采购项目预算金额20.00万元。"
    "在面向中小企业预留的政府采购项目中，由中小企业供应商中标或成交的，采购金额20.00万元；"
    "在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额{}万元。"
)
_VEHICLES = (
    "十二、国有资产占用情况说明\n截至2024年12月31日，本部门共有车辆{}辆，其中：机要通信用车1辆、应急保障用车2辆、"
    "其他用车0辆。"
)
_PUBLIC = "九、财政拨款“三公”经费支出决算情况说明\n（二）“三公”经费财政拨款支出决算具体情况说明\n"
_RECEIVED = (
    f"{_PUBLIC}1.公务用车运行维护费支出决算为5.00万元。\n2.公务接待费支出决算为{{}}万元。\n"
    "（三）“三公”经费财政拨款支出决算实物量情况\n2024年度公务用车购置0辆，公务用车保有量为{}辆；"
    "国内公务接待{}批次{}人。\n"
)
_ASSETS = "十二、国有资产占用情况说明\n截至2024年12月31日，固定资产账面原值20.00万元，累计折旧8.00万元，净值{}万元。"
_PER_HEAD = f"{_PUBLIC}1.公务接待费支出1.50万元。其中：国内公务接待支出1.50万元，接待4批次、30人次，人均{{}}元。"
_BY_UNIT = (
    f"{_PUBLIC}1.公务接待费支出1.50万元。国内公务接待4批次，累计{{}}人次，"
    "其中：机关本级3批次20人次，所属中心1批次10人次。"
)
_BY_GROUP = f"{_PUBLIC}1.因公出国（境）费支出6.00万元。全年组织出国团组2个，累计{{}}人次：赴甲国2人次，赴乙国3人次。"
_STAFF = "第一部分 部门概况\n二、机构设置\n本单位在职人数{}人，其中：行政人员20人、工勤人员5人、事业人员10人。\n"
_ASIDE = "一、收入支出决算总体情况说明\n本部门按规定编制决算。"
_COUNTED = FORMS + COUNTS_09

COUNTS: list[Example] = [
    *examples(
        "procurement-parts",
        passed=disclosure(_BUYING.format("30.00")),
        rounding=disclosure(_BUYING.format("30.01")),
        failed=disclosure(_BUYING.format("31.00")),
        unchecked=disclosure(_BUYING.format("30.00").partition("政府采购服务")[0]),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "procurement-inclusion",
        passed=disclosure(_AWARDED.format("15.00", "50.00%")),
        failed=disclosure(_AWARDED.format("10.00", "33.33%")),
        not_applicable=disclosure(_BUYING.format("30.00")),
    ),
    *examples(
        "procurement-reserved",
        passed=disclosure(_RESERVED.format("0.00")),
        rounding=disclosure(_RESERVED.format("10.01")),
        failed=disclosure(_RESERVED.format("20.00")),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "procurement-shares",
        passed=disclosure(_AWARDED.format("15.00", "50.00%")),
        rounding=disclosure(_AWARDED.format("15.0", "50.01%")),
        failed=disclosure(_AWARDED.format("15.00", "55.00%")),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "vehicles-by-kind",
        passed=disclosure(_VEHICLES.format("3")),
        failed=disclosure(_VEHICLES.format("4")),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "vehicles-kept",
        passed=disclosure(_RECEIVED.format("1.50", "3", "4", "30") + _VEHICLES.format("3")),
        failed=disclosure(_RECEIVED.format("1.50", "5", "4", "30") + _VEHICLES.format("3")),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "spent-on-something",
        passed=disclosure(_RECEIVED.format("1.50", "3", "4", "30")),
        failed=disclosure(_RECEIVED.format("1.50", "3", "0", "0")),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "net-value",
        passed=disclosure(_ASSETS.format("12.00")),
        rounding=disclosure(_ASSETS.format("12.01")),
        failed=disclosure(_ASSETS.format("21.00")),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "cost-per-unit",
        passed=disclosure(_PER_HEAD.format("500.00")),
        rounding=disclosure(_PER_HEAD.format("501")),
        failed=disclosure(_PER_HEAD.format("50.00")),
        unchecked=disclosure(_PER_HEAD.format("500.00").replace("30人次，", "")),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "guests-at-least-receptions",
        passed=disclosure(_RECEIVED.format("1.50", "3", "4", "30")),
        failed=disclosure(_RECEIVED.format("1.50", "3", "30", "4")),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "travellers-by-group",
        passed=disclosure(_BY_GROUP.format("5")),
        failed=disclosure(_BY_GROUP.format("6")),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "receptions-by-unit",
        passed=disclosure(_BY_UNIT.format("30")),
        failed=disclosure(_BY_UNIT.format("31")),
        not_applicable=disclosure(_RECEIVED.format("1.50", "3", "4", "30")),
    ),
    *examples(
        "running-without-vehicles",
        passed=disclosure(_RECEIVED.format("1.50", "3", "4", "30")),
        failed=disclosure(_RECEIVED.format("1.50", "0", "4", "30")),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "counts-in-form",
        passed=disclosure(_RECEIVED.format("1.50", "3", "4", "30"), _COUNTED),
        failed=disclosure(_RECEIVED.format("1.50", "3", "4", "80"), _COUNTED),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "staff-by-kind",
        passed=_STAFF.format("35"),
        failed=_STAFF.format("38"),
        not_applicable=disclosure(_ASIDE),
    ),
]
