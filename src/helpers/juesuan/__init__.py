"""Juesuan: reproducible audits of published departmental final accounts (部门决算公开).

`audit`, `read`, `check` and `collect` take a source and give a result; `rule` declares a rule of one's own, which
compares figures with `equal`, `at_most`, `sums_to` and `is_share`; `columns` lists forms and the keys of their columns.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.2.0"  # the one place: the distribution, the pages and the command take it from here

if TYPE_CHECKING:
    from juesuan.api import audit, check, collect, columns, read
    from juesuan.checks import Severity, of_entry, of_fact, of_statement
    from juesuan.compare import at_most, equal, finding, not_applicable, passed, sums_to, unchecked
    from juesuan.errors import JuesuanError, SourceError
    from juesuan.ratios import is_share
    from juesuan.rules.own import rule

__all__ = [
    "JuesuanError",
    "Severity",
    "SourceError",
    "at_most",
    "audit",
    "check",
    "collect",
    "columns",
    "equal",
    "finding",
    "is_share",
    "not_applicable",
    "of_entry",
    "of_fact",
    "of_statement",
    "passed",
    "read",
    "rule",
    "sums_to",
    "unchecked",
]

_HOMES = {
    "juesuan.api": ("audit", "check", "collect", "columns", "read"),
    "juesuan.checks": ("Severity", "of_entry", "of_fact", "of_statement"),
    "juesuan.compare": ("at_most", "equal", "finding", "not_applicable", "passed", "sums_to", "unchecked"),
    "juesuan.errors": ("JuesuanError", "SourceError"),
    "juesuan.ratios": ("is_share",),
    "juesuan.rules.own": ("rule",),
}


if not TYPE_CHECKING:  # which would take every mistyped name for one that is offered

    def __getattr__(name: str) -> object:
        """What is offered, from where it is, on first use: the command starts without what it does not need."""
        for home, names in _HOMES.items():
            if name in names:
                globals()[name] = getattr(import_module(home), name)
                return globals()[name]
        raise AttributeError(f"module 'juesuan' has no attribute {name!r}; it has {', '.join(__all__)}")


def __dir__() -> list[str]:
    return __all__
