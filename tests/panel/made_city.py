"""An invented city: departments with their own offices and units, three years, budgets and final accounts that agree.

Every figure comes from one model, so that a clean city agrees with itself throughout. A `Slip` is another truth of
one document alone: the document still agrees with itself, and no longer with the others. `planted` has one of each
kind, with the rule that must find it and where.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from itertools import cycle
from pathlib import Path

from juesuan.kinds.kind import Scope
from panel import made_documents
from panel.made_documents import ITEMS, Year

YEARS = (2022, 2023, 2024)
BUREAUX = ("教育局", "民政局", "水利局", "司法局", "统计局", "审计局", "林业局", "体育局", "档案局", "信访局")
TOWNS = ("青禾县", "白泽县", "苍栗县")
UNITS = ("服务中心", "监测站")
CENT = Decimal("0.01")


Where = tuple[str, str, int]  # rule, department or body, year: what must be found


@dataclass(frozen=True)
class Slip:
    """What one document tells otherwise: of a body, scope, year and kind; `what` names a field, and an item after :."""

    body: str
    year: int
    what: str
    by: Decimal = Decimal("10.00")
    scope: Scope = Scope.DEPARTMENT
    is_budget: bool = False
    times: Decimal | None = None
    words: str = ""

    def applied(self, true: Year) -> Year:
        """What the document says instead of what is true."""
        field, _, item = self.what.partition(":")
        if self.words:
            return replace(true, **{field: self.words})
        value = getattr(true, field)
        return replace(true, **{field: value | {item: self._moved(value[item])} if item else self._moved(value)})

    def _moved(self, value: Decimal) -> Decimal:
        return value + self.by if self.times is None else _part(value, self.times)


REASON = "原因是河道疏浚工程因汛期提前而分两次招标，第二标段的设备跨年到货验收"


def planted(names: Sequence[str]) -> list[tuple[Where, tuple[Slip, ...]]]:
    """One mismatch of each kind, a body each where there are as many; what must be found, and what is told."""
    given = cycle(names)
    made: list[tuple[Where, tuple[Slip, ...]]] = []

    def plant(rule: str, *slips: Slip, of: str = "") -> None:
        made.append(((rule, of or slips[0].body, slips[0].year), slips))

    first, second, third = YEARS
    plant("years-balance", Slip(next(given), second, "opening"))
    plant("years-balance", Slip(next(given), third, "opening", scope=Scope.OWN_OFFICE))
    plant("years-balance", Slip(next(given) + UNITS[0], third, "opening", Decimal("-3.21"), Scope.UNIT))
    plant("years-restated", Slip(next(given), second, "before", Decimal("7.77")))
    plant("years-restated", Slip(next(given) + UNITS[1], third, "before", scope=Scope.UNIT))
    plant("opening-budget-approved", Slip(next(given), first, "approved:2080505", Decimal("5.55")))
    plant("opening-budget-approved", Slip(next(given), third, "approved:2210201", is_budget=True))
    plant("opening-budget-approved", Slip(next(given), second, "allowed:running", Decimal("1.50")))
    name = next(given)
    halved = partial(Slip, name, second, "approved:2080505", times=Decimal("0.86"))
    plant("review-executed-against-approved", halved(), halved(is_budget=True))
    plant("review-project-targets", Slip(next(given), third, "length", Decimal(-4)))
    name = next(given)
    plant("review-units-sum", Slip(name + UNITS[0], third, "spent:2010301", Decimal("3.33"), Scope.UNIT), of=name)
    one, other = sorted((next(given), next(given)))
    plant("review-same-words", Slip(one, second, "reason", words=REASON), Slip(other, third, "reason", words=REASON))
    return made


def bodies() -> list[str]:
    """The departments: as many bureaux as each town has."""
    return [town + bureau for town in TOWNS for bureau in BUREAUX]


def parts_of(name: str) -> list[tuple[str, Scope]]:
    """A department's own office and its units."""
    return [(name, Scope.OWN_OFFICE), *((name + unit, Scope.UNIT) for unit in UNITS)]


def file_name(body: str, year: int, scope: Scope, *, is_budget: bool = False) -> str:
    """The file in which a body publishes one document."""
    return f"{body}-{year}-{scope}-{'budget' if is_budget else 'final'}.txt"


def city(
    folder: Path,
    seed: int = 1,
    slips: Iterable[Slip] = (),
    departments: int = 30,
    years: Sequence[int] = YEARS,
) -> Path:
    """Write all documents of a city into a folder, and its ledger beside them."""
    folder.mkdir(parents=True)
    for name in bodies()[:departments]:
        for file, text in _documents(name, random.Random(f"{seed}{name}"), tuple(slips), years):
            (folder / file).write_text(text, encoding="utf-8")
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


def _documents(
    name: str, chance: random.Random, slips: tuple[Slip, ...], years: Sequence[int]
) -> Iterator[tuple[str, str]]:
    before: dict[tuple[str, Scope], Year] = {}
    for year in years:
        members = [_year(part, scope, year, before.get((part, scope)), chance) for part, scope in parts_of(name)]
        whole = _together(name, members, before.get((name, Scope.DEPARTMENT)))
        for each in (*members, whole):
            before[each.name, each.scope] = each
            told = _as_told(each, slips, is_budget=False)
            yield file_name(each.name, year, each.scope), made_documents.final_accounts(told)
        told = _as_told(whole, slips, is_budget=True)
        yield file_name(name, year, Scope.DEPARTMENT, is_budget=True), made_documents.budget(told)


def _as_told(true: Year, slips: tuple[Slip, ...], *, is_budget: bool) -> Year:
    for each in slips:
        if (each.body, each.year, each.scope, each.is_budget) == (true.name, true.year, true.scope, is_budget):
            true = each.applied(true)
    return true


def _year(name: str, scope: Scope, year: int, before: Year | None, chance: random.Random) -> Year:
    spent = {code: _amount(chance, 50, 400) for code, *_ in ITEMS}
    public = {kind: _amount(chance, 1, 9) for kind in ("running", "reception")}
    return Year(
        name,
        scope,
        year,
        spent,
        {code: _part(value, Decimal("0.95")) for code, value in spent.items()},
        public,
        {kind: _part(value, Decimal("1.10")) for kind, value in public.items()},
        before.closing if before else _amount(chance, 5, 20),
        _amount(chance, 5, 20),
        before.whole if before else None,
    )


def _together(name: str, members: list[Year], before: Year | None) -> Year:
    def added(field: str) -> dict[str, Decimal]:
        parts = [getattr(each, field) for each in members]
        return {key: sum((each[key] for each in parts), Decimal(0)) for key in parts[0]}

    tables = (added(field) for field in ("spent", "approved", "public", "allowed"))
    opening, closing = (sum((getattr(each, key) for each in members), Decimal(0)) for key in ("opening", "closing"))
    whole = before.whole if before else None
    return Year(name, Scope.DEPARTMENT, members[0].year, *tables, opening, closing, whole, has_project=True)


def _part(value: Decimal, of: Decimal) -> Decimal:
    return (value * of).quantize(CENT)


def _amount(chance: random.Random, least: int, most: int) -> Decimal:
    return Decimal(chance.randrange(least * 100, most * 100)) / 100
