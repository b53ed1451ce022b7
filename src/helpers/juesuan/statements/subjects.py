"""One name for each account and thing, however a region words it."""

from __future__ import annotations

import re
from functools import lru_cache

from juesuan.statements.nouns import shortened

_SPEND = r"(?:费用?)?(?:支出)?(?:合计|总额|总计)?"
_CAR = "公务?用?车"
_NAMED = (
    (
        "财政拨款收入支出总计",
        r"财政拨款收入总计[、和及与](?:财政拨款)?支出总计|财政拨款(?:收入|收)[、和及]?(?:支出|支)(?:决算)?(?:总计|合计|总额|总数|总决算|总体)?",
    ),
    (
        "收入支出总计",
        r"收入总计[、和及与]支出总计|总收入[、和及与]总支出|(?:收入|收)[、和及](?:支出|支)(?:决算)?(?:总计|合计|总额|总数|总决算)?|(?:收入支出|收支)(?:决算)?(?:总计|合计|总额|总数|总体)?",
    ),
    ("财政拨款收入总计", r"财政拨款(?:总收入|收入(?:决算)?总[计额])"),
    ("财政拨款支出总计", r"财政拨款(?:总支出|支出(?:决算)?总[计额])"),
    ("收入总计", r"总收入|收入(?:决算)?总[计额]"),
    ("支出总计", r"总支出|支出(?:决算)?总[计额]"),
    ("本年收入合计", r"本年收入(?:合计|决算)?|收入(?:决算)?合计"),
    ("本年支出合计", r"本年支出(?:合计|决算)?|支出(?:决算)?合计"),
    ("一般公共预算财政拨款基本支出", r"一般公共(?:预算)?(?:财政拨款|当年拨款)?(?:安排的?)?基本支出(?:合计|总额)?"),
    (
        "一般公共预算财政拨款支出",
        r"一般公共预算(?:(?:财政|当年)?(?:拨款)?(?:安排的)?总?支出(?:合计|总额|总计)?|财政拨款|拨款)?",
    ),
    (
        "“三公”经费",
        r"(?:一般公共预算(?:(?:及|和|与|、)政府性基金(?:预算)?)?)?(?:财政拨款)?(?:安排的?)?三公经费(?:财政拨款)?(?:安排的?)?"
        r"(?:支出)?(?:决算)?(?:合计|总额|总计)?",
    ),
    ("因公出国（境）费", rf"因公出国(?:\(境\)|境)?{_SPEND}"),
    ("公务用车购置及运行维护费", rf"{_CAR}购置(?:费)?[及和与、](?:{_CAR})?运行(?:维护|维修|维)?{_SPEND}"),
    ("公务用车购置费", rf"{_CAR}购置{_SPEND}|购置{_CAR}{_SPEND}"),
    (
        "公务用车运行维护费",
        rf"{_CAR}(?:运行)?(?:维护|维修)?(?:运行)?(?:费用?)(?:支出)?|{_CAR}运行(?:维护)?{_SPEND}",
    ),
    ("公务接待费", rf"公务接待{_SPEND}"),
    ("外事接待费", rf"(?:外事|外宾)(?:公务)?接待{_SPEND}|国内外事接待{_SPEND}"),
    ("国（境）外公务接待费", rf"国\(境\)外(?:公务)?接待{_SPEND}"),
    ("国内公务接待费", rf"国内(?:公务)?接待{_SPEND}"),
    ("其他国内公务接待费", rf"其他国内公务接待{_SPEND}"),
    ("机关运行经费", r"机关运行(?:经费|成本)(?:财政拨款)?(?:支出)?(?:合计|总额|总计)?"),
    ("人员经费", r"人员(?:类)?经费(?:支出)?(?:合计|总额|总计)?"),
    ("公用经费", r"(?:日常)?公用(?:类)?经费(?:支出)?(?:合计|总额|总计)?"),
    ("会议费", r"会议费用?(?:支出)?"),
    ("培训费", r"培训费用?(?:支出)?"),
    ("政府采购支出", r"政府采购(?:合同)?(?:支出|金额|总支出|总金额|规模)?(?:总额|合计|总计|金额)?(?:\([^()]*\))?"),
    ("政府采购货物支出", r"(?:政府采购)?货物(?:类)?(?:采购)?(?:支出|金额|采购金额|采购支出|支出金额)"),
    ("政府采购工程支出", r"(?:政府采购)?工程(?:类)?(?:采购)?(?:支出|金额|采购金额|采购支出|支出金额)"),
    ("政府采购服务支出", r"(?:政府采购)?服务(?:类)?(?:采购)?(?:支出|金额|采购金额|采购支出|支出金额)"),
    (
        "授予中小企业合同金额",
        r"(?:政府采购)?(?:授予)?中小(?:型|微)?企业(?:的)?(?:采购)?(?:合同)?(?:总)?(?:金额|额|支出)?",
    ),
    (
        "授予小微企业合同金额",
        r"(?:政府采购)?(?:授予)?小(?:型)?微(?:型)?企业(?:的)?(?:采购)?(?:合同)?(?:总)?(?:金额|额|支出)?",
    ),
    ("面向中小企业预留政府采购金额", r"面向中小企业预留(?:的)?政府采购(?:项目)?(?:预算)?(?:金额)?"),
    (
        "面向小微企业预留政府采购金额",
        r"(?:其中)?面向小(?:型)?微(?:型)?企业预留(?:的)?政府采购(?:项目)?(?:预算)?(?:金额)?",
    ),
)
_CANONICAL = tuple((name, re.compile(pattern)) for name, pattern in _NAMED)
_AWARDED = (
    ("小微企业预留项目成交金额", re.compile(r"面向小(?:型)?微(?:型)?企业预留.*(?:中标|成交)")),
    ("中小企业预留项目成交金额", re.compile(r"面向中小企业预留.*(?:中标|成交)")),
    ("其他项目中小企业成交金额", re.compile(r"其他政府采购项目.*(?:中标|成交)")),
)
_OWNED = re.compile(
    r"^\S*?(?:局|办公室|部|委|厅|院|中心|会|所|站|队|处|单位|部门|系统|的|中|校|社|馆|府)"
    r"(?=财政拨款|一般公共|机关运行|政府采购|三公|因公|公务|国内|本年|收入|支出|收、支|人员经费|公用经费|授予|面向|会议费|培训费)"
)
_SUBTOTAL = re.compile(r"(?<=.)(?:[（(]\d{3,7}[）)])?小计$")
_TWICE_SPENT = re.compile("(?<=支出)支出$")
_LOOSE = re.compile(r"[\s“”\"'‘’*]")
_WIDE = str.maketrans("()", "（）")
_ACCOUNT = re.compile(
    r"(?:支出|开支|收入|费|费用|经费|资金|工资|补贴|补助|奖金|缴费|公积金|医疗|年金|津贴|款|金额|总额|总计|合计|小计|购置|结余|结转|运行|抚恤"
    r"|养老|退休|离休|救济|福利|保险|拨款|结余分配)(?:\([^()]*\)|（[^（）]*）)?$"
)
_TOTALS = {
    "overall": "收入支出总计",
    "income": "本年收入合计",
    "expenditure": "本年支出合计",
    "fiscal": "财政拨款收入支出总计",
    "general": "一般公共预算财政拨款支出",
    "general.structure": "一般公共预算财政拨款支出",
    "general.items": "一般公共预算财政拨款支出",
    "basic": "一般公共预算财政拨款基本支出",
    "fund": "政府性基金预算财政拨款支出",
    "capital": "国有资本经营预算财政拨款支出",
    "three_public": "“三公”经费",
    "three_public.detail": "“三公”经费",
    "operating_cost": "机关运行经费",
    "procurement": "政府采购支出",
    "performance.results": "项目资金",
    "report.project": "项目资金",
    "report.overall": "整体支出",
}
_PROJECT_MONEY = re.compile(
    r"(?:本|该|此)?项目(?:资金|经费|支出|总)?(?:来源)?|(?:本|该|此)项目|项目(?:市|县|区|省)?财政|财政(?:资金)?|资金|预算|经费|年度资金总额|预算资金安排及使用|(?:本|该)?项目绩效"
)


