"""What `audit.json` tells of a document, and the table of documents with it."""

from __future__ import annotations

from collections import Counter
from typing import Any

from juesuan.accounts import Accounts
from juesuan.auditing import Audit
from juesuan.document import Place


def summary(done: Audit) -> dict[str, Any]:
    """What a document is, how much of it was read, and what came of its checks."""
    accounts = done.accounts
    return {
        "department": accounts.department,
        "body": accounts.department,
        "year": accounts.year,
        "kind": str(accounts.kind),
        "scope": str(accounts.scope),
        "level": accounts.level,
        "region": accounts.region,
        "document": accounts.source,
        "files": [file.name for file in accounts.files] or [accounts.source],
        "pages": _pages(accounts),
        "recognised": list(accounts.recognised),
        "remarks": list(done.remarks),
        "doubts": list(accounts.doubts),
        "outcomes": dict(sorted(Counter(str(check.outcome) for check in done.checks).items())),
        "findings": dict(sorted(Counter(str(finding.severity) for finding in done.findings).items())),
        "crashes": [{"rule": crash.rule, "error": crash.error} for crash in done.crashes],
    }


def _pages(accounts: Accounts) -> dict[str, list[int] | list[str]]:
    """The pages of a PDF that were read and those that were not; a text has none. Of joined files by their places."""
    files = [(number, file.pages) for number, file in enumerate(accounts.files, 1)] or [(0, accounts.pages)]
    unread = [(gap.file or 0, page) for gap in accounts.gaps for page in gap.pages]
    read = [(file, page) for file, pages in files for page in range(1, pages + 1) if (file, page) not in unread]
    if not accounts.files:
        return {"read": [page for _, page in read], "unread": [page for _, page in unread]}
    return {
        "read": [str(Place(page=page, file=file)) for file, page in read],
        "unread": [str(Place(page=page, file=file)) for file, page in unread],
    }
