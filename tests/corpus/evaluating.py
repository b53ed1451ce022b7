"""Makes projects with self-evaluations whose weights, scores, rates and grades agree."""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from corpus.classification import GENERAL, budget_of, functions
from corpus.department import ZERO, Aim, Department, Flow, FundRow, Overall, Project, added

TEN = Decimal(10)
HUNDRED = Decimal(100)


def wan(value: Decimal) -> str:
    """Yuan as 万元 with two places at most, trailing zeros dropped, as evaluation tables show it."""
    return trimmed((value / 10000).quantize(Decimal("0.01"), ROUND_HALF_UP))


def trimmed(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def grade_of(score: Decimal) -> str:
    """The grade that the usual bands give to a score out of 100."""
    bands = ((90, "优"), (80, "良"), (60, "中"))
    return next((grade for least, grade in bands if score >= least), "差")


def projects_of(
    rng: random.Random, agency: dict[str, Any], count: int, evaluation: str
) -> tuple[list[Flow], tuple[Project, ...]]:
    """So many projects under the agency's own items, and the spending that they add up to."""
    codes = [code for code in functions() if len(code) == 7 and code[:5] in {agency["section"], *agency["others"]}]
    codes = [code for code in codes if not code.endswith(("01", "50")) and budget_of(code) == GENERAL]
    chosen = rng.sample(codes, min(len(codes), max(1, count // 2))) if count else []
    projects = []
    for number in range(count):
        theme = agency["themes"][number % len(agency["themes"])]
        name = theme + _kind(number, len(agency["themes"]))
        projects.append(_project(rng, name, theme, chosen[number % len(chosen)], evaluation))
    flows = [Flow(project.code, GENERAL, project=project.executed) for project in projects]
    return flows, tuple(projects)


def overall_of(rng: random.Random, department: Department) -> Department:
    """The department with an evaluation of the whole: its money is the general budget's."""
    spent = department.spent(GENERAL)
    basic = department.total("basic", GENERAL)
    opening = added(budget.opening for budget in department.budgets.values())
    adjusted = added(budget.adjusted for budget in department.budgets.values())
    basic_adjusted = added(budget.basic for budget in department.budgets.values())
    rate, score = _execution(spent, adjusted)
    basic_rate, _ = _execution(basic, basic_adjusted)
    project_rate, _ = _execution(spent - basic, adjusted - basic_adjusted)
    funds = (
        FundRow("年度资金总额", wan(opening), wan(adjusted), wan(spent), "10", rate, score),
        FundRow("（一）基本支出", "", wan(basic_adjusted), wan(basic), "", basic_rate, ""),
        FundRow("（二）项目支出", "", wan(adjusted - basic_adjusted), wan(spent - basic), "", project_rate, ""),
    )
    aims = (
        _kept(rng, "部门管理", "资金投入", "预算编制完整性", "完整", 20),
        _kept(rng, "部门管理", "财务管理", "资金使用合规率", "=100%", 20),
        _kept(rng, "履职效果", "部门履职目标", "年度重点任务完成率", "≥95%", 30),
        _kept(rng, "履职效果", "社会影响", "服务事项按期办结率", "≥98%", 10),
        _kept(rng, "满意度", "服务对象满意度", "群众满意度", "≥90%", 10),
    )
    total = Decimal(score) + added(aim.score or ZERO for aim in aims)
    made = Overall(funds, aims, "完成年度各项履职任务，保障机构正常运转。", "年度履职任务按计划完成。", total)
    return replace(department, overall=made)


def _project(rng: random.Random, name: str, theme: str, code: str, evaluation: str) -> Project:
    budget = Decimal(rng.choice((1, 5, 10, 20, 38, 51, 100, 260)) * 10000 * rng.randint(1, 3))
    executed = budget if rng.random() < 0.4 else _part(rng, budget)
    opening = budget if rng.random() < 0.7 else budget + 10000 * rng.randint(1, 20)
    aims = _aims(rng, budget, executed, theme)
    rate, score = _execution(executed, budget)
    total = Decimal(score) + added(aim.score or ZERO for aim in aims)
    points = evaluation != "plain"
    figures = wan(opening), wan(budget), wan(executed)
    funds = (
        FundRow("年度资金总额", *figures, "10", rate, score),
        FundRow("其中：当年财政拨款", *figures, "—", rate, "—"),
        FundRow("上年结转资金", "0", "0", "0", "—", "", "—"),
        FundRow("其他资金", "0", "0", "0", "—", "", "—"),
    )
    return Project(
        name,
        code,
        opening,
        budget,
        executed,
        aims=aims if points else tuple(replace(aim, weight=None, score=None) for aim in aims if not aim.reason),
        score=total if points else None,
        funds=funds,
        goal=f"按计划推进{theme}，保证质量和进度。",
        result=f"{theme}年度任务已按合同约定实施。",
        reason="" if executed == budget else "合同尾款按进度结转下年支付",
        grade=grade_of(total) if points else "",
    )


def _aims(rng: random.Random, budget: Decimal, executed: Decimal, theme: str) -> tuple[Aim, ...]:
    wanted = rng.randint(2, 60)
    done = wanted if rng.random() < 0.8 else max(1, wanted * 4 // 5)
    quantity = Decimal(min(done, wanted)) / wanted
    benefit = rng.choice(("提升", "改善", "保障"))
    return (
        Aim(
            "产出指标",
            "数量指标",
            f"{theme}完成次数",
            f"≥{wanted}次",
            f"{done}次",
            Decimal(15),
            _points(15, quantity),
            reason="" if done >= wanted else "参加单位少于预计",
        ),
        _kept(rng, "产出指标", "质量指标", "验收合格率", "≥95%", 15),
        _kept(rng, "产出指标", "时效指标", "按期完成率", "=100%", 10),
        Aim(
            "产出指标",
            "成本指标",
            "项目总成本",
            f"≤{wan(budget)}万元",
            f"{wan(executed)}万元",
            TEN,
            TEN,
        ),
        Aim("效益指标", "社会效益指标", f"{theme}保障能力", benefit, benefit, Decimal(15), Decimal(15)),
        _kept(rng, "效益指标", "可持续影响指标", "制度执行率", "≥90%", 15),
        _kept(rng, "满意度指标", "服务对象满意度指标", "服务对象满意度", "≥90%", 10),
    )


def _kept(rng: random.Random, level1: str, level2: str, level3: str, target: str, weight: int) -> Aim:
    """An indicator whose target is met and whose points are all given."""
    if target.endswith("%"):
        least = int(target.strip("≥=%"))
        actual = f"{least if target.startswith('=') else rng.randint(least, 100)}%"
    else:
        actual = target
    return Aim(level1, level2, level3, target, actual, Decimal(weight), Decimal(weight))


def _points(weight: int, completion: Decimal) -> Decimal:
    return (weight * completion).quantize(Decimal("0.01"), ROUND_HALF_UP)


def _execution(executed: Decimal, budget: Decimal) -> tuple[str, str]:
    """Execution rate in percent and the points out of ten that it earns."""
    if not budget:
        return "", ""
    rate = executed / budget
    return (
        f"{(rate * HUNDRED).quantize(Decimal('0.01'), ROUND_HALF_UP)}%",
        trimmed((rate * TEN).quantize(Decimal("0.01"), ROUND_HALF_UP)),
    )


def _part(rng: random.Random, budget: Decimal) -> Decimal:
    return (budget * Decimal(rng.randint(5500, 9990)) / 10000).quantize(Decimal("0.01"))


def _kind(number: int, themes: int) -> str:
    """Projects of one theme are told apart by a stage, so that no two have one name."""
    stages = (
        "经费",
        "项目",
        "补助资金",
        "专项",
        "二期项目",
        "提升工程",
        "试点经费",
        "配套资金",
        "延续项目",
        "综合项目",
    )
    return stages[number // themes % len(stages)]
