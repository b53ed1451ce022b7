"""The year before a department's year: accounts with every figure that this year's disclosure tells of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import ROUND_DOWN, Decimal

from corpus.accounts import MIRRORED
from corpus.classification import CAPITAL, FUND, GENERAL
from corpus.department import FISCAL, ZERO, Budget, Department, Flow, Procurement, added

CENT = Decimal("0.01")
PERSONNEL, PUBLIC = ("301", "303"), ("302", "307", "310", "399")
TOLD = {"30215": "meetings", "30216": "training"}
OF_THREE = {"30212": "abroad", "30231": "running", "30217": "reception", "31013": "purchase"}
FUND_ITEM, OTHER_ITEM = "2120899", "2019999"  # what the rest of the fiscal, and of the other money went to
EARLIER = Decimal("0.9")  # of its figures, what the year before tells of the year before itself


def year_before(made: Department) -> Department:
    """What it closes with, this year opens with; no project is evaluated in it."""
    told, three = made.prior, made.three
    kept = {code: told[what] for code, what in TOLD.items()}
    kept |= {code: three.prior[kind] for code, kind in OF_THREE.items()}
    economic = made.economic | _economic(made, PERSONNEL, told["personnel"], {})
    economic |= _economic(made, PUBLIC, told["public"], kept)
    flows = [*_general(made, economic), *_others(made)]
    return replace(
        made,
        year=made.year - 1,
        flows=tuple(sorted(flows, key=lambda flow: (flow.code, flow.source))),
        economic=economic,
        budgets={flow.code: Budget(flow.spent, flow.spent, flow.basic) for flow in flows if flow.source == GENERAL},
        prior={what: (value * EARLIER).quantize(CENT) for what, value in told.items()},
        three=replace(three, budget=three.prior, final=three.prior),
        procurement=Procurement(ZERO, ZERO, ZERO, ZERO, ZERO),
        operating_cost=told["operating_cost"],
        meetings=told["meetings"],
        training=told["training"],
        projects=(),
        overall=None,
    )


def _economic(
    made: Department, classes: tuple[str, ...], total: Decimal, kept: Mapping[str, Decimal]
) -> dict[str, Decimal]:
    """The basic spending of some economic classes, brought to a total; what is told by itself stays as it is told."""
    others = {code: value for code, value in made.economic.items() if code[:3] in classes and code not in kept}
    return dict(kept) | scaled(others, total - added(kept.values()))


def _general(made: Department, economic: Mapping[str, Decimal]) -> list[Flow]:
    """The items of the general budget: those that mirror an economic account follow it, the others share the rest."""
    flows = made.of(GENERAL)
    basic: dict[str, Decimal] = {}
    for item, codes in MIRRORED.items():
        held = {flow.code: flow.basic for flow in flows if flow.code in codes}
        basic |= scaled(held, economic[item])
    spent = made.prior["personnel"] + made.prior["public"]
    rest = {flow.code: flow.basic for flow in flows if flow.code not in basic and flow.basic}
    basic |= scaled(rest, spent - added(basic.values()))
    project = scaled({flow.code: flow.project for flow in flows if flow.project}, made.prior["general"] - spent)
    return [
        Flow(each.code, GENERAL, basic.get(each.code, ZERO), project.get(each.code, ZERO), closing=each.opening)
        for each in flows
    ]


def _others(made: Department) -> list[Flow]:
    """Money beside the general budget: what this year began with, and what brings all to the totals that are told."""
    carried = [Flow(each.code, each.source, closing=each.opening) for each in made.of(FUND, CAPITAL) if each.opening]
    fund = made.prior["fiscal"] - made.prior["general"] - made.total("opening", *FISCAL)
    other = made.prior["all"] - made.prior["fiscal"]
    carried += [Flow(FUND_ITEM, FUND, project=fund)] if fund else []
    return carried + ([Flow(OTHER_ITEM, "other", basic=other)] if other else [])


def scaled(values: Mapping[str, Decimal], total: Decimal) -> dict[str, Decimal]:
    """Values brought to a total in proportion, to the fen; the largest takes what rounding leaves."""
    whole = added(values.values())
    if not whole:
        return dict(values)
    parts = {code: (value * total / whole).quantize(CENT, ROUND_DOWN) for code, value in values.items()}
    parts[max(parts, key=lambda code: parts[code])] += total - added(parts.values())
    return parts
