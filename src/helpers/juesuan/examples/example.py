"""A small made disclosure on which one rule comes out in a known way."""

from __future__ import annotations

from dataclasses import dataclass

from juesuan.accounts import Accounts
from juesuan.checks import Check, Outcome
from juesuan.reading import read_text
from juesuan.rules import RULES, run


@dataclass(frozen=True, slots=True)
class Example:
    """`text` is read by the ordinary readers; at least one check of `rule` must come out as `outcome`."""

    rule: str
    outcome: Outcome
    text: str

    def accounts(self) -> Accounts:
        """The text as read."""
        return read_text(self.text, f"{self.rule} {self.outcome}")

    def checks(self) -> list[Check]:
        """The checks that the rule makes on the text."""
        checks, crashes = run(self.accounts(), {self.rule: RULES[self.rule]})
        if crashes:
            raise RuntimeError(crashes[0].trace)
        return checks


def examples(rule: str, **texts: str) -> list[Example]:
    """Several examples of one rule, each text under the name of its outcome (`passed="…"`)."""
    return [Example(rule, Outcome(outcome), text) for outcome, text in texts.items()]
