"""A department in figures: what a reader wants to see first, taken from the forms, else from the prose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from juesuan.accounts import Accounts
from juesuan.amounts import YUAN, Amount
from juesuan.records import Direction, Evaluation, Fact, FundLine, Measure, Statement
from juesuan.rules.budget_prose import public_fact

Cell = tuple[str, str, str]

ECONOMIC_CLASSES = 3  # digits of a class code in the economic classification (301 … 399)
FULL = Decimal(100)  # per cent
FUNCTION_CLASSES = 3  # digits of a class code in the functional classification (201 … 234)

INCOME: tuple[Cell, ...] = (
    ("01", "总计", "income"),
    ("01", "本年收入合计", "income"),
    ("02", "合计", "total"),
    ("51", "收入总计", "income"),
    ("52", "合计", "total"),
)
EXPENDITURE: tuple[Cell, ...] = (
    ("01", "总计", "expenditure"),
    ("01", "本年支出合计", "expenditure"),
    ("03", "合计", "total"),
    ("05", "合计", "total"),
    ("51", "支出总计", "expenditure"),
    ("53", "合计", "total"),
)
FISCAL: tuple[Cell, ...] = (("02", "合计", "fiscal"), ("04", "本年收入合计", "income"), ("54", "收入总计", "income"))
SPENDING = ("03", "05", "53", "55")  # the forms of expenditure by function, of all money and of the general budget
BY_FUNCTION = ("05", "03", "55", "53")
SPENT, BASIC, PROJECT = (tuple((form, "合计", key) for form in SPENDING) for key in ("total", "basic", "project"))
PERSONNEL: tuple[Cell, ...] = (("06", "人员经费合计", "final"), ("56", "合计", "personnel"))
RUNNING: tuple[Cell, ...] = (("06", "公用经费合计", "final"), ("56", "合计", "running"))

TOTAL = "一般公共预算财政拨款支出"
KINDS = ("abroad", "purchase", "running", "reception")
SPOKEN_KINDS = {
    "abroad": "因公出国（境）费",
    "purchase": "公务用车购置费",
    "running": "公务用车运行维护费",
    "reception": "公务接待费",
}


@dataclass(frozen=True, slots=True)
class Slice:
    """One line of a breakdown in 元: its code, its name, its amount."""

    code: str
    name: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class Pair:
    """A budget and the final figure of the same line, both in 元; `of` is which budget."""

    name: str
    budget: Decimal | None
    final: Decimal
    of: Measure = Measure.BUDGET


@dataclass(frozen=True, slots=True)
class Change:
    """A figure and the prior year's that the document implies, both in 元."""

    name: str
    prior: Decimal
    final: Decimal


@dataclass(frozen=True, slots=True)
class Project:
    """A self-evaluated project: money in 元, execution in %, score in points, where stated."""

    name: str
    budget: Decimal | None
    executed: Decimal | None
    rate: Decimal | None
    score: Decimal | None


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """The department at a glance. Every amount may be None where the document does not give it."""

    income: Amount | None
    expenditure: Amount | None
    fiscal: Amount | None
    spent: Amount | None
    basic: Amount | None
    project: Amount | None
    personnel: Amount | None
    running: Amount | None
    functions: tuple[Slice, ...]
    economic: tuple[Slice, ...]
    lines: tuple[Pair, ...]
    three_public: tuple[Pair, ...]
    three_public_total: Pair | None
    changes: tuple[Change, ...]
    projects: tuple[Project, ...]
    overall: Project | None


