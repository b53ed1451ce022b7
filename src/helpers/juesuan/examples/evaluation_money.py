"""Examples for the rules over the money and the number of self-evaluated projects."""

from __future__ import annotations

from juesuan.examples.evaluation_texts import (
    OTHER_PROJECT,
    overall_report,
    overall_table,
    part_four,
    plain_table,
    report,
    row,
    table,
    with_forms,
)
from juesuan.examples.example import Example, examples
from juesuan.examples.forms import disclosure

_NOTHING = "一、收入支出决算总体情况说明\n本部门按规定编制决算。\n"
_VOLUMES = ("产出指标", "数量指标", "加工卷数", "≥200卷", "210卷")
_UNSPENT = table(funds="10\t10\t\t10\t\t", fiscal="10\t10\t")
_SECOND = table(
    project=OTHER_PROJECT,
    funds="21\t21\t20.5\t10\t97.62%\t9.76",
    fiscal="21\t21\t20.5",
    rows=row(1, target="≤21万元", result="20.5万元"),
    total="100\t99.76",
)
_FULL = (
    "本部门对2024年度一般公共预算项目支出全面开展绩效自评，其中，一级项目{}个，共涉及资金{}万元，"
    "占一般公共预算项目支出总额的{}。"
)
_LISTED = (
    "二、部门整体支出情况\n（一）项目支出\n项目支出30.00万元，其中档案数字化加工经费、库房温湿度监测费等"
    "2个项目共计支出{}万元。"
)
_SAID = "本项目年初预算{}万元，实际支出{}万元，执行率为{}。"
_RECEIVED = "2024年度资金到位{}万元和支出{}万元。"
_ARRIVED = "本项目计划到位资金10万元，实际到位{}万元，到位率为{}。"
_SOURCE = "项目预算金额10万元、预算资金来源：{}科目、资金到位10万元和支出9.5万元。"
_YEARLY = "项目预算总金额30万元，3年建成，每年资金投入{}万元。"
_OPENING = (
    "五、一般公共预算财政拨款支出决算情况说明\n（三）一般公共预算财政拨款支出决算具体情况\n"
    "2024年度一般公共预算财政拨款支出年初预算为{}万元，支出决算为{}万元，完成年初预算的{}。"
)
_FORM_01 = """收入支出决算总表
公开01表
单位：万元
收入\t\t\t支出\t\t
项目\t行次\t金额\t项目\t行次\t金额
一、一般公共预算财政拨款收入\t1\t120.00\t一、一般公共服务支出\t31\t120.00
本年收入合计\t27\t120.00\t本年支出合计\t57\t120.00
年初结转和结余\t29\t\t年末结转和结余\t59\t
总计\t30\t120.00\t总计\t60\t120.00
"""

