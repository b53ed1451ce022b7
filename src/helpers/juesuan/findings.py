"""From checks to findings: what a reader is told, with both sides, their places and a lasting name."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from juesuan.amounts import PERCENT, YUAN, Amount, grouped, plain
from juesuan.causes import Cause, causes
from juesuan.checks import Check, Evidence, Figure, Outcome
from juesuan.english import quoted_value, told
from juesuan.marking import occurrences
from juesuan.rules.registry import RULES
from juesuan.terms import in_english

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")


class Weight(StrEnum):
    """How much a finding says, weightiest first."""

    ERROR = "error"
    NOTICE = "notice"
    REVIEW = "review"  # 核实: worth a question and no fault by itself; counted neither as error nor as notice
    ROUNDING = "rounding"


READING_ORDER = (
    "table_sum",
    "cross_table",
    "table_narrative",
    "narrative_arithmetic",
    "procurement",
    "physical",
    "performance_budget",
    "performance_score",
    "performance_target",
    "direction",
    "completeness",
    "privacy",
    "wording",
    "review",
)
BOUND = re.compile(  # a side that no figure can equal
    r"[<>=≤≥＜＞＝]|[大小高低多少]于|不[大小超高低多少]|at (?:least|most)|no (?:more|less)"
)
_WEIGHTS = {weight: rank for rank, weight in enumerate(Weight)}
_FAMILIES = {family: rank for rank, family in enumerate(READING_ORDER)}


@dataclass(frozen=True, slots=True, repr=False)
class Finding:
    """A claim that does not hold, or holds only by rounding.

    `id` stays the same from run to run and is the anchor in a page. `claim` is what the rule
    demands, `message` what was found instead, in one sentence. `left` is the side that the
    document states, `right` what it should be; findings about words have neither. `difference`
    and `tolerance` are exact, in the unit of `left`. `cause` is the id shared by findings that
    follow from one wrong figure ("" for a finding that stands alone) and `witness` the sentence
    that names the odd one out of several.
    """

    id: str
    rule: str
    family: str
    severity: Weight
    subject: str
    claim: str
    basis: str
    message: str
    stated: str
    expected: str
    difference: str
    tolerance: str
    evidence: tuple[Evidence, ...]
    left: Figure | None = None
    right: Figure | None = None
    cause: str = ""
    witness: str = ""

    def __repr__(self) -> str:
        return f"<Finding {self.id} {self.severity}: {self.message}>"

    @property
    def money(self) -> Decimal:
        """By how much money the two sides differ, in 元; 0 where it is not about money."""
        sides = [side.amount for side in (self.left, self.right) if side is not None and side.amount is not None]
        if len(sides) < 2 or not all(side.is_money for side in sides):
            return Decimal(0)
        stated, expected = (side.into(YUAN).value for side in sides)
        return abs(stated - expected)

    @property
    def is_slight(self) -> bool:
        """Whether the two sides are figures that differ in the last place shown and nowhere else."""
        left, right = (side.amount if side is not None else None for side in (self.left, self.right))
        if left is None or right is None or left.unit != right.unit:
            return False
        return abs(left.value - right.value) < 2 * left.step

    @property
    def sides_stand(self) -> bool:
        """Whether both sides stand in the document or follow from it, so that neither need be the right one."""
        if self.left is not None and self.right is not None and None not in (self.left.amount, self.right.amount):
            return True
        said = [side.strip("“”") for side in (self.stated, self.expected)]
        return all(any(occurrences(item.quote, [side]) for item in self.evidence) for side in said) and not any(
            BOUND.match(side) for side in said
        )

    @property
    def group(self) -> tuple[Weight, str]:
        """What it is told with: findings of one weight that have one cause, else one rule."""
        return self.severity, self.cause or self.rule

    def as_dict(self) -> dict[str, object]:
        """The finding as an object of `findings.json`."""
        return {
            "id": self.id,
            "rule": self.rule,
            "family": self.family,
            "severity": str(self.severity),
            "subject": self.subject,
            "message": self.message,
            "claim": self.claim,
            "basis": self.basis,
            "stated": self.stated,
            "expected": self.expected,
            "difference": self.difference,
            "tolerance": self.tolerance,
            "cause": self.cause,
            "witness": self.witness,
            "evidence": [_evidence_dict(item) for item in self.evidence],
        }


def findings(checks: Sequence[Check], language: Language) -> list[Finding]:
    """What the checks found, the gravest first: errors, then notices, questions and rounding.

    Findings of one cause, else of one rule, stand together. Within a weight, groups come by the money that is
    off in them, then figures before words, and last those in which only last places differ; in a group the checks
    keep their own order. Checks that found the same in several places are one finding with all the places.
    """
    reported = _merged([check for check in checks if check.outcome in (Outcome.FAILED, Outcome.ROUNDING)])
    names = _names(reported)
    shared = causes(checks, reported)
    if language == "en":
        reported = [_spoken(check) for check in reported]
    found = [_finding(check, names[i], shared.get(i), language) for i, check in enumerate(reported)]
    if language == "en":
        found = [_told(each) for each in found]
    return _by_gravity(found)


def weight(check: Check) -> Weight:
    """How a failed or rounded check is reported."""
    return Weight.ROUNDING if check.outcome is Outcome.ROUNDING else Weight(str(check.severity))


def quantity(value: Decimal | None, amount: Amount | None, language: Language) -> str:
    """A difference or an allowance with its thousands parted and the unit it is measured in."""
    if value is None or amount is None:
        return ""
    digits = grouped(plain(value.quantize(Decimal("0.00001")).normalize()))
    if amount.unit == PERCENT:
        return f"{digits}个百分点" if language == "zh" else f"{digits} percentage points"
    return f"{digits}{amount.unit}"


def _finding(check: Check, name: str, cause: Cause | None, language: Language) -> Finding:
    declared = RULES.get(check.rule)
    side = check.left.amount if check.left else None
    return Finding(
        id=name,
        rule=check.rule,
        family=check.family,
        severity=weight(check),
        subject=check.subject,
        claim="" if declared is None else (declared.zh if language == "zh" else declared.claim),
        basis=check.basis,
        message=check.zh if language == "zh" else check.en,
        stated=check.stated,
        expected=check.expected,
        difference=quantity(check.difference, side, language),
        tolerance=quantity(check.tolerance, side, language),
        evidence=check.evidence,
        left=check.left,
        right=check.right,
        cause="" if cause is None else cause.id,
        witness="" if cause is None else (cause.zh if language == "zh" else cause.en),
    )


def _spoken(check: Check) -> Check:
    """The check with its labels in English, also within its sentence."""
    left, right = (side and replace(side, label=in_english(side.label)) for side in (check.left, check.right))
    labels = {check.subject, *(side.label for side in (check.left, check.right) if side)} - {""}
    sentence = check.en
    for label in sorted(labels, key=len, reverse=True):
        sentence = sentence.replace(label, in_english(label))
    return replace(check, subject=in_english(check.subject), left=left, right=right, en=sentence)


def _told(finding: Finding) -> Finding:
    """The finding with nothing in Chinese but names and quotations."""
    left, right = (side and replace(side, label=told(side.label)) for side in (finding.left, finding.right))
    return replace(
        finding,
        subject=told(finding.subject),
        basis=told(finding.basis),
        message=_capital(told(finding.message)),
        stated=quoted_value(finding.stated),
        expected=quoted_value(finding.expected),
        difference=told(finding.difference),
        tolerance=told(finding.tolerance),
        left=left,
        right=right,
        witness=_capital(told(finding.witness)),
    )


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _merged(checks: Sequence[Check]) -> list[Check]:
    """Checks of one rule that say the same of the same figures as one, with the evidence of all."""
    merged: dict[tuple[str, ...], Check] = {}
    for check in checks:
        said = (check.rule, check.outcome, check.severity, check.subject, check.zh, check.stated, check.expected)
        first = merged.get(said)
        evidence = check.evidence if first is None else tuple(dict.fromkeys((*first.evidence, *check.evidence)))
        merged[said] = replace(first or check, evidence=evidence)
    return list(merged.values())


def _names(checks: Sequence[Check]) -> list[str]:
    """An id for each check out of what it says, not of where it stands; twins are numbered."""
    names: list[str] = []
    seen: dict[str, int] = {}
    for check in checks:
        words = "\x1f".join((check.rule, check.subject, check.stated, check.expected))
        name = f"{check.rule}-{hashlib.sha256(words.encode()).hexdigest()[:6]}"
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return names


def _by_gravity(found: Sequence[Finding]) -> list[Finding]:
    groups: dict[tuple[Weight, str], list[Finding]] = {}
    for each in found:
        groups.setdefault(each.group, []).append(each)
    return [each for group in sorted(groups.values(), key=_gravity) for each in group]


def _gravity(group: Sequence[Finding]) -> tuple[int, bool, Decimal, int]:
    return (
        _WEIGHTS[group[0].severity],
        all(each.is_slight for each in group),
        -max(each.money for each in group),
        min(_FAMILIES[each.family] for each in group),
    )


def _evidence_dict(evidence: Evidence) -> dict[str, object]:
    place = evidence.place
    known: dict[str, object] = {"quote": evidence.quote, "place": str(place)}
    known |= {"page": place.page} if place.page is not None else {}
    known |= {"file": place.file} if place.file is not None else {}
    known |= {"line": place.line} if place.line is not None and not place.named else {}
    named = {"form": evidence.form, "row": evidence.row, "column": evidence.column}
    return known | {key: value for key, value in named.items() if value}
