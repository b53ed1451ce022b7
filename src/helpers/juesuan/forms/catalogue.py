"""The statutory forms as data: titles, headings and column keys (部门决算公开表样).

Forms are known by what they are, whatever number, order or layout a region gives them. All
patterns are searched in `text.flat` texts: brackets and colons are ASCII, white space is gone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Layout(StrEnum):
    """How the figures of a form are arranged."""

    HALVES = "halves"  # income to the left, expenditure to the right
    CODED = "coded"  # code, name, and columns of figures
    BLOCKS = "blocks"  # code, name and figure side by side, several times
    PUBLIC = "public"  # 三公: items by budget and final
    LIST = "list"  # item and one figure


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures: its key and the pattern of its heading path (headings joined by `/`)."""

    key: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Spec:
    """What one statutory form is: number, title, and the columns it can have, in the usual order.

    `decisive` are keys that no other form has together: with them a form without title is known.
    `whole` and `parts` name the row identity: the whole is the sum of the parts. `orders` are the
    usual sequences of columns, for forms whose headings cannot be read.
    """

    number: str
    name: str
    layout: Layout
    title: re.Pattern[str]
    columns: tuple[Column, ...]
    decisive: tuple[str, ...] = ()
    whole: str = ""
    parts: tuple[str, ...] = ()
    orders: tuple[tuple[str, ...], ...] = ()

    def key_of(self, path: str) -> str:
        """The key of a column by its heading path, "" where the form has no such column."""
        return next((column.key for column in self.columns if column.pattern.search(path)), "")

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(column.key for column in self.columns))


def _columns(**patterns: str) -> tuple[Column, ...]:
    return tuple(Column(key.replace("__", ":"), re.compile(pattern)) for key, pattern in patterns.items())


_SUM = r"(?:合计|小计|总计)$"
_SPENT = {
    "opening": r"(?:年初|上年).*结[转余]",
    "closing": r"(?:年末|结转下年).*(?:结[转余]|$)",
    "income": r"本年(?:财政拨款)?收入(?:合计)?$|本年收入/(?:合计|小计)$",
    "basic__personnel": r"基本支出/人员经费$",
    "basic__running": r"基本支出/(?:日常)?公用经费$",
    "basic": rf"基本支出(?:/{_SUM}|合计|小计)?$",
    "project": rf"项目支出(?:/{_SUM}|合计|小计)?$",
    "total": rf"{_SUM}|^(?:项目/)?本年支出(?:合计)?$|^(?:项目/)?(?:决算数|金额|支出决算数?)$",
}
_THREE = ("total", "basic", "project")
_SIX = ("opening", "income", *_THREE, "closing")
_AMOUNT = r"决算|金额|执行数|支出数|实际数"

