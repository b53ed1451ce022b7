"""What the tests of single rules share: made texts read by the ordinary readers, and what a rule says of them."""

from __future__ import annotations

from juesuan.checks import Check, Outcome, Severity
from juesuan.reading import read_text
from juesuan.rules import RULES, run

PUBLIC = "九、财政拨款“三公”经费支出决算情况说明\n"
COST = "十、机关运行经费支出情况说明\n"
OVERALL = "一、收入支出决算总体情况说明\n"


def said(*sections: str, year: str = "2024") -> str:
    """Sections of part three in a disclosure of a year."""
    body = "\n".join(sections)
    return f"{year}年度\n梨花县档案馆部门决算\n第三部分 {year}年度部门决算情况说明\n{body}\n"


def checks(rule: str, text: str) -> list[Check]:
    """The checks that a rule makes on a text."""
    made, crashes = run(read_text(text), {rule: RULES[rule]})
    assert not crashes, crashes[0].trace
    return made


def outcomes(rule: str, text: str) -> set[Outcome]:
    return {check.outcome for check in checks(rule, text)}


def failures(rule: str, text: str) -> list[Check]:
    return [check for check in checks(rule, text) if check.outcome is Outcome.FAILED]


def errors(rule: str, text: str) -> list[Check]:
    return [check for check in failures(rule, text) if check.severity is Severity.ERROR]


def quoted(check: Check) -> str:
    """All evidence of a check in one text."""
    return " ".join(evidence.quote for evidence in check.evidence)
