"""Examples for the rules that hold a report, or a table's note, against itself."""

from juesuan.examples.evaluation_texts import overall_report, report, table
from juesuan.examples.example import Example, examples
from juesuan.examples.forms import disclosure

_LEFT = "本项目年初预算10.00万元，实际支出9.50万元，节约资金{}万元。"
_TWICE = "2024年度资金到位10.00万元，支出9.50万元。\n本年资金到位{}万元，全部用于档案加工。"
_RATE = "十、预算绩效管理情况\n全年受理查档申请80件，办结率{}。"
_NOTE = "注：分值设定100分，其中预算执行率10分、产出指标50分、效益指标30分、满意度指标{}分。\n"
_OPENING = (
    "五、一般公共预算财政拨款支出决算情况说明\n（三）一般公共预算财政拨款支出决算具体情况\n"
    "2024年度一般公共预算财政拨款支出年初预算为125.00万元，支出决算为120.00万元，完成年初预算的96.00%。"
)
_OVERALL = "二、部门整体支出管理及使用情况\n2024年，下达年初预算{}万元，其中财政拨款收入120.00万元。"
_ASIDE = disclosure("一、收入支出决算总体情况说明\n本部门按规定编制决算。")

REPORT_BOUNDS: list[Example] = [
    *examples(
        "money-left",
        passed=report(_LEFT.format("0.50")) + table(),
        rounding=report(_LEFT.format("0.51")) + table(),
        failed=report(_LEFT.format("0.90")) + table(),
        not_applicable=report("本项目按期完成。") + table(),
    ),
    *examples(
        "receipts-agree",
        passed=report(_TWICE.format("10.00")) + table(),
        rounding=report(_TWICE.format("10.01")) + table(),
        failed=report(_TWICE.format("12.00")) + table(),
        not_applicable=report("本项目按期完成。") + table(),
    ),
    *examples(
        "said-rate-above-hundred",
        passed=disclosure(_RATE.format("98%")),
        failed=disclosure(_RATE.format("108%")),
        not_applicable=_ASIDE,
    ),
    *examples(
        "noted-weights",
        passed=table() + _NOTE.format(10),
        failed=table() + _NOTE.format(20),
        not_applicable=table(),
    ),
    *examples(
        "opening-budget-in-report",
        passed=disclosure(_OPENING, "") + overall_report(_OVERALL.format("125.00")),
        rounding=disclosure(_OPENING, "") + overall_report(_OVERALL.format("125.01")),
        failed=disclosure(_OPENING, "") + overall_report(_OVERALL.format("152.00")),
        not_applicable=_ASIDE,
    ),
]
