"""The findings of one source at once, in a child with limits: a hostile file costs no more than it may."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from juesuan import audit, exports
from juesuan.batch import child
from juesuan.errors import JuesuanError, LimitExceeded, SourceError, UnreadableSource

Findings = list[dict[str, Any]]


def findings(source: Path, language: str, seconds: float, memory: int) -> Findings:
    """What `findings.json` would hold.

    Raises `SourceError` where the source cannot be audited; only where the system can fork are there
    limits: `seconds` of time, and `memory` bytes.
    """
    if not child.available():
        return exports.findings(audit.of(source, language))
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


def _findings(source: Path, language: str) -> Findings | JuesuanError:
    try:
        return exports.findings(audit.of(source, language))
    except JuesuanError as error:
        return error