EVALUATION_MONEY: list[Example] = [
    *examples(
        "fund-lines-sum",
        passed=table(),
        rounding=table(fiscal="10.01\t10.00\t9.50"),
        failed=table(fiscal="10\t9\t9.5"),
        not_applicable=_NOTHING,
    ),
    *examples(
        "spending-within-budget",
        passed=table(),
        failed=table(funds="10\t9\t9.5\t10\t95%\t9.5", fiscal="10\t9\t9.5"),
        not_applicable=_NOTHING,
    ),
    *examples(
        "cost-equals-spending",
        passed=table(),
        failed=table(rows=row(1, result="8.5万元")),
        not_applicable=plain_table((_VOLUMES,)),
    ),
    *examples(
        "cost-within-target",
        passed=table(rows=row(1, target="≤11万元")),
        failed=table(rows=row(1, target="8万元")),
        not_applicable=table(),
    ),
    *examples(
        "goal-restates-money",
        passed=table().replace("馆藏档案\t\t\t已完成", "馆藏档案，经费10万元\t\t\t经费完成9.5万元"),
        failed=table().replace("馆藏档案\t\t\t已完成", "馆藏档案，经费10万元\t\t\t经费完成5.9万元"),
        not_applicable=table(),
    ),
    *examples(
        "overall-table-restates-forms",
        passed=with_forms(overall_table(total="120.00\t120.00\t120.00", basic="90\t90\t90", project="30\t30\t30")),
        failed=with_forms(overall_table()),
        not_applicable=overall_table(),
    ),
    *examples(
        "report-restates-project-money",
        passed=report(_SAID.format("10", "9.5", "95%")) + table(),
        rounding=report(_SAID.format("10", "9.51", "95%"))
        + table(funds="10\t10\t9.50\t10\t95%\t9.5", fiscal="10\t10\t9.50"),
        failed=report(_SAID.format("10", "8.5", "85%")) + table(),
        unchecked=report(_YEARLY.format("10")) + table(),
        not_applicable=table(),
    ),
    *examples(
        "spending-within-receipts",
        passed=report(_RECEIVED.format("10", "9.5")) + table(),
        failed=report(_RECEIVED.format("9.2", "9.5")) + table(),
        not_applicable=table(),
    ),
    *examples(
        "report-rates",
        passed=report(_SAID.format("10", "9.5", "95%")) + table(),
        rounding=report(_SAID.format("10.00", "9.57", "95%")) + table(),
        failed=report(_ARRIVED.format("9", "100%")) + table(),
        not_applicable=table(),
    ),
    *examples(
        "overall-report-restates-forms",
        passed=with_forms(overall_report("项目支出30.00万元。")),
        rounding=with_forms(overall_report("项目支出30.01万元。")),
        failed=with_forms(overall_report("项目支出32.00万元。")),
        not_applicable=_NOTHING,
    ),
    *examples(
        "yearly-plan",
        passed=report(_YEARLY.format("10")) + table(),
        failed=report(_YEARLY.format("8")) + table(),
        not_applicable=table(),
    ),
    *examples(
        "receipts-left-over",
        passed=_FORM_01 + report(_RECEIVED.format("9.5", "9.5")) + table(),
        failed=_FORM_01 + report(_RECEIVED.format("10", "9.5")) + table(),
        not_applicable=table(),
    ),
    *examples(
        "evaluated-amount",
        passed=part_four(_FULL.format(2, "30.00", "100%")) + table() + _SECOND,
        rounding=part_four(_FULL.format(2, "30.01", "100%")) + table() + _SECOND,
        failed=part_four(_FULL.format(2, "35.00", "100%")) + table() + _SECOND,
        unchecked=part_four(_FULL.format(3, "35.00", "100%")) + table() + _SECOND,
        not_applicable=_NOTHING,
    ),
    *examples(
        "listed-projects-total",
        passed=overall_report(_LISTED.format("30.00")) + table() + _SECOND,
        failed=overall_report(_LISTED.format("32.00")) + table() + _SECOND,
        unchecked=overall_report(_LISTED.format("32.00")) + table(),
        not_applicable=table(),
    ),
    *examples(
        "evaluation-is-full",
        passed=with_forms(part_four(_FULL.format(2, "30.00", "100%"))),
        failed=with_forms(part_four(_FULL.format(1, "25.00", "83.33%"))),
        rounding=with_forms(part_four(_FULL.format(2, "30.01", "100%"))),
        not_applicable=_NOTHING,
    ),
    *examples(
        "projects-within-expenditure",
        passed=with_forms(table() + _SECOND),
        failed=with_forms(table(funds="19\t19\t18\t10\t94.74%\t9.47", fiscal="19\t19\t18") + _SECOND),
        unchecked=with_forms(_UNSPENT),
        not_applicable=_NOTHING,
    ),
    *examples(
        "project-count",
        passed=part_four(_FULL.format(2, "30.00", "100%")) + table() + _SECOND,
        failed=part_four(_FULL.format(1, "30.00", "100%")) + table() + _SECOND,
        not_applicable=_NOTHING,
    ),
    *examples(
        "funding-code",
        passed=with_forms(report(_SOURCE.format("2010302")) + table()),
        failed=with_forms(
            report(_SOURCE.format("2010302"))
            + table()
            + report(_SOURCE.format("2010302"), OTHER_PROJECT)
            + _SECOND.replace("20.5", "20.9")
        ),
        unchecked=with_forms(report(_SOURCE.format("2010399")) + table()),
        not_applicable=table(),
    ),
    *examples(
        "evaluated-share",
        passed=with_forms(part_four(_FULL.format(2, "30.00", "100%"))),
        rounding=with_forms(part_four(_FULL.format(2, "29.99", "99.99%"))),
        failed=with_forms(part_four(_FULL.format(2, "30.00", "25%"))),
        not_applicable=_NOTHING,
    ),
    *examples(
        "opening-budget-restated",
        passed=disclosure(_OPENING.format("120.00", "118.00", "98.33%"), "") + overall_table(),
        rounding=disclosure(_OPENING.format("120.01", "118.00", "98.33%"), "") + overall_table(),
        failed=disclosure(_OPENING.format("110.00", "118.00", "107.27%"), "") + overall_table(),
        not_applicable=overall_table(),
    ),
    *examples(
        "opening-equals-final",
        passed=disclosure(_OPENING.format("125.00", "120.00", "96.00%"), "") + table(),
        failed=disclosure(_OPENING.format("120.00", "120.00", "100.00%"), "") + table(),
        not_applicable=table(),
    ),
    *examples(
        "budget-cut-explained",
        passed=table(),
        failed=table(funds="30\t10\t9.5\t10\t95%\t9.5", fiscal="30\t10\t9.5"),
        not_applicable=plain_table((_VOLUMES,)),
    ),
]