BOTH_SIDES = {
    "收入支出总计": ("收入总计", "支出总计"),
    "财政拨款收入支出总计": ("财政拨款收入总计", "财政拨款支出总计"),
}
"""What is said of both sides of the accounts at once, and the sides."""
_PREFIXES = {"fund": "政府性基金预算财政拨款", "capital": "国有资本经营预算财政拨款"}
_FUND = re.compile(
    r"(?:政府性基金|国有资本经营)?(?:预算)?(?:财政拨款)?(?:本年)?(?P<side>收入总计|支出总计|收入|支出|年[初末]结转(?:和)?结余)?(?:合计|总额|总计)?"
)
_VEHICLE_COST = re.compile(r"(?:(?P<bought>(?:车辆)?购置)|(?:车辆)?运行(?:维护)?)费(?:用|支出)?")
_BOUGHT = re.compile(r"(?P<kind>货物|工程|服务)(?:类)?(?:采购)?")
_ALL_BOUGHT = re.compile(r"(?:政府)?采购(?:合同)?(?:支出)?(?:总额|总金额|金额|合计|总计)|支出(?:总额|总金额|合计|总计)")
_BASIC = re.compile(r"(?:一般公共预算)?(?:财政拨款)?基本支出(?:合计|总额|总计)?")
_FISCAL = ("收入支出总计", "收入总计", "支出总计")
_ECONOMIC = ("人员经费", "公用经费", "机关运行经费", "会议费", "培训费", "一般公共预算财政拨款基本支出")
_SAVING = re.compile("厉行|压减|压缩|削减|严控|节约")  # 厉行节约、压减开支: a deed, no account


