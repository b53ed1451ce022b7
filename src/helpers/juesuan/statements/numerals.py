"""Figures in running text: a numeral with its unit, also torn by spaces, or left blank."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from juesuan.amounts import PERCENT, TEN_THOUSAND, YUAN, Amount, parse_amount

NO_UNIT = "数字后没有单位"
TORN = "数字被空格断开"
ABOUT = "约数"

_MONEY = ("亿元", TEN_THOUSAND, YUAN)
_RATES = (PERCENT, "个百分点", "百分点", "‰")
_COUNTED = (
    r"科目|台\(套\)|台\(件\)|台件|辆\(台\)|台套|台次|辆次|人/次|人·次|人次|轮次|批次|批\(次\)|件次|户次"
    r"|个?团组|个团|个批次|平方米|平方公里|公顷|立方米|公里|千米|米|亩|万?吨|公斤|千克|千瓦时|小时|分钟|个月"
    r"|个?工作日|课时|学时|学分|[个辆批件篇份套户条期家幢栋只张座间村届天周场枚块棵支幅部副册例起宗]"
    r"|台(?!账)|次(?!数)|人(?![均员数民大才事社力])|名(?!称)|项|处(?![级室理])|位(?![于置列])|所(?!属)"
    r"|分(?![钟别中局析类管布散值数为])|年(?![度初末均])|日(?!常)|类(?![别型似])|本(?![级部单年着次项])"
)
UNIT = (
    rf"(?:{'|'.join(_MONEY)}|{'|'.join(_RATES)}"
    rf"|万(?=\s*(?:[(),;。、”\"]|$))|[百千万亿]?(?:{_COUNTED}))"
)
"""A pattern for the units that can follow a figure."""
_UNIT = re.compile(rf"\s*(?P<about>余|多)?\s*(?P<unit>{UNIT})")
_FIGURE = re.compile(
    r"(?P<torn>(?:\d[\d,]{0,20}\s+\.\s*\d{1,9}|\d[\d,]{0,20}\.\s+\d{1,9}"
    r"|\d[\d,]{0,20}(?:\.\d{1,9})?(?:\s+\d{1,9}(?:\.\d{1,9})?){1,3})(?=\s*(?:万元|亿元|元|%)))"
    r"|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
)
_BETWEEN = re.compile(r"\s*(?:[、,;和与及]|以及)\s*")
_GAP = re.compile(r"\s+")
_WORD_BEFORE_MINUS = re.compile(r"[长降加少率为:(),]\s*-$")
_BLANK_UNIT = re.compile(
    r"(?<=[为加少长降占到的数额])\s*(?P<bare>万元|%)|(?:[×xX_*○□]{1,6}|\(\s+\))\s*(?P<filled>万元|%|个|辆|人次|人|批次)"
)
_BLANK_COUNT = re.compile(
    r"(?<=接待)\s+(?P<spaced>批次)(?=\s*[,;。、])|(?<=购置|用车|接待)\s*(?P<thing>辆|人次|人)(?=\s*[,;。、])"
    r"|(?<=为|计)\s*(?P<total>辆|批次|人次|人|个团组|团组)(?=\s*[,;。、])"
    r"|(?<=[\u4e00-\u9fff]批次)(?=\s*[,、]?\s*\d+\s*人)|(?<=[,、])\s*(?P<item>人次|人|辆|批次)(?=\s*[,;。])"
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """One figure: offsets of the numeral with its unit, and the amount.

    `amount` is None where the text has the unit but not the number; `unit` is the unit either
    way. `doubt` says why the figure is not certain.
    """

    start: int
    end: int
    amount: Amount | None
    unit: str
    doubt: str = ""

    @property
    def kind(self) -> str:
        """money, rate, count, or "" for a numeral without unit."""
        return kind_of(self.unit)


def kind_of(unit: str) -> str:
    """What sort of thing a unit measures: money, rate, count, or "" for none."""
    if unit in _MONEY:
        return "money"
    if unit in _RATES:
        return "rate"
    return "count" if unit else ""


def figures(text: str, shadow: str) -> list[Numeral]:
    """All figures of a text, blanks among them, in order; `shadow` has the rest masked."""
    found: list[Numeral] = []
    position = 0
    while match := _FIGURE.search(shadow, position):
        numeral = _figure(text, shadow, match)
        found.append(numeral)
        position = numeral.end
    found = _with_shared_unit(found, shadow)
    return sorted([*found, *_blanks(shadow)], key=lambda numeral: numeral.start)


def _with_shared_unit(found: list[Numeral], shadow: str) -> list[Numeral]:
    """Two figures before one unit of money (各是 3.10、3.20 万元): the first is in it too."""
    shared = list(found)
    for place in range(len(found) - 2, -1, -1):
        one, other = shared[place], shared[place + 1]
        if one.unit or one.amount is None or other.kind != "money" or not one.amount.decimals:
            continue
        if _BETWEEN.fullmatch(shadow, one.end, other.start):
            shared[place] = replace(
                one, amount=replace(one.amount, unit=other.unit), unit=other.unit, doubt=other.doubt
            )
    return shared


def _figure(text: str, shadow: str, match: re.Match[str]) -> Numeral:
    start, end = match.span()
    doubt = ""
    torn = match["torn"]
    if torn and not _may_join(torn):
        end = start + len(_GAP.split(torn)[0])
    elif torn and "." not in _GAP.split(torn)[0] and "," not in torn:
        doubt = TORN
    if shadow[start - 1 : start] == "-" and _WORD_BEFORE_MINUS.search(shadow, max(0, start - 4), start):
        start -= 1
    unit_match = _UNIT.match(shadow, end)
    unit, after = ("", end) if unit_match is None else (unit_match["unit"], unit_match.end())
    if unit_match is not None and unit_match["about"]:
        doubt = ABOUT
    if unit == "项" and shadow.startswith("目", after):
        after = end
    unit = TEN_THOUSAND if unit == "万" else unit.replace("(", "（").replace(")", "）")
    amount = parse_amount(_GAP.sub("", shadow[start:end]) + (PERCENT if unit == PERCENT else ""), unit)
    displayed = text[start : after if unit == PERCENT else end]
    if amount is not None:
        amount = Amount(amount.value, amount.unit, amount.decimals, displayed)
    return Numeral(start, after, amount, unit, doubt or ("" if unit else NO_UNIT))


def _may_join(torn: str) -> bool:
    """Whether pieces parted by spaces can be one number: only the last may bring a new fraction."""
    first, *rest = _GAP.split(torn)
    if re.fullmatch(r"(?:19|20)\d{2}", first):
        return False
    return not ("." in first.rstrip(".") and any("." in piece for piece in rest))


def _blanks(shadow: str) -> list[Numeral]:
    found = []
    for match in _BLANK_UNIT.finditer(shadow):
        unit = match["bare"] or match["filled"]
        found.append(Numeral(match.start(), match.end(), None, unit))
    for match in _BLANK_COUNT.finditer(shadow):
        unit = match["spaced"] or match["thing"] or match["total"] or match["item"] or "批次"
        found.append(Numeral(match.start(), match.end(), None, unit))
    return found