def key_figures(accounts: Accounts) -> KeyFigures:
    """The key_figures of one department and year."""
    return KeyFigures(
        income=first(accounts, INCOME) or said(accounts, "overall", ("收入总计", "收入支出总计")),
        expenditure=first(accounts, EXPENDITURE) or said(accounts, "overall", ("支出总计", "收入支出总计")),
        fiscal=first(accounts, FISCAL) or said(accounts, "income", ("财政拨款收入",)),
        spent=first(accounts, SPENT) or said(accounts, "expenditure", ("本年支出合计",)),
        basic=first(accounts, BASIC) or said(accounts, "expenditure", ("基本支出",)),
        project=first(accounts, PROJECT) or said(accounts, "expenditure", ("项目支出",)),
        personnel=first(accounts, PERSONNEL) or said(accounts, "basic", ("人员经费",)),
        running=first(accounts, RUNNING) or said(accounts, "basic", ("公用经费",)),
        functions=_classes(accounts, [(form, "total") for form in BY_FUNCTION], FUNCTION_CLASSES),
        economic=_classes(accounts, (("06", "final"), ("56", "budget")), ECONOMIC_CLASSES),
        lines=tuple(_lines(accounts)),
        three_public=tuple(_kinds(accounts)),
        three_public_total=_kind(accounts, "total", "“三公”经费"),
        changes=tuple(_changes(accounts)),
        projects=tuple(_project(each) for each in accounts.evaluations if not each.overall and not each.listed),
        overall=next((_project(each) for each in accounts.evaluations if each.overall), None),
    )


def first(accounts: Accounts, cells: Sequence[Cell]) -> Amount | None:
    """The amount in the first of these cells that is there and was read with certainty."""
    for form, row, key in cells:
        fact = accounts.fact(form, row, key)
        if fact is not None and not fact.doubt:
            return fact.amount
    return None


def said(accounts: Accounts, topic: str, subjects: Sequence[str], measure: Measure = Measure.FINAL) -> Amount | None:
    """The amount of money that a section says of the first of these subjects it speaks of."""
    for subject in subjects:
        for statement in accounts.said(topic, measure, subject):
            if _is_certain_money(statement):
                return statement.amount
    return None


def yuan(amount: Amount) -> Decimal:
    """The value in 元."""
    return amount.into(YUAN).value


def _is_certain_money(statement: Statement) -> bool:
    return statement.amount is not None and statement.amount.is_money and not statement.doubt


def _classes(accounts: Accounts, columns: Sequence[tuple[str, str]], digits: int) -> tuple[Slice, ...]:
    """The classes of the first of these forms and columns whose classes make its total, largest first.

    Where none does, of the first that has any.
    """
    shown = [
        (form, key, found)
        for form, key in columns
        if (found := [each for each in accounts.column(form, key) if len(each.code) == digits and _counts(each)])
    ]
    sound = (found for form, key, found in shown if _make_total(found, accounts.fact(form, "合计", key)))
    chosen = next(sound, shown[0][2] if shown else [])
    slices = (Slice(fact.code, fact.item, yuan(fact.amount)) for fact in chosen)
    return tuple(sorted(slices, key=lambda each: (-each.value, each.code)))


def _counts(fact: Fact) -> bool:
    return fact.amount.is_money and bool(fact.amount.value) and not fact.doubt


def _make_total(parts: Sequence[Fact], total: Fact | None) -> bool:
    """Whether parts make a total as displayed; of an unknown total they may."""
    if total is None or not _counts(total):
        return True
    amounts = [each.amount.into(YUAN) for each in (total, *parts)]
    off = amounts[0].value - sum((each.value for each in amounts[1:]), Decimal(0))
    return abs(off) <= sum((each.half for each in amounts), Decimal(0))


def _lines(accounts: Accounts) -> Iterator[Pair]:
    """Budget and final of each line of general-budget spending that the prose compares."""
    finals: dict[str, Statement] = {}
    for statement in accounts.said("general.items", Measure.FINAL):
        finals.setdefault(statement.subject, statement)
    parts = [subject for subject in finals if subject != TOTAL]
    leaves = [each for each in parts if not any(other.startswith(f"{each}/") for other in parts)]
    names = Counter(subject.rsplit("/", 1)[-1] for subject in leaves)
    for subject in leaves:
        final = finals[subject]
        for measure in (Measure.OPENING_BUDGET, Measure.BUDGET):
            budget = next(iter(accounts.said("general.items", measure, subject)), None)
            if budget is not None and _is_certain_money(budget) and _is_certain_money(final):
                assert budget.amount is not None and final.amount is not None
                above, _, name = subject.rpartition("/")
                if names[name] > 1:  # told apart by the section it belongs to
                    name = f"{name}（{above.rsplit('/', 1)[-1]}）"
                yield Pair(name, yuan(budget.amount), yuan(final.amount), measure)
                break


