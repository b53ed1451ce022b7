"""An invented city: departments with their own offices and units, three years, budgets and final accounts that agree.

Every figure comes from one model, so that a clean city agrees with itself throughout; a `Slip` changes one
printed figure of one document.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from juesuan.kinds.kind import Scope

YEARS = (2022, 2023, 2024)
BUREAUX = ("教育局", "民政局", "水利局", "司法局", "统计局", "审计局", "林业局", "体育局", "档案局", "信访局")
TOWNS = ("青禾县", "白泽县", "苍栗县")
UNITS = ("服务中心", "监测站")
ITEMS = (("2010301", "一般公共服务支出", "政府办公厅（室）及相关机构事务", "行政运行"),
         ("2080505", "社会保障和就业支出", "行政事业单位养老支出", "机关事业单位基本养老保险缴费支出"),
         ("2210201", "住房保障支出", "住房改革支出", "住房公积金"))  # fmt: skip
ORDINALS = {"201": "一、", "208": "八、", "221": "十九、"}
TOTAL = "合计"


@dataclass(frozen=True)
class Slip:
    """Another figure than the true one, printed in one document: of a body, scope, year and kind, at a place."""

    body: str
    year: int
    where: str  # a key of the figures printed
    by: Decimal = Decimal("10.00")
    scope: Scope = Scope.DEPARTMENT
    is_budget: bool = False


@dataclass(frozen=True)
class Year:
    """What one body spent, was allowed and kept in one year."""

    name: str
    scope: Scope
    year: int
    spent: dict[str, Decimal]
    approved: dict[str, Decimal]
    opening: Decimal
    closing: Decimal

    @property
    def total(self) -> Decimal:
        return sum(self.spent.values(), Decimal(0))


def bodies() -> list[str]:
    """The departments: as many bureaux as each town has."""
    return [town + bureau for town in TOWNS for bureau in BUREAUX]


def parts_of(name: str) -> list[tuple[str, Scope]]:
    """A department's own office and its units."""
    return [(name, Scope.OWN_OFFICE), *((name + unit, Scope.UNIT) for unit in UNITS)]


def city(folder: Path, seed: int = 1, slips: tuple[Slip, ...] = (), departments: int = 30) -> Path:
    """Write all documents of a city into a folder, and its ledger beside them."""
    folder.mkdir(parents=True)
    for name in bodies()[:departments]:
        for number, (title, text) in enumerate(_documents(name, random.Random(f"{seed}{name}"), slips)):
            (folder / f"{name}-{number:02}-{title}.txt").write_text(text, encoding="utf-8")
    (folder.parent / "ledger.csv").write_text("\n".join(_ledger(departments)), encoding="utf-8-sig")
    return folder


def _ledger(departments: int) -> Iterator[str]:
    yield "名称,范围,主管部门,批复日期,公开日期"
    for name in bodies()[:departments]:
        yield f"{name},部门,,2025-09-01,2025-09-15"
        yield f"{name},本级,,2025-09-01,2025-09-15"
        yield from (
            f"{unit},单位,{name},2025-09-01,2025-09-15" for unit, scope in parts_of(name) if scope is Scope.UNIT
        )


def _documents(name: str, chance: random.Random, slips: tuple[Slip, ...]) -> Iterator[tuple[str, str]]:
    opening = {part: _amount(chance, 5, 20) for part in parts_of(name)}
    before: Year | None = None
    for year in YEARS:
        members = []
        for part, scope in parts_of(name):
            spent = {code: _amount(chance, 50, 400) for code, *_ in ITEMS}
            approved = {code: (value * Decimal("0.95")).quantize(Decimal("0.01")) for code, value in spent.items()}
            closing = _amount(chance, 5, 20)
            members.append(Year(part, scope, year, spent, approved, opening[part, scope], closing))
            opening[part, scope] = closing
        whole = _together(name, members)
        for member in members:
            yield f"{member.year}{member.scope}决算", final_accounts(member, None, slips)
        yield f"{year}部门决算", final_accounts(whole, before, slips)
        yield f"{year}部门预算", budget(whole, slips)
        before = whole


def _together(name: str, members: list[Year]) -> Year:
    def added(values: list[dict[str, Decimal]]) -> dict[str, Decimal]:
        return {code: sum((each[code] for each in values), Decimal(0)) for code, *_ in ITEMS}

    spent, approved = added([each.spent for each in members]), added([each.approved for each in members])
    opening, closing = (sum((getattr(each, key) for each in members), Decimal(0)) for key in ("opening", "closing"))
    return Year(name, Scope.DEPARTMENT, members[0].year, spent, approved, opening, closing)


def _amount(chance: random.Random, least: int, most: int) -> Decimal:
    return Decimal(chance.randrange(least * 100, most * 100)) / 100


