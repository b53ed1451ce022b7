"""Examples for the rules over points, weights, rates and grades of self-evaluations."""

from __future__ import annotations

from juesuan.examples.evaluation_texts import (
    OTHER_PROJECT,
    PROJECT,
    completion_table,
    damaged_table,
    overall_table,
    part_four,
    plain_table,
    report,
    row,
    table,
)
from juesuan.examples.example import Example, examples

_NOTHING = "一、收入支出决算总体情况说明\n本部门按规定编制决算。\n"
_BARE = plain_table((("产出指标", "数量指标", "加工卷数", "≥200卷", "210卷"),))
_FINISHED = "产出指标\t数量指标\t加工卷数\t≥200卷\t210卷\t80\t105%\t80\t"
_PLEASED = "满意度指标\t服务对象满意度指标\t查档人员满意度\t≥95%\t97%\t10\t{}\t{}\t{}"
_PLEASED_FULLY = _PLEASED.format("102.11%", "10", "")
_SLOW = (
    "产出指标\t数量指标\t加工卷数\t200卷\t180卷\t{}\t90%\t{}\t设备故障\n"
    "\t产出指标\t时效指标\t扫描页数\t500页\t400页\t{}\t80%\t{}\t设备故障"
)
_SCORED = "本项目绩效自评得分{}分，评价等级为{}。"
_PAIR = table() + table(project=OTHER_PROJECT, total="100\t89.5", rows=row(0, score="20"))
_MEAN = part_four("2个项目开展绩效自评。", "各项目平均得分{}分。") + _PAIR
_STEPS = "说明：1.预算执行率达到90%以上得满分，低于90%的按比例得分。"
_LOST = table(rows=row(0, score=""))

EVALUATION_SCORES: list[Example] = [
    *examples(
        "evaluation-score-total",
        passed=table(),
        rounding=table(funds="10\t10\t9.57\t10\t95.7%\t9.57", fiscal="10\t10\t9.57", total="100\t99.6"),
        failed=table(total="100\t97.5"),
        unchecked=_LOST,
        not_applicable=_BARE,
    ),
    *examples(
        "evaluation-weights",
        passed=table(),
        failed=table(rows=row(0, weight="25", score="25"), total="100\t94.5"),
        unchecked=table(rows=tuple((*each[:5], "", "", "") for each in row(0)), total="\t"),
        not_applicable=_BARE,
    ),
    *examples(
        "evaluation-level-weights",
        passed=table(),
        failed=table(rows=row(0, level1="产出指标（60分）")),
        unchecked=table(rows=row(0, level3="")),
        not_applicable=table(rows=tuple((each[0].split("（")[0], *each[1:]) for each in row(0))),
    ),
    *examples(
        "score-within-weight",
        passed=table(),
        failed=table(rows=row(3, score="12"), total="100\t101.5"),
        unchecked=damaged_table(),
        not_applicable=_BARE,
    ),
    *examples(
        "execution-rate",
        passed=table(),
        rounding=table(funds="9\t9\t8.53\t10\t94.77%\t9.48", fiscal="9\t9\t8.53", total="100\t99.48"),
        failed=table(funds="10\t10\t9.5\t10\t98%\t9.8", total="100\t99.8"),
        unchecked=table(funds="\t\t9.5\t10\t95%\t9.5", fiscal="\t\t9.5"),
        not_applicable=_BARE,
    ),
    *examples(
        "execution-score",
        passed=table(),
        rounding=table(funds="10\t10\t9.57\t10\t95.7%\t9.5", fiscal="10\t10\t9.57", total="100\t99.5"),
        failed=table(funds="10\t10\t5\t10\t50%\t9", fiscal="10\t10\t5", total="100\t99"),
        unchecked=table(funds="10\t10\t5\t10\t50%\t9", fiscal="10\t10\t5", total="100\t99", note=_STEPS),
        not_applicable=_BARE,
    ),
    *examples(
        "execution-base",
        passed=table(funds="12\t10\t9.5\t10\t95%\t9.5", fiscal="12\t10\t9.5"),
        failed=table(funds="12\t10\t9.5\t10\t95%\t9.5", fiscal="12\t10\t9.5")
        + table(funds="20\t10\t9.5\t10\t47.5%\t4.75", fiscal="20\t10\t9.5", total="100\t94.75"),
        not_applicable=_BARE,
    ),
    *examples(
        "execution-indicator",
        passed=overall_table(),
        failed=overall_table().replace("98.89%", "92%"),
        not_applicable=_BARE,
    ),
    *examples(
        "completion-rate",
        passed=completion_table((_FINISHED, _PLEASED_FULLY)),
        failed=completion_table((_FINISHED, _PLEASED.format("97%", "10", ""))),
        unchecked=completion_table((_FINISHED.replace("≥200卷\t210卷", "0卷\t5卷"),)),
        not_applicable=_BARE,
    ),
    *examples(
        "score-follows-completion",
        passed=completion_table((_SLOW.format("40", "36", "40", "32"), _PLEASED_FULLY), total="100\t87.5"),
        failed=completion_table((_SLOW.format("40", "20", "40", "32"), _PLEASED_FULLY), total="100\t71.5"),
        not_applicable=_BARE,
    ),
    *examples(
        "deduction-explained",
        passed=completion_table((_FINISHED, _PLEASED_FULLY)),
        failed=completion_table((_FINISHED, _PLEASED.format("102.11%", "9", "")), total="100\t98.5"),
        not_applicable=_BARE,
    ),
    *examples(
        "reported-score",
        passed=report(_SCORED.format("99.5", "优")) + table(),
        rounding=report(_SCORED.format("99.4", "优"))
        + table(funds="10\t10\t9.45\t10\t94.5%\t9.45", total="100\t99.45"),
        failed=report(_SCORED.format("98", "优")) + table(),
        unchecked=report(_SCORED.format("99.5", "优")) + table(total="\t"),
        not_applicable=_NOTHING,
    ),
    *examples(
        "composite-score",
        passed=_MEAN.format("94.5"),
        failed=_MEAN.format("99.5"),
        unchecked=part_four("2个项目开展绩效自评。", "各项目平均得分94.5分。")
        + table()
        + table(project=OTHER_PROJECT, total="\t"),
        not_applicable=_NOTHING,
    ),
    *examples(
        "grade-matches-score",
        passed=report(_SCORED.format("99.5", "优")) + table(),
        failed=report(_SCORED.format("99.5", "良")) + table(),
        unchecked=report(_SCORED.format("99.5", "合格")) + table(),
        not_applicable=_NOTHING,
    ),
    *examples(
        "grade-has-score",
        passed=report(_SCORED.format("99.5", "优")) + table(),
        failed=report(f"{PROJECT}评价等级为优。") + _BARE,
        not_applicable=_NOTHING,
    ),
]
