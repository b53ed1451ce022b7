"""What was not read, or stands elsewhere, is not held against a body: such checks are `unchecked`, with the reason."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from juesuan.accounts import Accounts
from juesuan.checks import Check, Outcome
from juesuan.kinds.policy import POLICIES


def judged(accounts: Accounts, checks: Sequence[Check], whole: Collection[str]) -> list[Check]:
    """The checks, with those that failed only because something was not read left open.

    `whole` are the names of the rules that can fail only where a document was read whole.
    """
    return [_judged(accounts, check, check.rule in whole) for check in checks]


def _judged(accounts: Accounts, check: Check, whole: bool) -> Check:
    if check.outcome is not Outcome.FAILED:
        return check
    reason = _reason(accounts, check, whole)
    return replace(check, outcome=Outcome.UNCHECKED, reason=reason, zh="", en="") if reason else check


def _reason(accounts: Accounts, check: Check, whole: bool) -> str:
    """Why a failure proves nothing; "" where it does."""
    if whole:
        if accounts.gaps:
            return accounts.gaps[0].reason
        if not POLICIES[accounts.kind].complete:
            return "这份文件只是公开材料的一部分，其余另行公开"
    for gap in accounts.gaps:
        if any(gap.reaches(evidence.place) for evidence in check.evidence):
            return gap.reason
    return ""
