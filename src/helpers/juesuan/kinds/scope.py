"""Whose accounts a document holds, of which level and region, as its titles say it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from juesuan.kinds.kind import Scope
from juesuan.kinds.titles import Titles
from juesuan.passages import dense
from juesuan.records import Form

_OWN = re.compile(r"（(?:局|委|厅|院)?(?:本级|机关|本部)）|(?:本级|机关本级)(?=20\d\d|部门|单位|决算|预算|概况|$)")
_INSTITUTION = re.compile(r"(?:[校园馆所站宫场队社台]|(?<![法察])院|中心|[大中小]学)$")
_ACCOUNTS = re.compile(r"决算|预算|概况")
_UNIT, _DEPARTMENT = re.compile(r"单位(?:决算|预算)"), re.compile(r"部门(?:决算|预算)")
_N = "[^省市县区州盟旗乡镇]"
_REGION = re.compile(
    rf"(?:中共|中国共产党|共青团)?(?P<region>(?P<province>{_N}{{2,3}}省|{_N}{{2,6}}自治区)?"
    rf"(?P<city>{_N}{{2,6}}?(?:市|自治州|州|盟|地区))?(?P<county>{_N}{{1,6}}?(?:自治)?[县旗]|{_N}{{2,4}}?[区市])?"
    rf"(?:人民政府)?(?P<town>{_N}{{1,6}}?(?:街道|镇|乡))?)"
)
_MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")


def scope_of(titles: Titles, forms: Sequence[Form], body: str, sentences: str) -> tuple[Scope, str]:
    """The scope, and the doubt where titles speak of two ("" where they agree).

    The titles that name the `body` decide whether it is its own office. Where no title says 部门 or 单位,
    the document's word for itself does, if the body is named as institutions are.
    """
    lines = [titles.front, *(line for line in titles.lines if _ACCOUNTS.search(line))]
    titled = [line for line in lines if line is titles.front or (body and body in line)]
    captions = [dense(form.department) for form in forms if form.department]
    if _most(_OWN, filter(None, titled)) or _most(_OWN, captions):
        return Scope.OWN_OFFICE, ""
    units, departments = (sum(bool(word.search(line)) for line in lines) for word in (_UNIT, _DEPARTMENT))
    if not units and not departments and _INSTITUTION.search(body):
        units, departments = sentences.count("本单位"), sentences.count("本部门")
    scope = Scope.UNIT if units > departments else Scope.DEPARTMENT
    if 2 * min(units, departments) > max(units, departments):
        return scope, "标题有的写部门决算，有的写单位决算"
    return scope, ""


def _most(pattern: re.Pattern[str], texts: Iterable[str]) -> bool:
    """Whether most of some texts hold a pattern."""
    found = [pattern.search(text) is not None for text in texts]
    return 2 * sum(found) > len(found)


def region_of(body: str) -> tuple[str, str]:
    """The region that a body's name begins with and its level: province, prefecture, county or township.

    Both are "" where the name tells no region; the level is "" for a city, which may be of either rank.
    """
    match = _REGION.match(body)
    if match is None or not match["region"]:
        return "", ""
    region = match["region"].replace("人民政府", "")
    if match["town"]:
        return region, "township"
    if match["county"]:
        return region, "county" if match["county"][-1] != "市" or match["city"] else ""
    if match["city"]:
        municipal = match["city"] in _MUNICIPALITIES
        return region, "province" if municipal else "" if match["city"].endswith("市") else "prefecture"
    return region, "province"
