"""The catalogue of rules with examples, as a page."""

from __future__ import annotations

from collections.abc import Iterator

from juesuan.checks import Outcome
from juesuan.examples import EXAMPLES, Example
from juesuan.presentation.words import FAMILY_NAMES, OUTCOMES
from juesuan.reference.markdown import block, code, text, titled
from juesuan.rules import FAMILIES, RULES, Rule

OPENING = """\
A rule states one claim; every check of it has one of five outcomes: passed, rounding, failed, unchecked,
not applicable. The examples are invented, and tests hold that each comes out as is said here; of an example only the
lines are shown that set it apart from the others of its rule.

每条规则附虚构的例子，只列出与该规则其他例子不同的行。
"""
SHOWN = (Outcome.PASSED, Outcome.ROUNDING, Outcome.FAILED, Outcome.UNCHECKED)
LONGEST = 12  # lines of an example that are shown


def page() -> str:
    """All rules, by family."""
    return titled("Rules · 规则", OPENING, *(_family(family) for family in FAMILIES))


def _family(family: str) -> str:
    zh, en = FAMILY_NAMES[family]
    rules = (_rule(rule) for rule in RULES.values() if rule.family == family)
    return "\n".join((f"## {en} · {zh} {{#{family}}}\n", *rules))


def _rule(rule: Rule) -> str:
    head = f"### {code(rule.name)} {{#{rule.name}}}\n"
    return "\n".join(
        (head, f"{text(rule.zh)}。 {text(rule.claim)}\n", f"依据 basis: {text(rule.basis)}\n", *_examples(rule))
    )


def _examples(rule: Rule) -> Iterator[str]:
    """One example an outcome, as a reader tells them apart."""
    known = [example for example in EXAMPLES if example.rule == rule.name]
    for outcome in SHOWN:
        example = next((each for each in known if each.outcome is outcome), None)
        if example is not None:
            zh, en = OUTCOMES[outcome]
            yield f"{en} · {zh}:\n\n{block(_own_lines(example, known))}"


def _own_lines(example: Example, known: list[Example]) -> str:
    """The lines that not all other examples of the rule have too."""
    others = [set(each.text.splitlines()) for each in known if each.outcome is not example.outcome]
    common = set.intersection(*others) if others else set()
    lines = [line for line in example.text.splitlines() if line.strip()]
    own = [line for line in lines if line not in common] or lines
    return "\n".join([*own[:LONGEST], *(["…"] if len(own) > LONGEST else [])])
