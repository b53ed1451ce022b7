"""Family `direction`: the one reason that is given for a change goes the way of the change."""

from __future__ import annotations

import re
from collections.abc import Iterator

from juesuan.accounts import Accounts
from juesuan.checks import Check
from juesuan.compare import finding, gather, not_applicable, passed
from juesuan.records import Direction, Measure, Statement
from juesuan.rules.prose import ASIDE, PRIOR, rising, side
from juesuan.rules.prose_groups import BASIS
from juesuan.rules.registry import rule

WORDS = {Direction.INCREASE: "增加", Direction.DECREASE: "减少"}
# 主要原因：项目支出减少。 – one clause about money that is earned or spent, and nothing else
_SOLE = re.compile(
    r"(?:主要)?(?:原因|系|由于|因)(?:是|为|在于)?[:：]?\s*(?P<of>[^，,、；;。和及与\d]*(?:支出|经费|费用?|开支|收入))"
    r"(?:较?(?:上年|去年)?(?:有所|相应)?)(?:增加|增长|上升|减少|下降|降低)[。\s]*$"
)
_OTHERWISE = re.compile(
    "结转|结余|年初|年末|收回|上缴|上年|去年"
)  # money that moves against what is spent, or did before


@rule("sole-reason", family="direction", basis=BASIS, zh="唯一的增减原因与增减方向一致")
def sole_reason(accounts: Accounts) -> Iterator[Check]:
    """Where one movement of money alone explains a change, both go the same way."""
    found: Statement | None = None
    checks = []
    for each in accounts.measured(Measure.CHANGE):
        if each.period == PRIOR or rising(each) is None:
            continue
        if each.role not in ASIDE and each.amount is not None and each.amount.value:
            found = each
        elif each.role == "reason" and each.amount is None and found is not None and _explains(accounts, each, found):
            checks.append(_check(found, each))
    yield from checks or [not_applicable("唯一的增减原因", "没有只写明一项收支增减的原因")]


def _explains(accounts: Accounts, reason: Statement, change: Statement) -> bool:
    """Whether what stands between a change and the end of its explanation is this reason alone."""
    if reason.paragraph != change.paragraph or reason.doubt or change.doubt:
        return False
    sentence = re.split("[。\n]", accounts.paragraphs[reason.paragraph].text[: reason.offset + len("增加")])[-1]
    rest = accounts.paragraphs[reason.paragraph].text[reason.offset + len("增加") :]
    sole = _SOLE.search(sentence)
    return sole is not None and not _OTHERWISE.search(sole["of"]) and rest.lstrip()[:1] in ("。", "")


def _check(change: Statement, reason: Statement) -> Check:
    subject = f"{change.section}：{change.subject}增减的原因"
    if rising(change) == rising(reason):
        return passed(subject, side(change), side(reason))
    moved, because = WORDS[change.direction], WORDS[reason.direction]
    return finding(
        subject,
        f"{change.section}称{change.subject}{moved}{change.amount}，唯一的原因却是{reason.subject}{because}。",
        f"{change.section}: {change.subject} is said to {change.direction} by {change.amount}; "
        f"the only reason given is that {reason.subject} went the other way.",
        gather(side(change), side(reason)),
        stated=f"{reason.subject}{because}",
        expected=f"{reason.subject}{moved}，或另有原因",
    )
