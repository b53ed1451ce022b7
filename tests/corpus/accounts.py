"""Makes a department whose accounts agree to the fen, from a seed.

Spending by economic item is drawn first; the functional items that mirror it (pension, medical
insurance, housing fund …) follow from it, so that the forms agree by construction.
"""

from __future__ import annotations

import json
import random
from decimal import Decimal
from functools import cache
from typing import Any

from corpus.classification import CAPITAL, DATA, FUND, GENERAL, budget_of, economic, functions
from corpus.department import (
    FISCAL,
    KINDS,
    ZERO,
    Budget,
    Department,
    Flow,
    Procurement,
    Project,
    ThreePublic,
    added,
)
from corpus.evaluating import overall_of, projects_of

MIRRORED = {
    "30108": ("2080505",),
    "30109": ("2080506",),
    "30110": ("2101101", "2101102"),
    "30111": ("2101103",),
    "30112": ("2101199",),
    "30113": ("2210201",),
    "30302": ("2080599",),
    "30304": ("2080801",),
}
FLEET = (
    "副部（省）级及以上领导用车",
    "主要领导干部用车",
    "机要通信用车",
    "应急保障用车",
    "执法执勤用车",
    "特种专业技术用车",
    "离退休干部用车",
    "其他用车",
)


@cache
def names() -> dict[str, Any]:
    """Invented places and the offices, themes and phrases that go with an agency."""
    with (DATA / "agencies.json").open(encoding="utf-8") as file:
        loaded: dict[str, Any] = json.load(file)
    return loaded


def department(seed: int, *, evaluation: str = "scored", forms: tuple[str, ...] = ()) -> Department:
    """One consistent department. The same seed gives the same department."""
    rng = random.Random(seed)
    agency = rng.choice(names()["agencies"])
    name = rng.choice(names()["places"]) + agency["noun"]
    institutions = tuple(rng.sample(names()["institutions"], rng.choice((0, 0, 1, 2, 4))))
    items = _economic(rng)
    flows = _basic_flows(rng, agency["section"], items, bool(institutions))
    work, projects = projects_of(rng, agency, rng.choice((0, 1, 2, 3, 4, 6, 8, 13, 20, 30)), evaluation)
    flows += _unevaluated(rng, agency, work, bool(projects))
    flows = _carried(rng, _merged(flows + work)) + _funds(rng) + _own_money(rng, agency["section"])
    general = [flow for flow in flows if flow.source == GENERAL]
    budgets = {flow.code: _budget(rng, flow, projects) for flow in general}
    three = _three_public(rng, items)
    public = added(value for code, value in items.items() if code[:3] in ("302", "307", "310", "399"))
    made = Department(
        name=name,
        year=rng.choice((2022, 2023, 2024, 2025)),
        flows=tuple(sorted(flows, key=lambda flow: (flow.code, flow.source))),
        economic=items,
        budgets=budgets,
        prior=_prior(rng, items, flows),
        three=three,
        procurement=_procurement(rng),
        fleet=_fleet(rng, three),
        equipment=rng.choice((0, 0, 0, 1, 3)),
        operating_cost=share(rng, public, 0.5, 0.95)
        if institutions and "10" not in forms and rng.random() < 0.3
        else public,
        meetings=items["30215"],
        training=items["30216"],
        offices=tuple(rng.sample(names()["offices"], rng.randint(3, 9))),
        institutions=institutions,
        duties=tuple(rng.sample(names()["duties"], rng.randint(3, 6))),
        projects=projects,
        evaluation=evaluation,
        forms=forms or Department.__dataclass_fields__["forms"].default,
    )
    return overall_of(rng, made) if projects and rng.random() < 0.7 else made


def money(rng: random.Random, low: float, high: float) -> Decimal:
    """An amount in yuan and fen between two amounts of 万元, small ones likelier."""
    return Decimal(int(low * 1e6 * (high / low) ** rng.random())) / 100


def share(rng: random.Random, whole: Decimal, low: float, high: float) -> Decimal:
    return (whole * Decimal(str(round(rng.uniform(low, high), 4)))).quantize(Decimal("0.01"))


