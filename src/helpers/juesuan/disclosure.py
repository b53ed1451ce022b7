"""One disclosure as an analyst holds it: read, or read and checked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from juesuan.accounts import Accounts
from juesuan.auditing import Audit
from juesuan.checks import Outcome
from juesuan.findings import Finding, Weight
from juesuan.results import Checked, Figures, counted, named


@dataclass(frozen=True, repr=False)
class _One(Figures):
    @property
    def audit(self) -> Audit:
        """What sections of the report are made of (`juesuan.presentation.page`)."""
        return self.audits[0]

    @property
    def accounts(self) -> Accounts:
        """Everything that was read, as rules see it."""
        return self.audit.accounts

    @property
    def path(self) -> Path:
        """The file that was read."""
        return self.audit.source

    @property
    def department(self) -> str:
        """The body whose accounts they are, as the document names it; "" where it does not."""
        return self.accounts.department

    @property
    def year(self) -> str:
        """The year of the accounts: four digits, or ""."""
        return self.accounts.year


@dataclass(frozen=True, repr=False)
class Reading(_One):
    """One body's disclosure as read; nothing was checked."""

    def __repr__(self) -> str:
        return f"<Reading {self.accounts!r}>"

    def _repr_html_(self) -> str:
        from juesuan.presentation import summary

        return summary.of_accounts(self.audit)


@dataclass(frozen=True, repr=False)
class Audited(Checked, _One):
    """One body's disclosure, read and checked by every rule."""

    @property
    def outcomes(self) -> Counter[Outcome]:
        """How many checks came out in each way."""
        return self.audit.outcomes

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the document is, what of it was not read, and which rules failed: a sentence each."""
        return self.audit.remarks

    def __repr__(self) -> str:
        failed = f", {len(self.crashes)} rules failed" if self.crashes else ""
        return f"<Audited {named(self.accounts)}: {counted(self.audits)}{failed}>"

    def _repr_html_(self) -> str:
        from juesuan.presentation import summary

        return summary.of_audit(self.audit)


class Findings(tuple[Finding, ...]):
    """Findings, the gravest first; shown a line each."""

    __slots__ = ()

    def __repr__(self) -> str:
        counts = Counter(each.severity for each in self)
        head = ", ".join(f"{counts[weight]} {weight}" for weight in Weight)
        return "\n".join([f"<Findings: {head}>", *(f"{each.severity:8} {each.message}" for each in self)])

    def _repr_html_(self) -> str:
        from juesuan.presentation import summary

        return summary.of_findings(self)
