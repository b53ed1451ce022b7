"""What a department was allowed for its year, and the document that publishes it: forms, explanations, targets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import ROUND_DOWN, Decimal

from corpus.accounts import department
from corpus.budget_forms import (
    form_51,
    form_52,
    form_53,
    form_54,
    form_55,
    form_56,
    form_57,
    form_58,
    form_59,
    is_coastal,
)
from corpus.classification import FUND, GENERAL, path_of
from corpus.department import FISCAL, ZERO, Department, Flow, added
from corpus.dialect import Dialect, percent, prose
from corpus.forms_totals import ORDINALS
from corpus.manuscript import Block, Manuscript, NewPage, Piece, Slot, Table, Words

CENT = Decimal("0.01")
OF_ACCOUNTS = {"30212": "abroad", "30217": "reception", "30231": "running", "31013": "purchase"}
RUNNING = ("302", "307", "310", "399")
Form = tuple[str, str, str, Callable[[Department, Dialect], Table]]

FORMS: tuple[Form, ...] = (
    ("51", "部门收支总表", "部门财务收支预算总表", form_51),
    ("52", "部门收入总表", "部门收入预算总表", form_52),
    ("53", "部门支出总表", "部门支出预算总表", form_53),
    ("54", "财政拨款收支总表", "部门财政拨款收支预算总表", form_54),
    ("55", "一般公共预算支出表", "部门一般公共预算支出功能分类预算表", form_55),
    ("56", "一般公共预算基本支出表", "部门一般公共预算基本支出部门预算经济分类预算表", form_56),
    ("59", "一般公共预算“三公”经费支出表", "部门“三公”经费和机关运行经费预算表", form_59),
    ("57", "政府性基金预算支出表", "部门政府性基金预算支出功能分类预算表", form_57),
    ("58", "国有资本经营预算支出表", "部门国有资本经营预算支出功能分类预算表", form_58),
)

BUDGETS = (
    Dialect("budget-national-pdf", "pdf", "万元", "national", zero="", wide=True),
    Dialect("budget-coast-pdf", "pdf", "元", "coast", code_columns=3, zero="", wide=True, trim=True),
    Dialect("budget-national-tabs", "tabs", "万元", "national", zero="0.00"),
    Dialect("budget-coast-tabs", "tabs", "元", "coast", code_columns=3, zero="0"),
    Dialect("budget-national-raw", "raw", "万元", "national", zero=""),
    Dialect("budget-national-markdown", "markdown", "元", "national", zero=""),
)


def approved(made: Department, *, coastal: bool = False) -> Department:
    """The budget with which a department's year began: the opening budgets of its items, its accounts to the fen."""
    spent: dict[str, Decimal] = {}
    for flow in made.of(GENERAL):
        spent[flow.code] = spent.get(flow.code, ZERO) + flow.basic
    flows = []
    for code, budget in made.budgets.items():
        basic = min(spent[code], budget.opening)
        if budget.opening:
            flows.append(Flow(code, GENERAL, basic, budget.opening - basic))
    for flow in made.of():
        if flow.source == GENERAL or (coastal and flow.source in ("superior", "affiliated")):
            continue
        opening = flow.opening if flow.source == FUND and not coastal else ZERO
        plain = replace(flow, closing=ZERO, used=ZERO, allocated=ZERO, opening=opening)
        if coastal:
            plain = replace(plain, basic=flow.basic + flow.operating, operating=ZERO, subsidy=ZERO, paid_up=ZERO)
        if plain.spent:
            flows.append(plain)
    ordered = tuple(sorted(flows, key=lambda flow: (flow.code, flow.source)))
    economic = _scaled(made, added(flow.basic for flow in ordered if flow.source == GENERAL))
    running = added(value for code, value in economic.items() if code[:3] in RUNNING)
    return replace(made, flows=ordered, economic=economic, operating_cost=min(running, made.operating_cost))