def final_accounts(of: Year, before: Year | None, slips: tuple[Slip, ...]) -> str:
    """The final accounts of a body and year: forms 01, 03 and 05 and the explanations."""
    kind = {Scope.DEPARTMENT: "部门", Scope.OWN_OFFICE: "（本级）", Scope.UNIT: "单位"}[of.scope]
    own = "本级" if of.scope is Scope.OWN_OFFICE else ""
    told = _printed(of, slips, is_budget=False)
    income, whole = of.total + of.closing - of.opening, of.total + of.closing
    lines = [
        f"{of.name}{own}{of.year}年度{kind.strip('（）') if not own else '部门'}决算",
        "",
        f"第二部分 {of.year}年度部门决算表",
        "收入支出决算总表\n公开01表",
        f"部门：{of.name}{own}\n金额单位：万元",
        "收入\t\t\t支出\n项目\t行次\t金额\t项目\t行次\t金额\n栏次\t\t1\t栏次\t\t2",
        *(
            f"{'一、一般公共预算财政拨款收入' if i == 0 else ''}\t{i + 1 if i == 0 else ''}\t{income if i == 0 else ''}"
            f"\t{ORDINALS[code[:3]]}{section}\t{32 + i}\t{told(f'01:{code[:3]}', of.spent[code])}"
            for i, (code, section, *_) in enumerate(ITEMS)
        ),
        f"本年收入合计\t27\t{income}\t本年支出合计\t58\t{told('01:spent', of.total)}",
        f"年初结转和结余\t29\t{told('01:opening', of.opening)}\t年末结转和结余\t60\t{told('01:closing', of.closing)}",
        f"总计\t31\t{whole}\t总计\t62\t{whole}",
        "\n支出决算表\n公开03表",
        f"部门：{of.name}{own}\n金额单位：万元",
        "项目\t\t本年支出合计\t基本支出\t项目支出\t上缴上级支出\t经营支出\t对附属单位补助支出",
        "科目代码\t科目名称\n栏次\t\t1\t2\t3\t4\t5\t6",
        *_coded(of.spent, told, "03"),
        "\n一般公共预算财政拨款支出决算表\n公开05表",
        f"部门：{of.name}{own}\n金额单位：万元",
        "项目\t\t本年支出\n科目代码\t科目名称\t小计\t基本支出\t项目支出\n栏次\t\t1\t2\t3",
        *_coded(of.spent, told, "05"),
        "",
        f"第三部分 {of.year}年度部门决算情况说明",
        "一、收入支出决算总体情况说明",
        _overall(of, before, told),
        "五、一般公共预算财政拨款支出决算情况说明",
        "（三）一般公共预算财政拨款支出决算具体情况",
        *(_item(of, told, number, *names) for number, names in enumerate(ITEMS, 1)),
    ]
    return "\n".join(lines) + "\n"


def _overall(of: Year, before: Year | None, told: Told) -> str:
    whole = of.total + of.closing
    said = f"{of.year}年度收、支总计均为{whole}万元。"
    if before is None:
        return said
    change = whole - before.total - before.closing
    word = "增加" if change > 0 else "减少"
    return f"{said[:-1]}，与上年相比，收、支总计各{word}{told('said:change', abs(change))}万元，主要原因是人员变动。"


def _item(of: Year, told: Told, number: int, code: str, section: str, group: str, name: str) -> str:
    spent, approved = of.spent[code], told(f"said:{code}", of.approved[code])
    rate = (spent / approved * 100).quantize(Decimal("0.01"))
    return (
        f"{number}.{section}（类）{group}（款）{name}（项）。年初预算为{approved}万元，支出决算为{spent}万元，"
        f"完成年初预算的{rate}%，决算数大于年初预算数的主要原因是追加了人员经费。"
    )


def budget(of: Year, slips: tuple[Slip, ...]) -> str:
    """The budget of a department and year: its balance and its general-budget spending."""
    told = _printed(of, slips, is_budget=True)
    total = sum(of.approved.values(), Decimal(0))
    lines = [
        f"{of.name}{of.year}年部门预算",
        "",
        f"第二部分 {of.year}年部门预算表",
        "部门收支总表",
        f"部门：{of.name}\t\t\t单位：万元",
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
        f"部门：{of.name}\t\t\t单位：万元",
        "科目编码\t科目名称\t合计\t基本支出\t项目支出",
        *_coded(of.approved, told, "55"),
    ]
    return "\n".join(lines) + "\n"


def _coded(values: dict[str, Decimal], told: Told, form: str) -> Iterator[str]:
    total = sum(values.values(), Decimal(0))
    yield f"合计\t\t{told(f'{form}:{TOTAL}', total)}\t{total}\t"
    for code, section, group, name in ITEMS:
        for length, label in ((3, section), (5, group), (7, name)):
            yield f"{code[:length]}\t{label}\t{told(f'{form}:{code[:length]}', values[code])}\t{values[code]}\t"


class Told:
    """The figures of one document as printed: the true one, but where a slip changes it."""

    def __init__(self, changed: dict[str, Decimal]) -> None:
        self._changed = changed

    def __call__(self, key: str, value: Decimal) -> Decimal:
        return value + self._changed.get(key, Decimal(0))


def _printed(of: Year, slips: tuple[Slip, ...], *, is_budget: bool) -> Told:
    here = (of.name, of.year, of.scope, is_budget)
    return Told({each.where: each.by for each in slips if (each.body, each.year, each.scope, each.is_budget) == here})
