"""Family `narrative_arithmetic`: the three public expenses as told sum up, in amounts and in changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from juesuan.accounts import Accounts, bare
from juesuan.amounts import Amount
from juesuan.checks import Check, Figure, Outcome
from juesuan.compare import negated, not_applicable, sums_to, unchecked
from juesuan.records import Direction, Measure, Statement
from juesuan.rules.prose import ASIDE, MEASURE_NAMES, current, side
from juesuan.rules.prose_groups import BASIS, BUDGETS, find
from juesuan.rules.registry import rule

PUBLIC_TOTAL = "“三公”经费"
PUBLIC_PARTS = ("因公出国（境）费", "公务用车购置及运行维护费", "公务接待费")
VEHICLES_TOTAL = "公务用车购置及运行维护费"
VEHICLES_PARTS = ("公务用车购置费", "公务用车运行维护费")


@rule("prose-parts-three-public", family="narrative_arithmetic", basis=BASIS, zh="所述“三公”各项之和等于所述合计")
def prose_parts_three_public(accounts: Accounts) -> Iterator[Check]:
    """The three public expenses as told sum to their total, and both vehicle expenses to theirs."""
    for measure in (Measure.FINAL, *BUDGETS):
        said = [each for each in current(accounts, "three_public") if each.measure is measure and _is_said(each)]
        for total_name, names in ((PUBLIC_TOTAL, PUBLIC_PARTS), (VEHICLES_TOTAL, VEHICLES_PARTS)):
            subject = f"{total_name}{MEASURE_NAMES[measure]}"
            total = find(said, measure, total_name)
            parts = [part for part in (find(said, measure, name) for name in names) if part is not None]
            if total is None or len(parts) < len(names):
                yield not_applicable(subject, "正文没有同时说明合计与各项")
            else:
                yield sums_to(side(total), [side(part) for part in parts], subject)


@rule("prose-parts-change", family="narrative_arithmetic", basis=BASIS, zh="“三公”各项增减额之和等于总增减额")
def prose_parts_change(accounts: Accounts) -> Iterator[Check]:
    """The changes of the three public expenses sum to the change of their total."""
    changes = [each for each in _current_moves(accounts) if each.role not in ASIDE]
    for total_name, names in ((PUBLIC_TOTAL, PUBLIC_PARTS), (VEHICLES_TOTAL, VEHICLES_PARTS)):
        subject = f"{total_name}增减额"
        total = find(changes, Measure.CHANGE, total_name)
        alike = [each for each in changes if total is not None and each.of == total.of]
        said = (find(alike, Measure.CHANGE, name) for name in names)
        parts = [part for part in said if part is not None and part.amount is not None]
        flat = total is not None and total.direction is Direction.FLAT and not total.doubt and not total.inferred
        if total is None or not parts or (total.amount is None and not flat):
            yield not_applicable(subject, "正文没有分项说明增减额")
            continue
        missing = {bare(name) for name in names} - {bare(part.subject) for part in parts}
        moved = missing - _flat(accounts)
        fallen = moved & _of_last_year(accounts)  # came to nothing from something, and so can only have fallen
        check = sums_to(_whole(total, parts[0]), [_signed(part) for part in parts], subject)
        rose = check.difference is not None and check.difference > 0
        if not moved <= _nothing(accounts) or (fallen and check.outcome is Outcome.FAILED and not rose):
            yield unchecked(subject, "正文没有说明全部分项的增减额", side(total))
        else:
            yield check


def _current_moves(accounts: Accounts) -> list[Statement]:
    return [each for each in current(accounts, "three_public") if _moves(each)]


def _is_said(statement: Statement) -> bool:
    return statement.amount is not None and not statement.inferred and statement.role not in ASIDE


def _moves(statement: Statement) -> bool:
    return statement.measure is Measure.CHANGE and statement.direction in (
        Direction.INCREASE,
        Direction.DECREASE,
        Direction.FLAT,
    )


def _flat(accounts: Accounts) -> set[str]:
    """What is said to be level with last year."""
    return {bare(each.subject) for each in _current_moves(accounts) if each.direction is Direction.FLAT}


def _of_last_year(accounts: Accounts) -> set[str]:
    """What something is told of beside a change in money: last year's figure, or a rate."""
    told = (each for each in current(accounts, "three_public") if each.measure in (Measure.PRIOR, Measure.RATE))
    return {bare(each.subject) for each in told if each.amount is not None and each.amount.value}


def _nothing(accounts: Accounts) -> set[str]:
    """What is said to be nothing this year."""
    finals = (each for each in current(accounts, "three_public") if each.measure is Measure.FINAL)
    return {bare(each.subject) for each in finals if each.amount is not None and each.amount.value == 0}


def _whole(total: Statement, part: Statement) -> Figure:
    """The change of a whole; none at all, exactly, where it is said to be level."""
    if total.amount is not None or part.amount is None:
        return _signed(total)
    level = Amount(Decimal(0), part.amount.unit, part.amount.decimals, "0")
    figure = _signed(total)
    return replace(figure, label=f"{figure.label}（{total.word}）", amount=level)


def _signed(statement: Statement) -> Figure:
    figure = side(statement)
    return negated(figure) if statement.direction is Direction.DECREASE else figure
