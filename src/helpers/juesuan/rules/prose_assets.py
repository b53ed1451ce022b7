"""Family `narrative_arithmetic`: state assets told by what they cost, what was written off, and what is left."""

from __future__ import annotations

from collections.abc import Iterator

from juesuan.accounts import Accounts, bare
from juesuan.checks import Check
from juesuan.compare import negated, not_applicable, sums_to
from juesuan.records import Measure, Statement
from juesuan.rules.prose import PRIOR, side
from juesuan.rules.registry import rule

BASIS = "《行政事业性国有资产管理条例》；《政府会计准则第3号——固定资产》"
COST, WRITTEN_OFF, NET = ("原值", "原价"), ("折旧", "摊销"), ("净值",)


@rule("net-value", family="narrative_arithmetic", basis=BASIS, zh="资产净值等于原值减累计折旧（摊销）")
def net_value(accounts: Accounts) -> Iterator[Check]:
    """The net value of assets is what they cost less what was written off."""
    checks = [
        sums_to(side(net), [side(cost), negated(side(off))], f"{net.section}：{net.subject}", parts_label="原值减折旧")
        for cost, off, net in _chains(accounts)
    ]
    yield from checks or [not_applicable("资产净值", "正文没有同时说明资产原值、折旧和净值")]


def _chains(accounts: Accounts) -> Iterator[tuple[Statement, Statement, Statement]]:
    """Cost, depreciation and net value said one after another in a paragraph."""
    cost: Statement | None = None
    off: Statement | None = None
    for each in accounts.under("assets"):
        if each.measure is not Measure.FINAL or each.amount is None or not each.amount.is_money or each.period == PRIOR:
            continue
        name = bare(each.subject)
        if name.endswith(COST):
            cost, off = each, None
        elif name.endswith(WRITTEN_OFF):
            off = each
        elif name.endswith(NET):
            if cost and off and cost.paragraph == off.paragraph == each.paragraph:
                yield cost, off, each
            cost = off = None
