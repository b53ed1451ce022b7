"""The documents of an invented city: a body's final accounts and its budget for one year, as texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from juesuan.kinds.kind import Scope

ITEMS = (("2010301", "一般公共服务支出", "政府办公厅（室）及相关机构事务", "行政运行"),
         ("2080505", "社会保障和就业支出", "行政事业单位养老支出", "机关事业单位基本养老保险缴费支出"),
         ("2210201", "住房保障支出", "住房改革支出", "住房公积金"))  # fmt: skip
ORDINALS = {"201": "一、", "208": "八、", "221": "十九、"}
THREE = (
    "合计\t因公出国（境）费\t公务用车购置及运行维护费\t\t\t公务接待费",
    "\t\t小计\t公务用车购置费\t公务用车运行维护费\t",
)


@dataclass(frozen=True)
class Year:
    """What one body spent, was allowed and kept in one year, in 万元; `before` is last year's total, if it was told.

    `spent` and `approved` are by item, `public` and `allowed` (its budget) by kind of the three public expenses.
    """

    name: str
    scope: Scope
    year: int
    spent: Mapping[str, Decimal]
    approved: Mapping[str, Decimal]
    public: Mapping[str, Decimal]
    allowed: Mapping[str, Decimal]
    opening: Decimal
    closing: Decimal
    before: Decimal | None = None
    length: Decimal = Decimal(12)  # the target of its project
    reason: str = "人员变动"
    has_project: bool = False

    @property
    def total(self) -> Decimal:
        return sum(self.spent.values(), Decimal(0))

    @property
    def whole(self) -> Decimal:
        """收、支总计: what was spent, and what is left at the end."""
        return self.total + self.closing


def final_accounts(of: Year) -> str:
    """The final accounts: forms 01, 03, 05 and 09, the explanations, and a self-evaluation."""
    own = "本级" if of.scope is Scope.OWN_OFFICE else ""
    kind = "单位" if of.scope is Scope.UNIT else "部门"
    head = f"部门：{of.name}{own}\n金额单位：万元"
    income = of.whole - of.opening
    lines = [
        f"{of.name}{own}{of.year}年度{kind}决算",
        "",
        f"第二部分 {of.year}年度部门决算表",
        "收入支出决算总表\n公开01表",
        head,
        "收入\t\t\t支出\n项目\t行次\t金额\t项目\t行次\t金额\n栏次\t\t1\t栏次\t\t2",
        *(
            f"{'一、一般公共预算财政拨款收入' if i == 0 else ''}\t{i + 1 if i == 0 else ''}\t{income if i == 0 else ''}"
            f"\t{ORDINALS[code[:3]]}{section}\t{32 + i}\t{of.spent[code]}"
            for i, (code, section, *_) in enumerate(ITEMS)
        ),
        f"本年收入合计\t27\t{income}\t本年支出合计\t58\t{of.total}",
        f"年初结转和结余\t29\t{of.opening}\t年末结转和结余\t60\t{of.closing}",
        f"总计\t31\t{of.whole}\t总计\t62\t{of.whole}",
        "\n支出决算表\n公开03表",
        head,
        "项目\t\t本年支出合计\t基本支出\t项目支出\t上缴上级支出\t经营支出\t对附属单位补助支出",
        "科目代码\t科目名称\n栏次\t\t1\t2\t3\t4\t5\t6",
        *_coded(of.spent),
        "\n一般公共预算财政拨款支出决算表\n公开05表",
        head,
        "项目\t\t本年支出\n科目代码\t科目名称\t小计\t基本支出\t项目支出\n栏次\t\t1\t2\t3",
        *_coded(of.spent),
        "\n财政拨款“三公”经费支出决算表\n公开09表",
        head,
        "年初预算数\t\t\t\t\t\t决算数\t\t\t\t\t",
        *(f"{line}\t{line}" for line in THREE),
        f"{_three(of.allowed)}\t{_three(of.public)}",
        "",
        f"第三部分 {of.year}年度部门决算情况说明",
        "一、收入支出决算总体情况说明",
        _overall(of),
        "五、一般公共预算财政拨款支出决算情况说明",
        "（三）一般公共预算财政拨款支出决算具体情况",
        *(_item(of, number, *names) for number, names in enumerate(ITEMS, 1)),
        *(_evaluation(of) if of.has_project else ()),
    ]
    return "\n".join(lines) + "\n"


def _overall(of: Year) -> str:
    said = f"{of.year}年度收、支总计均为{of.whole}万元"
    if of.before is None:
        return f"{said}。"
    change = of.whole - of.before
    moved = f"{'增加' if change > 0 else '减少'}{abs(change)}万元"
    return f"{said}，与上年相比，收、支总计各{moved}，主要原因是{of.reason}。"


def _item(of: Year, number: int, code: str, section: str, group: str, name: str) -> str:
    spent, approved = of.spent[code], of.approved[code]
    rate = (spent / approved * 100).quantize(Decimal("0.01"))
    return (
        f"{number}.{section}（类）{group}（款）{name}（项）。年初预算为{approved}万元，支出决算为{spent}万元，"
        f"完成年初预算的{rate}%，决算数大于年初预算数的主要原因是追加了人员经费。"
    )


def _evaluation(of: Year) -> Iterator[str]:
    yield "\n项目支出绩效自评表"
    yield "项目名称\t河道清淤\t\t\t\t\t"
    yield f"主管部门\t{of.name}\t\t实施单位\t{of.name}\t\t"
    yield "项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t得分"
    yield "\t年度资金总额\t60.00\t60.00\t57.00\t10\t9.5"
    yield "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分"
    yield f"产出指标\t数量指标\t清淤长度\t≥{of.length}公里\t{of.length + 1}公里\t50\t50"
    yield "产出指标\t质量指标\t验收合格率\t≥95%\t97%\t30\t29.5"
    yield "满意度指标\t服务对象满意度指标\t群众满意度\t≥90%\t93%\t10\t9"
    yield "总分\t\t\t\t\t100\t98"


def budget(of: Year) -> str:
    """The budget: balance, general-budget spending, the three public expenses, and the targets of a project."""
    total = sum(of.approved.values(), Decimal(0))
    head = f"部门：{of.name}\t\t\t单位：万元"
    lines = [
        f"{of.name}{of.year}年部门预算",
        "",
        f"第二部分 {of.year}年部门预算表",
        "部门收支总表",
        head,
        "收入\t\t支出\t\n项目\t预算数\t项目\t预算数",
        *(
            f"{'一、一般公共预算拨款收入' if i == 0 else ''}\t{total if i == 0 else ''}"
            f"\t{'一二三'[i]}、{section}\t{of.approved[code]}"
            for i, (code, section, *_) in enumerate(ITEMS)
        ),
        f"本年收入合计\t{total}\t本年支出合计\t{total}",
        "上年结转\t\t结转下年\t",
        f"收入总计\t{total}\t支出总计\t{total}",
        "\n一般公共预算支出表",
        head,
        "科目编码\t科目名称\t合计\t基本支出\t项目支出",
        *_coded(of.approved),
        "\n“三公”经费支出表",
        head,
        *THREE,
        _three(of.allowed),
        "\n项目支出绩效目标表",
        "项目名称\t河道清淤\t\t\t",
        f"主管部门\t{of.name}\t实施单位\t{of.name}\t",
        "项目资金（万元）\t年度资金总额\t60.00\t\t",
        "总体目标\t疏浚河道\t\t\t",
        "一级指标\t二级指标\t三级指标\t指标值\t",
        f"产出指标\t数量指标\t清淤长度\t≥{of.length}公里\t",
        "\t质量指标\t验收合格率\t≥95%\t",
        "满意度指标\t服务对象满意度指标\t群众满意度\t≥90%\t",
    ]
    return "\n".join(lines) + "\n"


def _three(values: Mapping[str, Decimal]) -> str:
    running, reception = values["running"], values["reception"]
    return f"{running + reception}\t0.00\t{running}\t0.00\t{running}\t{reception}"


def _coded(values: Mapping[str, Decimal]) -> Iterator[str]:
    total = sum(values.values(), Decimal(0))
    yield f"合计\t\t{total}\t{total}\t"
    for code, *names in ITEMS:
        for length, label in zip((3, 5, 7), names, strict=True):
            yield f"{code[:length]}\t{label}\t{values[code]}\t{values[code]}\t"
