"""What a target or a result says as a quantity: a bound, a number and its unit."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from juesuan.amounts import PERCENT, Amount, parse_amount

AT_LEAST = "≥"
MORE = ">"
AT_MOST = "≤"
LESS = "<"
EXACTLY = "="

_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，％＞＜＝（）　", "0123456789.,%><=() ")
_SIGNS = {
    "≥": AT_LEAST, ">=": AT_LEAST, "≧": AT_LEAST, "⩾": AT_LEAST, "大于等于": AT_LEAST, "大于或等于": AT_LEAST,
    "不少于": AT_LEAST, "不低于": AT_LEAST, "不小于": AT_LEAST, "至少": AT_LEAST,
    "≤": AT_MOST, "<=": AT_MOST, "≦": AT_MOST, "⩽": AT_MOST, "小于等于": AT_MOST, "小于或等于": AT_MOST,
    "不超过": AT_MOST, "不高于": AT_MOST, "不大于": AT_MOST, "不多于": AT_MOST, "控制在": AT_MOST,
    ">": MORE, "大于": MORE, "高于": MORE, "超过": MORE, "多于": MORE,
    "<": LESS, "小于": LESS, "低于": LESS, "少于": LESS,
    "=": EXACTLY, "等于": EXACTLY,
}  # fmt: skip
_AFTER = {"以上": AT_LEAST, "及以上": AT_LEAST, "以内": AT_MOST, "以下": AT_MOST, "及以下": AT_MOST}
_EACH = r"(?:平均|人均)?(?:每[人月天日年次户个家村份学期床位套]{1,2}){0,3}(?:人均)?"
_ONE_EACH = re.compile(r"每[^每平]{1,2}")
_WHOLE = re.compile(
    rf"(?P<first>{_EACH})\s*"
    r"(?P<sign>" + "|".join(sorted(map(re.escape, _SIGNS), key=len, reverse=True)) + r")?\s*"
    rf"(?P<each>{_EACH})\s*"
    r"(?P<number>-?\d[\d,]*(?:\.\d+)?)\s*"
    r"(?P<unit>%%?|[^\d\s<>=≥≤%,，;；、。~～—-]{0,8}?)\s*"
    r"(?P<after>" + "|".join(sorted(_AFTER, key=len, reverse=True)) + r")?"
)
_YEAR_UNITS = {"年", "年度", "年内", "年底前"}
_TRAILING_PERCENT = re.compile(r"(?P<number>\d+(?:\.\d+)?)\s*%\s*[。.;；]?$")
_BAND = re.compile(r"\d+\s*%?\s*[-~～—–至]+\s*\d+\s*%\s*(?:\(含\))?")


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number with the bound it is said with ("" where none) and its unit ("" where none).

    `each` is what the number is counted by (每人每天, in one order), "" where the cell does not say.
    """

    sign: str
    amount: Amount
    each: str = ""

    @property
    def is_bound(self) -> bool:
        """Whether the sign leaves room to one side: what a target may say and a result may not."""
        return self.sign in (AT_LEAST, MORE, AT_MOST, LESS)

    @property
    def is_ceiling(self) -> bool:
        return self.sign in (AT_MOST, LESS)


@lru_cache(maxsize=8192)
def narrow(text: str) -> str:
    """The text with full-width digits, signs and brackets made plain and line breaks joined."""
    return re.sub(r"\s*\n\s*", "", text).translate(_FULL_WIDTH).strip()


@lru_cache(maxsize=4096)
def parse_quantity(text: str, unit: str = "") -> Quantity | None:
    """The quantity in a cell that holds one and nothing else, else None.

    `unit` is that of a column of units and holds where the cell names none. A calendar year
    (`2024年`) is a date and no quantity.
    """
    match = _WHOLE.fullmatch(narrow(text))
    if match is None:
        return None
    said = PERCENT if match["unit"].startswith(PERCENT) else match["unit"]
    amount = parse_amount(match["number"], said or narrow(unit))
    if amount is None or (said in _YEAR_UNITS and len(match["number"]) == 4):
        return None
    sign = _SIGNS[match["sign"]] if match["sign"] else _AFTER.get(match["after"] or "", "")
    each = _counted_by(match["first"] + match["each"])
    return Quantity(sign, Amount(amount.value, amount.unit, amount.decimals, text.strip()), each)


def _counted_by(words: str) -> str:
    """What a number is counted by, in one order: 每月每人 is 每人每月."""
    return "".join(sorted(_ONE_EACH.findall(words.replace("人均", "每人"))))


def trailing_percent(text: str) -> Amount | None:
    """The percentage with which a described result ends (`… 完成 98%`), None where it has none."""
    match = _TRAILING_PERCENT.search(narrow(text))
    if match is None:
        return None
    return parse_amount(f"{match['number']}%", PERCENT)


def is_grade_band(text: str) -> bool:
    """Whether a result is one of the bands in which qualitative targets are graded (`100%-80%(含)`)."""
    return _BAND.fullmatch(narrow(text)) is not None


def points_in(text: str) -> Amount | None:
    """The points of a weight or a score (`10`, `10分`, `10%` of the hundred), None where there are none."""
    amount = parse_amount(narrow(text).removesuffix("分"), "分")
    return replace(amount, unit="分", displayed=amount.displayed.removesuffix(PERCENT)) if amount else None


def level_points(level: str) -> Decimal | None:
    """The points that stand with a level's name (`产出指标(40分)`), None where there are none."""
    match = re.search(r"\(?(\d+(?:\.\d+)?)分\)?|\((?:分值|满分)(\d+(?:\.\d+)?)\)", narrow(level))
    return Decimal(match[1] or match[2]) if match else None
