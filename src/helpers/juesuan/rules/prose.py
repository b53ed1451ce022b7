"""What rules over prose share: naming a statement, finding its companions and its row in a form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from juesuan.accounts import Accounts, bare
from juesuan.checks import Check, Figure, Outcome, of_fact, of_statement
from juesuan.compare import equal, finding, passed, unchecked
from juesuan.records import Direction, Measure, Statement
from juesuan.statements.subjects import whole_of

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
MOVES = (Measure.CHANGE, Measure.RATE)

ASIDE = ("reason", "purpose", "comparison")  # roles of what is said about a figure, not of it
THREE_PUBLIC = {
    "“三公”经费": "total",
    "因公出国（境）费": "abroad",
    "公务用车购置及运行维护费": "vehicles",
    "公务用车购置费": "purchase",
    "公务用车运行维护费": "running",
    "公务接待费": "reception",
}

UNCODED = ("01", "04", "11")
OWN_CELLS = {
    "income": ("02", "合计", "total"),
    "expenditure": ("03", "合计", "total"),
    "general": ("05", "合计", "total"),
    "basic": ("05", "合计", "basic"),
    "three_public": ("09", "", "final:total"),
}
"""Where the forms show what a section is about as a whole: form, row and column key."""

_KNOWN = {
    bare(name)
    for name in (
        *THREE_PUBLIC,
        "收入支出总计",
        "收入总计",
        "支出总计",
        "本年收入合计",
        "本年支出合计",
        "财政拨款收入支出总计",
        "财政拨款收入总计",
        "财政拨款支出总计",
        "财政拨款收入",
        "一般公共预算财政拨款支出",
        "一般公共预算财政拨款基本支出",
        "基本支出",
        "项目支出",
        "人员经费",
        "公用经费",
        "机关运行经费",
        "会议费",
        "培训费",
        "政府采购支出",
        "政府采购货物支出",
        "政府采购工程支出",
        "政府采购服务支出",
        "授予中小企业合同金额",
        "授予小微企业合同金额",
    )
}
_COUNTED = re.compile(r"[数量次]$")  # a name that says itself that it is a number
_ACCOUNT_HEADING = re.compile(r"[（(]项[）)]$")  # a heading that is the account's own name
_OWN_BUDGET = re.compile(r"(?!(?:19|20)\d{2}年).*预算")


def side(statement: Statement) -> Figure:
    """A statement as one side of a check, named by section, subject (of accounts the last name) and measure."""
    measure = MEASURE_NAMES.get(statement.measure, "")
    if statement.measure in MOVES and statement.of:
        measure = measure.replace("上年", statement.of)
    name = statement.subject.rpartition("/")[2]
    if statement.measure is Measure.COUNT and _COUNTED.search(name):
        measure = ""
    section = "正文" if _ACCOUNT_HEADING.search(statement.section) else statement.section
    return of_statement(statement, f"{section}所述{name}{measure}")


def current(accounts: Accounts, topic: str) -> Iterator[Statement]:
    """Statements of a topic and of the topics below it that speak of the accounts' own year."""
    return (statement for statement in accounts.under(topic) if statement.period != PRIOR)


def companion(accounts: Accounts, statement: Statement, *measures: Measure) -> Statement | None:
    """The figure of another measure that is said of the same subject nearest to a statement.

    Looked for in the same paragraph first (before the statement rather than after it), then in
    the same topic, where all that is said of it must agree. None where there is none with an amount.
    """
    known = [
        other
        for other in accounts.alike(statement)
        if other.measure in measures
        and other.amount is not None
        and other.period != PRIOR
        and other.role not in ASIDE
        and other.project == statement.project
        and _same_base(other, statement)
    ]
    near = [other for other in known if other.paragraph == statement.paragraph]
    if near or (statement.inferred and _speaks_of_another(accounts, statement)):
        distances = {id(each): (each.offset > statement.offset, abs(each.offset - statement.offset)) for each in near}
        return min(near, key=lambda other: distances[id(other)], default=None)
    if len({other.amount.value for other in known if other.amount is not None}) > 1:
        return None
    return min(known, key=lambda other: abs(other.paragraph - statement.paragraph), default=None)


def _speaks_of_another(accounts: Accounts, statement: Statement) -> bool:
    """Whether the paragraph of a figure without a name begins with money of something else."""
    before = (
        each
        for each in accounts.within(statement.paragraph, statement.paragraph)
        if each.offset < statement.offset and each.amount is not None and each.amount.is_money
    )
    return any(bare(each.subject) != bare(statement.subject) for each in before)


