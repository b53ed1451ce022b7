"""What the library gives to an analyst: frames of what was read and found, and the way back to the source.

Amounts are exact: columns of amounts hold `Decimal` objects or None (dtype object), counts are `Int64`, all else is
text, blank where nothing is said. `floats()` gives the same frames with float64 for the amounts. Every column is that
of the exported table of the same name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

from juesuan import auditing, export_rows
from juesuan.accounts import Accounts
from juesuan.auditing import Audit
from juesuan.checks import Check, Outcome
from juesuan.errors import MissingSource
from juesuan.findings import Finding, Weight
from juesuan.identities.language import RELATIONS
from juesuan.rules import RULES, Crash, Rule
from juesuan.rules.identities import identity_rule
from juesuan.rules.own import as_rule
from juesuan.rules.registry import BadRule, Test

if TYPE_CHECKING:
    import pandas as pd

    from juesuan.presentation.markup import Fragment

OWNER = ("document", "department", "year", "scope")  # the columns by which a row knows its disclosure
CRASHED = "crashed"  # in place of an outcome: a rule of one's own that failed on a department


@dataclass(frozen=True, repr=False)
class Figures:
    """Disclosures as read: the figures of their forms, of their prose and of their self-evaluations."""

    audits: tuple[Audit, ...]
    exact: bool = True

    @cached_property
    def facts(self) -> pd.DataFrame:
        """Every figure of every form, one row each; money in 元. A blank cell is no row and no zero."""
        return self._frame("facts", export_rows.facts)

    @cached_property
    def statements(self) -> pd.DataFrame:
        """Every figure and direction word said in prose, one row each, in the unit it is said in."""
        return self._frame("statements", export_rows.statements)

    @cached_property
    def indicators(self) -> pd.DataFrame:
        """Every indicator, fund line and total of the self-evaluations, one row each (`line` says which)."""
        return self._frame("indicators", export_rows.indicators)

    def floats(self) -> Self:
        """The same with float64 for amounts, NaN where there is none: for charts and statistics, not for checks."""
        return replace(self, exact=False)

    def check(self, rule: Test | str) -> pd.DataFrame:
        """One rule over all: a function as `@juesuan.rule` takes, a name of the catalogue, or an identity.

        An identity is written as in `identities/final_accounts.csv`: `05[合计].total <= 03[合计].total`.
        One row a check: whose, subject, outcome, both sides as displayed, exact difference, reason. Where the rule
        fails on a department, one row with the outcome `crashed` and what happened; the others are not touched.
        Raises ValueError for a name that is not in the catalogue, and for what is no identity.
        """
        import pandas as pd

        tried = _rule(rule)
        rows = [row for each in self.audits for row in _rows(each, tried)]
        return pd.DataFrame(rows, columns=[*OWNER[:3], *CHECK_COLUMNS])

    def source(self, row: Mapping[str, Any]) -> Fragment:
        """Where a row of a frame stands: its page with the place boxed, or the words with the figure marked."""
        from juesuan.presentation import lookup

        audit = self.audit_of(row)
        if "place" not in row:
            raise MissingSource("row", "has no column `place`", "give a whole row of a frame, as .facts.iloc[0]")
        return lookup.place_of(audit, row)

    def audit_of(self, row: Mapping[str, Any]) -> Audit:
        """The audit that a row of a frame is of. Raises `MissingSource` for a row of something else."""
        wanted = {name: str(row[name]) for name in OWNER if name in row}
        for each in self.audits:
            known = owner(each)
            if wanted and all(known[name] == value for name, value in wanted.items()):
                return each
        raise MissingSource("row", "is of no document here", "give a row of one of these frames, as .facts.iloc[0]")

    def _frame(self, table: str, rows: Callable[[Audit], Iterable[Mapping[str, str]]]) -> pd.DataFrame:
        import pandas as pd

        from juesuan.schemas import typed

        found = [row for each in self.audits for row in rows(each)]
        frame = typed(table, pd.DataFrame(found, columns=list(export_rows.COLUMNS[table]), dtype=str))
        return frame if self.exact else as_floats(table, frame)


CHECK_COLUMNS = ("rule", "subject", "outcome", "left", "right", "difference", "reason")


@dataclass(frozen=True, repr=False)
class Checked(Figures):
    """Disclosures read and checked."""

    @cached_property
    def checks(self) -> pd.DataFrame:
        """Every check made, one row each, with its outcome, both sides, difference and what rounding explains."""
        return self._frame("checks", export_rows.checks)

    @cached_property
    def findings(self) -> pd.DataFrame:
        """What the checks found, one row each, the gravest first; `show` tells one with its places."""
        return self._frame("findings", export_rows.findings)

    @property
    def crashes(self) -> tuple[Crash, ...]:
        """Rules that failed by a bug in them, and made no checks there."""
        return tuple(crash for each in self.audits for crash in each.crashes)

    def source(self, row: Mapping[str, Any]) -> Fragment:
        """Where a row of a frame stands, as of `Figures.source`; a row of `findings` is shown whole."""
        return self.show(row) if "id" in row and "place" not in row else super().source(row)

    def show(self, finding: Finding | Mapping[str, Any] | str | int) -> Fragment:
        """A finding as the report tells it, with the place in the source: by itself, its row, its id or its number.

        Numbers are those of the rows of `findings`. Raises `MissingSource` where there is no such finding.
        """
        from juesuan.presentation import lookup

        everything = [(each, one) for each in self.audits for one in each.findings]
        if isinstance(finding, int):
            if not 0 <= finding < len(everything):
                raise MissingSource(f"finding {finding}", f"there are {len(everything)} findings", "count from 0")
            return lookup.told(*everything[finding])
        wanted = finding if isinstance(finding, str) else finding.id if isinstance(finding, Finding) else finding["id"]
        among = self.audits if isinstance(finding, str | Finding) else (self.audit_of(finding),)
        for each, one in everything:
            if one.id == wanted and each in among:
                return lookup.told(each, one)
        raise MissingSource(f"finding {wanted}", "is none of these", "its id stands in .findings")


def as_floats(table: str, frame: pd.DataFrame) -> pd.DataFrame:
    """A frame with float64 where it has exact amounts."""
    from juesuan.schemas import SCHEMAS

    exact = [name for name, column in SCHEMAS[table].columns.items() if str(column.dtype) == "object"]
    return frame.astype(dict.fromkeys(exact, "float64"))


def owner(audit: Audit) -> dict[str, str]:
    """The columns by which a row knows its disclosure."""
    known = audit.accounts
    return dict(zip(OWNER, (known.source, known.department, known.year, str(known.scope)), strict=True))


def counted(audits: Iterable[Audit]) -> str:
    """What the checks came to, in one line: made, findings by weight, unchecked."""
    given = tuple(audits)
    counts = ", ".join(f"{sum(len(each.weighing(weight)) for each in given)} {weight}" for weight in Weight)
    unchecked = sum(each.outcomes[Outcome.UNCHECKED] for each in given)
    return f"{sum(each.made for each in given)} checks made, {counts}, {unchecked} unchecked"


def named(accounts: Accounts) -> str:
    """Whose accounts, and of which year."""
    return " ".join(filter(None, (accounts.department or accounts.source, accounts.year)))


def _rule(rule: Test | str) -> Rule:
    if not callable(rule) and not isinstance(rule, str):
        raise BadRule(f"a rule is a function or a name, no {type(rule).__name__}")
    if callable(rule):
        declared = next((each for each in RULES.values() if each.test is rule), None)
        return declared or as_rule(rule)
    if any(relation in rule for relation in RELATIONS):
        return identity_rule(rule)
    if rule not in RULES:
        from difflib import get_close_matches

        near = get_close_matches(rule, RULES, n=3)
        meant = f"; did you mean {' or '.join(near)}?" if near else "; `juesuan rules` lists them"
        raise ValueError(f"there is no rule {rule!r}{meant}")
    return RULES[rule]


def _rows(audit: Audit, rule: Rule) -> list[dict[str, object]]:
    checks, crashes = auditing.checked(audit.accounts, [rule])
    rows = [_row(check) for check in checks]
    rows += [_row(Check("", Outcome.UNCHECKED, reason=each.error)) | {"outcome": CRASHED} for each in crashes]
    return [owner(audit) | {"rule": rule.name} | row for row in rows]


def _row(check: Check) -> dict[str, object]:
    sides = {
        name: "" if side is None or side.amount is None else str(side.amount)
        for name, side in (("left", check.left), ("right", check.right))
    }
    known = {"subject": check.subject, "outcome": str(check.outcome), "reason": check.reason}
    return known | sides | {"difference": check.difference}
