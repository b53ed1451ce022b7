"""What rules over prose share: naming a statement, finding its companions and its row in a form."""

from __future__ import annotations

from collections.abc import Iterator

from helpers.accounts import Accounts, bare
from helpers.checks import Check, Figure, of_fact, of_statement
from helpers.compare import equal, passed, unchecked
from helpers.records import Direction, FormRow, Measure, Statement

MEASURE_NAMES = {
    Measure.OPENING_BUDGET: "年初预算数",
    Measure.BUDGET: "预算数",
    Measure.FINAL: "决算数",
    Measure.CHANGE: "较上年增减额",
    Measure.RATE: "较上年增减幅度",
    Measure.SHARE: "占比",
    Measure.COMPLETION: "完成率",
    Measure.PRIOR: "上年数",
    Measure.COUNT: "数量",
}
FORM_NAMES = {f"{number:02d}": f"公开{number:02d}表" for number in range(1, 12)}
PRIOR = "prior"

_NAME_ENDINGS = ("费用", "支出", "费")


def side(statement: Statement) -> Figure:
    """A statement as one side of a check, named by section, subject and measure."""
    measure = MEASURE_NAMES.get(statement.measure, "")
    return of_statement(statement, f"{statement.section}所述{statement.subject}{measure}")


def current(accounts: Accounts, topic: str) -> Iterator[Statement]:
    """Statements of a topic and of the topics below it that speak of the accounts' own year."""
    return (
        statement
        for statement in accounts.statements
        if (statement.topic == topic or statement.topic.startswith(f"{topic}.")) and statement.period != PRIOR
    )


def companion(accounts: Accounts, statement: Statement, *measures: Measure) -> Statement | None:
    """The figure of another measure that is said of the same subject nearest to a statement.

    Looked for in the same paragraph first (before the statement rather than after it), then in
    the same topic; None where there is none with an amount.
    """
    known = [
        other
        for other in accounts.statements
        if other.measure in measures
        and other.amount is not None
        and other.period != PRIOR
        and other.project == statement.project
        and bare(other.subject) == bare(statement.subject)
        and other.topic.partition(".")[0] == statement.topic.partition(".")[0]
    ]
    near = [other for other in known if other.paragraph == statement.paragraph]
    if near:
        return min(near, key=lambda other: (other.offset > statement.offset, abs(other.offset - statement.offset)))
    return min(known, key=lambda other: abs(other.paragraph - statement.paragraph), default=None)


def rising(statement: Statement) -> bool | None:
    """Whether a change is said to go up (True) or down (False); None where no word says so."""
    return {Direction.INCREASE: True, Direction.DECREASE: False}.get(statement.direction)


def row_named(accounts: Accounts, form: str, path: str) -> FormRow | None:
    """The one row of a form that an account's name means.

    `path` holds function class, section and item joined with `/`, or one name. Names are
    compared without punctuation; the levels above must agree where the form lists them.
    """
    found = accounts.form(form)
    if found is None:
        return None
    *above, last = [bare(name) for name in path.split("/")]
    names = {row.code: bare(row.item) for row in found.rows if row.code}
    rows = [row for row in found.rows if bare(row.item) == last]
    rows = rows or [row for row in found.rows if _stem(bare(row.item)) == _stem(last)]
    if above and len(rows) > 1:
        rows = [row for row in rows if _parents(row, names)[-len(above) :] == above] or rows
    if len(rows) > 1:
        depth = {1: 3, 2: 5, 3: 7}.get(len(above) + 1, 0)
        rows = [row for row in rows if len(row.code) == depth] or rows
    return rows[0] if len(rows) == 1 else None


def restated(accounts: Accounts, statement: Statement, form: str, row: str, key: str) -> Check:
    """Prose restates a cell of a form (`row` is a code or a bare label)."""
    subject = f"{statement.section}：{statement.subject}"
    name = FORM_NAMES[form]
    fact = accounts.fact(form, row, key)
    if fact is not None:
        return equal(side(statement), of_fact(fact, f"{name}“{fact.item or fact.column}”"), subject)
    if accounts.form(form) is None:
        return unchecked(subject, f"没有读到{name}", side(statement))
    if statement.amount is not None and statement.amount.value == 0:
        return passed(subject, side(statement), Figure(f"{name}该格为空"))
    return unchecked(subject, f"{name}中没有与“{statement.subject}”相应的数字", side(statement))


def _stem(name: str) -> str:
    for ending in _NAME_ENDINGS:
        if name.endswith(ending) and len(name) > len(ending) + 1:
            return name.removesuffix(ending)
    return name


def _parents(row: FormRow, names: dict[str, str]) -> list[str]:
    return [names.get(row.code[:length], "") for length in (3, 5) if length < len(row.code)]
