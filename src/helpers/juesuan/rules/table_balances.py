"""Family `table_sum`: both sides of forms 01 and 04 sum up and balance."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from juesuan.accounts import Accounts, bare
from juesuan.checks import Check, Figure
from juesuan.compare import equal, not_applicable, passed, sums_to, unchecked
from juesuan.forms.catalogue import BY_NUMBER
from juesuan.lines import Line, form_name, key_name
from juesuan.rules.registry import rule
from juesuan.rules.tables import GRAND_TOTAL, INCOME_TOTAL, SPENT_TOTAL, is_nothing, present

FUNDS = {"general": "一般公共预算财政拨款", "fund": "政府性基金预算财政拨款", "capital": "国有资本经营预算财政拨款"}
OPENING = "income:opening"

_RESERVES_USED = re.compile(r"^使用.*结余|^(?:年初|上年).*结[转余]")
_OPENING_TOTAL = re.compile(r"^(?:年初|上年).*结[转余]")
_CARRIED_ON = re.compile(r"^结余分配|^年末.*结[转余]|^结转下年")
_NO_ITEM = re.compile(r"合计|小计|总计|结余|结转|^其中|^使用")


@dataclass(frozen=True, slots=True)
class Side:
    """One sum in one column of a two-sided form: the names of the total's row and which rows are its parts.

    `base` names a row that is the first of the parts; without it nothing can be said.
    """

    form: str
    key: str
    total: tuple[str, ...]
    is_part: Callable[[str], bool]
    label: str
    base: tuple[str, ...] = ()


def _is_item(item: str) -> bool:
    return not _NO_ITEM.search(item) and item not in (*INCOME_TOTAL, *SPENT_TOTAL)


def _reserves(item: str) -> bool:
    return bool(_RESERVES_USED.match(item))


def _carried(item: str) -> bool:
    return bool(_CARRIED_ON.match(item))


SIDES: tuple[Side, ...] = (
    Side("01", "income", INCOME_TOTAL, _is_item, "各项收入之和"),
    Side("01", "income", GRAND_TOTAL, _reserves, "本年收入、使用结余与年初结转之和", INCOME_TOTAL),
    Side("01", "expenditure", SPENT_TOTAL, _is_item, "各类支出之和"),
    Side("01", "expenditure", GRAND_TOTAL, _carried, "本年支出、结余分配与年末结转之和", SPENT_TOTAL),
    Side("04", "income", INCOME_TOTAL, _is_item, "各项财政拨款之和"),
    Side("04", "income", GRAND_TOTAL, _reserves, "本年收入与年初结转之和", INCOME_TOTAL),
    *(
        side
        for key in ("total", *FUNDS)
        for side in (
            Side("04", key, SPENT_TOTAL, _is_item, "各类支出之和"),
            Side("04", key, GRAND_TOTAL, _carried, "本年支出与年末结转之和", SPENT_TOTAL),
        )
    ),
)


@rule("side-sums", family="table_sum", basis="部门决算公开表样 01、04", zh="总表收入、支出两方各自逐项相加相符")
def side_sums(accounts: Accounts) -> Iterator[Check]:
    """On both sides of forms 01 and 04 the items sum to the year's total, and with carry-over to the grand total."""
    for number in ("01", "04"):
        rows = accounts.lines(number)
        if not any(line.facts for line in rows):
            yield not_applicable(BY_NUMBER[number].name, "没有这张表或表中没有数字")
            continue
        for side in SIDES:
            if side.form == number:
                yield from _side_sum(rows, side)


@rule("sides-balance", family="table_sum", basis="部门决算公开表样 01、04", zh="总表收入总计等于支出总计")
def sides_balance(accounts: Accounts) -> Iterator[Check]:
    """Income and expenditure of forms 01 and 04 come to the same grand total."""
    for number, right in (("01", "expenditure"), ("04", "total")):
        rows = accounts.lines(number)
        left_total, right_total = _cell(rows, GRAND_TOTAL, "income"), _cell(rows, GRAND_TOTAL, right)
        subject = f"{BY_NUMBER[number].name}收支平衡"
        if left_total is None and right_total is None:
            yield not_applicable(subject, "没有这张表或表中没有总计")
        elif left_total is None or right_total is None:
            given = [figure for figure in (left_total, right_total) if figure is not None]
            yield unchecked(subject, "一方总计为空", *given)
        else:
            yield equal(left_total, right_total, subject)


