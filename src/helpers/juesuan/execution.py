"""What was approved, adjusted and executed, item by item, out of a budget and the final accounts of its year.

An item far from what was approved is a question (核实), never a fault by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from juesuan.accounts import Accounts
from juesuan.amounts import YUAN
from juesuan.budget_year import BudgetYear, cell_of, titled
from juesuan.checks import Check, Figure, Severity, of_fact, of_statement, standing_in
from juesuan.compare import finding, gather, passed, unchecked
from juesuan.ratios import HUNDRED
from juesuan.records import Fact, Measure, Statement
from juesuan.rules.budget_prose import public_fact
from juesuan.rules.linking import row_named
from juesuan.rules.prose import ASIDE, THREE_PUBLIC

RULE, FAMILY, BASIS = "review-executed-against-approved", "review", "《预算法》第五十七条、第七十五条"
SMALL = Decimal(10000)  # yuan: a difference below it calls for no question
LEAST, MOST = Decimal(80), Decimal(120)  # per cent of what was approved, beyond which an item calls for a question
SPENDING = (("55", "05", "general.items"), ("57", "07", "fund"), ("58", "08", "capital"))
TOTALS = (("53", "03", "支出合计"), ("55", "05", "一般公共预算支出"), ("57", "07", "政府性基金预算支出"))
_ITEM = 7  # digits of an item's code
_REASON = re.compile(r"(?:主要)?原因(?:是|为|：|:)*(?P<why>[^。；;]{2,100})")


@dataclass(frozen=True, slots=True)
class Line:
    """One item: what was approved for it, what that was adjusted to, what was executed, and the reason that is given.

    `code` is its function code, "" for a total and for the three public expenses. A side is None where the
    documents show nothing there.
    """

    code: str
    item: str
    approved: Figure | None
    adjusted: Figure | None
    executed: Figure | None
    reason: str = ""

    @property
    def rate(self) -> Decimal | None:
        """What was executed in per cent of what was approved; None where either is not known for certain."""
        approved, executed = yuan(self.approved), yuan(self.executed)
        return executed / approved * HUNDRED if approved and executed is not None else None

    @property
    def difference(self) -> Decimal:
        """What was executed less what was approved, in 元; zero where either is not known for certain."""
        approved, executed = yuan(self.approved), yuan(self.executed)
        return executed - approved if approved is not None and executed is not None else Decimal(0)


def yuan(figure: Figure | None) -> Decimal | None:
    """The amount of a figure in 元; None where there is none for certain."""
    if figure is None or figure.doubt or figure.amount is None:
        return None
    return figure.amount.into(YUAN).value


def lines(pair: BudgetYear) -> list[Line]:
    """The totals, every item that was approved or executed, and the three public expenses."""
    return [*_totals(pair), *_items(pair), *_three_public(pair)]


def checks(pair: BudgetYear) -> Iterator[Check]:
    """A question for each item that was executed far from what was approved."""
    for line in lines(pair):
        if line.rate is None:
            continue
        subject = f"{titled(pair)}：{line.item}：预算与执行"
        assert line.approved is not None and line.executed is not None
        sides = (line.executed, line.approved)
        if pair.doubt:
            check = unchecked(subject, pair.doubt, *sides)
        elif LEAST <= line.rate <= MOST or abs(line.difference) < SMALL:
            check = passed(subject, *sides)
        else:
            check = _question(subject, line)
        yield check.called(RULE, FAMILY, BASIS)


def _question(subject: str, line: Line) -> Check:
    assert line.approved is not None and line.executed is not None
    assert line.approved.amount is not None and line.executed.amount is not None
    approved = line.approved.amount
    executed = line.executed.amount.into(approved.unit)
    told = f"所述原因：{line.reason}。与支出实际是否相符？" if line.reason else "原因是什么？"
    reason = f'The reason given: "{line.reason}". Does it hold?' if line.reason else "What is the reason?"
    return finding(
        subject,
        f"{line.item}批复预算{approved}，执行{executed}，为预算的{line.rate:.2f}%。{told}",
        f"{line.item}: {executed} executed of {approved} approved, {line.rate:.2f}%. {reason}",
        gather(line.executed, line.approved),
        stated=str(executed),
        expected=str(approved),
        severity=Severity.REVIEW,
    )


def _totals(pair: BudgetYear) -> Iterator[Line]:
    for approved, executed, name in TOTALS:
        one = cell_of(pair.budget, pair.budget.fact(approved, "合计", "total"))
        other = _executed(pair.final, pair.final.fact(executed, "合计", "total"))
        if one is not None and other is not None:
            yield Line("", name, one, None, other)


def _items(pair: BudgetYear) -> Iterator[Line]:
    for approved, executed, topic in SPENDING:
        ours, theirs = _by_code(pair.budget, approved), _by_code(pair.final, executed)
        if not ours or not theirs:
            continue
        said = _said_by_code(pair.final, executed, topic)
        for code in sorted({*ours, *theirs}):
            about = said.get(code, [])
            fact = ours.get(code) or theirs[code]
            yield Line(
                code,
                fact.item,
                cell_of(pair.budget, ours.get(code)),
                _adjusted(pair.final, executed, code, about),
                _executed(pair.final, theirs.get(code)),
                _reason(pair.final, about),
            )


def _three_public(pair: BudgetYear) -> Iterator[Line]:
    for name, key in THREE_PUBLIC.items():
        approved = public_fact(pair.budget, "59", f"budget:{key}")
        executed = public_fact(pair.final, "09", f"final:{key}")
        if approved is not None and executed is not None and (approved.amount.value or executed.amount.value):
            adjusted = _executed(pair.final, public_fact(pair.final, "09", f"budget:{key}"))
            about = [each for each in pair.final.said("three_public", None, name) if each.role not in ASIDE]
            one, other = cell_of(pair.budget, approved), _executed(pair.final, executed)
            yield Line("", name, one, adjusted, other, _reason(pair.final, about))


def _by_code(accounts: Accounts, form: str) -> dict[str, Fact]:
    return {fact.code: fact for fact in accounts.column(form, "total") if len(fact.code) == _ITEM}


def _said_by_code(final: Accounts, form: str, topic: str) -> dict[str, list[Statement]]:
    """What the prose says of each item, by its code."""
    found: dict[str, list[Statement]] = {}
    for said in final.under(topic):
        row = row_named(final, form, said.subject) if said.role not in ASIDE else None
        if row is not None and row.code:
            found.setdefault(row.code, []).append(said)
    return found


def _executed(final: Accounts, fact: Fact | None) -> Figure | None:
    if fact is None:
        return None
    line = next((line for line in final.lines(fact.form) if fact in line.facts.values()), None)
    return standing_in(final.source, of_fact(fact, f"决算{line.label(fact.key) if line else fact.item}"))


def _adjusted(final: Accounts, form: str, code: str, about: Sequence[Statement]) -> Figure | None:
    """The budget of the whole year: the form's column of it, else what is said."""
    fact = final.fact(form, code, "budget:total")
    if fact is not None and "年初" not in fact.column:
        return _executed(final, fact)
    said = next((each for each in about if each.measure is Measure.BUDGET and each.amount is not None), None)
    if said is None:
        return None
    return standing_in(final.source, of_statement(said, f"决算{said.section}所述{said.subject}预算数"))


def _reason(final: Accounts, about: Sequence[Statement]) -> str:
    """The reason that stands in the paragraph of an item's own figures."""
    for said in about:
        match = _REASON.search(final.paragraphs[said.paragraph].text if final.paragraphs else said.quote)
        if match and said.measure in (Measure.FINAL, Measure.OPENING_BUDGET, Measure.COMPLETION):
            return match["why"].strip("，, ")
    return ""