def _scaled(made: Department, total: Decimal) -> dict[str, Decimal]:
    """Basic spending by economic account, brought to a total; what the three public expenses allow is kept to."""
    kept = {code: min(made.economic[code], made.three.budget[kind]) for code, kind in OF_ACCOUNTS.items()}
    others = {code: value for code, value in made.economic.items() if code not in kept}
    rest, whole = total - added(kept.values()), added(others.values())
    if rest < ZERO:
        kept, rest = dict.fromkeys(kept, ZERO), total
    scaled = {code: (value * rest / whole).quantize(CENT, ROUND_DOWN) for code, value in others.items()}
    scaled["30101"] += rest - added(scaled.values())
    return made.economic | scaled | kept


def budget(seed: int, dialect: Dialect) -> Manuscript:
    """The budget of the department of this seed in a dialect."""
    coastal = is_coastal(dialect)
    return compose(approved(department(seed), coastal=coastal), dialect, f"{seed:04d}-{dialect.name}")


def compose(made: Department, dialect: Dialect, source: str) -> Manuscript:
    """Cover, contents, duties, forms and explanations in the order of a set."""
    blocks: list[Block] = [
        Words("cover", "cover", (f"{made.name}",)),
        Words("cover", "cover", (f"{made.year}年部门预算",)),
        NewPage(),
        Words("contents", "cover", ("目录",)),
        *(Words("contents", "contents", (text,)) for text in _parts(made)),
        NewPage(),
        Words("part/1", "part", (_parts(made)[0],)),
        Words("duties", "section", ("一、主要职责",)),
        *(Words("duties", "body", (f"{i}.{duty}；",)) for i, duty in enumerate(made.duties, 1)),
        Words("part/2", "part", (_parts(made)[1],)),
    ]
    for number, national, coastal, form in FORMS:
        key = f"form/{number}"
        chosen = replace(dialect, unit="万元", zero="0.00", trim=False) if number == "59" else dialect
        table = form(made, chosen)
        title = f"{made.year}年{coastal}" if is_coastal(dialect) else national
        blocks.append(NewPage(key, dialect.wide))
        blocks.append(Words(key, "title", (title,)))
        blocks.append(Words(key, "caption", (f"{'编制部门' if is_coastal(dialect) else '部门'}：{made.name}",)))
        blocks.append(Words(key, "unit", (f"单位：{chosen.unit}",)))
        blocks.append(table)
    blocks += [NewPage("", False), Words("part/3", "part", (_parts(made)[2],)), *_explained(made, dialect)]
    return Manuscript(source, tuple(blocks))


def _parts(made: Department) -> tuple[str, ...]:
    return (
        f"第一部分 {made.name}概况",
        f"第二部分 {made.year}年部门预算表",
        f"第三部分 {made.year}年部门预算情况说明",
    )


