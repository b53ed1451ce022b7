"""All rules, by family. Importing this package fills the catalogue in `registry.RULES`."""

from helpers.rules import (
    directions,
    physical,
    procurement,
    prose_forms,
    prose_groups,
    prose_rates,
)
from helpers.rules.registry import FAMILIES, RULES, Crash, Rule, rule, run

__all__ = [
    "FAMILIES",
    "RULES",
    "Crash",
    "Rule",
    "directions",
    "physical",
    "procurement",
    "prose_forms",
    "prose_groups",
    "prose_rates",
    "rule",
    "run",
]
