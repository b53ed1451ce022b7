"""Family `table_sum`: each row's total is the sum of its columns."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from juesuan.accounts import Accounts
from juesuan.checks import Check, Figure, Outcome
from juesuan.compare import negated, not_applicable, passed, sums_to, unchecked
from juesuan.forms.catalogue import BY_NUMBER
from juesuan.lines import Line, form_name, key_name, quoted
from juesuan.rules.registry import rule
from juesuan.rules.tables import cells, is_nothing, public_rows

BASIS = "部门决算公开表样 02—05、07—09"
ROW_SUMS = ("02", "03", "04", "05", "07", "08")
CARRIED = ("07", "08")
PUBLIC_SUMS = (("total", ("abroad", "vehicles", "reception")), ("vehicles", ("purchase", "running")))
MEASURES = ("budget", "final")


@rule("row-sums", family="table_sum", basis=BASIS, zh="各行的合计等于该行各栏之和")
def row_sums(accounts: Accounts) -> Iterator[Check]:
    """In every row of forms 02 to 05, 07 and 08 the total is the sum of the columns."""
    for number in ROW_SUMS:
        spec = BY_NUMBER[number]
        found = False
        for line in accounts.lines(number):
            if any(key in line.facts for key in (spec.whole, *spec.parts)):
                found = True
                yield _row_sum(line, spec.whole, spec.parts)
        if not found:
            yield not_applicable(f"{spec.name}各行", "没有这张表或表中没有数字")


@rule("three-public-sums", family="table_sum", basis="部门决算公开表样 09", zh="“三公”经费合计等于各项之和")
def three_public_sums(accounts: Accounts) -> Iterator[Check]:
    """三公 spending is the sum of travel, vehicles and receptions, and vehicles that of purchase and running."""
    found = False
    for row in public_rows(accounts):
        for measure in MEASURES:
            for whole, parts in PUBLIC_SUMS:
                given = [row[key] for part in parts if (key := f"{measure}:{part}") in row]
                total = row.get(f"{measure}:{whole}")
                if total is not None or given:
                    found = True
                    yield _public_sum(total, given, f"“三公”经费：{key_name('09', f'{measure}:{whole}')}等于各项之和")
    if not found:
        yield not_applicable("“三公”经费各项之和", "没有这张表或表中没有数字")


@rule(
    "fund-carry-over",
    family="table_sum",
    basis="部门决算公开表样 07、08",
    zh="年初结转加本年收入减本年支出等于年末结转",
)
def fund_carry_over(accounts: Accounts) -> Iterator[Check]:
    """In the fund forms, carry-over and income less expenditure are the carry-over to the next year."""
    for number in CARRIED:
        found = False
        for line in accounts.lines(number):
            if any(key in line.facts for key in ("opening", "income", "closing")):
                found = True
                yield _carry_over(line)
        if not found:
            yield not_applicable(f"{BY_NUMBER[number].name}结转", "没有这张表或表中没有结转和收入")


def _row_sum(line: Line, whole: str, parts: tuple[str, ...]) -> Check:
    subject = f"{form_name(line.form)}{quoted(line.name)}：{key_name(line.form.number, whole)}等于各栏之和"
    total, given = line.figure(whole), cells(line, parts)
    if total is None:
        if all(is_nothing(figure) for figure in given):
            return passed(subject)
        return unchecked(subject, "合计栏为空", *given)
    if not given:
        return passed(subject, total) if is_nothing(total) else unchecked(subject, "各栏均为空", total)
    check = sums_to(total, given, subject, parts_label="各栏之和")
    strange = [f for key in line.facts if key not in BY_NUMBER[line.form.number].keys and (f := line.figure(key))]
    if check.outcome is Outcome.FAILED and not all(is_nothing(figure) for figure in strange):
        return unchecked(subject, "表中另有未能识别的栏", total, *given)
    return check


def _public_sum(total: Figure | None, parts: list[Figure], subject: str) -> Check:
    if total is None:
        nothing = all(is_nothing(figure) for figure in parts)
        return passed(subject, *parts[:1]) if nothing else unchecked(subject, "合计栏为空", *parts)
    if not parts:
        return passed(subject, total) if is_nothing(total) else unchecked(subject, "各项均为空", total)
    return sums_to(total, parts, subject, parts_label="各项之和")


def _carry_over(line: Line) -> Check:
    subject = f"{form_name(line.form)}{quoted(line.name)}：年末结转和结余"
    closing, given = line.figure("closing"), cells(line, ("opening", "income"))
    spent = line.figure("total")
    parts = [*given, *([negated(spent)] if spent else [])]
    if closing is not None:
        return sums_to(closing, parts, subject, parts_label="年初结转加本年收入减本年支出")
    amounts = [part.amount for part in parts if part.amount]
    left = abs(sum((amount.value for amount in amounts), Decimal(0)))
    if any(part.doubt for part in parts) or left > sum((amount.half for amount in amounts), Decimal(0)):
        return unchecked(subject, "年末结转和结余栏为空", *parts)
    return passed(subject, *parts[:2])