def _economic(rng: random.Random) -> dict[str, Decimal]:
    """Basic spending by economic item; every item of the classification is there, many are zero."""
    items = {code: ZERO for code in economic() if len(code) == 5}
    size = rng.choice((0.4, 1, 2, 5))
    wages = {"30101": (60, 300), "30102": (30, 300), "30103": (30, 260), "30107": (5, 180), "30199": (0.5, 40)}
    insured = {"30108": (15, 120), "30110": (8, 80), "30112": (0.2, 12), "30113": (15, 110)}
    for code, (low, high) in (wages | insured).items():
        items[code] = money(rng, low * size, high * size)
    for code in ("30109", "30111", "30302", "30304", "30305", "30309", "30307", "30399"):
        if rng.random() < 0.5:
            items[code] = money(rng, 0.3 * size, 30 * size)
    for code in [code for code in items if code.startswith("302")]:
        if rng.random() < 0.55:
            items[code] = money(rng, 0.02 * size, 20 * size)
    for code in ("31002", "31007", "31003"):
        if rng.random() < 0.3:
            items[code] = money(rng, 0.3, 9)
    items["31013"] = money(rng, 12, 25) if rng.random() < 0.08 else ZERO
    return items


def _basic_flows(rng: random.Random, section: str, items: dict[str, Decimal], institutions: bool) -> list[Flow]:
    mirrored: dict[str, Decimal] = {}
    for item, codes in MIRRORED.items():
        codes = codes if institutions else codes[:1]
        first = share(rng, items[item], 0.3, 0.8) if len(codes) == 2 else items[item]
        mirrored |= dict(zip(codes, (first, items[item] - first), strict=False))
    if rng.random() < 0.3:
        mirrored["2210203"] = share(rng, items["30102"], 0.1, 0.4)
    running = added(items.values()) - added(mirrored.values())
    office = section + "01"
    service = section + "50"
    if institutions and service in functions():
        mirrored[service] = share(rng, running, 0.2, 0.6)
        running -= mirrored[service]
    mirrored[office] = running
    return [Flow(code, GENERAL, basic=value) for code, value in mirrored.items() if value]


def _unevaluated(rng: random.Random, agency: dict[str, Any], work: list[Flow], any_project: bool) -> list[Flow]:
    """Project spending that no self-evaluation covers, in some of the larger departments."""
    if not any_project or rng.random() < 0.7:
        return []
    taken = {flow.code for flow in work}
    free = [code for code in functions() if len(code) == 7 and budget_of(code) == GENERAL and code not in taken]
    free = [code for code in free if not code.endswith(("01", "50")) and code[:3] not in ("210", "221")]
    free = [code for code in free if not code.startswith("20805")]
    codes = rng.sample(free, rng.choice((2, 5, 12, 35)))
    return [Flow(code, GENERAL, project=money(rng, 0.5, 400)) for code in codes]


def _merged(flows: list[Flow]) -> list[Flow]:
    by_code: dict[str, Flow] = {}
    for flow in flows:
        before = by_code.get(flow.code, Flow(flow.code, GENERAL))
        by_code[flow.code] = Flow(flow.code, GENERAL, before.basic + flow.basic, before.project + flow.project)
    return list(by_code.values())


def _carried(rng: random.Random, flows: list[Flow]) -> list[Flow]:
    if rng.random() < 0.55:
        return flows
    carried = []
    for flow in flows:
        opening = share(rng, flow.spent, 0.01, 0.4) if flow.project and rng.random() < 0.6 else ZERO
        closing = money(rng, 0.05, 30) if flow.project and rng.random() < 0.5 else ZERO
        carried.append(Flow(flow.code, GENERAL, flow.basic, flow.project, opening=opening, closing=closing))
    return carried


def _funds(rng: random.Random) -> list[Flow]:
    flows = []
    for source, chance in ((FUND, 0.35), (CAPITAL, 0.15)):
        if rng.random() > chance:
            continue
        codes = [code for code in functions() if len(code) == 7 and budget_of(code) == source]
        for code in rng.sample(codes, min(len(codes), rng.randint(1, 3))):
            spent = money(rng, 1, 900)
            opening = share(rng, spent, 0.05, 0.5) if rng.random() < 0.4 else ZERO
            closing = money(rng, 0.5, 60) if rng.random() < 0.4 else ZERO
            flows.append(Flow(code, source, project=spent, opening=opening, closing=closing))
    return flows


def _own_money(rng: random.Random, section: str) -> list[Flow]:
    if rng.random() < 0.55:
        return []
    code = section + ("50" if section + "50" in functions() else "01")
    flows = [Flow(code, "other", basic=money(rng, 0.1, 40), opening=ZERO, closing=money(rng, 0.01, 5))]
    if rng.random() < 0.4:
        spent = money(rng, 5, 200)
        used = share(rng, spent, 0.05, 0.3) if rng.random() < 0.5 else ZERO
        allocated = money(rng, 0.1, 3) if rng.random() < 0.4 else ZERO
        subsidy = money(rng, 0.5, 9) if rng.random() < 0.3 else ZERO
        flows.append(Flow(code, "operations", basic=spent, used=used, allocated=allocated, subsidy=subsidy))
    if rng.random() < 0.3:
        flows.append(
            Flow(section + "99" if section + "99" in functions() else code, "superior", project=money(rng, 1, 50))
        )
    if rng.random() < 0.15:
        flows.append(Flow(code, "business", operating=money(rng, 1, 30)))
    if rng.random() < 0.1:
        flows.append(Flow(code, "affiliated", paid_up=money(rng, 1, 20)))
    return flows


