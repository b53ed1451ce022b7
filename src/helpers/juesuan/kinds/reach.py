"""What was not read, or stands elsewhere, is not held against a body: such checks are `unchecked`, with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from juesuan.accounts import Accounts
from juesuan.checks import Check, Outcome
from juesuan.kinds.policy import POLICIES
from juesuan.rules.registry import RULES


def judged(accounts: Accounts, checks: Sequence[Check]) -> list[Check]:
    """The checks, with those that failed only because something was not read left open."""
    return [_judged(accounts, check) for check in checks]


def _judged(accounts: Accounts, check: Check) -> Check:
    if check.outcome is not Outcome.FAILED:
        return check
    reason = _reason(accounts, check)
    return replace(check, outcome=Outcome.UNCHECKED, reason=reason, zh="", en="") if reason else check


def _reason(accounts: Accounts, check: Check) -> str:
    """Why a failure proves nothing; "" where it does."""
    if RULES[check.rule].whole:
        if accounts.gaps:
            return accounts.gaps[0].reason
        if not POLICIES[accounts.kind].complete:
            return "这份文件只是公开材料的一部分，其余另行公开"
    for gap in accounts.gaps:
        if any(gap.reaches(evidence.place) for evidence in check.evidence):
            return gap.reason
    return ""
