"""The findings of one source at once, in a child with limits: a hostile file costs no more than it may."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from juesuan import auditing, exports
from juesuan.batch import child
from juesuan.errors import JuesuanError, LimitExceeded, SourceError, UnreadableSource
from juesuan.privacy import mask

Findings = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Found:
    """What `findings.json` would hold, and what a reader is told before it: see `Audit.remarks`."""

    findings: Findings
    remarks: tuple[str, ...]


def findings(source: Path, language: str, seconds: float, memory: int) -> Found:
    """The findings of one source, and what it is.

    Raises `SourceError` where the source cannot be audited; only where the system can fork safely are there
    limits: `seconds` of time, and `memory` bytes.
    """
    if not child.available():
        return _found(source, language)
    try:
        result = child.run(lambda _: _findings(source, language), child.Limits(seconds, memory)).value
    except (child.TookTooLong, child.NeededTooMuch) as failure:
        raise LimitExceeded(source, str(failure)) from None
    except child.Crashed as failure:
        raise UnreadableSource(source, f"the reading of it {failure}") from None
    except child.Raised as failure:
        raise SourceError(source, f"internal error, {failure}") from None
    if isinstance(result, JuesuanError):
        raise result
    return result


def _found(source: Path, language: str) -> Found:
    found = auditing.every(source, language)
    told = [mask(remark) for each in found for remark in _owned(each, len(found) > 1)]
    return Found([finding for each in found for finding in exports.findings(each)], tuple(told))


def _owned(done: auditing.Audit, several: bool) -> list[str]:
    """The remarks on a disclosure, with its body's name where a file holds several."""
    return [f"{done.accounts.department}：{remark}" if several else remark for remark in done.remarks]


def _findings(source: Path, language: str) -> Found | JuesuanError:
    try:
        return _found(source, language)
    except JuesuanError as error:
        return error
