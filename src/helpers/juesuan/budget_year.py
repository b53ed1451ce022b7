"""A budget and the final accounts of one body and year held against each other, item by item.

The opening budget that the accounts tell must be the one that was approved. Where most of what can be
compared does not agree, the two are of another scope or another reckoning, and nothing is held against anyone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from juesuan.accounts import Accounts, bare
from juesuan.checks import Check, Figure, Outcome, of_fact, of_statement, standing_in
from juesuan.compare import equal, passed, unchecked
from juesuan.kinds.kind import Kind, Scope
from juesuan.records import Fact, Measure, Statement
from juesuan.rules.budget_prose import public_fact
from juesuan.rules.linking import row_named
from juesuan.rules.prose import ASIDE, PRIOR, THREE_PUBLIC
from juesuan.statements.topics import OF_ITEMS

RULE, FAMILY = "opening-budget-approved", "cross_table"
BASIS = "《预算法》第十三条；部门预算公开表样、部门决算公开表样"
ACCOUNTS = (Kind.FINAL_ACCOUNTS, Kind.PROSE, Kind.FORMS)
BY_TOPIC = {"general": "55", "fund": "57", "capital": "58"}  # where the spending of a section was approved
TOTALS = frozenset(
    map(bare, ("一般公共预算财政拨款支出", "政府性基金预算财政拨款支出", "国有资本经营预算财政拨款支出"))
)
OTHER_BASIS = "可比的年初预算数过半不相符，两份文件的范围或口径可能不同"
CARRIED = "预算列有上年结转，决算所称年初预算是否包括结转不能确定"
SEVERAL = "同一年度有几份预算，不能确定以哪一份为准"
UNSURE_SCOPE = "文件标题对范围的写法不一，不能确定预算与决算是同一范围"
NO_SUBJECT = "句中没有说明科目"
NO_ITEM = "预算的支出表中没有与此相应的科目"
_UNSURE = re.compile(r"^标题有的写|^封面写的是")
_OPENING = "年初"


@dataclass(frozen=True, slots=True)
class BudgetYear:
    """The budget and the final accounts of one body, scope and year; `doubt` is why they may not be."""

    budget: Accounts
    final: Accounts
    doubt: str = ""


def together(known: Iterable[Accounts]) -> list[BudgetYear]:
    """Each final accounts with the budget of the same body, scope and year, where that was published too."""
    budgets: dict[tuple[str, Scope, str], list[Accounts]] = defaultdict(list)
    finals: dict[tuple[str, Scope, str], list[Accounts]] = defaultdict(list)
    for each in known:
        if each.department and each.year:
            side = budgets if each.kind is Kind.BUDGET else finals if each.kind in ACCOUNTS else None
            if side is not None:
                side[each.department, each.scope, each.year].append(each)
    return [
        BudgetYear(budgets[key][0], final, _doubt(budgets[key], final))
        for key in sorted(budgets.keys() & finals.keys())
        for final in finals[key]
    ]


def _doubt(budgets: Sequence[Accounts], final: Accounts) -> str:
    if len(budgets) > 1:
        return SEVERAL
    unsure = any(_UNSURE.search(doubt) for each in (*budgets, final) for doubt in each.doubts)
    return UNSURE_SCOPE if unsure else ""


def checks(pair: BudgetYear) -> Iterator[Check]:
    """What the accounts call their opening budget against what was approved, wherever both can be told."""
    made = [*_said(pair), *_of_forms(pair)]
    failed = [check for check in made if check.outcome is Outcome.FAILED]
    agreed = [check for check in made if check.outcome in (Outcome.PASSED, Outcome.ROUNDING)]
    why = pair.doubt or (OTHER_BASIS if len(failed) > len(agreed) else CARRIED if _carries(pair.budget) else "")
    for check in made:
        if why and check.outcome is Outcome.FAILED:
            check = replace(check, outcome=Outcome.UNCHECKED, reason=why, zh="", en="")
        yield replace(check, subject=f"{titled(pair)}：{check.subject}").called(RULE, FAMILY, BASIS)


def titled(pair: BudgetYear) -> str:
    """Whose budget and accounts these are, and of which year."""
    return f"{pair.final.department}{pair.final.year}年"


def _carries(budget: Accounts) -> bool:
    """Whether a budget goes on with money of the year before, or was not read well enough to say that it does not."""
    carried = [fact for fact in budget.column("54", "income") if "结转" in fact.item or "结余" in fact.item]
    carried += budget.column("54", "income:opening")
    return any(fact.amount.value or fact.doubt for fact in carried)


def _said(pair: BudgetYear) -> Iterator[Check]:
    """The opening budgets told in prose, of items, totals and the three public expenses; each once."""
    seen: set[tuple[str, str, Decimal]] = set()
    for said in pair.final.measured(Measure.OPENING_BUDGET):
        if said.amount is None or not said.amount.is_money or said.role in ASIDE or said.period == PRIOR:
            continue
        approved = approved_of(pair.budget, said)
        key = (said.topic.partition(".")[0], bare(said.subject), said.amount.value)
        if approved is not None and key not in seen:
            seen.add(key)
            subject = f"{said.subject}年初预算数"
            stated = standing_in(pair.final.source, of_statement(said, f"决算{said.section}所述{subject}"))
            if said.inferred:
                yield unchecked(subject, NO_SUBJECT, stated)
            elif approved.doubt == NO_ITEM and not said.amount.value:
                yield passed(subject, stated, Figure(approved.label))  # nothing was said, and nothing is listed
            else:
                yield equal(stated, approved, subject)


def approved_of(budget: Accounts, said: Statement) -> Figure | None:
    """What the budget's forms show for the subject of a statement; None where they do not speak of it."""
    topic = said.topic.partition(".")[0]
    if topic == "three_public":
        key = next((key for name, key in THREE_PUBLIC.items() if bare(name) == bare(said.subject)), "")
        return cell_of(budget, public_fact(budget, "59", f"budget:{key}")) if key else None
    form = BY_TOPIC.get(topic, "")
    if not form:
        return None
    if bare(said.subject) in TOTALS:
        return cell_of(budget, budget.fact(form, "合计", "total"))
    row = row_named(budget, form, said.subject)
    if row is None or not row.code:
        return Figure(f"预算{said.subject}", doubt=NO_ITEM) if said.topic in OF_ITEMS and budget.lines(form) else None
    return cell_of(budget, budget.fact(form, row.code, "total"))


