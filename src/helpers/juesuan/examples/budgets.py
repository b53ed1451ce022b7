"""Examples for the rules on budgets."""

from juesuan.examples.budget_forms import COVER, budget
from juesuan.examples.example import Example, examples

_NONE = f"{COVER}没有公开表。"
_NO_CARRY = ("54", "二、上年结转\t\t", "二、上年结转\t5.00\t")

_PROSE = """一、关于2024年收支总表的说明
2024年收支总预算130.00万元。
二、关于2024年一般公共预算支出表的说明
2024年一般公共预算支出120.00万元，其中：基本支出90.00万元，项目支出30.00万元。
一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）2024年预算数为70.00万元，用于日常运转。
三、关于2024年“三公”经费预算的说明
2024年“三公”经费预算数为8.00万元，比上年预算减少2.00万元，下降20.00%。
"""
_BEFORE = (
    ("59", "合计\t因公", "上年预算数\t本年预算数\t\t\t\t\t\n合计\t合计\t因公"),
    ("59", "\n\t\t小计", "\n\t\t\t小计"),
    ("59", "公务接待费\t机关运行经费", "公务接待费"),
    ("59", "\t\t\n8.00", "\t\n10.00\t8.00"),
    ("59", "2.00\t15.00", "2.00"),
)


def _said(*changes: tuple[str, str, str]) -> str:
    return budget(*changes, prose=_PROSE)


def _projects() -> str:
    listed = "河道清淤\t25.00\t25.00\n水文监测\t15.00\t5.00\t10.00\n合计\t40.00\t30.00\t10.00\n"
    return f"{budget()}项目支出表\n单位：万元\n项目名称\t合计\t一般公共预算\t单位资金\n{listed}"


