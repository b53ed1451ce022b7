"""What a head, a vehicle and a guest cost a body, where its document counts them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from juesuan.accounts import Accounts
from juesuan.presentation.key_figures import key_figures, yuan
from juesuan.records import Measure

PER_UNIT = ("running_per_head", "cost_per_vehicle", "cost_per_guest")
STAFF_UNITS = ("人", "名")


def per_unit(accounts: Accounts) -> dict[str, Decimal]:
    """What a head, a vehicle and a guest cost in 元, by label, where the document counts them."""
    return {key: amount / count for key, (amount, count) in counted(accounts).items()}


def counted(accounts: Accounts) -> dict[str, tuple[Decimal, Decimal]]:
    """Amounts in 元 and what they are divided by."""
    figures = key_figures(accounts)
    kinds = {pair.name: pair.final for pair in figures.three_public}
    running = None if figures.running is None else yuan(figures.running)
    related = (
        (running, staff(accounts)),
        (kinds.get("公务用车运行维护费"), _count(accounts, ("公务用车保有量", "车辆"))),
        (kinds.get("公务接待费"), _count(accounts, ("接待人次",))),
    )
    return {key: (amount, count) for key, (amount, count) in zip(PER_UNIT, related, strict=True) if amount and count}


def staff(accounts: Accounts) -> Decimal | None:
    """The number of staff that the document says, None where it does not or says several."""
    totals = {
        each.amount.value
        for each in accounts.statements
        if each.topic == "organisation"
        and each.measure is Measure.COUNT
        and each.role == "total"
        and each.amount is not None
        and each.amount.unit in STAFF_UNITS
    }
    return totals.pop() if len(totals) == 1 else None


def _count(accounts: Accounts, subjects: Sequence[str]) -> Decimal | None:
    for subject in subjects:
        for each in accounts.statements:
            if each.subject == subject and each.measure is Measure.COUNT and each.amount is not None:
                return each.amount.value
    return None
