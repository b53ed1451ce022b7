"""Examples for the rules over targets, results and claims of self-evaluations."""

from __future__ import annotations

from juesuan.examples.evaluation_texts import (
    PROJECT,
    completion_table,
    damaged_table,
    overall_report,
    overall_table,
    part_four,
    plain_table,
    report,
    row,
    table,
)
from juesuan.examples.example import Example, examples

_NOTHING = "一、收入支出决算总体情况说明\n本部门按规定编制决算。\n"
_VOLUMES = ("产出指标", "数量指标", "加工卷数", "≥200卷", "210卷")


def _indicator(level2: str, name: str, target: str, result: str) -> str:
    """A table without points whose second row is the given indicator."""
    return plain_table((_VOLUMES, ("", level2, name, target, result)))


_TIMELY = completion_table(
    ("产出指标\t时效指标\t资金支付及时性\t及时\t100%-80%(含)\t90\t100%\t90\t",), total="100\t99.5"
)
_SOUND = completion_table(
    ("管理指标\t财务管理\t财务管理制度健全性\t健全\t100%-80%(含)\t90\t100%\t90\t",), total="100\t99.5"
)
_PROBLEMS = "本项目按计划实施。\n二、存在的问题\n{}\n三、下一步打算\n继续做好档案加工。\n"
_LATE = "一是资金支付不够及时。"
_ADMITS = part_four(
    "本部门对2024年度项目支出开展绩效自评。",
    f"1.“{PROJECT}”项目绩效自评情况：项目全年预算数为10万元。发现的主要问题：资金支付延迟。",
)
_AIMS = (
    "二、绩效目标明确性\n加工档案大于200卷；查档人员满意度{}；年度预算执行率{}。\n"
    "三、评价结论\n本项目已完成全年预期指标。\n"
)
_INPUT = "二、绩效目标明确性\n年内加工档案不少于200卷，资金投入{}万元。\n"

