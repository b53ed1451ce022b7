"""Part three, sections beside the accounts: three public expenses, running costs, procurement, assets."""

from __future__ import annotations

from decimal import Decimal

from corpus.department import Department
from corpus.dialect import prose
from corpus.forms_details import counted
from corpus.manuscript import Piece, Words
from corpus.prose_money import economic_parts
from corpus.writing import Writer

THREE = "“三公”经费"
VEHICLES = "公务用车购置及运行维护费"
LABELS = (
    ("abroad", "因公出国（境）费", "因公出国（境）费用"),
    ("vehicles", VEHICLES, VEHICLES),
    ("purchase", "公务用车购置费", "公务用车购置费"),
    ("running", "公务用车运行维护费", "公务用车运行维护费"),
    ("reception", "公务接待费", "公务接待费"),
)


def three_public(writer: Writer) -> list[Words]:
    if writer.dialect.wording == "plateau":
        return _three_listed(writer)
    return _three_itemised(writer)


def operating_cost(writer: Writer) -> list[Words]:
    writer = writer.about("operating_cost")
    department = writer.department
    cost = department.operating_cost
    before = department.prior["operating_cost"]
    said: dict[str, Piece | list[Piece]] = {
        "final": writer.money("机关运行经费", "final", cost),
        "moved": writer.change("机关运行经费", cost, before),
        "because": writer.fill("because", cause=writer.cause("机关运行经费")),
    }
    if cost == department.public and writer.dialect.wording == "northwest":
        parts = economic_parts(writer, ("302", "310"))
        said["moved"] = _unled(writer.change("机关运行经费", cost, before))
        lines = [writer.line("body", writer.fill("running_costs", parts=writer.listing(parts, "part"), **said))]
    else:
        lines = [writer.line("body", writer.fill("running_total", **said))]
    if writer.dialect.wording in ("northwest", "coast"):
        for phrase, subject, value in (
            ("meetings", "会议费", department.meetings),
            ("training", "培训费", department.training),
        ):
            final = writer.money(subject, "final", value)
            moved = writer.change(subject, value, department.prior[phrase])
            lines.append(writer.line("body", writer.fill(phrase, final=final, moved=moved)))
    return lines


def procurement(writer: Writer) -> list[Words]:
    writer = writer.about("procurement")
    bought = writer.department.procurement
    if not bought.total:
        return [writer.line("body", writer.fill("no_procurement"))]
    said = writer.fill(
        "procurement",
        total=writer.money("政府采购支出", "final", bought.total),
        goods=writer.money("政府采购货物支出", "final", bought.goods),
        works=writer.money("政府采购工程支出", "final", bought.works),
        services=writer.money("政府采购服务支出", "final", bought.services),
    )
    medium, micro = "授予中小企业合同金额", "授予小微企业合同金额"
    said += writer.fill(
        "contracts",
        medium=writer.money(medium, "final", bought.small_medium),
        medium_share=writer.rate(medium, "share", bought.small_medium, bought.total),
        micro=writer.money(micro, "final", bought.small_micro),
        micro_share=writer.rate(micro, "share", bought.small_micro, bought.total),
    )
    return [writer.line("body", said)]


def assets(writer: Writer) -> list[Words]:
    writer = writer.about("assets")
    department = writer.department
    kinds: list[Piece] = []
    for kind, number in department.fleet.items():
        kinds += ["、"] if kinds else []
        kinds += [kind, writer.count(f"车辆/{kind}", number, "辆")]
    said = writer.fill(
        "assets",
        total=writer.count("车辆", sum(department.fleet.values()), "辆"),
        kinds=kinds,
        equipment=writer.count("单价100万元以上设备", department.equipment, "台（套）"),
    )
    return [writer.line("body", said)]


