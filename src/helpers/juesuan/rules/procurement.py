"""Family `procurement`: government procurement as told in prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from juesuan.accounts import Accounts, bare
from juesuan.checks import Check, Outcome
from juesuan.compare import finding, gather, not_applicable, passed, sums_to, unchecked
from juesuan.ratios import is_share
from juesuan.records import Measure, Statement
from juesuan.rules.prose import companion, current, side
from juesuan.rules.registry import rule
from juesuan.terms import in_english

BASIS = "《政府采购促进中小企业发展管理办法》（财库〔2020〕46号）"
TOTAL, GOODS, WORKS, SERVICES = "政府采购支出", "政府采购货物支出", "政府采购工程支出", "政府采购服务支出"
SMALL_AND_MEDIUM, SMALL_AND_MICRO = "授予中小企业合同金额", "授予小微企业合同金额"
RESERVED_SMALL_AND_MEDIUM, RESERVED_SMALL_AND_MICRO = "面向中小企业预留政府采购金额", "面向小微企业预留政府采购金额"
AWARDED_RESERVED, AWARDED_MICRO, AWARDED_OTHER = (
    "中小企业预留项目成交金额",
    "小微企业预留项目成交金额",
    "其他项目中小企业成交金额",
)
_ALL = re.compile(r"采购(?!.*(?:货物|工程|服务))|^(?:合同)?(?:支出)?(?:总额|总金额|合计|总计)$")
MONEY = (Measure.FINAL, Measure.BUDGET)  # awarded, or reserved for award
# the first is a part of the second
PARTS = (
    (SMALL_AND_MEDIUM, TOTAL),
    (SMALL_AND_MICRO, SMALL_AND_MEDIUM),
    (SMALL_AND_MICRO, TOTAL),
    (RESERVED_SMALL_AND_MICRO, RESERVED_SMALL_AND_MEDIUM),
    (AWARDED_RESERVED, TOTAL),
    (AWARDED_RESERVED, RESERVED_SMALL_AND_MEDIUM),
    (AWARDED_MICRO, AWARDED_RESERVED),
    (AWARDED_OTHER, TOTAL),
)


@rule("procurement-parts", family="procurement", basis=BASIS, zh="货物、工程、服务采购之和等于采购总额")
def procurement_parts(accounts: Accounts) -> Iterator[Check]:
    """Goods, works and services sum to all procurement."""
    total = _amount(accounts, TOTAL)
    parts = [part for part in (_amount(accounts, name) for name in (GOODS, WORKS, SERVICES)) if part is not None]
    if total is None:
        yield not_applicable("政府采购构成", "正文没有说明政府采购支出")
    elif len(parts) < 3:
        yield unchecked("政府采购构成", "正文没有同时说明货物、工程和服务", side(total))
    else:
        yield sums_to(side(total), [side(part) for part in parts], "政府采购构成")


@rule(
    "procurement-inclusion",
    family="procurement",
    basis=BASIS,
    zh="小微企业金额不大于中小企业金额，中小企业金额不大于采购总额",
)
def procurement_inclusion(accounts: Accounts) -> Iterator[Check]:
    """What goes to small and micro enterprises is a part of what goes to small and medium ones, and that of all."""
    for part_name, whole_name in PARTS:
        part, whole = _amount(accounts, part_name), _amount(accounts, whole_name)
        subject = f"{part_name}不大于{whole_name}"
        if part is None or whole is None:
            yield not_applicable(subject, "正文没有同时说明两者")
        else:
            yield _at_most(part, whole, subject)


@rule(
    "procurement-reserved",
    family="procurement",
    basis=BASIS,
    zh="预留项目与其他项目授予中小企业的金额之和不大于采购总额",
)
def procurement_reserved(accounts: Accounts) -> Iterator[Check]:
    """Awards in reserved and in other projects together do not exceed all procurement."""
    total, reserved, other = (_amount(accounts, name) for name in (TOTAL, AWARDED_RESERVED, AWARDED_OTHER))
    subject = "授予中小企业金额合计不大于采购总额"
    if total is None or reserved is None or other is None:
        yield not_applicable(subject, "正文没有同时说明预留项目与其他项目")
        return
    check = sums_to(side(total), [side(reserved), side(other)], subject)
    if check.outcome is Outcome.FAILED and check.difference is not None and check.difference > 0:
        yield passed(subject, check.left, check.right)
    else:
        yield check


@rule("procurement-shares", family="procurement", basis=BASIS, zh="政府采购所述占比等于分项除以所称总额")
def procurement_shares(accounts: Accounts) -> Iterator[Check]:
    """A share said of procurement is the part over the total that its wording names."""
    found = False
    for share in current(accounts, "procurement"):
        if share.measure is not Measure.SHARE or share.amount is None:
            continue
        found = True
        subject = f"{share.section}：{share.subject}占比"
        part, base = companion(accounts, share, Measure.FINAL), _base(share)
        whole = _amount(accounts, base) if base else None
        if part is None or whole is None or part.amount is None or whole.amount is None:
            yield unchecked(subject, "正文没有说明占比的分子或分母", side(share))
        elif whole.amount.value == 0 and part.amount.value == 0:
            yield not_applicable(subject, "分子分母均为零")
        else:
            wholes = (whole, *_loose(accounts, share))
            checks = [is_share(side(share), side(part), side(each), subject) for each in wholes]
            yield next((each for each in checks if each.outcome is not Outcome.FAILED), checks[0])
    if not found:
        yield not_applicable("政府采购占比", "正文没有说明占比")


def _amount(accounts: Accounts, subject: str) -> Statement | None:
    wanted = bare(subject)
    said = (each for each in current(accounts, "procurement") if each.measure in MONEY and each.amount)
    return next((each for each in said if bare(each.subject) == wanted), None)


def _base(share: Statement) -> str:
    """The total that a share's wording names; "" for one that is not told as an amount (货物支出金额)."""
    if "中小企业" in share.of:
        return SMALL_AND_MEDIUM
    return TOTAL if not share.of or _ALL.search(share.of) else ""


def _loose(accounts: Accounts, share: Statement) -> list[Statement]:
    """The totals that a share may be of which names none: any that its sentence tells before it."""
    beside = current(accounts, "procurement") if not share.of else ()
    return [
        each
        for each in beside
        if each.quote == share.quote
        and each.offset < share.offset
        and each.measure in MONEY
        and each.amount is not None
        and each.amount.value
        and bare(each.subject) != bare(share.subject)
    ]


def _at_most(part: Statement, whole: Statement, subject: str) -> Check:
    a, b = side(part), side(whole)
    if a.doubt or b.doubt or a.amount is None or b.amount is None:
        return unchecked(subject, a.doubt or b.doubt, a, b)
    if a.amount.interval.low <= b.amount.into(a.amount.unit).interval.high:
        return passed(subject, a, b)
    return finding(
        subject,
        f"{a.label}为{a.amount}，大于{b.label}{b.amount}，而前者是后者的一部分。",
        f"{in_english(a.label)} is {a.amount}, more than {in_english(b.label)} at {b.amount}, of which it is a part.",
        gather(a, b),
        stated=str(a.amount),
        expected=f"不大于{b.amount}",
    )
