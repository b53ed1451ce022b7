"""Titles, printed numbers, units and departments above a form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from juesuan.forms.catalogue import BY_NUMBER, SPECS, Spec
from juesuan.forms.draft import Head
from juesuan.forms.text import flat, joined

_PRINTED = re.compile(r"(?:公开|财决公开|决公开|财决)\D{0,2}(\d{1,2})表")
_UNIT = re.compile(r"单位[:：]?(?:人民币)?[(（]?(万元|千元|百万元|亿元|元)")
_DEPARTMENT = re.compile(
    r"^(?:编制|公开|填报|预算)?(?:部门|单位)(?:名称)?\s*[:：]\s*(.+?)\s*(?:20\d\d\s*年.*|(?:金额)?单位\s*[:：].*)?$"
)
_BEFORE = re.compile(
    r"^#*(?:附?[表件]\d{0,2}[-:：、.]?|[一二三四五六七八九十]+[、.．]|[(（][一二三四五六七八九十\d]+[)）]|\d{1,2}[、.．])*"
)
_AFTER = re.compile(r"[(（](?:公开\d+表|续|一|二|单位[:：]?.{1,3}元)[)）]$|(?:公开\d+表|续表)$")
_NO_TITLE = re.compile(r"[。；;，,]|^注|自评|绩效|情况说明|目录")
_UNITS = ("万元", "千元", "元")
_MAX_TITLE = 60


def form_titled(text: str) -> Spec | None:
    """The form that a line is the title of, None for any other line."""
    title = _AFTER.sub("", _BEFORE.sub("", flat(text)))
    if not title.endswith("表") or len(title) > _MAX_TITLE or _NO_TITLE.search(title):
        return None
    return next((spec for spec in SPECS if spec.title.search(title)), None)


def read_head(texts: Sequence[str], spec: Spec | None) -> Head:
    """What the lines above a form say; lines torn apart are read together."""
    lines = [*texts, *("".join(pair) for pair in pairwise(texts))]
    title = next((joined(text) for text in lines if spec and form_titled(text) is spec), "")
    whole = "".join(flat(text) for text in texts)
    printed = _PRINTED.search(whole)
    unit = _UNIT.search(whole)
    return Head(
        title=title,
        label=printed[0] if printed else "",
        unit=unit[1] if unit and unit[1] in _UNITS else "",
        department=_department(texts),
    )


def is_head(text: str) -> bool:
    """Whether a line can stand between a form's title and its grid: number, unit, department, date."""
    bare = flat(text)
    return bool(
        _PRINTED.search(bare)
        or _UNIT.search(bare)
        or re.match(r"(?:编制|公开|填报|预算)?(?:部门|单位)(?:名称)?[:：]", bare)
        or re.fullmatch(r"(?:公开\d*|\d*表|(?:金额)?单位[:：]?|[万千]?元|[(（]?20\d\d年度?[)）]?|续表)", bare)
    )


def printed_form(text: str) -> str:
    """The printed number (`05`) in a line such as 公开05表, "" where there is none."""
    match = _PRINTED.search(flat(text))
    number = match[1].zfill(2) if match else ""
    return number if number in BY_NUMBER else ""


def _department(texts: Sequence[str]) -> str:
    matches = (_DEPARTMENT.match(joined(text)) for text in texts)
    return next((match[1] for match in matches if match and not match[1].endswith(_UNITS)), "")
