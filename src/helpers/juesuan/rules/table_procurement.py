"""Form 11: procurement sums up, and what small enterprises were awarded is a part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from juesuan.accounts import Accounts, bare
from juesuan.checks import Check, Figure
from juesuan.compare import at_most, not_applicable, sums_to, unchecked
from juesuan.lines import Line
from juesuan.rules.registry import rule

BASIS = "部门决算公开表样 11；《政府采购促进中小企业发展管理办法》（财库〔2020〕46号）"
FINAL = "final"
TOTAL = re.compile(r"^(?:政府采购支出)?(?:合计|总计)$|^政府采购支出(?:合计|总额)$")
KINDS = (re.compile(r"货物"), re.compile(r"工程"), re.compile(r"服务"))
SMALL_AND_MEDIUM, SMALL_AND_MICRO = re.compile(r"中小企业"), re.compile(r"小微企业")


@rule("procurement-form-sums", family="table_sum", basis=BASIS, zh="采购表中货物、工程、服务之和等于合计")
def procurement_form_sums(accounts: Accounts) -> Iterator[Check]:
    """In form 11 goods, works and services sum to all procurement."""
    rows = accounts.lines("11")
    subject = "政府采购支出合计等于货物、工程、服务之和"
    total, doubt = _figure(rows, TOTAL), next((line.doubt for line in rows if line.doubt), "")
    kinds = [figure for kind in KINDS if (figure := _figure(rows, kind)) is not None]
    if total is None and not kinds:
        yield not_applicable(subject, "没有政府采购支出情况表或表中没有数字")
    elif total is None or not kinds or doubt:
        yield unchecked(subject, doubt or "合计或分项为空", *([total] if total else []), *kinds)
    else:
        yield sums_to(total, kinds, subject)


@rule(
    "procurement-form-inclusion",
    family="procurement",
    basis=BASIS,
    zh="采购表中授予中小企业金额不大于合计，小微企业不大于中小企业",
)
def procurement_form_inclusion(accounts: Accounts) -> Iterator[Check]:
    """In form 11 small and micro enterprises' awards are within small and medium ones', and those within the total."""
    rows = accounts.lines("11")
    total, medium, micro = (_figure(rows, name) for name in (TOTAL, SMALL_AND_MEDIUM, SMALL_AND_MICRO))
    for subject, part, whole in (
        ("授予中小企业合同金额不大于政府采购支出", medium, total),
        ("授予小微企业合同金额不大于授予中小企业合同金额", micro, medium),
    ):
        if part is None or whole is None:
            yield not_applicable(subject, "采购表没有同时列出两者")
        else:
            yield at_most(part, whole, subject)


def _figure(rows: Sequence[Line], name: re.Pattern[str]) -> Figure | None:
    """The figure of the one row of this name."""
    found = [line for line in rows if name.search(bare(line.item)) and FINAL in line.facts]
    return found[0].figure(FINAL) if len(found) == 1 else None
