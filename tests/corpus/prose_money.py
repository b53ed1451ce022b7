"""Part three, sections about the accounts themselves: totals, structure, items, basic spending."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from corpus.classification import CAPITAL, FUND, GENERAL, classes, economic, path_of
from corpus.department import FISCAL, ZERO, added
from corpus.manuscript import Piece, Words
from corpus.writing import Writer

TOTAL = "收入支出总计"
FISCAL_TOTAL = "财政拨款收入支出总计"
GENERAL_SPENDING = "一般公共预算财政拨款支出"
BASIC_SPENDING = "一般公共预算财政拨款基本支出"
SOURCES = (
    ("财政拨款收入", FISCAL),
    ("上级补助收入", ("superior",)),
    ("事业收入", ("operations",)),
    ("经营收入", ("business",)),
    ("附属单位上缴收入", ("affiliated",)),
    ("其他收入", ("other",)),
)
NATURES = (
    ("基本支出", "basic"),
    ("项目支出", "project"),
    ("上缴上级支出", "paid_up"),
    ("经营支出", "operating"),
    ("对附属单位补助支出", "subsidy"),
)


def overall(writer: Writer) -> list[Words]:
    department = writer.department
    return [_total(writer.about("overall"), "overall", TOTAL, department.balance, department.prior["all"])]


def income(writer: Writer) -> list[Words]:
    writer = writer.about("income")
    parts = [(label, writer.department.income(*sources)) for label, sources in SOURCES]
    return [_shared(writer, "income", "本年收入合计", parts)]


def expenditure(writer: Writer) -> list[Words]:
    writer = writer.about("expenditure")
    parts = [(label, writer.department.total(what)) for label, what in NATURES]
    return [_shared(writer, "expenditure", "本年支出合计", parts)]


def fiscal(writer: Writer) -> list[Words]:
    department = writer.department
    return [
        _total(writer.about("fiscal"), "fiscal", FISCAL_TOTAL, department.fiscal_balance, department.prior["fiscal"])
    ]


def general(writer: Writer) -> list[Words]:
    """总体情况, 结构情况, 具体情况 under their own headings."""
    lines = [writer.line("subsection", "（一）一般公共预算财政拨款支出决算总体情况", "prose/general")]
    lines.append(_general(writer.about("general")))
    lines.append(writer.line("subsection", "（二）一般公共预算财政拨款支出决算结构情况", "prose/general.structure"))
    lines.append(_structure(writer.about("general.structure")))
    lines.append(writer.line("subsection", "（三）一般公共预算财政拨款支出决算具体情况", "prose/general.items"))
    return lines + _items(writer.about("general.items"))


def basic(writer: Writer) -> list[Words]:
    writer = writer.about("basic")
    department = writer.department
    spent = writer.money(BASIC_SPENDING, "final", department.total("basic", GENERAL))
    people, things = economic_parts(writer, ("301", "303")), economic_parts(writer, ("302", "307", "310", "399"))
    personnel = writer.money("人员经费", "final", department.personnel)
    public = writer.money("公用经费", "final", department.public)
    if "personnel" in writer.phrases["basic"]:
        said = writer.fill(
            "basic",
            final=spent,
            personnel=personnel,
            public=public,
            people="、".join(name for name, _ in people) or "无",
            things="、".join(name for name, _ in things) or "无",
        )
        return [writer.line("body", said)]
    lines = [writer.line("body", writer.fill("basic", final=spent))]
    sides = (("personnel", "人员经费", personnel, people), ("public", "公用经费", public, things))
    for phrase, subject, total, parts in sides:
        value = department.personnel if phrase == "personnel" else department.public
        moved = writer.change(subject, value, department.prior[phrase])
        because = writer.fill("because", cause=writer.cause(subject))
        listed = writer.listing(parts, "part")
        lines.append(writer.line("body", writer.fill(phrase, final=total, moved=moved, because=because, parts=listed)))
    return lines


def fund(writer: Writer) -> list[Words]:
    return [_special(writer.about("fund"), "fund", FUND, "政府性基金预算财政拨款")]


def capital(writer: Writer) -> list[Words]:
    return [_special(writer.about("capital"), "capital", CAPITAL, "国有资本经营预算财政拨款")]


def _total(writer: Writer, phrase: str, subject: str, now: Decimal, before: Decimal) -> Words:
    moved = writer.change(subject, now, before)
    because = writer.fill("because", cause=writer.cause(subject))
    return writer.line(
        "body", writer.fill(phrase, final=writer.money(subject, "final", now), moved=moved, because=because)
    )


def _shared(writer: Writer, phrase: str, total: str, parts: list[tuple[str, Decimal]]) -> Words:
    whole = added(value for _, value in parts)
    listed: list[Piece] = []
    for label, value in parts:
        if value == ZERO:
            continue
        listed += [writer.phrases["between"]] if listed else []
        share = writer.rate(label, "share", value, whole)
        listed += writer.fill("shared", item=label, final=writer.money(label, "final", value), share=share)
    return writer.line("body", writer.fill(phrase, final=writer.money(total, "final", whole), parts=listed))


def _general(writer: Writer) -> Words:
    department = writer.department
    spent = department.spent(GENERAL)
    return writer.line(
        "body",
        writer.fill(
            "general",
            final=writer.money(GENERAL_SPENDING, "final", spent),
            share=writer.rate(GENERAL_SPENDING, "share", spent, department.spent()),
            moved=writer.change(GENERAL_SPENDING, spent, department.prior["general"]),
            because=writer.fill("because", cause=writer.cause(GENERAL_SPENDING)),
        ),
    )


def _structure(writer: Writer) -> Words:
    department = writer.department
    spent = department.spent(GENERAL)
    listed: list[Piece] = []
    named = writer.phrases.get("structure_item", "{item}")
    for code, label in classes().items():
        value = added(flow.spent for flow in department.of(GENERAL) if flow.code.startswith(code))
        if not value:
            continue
        listed += [writer.phrases["between"]] if listed else []
        final = writer.money(label, "final", value)
        share = writer.rate(label, "share", value, spent)
        listed += writer.fill("shared", item=named.format(item=label), final=final, share=share)
    final = writer.money(GENERAL_SPENDING, "final", spent)
    return writer.line("body", writer.fill("structure", final=final, parts=listed))


def _items(writer: Writer) -> list[Words]:
    """The spending of the general budget by class or by item, each against its opening budget."""
    department = writer.department
    opening = added(budget.opening for budget in department.budgets.values())
    reached = writer.completion(GENERAL_SPENDING, opening, department.spent(GENERAL), "opening_budget")
    lines = [writer.line("body", writer.fill("items", reached=reached))]
    codes = sorted(department.budgets)
    if "subject" in writer.phrases["item"]:
        for number, code in enumerate(dict.fromkeys(code[:3] for code in codes), 1):
            said = _item(writer, classes()[code], code)
            lines.append(writer.line("item", writer.fill("item", number=number, subject=classes()[code], reached=said)))
        return lines
    return lines + _by_item(writer, codes)


def _by_item(writer: Writer, codes: list[str]) -> list[Words]:
    lines: list[Words] = []
    headed = "class" in writer.phrases and "{class}" not in writer.phrases["item"]
    before, number, heading = "", 0, 0
    for code in codes:
        kind, section, item = path_of(code)
        if headed and kind != before:
            before, number, heading = kind, 0, heading + 1
            lines.append(writer.line("item", writer.fill("class", number=heading, subject=kind)))
        number += 1
        said = _item(writer, f"{kind}/{section}/{item}", code)
        words = writer.fill(
            "item",
            number=number,
            section=section,
            item=item,
            reached=said,
            purpose=f"{item}方面的开支",
            **{"class": kind},
        )
        lines.append(writer.line("item", words))
    return lines


def _item(writer: Writer, subject: str, code: str) -> list[Piece]:
    department = writer.department
    opening = added(budget.opening for mine, budget in department.budgets.items() if mine.startswith(code))
    spent = added(flow.spent for flow in department.of(GENERAL) if flow.code.startswith(code))
    return writer.completion(subject, opening, spent, "opening_budget")


def economic_parts(writer: Writer, groups: tuple[str, ...]) -> list[tuple[str, Decimal]]:
    """The economic items of these classes that have money, the largest first."""
    items = writer.department.economic
    found = [(economic()[code], value) for code, value in items.items() if code[:3] in groups and value]
    return sorted(found, key=lambda part: -part[1])


def _special(writer: Writer, phrase: str, source: str, subject: str) -> Words:
    department = writer.department
    if not department.of(source):
        return writer.line("body", writer.fill(f"no_{phrase}"))
    amounts: dict[str, tuple[str, Callable[[], Decimal]]] = {
        "income": ("收入", lambda: department.income(source)),
        "final": ("支出", lambda: department.spent(source)),
        "closing": ("年末结转和结余", lambda: department.total("closing", source)),
    }
    slots = {name: writer.money(subject + label, "final", value()) for name, (label, value) in amounts.items()}
    return writer.line(
        "body", writer.fill(phrase, income=slots["income"], final=slots["final"], closing=slots["closing"])
    )