def cell_of(budget: Accounts, fact: Fact | None) -> Figure | None:
    """A cell of a budget's form as one side of a check."""
    if fact is None:
        return None
    line = next((line for line in budget.lines(fact.form) if fact in line.facts.values()), None)
    return standing_in(budget.source, of_fact(fact, f"预算{line.label(fact.key) if line else fact.item}"))


def _of_forms(pair: BudgetYear) -> Iterator[Check]:
    """The columns of opening budgets that forms 05 and 09 show beside the final figures."""
    for line in pair.final.lines("05"):
        fact = line.facts.get("budget:total")
        if fact is not None and _OPENING in fact.column:
            approved = cell_of(pair.budget, pair.budget.fact("55", line.code or "合计", "total"))
            if approved is not None:
                stated = standing_in(pair.final.source, of_fact(fact, f"决算{line.label(fact.key)}"))
                yield equal(stated, approved, f"{line.name}年初预算数")
    for line in pair.final.lines("09"):
        for key, fact in line.facts.items():
            if key.startswith("budget:") and _OPENING in fact.column:
                approved = cell_of(pair.budget, public_fact(pair.budget, "59", key))
                if approved is not None:
                    stated = standing_in(pair.final.source, of_fact(fact, f"决算{line.label(key)}"))
                    yield equal(stated, approved, f"“三公”经费{fact.column}")