EVALUATION_TARGETS: list[Example] = [
    *examples(
        "target-missed",
        passed=_indicator("质量指标", "扫描合格率", "≥98%", "99%"),
        failed=_indicator("质量指标", "扫描合格率", "≥98%", "96%"),
        not_applicable=_NOTHING,
    ),
    *examples(
        "result-is-a-bound",
        passed=_indicator("成本指标", "加工支出", "≤10万元", "9.5万元"),
        failed=_indicator("成本指标", "加工支出", "资金额度", "≤10万元"),
        not_applicable=_NOTHING,
    ),
    *examples(
        "result-copies-target",
        passed=_indicator("质量指标", "扫描合格率", "≥98%", "99%"),
        failed=_indicator("质量指标", "扫描合格率", "≥98%", "≥98%"),
        not_applicable=_NOTHING,
    ),
    *examples(
        "target-is-a-label",
        passed=_indicator("成本指标", "加工支出", "≤10万元", "9.5万元"),
        failed=_indicator("成本指标", "加工支出", "资金额度", "9.5万元"),
        not_applicable=_NOTHING,
    ),
    *examples(
        "rate-is-money",
        passed=_indicator("成本指标", "成本超支率", "≤5%", "0%"),
        failed=_indicator("成本指标", "成本超支率", "≤5万元", "9.5万元"),
        unchecked=damaged_table(),
        not_applicable=plain_table((_VOLUMES,)),
    ),
    *examples(
        "targets-all-alike",
        passed=plain_table((_VOLUMES,)),
        failed=plain_table(
            (
                ("产出指标", "数量指标", "加工卷数", "完成", "完成"),
                ("", "质量指标", "扫描质量", "完成", "完成"),
                ("", "时效指标", "加工进度", "完成", "完成"),
            )
        ),
        not_applicable=_NOTHING,
    ),
    *examples(
        "rate-without-figure",
        passed=_indicator("质量指标", "扫描合格率", "≥98%", "99%"),
        failed=_indicator("质量指标", "扫描合格率", "提高", "已提高"),
        not_applicable=_NOTHING,
    ),
    *examples(
        "result-without-figure",
        passed=_indicator("社会效益指标", "查档人次", "≥500人次", "620人次"),
        failed=_indicator("社会效益指标", "查档人次", "≥500人次", "有所增加"),
        not_applicable=_NOTHING,
    ),
    *examples(
        "units-differ",
        passed=_indicator("数量指标", "培训场次", "3次", "3次"),
        failed=_indicator("数量指标", "培训场次", "3次", "80人"),
        not_applicable=_NOTHING,
    ),
    *examples(
        "indicator-unnamed",
        passed=_indicator("质量指标", "扫描合格率", "≥98%", "99%"),
        failed=_indicator("质量指标", "指标1：质量指标", "≥98%", "99%"),
        not_applicable=_NOTHING,
    ),
    *examples(
        "indicator-of-another-kind",
        passed=_indicator("经济效益指标", "节约复印费", "≥1万元", "1.2万元"),
        failed=_indicator("经济效益指标", "查档满意度", "≥95%", "97%"),
        not_applicable=_NOTHING,
    ),
    *examples(
        "rate-above-hundred",
        passed=_indicator("质量指标", "扫描合格率", "≥98%", "100%"),
        failed=_indicator("质量指标", "扫描合格率", "≥98%", "112%"),
        not_applicable=plain_table((_VOLUMES,)),
    ),
    *examples(
        "indicator-repeated",
        passed=plain_table((_VOLUMES,)),
        failed=plain_table((_VOLUMES, ("", "质量指标", *_VOLUMES[2:]))),
        not_applicable=_NOTHING,
    ),
    *examples(
        "points-as-target",
        passed=plain_table((_VOLUMES,)),
        failed=plain_table(
            (
                ("产出指标", "数量指标", "加工卷数", "20", "20"),
                ("", "质量指标", "扫描质量", "30", "28"),
                ("", "时效指标", "加工进度", "50", "45"),
            )
        ),
        not_applicable=_NOTHING,
    ),
    *examples(
        "target-implausible",
        passed=_indicator("质量指标", "扫描合格率", "≥98%", "100%"),
        failed=_indicator("质量指标", "扫描合格率", "2%", "100%"),
        not_applicable=_NOTHING,
    ),
    *examples(
        "all-indicators-done",
        passed=part_four("从评价情况来看，各项指标均已完成。") + table(),
        failed=part_four("从评价情况来看，各项指标均已完成。")
        + table(rows=row(3, result="92%", score="9"), total="100\t98.5"),
        not_applicable=table(),
    ),
    *examples(
        "payment-on-time",
        passed=report(_PROBLEMS.format("一是预算编制不够细化。")) + _TIMELY,
        failed=report(_PROBLEMS.format(_LATE)) + _TIMELY,
        not_applicable=table(),
    ),
    *examples(
        "soundness-admitted",
        passed=report(_PROBLEMS.format(_LATE)) + _SOUND,
        failed=report(_PROBLEMS.format("一是财务管理内控制度不够健全。")) + _SOUND,
        not_applicable=table(),
    ),
    *examples(
        "problems-agree",
        passed=_ADMITS + report(_PROBLEMS.format(_LATE)) + table(),
        failed=_ADMITS + report(_PROBLEMS.format("无")) + table(),
        not_applicable=report(_PROBLEMS.format("无")) + table(),
    ),
    *examples(
        "execution-complained-of",
        passed=overall_report("部门整体预算执行率有待提升。") + overall_table(),
        failed=overall_report("部门整体预算执行率有待提升。") + overall_table(total="120.00\t120.00\t120.00"),
        not_applicable=overall_table(),
    ),
    *examples(
        "execution-target",
        passed=report(_AIMS.format("95%", "95%")) + table(),
        failed=report(_AIMS.format("95%", "100%")) + table(),
        unchecked=report(_AIMS.format("95%", "100%")) + table(funds="10\t10\t\t10\t\t"),
        not_applicable=table(),
    ),
    *examples(
        "satisfaction-target",
        passed=report(_AIMS.format("95%", "95%")) + table(),
        failed=report(_AIMS.format("90%", "95%")) + table(),
        not_applicable=table(),
    ),
    *examples(
        "input-target",
        passed=report(_INPUT.format("10")) + table(),
        failed=report(_INPUT.format("15")) + table(),
        not_applicable=table(),
    ),
]
