"""What a reader is told before anything else: what the document is, and what of it was not read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from juesuan.accounts import Accounts
from juesuan.checks import Check, Outcome
from juesuan.document import File
from juesuan.kinds.gap import Gap
from juesuan.kinds.policy import POLICIES


def remarks(accounts: Accounts, checks: Sequence[Check], language: str) -> tuple[str, ...]:
    """A sentence for the files that were joined, one for the kind where it means something, and one for each gap."""
    policy = POLICIES[accounts.kind]
    says = policy.zh_says if language == "zh" else policy.en_says
    return tuple(filter(None, [_files(accounts.files, language), says, *_gaps(accounts.gaps, checks, language)]))


def _files(files: Sequence[File], language: str) -> str:
    """Of which files a joined disclosure consists, "" where it is one file."""
    if not files:
        return ""
    if language == "zh":
        named = "；".join(f"文件{number}：{file.name}" for number, file in enumerate(files, 1))
        return f"这份决算由{len(files)}份文件合成（{named}）。"
    named = "; ".join(f"file {number}: {file.name}" for number, file in enumerate(files, 1))
    return f"These accounts were joined from {len(files)} files ({named})."


def _gaps(gaps: Sequence[Gap], checks: Sequence[Check], language: str) -> Iterator[str]:
    for gap in gaps:
        count = sum(check.outcome is Outcome.UNCHECKED and check.reason == gap.reason for check in checks)
        if language == "zh":
            yield gap.reason + (f"；因此未核对{count}项。" if count else "。")
        else:
            yield gap.en[0].upper() + gap.en[1:] + (f"; {count} checks were not made for it." if count else ".")
