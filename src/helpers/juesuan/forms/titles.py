"""Titles, printed numbers, units and departments above a form.

A title matches whole: what stands before it may be numbering, the name of a body and a year, what stands
behind it a printed number, a unit, a mark of continuation or how its rows are arranged. Anything else makes it
the title of another table (财政专户管理资金支出决算表 is no 支出决算表).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from juesuan.amounts import MONEY_UNITS
from juesuan.forms.description import FormDescription, FormSet
from juesuan.forms.draft import Head
from juesuan.forms.statutory import FINAL_ACCOUNTS, set_of
from juesuan.forms.text import flat, joined

_UNIT_NAMES = "|".join(sorted(MONEY_UNITS, key=len, reverse=True))
_PRINTED_NUMBER = re.compile(r"(?:财决公开|决公开|公开|财决|预算)\D{0,2}(\d{1,2})表")
_UNIT = re.compile(rf"单位[:：]?(?:人民币)?[(（]?({_UNIT_NAMES})|^[(（]?(?:金额)?(?:单位)?[:：]?({_UNIT_NAMES})[)）]?$")
_DEPARTMENT = re.compile(
    r"^(?:编制|公开|填报|预算)?(?:部门|单位)(?:名称)?\s*[:：]\s*(.+?)\s*(?:20\d\d\s*年.*|(?:金额)?单位\s*[:：].*)?$"
)
_NUMBERING = re.compile(
    r"^#*(?:附?[表件]?[一二三四五六七八九十\d]{0,2}[-:：、.](?=\D)|[附报]?[表件](?:\d{1,2}|[一二三四五六七八九十]{1,3}(?!般))[-:：、.]?|[一二三四五六七八九十]+[、.．]"
    r"|[(（][一二三四五六七八九十\d]+[)）]|\d{1,2}[、.．]|公开\d{1,2}表[-:：、.]?|《)*"
)
_CONTINUED = re.compile(r"[(（【]?(?:续|接上表|接上页)表?[一二三四五六七八九十\d]*(?:[左右下]半?部分)?[)）】]?$")
_BEHIND = re.compile(
    r"(?:[(（](?:公开\d+表|续|接.{1,8}|[一二三]|\d|(?:金额)?单位[:：]?.{1,4}元|按?(?:支出)?(?:功能|经济)?(?:分类)?(?:分)?科目|按(?:部门预算)?(?:支出)?经济分类"
    r"|(?:按|分)(?:支出)?(?:功能|经济)?(?:分类)?科目|20\d\d年?度?|空表|汇总|部门汇总|单位:.{1,4}元)[)）]|公开\d+表|续表|》|[-—]\d{1,3}[-—]?)$"
)
_NO_TITLE = re.compile(r"[。；;，,？?！!]|^注|自评|绩效|说明|目录|[.．…·]{3}")
_ENDS_TITLE = re.compile(r"表(?:\((?:分|按|各)(?:预算)?单位\))?$")
_ORGAN = "局委办厅院会校所站队处部署馆社联室心团园场台网库司区县市镇乡街道"
_BEFORE_TITLE = re.compile(rf"(?:[{_ORGAN}]|年度?|部门|单位|本级|机关|[)）])$")
_BY_UNIT = re.compile(r"(?:分|按|各)单位$")
_QUOTES = re.compile(r"[“”\"'‘’〝〞＂「」『』]")
_LONGEST = 70


@dataclass(frozen=True, slots=True)
class Title:
    """A line that names a table: its words without quotation marks, the form it is of (None: another table),
    whether more than numbering stands around the form's own title, and whether it is marked as a continuation."""

    words: str
    form: FormDescription | None
    bare: bool
    continued: bool


@lru_cache(maxsize=8192)
def title_of(text: str, forms: FormSet = FINAL_ACCOUNTS) -> Title | None:
    """The title in a line, of one of these forms or of another table; None for a line that is none."""
    words = flat(text)
    if not 3 < len(words) <= _LONGEST:
        return None
    continued = _CONTINUED.search(words) is not None
    core = _QUOTES.sub("", _without_tail(words.replace("【", "(").replace("】", ")")))
    core = _NUMBERING.sub("", core, count=1)
    if not _ENDS_TITLE.search(core) or _NO_TITLE.search(core) or len(core) < 3:
        return None
    own = next((form for form in forms.forms if form.title.fullmatch(core)), None)
    if own:
        return Title(core, own, True, continued)
    other = next((form for rest in _rests(core) for form in forms.forms if form.title.fullmatch(rest)), None)
    return Title(core, other, False, continued)


def form_titled(text: str, forms: FormSet = FINAL_ACCOUNTS) -> FormDescription | None:
    """The form that a line is the title of, None for any other line."""
    title = title_of(text, forms)
    return title.form if title else None


def _without_tail(words: str) -> str:
    while True:
        shorter = _CONTINUED.sub("", _BEHIND.sub("", words))
        if shorter == words:
            return words
        words = shorter


def _rests(core: str) -> Iterator[str]:
    """What stands behind the name of a body or a year, the longest first."""
    for index in range(1, len(core) - 3):
        before = core[:index]
        if _BEFORE_TITLE.search(before) and not _BY_UNIT.search(before):
            yield core[index:].removeprefix("部门").removeprefix("单位")


def read_head(texts: Sequence[str], form: FormDescription | None) -> Head:
    """What the lines above a form say; lines torn apart are read together."""
    lines = [*texts, *("".join(pair) for pair in pairwise(texts))]
    title = next((joined(text) for text in lines if form and form_titled(text, set_of(form)) is form), "")
    whole = "".join(flat(text) for text in texts)
    printed = _PRINTED_NUMBER.search(whole)
    units = [match for text in texts if (match := _UNIT.search(flat(text)))]
    unit = _UNIT.search(whole)
    found = units[0] if units else unit
    return Head(
        title=title,
        label=printed[0] if printed else "",
        unit=(found[1] or found[2]) if found else "",
        department=_department(texts),
    )


def is_head(text: str) -> bool:
    """Whether a line can stand between a form's title and its grid: number, unit, department, date."""
    bare = flat(text)
    return bool(
        _PRINTED_NUMBER.search(bare)
        or _UNIT.search(bare)
        or re.match(r"(?:编制|公开|填报|预算)?(?:部门|单位)(?:名称)?[:：]", bare)
        or re.fullmatch(
            rf"(?:公开\d*|(?:预算)?公开表\d{{1,2}}|\d*表|附[件表]?\d{{1,2}}[:：]?|(?:金额)?单位[:：]?|{_UNIT_NAMES}"
            r"|[(（]?20\d\d年度?[)）]?|[(（]?续表[)）]?|批复表"
            r"|(?:编制)?日期[:：].*|20\d\d年\d{1,2}月(?:\d{1,2}日)?)",
            bare,
        )
    )


def printed_form(text: str, forms: FormSet) -> str:
    """The printed number (`05`) in a line such as 公开05表, "" where none of these forms bears it."""
    match = _PRINTED_NUMBER.search(flat(text))
    number = match[1].zfill(2) if match else ""
    return number if number in forms.by_number else ""


def _department(texts: Sequence[str]) -> str:
    matches = (_DEPARTMENT.match(joined(text)) for text in texts)
    return next((match[1] for match in matches if match and not match[1].endswith(tuple(MONEY_UNITS))), "")
