"""All rules, by family. Importing this package fills the catalogue in `registry.RULES`."""

from helpers.rules.registry import FAMILIES, RULES, Crash, Rule, rule, run

__all__ = ["FAMILIES", "RULES", "Crash", "Rule", "rule", "run"]
