"""Family `table_sum`: classes are the sums of their sections, sections of their items."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from juesuan.accounts import Accounts, bare
from juesuan.checks import Check
from juesuan.compare import not_applicable, passed, sums_to, unchecked
from juesuan.forms.catalogue import BY_NUMBER
from juesuan.forms.classification import PERSONNEL, RUNNING
from juesuan.lines import Line, form_name, key_name, quoted
from juesuan.rules.registry import rule
from juesuan.rules.tables import cells, is_nothing, named, present, total_line

FUNCTION_FORMS = ("02", "03", "05", "07", "08")
SUB_TOTALS = (("人员经费合计", PERSONNEL), ("公用经费合计", RUNNING))
FINAL = "final"


@rule(
    "function-levels",
    family="table_sum",
    basis="《政府收支分类科目》；部门决算公开表样 02—05",
    zh="类、款、项逐级汇总相符",
)
def function_levels(accounts: Accounts) -> Iterator[Check]:
    """In every column the classes sum to the total, the sections to their class, the items to their section."""
    for number in FUNCTION_FORMS:
        rows = accounts.lines(number)
        if not any(line.facts for line in rows):
            yield not_applicable(f"{BY_NUMBER[number].name}类款项汇总", "没有这张表或表中没有数字")
            continue
        yield from _levels(rows, _columns(rows))


@rule(
    "economic-levels",
    family="table_sum",
    basis="《政府收支分类科目》；部门决算公开表样 06、10",
    zh="经济分类各类等于所列各款之和",
)
def economic_levels(accounts: Accounts) -> Iterator[Check]:
    """In forms 06 and 10 each economic class is the sum of its accounts."""
    for number in ("06", "10"):
        rows = accounts.lines(number)
        if not any(line.facts for line in rows):
            yield not_applicable(f"{BY_NUMBER[number].name}分类汇总", "没有这张表或表中没有数字")
            continue
        total = total_line(rows) if number == "10" or _is_one_list(rows) else None
        yield from _levels([line for line in rows if line.code or line is total], _columns(rows))


@rule(
    "personnel-and-running-totals",
    family="table_sum",
    basis="部门决算公开表样 06",
    zh="人员经费、公用经费合计等于所属各类之和",
)
def personnel_and_running_totals(accounts: Accounts) -> Iterator[Check]:
    """Form 06's personnel and running costs are the sums of their economic classes."""
    rows = accounts.lines("06")
    found = False
    for label, codes in SUB_TOTALS:
        line = named(rows, label)
        classes = [each for each in rows if each.code in codes]
        if line is None or not line.facts or not classes:
            continue
        found = True
        yield _summed(line, FINAL, classes, f"{form_name(line.form)}“{label}”等于所属各类之和")
    if not found:
        yield not_applicable("人员经费、公用经费合计", "没有这张表或表中没有合计数")


@rule(
    "personnel-and-running-columns",
    family="table_sum",
    basis="部门决算公开表样 06",
    zh="基本支出等于人员经费与公用经费之和",
)
def personnel_and_running_columns(accounts: Accounts) -> Iterator[Check]:
    """Where form 06 has columns for personnel and running costs, each row's total is their sum."""
    found = False
    for line in accounts.lines("06"):
        parts = cells(line, ("personnel", "running"))
        total = line.figure(FINAL)
        if parts and total is not None:
            found = True
            yield sums_to(total, parts, f"{form_name(line.form)}{quoted(line.name)}：人员经费与公用经费之和")
    if not found:
        yield not_applicable("人员经费栏与公用经费栏", "表中没有这两栏")


def _columns(rows: Sequence[Line]) -> list[str]:
    known = set(BY_NUMBER[rows[0].form.number].keys)
    return list(dict.fromkeys(key for line in rows for key in line.facts if key in known))


def _is_one_list(rows: Sequence[Line]) -> bool:
    """Whether form 06 is one list with a grand total rather than blocks with two sub-totals."""
    return not any(bare(line.item) in dict(SUB_TOTALS) for line in rows)


def _levels(rows: Sequence[Line], keys: Sequence[str]) -> Iterator[Check]:
    for parent, children in _families(rows):
        for key in keys:
            whole, parts = parent.figure(key), present(children, key)
            if is_nothing(whole) and all(is_nothing(part) for part in parts):
                continue
            name = key_name(parent.form.number, key)
            yield _summed(parent, key, children, f"{form_name(parent.form)}{quoted(parent.name)}{name}等于下级之和")


def _families(rows: Sequence[Line]) -> Iterator[tuple[Line, list[Line]]]:
    """Each row with the rows directly below it, by code; the grand total with the highest codes."""
    codes = {line.code for line in rows if line.code}
    below: dict[str, list[Line]] = {}
    for line in rows:
        if line.code:
            above = next((line.code[:n] for n in (5, 3) if n < len(line.code) and line.code[:n] in codes), "")
            below.setdefault(above, []).append(line)
    total = total_line(rows)
    if total is not None and below.get(""):
        yield total, below[""]
    for line in rows:
        if line.code and line.code in below:
            yield line, below[line.code]


def _summed(parent: Line, key: str, children: Sequence[Line], subject: str) -> Check:
    whole, parts = parent.figure(key), present(children, key)
    if whole is None:
        if all(is_nothing(part) for part in parts):
            return passed(subject)
        return unchecked(subject, "合计为空", *parts)
    if not parts:
        return passed(subject, whole) if is_nothing(whole) else unchecked(subject, "下级均为空", whole)
    return sums_to(whole, parts, subject, parts_label="下级之和")
