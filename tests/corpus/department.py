"""What is true of one department in one year, to the fen; all documents about it are made from this.

Money is `Decimal` in yuan with two places.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from corpus.classification import CAPITAL, FUND, GENERAL

ZERO = Decimal(0)
FISCAL = (GENERAL, FUND, CAPITAL)
OWN = ("superior", "operations", "business", "affiliated", "other")
KINDS = ("abroad", "purchase", "running", "reception")


@dataclass(frozen=True, slots=True)
class Flow:
    """Money of one source through one functional item: what came in, went out and was carried.

    `source` is one of FISCAL or OWN. `paid_up`, `operating` and `subsidy` are the rarer kinds of
    spending of form 03; `used` and `allocated` are non-fiscal balances used and distributed.
    """

    code: str
    source: str
    basic: Decimal = ZERO
    project: Decimal = ZERO
    paid_up: Decimal = ZERO
    operating: Decimal = ZERO
    subsidy: Decimal = ZERO
    opening: Decimal = ZERO
    closing: Decimal = ZERO
    used: Decimal = ZERO
    allocated: Decimal = ZERO

    @property
    def spent(self) -> Decimal:
        return self.basic + self.project + self.paid_up + self.operating + self.subsidy

    @property
    def income(self) -> Decimal:
        return self.spent + self.closing + self.allocated - self.opening - self.used


@dataclass(frozen=True, slots=True)
class Budget:
    """An item's general budget: at the start of the year, after adjustment, and the basic part of that."""

    opening: Decimal
    adjusted: Decimal
    basic: Decimal = ZERO


@dataclass(frozen=True, slots=True)
class Procurement:
    goods: Decimal
    works: Decimal
    services: Decimal
    small_medium: Decimal
    small_micro: Decimal

    @property
    def total(self) -> Decimal:
        return self.goods + self.works + self.services


@dataclass(frozen=True, slots=True)
class ThreePublic:
    """The four expenses of form 09 and the counts that go with them."""

    budget: dict[str, Decimal]
    final: dict[str, Decimal]
    prior: dict[str, Decimal]
    delegations: int = 0
    travellers: int = 0
    bought: int = 0
    receptions: int = 0
    guests: int = 0

    def total(self, side: str) -> Decimal:
        """Sum of one side: budget, final or prior."""
        return sum(getattr(self, side).values(), ZERO)

    def cars(self, side: str) -> Decimal:
        figures: dict[str, Decimal] = getattr(self, side)
        return figures["purchase"] + figures["running"]


@dataclass(frozen=True, slots=True)
class Aim:
    """One indicator. `weight` and `score` are None in tables without points."""

    level1: str
    level2: str
    level3: str
    target: str
    actual: str
    weight: Decimal | None = None
    score: Decimal | None = None
    unit: str = ""
    completion: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FundRow:
    """A line of money in a self-evaluation as displayed; texts may be blank."""

    label: str
    opening: str = ""
    budget: str = ""
    executed: str = ""
    weight: str = ""
    rate: str = ""
    score: str = ""


@dataclass(frozen=True, slots=True)
class Project:
    """A project and its self-evaluation. `report` holds paragraphs of the evaluation report."""

    name: str
    code: str
    opening: Decimal
    budget: Decimal
    executed: Decimal
    aims: tuple[Aim, ...] = ()
    score: Decimal | None = None
    funds: tuple[FundRow, ...] = ()
    goal: str = ""
    result: str = ""
    reason: str = ""
    grade: str = ""
    table_name: str = ""
    office: str = ""
    owner: str = ""
    report: tuple[str, ...] = ()
    filled_by: str = ""
    telephone: str = ""


@dataclass(frozen=True, slots=True)
class Overall:
    """The self-evaluation of the whole department."""

    funds: tuple[FundRow, ...]
    aims: tuple[Aim, ...]
    goal: str
    result: str
    score: Decimal | None = None
    tasks: tuple[tuple[str, ...], ...] = ()
    report: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Department:
    """Everything a disclosure tells; mappings are by function code, economic code or subject."""

    name: str
    year: int
    flows: tuple[Flow, ...]
    economic: dict[str, Decimal]
    budgets: dict[str, Budget]
    prior: dict[str, Decimal]
    three: ThreePublic
    procurement: Procurement
    fleet: dict[str, int]
    equipment: int
    operating_cost: Decimal
    meetings: Decimal
    training: Decimal
    offices: tuple[str, ...]
    institutions: tuple[str, ...]
    duties: tuple[str, ...]
    projects: tuple[Project, ...] = ()
    overall: Overall | None = None
    remarks: tuple[str, ...] = ()
    evaluation: str = "scored"
    forms: tuple[str, ...] = field(default=("01", "02", "03", "04", "05", "06", "07", "08", "09"))

    def of(self, *sources: str) -> list[Flow]:
        """The flows of these sources; of all where none is named."""
        return [flow for flow in self.flows if not sources or flow.source in sources]

    def spent(self, *sources: str) -> Decimal:
        return sum((flow.spent for flow in self.of(*sources)), ZERO)

    def income(self, *sources: str) -> Decimal:
        return sum((flow.income for flow in self.of(*sources)), ZERO)

    def total(self, what: str, *sources: str) -> Decimal:
        """Sum of one field over the flows of these sources."""
        return added(getattr(flow, what) for flow in self.of(*sources))

    @property
    def balance(self) -> Decimal:
        """收入支出总计: what came in, was carried in and was used of balances."""
        return self.income() + self.total("opening") + self.total("used")

    @property
    def fiscal_balance(self) -> Decimal:
        return self.income(*FISCAL) + self.total("opening", *FISCAL)

    @property
    def personnel(self) -> Decimal:
        return self._economic(("301", "303"))

    @property
    def public(self) -> Decimal:
        return self._economic(("302", "307", "310", "399"))

    def economic_class(self, code: str) -> Decimal:
        return self._economic((code,))

    def _economic(self, classes: tuple[str, ...]) -> Decimal:
        return added(value for code, value in self.economic.items() if code[:3] in classes)


def added(values: Iterable[Decimal]) -> Decimal:
    return sum(values, ZERO)
