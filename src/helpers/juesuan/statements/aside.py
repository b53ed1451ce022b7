"""Numerals that say no figure: dates, document numbers, ordinals, codes, addresses, names.

Each kind is known by its form, never by a list of the cases met.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from juesuan.statements.characters import DATE, DIGIT
from juesuan.statements.numerals import UNIT

_YEAR = r"(?:19|20)\d{2}"
_LIST_MARK = r"(?:(?<=[。;:,、\s》])|^)"
_HAN = r"[\u4e00-\u9fff]"

_KINDS = {
    "address": r"https?:/+[^\s\u4e00-\u9fff]+|www\.[^\s\u4e00-\u9fff]+|[A-Za-z0-9._-]{1,64}@[A-Za-z0-9.-]+",
    "document": rf"\(\s*{_YEAR}\s*\)\s*(?:第?\s*\d+\s*号)?|第?\s*\d+\s*号",
    "period": rf"{_YEAR}\s*年?\s*[-—–~至]+\s*{_YEAR}(?:\s*年度?)?",
    "date": rf"{_YEAR}\s*年(?:度|末|初|底)?(?:\s*\d{{1,2}}\s*月(?:份|底|末)?)?(?:\s*\d{{1,2}}\s*日)?"
    rf"|\d{{1,2}}\s*月(?:份|\s*\d{{1,2}}\s*日)?|{_YEAR}[-./]\d{{1,2}}[-./]\d{{1,2}}",
    "time": r"\d{1,2}:\d{2}(?!\d)|24\s*小时|7\s*[×xX*]\s*24",
    "masked": r"[0-9A-Za-z]*(?:[ .·-]?\*){3,}",
    "phone": r"(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)0\d{2,3}-\d{7,8}(?!\d)",
    "account": r"(?<![\d.])(?:\d{19,}|\d{11,18}(?![\d.]|\s*(?:元|万)))",
    "hotline": r"(?<![\d.])[“”\"‘’']?1\d{4}[“”\"‘’']?\s*(?=[^\d,。;]{0,14}(?:热线|平台|系统))",
    "ordinal": rf"{_LIST_MARK}\d{{1,2}}[“\"]?\s*[.、)](?!\s*\d)|^\s*\d{{1,3}}\s+(?={_HAN}{{2}})(?!{UNIT})"
    rf"|{_LIST_MARK}\(\d{{1,2}}\)|第\s*\d+(?:\s*[-~至]\s*\d+)?"
    r"|附件\s*\d+(?:[-.]\d+)*|公开\s*\d+(?=\s*表)|(?:附表|附图|[图表])\s*\d+(?=\s*[:、,.) ]|$)"
    r"|(?:目标|指标)\s*\d+(?=\s*[:完]|$)"
    r"|前\s*\d+\s*(?:名|位|强)?(?![\d.]|\s*[个%年])",
    "formula": r"[×xX*]\s*100\s*%?",
    "threshold": r"(?<=单价)\s*\d+(?=\s*万元)|(?<=单位价值)\s*\d+(?=\s*万元)"
    r"|\d+(?=\s*万元\s*(?:\(含[^)]*\)\s*)?(?:及)?以[上下])",
    "code": rf"(?<![\d.])2\d{{2}}(?:\d{{2}}){{0,2}}(?=\s*{_HAN}[^,;。]{{0,40}}\((?:类|款|项)\))"
    rf"|(?<![\d.,])2[0-3]\d{{5}}(?=\)?\s*-?\s*(?!万|元|亿|科目){_HAN})"
    rf"|(?<=\()\d{{2,7}}(?=(?:类|款|项)\))"
    rf"|(?<={_HAN})\((?:2[0-3]\d|\d{{2}})\)(?={_HAN}|[:。,]|$)|(?<=\))\(\d{{2}}\)"
    rf"|(?<={_HAN})\(2[0-3]\d(?:\d{{2}}){{1,2}}\)",
    "lettered": r"[A-Za-z][A-Za-z.\-]*\d+[A-Za-z0-9]*|\d+[A-Za-z]+[A-Za-z0-9]*",
    "name": r"“[^“”,。;:]{0,20}\d[^“”,。;:]{0,20}”|‘[^‘’,。;:]{0,12}\d[^‘’,。;:]{0,12}’"
    r"|[\"'][^\"',。;:、的]{0,12}\d[^\"',。;:、的]{0,12}[\"']|《[^》]{0,60}\d[^》]{0,60}》",
}
_ASIDE = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items()))
_FIGURE_WITHIN = re.compile(r"\d\s*(?:万元|亿元|元|%|分(?!钟))")
_DIGITS = str.maketrans("0123456789", DIGIT * 10)


@dataclass(frozen=True, slots=True)
class Aside:
    """A stretch of a shadow whose digits are no figure; `kind` says why."""

    start: int
    end: int
    kind: str


def set_aside(shadow: str) -> list[Aside]:
    """Every such stretch, in the order of the text."""
    found = []
    for match in _ASIDE.finditer(shadow):
        kind = match.lastgroup or ""
        if kind == "name" and match[0][0] != "《" and _FIGURE_WITHIN.search(match[0]):
            continue
        found.append(Aside(match.start(), match.end(), kind))
    return found


def masked(shadow: str, asides: list[Aside]) -> str:
    """The shadow with dates, and the digits of everything else set aside, replaced by masks."""
    parts = []
    position = 0
    for aside in asides:
        stretch = shadow[aside.start : aside.end]
        dated = aside.kind in ("date", "period")
        parts += [shadow[position : aside.start], DATE * len(stretch) if dated else stretch.translate(_DIGITS)]
        position = aside.end
    return "".join([*parts, shadow[position:]])