def _explained(made: Department, dialect: Dialect) -> list[Words]:
    """What the explanations say of the forms, each figure under a key."""
    general = made.of(GENERAL)
    basic, project = added(f.basic for f in general), added(f.project for f in general)
    spent, before = basic + project, (made.prior["general"]).quantize(CENT)
    three = made.three
    sections: list[tuple[str, list[list[Piece]]]] = [
        (
            f"关于{made.year}年收支总表的说明",
            [[f"{made.year}年收支总预算", _money("overall/total", made.balance), "。"]],
        ),
        (
            f"关于{made.year}年收入总表的说明",
            [
                [
                    f"{made.year}年收入预算",
                    _money("income/total", made.balance),
                    "，其中：",
                    *_series("income", [(label, value) for label, value in _incomes(made) if value]),
                ]
            ],
        ),
        (
            f"关于{made.year}年支出总表的说明",
            [
                [
                    f"{made.year}年支出预算",
                    _money("expenditure/total", made.spent()),
                    "，其中：",
                    *_series("expenditure", [("基本支出", made.total("basic")), ("项目支出", made.total("project"))]),
                ]
            ]
            if not any(f.paid_up or f.operating or f.subsidy for f in made.flows)
            else [[f"{made.year}年支出预算", _money("expenditure/total", made.spent()), "。"]],
        ),
        (
            f"关于{made.year}年财政拨款收支总表的说明",
            [[f"{made.year}年财政拨款收支总预算", _money("fiscal/total", made.fiscal_balance), "。"]],
        ),
        (
            f"关于{made.year}年一般公共预算支出表的说明",
            [
                [
                    f"{made.year}年一般公共预算支出",
                    _money("general/total", spent),
                    *_moved("general", spent, before),
                    "。其中：",
                    *_series("general", [("基本支出", basic), ("项目支出", project)]),
                ],
                *([_path(flow), *_item(flow, made)] for flow in general if flow.code.endswith(("01", "02"))),
            ],
        ),
        (
            f"关于{made.year}年一般公共预算基本支出表的说明",
            [
                [
                    f"{made.year}年一般公共预算基本支出",
                    _money("basic/total", made.personnel + made.public),
                    "，其中：人员经费",
                    _money("basic/personnel", made.personnel),
                    "；公用经费",
                    _money("basic/running", made.public),
                    "。",
                ]
            ],
        ),
        (
            f"关于{made.year}年“三公”经费预算的说明",
            [
                [
                    f"{made.year}年“三公”经费预算数为",
                    _money("three/total", three.total("budget")),
                    *_moved("three", three.total("budget"), three.total("prior"), "上年预算"),
                    "。其中：",
                    *_series(
                        "three",
                        [
                            ("因公出国（境）费", three.budget["abroad"]),
                            ("公务用车购置费", three.budget["purchase"]),
                            ("公务用车运行维护费", three.budget["running"]),
                            ("公务接待费", three.budget["reception"]),
                        ],
                    ),
                ]
            ],
        ),
    ]
    if is_coastal(dialect):
        text = [f"{made.year}年机关运行经费预算", _money("operating/total", made.operating_cost), "。"]
        sections.append(("关于机关运行经费的说明", [list[Piece](text)]))
    lines = []
    for number, (title, paragraphs) in enumerate(sections):
        lines.append(Words("prose", "section", (f"{ORDINALS[number]}、{title}",)))
        lines += [Words("prose", "body", tuple(pieces)) for pieces in paragraphs]
    return lines


def _incomes(made: Department) -> list[tuple[str, Decimal]]:
    return [
        ("财政拨款收入", made.income(*FISCAL)),
        ("事业收入", made.income("operations")),
        ("事业单位经营收入", made.income("business")),
        ("上级补助收入", made.income("superior")),
        ("附属单位上缴收入", made.income("affiliated")),
        ("其他收入", made.income("other")),
        ("上年结转", made.total("opening")),
    ]


def _path(flow: Flow) -> str:
    return "".join(f"{name}（{level}）" for name, level in zip(path_of(flow.code), "类款项", strict=True))


def _item(flow: Flow, made: Department) -> list[Piece]:
    return [f"{made.year}年预算数为", _money(f"item/{flow.code}", flow.spent), "，主要用于日常工作。"]


def _money(key: str, value: Decimal) -> Slot:
    return Slot(f"prose/{key}", prose(value), "万元")


def _series(key: str, parts: list[tuple[str, Decimal]]) -> list[Piece]:
    pieces: list[Piece] = []
    for label, value in parts:
        pieces += ["，"] if pieces else []
        pieces += [label, _money(f"{key}/{label}", value)]
    return [*pieces, "。"]


def _moved(key: str, now: Decimal, before: Decimal, base: str = "上年") -> list[Piece]:
    change = abs(now - before)
    if not before or prose(now) == prose(before):
        return []
    up = now > before
    rate = Slot(f"prose/{key}/rate", percent(change, before), "%")
    amount = _money(f"{key}/change", change)
    return [f"，比{base}{'增加' if up else '减少'}", amount, f"，{'增长' if up else '下降'}", rate]
