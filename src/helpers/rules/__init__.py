"""All rules, by family. Importing this package fills the catalogue in `registry.RULES`."""

from helpers.rules import (
    cross_items,
    cross_rows,
    cross_tables,
    directions,
    physical,
    procurement,
    prose_forms,
    prose_groups,
    prose_rates,
    table_balances,
    table_levels,
    table_sums,
)
from helpers.rules.registry import FAMILIES, RULES, Crash, Rule, rule, run

__all__ = [
    "FAMILIES",
    "RULES",
    "Crash",
    "Rule",
    "cross_items",
    "cross_rows",
    "cross_tables",
    "directions",
    "physical",
    "procurement",
    "prose_forms",
    "prose_groups",
    "prose_rates",
    "rule",
    "run",
    "table_balances",
    "table_levels",
    "table_sums",
]