def _kinds(accounts: Accounts) -> Iterator[Pair]:
    for key in KINDS:
        pair = _kind(accounts, key, SPOKEN_KINDS[key])
        if pair is not None and (pair.budget or pair.final):
            yield pair


def _kind(accounts: Accounts, key: str, name: str) -> Pair | None:
    """Budget and final of one kind of the three public expenses, from form 09, else from its section."""
    budget, final = (
        next((f.amount for f in accounts.column("09", f"{side}:{key}") if not f.doubt), None)
        for side in ("budget", "final")
    )
    for topic in ("three_public", "three_public.detail"):
        budget = budget or said(accounts, topic, (name,), Measure.BUDGET)
        final = final or said(accounts, topic, (name,))
    if final is None:
        planned = public_fact(accounts, "59", f"budget:{key}")
        return Pair(name, None, yuan(planned.amount)) if planned and not planned.doubt else None
    return Pair(name, yuan(budget) if budget else None, yuan(final))


COMPARED = (
    ("overall", ("收入支出总计", "支出总计", "收入总计")),
    ("fiscal", ("财政拨款收入支出总计",)),
    ("general", ("一般公共预算财政拨款支出",)),
    ("basic", ("人员经费",)),
    ("basic", ("公用经费",)),
    ("three_public", ("“三公”经费",)),
    ("operating_cost", ("机关运行经费",)),
)


def _changes(accounts: Accounts) -> Iterator[Change]:
    """What the prose says of the prior year: this year's figure less the change it states; a repeated one once."""
    seen: set[tuple[Decimal, Decimal]] = set()
    for topic, subjects in COMPARED:
        for subject in subjects:
            final = said(accounts, topic, (subject,))
            step = _step(accounts.said(topic, Measure.CHANGE, subject))
            if final is not None and step is not None:
                change = Change(subject, yuan(final) - step, yuan(final))
                if (change.prior, change.final) not in seen:
                    seen.add((change.prior, change.final))
                    yield change
                break


def _step(changes: Sequence[Statement]) -> Decimal | None:
    """The first change that is said for certain: with its sign, zero where it is said to be none."""
    for change in changes:
        if change.direction is Direction.FLAT:
            return Decimal(0)
        if change.amount is not None and change.amount.is_money and not change.doubt:
            return yuan(change.amount) * (-1 if change.direction is Direction.DECREASE else 1)
    return None


def _project(evaluation: Evaluation) -> Project:
    line = next((each for each in evaluation.funds if each.kind == "total"), None)
    line = line or next(iter(evaluation.funds), FundLine("", ""))
    budget, executed = (_money(entry.amount) for entry in (line.budget, line.executed))
    rate = executed / budget * 100 if budget and executed is not None else None
    score = evaluation.total_score.amount
    return Project(evaluation.project, budget, executed, rate, None if score is None else score.value)


def funded(projects: Sequence[Project]) -> tuple[Decimal, Decimal]:
    """Budget and execution (元) of all projects that state both."""
    pairs = [(each.budget, each.executed) for each in projects if each.budget is not None and each.executed is not None]
    return sum((pair[0] for pair in pairs), Decimal(0)), sum((pair[1] for pair in pairs), Decimal(0))


def lowest(projects: Sequence[Project]) -> tuple[Decimal, str]:
    """The lowest rate of execution and its project; no name where none of several falls short."""
    rated = [(each.rate, each.name) for each in projects if each.rate is not None]
    rate, name = min(rated, default=(FULL, ""))
    return (rate, name) if len(rated) > 1 and rate < FULL else (FULL, "")


def _money(amount: Amount | None) -> Decimal | None:
    return yuan(amount) if amount is not None and amount.is_money else None
