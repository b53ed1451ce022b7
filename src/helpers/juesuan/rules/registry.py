"""The catalogue of rules: a rule states one claim and yields the checks that test it."""

from __future__ import annotations

import ast
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from juesuan.accounts import Accounts
from juesuan.checks import Check
from juesuan.errors import JuesuanError

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
    reckons with all there is: it can fail only where a document was read whole. `budget` says that it
    claims something of a budget, and nothing of final accounts."""

    name: str
    family: str
    basis: str
    claim: str
    zh: str
    test: Test
    whole: bool = False
    budget: bool = False


class BadRule(JuesuanError, TypeError):
    """A rule whose test gives something else than checks."""


@dataclass(frozen=True, slots=True)
class Crash:
    """A rule that raised: a bug in the rule, never a finding; `error` says what happened in one line."""

    rule: str
    error: str
    trace: str

    def told(self, department: str, language: str) -> str:
        """One sentence with the rule, the department and what happened."""
        if language == "zh":
            return f"规则 {self.rule} 在{department or '本部门'}运行失败，没有作出核对：{self.error}"
        return f"Rule {self.rule} failed on {department or 'this body'} and made no checks: {self.error}"


RULES: dict[str, Rule] = {}


def claim_of(test: Callable[..., object]) -> str:
    """What a test claims: the first line of its docstring, "" where it has none.

    Python leaves docstrings out when it is told to optimise (`-OO`); then the source tells.
    """
    code = getattr(test, "__code__", None)
    said = test.__doc__ or (_docstrings(code.co_filename).get(code.co_name, "") if code else "")
    return next(iter(said.strip().splitlines()), "").strip()


@cache
def _docstrings(source: str) -> dict[str, str]:
    """The docstrings of a module's functions by their names; none where the source is not there."""
    path = Path(source)
    if not path.is_file():
        return {}
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))
    return {node.name: ast.get_docstring(node) or "" for node in functions}


def rule(
    name: str, *, family: str, basis: str, zh: str, whole: bool = False, budget: bool = False
) -> Callable[[Test], Test]:
    """Declare a rule by its test. Raises ValueError for a second rule of one name, an unknown family or no claim."""

    def named(test: Test) -> Test:
        declare(Rule(name, family, basis, claim_of(test), zh, test, whole, budget))
        return test

    return named


def declare(made: Rule) -> None:
    """Add a rule to the catalogue. Raises ValueError for a second rule of one name, an unknown family or no claim."""
    if made.name in RULES:
        raise ValueError(f"two rules are named {made.name}")
    if made.family not in FAMILIES:
        near = get_close_matches(made.family, FAMILIES, n=1)
        meant = f", did you mean {near[0]}?" if near else ""
        raise ValueError(f"rule {made.name}: unknown family {made.family}{meant}; there are {', '.join(FAMILIES)}")
    if not made.claim or not made.zh:
        raise ValueError(f"rule {made.name} states no claim")
    RULES[made.name] = made


def run(accounts: Accounts, rules: dict[str, Rule] | None = None) -> tuple[list[Check], list[Crash]]:
    """All checks of all rules over one department, and the rules that crashed on it."""
    checks: list[Check] = []
    crashes: list[Crash] = []
    for each in (RULES if rules is None else rules).values():
        try:
            checks += [check.called(each.name, each.family, each.basis) for check in _made(each.test, accounts)]
        except JuesuanError as error:  # says itself what is wrong
            crashes.append(Crash(each.name, str(error), traceback.format_exc()))
        except Exception as error:  # the one place where a bug in a rule must not cost the department
            said = f"{type(error).__name__}: {error}{_line(error, each.test)}"
            crashes.append(Crash(each.name, said, traceback.format_exc()))
    return checks, crashes


def _made(test: Test, accounts: Accounts) -> Iterator[Check]:
    """What a test gives; raises `BadRule` where that is no checks."""
    given: object = test(accounts)
    if isinstance(given, Check):
        raise BadRule("gives its check with `return`; give it with `yield`")
    if not isinstance(given, Iterable):
        raise BadRule(f"gives {_kind(given)}; give each check with `yield`")
    for each in given:
        if not isinstance(each, Check):
            raise BadRule(f"gives {_kind(each)} where a check is wanted, as `juesuan.equal` makes one")
        yield each


def _kind(value: object) -> str:
    return "nothing" if value is None else f"a {type(value).__name__}"


def _line(error: Exception, test: Test) -> str:
    """In which line of the rule's own file it went wrong."""
    code = getattr(test, "__code__", None)
    steps = [step for step in traceback.extract_tb(error.__traceback__) if code and step.filename == code.co_filename]
    return f" (line {steps[-1].lineno}: {steps[-1].line})" if steps and steps[-1].line else ""
