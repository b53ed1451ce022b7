"""Examples for the rules over projects counted, graded and averaged in prose."""

from juesuan.examples.example import Example, examples
from juesuan.examples.forms import disclosure

_STAGES = (
    "十、预算绩效管理情况\n编报绩效目标的2024年度项目{}个，涉及预算金额88.00万元；"
    "绩效自评的2024年度项目6个，涉及预算金额{}万元，"
)
_GRADES = (
    "平均得分{}分（其中，绩效评级为“优”的项目{}个；绩效评级为“良”的项目2个；绩效评级为“合格”的项目0个；"
    "绩效评级为“不合格”的项目0个）。"
)
_ALL = _STAGES.format(6, "88.00") + _GRADES
_ASIDE = disclosure("一、收入支出决算总体情况说明\n本部门按规定编制决算。")

_MENDED = "十、预算绩效情况说明\n（一）预算绩效管理情况\n绩效自评中发现问题5个，已经完成整改的{}个，正在整改的2个。\n"

PROJECT_COUNTS: list[Example] = [
    *examples(
        "problems-mended",
        passed=disclosure(_MENDED.format(3)),
        failed=disclosure(_MENDED.format(4)),
        not_applicable=_ASIDE,
    ),
    *examples(
        "grades-counted",
        passed=disclosure(_ALL.format("93.50", 4)),
        failed=disclosure(_ALL.format("93.50", 3)),
        unchecked=disclosure(_ALL.format("93.50", 3).partition("绩效评级为“合格”")[0]),
        not_applicable=_ASIDE,
    ),
    *examples(
        "average-fits-grades",
        passed=disclosure(_ALL.format("93.50", 4)),
        failed=disclosure(_ALL.format("83.50", 4)),
        not_applicable=_ASIDE,
    ),
    *examples(
        "evaluated-alike",
        passed=disclosure(_ALL.format("93.50", 4)),
        failed=disclosure(_STAGES.format(9, "88.00") + _GRADES.format("93.50", 4)),
        not_applicable=_ASIDE,
    ),
]
