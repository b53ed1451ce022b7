"""Examples for the questions: what is worth asking about and no fault by itself."""

from juesuan.examples.evaluation_texts import OTHER_PROJECT, PROJECT, row, table
from juesuan.examples.example import Example, examples
from juesuan.examples.form_set import FORM_01
from juesuan.examples.forms import disclosure

_ASIDE = "一、收入支出决算总体情况说明\n本部门按规定编制决算。"
_NAMES = (PROJECT, OTHER_PROJECT, "地方志编纂经费")
_ALL_FULL = "\n".join(table(project=name) for name in _NAMES)
_ALL_SPENT = "\n".join(
    table(project=name, funds="10\t10\t10\t10\t100%\t10", fiscal="10\t10\t10", total="100\t100") for name in _NAMES
)
_ITEM = (
    "五、一般公共预算财政拨款支出决算情况说明\n（三）一般公共预算财政拨款支出决算具体情况\n"
    "1.教育支出（类）普通教育（款）小学教育（项）。年初预算为10.00万元，支出决算为{}万元。"
)
_PUBLIC = (
    "九、财政拨款“三公”经费支出决算情况说明\n2024年度“三公”经费预算为{}万元，支出决算为6.00万元，比上年{}1.00万元。"
)
_CARRIED = FORM_01.replace("年末结转和结余\t60\t", "年末结转和结余\t60\t{}")

REVIEW: list[Example] = [
    *examples(
        "review-full-marks",
        passed=_ALL_FULL + "\n" + table(project="查档大厅租金", rows=row(0, score="29"), total="100\t98.5"),
        failed=_ALL_FULL,
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "review-all-executed",
        passed=_ALL_FULL,
        failed=_ALL_SPENT,
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "review-item-far-from-budget",
        passed=disclosure(_ITEM.format("9.00")),
        failed=disclosure(_ITEM.format("5.00")),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "review-public-growth",
        passed=disclosure(_PUBLIC.format("8.00", "减少")),
        failed=disclosure(_PUBLIC.format("5.00", "增加")),
        not_applicable=disclosure(_ASIDE),
    ),
    *examples(
        "review-carry-over",
        passed=disclosure(_ASIDE, _CARRIED.format("20.00")),
        failed=disclosure(_ASIDE, _CARRIED.format("30.00")),
        not_applicable=disclosure(_ASIDE),
    ),
]
