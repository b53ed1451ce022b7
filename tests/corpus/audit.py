"""What the program finds in a typeset disclosure, and whether it found what was planted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from corpus.plant import Plant, Planted
from juesuan.accounts import Accounts
from juesuan.findings import Finding, findings
from juesuan.reading import read
from juesuan.rules import RULES, Crash, run

OF_ACCOUNTS = {name: rule for name, rule in RULES.items() if not rule.budget}
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
NEIGHBOURS = (
    {"cross_table", "table_narrative", "table_sum"},
    {"table_narrative", "narrative_arithmetic", "direction", "procurement", "physical"},
    {"performance_score", "performance_target", "performance_budget", "narrative_arithmetic", "table_narrative"},
    {"wording", "direction", "completeness", "table_narrative", "performance_target"},
    {"completeness", "wording", "performance_budget"},
)


@dataclass(frozen=True, slots=True)
class Audited:
    """A disclosure read and checked."""

    accounts: Accounts
    findings: tuple[Finding, ...]
    crashes: tuple[Crash, ...]

    @property
    def errors(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.severity == "error"]


def audit(path: Path) -> Audited:
    """Reads and checks one file. Raises `SourceError` where it cannot be read."""
    accounts = read(path)
    checks, crashes = run(accounts, OF_ACCOUNTS)
    return Audited(accounts, tuple(findings(checks, "zh")), tuple(crashes))


def meets(plant: Plant, planted: Planted, finding: Finding, *, strictly: bool = False) -> bool:
    """Whether a finding reports what was planted: its severity, its family or a neighbour, its figure or words."""
    if finding.severity == "rounding" or (finding.severity == "notice" and not planted.notice):
        return False
    if not (finding.family == plant.family or (not strictly and neighbours(finding.family, plant.family))):
        return False
    return cites(planted, finding.as_dict())


def cites(planted: Planted, finding: Mapping[str, object]) -> bool:
    """Whether an object of `findings.json` names the planted figure as a number or, without one, the words."""
    texts = list(_strings(dict(finding)))
    if planted.figures:
        cited = {number for text in texts for number in numbers(text)}
        return any(number in cited for figure in planted.figures for number in numbers(figure))
    wanted = _plain(planted.words)
    return any(wanted in _plain(text) for text in texts)


def neighbours(one: str, other: str) -> bool:
    """Families that report the same fault from two sides."""
    return one == other or any(one in group and other in group for group in NEIGHBOURS)


def numbers(text: str) -> set[Decimal]:
    return {Decimal(token.replace(",", "")).normalize() for token in NUMBER.findall(text)}


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from _strings(each)


def _plain(text: str) -> str:
    return re.sub(r"[\s*#|]", "", text)
