"""Rules of one's own: in a notebook, in a file, in an installed package; beside the catalogue's and told like them.

@juesuan.rule
def income_is_expenditure(accounts):
    "Total income equals total expenditure."
    yield juesuan.equal(accounts.cell("01", "总计", "income"), accounts.cell("01", "总计", "expenditure"))
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import overload

from juesuan.accounts import Accounts
from juesuan.additions import GROUP
from juesuan.checks import Check
from juesuan.errors import JuesuanError
from juesuan.rules.registry import RULES, BadRule, Rule, Test, claim_of, declare

BASIS = "自定规则"

_own: set[str] = set()  # names of rules that the project did not bring, and that may be declared again


class RulesNotLoaded(JuesuanError):
    """A file of rules that cannot be run, with what went wrong in it."""


@overload
def rule(test: Test) -> Test: ...
@overload
def rule(
    *, name: str = ..., family: str = ..., basis: str = ..., zh: str = ..., whole: bool = ..., budget: bool = ...
) -> Callable[[Test], Test]: ...
def rule(
    test: Test | None = None,
    *,
    name: str = "",
    family: str = "cross_table",
    basis: str = BASIS,
    zh: str = "",
    whole: bool = False,
    budget: bool = False,
) -> Test | Callable[[Test], Test]:
    """Declare a rule by its test: a generator over one department's `Accounts` that yields checks.

    The name is the function's (`income_is_expenditure` → `income-is-expenditure`), the claim the first line of its
    docstring, said in both languages unless `zh` is given. The same name declared again, as when a cell of a
    notebook is run again, takes the place of the first. `whole` is for claims that something is there: they fail
    only where a document was read whole; `budget` for claims about budgets, of which no others are made. Raises
    ValueError for a name of the catalogue and an unknown family.
    """

    if test is not None and not callable(test):
        raise BadRule(f"@juesuan.rule stands above a function, not a {type(test).__name__}; write its name as name=…")

    def declared(given: Test) -> Test:
        add(as_rule(given, name, family, basis, zh, whole, budget))
        return given

    return declared if test is None else declared(test)


def as_rule(
    test: Test,
    name: str = "",
    family: str = "cross_table",
    basis: str = BASIS,
    zh: str = "",
    whole: bool = False,
    budget: bool = False,
) -> Rule:
    """A rule out of its test, not declared; see `rule`."""
    called = name or getattr(test, "__name__", "rule").strip("_").replace("_", "-")
    claim = claim_of(test) or called
    return Rule(called, family, basis, claim, zh or claim, test, whole, budget)


def add(made: Rule) -> None:
    """Declare a rule of one's own, in the place of an own one of its name."""
    before = RULES.pop(made.name, None) if made.name in _own else None
    try:
        declare(made)
    except ValueError:
        if before is not None:
            RULES[made.name] = before
        raise
    _own.add(made.name)


def own_rules() -> Iterator[Rule]:
    """The rules that the project did not bring."""
    return (made for name, made in RULES.items() if name in _own)


def load_file(path: Path) -> None:
    """Run a file of rules. Raises `RulesNotLoaded` with the line where it failed."""
    name = f"juesuan_rules_{path.stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    if not path.is_file() or spec is None or spec.loader is None:
        raise RulesNotLoaded(f"{path}: there is no such file of rules (a Python file, .py)")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    before = len(RULES)
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise RulesNotLoaded(f"{path}{_line(error, path)}: {type(error).__name__}: {error}") from error
    if len(RULES) == before and not any(each.test.__module__ == name for each in own_rules()):
        raise RulesNotLoaded(f"{path}: declares no rule; put @juesuan.rule above its functions")


def load_installed() -> None:
    """Load the rules of installed packages; one that cannot be loaded stands in the catalogue as a rule that fails."""
    for point in entry_points(group=GROUP):
        try:
            point.load()
        except Exception as error:  # another's package must not cost the audit
            add(_broken(point, f"{type(error).__name__}: {error}"))


def _broken(point: EntryPoint, reason: str) -> Rule:
    def test(accounts: Accounts) -> Iterator[Check]:
        raise RulesNotLoaded(f"the rules of {point.value} could not be loaded: {reason}")
        yield  # makes it a generator, as rules are

    claim = f"The rules of {point.value} can be loaded."
    return Rule(point.name, "cross_table", BASIS, claim, f"{point.value}的规则可以载入", test)


def _line(error: BaseException, path: Path) -> str:
    """The last line of the file that the error passed through, as `:12`."""
    if isinstance(error, SyntaxError) and error.lineno:
        return f":{error.lineno}"
    lines, step = [], error.__traceback__
    while step is not None:
        if Path(step.tb_frame.f_code.co_filename) == path:
            lines.append(step.tb_lineno)
        step = step.tb_next
    return f":{lines[-1]}" if lines else ""
