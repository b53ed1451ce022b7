"""Noun phrases: what is left of a clause when its measure is taken off, made into a name."""

from __future__ import annotations

import re

from juesuan.statements.characters import DATE, DIGIT

_LEADING = re.compile(
    rf"[\s,;:、。.)*”●■◆▲○◇□▪•·※★☆►➢①-⑳—]+|\((?![^()]*\))(?!其中|含|包括|不含)|[{DIGIT}]+[.、)]?\s*-?|\([{DIGIT}一二三四五六七八九十]+\)|(?:其中|以及|及其|及(?!时)|的|为(?!民)|是|也|且|另|均(?!衡)|和(?!谐|平)|与|共(?![青同享产建和])|总共|合计|累计)(?=\S)"
    r"|(?:我|本)(?:部门|单位|办|局|中心|委|院|机关|年度?)|部门\(单位\)|单位\(部门\)|(?:所属)?各预算单位|全年|当年|该年|今年|年度|度(?=\S)"
    r"|\((?:其中)?(?:含|包括|不含)|第?[一二三四五六七八九十]+是|(?:具体|主要)?(?:用途)?(?:主要)?(?:包括|包含)|(?:主要)?用于"
    r"|使用(?=一般公共|财政)|(?:首先|其次|再次|最后)是?(?=\S)|开支|发生|列支|截至(?:年末|年底)|共有|现有|实有(?!人)|所有(?!者)|同时|此外"
)
_TRAILING = re.compile(
    rf"(?:[\s,;:、。(“]+|\([{DIGIT}]{{3,7}}\)|(?:的|(?<!行)为|是|(?<!公)共|共计|(?<=的)又?有|合计为|总共|累计|约|了|各|(?<=[量率额数])达|(?<![人年平])均|分别|情况|用途|方面|实际|已|也|都|和|(?<!普)及|其中|全年|年末))$"
)
_MEASURES = re.compile(r"(?:(?:支出|收入)?(?<!总)决算(?:数|支出|金额)?|执行数|(?:支出|收入)数)$")
_GENERIC = re.compile(
    r"(?:拨入|本年)?(?:(?:支出|收入)?决算(?:数|支出)?|(?:支出|收入)数|费用|费用支出|支出|经费|资金|数|金额|总额|收入|预算|决算|数额|拨入费用|支出金额)?(?:总?计|合计)?"
)
_LONGEST = 30


def trim(shadow: str) -> tuple[int, int]:
    """Where in a phrase its noun stands: without dates, connecting words and the measure at its end."""
    end = len(shadow.rstrip(DATE + " "))
    start = shadow.rfind(DATE, 0, end) + 1
    start, end = _strip(shadow, start, end)
    measured = _MEASURES.search(shadow, start, end)
    if measured and measured.start() > start:
        start, end = _strip(shadow, start, measured.start())
    return start, end


def _strip(shadow: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (match := _LEADING.match(shadow, start, end)):
        start = match.end()
    while start < end and (match := _TRAILING.search(shadow, start, end)):
        end = match.start()
        while start < end and (match := _LEADING.match(shadow, start, end)):
            start = match.end()
    return start, end


def is_generic(name: str) -> bool:
    """Whether a name says no more than "money": 费用, 支出, 经费 …, or nothing."""
    return bool(_GENERIC.fullmatch(name))


def shortened(name: str) -> str:
    """A long phrase cut to the noun it ends with: what stands after 等, or after a mark of a list."""
    if len(name) > _LONGEST:
        name = name.rpartition("等")[2] if re.search(r"等[^、,，]{3,}$", name) else name
    while len(name) > _LONGEST and (mark := re.search(r"[、,，]", name)):
        name = name[mark.end() :]
    return name[-_LONGEST:]
