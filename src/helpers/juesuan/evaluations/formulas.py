"""Points by a formula that a standard prints: 得分＝采购执行率×4; 得分＝完成值÷目标值×分值, for the rows below 同上."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from juesuan.amounts import PERCENT
from juesuan.evaluations.quantities import AT_MOST, LESS, narrow, parse_quantity
from juesuan.records import Indicator

_HUNDRED = Decimal(100)
_OF_RATE = re.compile(r"得分=[^,，。;；÷/×xX*]{2,12}率[×xX*](?P<weight>\d+(?:\.\d+)?)")
_OF_TARGET = re.compile(r"得分=(?:实际)?完成值[÷/](?:年度)?(?:目标|指标)值[×xX*](?:该?指标)?(?:分值|权重|满分)")
_AS_ABOVE = re.compile(r"(?:计分|评分|赋分)(?:方法|办法|标准|规则)?同上")
_TARGET = re.compile(r"(?:目标|指标)值(?:为|是)?(?P<target>[^,，。;；]{1,12}?)(?=[,，。;；]|$)")


def due_by_formula(rows: Sequence[Indicator]) -> Iterator[tuple[Indicator, Decimal]]:
    """Each row whose standard is a formula that its own figures answer, with the points that are due by it."""
    of_target = False
    for row in rows:
        standard = narrow(row.standard)
        of_target = bool(_OF_TARGET.search(standard)) or (of_target and bool(_AS_ABOVE.search(standard)))
        due = _by_target(row, standard) if of_target else _by_rate(row, standard)
        if due is not None:
            yield row, due


def _by_rate(row: Indicator, standard: str) -> Decimal | None:
    match, rate = _OF_RATE.search(standard), parse_quantity(row.actual.text)
    if match is None or rate is None or rate.amount.unit != PERCENT or rate.sign:
        return None
    return min(rate.amount.value, _HUNDRED) / _HUNDRED * Decimal(match["weight"])


def _by_target(row: Indicator, standard: str) -> Decimal | None:
    match = _TARGET.search(standard)
    target = parse_quantity(row.target.text or (match["target"] if match else ""))
    result = parse_quantity(row.actual.text)
    if target is None or result is None or row.weight.amount is None or target.sign in (AT_MOST, LESS):
        return None
    if target.amount.unit != result.amount.unit or not target.amount.value or result.sign:
        return None
    return min(result.amount.value / target.amount.value, Decimal(1)) * row.weight.amount.value
