"""The catalogue of rules: a rule states one claim and yields the checks that test it."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from juesuan.accounts import Accounts
from juesuan.checks import Check

FAMILIES = (
    "completeness",
    "table_sum",
    "cross_table",
    "table_narrative",
    "narrative_arithmetic",
    "direction",
    "performance_score",
    "performance_target",
    "performance_budget",
    "physical",
    "procurement",
    "wording",
    "privacy",
    "review",
)

Test = Callable[[Accounts], Iterator[Check]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One claim. `claim` is the docstring's first line (English), `zh` the same in Chinese,
    `basis` the statute or form it rests on. `whole` says that it claims something to be there, or
    reckons with all there is: it can fail only where a document was read whole."""

    name: str
    family: str
    basis: str
    claim: str
    zh: str
    test: Test
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Crash:
    """A rule that raised: a bug in the program, never a finding."""

    rule: str
    error: str
    trace: str


RULES: dict[str, Rule] = {}


def rule(name: str, *, family: str, basis: str, zh: str, whole: bool = False) -> Callable[[Test], Test]:
    """Declare a rule by its test. Raises ValueError for a second rule of one name, an unknown family or no claim."""

    def named(test: Test) -> Test:
        claim = (test.__doc__ or "").strip().splitlines()
        declare(Rule(name, family, basis, claim[0] if claim else "", zh, test, whole))
        return test

    return named


def declare(made: Rule) -> None:
    """Add a rule to the catalogue. Raises ValueError for a second rule of one name, an unknown family or no claim."""
    if made.name in RULES:
        raise ValueError(f"two rules are named {made.name}")
    if made.family not in FAMILIES:
        raise ValueError(f"rule {made.name}: unknown family {made.family}")
    if not made.claim or not made.zh:
        raise ValueError(f"rule {made.name} states no claim")
    RULES[made.name] = made


def run(accounts: Accounts, rules: dict[str, Rule] | None = None) -> tuple[list[Check], list[Crash]]:
    """All checks of all rules over one department, and the rules that crashed on it."""
    checks: list[Check] = []
    crashes: list[Crash] = []
    for each in (RULES if rules is None else rules).values():
        try:
            checks += [check.called(each.name, each.family, each.basis) for check in each.test(accounts)]
        except Exception as error:  # the one place where a bug in a rule must not cost the department
            crashes.append(Crash(each.name, f"{type(error).__name__}: {error}", traceback.format_exc()))
    return checks, crashes