def in_topic(noun: str, topic: str) -> str:
    """The name of an account in a section: what the section's title adds goes without saying."""
    dense = _LOOSE.sub("", noun)
    if topic in _PREFIXES and (match := _FUND.fullmatch(dense)):
        return _PREFIXES[topic] + (match["side"] or "支出")
    name = canonical(noun)
    if topic == "procurement" and (kind := _BOUGHT.fullmatch(dense)):
        return f"政府采购{kind['kind']}支出"
    if topic == "procurement" and _ALL_BOUGHT.fullmatch(dense):
        return whole_of(topic)
    if topic == "fiscal" and name in _FISCAL:
        return f"财政拨款{name}"
    if topic.startswith("three_public") and (match := _VEHICLE_COST.fullmatch(dense)):
        return "公务用车购置费" if match["bought"] else "公务用车运行维护费"
    if topic == "basic" and _BASIC.fullmatch(dense):
        return whole_of(topic)
    if topic in ("basic", "operating_cost") and name not in _ECONOMIC:
        name = ""
    return name or account(noun)


def whole_of(topic: str) -> str:
    """What a section as a whole is about; "" where it is about no one account."""
    return _TOTALS.get(topic, "")


@lru_cache(maxsize=4096)
def canonical(noun: str) -> str:
    """The one name of an account that has one; "" for any other phrase."""
    dense = _LOOSE.sub("", noun).replace("（", "(").replace("）", ")")
    for name, pattern in _CANONICAL:
        if pattern.fullmatch(dense):
            return name
    owned = _OWNED.sub("", dense)
    return canonical(owned) if owned != dense else ""


def account(noun: str) -> str:
    """The name of an account that has no canonical one: the phrase itself without gaps."""
    bare = _SUBTOTAL.sub("", re.sub(r"\s|\*", "", noun).strip('“”"'))
    return shortened(_TWICE_SPENT.sub("", bare)) or noun


def is_account(noun: str) -> bool:
    """Whether a phrase can name an account at all."""
    return bool(canonical(noun)) or bool(_ACCOUNT.search(_LOOSE.sub("", noun)) and not _SAVING.search(noun))


def is_project_money(noun: str) -> bool:
    """Whether, in a project's evaluation, a phrase means the project's own money."""
    return not noun or bool(_PROJECT_MONEY.fullmatch(_LOOSE.sub("", noun)))


def awarded(words: str) -> str:
    """The procurement figure said in a roundabout way (reserved for, won by); "" for none."""
    return next((name for name, pattern in _AWARDED if pattern.search(words)), "")


def wide(name: str) -> str:
    """A name with full-width brackets."""
    return name.translate(_WIDE)
