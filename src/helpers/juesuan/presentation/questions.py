"""What checks between documents came to: all counted, and the gravest kept to be told with their places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

from juesuan.accounts import Accounts
from juesuan.checks import Check, Outcome, Severity
from juesuan.findings import Language, Weight, findings
from juesuan.presentation import markup
from juesuan.presentation.finding_text import tell
from juesuan.presentation.gathering import cards
from juesuan.presentation.labels import label, sayer
from juesuan.presentation.largest import Largest
from juesuan.presentation.marks import Marks
from juesuan.presentation.markup import Fragment
from juesuan.presentation.pictures import Pictures

MOST_TOLD = 60  # findings of one section that are told one by one
_GRAVER = Decimal(10) ** 15  # an error weighs more than any question, whatever its amount


class Questions:
    """Failed checks with the documents that they hold together."""

    def __init__(self) -> None:
        self._kept: Largest[tuple[Check, tuple[Accounts, ...]]] = Largest(MOST_TOLD)
        self._outcomes: Counter[Outcome] = Counter()

    def add(self, checks: Iterable[Check], *accounts: Accounts) -> None:
        """Count checks between these documents, and keep those that failed."""
        for check in checks:
            self._outcomes[check.outcome] += 1
            if check.outcome is Outcome.FAILED:
                grave = _GRAVER if check.severity is Severity.ERROR else Decimal(0)
                self._kept.add(grave + abs(check.difference or Decimal(0)), (check, accounts))

    @property
    def held(self) -> int:
        return self._outcomes[Outcome.PASSED] + self._outcomes[Outcome.ROUNDING]

    @property
    def failed(self) -> int:
        return self._outcomes[Outcome.FAILED]

    @property
    def unchecked(self) -> int:
        return self._outcomes[Outcome.UNCHECKED]

    def shown(self, name: str, introduction: str, language: Language) -> Fragment:
        """The section of a page that tells them; `name` is that of its heading and its anchor."""
        checks = [check for check, _ in self._kept]
        known = {id(each): each for _, accounts in self._kept for each in accounts}
        marks, pictures = Marks(*known.values()), Pictures(Path())
        found = [each for each in findings(checks, language) if each.severity is not Weight.ROUNDING]
        told = cards([tell(each, pictures, marks, language) for each in found], language)
        title = label(f"{name}_heading", language)
        html = markup.render(
            "findings.html.j2",
            say=sayer(language),
            title=title,
            anchor=name,
            introduction=" ".join(filter(None, (introduction, self._kept.told(language)))),
            cards=told,
        )
        return Fragment(f'<div class="juesuan" lang="{language}">\n{html}</div>', title)