def _budget(rng: random.Random, flow: Flow, projects: tuple[Project, ...]) -> Budget:
    """Basic spending stays within what was allowed; projects bring the budgets of their own tables."""
    listed = [project for project in projects if project.code == flow.code]
    other = flow.project - added(project.executed for project in listed)
    basic = flow.basic if rng.random() < 0.5 else share(rng, flow.basic, 1.0, 1.15)
    adjusted = basic + other + added(project.budget for project in listed)
    draw = rng.random()
    if listed:
        return Budget(basic + other + added(project.opening for project in listed), adjusted, basic)
    if draw < 0.2:
        return Budget(flow.spent, adjusted, basic)
    if draw < 0.27:
        return Budget(ZERO, adjusted, basic)
    return Budget(share(rng, flow.spent, 0.6, 1.3), adjusted, basic)


def _prior(rng: random.Random, items: dict[str, Decimal], flows: list[Flow]) -> dict[str, Decimal]:
    """The year before, again consistent: the general budget is its basic and project spending."""
    year = {"personnel": ("301", "303"), "public": ("302", "307", "310", "399")}
    prior = {
        what: share(rng, added(v for c, v in items.items() if c[:3] in groups), 0.7, 1.4)
        for what, groups in year.items()
    }
    projects = added(flow.project for flow in flows if flow.source == GENERAL)
    prior["general"] = prior["personnel"] + prior["public"] + share(rng, projects, 0.5, 1.6)
    plain = all(flow.source == GENERAL and not flow.opening for flow in flows)
    fiscal = added(flow.income + flow.opening for flow in flows if flow.source in FISCAL)
    everything = added(flow.income + flow.opening + flow.used for flow in flows)
    prior["fiscal"] = prior["general"] if plain else prior["general"] + share(rng, fiscal, 0.02, 0.4)
    prior["all"] = prior["fiscal"] if everything == fiscal else prior["fiscal"] + money(rng, 1, 60)
    for what, code in (("meetings", "30215"), ("training", "30216")):
        prior[what] = share(rng, items[code], 0.5, 1.6) if rng.random() < 0.8 else items[code]
    prior["operating_cost"] = prior["public"]
    return prior


def _three_public(rng: random.Random, items: dict[str, Decimal]) -> ThreePublic:
    codes = {"abroad": "30212", "purchase": "31013", "running": "30231", "reception": "30217"}
    final = {kind: items[codes[kind]] for kind in KINDS}
    if rng.random() < 0.15 and final["running"]:
        final["running"] += money(rng, 0.2, 4)  # a part that projects pay, which form 06 does not show
    spare = {kind: money(rng, 0.01, 3) if rng.random() < 0.5 else ZERO for kind in KINDS}
    budget = {kind: final[kind] + (spare[kind] if final[kind] or kind == "reception" else ZERO) for kind in KINDS}
    prior = {kind: share(rng, final[kind], 0.6, 1.7) if rng.random() < 0.75 else final[kind] for kind in KINDS}
    batches = rng.randint(1, 40) if final["reception"] else 0
    groups = rng.randint(1, 3) if final["abroad"] else 0
    return ThreePublic(
        budget,
        final,
        prior,
        delegations=groups,
        travellers=groups and groups + rng.randint(0, 5),
        bought=1 if final["purchase"] else 0,
        receptions=batches,
        guests=batches and batches * rng.randint(3, 12),
    )


def _procurement(rng: random.Random) -> Procurement:
    if rng.random() < 0.15:
        return Procurement(ZERO, ZERO, ZERO, ZERO, ZERO)
    goods = money(rng, 1, 300)
    works = money(rng, 1, 500) if rng.random() < 0.3 else ZERO
    services = money(rng, 1, 300) if rng.random() < 0.8 else ZERO
    total = goods + works + services
    medium = total if rng.random() < 0.4 else share(rng, total, 0.3, 0.99)
    micro = medium if rng.random() < 0.3 else share(rng, medium, 0.2, 0.95)
    return Procurement(goods, works, services, medium, micro)


def _fleet(rng: random.Random, three: ThreePublic) -> dict[str, int]:
    fleet = dict.fromkeys(FLEET, 0)
    if three.final["running"] or three.final["purchase"]:
        fleet["机要通信用车"] = rng.randint(1, 3)
        for kind in FLEET[3:]:
            fleet[kind] = rng.choice((0, 0, 1, 2, 6))
    return fleet