def misplaced(accounts: Accounts, statement: Statement) -> str:
    """Why a figure that fits nowhere may be of another subject than the text before it names; "" where it may not.

    Only for figures whose own sentence names no subject: another cell of the forms holds just this
    figure, or the subject's own figure is said besides.
    """
    said = statement.amount
    if not statement.inferred or said is None or _is_in_own_cell(accounts, statement):
        return ""
    if said.is_money and said.value:
        for fact in accounts.facts:
            if fact.amount.is_money and fact.amount.into(said.unit).interval.meets(said.interval):
                return f"句中没有说明科目，所述或为{FORM_NAMES[fact.form]}“{fact.item or fact.column}”的数字"
    others = (
        each
        for each in accounts.statements
        if each is not statement
        and not each.inferred
        and each.measure is statement.measure
        and each.topic == statement.topic
    )
    if any(bare(each.subject) == bare(statement.subject) and each.period == statement.period for each in others):
        return "句中没有说明科目，同一节另有该科目的数字"
    return ""


def _is_in_own_cell(accounts: Accounts, statement: Statement) -> bool:
    """Whether a section's own total, left unnamed, is what the section's form shows."""
    topic = statement.topic.partition(".")[0]
    cell = OWN_CELLS.get(topic)
    if cell is None or statement.subject != whole_of(topic) or statement.measure is not Measure.FINAL:
        return False
    fact, said = accounts.fact(*cell), statement.amount
    if fact is None or fact.doubt or said is None or not said.is_money:
        return False
    return fact.amount.into(said.unit).interval.meets(said.interval)


def rising(statement: Statement) -> bool | None:
    """Whether a change is said to go up (True) or down (False); None where no word says so."""
    return {Direction.INCREASE: True, Direction.DECREASE: False}.get(statement.direction)


def is_against_budget(statement: Statement) -> bool:
    """Whether a statement compares with a budget of the accounts' own year."""
    return _OWN_BUDGET.match(statement.of) is not None


def is_known_account(accounts: Accounts, path: str) -> bool:
    """Whether a subject is a row of a form, a section's own total or another account of the forms' notes."""
    name = bare(path.rpartition("/")[2])
    return name in _KNOWN or name in accounts.items


def restated(accounts: Accounts, statement: Statement, form: str, row: str, key: str) -> Check:
    """Prose restates a cell of a form (`row` is a code or a bare label)."""
    subject = f"{statement.section}：{statement.subject}"
    name = FORM_NAMES[form]
    fact = accounts.fact(form, row, key)
    if fact is not None:
        check = equal(side(statement), of_fact(fact, f"{name}“{fact.item or fact.column}”"), subject)
        doubt = misplaced(accounts, statement) if check.outcome is Outcome.FAILED else ""
        return unchecked(subject, doubt, side(statement)) if doubt else check
    if accounts.form(form) is None:
        return unchecked(subject, f"没有读到{name}", side(statement))
    if statement.amount is not None and statement.amount.value == 0:
        return passed(subject, side(statement), Figure(f"{name}该格为空"))
    if statement.amount is not None and _is_blank(accounts, form, row) and not misplaced(accounts, statement):
        return _nothing_there(subject, statement, f"{name}“{row}”")
    return unchecked(subject, f"{name}中没有与“{statement.subject}”相应的数字", side(statement))


def _is_blank(accounts: Accounts, form: str, row: str) -> bool:
    """Whether a row of a form without codes was read for certain and has no figure in any column, as others have."""
    if form not in UNCODED or accounts.doubts or accounts.gaps:
        return False  # in a form with codes the figures may stand beside other rows
    lines = [line for line in accounts.lines(form) if row in (line.code, bare(line.item))]
    doubted = any(line.doubt or fact.doubt for line in accounts.lines(form) for fact in line.facts.values())
    known = any(line.facts for line in accounts.lines(form))
    return len(lines) == 1 and not lines[0].facts and known and not doubted


def _nothing_there(subject: str, statement: Statement, cell: str) -> Check:
    return finding(
        subject,
        f"{side(statement).label}为{statement.amount}，{cell}没有数字。",
        f"{statement.subject} is said to be {statement.amount}; the form shows nothing there.",
        side(statement).evidence,
        stated=str(statement.amount),
        expected="0",
    )


def _same_base(one: Statement, other: Statement) -> bool:
    """Changes and rates belong together only where they are against the same base (a budget, the year before)."""
    return one.measure not in MOVES or other.measure not in MOVES or one.of == other.of