@rule(
    "carry-over-by-fund", family="table_sum", basis="部门决算公开表样 04", zh="财政拨款年初结转等于各预算年初结转之和"
)
def carry_over_by_fund(accounts: Accounts) -> Iterator[Check]:
    """Form 04's opening carry-over is the sum of that of its three budgets."""
    rows = accounts.lines("04")
    subject = "财政拨款年初结转和结余"
    total = next((line.figure("income") for line in rows if _OPENING_TOTAL.match(bare(line.item))), None)
    parts = [figure for line in rows if OPENING in line.facts and (figure := line.figure(OPENING))]
    if total is None and not parts:
        yield not_applicable(subject, "没有年初财政拨款结转和结余")
    elif total is None or not parts:
        given = [figure for figure in (total, *parts) if figure is not None]
        nothing = all(is_nothing(figure) for figure in given)
        yield passed(subject, *given[:1]) if nothing else unchecked(subject, "合计或分项为空", *given)
    else:
        yield sums_to(total, parts, subject)


@rule(
    "funds-balance", family="table_sum", basis="部门决算公开表样 04", zh="各预算财政拨款的收入加年初结转等于其支出总计"
)
def funds_balance(accounts: Accounts) -> Iterator[Check]:
    """In form 04 each budget's income and opening carry-over are its expenditure and carry-over on."""
    rows = accounts.lines("04")
    for key, name in FUNDS.items():
        subject = f"财政拨款收支平衡：{name}"
        total = _cell(rows, GRAND_TOTAL, key)
        own = [line for line in rows if name in bare(line.item)]
        parts = [*present(own, "income"), *present([line for line in own if OPENING in line.facts], OPENING)]
        if is_nothing(total) and all(is_nothing(part) for part in parts):
            yield not_applicable(subject, "没有这项预算的收支")
        elif total is None or not parts:
            yield unchecked(subject, "收入或支出总计为空", *parts)
        elif _opening_unparted(rows):
            yield unchecked(subject, "年初结转没有分列各预算", total, *parts)
        else:
            yield sums_to(total, parts, subject, parts_label="收入与年初结转之和")


def _side_sum(rows: Sequence[Line], side: Side) -> Iterator[Check]:
    name = key_name(side.form, side.key)
    subject = f"{form_name(rows[0].form)}{name}“{side.total[0]}”等于{side.label}"
    total, base = _cell(rows, side.total, side.key), _cell(rows, side.base, side.key)
    listed = [line for line in _above(rows, side) if side.is_part(bare(line.item))]
    parts = [*([base] if base else []), *present([line for line in listed if side.key in line.facts], side.key)]
    doubt = next((line.doubt for line in listed if line.doubt), "")
    if is_nothing(total) and all(is_nothing(part) for part in parts):
        return
    if total is None:
        yield unchecked(subject, f"“{side.total[0]}”为空", *parts)
    elif doubt or not parts or (side.base and base is None):
        yield unchecked(subject, doubt or "各项均为空", total)
    else:
        yield sums_to(total, parts, subject, parts_label=side.label)


def _above(rows: Sequence[Line], side: Side) -> Sequence[Line]:
    """The rows above the total, where its parts stand above it; else all rows."""
    place = next((i for i, line in enumerate(rows) if bare(line.item) in side.total and side.key in line.facts), 0)
    return rows[:place] if any(side.is_part(bare(line.item)) for line in rows[:place]) else rows


def _cell(rows: Sequence[Line], labels: Sequence[str], key: str) -> Figure | None:
    found = [line for line in rows if bare(line.item) in labels and key in line.facts]
    return found[0].figure(key) if len(found) == 1 else None


def _opening_unparted(rows: Sequence[Line]) -> bool:
    """Whether form 04 shows an opening carry-over without saying of which budget it is."""
    total = next((line.figure("income") for line in rows if _OPENING_TOTAL.match(bare(line.item))), None)
    return not is_nothing(total) and not any(OPENING in line.facts for line in rows)
