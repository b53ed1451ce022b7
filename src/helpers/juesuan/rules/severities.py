"""How gravely each rule reports: the one table that says which rule gives which severity.

An error is a contradiction or a word that is certainly wrong; a notice is conduct and presentation;
a review (核实) is a fact worth a question and no fault by itself. Rules that are not named here
give errors alone. Tests hold every finding of the examples and of real documents against it.
"""

from __future__ import annotations

from juesuan.checks import Severity

NOTICES = frozenset(
    {
        "bank-accounts",
        "basic-items-without-projects",
        "budget-cut-explained",
        "component-group",
        "copied-problem",
        "deduction-explained",
        "doubled-sentence",
        "doubled-words",
        "empty-form-note",
        "evaluated-twice",
        "evaluation-filled",
        "execution-as-points",
        "execution-base",
        "explained-changes",
        "form-fillers",
        "grade-has-score",
        "heading-content",
        "heading-ordinals",
        "indicator-of-another-kind",
        "indicator-repeated",
        "indicator-unnamed",
        "items-told",
        "licence-plates",
        "medical-by-account",
        "misprint",
        "opening-equals-final",
        "own-level",
        "points-as-target",
        "rate-without-figure",
        "receipts-left-over",
        "regulation-two-names",
        "result-copies-target",
        "result-without-figure",
        "results-scored",
        "running-without-vehicles",
        "soundness-admitted",
        "stale-year",
        "stray-mark",
        "target-is-a-label",
        "targets-all-alike",
        "told-assets",
        "told-operating-cost",
        "told-performance",
        "told-procurement",
        "told-public-details",
        "unfinished-sentence",
        "whole-counts",
        "yearly-plan",
    }
)
"""Rules over conduct and presentation: notices alone."""

ERRORS_OR_NOTICES = frozenset(
    {
        "account-of-another",
        "account-of-the-year",
        "account-renamed",
        "down-to-items",
        "announced-forms",
        "body-name",
        "contents-in-body",
        "counted-reasons",
        "denied-elsewhere",
        "evaluated-alike",
        "evaluation-is-full",
        "listed-component",
        "medical-subsidy-account",
        "missing-unit",
        "placeholder",
        "prior-basic-within-total",
        "project-count",
        "project-name",
        "prose-completion",
        "prose-flat-word",
        "prose-growth",
        "prose-item-budgets",
        "reason-direction",
        "reported-score",
        "required-explanations",
        "result-is-a-bound",
        "execution-score",
        "execution-target",
        "satisfaction-target",
        "input-target",
        "score-follows-completion",
        "spending-within-budget",
        "spent-on-something",
        "statutory-forms",
        "target-implausible",
        "target-missed",
        "template-wording",
        "units-differ",
        "vehicles-kept",
    }
)
"""Rules that are sure in some cases and see a mere oddity in others."""

REVIEW = "review-"
"""What the names of rules that only ask begin with."""


def may_give(rule: str) -> frozenset[Severity]:
    """The severities that a failed check of a rule may have."""
    if rule.startswith(REVIEW):
        return frozenset({Severity.REVIEW})
    either = rule in ERRORS_OR_NOTICES
    notice = either or rule in NOTICES
    return frozenset({Severity.NOTICE} if notice else ()) | frozenset({Severity.ERROR} if either or not notice else ())