BUDGETS: list[Example] = [
    *examples(
        "budget-row-sums",
        passed=budget(),
        rounding=budget(("55", "合计\t\t120.00\t90.00", "合计\t\t120.00\t90.01")),
        failed=budget(("55", "行政运行\t70.00\t70.00", "行政运行\t70.00\t77.00")),
        unchecked=budget(("55", "行政运行\t70.00\t70.00", "行政运行\t\t70.00")),
        not_applicable=_NONE,
    ),
    *examples(
        "budget-three-public-sums",
        passed=budget(),
        rounding=budget(("59", "8.00\t0.00\t6.00", "8.01\t0.00\t6.00")),
        failed=budget(("59", "8.00\t0.00\t6.00", "9.00\t0.00\t6.00")),
        unchecked=budget(("59", "8.00\t0.00\t6.00", "\t0.00\t6.00")),
        not_applicable=_NONE,
    ),
    *examples(
        "budget-levels",
        passed=budget(),
        rounding=budget(("55", "行政运行\t70.00\t70.00", "行政运行\t70.01\t70.01")),
        failed=budget(("55", "行政运行\t70.00\t70.00", "行政运行\t60.00\t60.00")),
        unchecked=budget(("55", "合计\t\t120.00", "合计\t\t")),
        not_applicable=_NONE,
    ),
    *examples(
        "budget-side-sums",
        passed=budget(),
        rounding=budget(("51", "三、其他收入\t10.00", "三、其他收入\t10.01")),
        failed=budget(("51", "三、其他收入\t10.00", "三、其他收入\t11.00")),
        unchecked=budget(("51", "本年支出合计\t130.00", "本年支出合计\t")),
        not_applicable=_NONE,
    ),
    *examples(
        "budget-balance",
        passed=budget(),
        rounding=budget(("51", "支出总计\t130.00", "支出总计\t130.01")),
        failed=budget(("51", "支出总计\t130.00", "支出总计\t103.00")),
        unchecked=budget(("51", "支出总计\t130.00", "支出总计\t")),
        not_applicable=_NONE,
    ),
    *examples(
        "budget-restated-totals",
        passed=budget(),
        rounding=budget(("56", "合计\t\t90.00", "合计\t\t90.01")),
        failed=budget(("56", "合计\t\t90.00", "合计\t\t99.00")),
        unchecked=budget(("56", "合计\t\t90.00", "合计\t\t")),
        not_applicable=_NONE,
    ),
    *examples(
        "budget-class-totals",
        passed=budget(),
        rounding=budget(("54", "社会保障和就业支出\t20.00\t20.00", "社会保障和就业支出\t20.01\t20.01")),
        failed=budget(("54", "社会保障和就业支出\t20.00\t20.00", "社会保障和就业支出\t2.00\t2.00")),
        unchecked=budget(("54", "（二）社会保障和就业支出\t20.00\t20.00", "（二）社会保障和就业支出\t\t")),
        not_applicable=budget(_NO_CARRY, ("51", "结转下年\t", "结转下年\t5.00")),
    ),
    *examples(
        "budget-general-within-all",
        passed=budget(),
        rounding=budget(("55", "支出\t20.00\t20.00", "支出\t20.01\t20.01")),
        failed=budget(("55", "支出\t20.00\t20.00", "支出\t25.00\t25.00")),
        unchecked=budget(("53", "2080505\t机关事业单位基本养老保险缴费支出\t20.00\t20.00\t\n", "")),
        not_applicable=_NONE,
    ),
    *examples(
        "budget-three-public-by-account",
        passed=budget(),
        rounding=budget(("56", "公务接待费\t2.00\t\t2.00", "公务接待费\t2.01\t\t2.01")),
        failed=budget(("56", "公务接待费\t2.00\t\t2.00", "公务接待费\t5.00\t\t5.00")),
        unchecked=budget(("56", "75.00\t15.00\n301", "75.00\t\n301")),
        not_applicable=_NONE,
    ),
    *examples(
        "budget-prose-totals",
        passed=_said(),
        rounding=_said().replace("项目支出30.00万元", "项目支出30.01万元"),
        failed=_said().replace("收支总预算130.00万元", "收支总预算131.70万元"),
        unchecked=_said().replace("收支总预算130.00万元", "收支总预算110.00万元"),
        not_applicable=_NONE,
    ),
    *examples(
        "budget-prose-items",
        passed=_said(),
        failed=_said().replace("预算数为70.00万元", "预算数为77.00万元"),
        unchecked=_said().replace("预算数为70.00万元", "预算数为20.00万元"),
        not_applicable=_NONE,
    ),
    *examples(
        "budget-prose-three-public",
        passed=_said(),
        failed=_said().replace("经费预算数为8.00万元", "经费预算数为8.80万元"),
        unchecked=_said().replace("经费预算数为8.00万元", "经费预算数为10.00万元"),
        not_applicable=_NONE,
    ),
    *examples(
        "budget-prior-restated",
        passed=_said(*_BEFORE),
        rounding=_said(*_BEFORE).replace("减少2.00万元", "减少2.01万元"),
        failed=_said(*_BEFORE).replace("减少2.00万元", "减少3.00万元"),
        not_applicable=_said(),
    ),
    *examples(
        "budget-prose-growth",
        passed=_said(),
        rounding=_said().replace("下降20.00%", "下降20.01%"),
        failed=_said().replace("下降20.00%", "下降25.00%"),
        unchecked=_said().replace("减少2.00万元，下降20.00%", "增加8.00万元，增长100.00%"),
        not_applicable=_NONE,
    ),
    *examples(
        "budget-projects-sum",
        passed=_projects(),
        rounding=_projects().replace("水文监测\t15.00", "水文监测\t15.01"),
        failed=_projects().replace("水文监测\t15.00", "水文监测\t51.00"),
        unchecked=_projects().replace("河道清淤\t25.00", "河道清淤\t32.00\t32.00\n北岸\t17.00\t17.00"),
        not_applicable=budget(),
    ),
    *examples(
        "budget-projects-within",
        passed=_projects(),
        rounding=_projects().replace("合计\t40.00", "合计\t40.01"),
        failed=_projects().replace("合计\t40.00", "合计\t44.00"),
        unchecked=_projects().replace("合计\t40.00", "合计\t4o.00"),
        not_applicable=budget(),
    ),
]
