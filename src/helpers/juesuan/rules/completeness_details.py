"""Family `completeness`: what supervisors want told with the money of part three: counts, kinds, coverage.

Silent where a detail is told in any known way: as an amount or a count, zero among them, under the
form, or in words that there was none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from juesuan.accounts import Accounts, bare
from juesuan.checks import Check, Evidence, Severity
from juesuan.compare import finding, not_applicable, passed
from juesuan.records import Measure, Section, Statement
from juesuan.rules.physical import COUNTED
from juesuan.rules.prose import ASIDE, PRIOR
from juesuan.rules.registry import rule

BASIS = "《地方预决算公开操作规程》（财预〔2016〕143号）：“三公”经费实物量、机关运行经费、政府采购、国有资产和绩效"
_NONE = r"(?:未发生|没有发生|未安排|没有安排|未组织|没有|未|无|不涉及|不需)"
ABROAD, VEHICLES, PURCHASE = "因公出国（境）费", "公务用车购置及运行维护费", "公务用车购置费"
RUNNING, RECEPTION = "公务用车运行维护费", "公务接待费"


@dataclass(frozen=True, slots=True)
class Detail:
    """What must be told once an expense had money: the subjects that tell it, and the words that deny it."""

    label: str
    of: str
    told: tuple[str, ...]
    denied: re.Pattern[str]


PUBLIC = (
    Detail("因公出国（境）团组数、人次", ABROAD, ("出国团组", "出国人次"), re.compile(rf"{_NONE}[^。；]{{0,12}}出国")),
    Detail(
        "公务用车购置费",
        VEHICLES,
        (PURCHASE,),
        re.compile(rf"{_NONE}[^。；]{{0,10}}(?:购置|新购|更新)|购置[^。；]{{0,8}}{_NONE}"),
    ),
    Detail("公务用车运行维护费", VEHICLES, (RUNNING,), re.compile(rf"{_NONE}[^。；]{{0,10}}运行")),
    Detail("公务用车购置数", PURCHASE, ("公务用车购置数",), re.compile(r"购置?[^。；]{0,8}[一二三四五六七八九十两]辆")),
    Detail(
        "公务用车保有量",
        VEHICLES,
        ("公务用车保有量",),
        re.compile(rf"{_NONE}[^。；]{{0,8}}(?:公务用车|车辆)|共有车辆|保有"),
    ),
    Detail("国内公务接待批次", RECEPTION, ("接待批次",), re.compile(rf"{_NONE}[^。；]{{0,12}}接待")),
    Detail("国内公务接待人次", RECEPTION, ("接待人次",), re.compile(rf"{_NONE}[^。；]{{0,12}}接待")),
)
_COST_DENIED = re.compile(rf"{_NONE}[^。]{{0,16}}机关运行|不属于|不在[^。]{{0,12}}范围|不统计|事业单位")
_PROCURED_DENIED = re.compile(rf"{_NONE}[^。]{{0,16}}(?:政府采购|采购)")
_SMALL = re.compile(r"中小(?:型|微)?企业|小(?:型)?微(?:型)?企业")
_ASSETS_DENIED = re.compile(rf"{_NONE}[^。]{{0,16}}(?:车辆|设备)")
_COVERED = re.compile(
    rf"\d+个?(?:个|项)[^。；]{{0,16}}(?:项目|绩效)|项目(?:数)?\d+个|{_NONE}[^。]{{0,16}}(?:绩效|项目)|[一二三四五六七八九十]+个[^。；]{{0,12}}项目|覆盖率?[^。；]{{0,6}}\d|全部项目|所有项目|全覆盖"
)


@rule(
    "told-public-details",
    family="completeness",
    basis=BASIS,
    zh="有支出的“三公”经费说明了团组、人次、购置数、保有量、批次等",
)
def told_public_details(accounts: Accounts) -> Iterator[Check]:
    """The three public expenses that had money are told with what it was spent on."""
    sections = _sections(accounts, "three_public")
    if not sections or not accounts.measured(Measure.FINAL):
        yield not_applicable("“三公”经费的细项", "正文没有说明“三公”经费")
        return
    words = _words(accounts, "three_public") + _words(accounts, "assets")
    missing = [each for each in PUBLIC if _is_due(accounts, each) and not _is_told(accounts, each, words)]
    if not missing:
        yield passed("“三公”经费的细项")
        return
    names = "、".join(each.label for each in missing)
    spent = [said for each in missing for said in _spent(accounts, each.of)[:1]]
    yield _untold(accounts, "“三公”经费的细项", f"“三公”经费没有说明{names}", names, sections, spent)


@rule("told-operating-cost", family="completeness", basis=BASIS, zh="机关运行经费说明了数额或没有发生")
def told_operating_cost(accounts: Accounts) -> Iterator[Check]:
    """The section on operating cost gives an amount or says that there is none."""
    yield _told(accounts, "operating_cost", "机关运行经费", ("机关运行经费",), _COST_DENIED)


@rule("told-procurement", family="completeness", basis=BASIS, zh="政府采购按货物、工程、服务说明，并说明中小企业份额")
def told_procurement(accounts: Accounts) -> Iterator[Check]:
    """Procurement is told by kind and with what small and medium enterprises got of it."""
    sections, words = _sections(accounts, "procurement"), _words(accounts, "procurement")
    total = _spent(accounts, "政府采购支出", "procurement")
    if not sections:
        yield not_applicable("政府采购的细项", "正文没有说明政府采购")
        return
    if not total:
        yield _told(accounts, "procurement", "政府采购", ("政府采购支出",), _PROCURED_DENIED)
        return
    kinds = [kind for kind in ("货物", "工程", "服务") if kind not in words]
    lacking = [f"{'、'.join(kinds)}采购"] if kinds and not _adds_up(accounts, total[0]) else []
    lacking += [] if _SMALL.search(words) else ["授予中小企业的份额"]
    if not lacking:
        yield passed("政府采购的细项")
    else:
        names = "、".join(lacking)
        yield _untold(accounts, "政府采购的细项", f"政府采购没有说明{names}", names, sections, total[:1])


@rule("told-assets", family="completeness", basis=BASIS, zh="国有资产占用说明了车辆和大型设备")
def told_assets(accounts: Accounts) -> Iterator[Check]:
    """The section on state assets tells the vehicles and the large equipment, or that there are none."""
    sections, words = _sections(accounts, "assets"), _words(accounts, "assets")
    if not sections:
        yield not_applicable("国有资产占用的细项", "正文没有说明国有资产占用")
        return
    lacking = [name for name in ("车辆", "设备") if name not in words]
    if not lacking or _ASSETS_DENIED.search(words) or not words:
        yield passed("国有资产占用的细项")
        return
    names = "、".join(lacking)
    yield _untold(accounts, "国有资产占用的细项", f"国有资产占用没有说明{names}", names, sections, [])


@rule("told-performance", family="completeness", basis=BASIS, zh="预算绩效说明了覆盖的项目数或资金")
def told_performance(accounts: Accounts) -> Iterator[Check]:
    """The section on performance tells how many projects, or how much money, were evaluated."""
    sections, words = _sections(accounts, "performance"), _words(accounts, "performance")
    if not sections or not words or accounts.evaluations:
        yield not_applicable("预算绩效的覆盖", "正文没有说明预算绩效，或另有绩效自评表")
    elif _COVERED.search(words) or any(each.amount for each in accounts.under("performance")):
        yield passed("预算绩效的覆盖")
    else:
        yield _untold(
            accounts, "预算绩效的覆盖", "预算绩效没有说明开展绩效自评的项目数和资金", "项目数、资金", sections, []
        )


def _told(accounts: Accounts, topic: str, name: str, subjects: tuple[str, ...], denied: re.Pattern[str]) -> Check:
    """Whether a section gives an amount of its account, or says that there was none."""
    sections, words = _sections(accounts, topic), _words(accounts, topic)
    wanted = {bare(each) for each in subjects}
    amounts = (each for each in accounts.under(topic) if each.amount is not None and each.amount.is_money)
    if not sections or not words:
        return not_applicable(f"{name}的数额", f"正文没有说明{name}")
    if denied.search(words) or any(bare(each.subject) in wanted for each in amounts):
        return passed(f"{name}的数额")
    return _untold(accounts, f"{name}的数额", f"{name}没有说明数额，也没有说明未发生", "数额", sections, [])


def _sections(accounts: Accounts, topic: str) -> list[Section]:
    return [each for each in accounts.sections if each.topic.partition(".")[0] == topic]


def _words(accounts: Accounts, topic: str) -> str:
    """All that the sections of a topic say, without their headings."""
    return "\n".join(
        each.dense
        for each in accounts.prose
        if each.topic.partition(".")[0] == topic and not _is_only_heading(each.dense, each.section)
    )


def _is_only_heading(text: str, section: Section | None) -> bool:
    return section is not None and bare(text) in (bare(section.title), bare(f"{section.ordinal}{section.title}"))


def _spent(accounts: Accounts, subject: str, topic: str = "three_public") -> list[Statement]:
    """What is said to have been spent on an account, where it is more than nothing."""
    return [
        each
        for each in accounts.under(topic)
        if each.measure is Measure.FINAL
        and each.amount is not None
        and each.amount.value > 0
        and bare(each.subject) == bare(subject)
        and each.role not in ASIDE
        and each.period != PRIOR
    ]


def _is_due(accounts: Accounts, detail: Detail) -> bool:
    """Whether the expense had money; receptions are also due where only foreign ones are counted."""
    foreign = {f"外事{subject}" for subject in detail.told}
    return bool(_spent(accounts, detail.of)) or any(each.subject in foreign for each in accounts.under("three_public"))


def _is_told(accounts: Accounts, detail: Detail, words: str) -> bool:
    said = {bare(each.subject) for each in accounts.statements if each.topic.startswith(("three_public", "assets"))}
    labels = {label for label, subject in COUNTED if subject in detail.told}
    in_form = any(label in bare(fact.item) for fact in accounts.column("09", "count") for label in labels)
    return in_form or all(bare(each) in said for each in detail.told) or bool(detail.denied.search(words))


def _adds_up(accounts: Accounts, total: Statement) -> bool:
    """Whether what is told of procurement by kind is all of it, so that the other kinds were nothing."""
    kinds = ("政府采购货物支出", "政府采购工程支出", "政府采购服务支出")
    amounts = [each.amount for name in kinds for each in _spent(accounts, name, "procurement")[:1] if each.amount]
    whole = total.amount
    return whole is not None and sum(each.into(whole.unit).value for each in amounts) == whole.value


def _untold(
    accounts: Accounts, subject: str, zh: str, names: str, sections: Sequence[Section], spent: Sequence[Statement]
) -> Check:
    heading = accounts.paragraphs[sections[0].first]
    told = [Evidence(each.quote, each.place) for each in spent]
    return finding(
        subject,
        f"{zh}。",
        f"The section “{sections[0].title}” does not tell {names}.",
        list(dict.fromkeys(told or [Evidence(heading.text, accounts.places[heading.first])])),
        stated="没有说明",
        expected=names,
        severity=Severity.NOTICE,
    )
