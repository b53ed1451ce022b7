"""A target and its result held against each other: comparable or not, met or missed, how far."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from juesuan.amounts import PERCENT, Amount
from juesuan.evaluations.quantities import (
    AT_LEAST,
    AT_MOST,
    EXACTLY,
    LESS,
    MORE,
    Quantity,
    is_grade_band,
    parse_quantity,
)
from juesuan.records import Indicator

HUNDRED = Decimal(100)
SUM = 10  # times a figure for one that make a sum of many
_SPARING = re.compile(r"成本|费用|经费|支出|投入|资金|金额|价|补贴|补助")
_HARMFUL = re.compile(
    r"故障|差错|错误|误差|投诉|事故|超支|超时|延误|损失|流失|空置|闲置|违规|失误|死亡|伤亡|发案|病虫|排放|能耗|负债|"
    r"离职|缺勤|返工|退件|逾期|拖欠|不合格|缺编|复发|犯罪|火灾|减少|降低|下降|压减"
)
_WANTED = re.compile(
    r"完成|合格|满意|覆盖|及时|达标|准确|正常|到位|使用|利用|办结|通过|参与|普及|知晓|清晰|公开|执行|完好|受益|提高|提升|增长"
)
_COUNTED = frozenset(
    ("人", "名", "人次", "户", "家", "个", "台", "套", "辆", "册", "本", "场", "场次", "期", "份", "件", "批次")
)
_TIMES = {
    "天",
    "日",
    "个工作日",
    "工作日",
    "小时",
    "分钟",
    "个月",
    "月",
    "年",
    "周",
    "个月内",
    "天内",
    "日内",
    "年内",
    "小时内",
}


@dataclass(frozen=True, slots=True)
class Pair:
    """A quantified target with the quantity that came of it, both in one unit."""

    target: Quantity
    result: Quantity

    @property
    def met(self) -> bool:
        wanted, got = self.target.amount.value, self.result.amount.value
        return {
            AT_LEAST: got >= wanted,
            MORE: got > wanted,
            AT_MOST: got <= wanted,
            LESS: got < wanted,
        }.get(self.target.sign, got >= wanted)

    @property
    def ratio(self) -> Decimal | None:
        """Result over target in %, None for a target of zero."""
        wanted = self.target.amount.value
        return self.result.amount.value / wanted * HUNDRED if wanted else None


def pair(indicator: Indicator) -> Pair | None:
    """Target and result as quantities of one unit; None where they cannot be compared.

    A result that is itself a bound (≥95%) is no measured quantity.
    """
    target = parse_quantity(indicator.target.text, indicator.unit)
    result = parse_quantity(indicator.actual.text, indicator.unit)
    if target is None or result is None or result.is_bound or is_grade_band(indicator.actual.text):
        return None
    if target.each != result.each and not _of_one_size(target, result):
        return None
    units = {target.amount.unit, result.amount.unit}
    if len(units - {""}) > 1 or (units == {""} and not target.sign):
        return None
    return Pair(target, result)


def _of_one_size(target: Quantity, result: Quantity) -> bool:
    """Whether a result may be counted by the same as its target (每人每天50元 met by 48元), and is no sum of it."""
    wanted, got = target.amount.value, result.amount.value
    return not (target.each and result.each) and wanted / SUM < got < wanted * SUM


def is_money(pair: Pair) -> bool:
    return pair.target.amount.is_money or pair.result.amount.is_money


def _is_time(pair: Pair) -> bool:
    """Whether the target is a span of time, which is better not used up."""
    return bool({pair.target.amount.unit, pair.result.amount.unit} & _TIMES)


def lower_is_better(indicator: Indicator) -> bool:
    """Whether an indicator counts harm or cost, so that a target without a sign says nothing of direction."""
    words = indicator.level3
    return bool(_HARMFUL.search(words) or _SPARING.search(words) or "成本" in indicator.level2)


def _may_be_less(indicator: Indicator, pair: Pair) -> bool:
    """Whether less may be better: of harm always, of cost where it is measured and not people or things counted."""
    if pair.target.amount.unit not in _COUNTED or pair.result.amount.unit not in _COUNTED:
        return lower_is_better(indicator)
    return _HARMFUL.search(indicator.level3) is not None or "成本" in indicator.level2


def is_missed(indicator: Indicator, pair: Pair) -> bool:
    """Whether a target is certainly missed in the direction that its sign or its kind means."""
    if pair.met or (not pair.target.sign and (is_money(pair) or _is_time(pair) or _may_be_less(indicator, pair))):
        return False
    return not (pair.target.sign == EXACTLY and is_money(pair))


def is_certainly_missed(indicator: Indicator, pair: Pair) -> bool:
    """Whether a miss is beyond doubt: a bound was given, or more is plainly wanted of what is counted."""
    if not is_missed(indicator, pair):
        return False
    return bool(pair.target.sign) or pair.target.amount.unit != PERCENT or _WANTED.search(indicator.level3) is not None


def completion_said(indicator: Indicator) -> Amount | None:
    """A completion printed in its own column, or standing in place of the result of another unit."""
    if indicator.completion.amount:
        return indicator.completion.amount
    result = parse_quantity(indicator.actual.text)
    target = parse_quantity(indicator.target.text)
    if result is None or result.amount.unit != PERCENT or result.sign:
        return None
    return None if target is None or target.amount.unit == PERCENT else result.amount
