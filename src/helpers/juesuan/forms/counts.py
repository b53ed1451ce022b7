"""Counts that stand in forms of money: journeys, vehicles, receptions, equipment."""

from __future__ import annotations

import re

from juesuan.amounts import parse_amount
from juesuan.forms.draft import Reading
from juesuan.forms.tables import Token
from juesuan.forms.text import flat

COUNT = "count"
COUNTED = re.compile(r"团组|人次|批次|保有量|购置数|购置量|辆\)|人\)|个\)|批\)")
_UNIT = re.compile(r"[(（](?:单位[:：])?(辆|个|人次|人|批次|批|台|次|件|平方米|台[,，、/]?套|台/?件)[)）]")
_VEHICLES = re.compile(r"(?:用车|车辆(?:数|数量)?(?:合计|小计)?)$")


def is_count(label: str) -> bool:
    """Whether what a label names is counted, not paid."""
    return _UNIT.search(flat(label)) is not None or _VEHICLES.search(flat(label)) is not None


def count_of(label: str, token: Token) -> Reading | None:
    """The number behind a label in the label's unit, None where there is none."""
    match = _UNIT.search(flat(label))
    usual = "辆" if _VEHICLES.search(flat(label)) else "个"
    amount = parse_amount(token.text, match[1] if match else usual)
    return Reading(amount, "统计数", token.place) if amount else None