SPECS: tuple[Spec, ...] = (
    Spec(
        "01",
        "收入支出决算总表",
        Layout.HALVES,
        re.compile(r"^(?!.*(?:财政拨款|预算|三公)).*(?:收入支出|收支)(?:决算)?总(?:体情况)?表"),
        _columns(income=_AMOUNT, expenditure=_AMOUNT),
    ),
    Spec(
        "02",
        "收入决算表",
        Layout.CODED,
        re.compile(r"^(?!.*(?:支出|收支|财政拨款|预算)).*收入决算(?:总|明细)?表"),
        _columns(
            superior=r"上级补助",
            affiliated=r"附属单位(?:上缴|缴款)",
            operations__education=r"教育收费",
            operations=rf"(?<!经营)事业收入(?:/{_SUM})?$",
            business=r"经营收入",
            other=r"其他收入",
            fiscal=r"财政拨款",
            total=rf"{_SUM}|^本年收入$",
        ),
        ("superior", "affiliated"),
        "total",
        ("fiscal", "superior", "operations", "business", "affiliated", "other"),
        (("total", "fiscal", "superior", "operations", "business", "affiliated", "other"),),
    ),
    Spec(
        "03",
        "支出决算表",
        Layout.CODED,
        re.compile(r"^(?!.*(?:收入|收支|财政拨款|预算|基本支出|项目支出|三公|运行经费|采购)).*支出决算(?:总|明细)?表"),
        _columns(superior=r"上缴上级", affiliated=r"附属单位补助", business=r"经营支出", **_SPENT),
        ("superior", "affiliated"),
        "total",
        ("basic", "project", "superior", "business", "affiliated"),
        (("total", "basic", "project", "superior", "business", "affiliated"),),
    ),
    Spec(
        "04",
        "财政拨款收入支出决算总表",
        Layout.HALVES,
        re.compile(r"^(?!.*(?:一般公共|政府性基金|国有资)).*财政拨款(?:收入支出|收支)(?:决算)?总(?:体情况)?表"),
        _columns(general=r"一般公共预算", fund=r"政府性基金", capital=r"国有资[本产]", total=_SUM, income=_AMOUNT),
        ("general", "fund"),
        "total",
        ("general", "fund", "capital"),
        (("total", "general", "fund", "capital"),),
    ),
    Spec(
        "05",
        "一般公共预算财政拨款支出决算表",
        Layout.CODED,
        re.compile(r"^(?!.*(?:基本支出|项目支出|三公|总表|经济分类)).*一般公共预算.*支出(?:决算|情况).*表"),
        _columns(**_SPENT),
        (),
        "total",
        ("basic", "project"),
        (_THREE,),
    ),
    Spec(
        "06",
        "一般公共预算财政拨款基本支出决算明细表",
        Layout.BLOCKS,
        re.compile(r"^(?!.*三公).*(?:一般公共预算|财政拨款).*基本支出.*表"),
        _columns(personnel=r"人员经费$", running=r"公用经费$", final=rf"{_AMOUNT}|{_SUM}"),
    ),
    Spec(
        "07",
        "政府性基金预算财政拨款收入支出决算表",
        Layout.CODED,
        re.compile(r"^(?!.*(?:一般公共|国有资)).*政府性基金.*(?:收支|支出).*表"),
        _columns(**_SPENT),
        (),
        "total",
        ("basic", "project"),
        (_SIX, _THREE),
    ),
    Spec(
        "08",
        "国有资本经营预算财政拨款支出决算表",
        Layout.CODED,
        re.compile(r"^(?!.*(?:一般公共|政府性基金)).*国有资[本产]经营.*(?:收支|支出).*表"),
        _columns(**_SPENT),
        (),
        "total",
        ("basic", "project"),
        (_SIX, _THREE),
    ),
    Spec(
        "09",
        "财政拨款“三公”经费支出决算表",
        Layout.PUBLIC,
        re.compile(r"三公.{0,3}经费.*表"),
        _columns(
            operating=r"机关运行经费",
            abroad=r"出国",
            reception=r"接待",
            purchase=r"购置费?$",
            running=r"(?<!购置[及和])运行(?:维护)?费?$",
            vehicles=r"(?:公务)?用车.*(?:购置及|购置和|小计$|合计$|费$)",
            total=rf"{_SUM}|三公.{{0,3}}经费(?:支出)?(?:合计)?$",
        ),
        ("abroad", "running", "reception"),
    ),
    Spec(
        "10",
        "机关运行经费支出情况表",
        Layout.CODED,
        re.compile(r"^(?!.*(?:三公|采购)).*机关运行经费.*表"),
        _columns(final=rf"{_AMOUNT}|{_SUM}|机关运行经费"),
        orders=(("final",),),
    ),
    Spec(
        "11",
        "政府采购支出情况表",
        Layout.LIST,
        re.compile(r"^(?!.*(?:三公|运行经费)).*政府采购.*表"),
        _columns(final=rf"{_AMOUNT}|{_SUM}|统计数"),
        orders=(("final",),),
    ),
)

BY_NUMBER: dict[str, Spec] = {spec.number: spec for spec in SPECS}

PUBLIC_ITEMS = ("total", "abroad", "vehicles", "purchase", "running", "reception")
ECONOMIC_FORMS = ("06", "10")

_HEADINGS = {
    "income": "收入/决算数",
    "expenditure": "支出/决算数",
    "total": "本年支出/合计",
    "basic": "本年支出/基本支出",
    "project": "本年支出/项目支出",
    "opening": "年初结转和结余",
    "closing": "年末结转和结余",
    "general": "支出/一般公共预算财政拨款",
    "fund": "支出/政府性基金预算财政拨款",
    "capital": "支出/国有资本经营预算财政拨款",
    "fiscal": "财政拨款收入",
    "operations": "事业收入",
    "other": "其他收入",
    "final": "决算数",
    "abroad": "因公出国（境）费",
    "vehicles": "公务用车购置及运行维护费/小计",
    "purchase": "公务用车购置及运行维护费/公务用车购置费",
    "running": "公务用车购置及运行维护费/公务用车运行维护费",
    "reception": "公务接待费",
}
_OWN_HEADINGS = {
    ("02", "total"): "本年收入合计",
    ("02", "superior"): "上级补助收入",
    ("02", "business"): "经营收入",
    ("02", "affiliated"): "附属单位上缴收入",
    ("03", "total"): "本年支出合计",
    ("03", "basic"): "基本支出",
    ("03", "project"): "项目支出",
    ("03", "superior"): "上缴上级支出",
    ("03", "business"): "经营支出",
    ("03", "affiliated"): "对附属单位补助支出",
    ("04", "total"): "支出/合计",
    ("07", "income"): "本年收入",
    ("08", "income"): "本年收入",
    ("09", "total"): "合计",
}


def usual_heading(number: str, key: str) -> str:
    """The heading path that the national form gives a column, for forms whose own cannot be read."""
    measure, _, item = key.rpartition(":")
    own = _OWN_HEADINGS.get((number, item)) or _HEADINGS.get(item, "")
    block = {"budget": "预算数", "final": "决算数"}.get(measure, "")
    return "/".join(part for part in (block, own) if part)
