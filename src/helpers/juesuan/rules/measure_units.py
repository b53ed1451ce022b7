"""Whether a target and its result are in units that can be compared."""

from __future__ import annotations

from juesuan.amounts import PERCENT
from juesuan.evaluations.quantities import Quantity, parse_quantity
from juesuan.records import Indicator
from juesuan.rules.performance_pairs import SUM

_PEOPLE = frozenset(("人", "人次", "名", "位"))
_THINGS = frozenset(("台", "套", "台套", "辆", "册", "本", "件", "把", "张", "座", "栋", "间", "樘", "盏", "条", "根"))
_SPANS = frozenset(("天", "日", "个工作日", "工作日", "小时", "分钟", "个月", "周"))
_SIZES = frozenset(("平方米", "亩", "公顷", "公里", "千米", "米", "立方米", "吨", "公斤"))
_KINDS = (_PEOPLE, _THINGS, _SPANS, _SIZES)
_TEN_THOUSAND = "万"


def units_differ_in(indicator: Indicator) -> bool:
    """Whether target and result are printed with different units, sums of money aside."""
    target, result = parse_quantity(indicator.target.text), parse_quantity(indicator.actual.text)
    if target is None or result is None or not target.amount.unit or not result.amount.unit:
        return False
    if target.amount.is_money and result.amount.is_money:
        return False
    return target.amount.unit != result.amount.unit


def kinds_differ(indicator: Indicator) -> bool:
    """Whether nothing can be scored by target and result, as their units are of different kinds or far apart."""
    target, result = parse_quantity(indicator.target.text), parse_quantity(indicator.actual.text)
    if target is None or result is None:
        return False
    of_whole = (target.amount.unit == PERCENT) != (result.amount.unit == PERCENT)
    kinds = [_kind(each) for each in (target, result)]
    counted = all(kinds) and kinds[0] != kinds[1]
    return of_whole or target.amount.is_money != result.amount.is_money or counted or _magnified(target, result)


def _kind(quantity: Quantity) -> frozenset[str]:
    unit = quantity.amount.unit.removeprefix(_TEN_THOUSAND)
    return next((kind for kind in _KINDS if unit in kind), frozenset())


def _magnified(target: Quantity, result: Quantity) -> bool:
    """Whether figures of one size stand in units of which one is 10,000 of the other (4200吨 and 4368万吨)."""
    one, other = sorted((target.amount.unit, result.amount.unit), key=len)
    near = target.amount.value / SUM < result.amount.value < target.amount.value * SUM
    return bool(one) and other == f"{_TEN_THOUSAND}{one}" and near
