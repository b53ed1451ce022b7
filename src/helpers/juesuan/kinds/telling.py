"""What a reader is told before anything else: what the document is, and what of it was not read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from juesuan.accounts import Accounts
from juesuan.checks import Check, Outcome
from juesuan.kinds.gap import Gap
from juesuan.kinds.policy import POLICIES


def remarks(accounts: Accounts, checks: Sequence[Check], language: str) -> tuple[str, ...]:
    """A sentence for the kind, where it means something for the audit, and one for each gap."""
    policy = POLICIES[accounts.kind]
    says = policy.zh_says if language == "zh" else policy.en_says
    return tuple(filter(None, [says, *_gaps(accounts.gaps, checks, language)]))


def _gaps(gaps: Sequence[Gap], checks: Sequence[Check], language: str) -> Iterator[str]:
    for gap in gaps:
        count = sum(check.outcome is Outcome.UNCHECKED and check.reason == gap.reason for check in checks)
        if language == "zh":
            yield gap.reason + (f"；因此未核对{count}项。" if count else "。")
        else:
            yield gap.en[0].upper() + gap.en[1:] + (f"; {count} checks were not made for it." if count else ".")