def physical(writer: Writer) -> Words:
    writer = writer.about("three_public.physical")
    numbers = counted(writer.department)
    said = writer.fill(
        "physical",
        delegations=writer.count("出国团组", numbers["delegations"], "个"),
        travellers=writer.count("出国人次", numbers["travellers"], "人"),
        bought=writer.count("公务用车购置数", numbers["bought"], "辆"),
        held=writer.count("公务用车保有量", numbers["held"], "辆"),
        receptions=writer.count("接待批次", numbers["receptions"], "批次"),
        guests=writer.count("接待人次", numbers["guests"], "人次"),
    )
    return writer.line("body", said)


def _three_itemised(writer: Writer) -> list[Words]:
    """Overall, then each expense with budget, final and change, then the numbers."""
    writer = writer.about("three_public")
    three = writer.department.three
    budget, final = three.total("budget"), three.total("final")
    if not budget and not final:
        amounts = {"budget": writer.money(THREE, "budget", budget), "final": writer.money(THREE, "final", final)}
        return [writer.line("body", writer.fill("no_three", **amounts))]
    titles = writer.phrases["three_titles"].split("|")
    lines = [writer.line("subsection", titles[0])]
    reached = writer.completion(THREE, budget, final, "budget")
    moved = _unled(writer.change(THREE, final, three.total("prior")))
    lines.append(writer.line("body", writer.fill("three", reached=reached, moved=moved)))
    lines.append(writer.line("subsection", titles[1], "prose/three_public.detail"))
    detail = writer.about("three_public.detail")
    numbers = {"abroad": "1.", "vehicles": "2.", "purchase": "其中：", "running": "", "reception": "3."}
    for kind, subject, label in LABELS:
        planned, spent, before = _side(writer.department, kind)
        reached = detail.completion(subject, planned, spent, "budget")
        moved = _unled(detail.change(subject, spent, before))
        said = detail.fill("expense", number=numbers[kind], label=label, reached=reached, moved=moved)
        lines.append(detail.line("item", said))
    lines.append(writer.line("subsection", titles[2], "prose/three_public.physical"))
    return [*lines, physical(writer)]


def _three_listed(writer: Writer) -> list[Words]:
    """Everything in two paragraphs: against the budget, and against the year before."""
    writer = writer.about("three_public")
    three = writer.department.three
    total = three.total("budget"), three.total("final")
    said = {"budget": writer.money(THREE, "budget", total[0]), "final": writer.money(THREE, "final", total[1])}
    if not any(total):
        return [writer.line("body", writer.fill("no_three", **said))]
    detail = writer.about("three_public.detail")
    parts: list[Piece] = []
    moves: list[Piece] = []
    for kind, subject, label in (LABELS[0], LABELS[1], LABELS[4]):
        planned, spent, before = _side(writer.department, kind)
        parts += ["；"] if parts else []
        reached: list[Piece] = []
        if prose(planned) != "0.00":
            reached = writer.fill("three_reached", rate=detail.rate(subject, "completion", spent, planned))
        parts += writer.fill(
            "three_part",
            label=label,
            budget=detail.money(subject, "budget", planned),
            final=detail.money(subject, "final", spent),
            reached=reached,
        )
        moves += ["；"] if moves else []
        moves += writer.fill("three_moved", label=label, moved=_unled(detail.change(subject, spent, before)))
    if total[0]:
        rate = writer.rate(THREE, "completion", total[1], total[0])
        lines = [writer.line("body", writer.fill("three", rate=rate, parts=parts, **said))]
    else:
        lines = [writer.line("body", writer.fill("no_three", **said))]
    moved = _unled(writer.change(THREE, total[1], three.total("prior")))
    lines.append(writer.line("body", writer.fill("three_change", moved=moved, parts=moves)))
    return [*lines, physical(writer)]


def _side(department: Department, kind: str) -> tuple[Decimal, Decimal, Decimal]:
    three = department.three
    if kind == "vehicles":
        return three.cars("budget"), three.cars("final"), three.cars("prior")
    return three.budget[kind], three.final[kind], three.prior[kind]


def _unled(pieces: list[Piece]) -> list[Piece]:
    """A clause without the comma that leads it, to stand directly behind its subject."""
    first = pieces[0]
    assert isinstance(first, str)
    return [first.removeprefix("，"), *pieces[1:]]
